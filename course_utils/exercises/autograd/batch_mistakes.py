"""The mistakes of exercise 3.4 of notebook 03: batches that do not add up."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.accumulating import (
    accumulating,
    always_by_four,
    by_matrix,
    complete_batches_only,
    forgets_b,
    mean_of_batch_means,
    with_loss,
)

MISTAKES = (
    Mistake("adds up the means", with_loss(lambda squares, n, b: squares.mean()), given=True),
    Mistake(
        "the mean of the batch means",
        mean_of_batch_means,
        "Right where all batches have the same size. A last, smaller batch counts too much in "
        "this way: weight each by its share of the examples.",
    ),
    Mistake(
        "all at once",
        by_matrix,
        "The gradient is right, but it was computed over all examples at once. The memory "
        "holds only batch_size of them: keep the loop over the batches.",
    ),
    Mistake(
        "batches of a fixed size",
        always_by_four,
        "The batches are not as small as asked for: where do they begin and end, and what says how "
        "many fit into one?",
    ),
    Mistake(
        "counts complete batches only",
        with_loss(lambda squares, n, b: squares.mean() / (n // b)),
        "N // batch_size does not count a last, smaller batch, and is 0 if there is no other. "
        "Weight each batch by its share of the examples.",
    ),
    Mistake(
        "clears in the loop",
        with_loss(lambda squares, n, b: squares.mean(), clear=True),
        "Clearing inside the loop throws away the earlier batches. Let them add up, and weight "
        "each by its share of the examples.",
    ),
    Mistake(
        "divides by a fixed batch size",
        with_loss(lambda squares, n, b: squares.mean() * b / n),
        "Each batch is weighted with batch_size / N, but the last batch may be smaller than "
        "batch_size. How many examples are really in it?",
    ),
    Mistake(
        "the sum",
        with_loss(lambda squares, n, b: squares.sum()),
        "N times too large: this is the gradient of the sum, and the mean was wanted.",
    ),
    Mistake(
        "divides by the batch size",
        with_loss(lambda squares, n, b: squares.sum() / b),
        "The sum of the squares has to be divided by the number of all examples, N, not by "
        "batch_size.",
    ),
    Mistake(
        "the mean divided by the batch size",
        with_loss(lambda squares, n, b: squares.mean() / b),
        "A mean has been divided by the size of its batch already. What is still missing is its "
        "share of all examples.",
    ),
    Mistake(
        "the mean divided by the size of its batch",
        with_loss(lambda squares, n, b: squares.mean() / len(squares)),
        "The squares of a batch are divided twice by its size. By what does a batch mean count "
        "among all examples?",
    ),
    Mistake(
        "the mean divided by N",
        with_loss(lambda squares, n, b: squares.mean() / n),
        "The squares of a batch are divided twice, by the size of the batch and by N.",
    ),
    Mistake(
        "the mean times N",
        with_loss(lambda squares, n, b: squares.mean() * n / len(squares)),
        "The share of a batch is upside down: a batch of one in eleven should count little.",
    ),
    Mistake(
        "scales in the end",
        accumulating(loss=lambda squares, n, b: squares.mean(), finish=lambda g, b, n: g * b / n),
        "In the end all batches are weighted alike, by the share of the last one. Each has a "
        "share of its own: weight it before it is added.",
    ),
    Mistake(
        "scales what is there",
        accumulating(loss=lambda squares, n, b: squares.mean(), after=lambda g, b, n: g * b / n),
        "In `.grad` lie the earlier batches as well, and they are scaled again in each round. "
        "Scale the loss of the batch, before backward.",
    ),
    Mistake(
        "the first batch only",
        accumulating(starts=lambda n, b: range(0, min(b, n), b)),
        "Only the first batch counts: does the loop end too early, at a `return` or `break`?",
    ),
    Mistake(
        "keeps the last batch only",
        with_loss(lambda squares, n, b: squares.sum() / n, clear=True),
        "Only the last batch is left. Clearing belongs before the first batch, not between them.",
    ),
    Mistake(
        "begins with the second batch",
        accumulating(starts=lambda n, b: range(b, n, b) if n > b else range(0, n, b)),
        "The first batch is missing: where does the loop start?",
    ),
    Mistake(
        "batches that overlap",
        accumulating(starts=lambda n, b: range(n)),
        "Many examples are counted more than once: by how much does `start` have to grow from "
        "one batch to the next?",
    ),
    Mistake(
        "the number of batches for a range",
        accumulating(starts=lambda n, b: range(max(n // b, 1))),
        "`start` counts 0, 1, 2, … here, and it should be the place where a batch begins. Some "
        "examples are counted again and again, others never.",
    ),
    Mistake(
        "forgets b",
        forgets_b,
        "The prediction is not complete: b has no effect, so its gradient is 0.",
    ),
    Mistake(
        "N is 11",
        with_loss(lambda squares, n, b: squares.sum() / 11),
        "It fits 11 examples and not 4: is a number written where a length belongs?",
    ),
    Mistake(
        "complete batches only",
        complete_batches_only,
        "The last, incomplete batch is missing.",
    ),
    Mistake(
        "never calls backward",
        lambda t_u, t_c, params, batch_size: params.clone().requires_grad_().grad,
        "None came back. Is the `return` there, and has backward run before it? Without it "
        "`.grad` is None.",
    ),
    Mistake(
        "nothing is recorded",
        lambda t_u, t_c, params, batch_size: (params[0] * t_u).sum().detach().backward(),
        "Nothing leads from this loss back to the parameters: is the record cut by detach, "
        "item, no_grad or a new tensor?",
    ),
)
