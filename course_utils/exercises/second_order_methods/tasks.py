"""Exercise 14.6 of notebook 14: five tasks, and what helps each."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.second_order_methods import solutions

RIGHT = solutions.methods

# The hint for each task and each wrong word for it.
HINTS = {
    ("A", "adam"): "Task A wants twelve digits, and its gradients are exact. Which method doubles "
    "its digits?",
    ("A", "lbfgs"): "L-BFGS may do for task A, but it estimates a curvature that is known there. "
    "What uses it as it is?",
    ("A", "safeguard"): "A safeguard does no harm in task A. But the start is close to the "
    "minimum: is one needed there?",
    ("A", "scale"): "Task A gives the full Hessian of four parameters. Why keep its diagonal only?",
    ("B", "lbfgs"): "In task B each batch gives another gradient. What did a change of batch do to "
    "the estimate of the curvature in section 14.9?",
    ("B", "newton"): "The Hessian of task B has ten million times ten million entries, and the "
    "gradients are noisy.",
    ("B", "safeguard"): "In task B the trouble is size and noise. Is there room for a Hessian "
    "to make safe?",
    ("B", "scale"): "A diagonal might help in task B, but nothing is said of units. Which rule "
    "divides each slope by a number of its own, and bears noisy gradients?",
    ("C", "adam"): "Adam would run in task C. But the gradients are exact, and there is room for "
    "some vectors: what can be made of the changes of the gradient?",
    ("C", "newton"): "How many bytes does the Hessian of task C take, with 20,000² entries of four "
    "bytes? Which method learns curvature without it?",
    ("C", "safeguard"): "In task C there is no room for the Hessian. What would you make safe?",
    ("C", "scale"): "The parameters of task C are coupled: what does the diagonal do to that?",
    ("D", "adam"): "Task D wants plain descent. What is wrong with its features, and what cures "
    "it completely?",
    ("D", "lbfgs"): "L-BFGS may do in task D, but something simpler cures it completely: what "
    "stands beside the diagonal of H if features have mean 0 and no correlation?",
    ("D", "newton"): "Newton would solve task D, with the whole Hessian. But what stands beside "
    "its diagonal, if features have mean 0 and no correlation?",
    ("D", "safeguard"): "The squared errors of a linear model are a bowl: no curvature is "
    "negative in task D.",
    ("E", "adam"): "Adam may come down in task E. But with three parameters and a known Hessian "
    "less is needed. Which of the curvatures is the trouble?",
    ("E", "lbfgs"): "L-BFGS may come down in task E. But the Hessian is known: what must be done "
    "with its curvature of −2?",
    ("E", "newton"): "In task E Newton as it is went up. Which of the curvatures sent it there?",
    ("E", "scale"): "Task E has a curvature of −2 in one direction. Does a change of units make it "
    "positive?",
}


FIVE_TASKS = Exercise(
    number="14.6",
    name="methods",
    title="Five tasks",
    level="read",
    hints=(
        "Ask the same of each task. How many parameters are there? Is the gradient exact? Is the "
        "start close to a minimum? Units or coupling? Is a curvature negative?",
        "One task has noisy gradients, and one has a negative curvature: these two are settled by "
        "that. Of the others, in which is there room for a Hessian?",
        "Sections 14.2 (digits that double), 14.3 (negative curvature), 14.5 (units), 14.7 (no "
        "room for a matrix) and 14.9 (small batches) stand for one task each.",
    ),
    learned="ask for size, noise, coupling and sign before you choose a method",
    cases=(Case("what helps tasks A to E"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        ("Newton", " adam", "LBFGS", "scale ", "Safeguard"),
    ),
    mistakes=(
        Mistake(
            "A and E exchanged",
            ("safeguard", "adam", "lbfgs", "scale", "newton"),
            "B, C and D are right. Of A and E, in which did Newton go up?",
        ),
        Mistake(
            "B and C exchanged",
            ("newton", "lbfgs", "adam", "scale", "safeguard"),
            "A, D and E are right. Of B and C, which one has exact gradients?",
        ),
        Mistake(
            "A and C exchanged",
            ("lbfgs", "adam", "newton", "scale", "safeguard"),
            "B, D and E are right. Of A and C, in which is there room for the Hessian?",
        ),
        Mistake(
            "C and D exchanged",
            ("newton", "adam", "scale", "lbfgs", "safeguard"),
            "A, B and E are right. Of C and D, in which are the parameters coupled?",
        ),
        Mistake(
            "the order of the words",
            ("adam", "lbfgs", "newton", "safeguard", "scale"),
            "This is the order in which the words were listed. Take the tasks one by one, and "
            "begin with the one whose gradients are noisy.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
