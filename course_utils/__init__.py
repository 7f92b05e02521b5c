"""The helpers of the course: one idea per file, imported by name, nothing seeded or printed here.

`from course_utils.runtime import prepare` is how a notebook begins.
"""
