"""What a lecturer needs: handouts without solutions, solved copies, assignments and grades.

- `hand_out(course, folder)`: writes the notebooks without outputs, and the same ones solved
- `solved(notebook)`: the notebook with the course's own answer in the place of each stub
- `assignment(notebook)`, `write_assignments(course, folder, numbers)`: sources for nbgrader
- `grade(folder)`: executes what was handed in and says for each exercise whether it is solved
- `as_table`, `as_csv`, `as_json`: the grades as a text
- `submissions(folder)`, `Submission`: what was handed in, `Grades`: what came of one of them
- `check_anew("1.2", answer)`: `check`, with the course's own code read again from its files
- `open_lecture(course, number, arguments)`: opens the notebooks as slides whose cells run
- `command_line(options, others)`: the commands handout, grade, assignment and lecture
"""

from course_utils.teaching.assignments import assignment
from course_utils.teaching.commands import command_line
from course_utils.teaching.grading import grade
from course_utils.teaching.handouts import hand_out, write_assignments
from course_utils.teaching.judging import check_anew
from course_utils.teaching.lectures import open_lecture
from course_utils.teaching.reports import as_csv, as_json, as_table
from course_utils.teaching.solving import solved
from course_utils.teaching.submissions import Grades, Submission, submissions

__all__ = [
    "Grades",
    "Submission",
    "as_csv",
    "as_json",
    "as_table",
    "assignment",
    "check_anew",
    "command_line",
    "grade",
    "hand_out",
    "open_lecture",
    "solved",
    "submissions",
    "write_assignments",
]
