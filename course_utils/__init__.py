"""The helpers of the course: a room for each purpose, nothing seeded or printed by an import.

- `runtime`: device, seeds and threads, for the first cell of a notebook
- `data`: the data sets
- `figures`: the style, the descriptions, the plots that appear twice
- `models`, `autodiff`, `optimizers`, `scaling`, `landscapes`: what a notebook has built by hand
- `training`: the loop to take home
- `exercises`, `checks`: the exercises, and what judges an answer
- `explorers`: the widgets
- `teaching`: handouts and grades
"""
