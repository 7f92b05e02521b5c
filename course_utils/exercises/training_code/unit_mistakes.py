"""What goes wrong in exercise 11.8: what `fit` sees, the new points, and the way back."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.training_code.units import altered, by_itself

MISTAKES = (
    Mistake(
        "nothing is scaled",
        altered(
            x=lambda n: n.X_train,
            y=lambda n: n.y_train,
            new=lambda n: n.X_new,
            undo=lambda n: n.outputs,
        ),
        "Neither x nor y is standardised before `fit` sees them. Begin with the training data: "
        "which two numbers of each column do you need?",
    ),
    Mistake(
        "targets as they are",
        altered(y=lambda n: n.y_train, undo=lambda n: n.outputs),
        "`fit` is given targets with neither mean 0 nor standard deviation 1, so its learning "
        "rate would have to suit their unit. What should be done to y_train first?",
    ),
    Mistake(
        "only shifted",
        altered(y=lambda n: n.y_train - n.y_mean, undo=lambda n: n.outputs + n.y_mean),
        "The targets have a mean of 0 now, but not the spread that is asked for. By what are they "
        "divided?",
    ),
    Mistake(
        "only scaled",
        altered(y=lambda n: n.y_train / n.y_std, undo=lambda n: n.outputs * n.y_std),
        "The targets have a spread of 1 now, but are they centred? What else belongs to "
        "standardising?",
    ),
    Mistake(
        "x as it is",
        altered(x=lambda n: n.X_train, new=lambda n: n.X_new),
        "x has neither mean 0 nor standard deviation 1 when `fit` sees it. What should be done to "
        "X_train first?",
    ),
    Mistake(
        "x only shifted",
        altered(x=lambda n: n.X_train - n.x_mean, new=lambda n: n.X_new - n.x_mean),
        "x has a mean of 0 when `fit` sees it, but not the spread that is asked for. By what is it "
        "divided?",
    ),
    Mistake(
        "x only scaled",
        altered(x=lambda n: n.X_train / n.x_std, new=lambda n: n.X_new / n.x_std),
        "x has a spread of 1 when `fit` sees it, but is it centred?",
    ),
    Mistake(
        "a row for the targets",
        altered(y=lambda n: ((n.y_train - n.y_mean) / n.y_std)[:, 0]),
        "`fit` is given targets of another shape than y_train has. Which axis has been lost?",
    ),
    Mistake(
        "new points as they are",
        altered(new=lambda n: n.X_new),
        "Trained on standardised x, asked about x as it comes. What has to happen to X_new?",
    ),
    Mistake(
        "new points on a scale of their own",
        altered(new=by_itself),
        "A point that comes by itself has no spread. Whose mean and standard deviation should "
        "X_new be scaled by?",
    ),
    Mistake(
        "new points by the numbers of the targets",
        altered(new=lambda n: (n.X_new - n.y_mean) / n.y_std),
        "X_new is scaled by the numbers of the targets. Which column is it like?",
    ),
    Mistake(
        "new points only shifted",
        altered(new=lambda n: n.X_new - n.x_mean),
        "X_new is shifted, but not on the scale of the x that `fit` has seen. What else was done "
        "to that?",
    ),
    Mistake(
        "new points only scaled",
        altered(new=lambda n: n.X_new / n.x_std),
        "X_new is divided, but not shifted as the x that `fit` has seen was.",
    ),
    Mistake(
        "the training points",
        altered(new=lambda n: (n.X_train - n.x_mean) / n.x_std),
        "There is a prediction for each training point. For which points is one asked for?",
    ),
    Mistake(
        "x and y change places",
        altered(
            x=lambda n: (n.y_train - n.y_mean) / n.y_std,
            y=lambda n: (n.X_train - n.x_mean) / n.x_std,
        ),
        "`fit` learns x from y here. In which order does it take the two?",
    ),
    Mistake(
        "new points by the mean of x and the spread of y",
        altered(new=lambda n: (n.X_new - n.x_mean) / n.y_std),
        "X_new is shifted as x was, and divided by the spread of the targets. Which column is it "
        "like?",
    ),
    Mistake(
        "new points by the mean of y and the spread of x",
        altered(new=lambda n: (n.X_new - n.y_mean) / n.x_std),
        "X_new is divided as x was, and shifted by the mean of the targets. Which column is it "
        "like?",
    ),
    Mistake(
        "new points without brackets",
        altered(new=lambda n: n.X_new - n.x_mean / n.x_std),
        "Only the mean is divided in X_new. What is computed first, a difference or a quotient?",
    ),
    Mistake(
        "the mean of x added back",
        altered(undo=lambda n: n.outputs * n.y_std + n.x_mean),
        "The ups and downs are right, the height is that of x. Whose mean was taken off?",
    ),
    Mistake(
        "the spread of x given back",
        altered(undo=lambda n: n.outputs * n.x_std + n.y_mean),
        "The height is right, the ups and downs have the spread of x. By whose spread were the "
        "targets divided?",
    ),
    Mistake(
        "targets turned round",
        altered(y=lambda n: (n.y_mean - n.y_train) / n.y_std),
        "The predictions are mirrored: large where they should be small. Which of the two is taken "
        "from the other when y_train is standardised?",
    ),
    Mistake(
        "the first prediction",
        altered(undo=lambda n: (n.outputs * n.y_std + n.y_mean)[0]),
        "One prediction comes back. How many points are in X_new, and which shape should the "
        "result have?",
    ),
    Mistake(
        "not undone",
        altered(undo=lambda n: n.outputs),
        "The model may have learned well, but its answers are still standardised. In which "
        "unit are they wanted?",
    ),
    Mistake(
        "the mean is not added back",
        altered(undo=lambda n: n.outputs * n.y_std),
        "The shape is right, at the wrong height: one half of the undoing is missing.",
    ),
    Mistake(
        "the spread is not given back",
        altered(undo=lambda n: n.outputs + n.y_mean),
        "The height is right, the ups and downs are not: one half of the undoing is missing.",
    ),
    Mistake(
        "undone in the wrong order",
        altered(undo=lambda n: (n.outputs + n.y_mean) * n.y_std),
        "Both halves of the undoing are there, in the wrong order: what was done last is "
        "undone first.",
    ),
    Mistake(
        "standardised once more",
        altered(undo=lambda n: (n.outputs - n.y_mean) / n.y_std),
        "The answers of the model are standardised once more. How is a difference undone, and how "
        "a division?",
    ),
    Mistake(
        "divided in place of multiplied",
        altered(undo=lambda n: n.outputs / n.y_std + n.y_mean),
        "The mean comes back, but the answers are divided by the spread a second time.",
    ),
    Mistake(
        "subtracted in place of added",
        altered(undo=lambda n: n.outputs * n.y_std - n.y_mean),
        "The spread comes back, but the mean is taken off a second time.",
    ),
    Mistake(
        "undone with the numbers of x",
        altered(undo=lambda n: n.outputs * n.x_std + n.x_mean),
        "Undone with the mean and standard deviation of x. Which column do the answers of the "
        "model belong to?",
    ),
    Mistake(
        "by the variance",
        altered(undo=lambda n: n.outputs * n.y_std**2 + n.y_mean),
        "Multiplied by the variance. By what were the targets divided?",
    ),
)
