"""What learners answer in notebook 06: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]


def on_paper(number: str, *answers: tuple[str, str]) -> list[Answer]:
    """Wrong answers that are no functions, and what each is told."""
    return [(number, code, "wrong", word) for code, word in answers]


def collapsing(
    step: str,
    result: str = "W, b",
    start: str = "W, b = weights[0], biases[0]",
    rest: str = "list(zip(weights, biases))[1:]",
) -> str:
    """A loop over the layers with this step."""
    return f"""
def answer(weights, biases):
    {start}
    for Wk, bk in {rest}:
        {step}
    return {result}
"""


RIGHT_STEP = "W, b = Wk @ W, Wk @ b + bk"

COLLAPSE: list[Answer] = [
    ("6.1", collapsing(RIGHT_STEP), "right", ""),
    ("6.1", collapsing(RIGHT_STEP, "[W.double(), b.double()]"), "right", ""),
    ("6.1", collapsing(RIGHT_STEP, "W.numpy(), b.numpy()"), "right", ""),
    ("6.1", collapsing("W = Wk @ W; b = Wk @ b; b += bk"), "right", ""),
    (
        "6.1",
        """
def answer(weights, biases):
    weights, biases = list(weights), list(biases)
    W, b = weights.pop(), biases.pop()
    while weights:
        b = W @ biases.pop() + b
        W = W @ weights.pop()
    return W, b
""",
        "right",
        "",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    def net(x):
        for W, b in zip(weights, biases):
            x = W @ x + b
        return x
    zero = torch.zeros(weights[0].shape[1])
    return torch.autograd.functional.jacobian(net, zero), net(zero)
""",
        "right",
        "",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    layer = nn.Linear(weights[0].shape[1], len(biases[-1]))
    W = torch.linalg.multi_dot(weights[::-1]) if len(weights) > 1 else weights[0]
    b = biases[0]
    for k in range(1, len(weights)):
        b = weights[k] @ b + biases[k]
    with torch.no_grad():
        layer.weight.copy_(W)
        layer.bias.copy_(b)
    return layer.weight, layer.bias
