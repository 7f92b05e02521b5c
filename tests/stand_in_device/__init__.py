"""A device that stands in for a GPU: the course is rehearsed on it where there is none.

Its tensors say that they are on `toy`, and their numbers lie in the memory of the CPU. torch itself
treats them as it treats those of a GPU: it dispatches, differentiates, refuses `.numpy()`; what is
written here are the operations (run on the CPU), the words where devices meet, and a count of what
waits.

memory      the two labels of one piece of memory
kernels     the operations
mixing      where devices meet
kinds       what is counted
waits       which operations count, and how often they came
draws       random numbers
special     operations that are more than the same on the CPU; the registration
storages    saving, loading, deep copies
installing  the device made known to torch and to the course
start       makes it known in every process that starts with COURSE_DEVICE=toy
plugin      inside pytest: `make stand-in` runs all notebooks on it
table       the waits of each notebook
problems    what the rehearsals begin with
rehearsal_… tests that need the device; test_rehearsals runs them in a process of its own
"""
