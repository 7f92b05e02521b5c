"""Plants faults one at a time, in `course_utils` and in the notebooks, and counts who notices.

operators   the kinds of faults, each a change of one node of the syntax tree
planting    puts a fault into a text, of which everything else stays
sampling    draws a sample in which every place and every kind occurs
equivalent  the faults that nobody can notice, with the reason (equivalent.toml)
forked      pytest in a process that has torch imported already
package     faults in course_utils, which its tests should notice
notebooks   faults in code cells, which the stored outputs should notice
tables      what became of them, in numbers
__main__    `make mutants`

A fault is planted in a copy: the working tree is only read.
"""
