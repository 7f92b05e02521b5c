"""The known mistakes of exercise 5.3 in what pulls the weights and the bias."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import decay_slips as slips

_AMOUNTS = (
    (
        "half the pull",
        lambda X, lam: lam / 2,
        "The weights decay half as fast as they should. What is the derivative of λ/2 · w²?",
    ),
    (
        "twice the pull",
        lambda X, lam: 2 * lam,
        "The weights decay twice as fast as they should. The penalty has a ½ in front of its "
        "square.",
    ),
    (
        "a reward",
        lambda X, lam: -lam,
        "The penalty pushes the weights away from zero here. Look at its sign.",
    ),
    (
        "λ squared",
        lambda X, lam: lam**2,
        "λ is multiplied in twice.",
    ),
    (
        "the root of λ",
        lambda X, lam: lam**0.5,
        "The pull is the root of λ times w. Where has the root come in?",
    ),
    (
        "a pull of w",
        lambda X, lam: 1.0,
        "The weights decay, and always by the same share. Where does `lam` come in?",
    ),
    (
        "λ by the number of examples",
        lambda X, lam: lam / len(X),
        "The pull is divided by the number of examples. The mean belongs to the data's part alone.",
    ),
    (
        "twice λ by the number of examples",
        lambda X, lam: 2 * lam / len(X),
        "The pull is multiplied with 2/N. That factor belongs to the data's part alone.",
    ),
    (
        "λ by the number of weights",
        lambda X, lam: lam / X.shape[1],
        "The pull is divided by the number of weights. Is there a mean in the penalty, or a sum?",
    ),
)

_SHAPES = (
    (
        "λ alone",
        lambda w, lam: lam,
        "λ itself is added to the slope, the same for each weight. How does the penalty's gradient "
        "depend on the weight?",
    ),
    (
        "the sign of w",
        lambda w, lam: lam * w.sign(),
        "Each weight is pulled by the same amount, whatever its size. That is the gradient of a "
        "penalty on |w|; here it is on w².",
    ),
    (
        "w squared",
        lambda w, lam: lam * w**2,
        "The square of w stands in the penalty. Its gradient has another power.",
    ),
    (
        "half of λ times w squared",
        lambda w, lam: lam / 2 * w**2,
        "The penalty of each weight is added to its slope. Descent needs the penalty's gradient.",
    ),
    (
        "the value of the penalty",
        lambda w, lam: lam / 2 * (w**2).sum(),
        "The value of the penalty is added to each slope. Descent needs its gradient.",
    ),
    (
        "λ times the squared norm",
        lambda w, lam: lam * (w**2).sum(),
        "λ times the sum of squares is added to each slope. The gradient has an entry of its own "
        "for each weight.",
    ),
    (
        "λ times the norm",
        lambda w, lam: lam * w.norm(),
        "Here λ is multiplied with the length of w. The gradient has an entry of its own for each "
        "weight.",
    ),
    (
        "w of length 1",
        lambda w, lam: lam * w / w.norm(),
        "w is divided by its length before it pulls: the gradient of a norm that is not squared. "
        "The penalty has the square.",
    ),
)

PULLS = (
    Mistake(
        "no penalty",
        slips.descending(pull_w=slips.no_pull),
        "This is descent without a penalty: `lam` has no effect. Which gradient does it add?",
    ),
    Mistake(
        "the bias decays too",
        slips.descending(pull_b=slips.pull),
        "The bias is pulled towards zero as the weights are. It should have no penalty.",
    ),
    Mistake(
        "only the bias decays",
        slips.descending(pull_w=slips.no_pull, pull_b=slips.pull),
        "The other way round: here b is pulled towards zero, and the weights are not.",
    ),
    *(Mistake(name, slips.with_another_pull(of), hint) for name, of, hint in _AMOUNTS),
    *(Mistake(name, slips.descending(pull_w=pull_w), hint) for name, pull_w, hint in _SHAPES),
    Mistake(
        "shrinks by λ",
        slips.shrinking("beside", lambda lr, lam: lam),
        "Each epoch takes a share λ of the weights. The learning rate multiplies λw as well.",
    ),
    Mistake(
        "shrinks before the miss",
        slips.shrinking("before"),
        "The weights shrink before the predictions are made. Both gradients are taken at the same "
        "weights: the old ones.",
    ),
    Mistake(
        "shrinks after the step",
        slips.shrinking("after"),
        "The weights shrink after the step, so that the step shrinks with them. Both gradients are "
        "taken at the same weights: the old ones.",
    ),
    Mistake(
        "shrinks once, at the end",
        slips.shrinking("end"),
        "The weights shrink only once, after all epochs. The pull belongs to each of them.",
    ),
)