""",
        "right",
        "",
    ),
    ("6.1", "def answer(weights, biases): ...", "open", ""),
    ("6.1", collapsing("W = Wk @ W; b = b + bk"), "wrong", "added up"),
    ("6.1", collapsing("W = Wk @ W", "W, sum(biases)"), "wrong", "added up"),
    ("6.1", collapsing("W = Wk @ W", "W, sum(b.sum() for b in biases)"), "wrong", "one number"),
    ("6.1", collapsing("W = Wk @ W", "W, torch.stack(biases).sum(0)"), "wrong", "!stack expects"),
    ("6.1", collapsing("W = Wk @ W", "W, biases[-1]"), "wrong", "earlier layer"),
    ("6.1", collapsing("W = Wk @ W; b = bk"), "wrong", "earlier layer"),
    ("6.1", collapsing("W = Wk @ W", "W, biases[0]"), "wrong", "still that of the first"),
    ("6.1", collapsing("W = Wk @ W; b = Wk @ b"), "wrong", "of its own"),
    (
        "6.1",
        collapsing(RIGHT_STEP, start="W, b = weights[0], torch.zeros_like(biases[0])"),
        "wrong",
        "first bias",
    ),
    (
        "6.1",
        collapsing(
            "b = Wk @ last + bk; W = Wk @ W; last = bk",
            start="W, b = weights[0], biases[0]; last = b",
        ),
        "wrong",
        "further in front",
    ),
    ("6.1", collapsing(RIGHT_STEP, rest="list(zip(weights, biases))[1:-1]"), "wrong", "last"),
    (
        "6.1",
        collapsing(RIGHT_STEP, rest="list(zip(weights, biases))"),
        "wrong",
        "first layer twice|passed twice",
    ),
    ("6.1", collapsing(RIGHT_STEP, rest="list(zip(weights, biases))[2:]"), "wrong", "second"),
    (
        "6.1",
        "lambda weights, biases: (weights[1] @ weights[0], weights[1] @ biases[0] + biases[1])",
        "wrong",
        "first two layers",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    if len(weights) == 1:
        return weights[0], biases[0]
    return weights[-1] @ weights[0], weights[-1] @ biases[0] + biases[-1]
""",
        "wrong",
        "between",
    ),
    (
        "6.1",
        "lambda weights, biases: (weights[-1] @ weights[0], weights[-1] @ biases[0] + biases[-1])",
        "wrong",
        "between|single layer|twice",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for Wk, bk in list(zip(weights, biases))[1:]:
        W, b = Wk @ W, Wk @ b + bk
        return W, b
""",
        "wrong",
        "inside the",
    ),
    ("6.1", collapsing("W = Wk @ W; b = Wk @ (b + bk)"), "wrong", "before|first and adds"),
    ("6.1", collapsing("W = Wk @ W; b = W @ b + bk"), "wrong", "product of all weights"),
    ("6.1", collapsing("W = W @ Wk; b = Wk @ b + bk"), "wrong", "order"),
    ("6.1", collapsing("W = W @ Wk; b = b @ Wk + bk"), "wrong", "order|turned"),
    ("6.1", collapsing("W = Wk @ W; b = b @ Wk + bk"), "wrong", "turned|b @"),
    ("6.1", collapsing("W = Wk @ W; b = b @ Wk.T + bk", "W.T, b"), "wrong", "turned"),
    ("6.1", collapsing("W = Wk.T @ W; b = Wk.T @ b + bk"), "wrong", "turned|\\.T"),
    ("6.1", collapsing("W = Wk * W; b = Wk @ b + bk"), "wrong", "entry by entry"),
    ("6.1", collapsing("W = Wk + W; b = Wk @ b + bk"), "wrong", "add"),
    ("6.1", collapsing("W = Wk + W; b = b + bk"), "wrong", "add"),
    ("6.1", collapsing("W = Wk @ W; b = Wk @ b - bk"), "wrong", "sign|taken off"),
    ("6.1", collapsing("b = Wk @ b + bk"), "wrong", "weight"),
    ("6.1", collapsing("W = Wk @ W; b = Wk @ bk + b"), "wrong", "later one goes through"),
    ("6.1", collapsing(RIGHT_STEP, "W, b[:, None]"), "wrong", "is a column"),
    ("6.1", collapsing(RIGHT_STEP, "W, b[None]"), "wrong", "shape"),
    ("6.1", collapsing(RIGHT_STEP, "W.T, b"), "wrong", "turned"),
    ("6.1", collapsing(RIGHT_STEP, "b, W"), "wrong", "place of each other"),
    ("6.1", collapsing(RIGHT_STEP, "W"), "wrong", "alone"),
    ("6.1", collapsing(RIGHT_STEP, "b"), "wrong", "alone"),
    (
        "6.1",
        collapsing(RIGHT_STEP, "torch.cat([W, b[:, None]], dim=1)"),
        "wrong",
        "!wanted a tuple|tuple",
    ),
    (
        "6.1",
        collapsing(
            "W, b = W @ Wk, W @ bk + b",
            start="weights.reverse(); biases.reverse(); W, b = weights[0], biases[0]",
        ),
        "wrong",
        "!`reverse`",
    ),
    (
        "6.1",
        collapsing(
            RIGHT_STEP, start="W, b = weights.pop(0), biases.pop(0)", rest="zip(weights, biases)"
        ),
        "wrong",
        "!`pop`",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    for k in range(1, len(weights)):
        biases[k] = weights[k] @ biases[k - 1] + biases[k]
        weights[k] = weights[k] @ weights[k - 1]
    return weights[-1], biases[-1]
""",
        "wrong",
        "!assignment to an entry",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for k in range(1, len(weights)):
        W, b = weights[k] @ W, weights[k] @ b + biases[k]
        weights[k] = weights[k].numpy()
    return W, b
""",
        "wrong",
        "!changed what it was given",
    ),
    ("6.1", collapsing("W = Wk @ W; bk += Wk @ b; b = bk"), "wrong", "came back changed"),
    ("6.1", collapsing(RIGHT_STEP, "None"), "wrong", "!`return`"),
]


def network(first: str, second: str, last: str, result: str = "out") -> str:
    """A network with these lines for its three layers."""
    return f"""
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = {first}
    H2 = {second}
    out = {last}
    return {result}
"""


FIRST, SECOND = "torch.tanh(X @ W1.T + b1)", "torch.tanh(H1 @ W2.T + b2)"
LAST = "H2 @ W3.T + b3"

FORGETFUL: list[Answer] = [
    ("6.2", network(FIRST, SECOND, LAST), "right", ""),
    ("6.2", network("F.linear(X, W1, b1).tanh_()", SECOND, LAST), "right", ""),
    ("6.2", network("nn.Tanh()(X @ W1.T + b1)", SECOND, "F.linear(H2, W3, b3)"), "right", ""),
    ("6.2", network("X @ W1.T + b1", "torch.tanh(torch.tanh(H1) @ W2.T + b2)", LAST), "right", ""),
    (
        "6.2",
        network(
            "(W1 @ X.T + b1[:, None]).tanh()",
            "(W2 @ H1 + b2[:, None]).tanh()",
            "(W3 @ H2 + b3[:, None]).T",
        ),
        "right",
        "",
    ),
    (
        "6.2",
        """
def answer(X, params):
    H = X
    for k in range(0, 6, 2):
        H = H @ params[k].T + params[k + 1]
        if k < 4:
            H = (H.exp() - (-H).exp()) / (H.exp() + (-H).exp())
    return H
""",
        "right",
        "",
    ),
    (
        "6.2",
        "lambda X, params: torch.stack([F.linear(torch.tanh(F.linear(torch.tanh(F.linear("
        "x, *params[:2])), *params[2:4])), *params[4:]) for x in X])",
        "right",
        "",
    ),
    (
        "6.2",
        network(
            "X.double() @ W1.T.double() + b1",
            SECOND.replace("W2.T", "W2.T.double()"),
            "H2 @ W3.T.double() + b3",
        ).replace("X.double() @ W1.T.double() + b1", "torch.tanh(X.double() @ W1.T.double() + b1)"),
        "right",
        "",
    ),
    ("6.2", network("X @ W1.T + b1; Z1 = torch.tanh(H1)", SECOND, LAST), "open", ""),
    ("6.2", network("X @ W1.T + b1", SECOND, LAST), "open", ""),
]
for first, second, last, word in [
    (FIRST, SECOND, f"torch.tanh({LAST})", "locked between"),
    (FIRST, "H1 @ W2.T + b2", LAST, "second"),
    (FIRST, "H1 @ W2.T + b2", f"torch.tanh({LAST})", "behind the last"),
    ("X @ W1.T + b1", SECOND, f"torch.tanh({LAST})", "behind the last"),
    ("X @ W1.T + b1", "H1 @ W2.T + b2", LAST, "no layer bends"),
    ("X @ W1.T + b1", "H1 @ W2.T + b2", f"torch.tanh({LAST})", "last"),
    (FIRST, f"torch.tanh({SECOND})", LAST, "second layer goes through tanh twice"),
    (f"torch.tanh({FIRST})", SECOND, LAST, "first layer goes through tanh twice"),
    (f"torch.tanh({FIRST})", f"torch.tanh({SECOND})", LAST, "twice"),
    ("X @ W1.T + b1", f"torch.tanh({SECOND})", LAST, "first still"),
    ("torch.tanh(X) @ W1.T + b1", SECOND, LAST, "features"),
    ("torch.tanh(torch.tanh(X) @ W1.T + b1)", SECOND, LAST, "features"),
    ("torch.tanh(X @ W1.T) + b1", SECOND, LAST, "bias"),
    (FIRST, "torch.tanh(H1 @ W2.T) + b2", LAST, "bias"),
    ("torch.tanh(X @ W1.T) + b1", "torch.tanh(H1 @ W2.T) + b2", LAST, "bias"),
    ("torch.relu(X @ W1.T + b1)", SECOND, LAST, "another one"),
    (FIRST, "torch.relu(H1 @ W2.T + b2)", LAST, "second"),
    ("torch.relu(X @ W1.T + b1)", "torch.relu(H1 @ W2.T + b2)", LAST, "ReLU"),
    ("torch.sigmoid(X @ W1.T + b1)", SECOND, LAST, "another one|sigmoid"),
    ("torch.sigmoid(X @ W1.T + b1)", "torch.sigmoid(H1 @ W2.T + b2)", LAST, "sigmoid"),
    ("torch.tan(X @ W1.T + b1)", SECOND, LAST, "tan"),
    ("torch.atanh(X @ W1.T + b1)", SECOND, LAST, "tan"),
    ("1 - torch.tanh(X @ W1.T + b1) ** 2", SECOND, LAST, "slope"),
    (FIRST, SECOND, "H1 @ W3.T + b3", "reads"),
    (FIRST, "torch.tanh(X @ W2.T + b2)", LAST, "!Raised: RuntimeError"),
    (FIRST, SECOND, "H2 @ W3.T", "b3"),
    (FIRST, "torch.tanh(H1 @ W2.T)", LAST, "bias"),
    ("torch.tanh(X @ W1.T)", SECOND, LAST, "bias"),
    ("torch.tanh(X @ W1.T + b1).detach()", "torch.tanh(H1 @ W2.T + b2).detach()", LAST, "gradient"),
    ("torch.tanh(X @ W1.T + b1).data", SECOND, LAST, "gradient"),
    ("X @ W1.T + b1; H1.data = torch.tanh(H1)", SECOND, LAST, "its slope is missing"),
    ("X @ W1.T + b1; H1.data.tanh_()", SECOND, LAST, "its slope is missing"),
    (FIRST, SECOND, f"({LAST}).detach()", "gradient"),
    ("X @ W1.T + b1; H1 = nn.Tanh(H1)", SECOND, LAST, "nn.Tanh"),
    ("X @ W1.T + b1; H1 = math.tanh(H1)", SECOND, LAST, "one number"),
    ("torch.tanh(X @ W1 + b1)", SECOND, LAST, "!cannot be multiplied"),
    ("torch.tanh(X.tanh_() @ W1.T + b1)", SECOND, LAST, "!changed what it was given"),
]:
    FORGETFUL.append(("6.2", network(first, second, last), "wrong", word))
for result, word in [
    ("H1, H2, out", "!one entry alone|hidden layers"),
    ("H2", "!wanted shape|hidden"),
    ("H1", "!wanted shape|hidden"),
    ("out.T", "transposed|!wanted shape"),
    ("out.sum(dim=0)", "!wanted shape"),
    ("out.sum()", "sum"),
    ("torch.tanh(out)", "locked between"),
    ("None", "!`return`"),
    ("list(out)", "!stack"),
]:
    FORGETFUL.append(("6.2", network(FIRST, SECOND, LAST, result), "wrong", word))

COLOURS_FIRST: list[Answer] = [
    ("6.3", f"lambda images: {code}", "right", "")
    for code in (
        "images.flatten(1, 2).transpose(1, 2)",
        "images.permute(0, 3, 1, 2).reshape(len(images), images.shape[3], -1)",
        "images.permute(0, 3, 1, 2).contiguous().view(len(images), images.shape[3], -1)",
        "images.movedim(-1, 1).flatten(2)",
        "torch.einsum('bhwc->bchw', images).flatten(2)",
        "torch.stack([images[..., c].flatten(1) for c in range(images.shape[3])], dim=1)",
        "images.swapaxes(1, 3).swapaxes(2, 3).flatten(2)",
        "images.numpy().transpose(0, 3, 1, 2).reshape(len(images), images.shape[3], -1)",
        "images.double().flatten(1, 2).mT",
    )
] + [
    ("6.3", "lambda images: images.reshape(len(images), images.shape[3], -1)", "open", ""),
    (
        "6.3",
        """
def answer(images):
    B, height, width, colours = images.shape
    images.permute(0, 3, 1, 2)
    return images.reshape(B, colours, height * width)
""",
        "open",
        "",
    ),
]

TENT: list[Answer] = [
    ("6.4", code, "right", "")
    for code in (
        "[(1, -2, 1), (1, -3, -2), (1, -4, 1)]",
        "((1, -4, 1), (1, -2, 1), (1, -3, -2))",
        "[[10, -20, 0.1], [1, -3, -2], [3, -12, 1 / 3]]",
        "((-1, 4, 1), (-1, 3, -2), (-1, 2, 1))",
        "((1, -2, 1), (1, -3, -2), (0.5, -2, 2))",
        "[torch.tensor([1.0, -2, 1]), (1, -3, -2), np.array([1, -4, 1])]",
    )
] + [
    ("6.4", "...", "open", ""),
    *on_paper(
        "6.4",
        ("[(1, -2, 1), (1, -3, -1), (1, -4, 1)]", "by how much has the slope to change at the tip"),
        ("[(1, -2, 1), (1, -3, -1), (1, -4, -1)]", "falls for ever"),
        ("[(1, -2, 1), (1, -3, -1), (1, -4, 0)]", "stays at 1"),
        ("[(1, -2, 1), (1, -3, -2), (1, -4, 0)]", "stops the fall"),
        ("[(1, -2, 1), (1, -3, -2), (0, 0, 0)]", "stops the fall"),
        ("[(1, -2, 1), (1, -3, -2), (1, -4, -1)]", "which sign"),
        ("[(1, -2, 1), (1, -3, -2), (1, -4, 2)]", "becomes 1"),
        ("[(1, -2, 1), (1, -3, 1), (1, -4, 1)]", "all three climb"),
        ("[(1, -2, 0), (1, -3, 1), (1, -4, 0)]", "heights of the tent"),
        ("[(1, 2, 1), (1, 3, -2), (1, 4, 1)]", "which sign has b"),
        ("[(-2, 1, 1), (-3, 1, -2), (-4, 1, 1)]", "first two numbers"),
        ("[(1, 1, -2), (1, -2, -3), (1, 1, -4)]", "another order"),
        ("[(1, -2, 1), (-2, -3, 1), (1, -4, 1)]", "second unit"),
        ("[(1, -2, 2), (1, -3, -4), (1, -4, 2)]", "twice as high"),
        ("[(2, -4, 1), (2, -6, -2), (2, -8, 1)]", "how steep does the first"),
        ("[(1, -2, -1), (1, -3, 2), (1, -4, -1)]", "upside down"),
        ("[(1, 0, 1), (1, -1, -2), (1, -2, 1)]", "between 0 and 2"),
        ("[(1, -3, 1), (1, -4, -2), (1, -5, 1)]", "between 3 and 5"),
        ("[(2, -2, 1), (2, -3, -2), (2, -4, 1)]", "corners have moved"),
        ("[(1, -2, 1), (1, -3, -2), (-1, 4, 1)]", "left of the tent"),
        ("[(1, 0, 1), (1, 0, -2), (1, 0, 1)]", "is every bias another one"),
        ("[(1, -2, 1), (1, -3, -2)]", "!2 units of three numbers"),
        ("[(1, -2, 1), (1, -3, -1)]", "!2 units of three numbers"),
        ("[(1, -2, 1), (1, -3, -2), (1, -4, 1), (1, -9, 0)]", "!4 units of three numbers"),
        ("[(1, -2), (1, -3), (1, -4)]", "!not each of three numbers"),
        ("(1, 1, 1, -2, -3, -4, 1, -2, 1)", "!9 entries"),
        ("[(1, '-2', 'up'), (1, -3, -2), (1, -4, 1)]", "!3 entries"),
        ("[]", "!0 units"),
        ("{'units': 3}", "!type dict"),
        ("lambda x: max(0, 1 - abs(x - 3))", "!function"),
        ("7", "!wanted a tuple"),
        ("torch.tensor([[1, -2, 1], [1, -3, -2], [1, -4, 1]])", "!wanted a tuple"),
        ("[(0, 0, 0), (0, 0, 0), (0, 0, 0)]", "0 everywhere"),
        ("((1, -2, 1), (-1, 4, 1), (1, -3, 0))", "the two add up to 2"),
    ),
]

CAUSES: list[Answer] = [
    ("6.5", code, "right", "")
    for code in (
        "('dead', 'lost', 'linear', 'scale', 'saturated')",
        "['Dead', 'LOST', ' linear', 'scale ', 'saturated']",
        "np.array(['dead', 'lost', 'linear', 'scale', 'saturated'])",
        "tuple('dead lost linear scale saturated'.split())",
    )
] + [
    ("6.5", "...", "open", ""),
    *on_paper(
        "6.5",
        ("('dead', 'lost', 'linear', 'saturated', 'scale')", "in D the features are standardised"),
        (
            "('dead', 'linear', 'lost', 'scale', 'saturated')",
            "which weights does the optimizer have",
        ),
        ("('dead', 'dead', 'linear', 'scale', 'saturated')", "who moves weights"),
        ("('linear', 'lost', 'dead', 'scale', 'saturated')", "in A an activation"),
        ("('saturated', 'lost', 'linear', 'scale', 'dead')", "units that are always 0"),
        ("('dead', 'lost', 'dead', 'scale', 'saturated')", "one number for all examples"),
        ("('dead', 'lost', 'lost', 'scale', 'saturated')", "no more than a line"),
        ("('dead', 'lost', 'scale', 'linear', 'saturated')", "in C the targets"),
        ("('dead', 'lost', 'saturated', 'scale', 'linear')", "if all units of C were saturated"),
        ("('lost', 'dead', 'linear', 'scale', 'saturated')", "the optimizer has no part"),
        ("('dead', 'scale', 'linear', 'lost', 'saturated')", "in B the targets"),
        ("('dead', 'lost', 'linear', 'dead', 'saturated')", "0 for every example"),
        ("('dead', 'lost', 'linear', 'scale', 'scale')", "in E the targets"),
        ("('dead', 'lost', 'linear', 'scale', 'dead')", "the units are tanh"),
        ("('dead', 'lost', 'linear', 'scale', 'lost')", "in E no layer is said to be missing"),
        ("('dead', 'lost', 'linear', 'scale', 'linear')", "in E tanh is at work"),
        ("('dead', 'saturated', 'linear', 'scale', 'lost')", "stand still all the same"),
        ("('scale', 'lost', 'linear', 'dead', 'saturated')", "what is so with their units"),
        ("('linear', 'lost', 'scale', 'saturated', 'dead')", "in the order of the task"),
        ("('dead', 'lost', 'linear', 'lost', 'saturated')", "all weights have moved"),
        ("('dead', 'lost', 'linear', 'linear', 'saturated')", "not even a line"),
        ("('dead', 'lost', 'linear', 'scale')", "!these are 4"),
        ("('dead', 'lost', 'linear', 'scale', 'off centre')", "!none of the words on offer"),
        ("'dead, lost, linear, scale, centre'", "!wanted a tuple"),
        ("(1, 2, 3, 4, 5)", "!"),
        ("{'A': 'dead'}", "!type dict"),
    ),
]


def backward(
    grad_X: str = "grad_output @ weight",
    grad_weight: str = "grad_output.T @ X",
    grad_bias: str = "grad_output.sum(dim=0)",
) -> str:
    """An answer with these three gradients."""
    return f"lambda X, weight, grad_output: ({grad_X}, {grad_weight}, {grad_bias})"


LINEAR_BACKWARD: list[Answer] = [
    ("6.6", backward(), "right", ""),
    (
        "6.6",
        backward(
            "torch.einsum('bc,cd->bd', grad_output, weight)",
            "torch.einsum('bc,bd->cd', grad_output, X)",
            "torch.einsum('bc->c', grad_output)",
        ),
        "right",
        "",
    ),
    (
        "6.6",
        backward(
            "(weight.T @ grad_output.T).T", "(X.T @ grad_output).T", "grad_output.mean(0) * len(X)"
        ),
        "right",
        "",
    ),
    (
        "6.6",
        backward(
            "grad_output.double() @ weight.double()",
            "(grad_output.T @ X).numpy()",
            "torch.ones(len(X)) @ grad_output",
        ),
        "right",
        "",
    ),
    (
        "6.6",
        """
def answer(X, weight, grad_output):
    layer = nn.Linear(X.shape[1], len(weight))
    layer.weight.data = weight.clone()
    X = X.clone().requires_grad_()
    layer(X).backward(grad_output)
    return [X.grad, layer.weight.grad, layer.bias.grad]
""",
        "right",
        "",
    ),
    (
        "6.6",
        """
def answer(X, weight, grad_output):
    b = torch.zeros(len(weight), requires_grad=True)
    X.requires_grad_(); weight.requires_grad_()
    (X @ weight.T + b).backward(grad_output)
    return X.grad, weight.grad, b.grad
""",
        "wrong",
        "!requires a gradient|grad",
    ),
    ("6.6", "def answer(X, weight, grad_output): ...", "open", ""),
]
for parts, word in [
    (
        ("grad_output @ weight / len(X)", "grad_output.T @ X / len(X)", "grad_output.mean(0)"),
        "divided",
    ),
    (("", "grad_output.T @ X / len(X)", "grad_output.mean(0)"), "divided"),
    (("", "grad_output.T @ X / len(X)", ""), "divided"),
    (("grad_output @ weight / len(X)", "", ""), "divided"),
    (("", "", "grad_output.mean(0)"), "add up"),
    (("", "", "grad_output"), "one bias for all"),
    (("", "", "grad_output.sum(dim=1)"), "axis"),
    (("", "", "grad_output.sum()"), "single number"),
    (("", "", "grad_output.mean()"), "single number"),
    (("", "", "torch.ones(len(weight))"), "chain rule"),
    (("", "", "torch.full((len(weight),), float(len(X)))"), "grad_output"),
    (("", "", "grad_output.sum(0, keepdim=True)"), "axis too many"),
    (("", "", "grad_output.sum(0)[:, None]"), "column"),
    (("", "", "grad_output[0]"), "first example"),
    (("", "", "grad_output[-1]"), "last example"),
    (("", "", "None"), "!entry 3"),
    (("(grad_output @ weight).T", "", ""), "turned"),
    (("", "X.T @ grad_output", ""), "turned"),
    (("", "(X.T @ grad_output).reshape(weight.shape)", ""), "reshape"),
    (("(weight.T @ grad_output.T).reshape(X.shape)", "", ""), "reshape"),
    (("grad_output @ weight.T", "", ""), "shapes for grad_X"),
    (("X @ weight.T", "", ""), "way forward"),
    (("", "grad_output @ X", ""), "shapes for grad_weight"),
    (("", "grad_output[:, :, None] * X[:, None, :]", ""), "one weight for all"),
    (("", "torch.outer(grad_output[-1], X[-1])", ""), "last example"),
    (("", "torch.outer(grad_output[-1], X[-1])", "grad_output[-1]"), "last example"),
    (("", "torch.outer(grad_output[0], X[0])", ""), "first example"),
    (("grad_output * weight", "", ""), "entry by entry"),
    (("", "grad_output * X", ""), "entry by entry"),
    (
        (
            "weight.sum(0).expand_as(X)",
            "X.sum(0).expand_as(weight)",
            "torch.full((len(weight),), float(len(X)))",
        ),
        "grad_output",
    ),
    (("weight.sum(0).expand_as(X)", "", ""), "grad_output"),
    (("", "X.sum(0).expand_as(weight)", ""), "grad_output"),
    (("weight", "X", "1"), "slope|chain rule|grad_output"),
    (("weight", "", ""), "slope|chain rule|grad_output"),
    (("", "X", ""), "slope|chain rule|grad_output"),
    (("", "grad_output.T @ X + weight", ""), "penalty"),
    (("", "grad_output.T @ X + 2 * weight", ""), "penalty"),
    (("2 * grad_output @ weight", "2 * grad_output.T @ X", "2 * grad_output.sum(0)"), "twice|2"),
    (("-grad_output @ weight", "-grad_output.T @ X", "-grad_output.sum(0)"), "sign"),
    (("-grad_output @ weight", "", ""), "sign"),
    (("grad_output @ weight * (1 - X**2)", "", ""), "tanh"),
    (("(grad_output @ weight).sum(0)", "", ""), "each example"),
    (("(grad_output @ weight).mean(0)", "", ""), "each example|average"),
    (("", "", "(grad_output * X).sum(0)"), "!entr"),
    (("None", "None", ""), "None"),
]:
    right = ("grad_output @ weight", "grad_output.T @ X", "grad_output.sum(dim=0)")
    changed = [part or its for part, its in zip(parts, right, strict=True)]
    LINEAR_BACKWARD.append(("6.6", backward(*changed), "wrong", word))
THREE = "grad_output @ weight, grad_output.T @ X, grad_output.sum(0)"
for code, word in [
    ("grad_output.T @ X, grad_output.sum(0), grad_output @ weight", "order"),
    ("grad_output.T @ X, grad_output @ weight, grad_output.sum(0)", "first two have changed"),
    ("grad_output.sum(0), grad_output.T @ X, grad_output @ weight", "order"),
    ("grad_output @ weight, grad_output.sum(0), grad_output.T @ X", "last two have changed"),
    ("grad_output @ weight, grad_output.T @ X", "!these are 2|in place of 3"),
    ("grad_output.T @ X, grad_output.sum(0)", "!these are 2|in place of 3"),
]:
    LINEAR_BACKWARD.append(("6.6", f"lambda X, weight, grad_output: ({code})", "wrong", word))
LINEAR_BACKWARD += [
    ("6.6", f"lambda X, weight, grad_output: {code}", "wrong", word)
    for code, word in [
        ("grad_output @ weight", "came alone"),
        ("{'X': grad_output @ weight}", "!type dict"),
    ]
] + [
    (
        "6.6",
        """
def answer(X, weight, grad_output):
    for x, g in zip(X, grad_output):
        grad_weight, grad_bias = torch.outer(g, x), g
    return grad_output @ weight, grad_weight, grad_bias
""",
        "wrong",
        "last example",
    ),
    (
        "6.6",
        """
def answer(X, weight, grad_output):
    b = torch.zeros(len(weight), requires_grad=True)
    (X @ weight.T + b).backward(grad_output)
    return X.grad, weight.grad, b.grad
""",
        "wrong",
        "None",
    ),
    (
        "6.6",
        """
def answer(X, weight, grad_output):
    X, weight = X.clone().requires_grad_(), weight.clone().requires_grad_()
    b = torch.zeros(len(weight), requires_grad=True)
    (X @ weight.T + b).sum().backward()
    return X.grad, weight.grad, b.grad
""",
        "wrong",
        "grad_output",
    ),
]

SIZES = "len(images), images.shape[3], images.shape[1] * images.shape[2]"
for code, word in [
    ("images.flatten(1, 2)", "together"),
    ("images.permute(0, 3, 1, 2)", "two axes"),
    (f"images.transpose(2, 3).reshape({SIZES})", "columns only"),
    (f"images.permute(0, 1, 3, 2).reshape({SIZES})", "columns only"),
    (f"images.permute(0, 3, 2, 1).reshape({SIZES})", "down the columns"),
    (f"images.transpose(1, 3).reshape({SIZES})", "down the columns"),
    (f"images.transpose(1, 2).reshape({SIZES})", "still the last"),
    (f"images.permute(0, 2, 1, 3).reshape({SIZES})", "still the last"),
    (f"images.permute(0, 2, 3, 1).reshape({SIZES})", "width comes"),
    (f"images.permute(3, 0, 1, 2).reshape({SIZES})", "has to stay"),
    (f"images.transpose(0, 3).reshape({SIZES})", "has to stay"),
    (f"images.permute(3, 2, 1, 0).reshape({SIZES})", "has to stay"),
    (f"images.reshape({SIZES}).transpose(1, 2)", "first"),
    (f"images.flatten(1, 2).reshape({SIZES}).transpose(1, 2)", "first"),
    ("images.permute(3, 0, 1, 2).flatten(2)", "examples|first axis"),
    ("images.permute(0, 3, 1, 2).flatten(0, 1).flatten(1)", "shape"),
    ("images.permute(0, 3, 1, 2).flatten()", "shape"),
    ("[images[..., c].flatten(1) for c in range(images.shape[3])]", "!tensor"),
    (
        "torch.stack([images[..., c].flatten(1) for c in range(images.shape[3])])",
        "examples|first axis",
    ),
    ("images.permute(0, 3, 1, 2).flatten(2)[0]", "first image"),
    (f"images.permute({SIZES})", "axes"),
    ("images.flatten(1, 2).transpose(1, 2).flip(1)", "backwards|reverse"),
    ("images.flatten(1, 2).transpose(1, 2).flip(2)", "reverse"),
    ("images.flip(3).flatten(1, 2).transpose(1, 2)", "backwards|reverse"),
    ("images.flip(1).flatten(1, 2).transpose(1, 2)", "upside down|order"),
    ("images.flip(2).flatten(1, 2).transpose(1, 2)", "mirror"),
    ("images.mean(3).flatten(1)", "!wanted shape"),
    ("images.flatten(1, 2).transpose(1, 2) / 255", "!entries differ"),
    ("images.shape", "!got: the tuple"),
    ("images.flatten(1, 2).transpose(1, 2).sort().values", "sorted|order"),
    ("images.permute(0, 3, 1, 2).reshape(len(images), 3, -1)", "!shape|invalid"),
]:
    COLOURS_FIRST.append(("6.3", f"lambda images: {code}", "wrong", word))

# Answers that were tried when the hints stood, and showed what was missing.
UNSEEN: list[Answer] = [
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[-1], biases[-1]
    for k in range(len(weights) - 2, -1, -1):
        b = b + W @ biases[k]
        W = weights[k] @ W
    return W, b
""",
        "wrong",
        "The weights are multiplied in the",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[-1], biases[-1]
    for k in range(len(weights) - 2, 0, -1):
        b = b + W @ biases[k]
        W = W @ weights[k]
    return W, b
""",
        "wrong",
        "The first bias is lost where",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W = torch.eye(weights[0].shape[1])
    b = torch.zeros(weights[0].shape[1])
    for Wk, bk in zip(weights, biases):
        W, b = Wk @ W, Wk @ b
    return W, b + biases[-1]
""",
        "wrong",
        "The weight is right\\. The bias",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for Wk, bk in list(zip(weights, biases))[1:]:
        b = Wk @ b + bk
        W = W.T @ Wk.T
    return W, b
""",
        "wrong",
        "Both weights are turned before they",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for Wk, bk in list(zip(weights, biases))[1:]:
        W = Wk @ W
        b = Wk @ b + bk
        b = torch.tanh(b)
    return W, b
""",
        "wrong",
        "The weight is right\\. The bias",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W = weights[0]
    for Wk in weights[1:]:
        W = Wk @ W
    return W, W @ biases[0] + biases[-1]
""",
        "wrong",
        "The first bias goes through the",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W = weights[0]
    for Wk in weights[1:]:
        W = Wk @ W
    b = biases[0]
    for Wk in weights[1:]:
        b = Wk @ b
    return W, b + biases[-1]
""",
        "wrong",
        "The first bias and the last",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for Wk, bk in zip(weights[1:], biases[:-1]):
        W, b = Wk @ W, Wk @ b + bk
    return W, b
""",
        "wrong",
        "The biases come one layer late:",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for Wk, bk in zip(weights[1:], biases[1:]):
        W, b = Wk @ W, Wk @ b + 2 * bk
    return W, b
""",
        "wrong",
        "The weight is right\\. Each later",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight + X, grad_output.T @ X, grad_output.sum(dim=0))",
        "wrong",
        "X itself is added to its",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (X.T @ grad_output, grad_output.T @ X, grad_output.sum(dim=0))",
        "wrong",
        "For grad_X, `X` itself was used\\.",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, grad_output.sum(0)[:, None] * X.sum(0), grad_output.sum(dim=0))",
        "wrong",
        "For grad_weight, both were added up",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, grad_output.mean(0)[:, None] * X.mean(0), grad_output.sum(dim=0))",
        "wrong",
        "For grad_weight, both were averaged over",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output.sum(1, keepdim=True) * weight.sum(0), grad_output.T @ X, grad_output.sum(dim=0))",
        "wrong",
        "For grad_X, both were added up",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, grad_output.T @ X, grad_output.max(dim=0).values)",
        "wrong",
        "grad_X and grad_weight are right\\. For",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: [grad_output @ weight, (grad_output.T @ X).T, grad_output.mean(0)]",
        "wrong",
        "The bias reaches every example: do",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (-grad_output @ weight, -grad_output.T @ X, grad_output.sum(dim=0))",
        "wrong",
        "The sign of grad_weight is turned",
    ),
    (
        "6.3",
        "lambda images: images.reshape(len(images), -1, images.shape[3])",
        "wrong",
        "Each pixel still has its colours",
    ),
    (
        "6.3",
        "lambda images: images.permute(0,3,1,2).flatten(1)",
        "wrong",
        "The numbers are right, only the",
    ),
    (
        "6.3",
        "lambda images: images.transpose(1,2).flatten(1,2).transpose(1,2).flip(2)",
        "wrong",
        "The right numbers, in another order:",
    ),
    (
        "6.3",
        "lambda images: images.mT.reshape(len(images), images.shape[3], -1)",
        "wrong",
        "The colours have changed places with",
    ),
    (
        "6.3",
        "lambda images: images.permute(1,0,3,2).reshape(len(images), images.shape[3], -1)",
        "wrong",
        "The right numbers, in another order:",
    ),
    (
        "6.3",
        "lambda images: torch.cat([images[..., c].flatten(1) for c in range(images.shape[3])], dim=1)",
        "wrong",
        "The numbers are right, only the",
    ),
    (
        "6.3",
        "lambda images: torch.stack([images[..., c].flatten(1) for c in range(images.shape[3])], dim=2)",
        "wrong",
        "Each pixel still has its colours",
    ),
    (
        "6.3",
        "lambda images: images.movedim(3, 0).reshape(len(images), images.shape[3], -1)",
        "wrong",
        "Now pixels of several images stand",
    ),
    (
        "6.3",
        "lambda images: images.flatten(2).transpose(1,2)",
        "wrong",
        "Here the width comes directly behind",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = torch.relu(H2 @ W3.T + b3)
    return out
""",
        "wrong",
        "The last layer is more or",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = torch.sigmoid(H2 @ W3.T + b3)
    return out
""",
        "wrong",
        "The last layer is more or",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = F.leaky_relu(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1) + X @ W1.T + b1
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2) + b2
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the second layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X) @ W1.T + b1
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return torch.tanh(out)
""",
        "wrong",
        "Behind the last layer stands a",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1) @ W2.T + b2
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "The second layer's biases do not",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.sin(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(X @ W1.T + b1)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "The last layer reads the first",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = -torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1) * 2
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T - b3
    return out
""",
        "wrong",
        "The last layer is more or",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = F.softplus(X @ W1.T + b1)
    H2 = torch.tanh(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the first layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = torch.tanh(2 * (H1 @ W2.T + b2))
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the second layer stands something",
    ),
    (
        "6.2",
        """
def answer(X, params):
    W1, b1, W2, b2, W3, b3 = params
    H1 = torch.tanh(X @ W1.T + b1)
    H2 = F.elu(H1 @ W2.T + b2)
    out = H2 @ W3.T + b3
    return out
""",
        "wrong",
        "Behind the second layer stands something",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, grad_output.T @ X, grad_output.sum())",
        "wrong",
        "grad_X and grad_weight are right\\. A",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, X.T @ grad_output, grad_output.sum(1))",
        "wrong",
        "The sum for the bias runs",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (grad_output @ weight, (X.T @ grad_output) / len(X), grad_output.sum(0) / len(X))",
        "wrong",
        "The bias reaches every example: do",
    ),
    (
        "6.6",
        "lambda X, weight, grad_output: (weight.T @ grad_output.T, grad_output.T @ X, grad_output.sum(0))",
        "wrong",
        "grad_X is turned: its shape is",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W = sum(weights[1:], weights[0]) if len({w.shape for w in weights}) == 1 else weights[0]
    return W, biases[0]
""",
        "wrong",
        "The bias is still that of",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for k in range(1, len(weights)):
        W, b = weights[k] @ W, weights[k] @ b + biases[k - 1]
    return W, b
""",
        "wrong",
        "The biases come one layer late:",
    ),
    (
        "6.1",
        """
def answer(weights, biases):
    W, b = weights[0], biases[0]
    for k in range(1, len(weights)):
        W = weights[k] @ W
    for k in range(1, len(biases)):
        b = weights[k] @ b
    return W, b
""",
        "wrong",
        "The weight is right\\. The first",
    ),
]

ANSWERS = [
    *COLLAPSE,
    *FORGETFUL,
    *COLOURS_FIRST,
    *TENT,
    *CAUSES,
    *LINEAR_BACKWARD,
    *UNSEEN,
]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answer(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
