"""Exercise 7.1 of notebook 07: a network that was born with all its numbers zero."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise, Mistake

Start = tuple[Tensor, Tensor, Tensor, Tensor]


def make_start(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Return W1 (hidden, in), b1 (hidden,), W2 (1, hidden), b2 (1,): weights uniform in ±1."""
    W1 = 2 * torch.rand(num_hidden, num_in, generator=generator) - 1
    W2 = 2 * torch.rand(1, num_hidden, generator=generator) - 1
    return W1, torch.zeros(num_hidden), W2, torch.zeros(1)


def _zeros(num_in: int, num_hidden: int, generator: Generator) -> Start:
    shapes = (num_hidden, num_in), (num_hidden,), (1, num_hidden), (1,)
    W1, b1, W2, b2 = (torch.zeros(shape) for shape in shapes)
    return W1, b1, W2, b2


def _normal_everywhere(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = (
        torch.randn(part.shape, generator=generator)
        for part in _zeros(num_in, num_hidden, generator)
    )
    return W1, b1, W2, b2


def _first_layer_only(num_in: int, num_hidden: int, generator: Generator) -> Start:
    _, b1, W2, b2 = _zeros(num_in, num_hidden, generator)
    return torch.randn(num_hidden, num_in, generator=generator), b1, W2, b2


def _filled(number: float) -> Callable[..., Start]:
    def start(num_in: int, num_hidden: int, generator: Generator) -> Start:
        W1, b1, W2, b2 = _zeros(num_in, num_hidden, generator)
        return W1 + number, b1, W2 + number, b2

    return start


def _one_draw_each(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = _zeros(num_in, num_hidden, generator)
    draws = 0.1 + torch.rand(2, generator=generator)
    return W1 + draws[0], b1, W2 + draws[1], b2


def _unseeded(num_in: int, num_hidden: int, generator: Generator) -> Start:
    fresh = Generator()
    fresh.seed()
    return make_start(num_in, num_hidden, fresh)


def _seeded_inside(num_in: int, num_hidden: int, generator: Generator) -> Start:
    return make_start(num_in, num_hidden, Generator().manual_seed(0))


def _far_too_large(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = make_start(num_in, num_hidden, generator)
    return 1000 * W1, b1, W2, b2


def _last_bias_only(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, _ = _zeros(num_in, num_hidden, generator)
    return W1, b1, W2, torch.rand(1, generator=generator)


def _turned(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = make_start(num_in, num_hidden, generator)
    return W1.T, b1, W2, b2


def _shapes(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> Any:
    """Return the shapes of the four tensors."""
    parts = answer(num_in, num_hidden, Generator().manual_seed(seed))
    return tuple(tuple(part.shape) for part in parts)


def _trained(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> Any:
    """Return the start, and where five steps of gradient descent lead it."""
    examples = torch.Generator().manual_seed(71)
    X = torch.randn(30, num_in, generator=examples)
    y = torch.randn(30, 1, generator=examples) + X[:, :1] + 0.5
    born = [part.detach().clone() for part in answer(num_in, num_hidden, _seeded(seed))]
    params = [part.clone().requires_grad_() for part in born]
    for _ in range(5):
        W1, b1, W2, b2 = params
        loss = ((torch.tanh(X @ W1.T + b1) @ W2.T + b2 - y) ** 2).mean()
        grads = torch.autograd.grad(loss, params)
        params = [
            (p - 0.05 * g).detach().requires_grad_() for p, g in zip(params, grads, strict=True)
        ]
    return born, [param.detach() for param in params]


def _seeded(seed: int) -> Generator:
    return Generator().manual_seed(seed)


def _units_apart(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    W1, b1, _, _ = _trained(answer, num_in, num_hidden, seed)[1]
    units = torch.cat([W1, b1[:, None]], dim=1).unsqueeze(1)
    far = (units - units.transpose(0, 1)).abs().amax(dim=2) > 1e-6
    alike = int((~far).sum()) - num_hidden
    return f"{alike // 2} pairs of hidden units that are alike"


def _weights_moved(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    born, now = _trained(answer, num_in, num_hidden, seed)
    moved = torch.cat([(born[i] != now[i]).flatten() for i in (0, 2)])
    if moved.all():
        return "all weights have moved"
    return "some weights have not moved" if moved.any() else "no weight has moved"


def _repeats(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    one, again, other = (answer(num_in, num_hidden, _seeded(s)) for s in (seed, seed, seed + 1))
    same = all(torch.equal(a, b) for a, b in zip(one, again, strict=True))
    differs = any(not torch.equal(a, b) for a, b in zip(one, other, strict=True))
    words = "the same start" if same else "another start"
    return f"{words} from the same seed, {'another' if differs else 'the same'} from another seed"


START_TO_MEND = Exercise(
    number="7.1",
    title="A start from zero",
    level="change",
    learned="chance in the weights makes the units different; biases may start at zero",
    cases=(
        Case("2 inputs, 5 hidden units: the four shapes", (2, 5, 1), _shapes),
        Case("2 inputs, 5 hidden units: the units after five steps", (2, 5, 1), _units_apart),
        Case("3 inputs, 8 hidden units: the units after five steps", (3, 8, 2), _units_apart),
        Case("3 inputs, 8 hidden units: the weights after five steps", (3, 8, 2), _weights_moved),
        Case("one input, 4 hidden units, called three times", (1, 4, 3), _repeats),
    ),
    reference=make_start,
    correct=(_normal_everywhere, _first_layer_only),
    mistakes=(
        Mistake("as it was given", _zeros, given=True),
        Mistake(
            "a constant",
            _filled(0.5),
            "Everything moves now, but all hidden units move alike: from equal numbers comes an "
            "equal gradient. What would make them differ?",
        ),
        Mistake(
            "one draw for all units",
            _one_draw_each,
            "A number was drawn, but the same one for all units of a layer. How many draws does "
            "a layer need?",
        ),
        Mistake(
            "a seed of its own",
            _seeded_inside,
            "This start is the same whatever generator is handed in. Who should decide about the "
            "seed?",
        ),
        Mistake(
            "does not repeat itself",
            _unseeded,
            "The same generator should give the same start again. From which generator do these "
            "numbers come?",
        ),
        Mistake(
            "only the last bias",
            _last_bias_only,
            "The weights start at zero as before, and so they stay at zero. Which of the four "
            "tensors can make the hidden units differ?",
        ),
        Mistake(
            "far too large",
            _far_too_large,
            "The units differ, but some weights get no gradient at all: with weights as large as "
            "these, where on the curve of tanh do the units sit?",
        ),
        Mistake(
            "W1 turned round",
            _turned,
            "`W1` has its axes exchanged. Which of its sizes belongs to the hidden units?",
        ),
    ),
)
