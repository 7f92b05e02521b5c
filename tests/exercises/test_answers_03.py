"""Answers to the exercises of notebook 03 as a class might give them, and what each is told.

A word is a pattern that the hint holds, after "!" one that the plain message does.
"""

import pytest

from tests.exercises.helpers import assert_told

NODES = "from course_utils.autodiff import Scalar, ancestors\n"


def sine(result: str) -> str:
    """An answer to 3.3."""
    return f"{NODES}def answer(x):\n    return {result}"


SMALL = """
def answer(t_u, t_c, params, batch_size):
    params = params.clone().requires_grad_()
    for start in {steps}:
        batch_u, batch_c = t_u[start : start + batch_size], t_c[start : start + batch_size]
        loss = ((params[0] * batch_u + params[1] - batch_c) ** 2).mean()
        {step}
    return {result}
"""


def small(
    step: str = "(loss * len(batch_u) / len(t_u)).backward()",
    result: str = "params.grad",
    steps: str = "range(0, len(t_u), batch_size)",
) -> str:
    """An answer to 3.4."""
    return SMALL.format(step=step, result=result, steps=steps)


LOOP = """
def answer(model, start, x, y, lr, num_epochs):
    {start}
    for epoch in range({epochs}):
        {clear}
        loss = {loss}
        {backward}
        with torch.no_grad():
            {update}
    return {result}
"""


def loop(**changes: str) -> str:
    """An answer to 3.6, right but for these changes."""
    parts = {
        "start": "params = [p.detach().clone().requires_grad_() for p in start]",
        "epochs": "num_epochs",
        "clear": "for p in params: p.grad = None",
        "loss": "((model(x, *params) - y) ** 2).mean()",
        "backward": "loss.backward()",
        "update": "for p in params: p -= lr * p.grad",
        "result": "[p.detach() for p in params]",
    }
    return LOOP.format(**(parts | changes))


# One loss for all epochs, computed before the loop.
ONCE = """params = [p.detach().clone().requires_grad_() for p in start]
    first = ((model(x, *params) - y) ** 2).mean()"""

CHECK = """
def answer(f, point, gradient):
    measured = torch.zeros(len(point), dtype=torch.float64)
    for i in range(len(point)):
        step = torch.zeros_like(point)
        step[i] = {delta}
        measured[i] = {slope}
    return {verdict}
"""
CENTRAL = "(f(point + step) - f(point - step)) / (2 * 1e-5)"
CLOSE = "torch.allclose(measured, gradient, rtol=1e-3, atol=1e-5)"


def checking(verdict: str = CLOSE, slope: str = CENTRAL, delta: str = "1e-5") -> str:
    """An answer to 3.7."""
    return CHECK.format(verdict=verdict, slope=slope, delta=delta)


ANSWERS = [
    ("3.1", "7", "right", ""),
    ("3.1", "1 * 2 + (2 + 3)", "right", ""),
    ("3.1", "np.float32(7)", "right", ""),
    ("3.1", "torch.tensor([7])", "right", ""),
    ("3.1", "...", "open", ""),
    ("3.1", "5", "wrong", "This is the share of a as a factor"),
    ("3.1", "2.0", "wrong", "This is the share that comes back through the"),
    ("3.1", "10", "wrong", "This is the value of y, and also 2"),
    ("3.1", "4", "wrong", "This is the slope of a²\\. The factor next"),
    ("3.1", "6", "wrong", "6 is 2 · 3, and also 5 \\+"),
    ("3.1", "12", "wrong", "This is 5 \\+ 5 \\+ 2: is a"),
    ("3.1", "3", "wrong", "3 is the value of b, and also one"),
    ("3.1", "14", "wrong", "Twice what it should be: is something counted twice"),
    ("3.1", "8", "wrong", "8 is 5 \\+ 2 \\+ 1"),
    ("3.1", "9", "wrong", "This is 5 \\+ 2 \\+ 2: is the"),
    ("3.1", "1", "wrong", "This is what y starts with, or the slope"),
    ("3.1", "3.5", "wrong", "This is the mean of the two shares"),
    ("3.1", "-7", "wrong", "The size is right and the sign is turned"),
    ("3.1", "(5, 2)", "wrong", "One number is asked for: all that arrives at"),
    ("3.1", "(7, 2)", "wrong", "One number is asked for: all that arrives at"),
    ("3.1", "'7'", "wrong", "A number is asked for: put in a ="),
    ("3.1", "25", "wrong", "!Got: the number 25"),
    ("3.1", "'2a + b'", "wrong", "A number is asked for: put in a ="),
    ("3.1", "13", "wrong", "!Got: the number 13"),
    ("3.1", "0", "wrong", "!Got: the number 0"),
    ("3.1", "20", "wrong", "!Got: the number 20"),
    ("3.2", "2**20", "right", ""),
    ("3.2", "1048576.0", "right", ""),
    ("3.2", "math.pow(2, 20)", "right", ""),
    ("3.2", "np.int64(2) ** 20", "right", ""),
    ("3.2", "1 << 20", "right", ""),
    ("3.2", "2**21 - 1", "wrong", "This counts the calls on all 21 nodes\\. How"),
    ("3.2", "2**21 - 2", "wrong", "This counts the calls on all nodes but the last"),
    ("3.2", "40", "wrong", "This is how many arrows there are"),
    ("3.2", "41", "wrong", "If each node passed on only once, all calls"),
    ("3.2", "20", "wrong", "Work out 1, 2 and 3 levels by hand"),
    ("3.2", "21", "wrong", "This is how many nodes there are"),
    ("3.2", "1", "wrong", "Once is how it should be, and how it"),
    ("3.2", "2**19", "wrong", "One level of doubling makes two calls on x"),
    ("3.2", "2**21", "wrong", "That is one level more"),
    ("3.2", "2**20 - 1", "wrong", "So many calls fall on the other nodes together"),
    ("3.2", "2**20 + 1", "wrong", "Is something counted beside the calls on x\\? Try"),
    ("3.2", "20**2", "wrong", "This is 20 squared"),
    ("3.2", "2^20", "wrong", "In Python `\\^` is no power \\(2 \\^ 20"),
    ("3.2", "210", "wrong", "This is 1 \\+ 2 \\+ … \\+ 20"),
    ("3.2", "math.factorial(20)", "wrong", "!Got: the number 2432902008176640000"),
    ("3.2", "4", "wrong", "So often it is in the example"),
    ("3.2", "7", "wrong", "These are all calls of the example"),
    ("3.2", "4**10", "right", ""),
    ("3.2", "2**16", "wrong", "!Got: the number 65536"),
    ("3.2", "2", "wrong", "That is right for a single level, top ="),
    ("3.2", "10**6", "wrong", "About right"),
    ("3.2", "1.05e6", "wrong", "!Got: the number 1\\.05e\\+06"),
    ("3.2", "'2**20'", "wrong", "A number is asked for: an expression without quotes"),
    ("3.2", "3**20", "wrong", "Three calls for each call"),
    ("3.2", "131071", "wrong", "!Got: the number 131071"),
    ("3.2", "2 ** 60", "wrong", "!Got: the number 1152921504606846976"),
    ("3.2", "10", "wrong", "!Got: the number 10"),
    ("3.2", "0", "wrong", "!Got: the number 0"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val)),), 'sin')"), "right", ""),
    ("3.3", sine("Scalar(math.sin(x.val), [(x, math.cos(x.val))])"), "right", ""),
    ("3.3", sine("Scalar(math.sin(x.val), ([x, math.cos(x.val)],))"), "right", ""),
    ("3.3", sine("Scalar(torch.sin(torch.tensor(x.val, dtype=torch.float64)).item(), ((x, np.cos(x.val)),))"), "right", ""),
    ("3.3", sine("type(x)(math.sin(x.val), ((x, math.cos(x.val)),))"), "right", ""),
    ("3.3", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    out.parents = ((x, math.cos(x.val)),)\n    return out", "right", ""),
    ("3.3", sine("type(x)(math.sin(x.val), ((x, math.cos(x.val)),), 'sin')"), "right", ""),
    ("3.3", sine("type(x)(math.sin(x.val), ((x, math.cos(x.val)),), op='sin')"), "right", ""),
    ("3.3", sine("type(x)(math.sin(x.val), ((x, -math.cos(x.val)),), 'sin')"), "wrong", "The gradient has the wrong sign"),
    ("3.3", sine("type(x)(math.sin(x.val), (x, math.cos(x.val)), 'sin')"), "wrong", "Each parent comes as a pair"),
    ("3.3", "def answer(x): ...", "open", ""),
    ("3.3", sine("math.sin(x.val)"), "wrong", "What comes back has no parents, and so no"),
    ("3.3", sine("(math.sin(x.val), math.cos(x.val))"), "wrong", "What comes back has no parents, and so no"),
    ("3.3", sine("np.sin(x.val)"), "wrong", "What comes back has no parents, and so no"),
    ("3.3", sine("Scalar(math.sin(x), ((x, math.cos(x)),))"), "wrong", "The functions of math take plain numbers"),
    ("3.3", sine("Scalar(torch.sin(x), ((x, torch.cos(x)),))"), "wrong", "torch\\.sin takes tensors and knows no Scalars"),
    ("3.3", sine("Scalar(np.sin(x.val), ((x, np.cos(x)),))"), "wrong", "For the slope, too, the number inside x is"),
    ("3.3", sine("Scalar(math.sin(x.val))"), "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.3", sine("Scalar(math.sin(x.val), (x,))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), x)"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), (x, math.cos(x.val)))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val))))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), ((math.cos(x.val), x),))"), "wrong", "In a pair the operand comes first, and it"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x.val, math.cos(x.val)),))"), "wrong", "In a pair the operand comes first, and it"),
    ("3.3", sine("Scalar(math.sin(x.val), math.cos(x.val))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, Scalar(math.cos(x.val))),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) * x.grad),))"), "wrong", "This local slope is 0 everywhere"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) * x.val),))"), "wrong", "A factor x too many: at 0 the sine"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, -math.cos(x.val)),))"), "wrong", "The gradient has the wrong sign: at 0 the"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, -math.sin(x.val)),))"), "wrong", "This is the slope of the cosine"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.sin(x.val)),))"), "wrong", "That the slope equals the value is a property"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, 1.0),))"), "wrong", "A slope of 1 fits at x = 0"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, x.val),))"), "wrong", "This slope is x itself, so at 0 it"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(math.sin(x.val))),))"), "wrong", "The slope is taken at the result, sin x"),
    ("3.3", sine("Scalar(math.cos(x.val), ((x, -math.sin(x.val)),))"), "wrong", "This is a cosine with its slope, and well"),
    ("3.3", sine("Scalar(math.cos(x.val), ((x, math.sin(x.val)),))"), "wrong", "Value and slope have changed places: the value is"),
    ("3.3", sine("Scalar(math.sin(math.radians(x.val)), ((x, math.cos(math.radians(x.val))),))"), "wrong", "The functions of math take angles in radians, and"),
    ("3.3", sine("Scalar(math.sin(math.degrees(x.val)), ((x, math.cos(math.degrees(x.val))),))"), "wrong", "x is an angle in radians already, as the"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val)), (x, math.cos(x.val))))"), "wrong", "The gradient is twice too large: is x among"),
    ("3.3", sine("Scalar(math.sin(x.val), x.parents)"), "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.3", sine("Scalar(x.val, ((x, math.cos(x.val)),))"), "wrong", "The slope is right"),
    ("3.3", sine("Scalar(math.sin(x.val), ((Scalar(x.val), math.cos(x.val)),))"), "wrong", "The parent is a copy and not x itself"),
    ("3.3", sine("Scalar(math.cos(x.val), ((x, math.cos(x.val)),))"), "wrong", "The slope is right"),
    ("3.3", NODES + "def answer(x):\n    x.val = math.sin(x.val)\n    return x", "wrong", "x itself has another value afterwards, or is handed"),
    ("3.3", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    x.grad += math.cos(x.val)\n    return out", "wrong", "x itself is changed"),
    ("3.3", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    out.grad = math.cos(x.val)\n    return out", "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.3", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    x.parents = ((out, math.cos(x.val)),)\n    return out", "wrong", "x has got new parents here"),
    ("3.3", NODES + "def answer(x):\n    Scalar(math.sin(x.val), ((x, math.cos(x.val)),))", "wrong", "!got None"),
    ("3.3", sine("x - x * x * x * (1 / 6)"), "wrong", "!Raised: TypeError:"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, 1 / math.cos(x.val)),))"), "wrong", "The slope is upside down: at the top, where"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) ** 2),))"), "wrong", "This slope is never negative, and at −2\\.5 the"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.tan(x.val)),))"), "wrong", "The tangent tells the slope of a line from"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, 0.0),))"), "wrong", "This local slope is 0 everywhere"),
    ("3.3", sine("Scalar(math.sinh(x.val), ((x, math.cosh(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, round(math.cos(x.val), 2)),))"), "wrong", "The slope is rounded: give it as it is"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.sin(x.val + 1e-1) - math.sin(x.val)),))"), "wrong", "The value is fine, and the slope is not"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, 2 * math.cos(x.val)),))"), "wrong", "The gradient is twice too large: is x among"),
    ("3.3", sine("Scalar(math.sin(x.val) ** 2, ((x, math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, math.sqrt(1 - math.sin(x.val) ** 2)),))"), "wrong", "The sign of the slope is lost: at −2\\.5"),
    ("3.3", sine("Scalar(math.sin(x.val), {x: math.cos(x.val)})"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, str(math.cos(x.val))),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.3", sine("Scalar(math.sin(x.val), (x, x))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.3", sine("Scalar(math.asin(math.sin(x.val)), ((x, math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.3", sine("Scalar(math.sin(x.val), ((x, 1 - x.val ** 2 / 2),))"), "wrong", "The value is fine, and the slope is not"),
    ("3.3", sine("Scalar(-math.sin(x.val), ((x, -math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.3", NODES+"def answer(x):\n    y = Scalar(math.sin(x.val))\n    y.parents = (x, math.cos(x.val))\n    y.backward()\n    return y", "wrong", "!Raised: TypeError:"),
    ("3.4", small(), "right", ""),
    ("3.4", small("loss = ((params[0] * batch_u + params[1] - batch_c) ** 2).sum() / len(t_u); loss.backward()"), "right", ""),
    ("3.4", """
from torch.utils.data import DataLoader, TensorDataset
def answer(t_u, t_c, params, batch_size):
    leaf = params.detach().clone().requires_grad_(True)
    for u, c in DataLoader(TensorDataset(t_u, t_c), batch_size=batch_size):
        F.mse_loss(leaf[0] * u + leaf[1], c, reduction="sum").div(t_u.numel()).backward()
    return leaf.grad
""", "right", ""),
    ("3.4", """
def answer(t_u, t_c, params, batch_size):
    w, b = params.tolist()
    total = [0.0, 0.0]
    for u, c in zip(t_u.tolist(), t_c.tolist()):
        total[0] += 2 * (w * u + b - c) * u / len(t_u)
        total[1] += 2 * (w * u + b - c) / len(t_u)
    return torch.tensor(total)
""", "right", ""),
    ("3.4", """
def answer(t_u, t_c, params, batch_size):
    total = torch.zeros(2)
    for u, c in zip(torch.split(t_u, batch_size), torch.split(t_c, batch_size)):
        A = torch.stack([u, torch.ones(len(u))], dim=1)
        total += 2 * A.T @ (A @ params - c)
    return total / t_u.shape[0]
""", "right", ""),
    ("3.4", """
def answer(t_u, t_c, params, batch_size):
    params = params.clone().requires_grad_()
    total = 0
    for start in range(0, len(t_u), batch_size):
        end = min(start + batch_size, len(t_u))
        part = ((params[0] * t_u[start:end] + params[1] - t_c[start:end]) ** 2).sum()
        part.backward()
    return params.grad / len(t_u)
""", "right", ""),
    ("3.4", small("loss.backward()"), "open", ""),
    ("3.4", small("(loss / -(-len(t_u) // batch_size)).backward()"), "wrong", "Right where all batches have the same size"),
    ("3.4", small("(loss / (len(t_u) // batch_size)).backward()"), "wrong", "N // batch_size does not count a last, smaller batch"),
    ("3.4", small("(loss * batch_size / len(t_u)).backward()"), "wrong", "Each batch is weighted with batch_size / N, but"),
    ("3.4", small("(loss * len(batch_u)).backward()"), "wrong", "N times too large: this is the gradient of"),
    ("3.4", small("(loss / len(batch_u)).backward()"), "wrong", "The squares of a batch are divided twice by"),
    ("3.4", small("(loss / batch_size).backward()"), "wrong", "A mean has been divided by the size of"),
    ("3.4", small("(loss / len(t_u)).backward()"), "wrong", "The squares of a batch are divided twice, by"),
    ("3.4", small("(loss * len(batch_u) / batch_size).backward()"), "wrong", "The sum of the squares has to be divided"),
    ("3.4", small("(loss * len(t_u) / len(batch_u)).backward()"), "wrong", "The share of a batch is upside down: a"),
    ("3.4", small("loss.backward()", "params.grad / len(t_u)"), "wrong", "The squares of a batch are divided twice, by"),
    ("3.4", small("loss.backward()", "params.grad / batch_size"), "wrong", "A mean has been divided by the size of"),
    ("3.4", small("loss.backward()", "params.grad * batch_size / len(t_u)"), "wrong", "Each batch is weighted with batch_size / N, but"),
    ("3.4", small("loss.backward()", "params.grad * len(batch_u) / len(t_u)"), "wrong", "In the end all batches are weighted alike, by"),
    ("3.4", small("loss.backward()", "params.grad.mean()"), "wrong", "One number came where one for each entry is"),
    ("3.4", small("params.grad = None; loss.backward()"), "wrong", "Clearing inside the loop throws away the earlier batches"),
    ("3.4", small("params.grad = None; (loss * len(batch_u) / len(t_u)).backward()"), "wrong", "Only the last batch is left"),
    ("3.4", small("loss.backward(); params.grad *= len(batch_u) / len(t_u)"), "wrong", "In `\\.grad` lie the earlier batches as well, and"),
    ("3.4", small(steps="range(0, len(t_u) - batch_size, batch_size)"), "wrong", "!Got: the tensor \\[-8\\.7, 4\\.95\\] of shape \\(2,\\)"),
    ("3.4", small(steps="range(0, len(t_u) - batch_size + 1, batch_size)"), "wrong", "The last, incomplete batch is missing"),
    ("3.4", small(steps="range(len(t_u) // batch_size)"), "wrong", "`start` counts 0, 1, 2, … here, and it"),
    ("3.4", small(steps="range(0, len(t_u))"), "wrong", "Many examples are counted more than once: by how"),
    ("3.4", small(steps="range(batch_size, len(t_u), batch_size)"), "wrong", "!Got: the tensor \\[-2\\.325, 2\\.95\\] of shape \\(2,\\)"),
    ("3.4", small(result="params"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small(result="params.grad[0]"), "wrong", "One number came where one for each entry is"),
    ("3.4", small(result="params.grad.flip(0)"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small(result="loss"), "wrong", "One number came where one for each entry is"),
    ("3.4", small(result="params.grad.tolist()"), "wrong", "!Got: the list \\[-11\\.025, 7\\.9\\]: wrap it in torc"),
    ("3.4", small(result="-params.grad"), "wrong", "The size is right and the sign is turned"),
    ("3.4", small("(loss / 2 * len(batch_u) / len(t_u)).backward()"), "wrong", "Half of what it should be: is a factor"),
    ("3.4", small("(loss.item() * len(batch_u) / len(t_u)).backward()"), "wrong", "!Raised: AttributeError:"),
    ("3.4", small("(loss.detach() * len(batch_u) / len(t_u)).backward()"), "wrong", "Nothing leads from this loss back to the parameters"),
    ("3.4", small("return params.grad"), "wrong", "None came back"),
    ("3.4", small("(loss * len(batch_u) / len(t_u)).backward(); break"), "wrong", "Only the first batch counts: does the loop end"),
    ("3.4", small("(loss * len(batch_u) / len(t_u)).backward(); return params.grad"), "wrong", "Only the first batch counts: does the loop end"),
    ("3.4", small("(loss * len(batch_u) // len(t_u)).backward()"), "wrong", "!Raised: RuntimeError:"),
    ("3.4", small("(loss * len(batch_u) / 11).backward()"), "wrong", "It fits 11 examples and not 4: is a"),
    ("3.4", small("((params[0] * batch_u + params[1] - batch_c) ** 2).sum().backward()"), "wrong", "N times too large: this is the gradient of"),
    ("3.4", small("(((params[0] * batch_u + params[1] - batch_c) ** 2).sum() / batch_size).backward()"), "wrong", "The sum of the squares has to be divided"),
    ("3.4", small("(((params[0] * batch_u - batch_c) ** 2).sum() / len(t_u)).backward()"), "wrong", "The prediction is not complete: b has no effect"),
    ("3.4", small("(((params[0] * batch_u + params[1] - batch_c).abs()).sum() / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", "def answer(t_u, t_c, params, batch_size):\n    p = params.clone().requires_grad_()\n    ((p[0] * t_u + p[1] - t_c) ** 2).mean().backward()\n    return p.grad", "wrong", "The gradient is right, but it was computed over"),
    ("3.4", "def answer(t_u, t_c, params, batch_size):\n    w, b = params\n    n = len(t_u)\n    return torch.stack([2 * (w * (t_u @ t_u) + b * t_u.sum() - t_u @ t_c) / n, 2 * (w * t_u.sum() + n * b - t_c.sum()) / n])", "wrong", "The gradient is right, but it was computed over"),
    ("3.4", "def answer(t_u, t_c, params, batch_size):\n    p = params.clone().requires_grad_()\n    F.mse_loss(torch.stack([t_u, torch.ones_like(t_u)]).T @ p, t_c).backward()\n    return p.grad", "wrong", "The gradient is right, but it was computed over"),
    ("3.4", small("").replace("batch_size)", "4)").replace("+ batch_size]", "+ 4]").replace("        \n", "        (loss * len(batch_u) / len(t_u)).backward()\n").replace("t_c, params, 4)", "t_c, params, batch_size)"), "wrong", "The batches are not as small as asked for"),
    ("3.4", small().replace("params.clone().requires_grad_()", "params.requires_grad_()"), "wrong", "!changed what it was given"),
    ("3.4", small("(loss * len(batch_u) / len(t_u)).backward(); params.data -= 0.01 * params.grad"), "wrong", "A single batch that holds all examples is fine"),
    ("3.4", small("(loss * (len(batch_u) - 1) / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small("(loss * len(batch_u) / (len(t_u) - 1)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small("loss.backward()", "params.grad / 3"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small("(loss * start / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small("((len(batch_u) / len(t_u) * loss) ** 2).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small(steps="range(0, len(t_u) + 1, batch_size)"), "right", ""),
    ("3.4", small("loss.backward()", "params.grad * len(t_u) / batch_size"), "wrong", "A single batch that holds all examples is fine"),
    ("3.4", small("(loss * len(batch_u) / len(t_u)).backward()", "params.grad.norm()"), "wrong", "One number came where one for each entry is"),
    ("3.4", small("(loss * len(batch_u) / len(t_u)).sqrt().backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.4", small("(loss * len(batch_u) / len(params)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", "(5, 6, 3, 2, 4, 6)", "right", ""),
    ("3.5", "[5, 6, 3, 2, 4, 6]", "right", ""),
    ("3.5", "np.array([5, 6, 3, 2, 4, 6])", "right", ""),
    ("3.5", "torch.tensor([5, 6, 3, 2, 4, 6])", "right", ""),
    ("3.5", "...", "open", ""),
    ("3.5", "(6, 6, 3, 2, 4, 6)", "wrong", "A: a sum of eleven squares is eleven times"),
    ("3.5", "(2, 6, 3, 2, 4, 6)", "wrong", "A: a sum is still a single number"),
    ("3.5", "(5, 5, 3, 2, 4, 6)", "wrong", "B: go through two epochs"),
    ("3.5", "(5, 4, 3, 2, 4, 6)", "wrong", "B: `= None` asks nothing"),
    ("3.5", "(5, 3, 3, 2, 4, 6)", "wrong", "B: what does `.grad` hold"),
    ("3.5", "(5, 6, 5, 2, 4, 6)", "wrong", "C: the first epoch is fine"),
    ("3.5", "(5, 6, 6, 2, 4, 6)", "wrong", "C: the numbers in `theta` change"),
    ("3.5", "(5, 6, 1, 2, 4, 6)", "wrong", "C: the loss is a single number"),
    ("3.5", "(5, 6, 3, 6, 4, 6)", "wrong", "D: `detach` gives the same numbers"),
    ("3.5", "(5, 6, 3, 5, 4, 6)", "wrong", "D: the line cannot move"),
    ("3.5", "(5, 6, 3, 1, 4, 6)", "wrong", "D: `detach` cuts the history"),
    ("3.5", "(5, 6, 3, 2, 6, 6)", "wrong", "E: zeros and `None` are both fine"),
    ("3.5", "(5, 6, 3, 2, 1, 6)", "wrong", "E: what stands in `theta.grad` in the first"),
    ("3.5", "(5, 6, 3, 2, 4, 5)", "wrong", "F: which line of a step reads"),
    ("3.5", "(5, 6, 3, 2, 4, 3)", "wrong", "F: each epoch has a loss of its own"),
    ("3.5", "(5, 6, 3, 2, 4, 1)", "wrong", "F: nothing is written into a leaf"),
    ("3.5", "(5, 6, 3, 2, 4, 2)", "wrong", "F: an outcome may occur twice"),
    ("3.5", "(6, 5, 3, 2, 4, 6)", "wrong", "A and B seem to have changed places"),
    ("3.5", "(5, 6, 2, 3, 4, 6)", "wrong", "C and D have changed places"),
    ("3.5", "(5, 4, 3, 2, 6, 6)", "wrong", "B and E have changed places"),
    ("3.5", "(1, 1, 1, 1, 1, 1)", "wrong", "the numbers of the example"),
    ("3.5", "(5, 6, 3, 2, 4)", "wrong", "One change has no number yet"),
    ("3.5", "'563246'", "wrong", "Six numbers in a tuple"),
    ("3.5", "tuple('ABCDEF')", "wrong", "For each letter a number"),
    ("3.5", "(6, 5, 4, 3, 2, 1)", "wrong", "!Got: "),
    ("3.5", "(5, 1, 3)", "wrong", "!Got: "),
    ("3.5", "5", "wrong", "!Wanted a tuple, got the number 5"),
    ("3.6", loop(), "right", ""),
    ("3.6", loop(backward="for p, g in zip(params, torch.autograd.grad(loss, params)): p.grad = g"), "right", ""),
    ("3.6", loop(result="[p.detach().double() for p in params]"), "right", ""),
    ("3.6", loop(clear="for p in params: p.grad = None if p.grad is None else p.grad.zero_()", update="for p in params: p.sub_(lr * p.grad)"), "right", ""),
    ("3.6", loop(start="params = [nn.Parameter(p.clone()) for p in start]; opt = torch.optim.SGD(params, lr)", clear="opt.zero_grad()", update="opt.step()", result="[p.data for p in params]"), "right", ""),
    ("3.6", loop(loss="F.mse_loss(model(x, *params), y)", update="for p in params: p.data = p.data - lr * p.grad"), "right", ""),
    ("3.6", loop(start="params = [torch.tensor(p.tolist(), requires_grad=True) for p in start]"), "right", ""),
    ("3.6", loop(update="params = [(p - lr * p.grad).requires_grad_() for p in params]"), "right", ""),
    ("3.6", loop(start="from copy import deepcopy; params = deepcopy(start); [p.requires_grad_() for p in params]"), "right", ""),
    ("3.6", "def answer(model, start, x, y, lr, num_epochs): ...", "open", ""),
    ("3.6", loop(clear="pass"), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(clear="params[0].grad = None"), "wrong", "Only the gradient of the first parameter is cleared"),
    ("3.6", loop(clear="params[-1].grad = None"), "wrong", "Only the gradient of the last parameter is cleared"),
    ("3.6", loop(loss="((params[0] * x + params[1] - y) ** 2).mean()"), "wrong", "A straight line is fitted, whatever `model` is: the"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 2).mean()"), "wrong", "Two parameters go into the model"),
    ("3.6", loop(loss="((model(x, params) - y) ** 2).mean()"), "wrong", "The model takes the parameters one by one"),
    ("3.6", loop(update="pass", backward="loss.backward(); params = [p - lr * p.grad for p in params]"), "wrong", "After the first step the parameters are no longer leaves"),
    ("3.6", loop(start="params = [p.clone() for p in start]"), "wrong", "Nothing was recorded: nobody asked for gradients, or the"),
    ("3.6", loop(backward="loss.backward(); [setattr(p, 'grad', None) for p in params]"), "wrong", "At the update there is no gradient \\(None times"),
    ("3.6", loop(backward="pass"), "wrong", "At the update there is no gradient \\(None times"),
    ("3.6", loop(backward="loss.backward(); [p.grad.zero_() for p in params]"), "wrong", "The start comes back\\. Is the gradient"),
    ("3.6", loop(update="pass"), "wrong", "The start comes back\\. Is the gradient"),
    ("3.6", loop(update="for p in params: p = p - lr * p.grad"), "wrong", "does `=` write into a tensor"),
    ("3.6", loop(update="for p in params: p.grad -= lr * p.grad"), "wrong", "The start comes back\\. Is the gradient"),
    ("3.6", loop(update="for p in params: p += lr * p.grad"), "wrong", "The gradient points uphill, and we want to go"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).sum()"), "wrong", "Every step is N times too long: the loss"),
    ("3.6", loop(update="params = [p - lr * p.grad for p in params]"), "wrong", "`=` inside no_grad makes new tensors that require"),
    ("3.6", loop(update="pass", backward="loss.backward()\n        for p in params: p -= lr * p.grad"), "wrong", "The update is not a part of the model"),
    ("3.6", loop(update="for p in params: p = p - lr * p.grad", result="params"), "wrong", "The start comes back"),
    ("3.6", loop(clear="pass", result="params"), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(update="for p in params: p -= p.grad", result="params"), "wrong", "The whole gradient is subtracted"),
    ("3.6", loop(result="params"), "wrong", "The result still requires a gradient: return each tensor detached"),
    ("3.6", loop(start=ONCE, loss="first", backward="loss.backward(retain_graph=True)"), "wrong", "The loss was computed once, so its gradient is"),
    ("3.6", loop(start=ONCE, loss="first"), "wrong", "Each backward needs a loss of its own: in"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).mean() if epoch == 0 else loss"), "wrong", "Each backward needs a loss of its own: in"),
    ("3.6", loop().replace("    return", "        return"), "wrong", "Only the first step is taken, or each begins"),
    ("3.6", loop(clear="params = [p.detach().clone().requires_grad_() for p in start]"), "wrong", "Only the first step is taken, or each begins"),
    ("3.6", loop(epochs="num_epochs - 1"), "wrong", "One step is missing"),
    ("3.6", loop(epochs="1, num_epochs"), "wrong", "One step is missing"),
    ("3.6", loop(epochs="num_epochs + 1"), "wrong", "That is one step more than asked for"),
    ("3.6", loop(epochs="100"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(result="[p.detach() for p in params][::-1]"), "wrong", "The results have changed places: they come in the"),
    ("3.6", loop(loss="((model(x, *params[::-1]) - y) ** 2).mean()"), "wrong", "The parameters have changed places on their way"),
    ("3.6", loop(start="params = [torch.zeros_like(p, requires_grad=True) for p in start]"), "wrong", "at 0, and not at `start`"),
    ("3.6", loop(start="params = [torch.ones_like(p, requires_grad=True) for p in start]"), "wrong", "at 1, and not at `start`"),
    ("3.6", loop(start="torch.manual_seed(0); params = [torch.randn(p.shape).requires_grad_() for p in start]"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(start="params = [p.requires_grad_() for p in start]"), "wrong", "!changed what it was given"),
    ("3.6", loop(start="params = start"), "wrong", "Nothing was recorded: nobody asked for gradients, or the"),
    ("3.6", loop(update="for p in params: p -= p.grad"), "wrong", "The whole gradient is subtracted: what is lr handed"),
    ("3.6", loop(update="for p in params: p -= 0.1 * p.grad"), "wrong", "The same whatever `lr` is: what is it handed"),
    ("3.6", loop(loss="(model(x, *params) - y).abs().mean()"), "wrong", "These are the steps of the mean of the"),
    ("3.6", loop(loss="(model(x, *params) - y).mean()"), "wrong", "y has no influence on these steps"),
    ("3.6", loop(loss="(model(x, *params) - y).mean() ** 2"), "wrong", "Squared after the mean, misses of both signs cancel"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).mean().sqrt()"), "wrong", "This is descent on the root of the mean"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).mean() / 2"), "wrong", "Every step is half as long as it should"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).mean() / len(y)"), "wrong", "Every step is N times too short: a mean"),
    ("3.6", loop(loss="(model(x, *params) - y) ** 2"), "wrong", "backward starts from a single number, and this loss"),
    ("3.6", loop(loss="((model(x, *params) + y) ** 2).mean()"), "wrong", "These steps lead to −y: how does a miss"),
    ("3.6", loop(result="loss"), "wrong", "This is the loss of the last step"),
    ("3.6", loop(result="[p.grad for p in params]"), "wrong", "These are the last gradients"),
    ("3.6", loop(result="[p.tolist() for p in params]"), "wrong", "!."),
    ("3.6", loop(result="torch.stack(params).detach()"), "wrong", "!."),
    ("3.6", loop(result="tuple(p.detach() for p in params)"), "right", ""),
    ("3.6", loop(update="for p in params[:2]: p -= lr * p.grad"), "wrong", "Two parameters move and a third does not"),
    ("3.6", loop(update="params[0] -= lr * params[0].grad"), "wrong", "Only the first parameter moves"),
    ("3.6", loop(update="params[-1] -= lr * params[-1].grad"), "wrong", "Only the last parameter moves"),
    ("3.6", loop(update="for p in params: p -= lr * params[0].grad"), "wrong", "All parameters move by the gradient of the first"),
    ("3.6", loop(start="params = [p.clone().requires_grad_() for p in start]; opt = torch.optim.SGD(params, lr)", clear="pass", update="opt.step()"), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(start="params = [p.clone().requires_grad_() for p in start]; opt = torch.optim.Adam(params, lr)", clear="opt.zero_grad()", update="opt.step()"), "wrong", "This is Adam, and plain gradient descent is asked"),
    ("3.6", loop(start="params = [p.clone().requires_grad_() for p in start]; opt = torch.optim.SGD(params, lr, momentum=0.9)", clear="opt.zero_grad()", update="opt.step()"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(loss="((model(x, *[p.tolist() for p in params]) - y) ** 2).mean()"), "wrong", "The model gets plain numbers here"),
    ("3.6", loop(loss="((model(x, *params).detach() - y) ** 2).mean()"), "wrong", "Nothing was recorded: nobody asked for gradients, or the"),
    ("3.6", loop(update="for p in params: p -= lr * p.grad / (epoch + 1)"), "wrong", "The factor of the gradient falls from epoch"),
    ("3.6", loop(update="for p in params: p -= lr * p.grad / num_epochs"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(update="for p in params: p -= lr * p"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(update="for p in params: p -= lr * p.grad.sign()"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(update="for p in params: p -= lr * p.grad * epoch"), "wrong", "The first step does not move at all: work"),
    ("3.6", loop(loss="((model(y, *params) - x) ** 2).mean()"), "wrong", "Right, if two arguments change places: the check hands"),
    ("3.6", loop(result="[p.detach() / num_epochs for p in params]"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(update="for p in params: p -= lr ** 2 * p.grad"), "wrong", "The first step has another length: what is multiplied"),
    ("3.7", checking(), "right", ""),
    ("3.7", checking("all(abs(m - g) <= 1e-5 + 1e-3 * abs(g) for m, g in zip(measured.tolist(), gradient.tolist()))"), "right", ""),
    ("3.7", checking("bool(torch.isclose(gradient, measured, 2e-3, 1e-6).all())"), "right", ""),
    ("3.7", checking("np.allclose(measured.numpy(), gradient.numpy(), rtol=1e-3, atol=1e-5)"), "right", ""),
    ("3.7", checking("(((measured - gradient).abs() / gradient.abs().clamp(min=1e-2)) < 5e-3).all()"), "right", ""),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / (2 * 1e-4)", delta="1e-4"), "right", ""),
    ("3.7", """
def answer(f, point, gradient):
    for i in range(len(point)):
        up, down = point.clone(), point.clone()
        up[i] += 1e-5
        down[i] -= 1e-5
        slope = float(f(up) - f(down)) / 2e-5
        if not abs(slope - gradient[i].item()) <= 1e-5 + 1e-3 * abs(slope):
            return False
    return True
""", "right", ""),
    ("3.7", "def answer(f, point, gradient): ...", "open", ""),
    ("3.7", "from torch.autograd.functional import jacobian\ndef answer(f, point, gradient):\n    return torch.allclose(jacobian(f, point), gradient, rtol=1e-3, atol=1e-6)", "wrong", "This compares with autograd, which differentiates what was written"),
    ("3.7", "def answer(f, point, gradient):\n    p = point.clone().requires_grad_()\n    f(p).backward()\n    return torch.allclose(p.grad, gradient)", "wrong", "This compares with autograd, which differentiates what was written"),
    ("3.7", "def answer(f, point, gradient):\n    p = point.clone().requires_grad_()\n    return torch.autograd.gradcheck(f, p)", "wrong", "gradcheck tests PyTorch's own gradient of f\\. The claimed"),
    ("3.7", checking("torch.equal(measured, gradient)"), "wrong", "Right gradients are rejected, all of them"),
    ("3.7", checking("(measured == gradient).all()"), "wrong", "Right gradients are rejected, all of them"),
    ("3.7", checking("torch.allclose(measured, gradient, atol=1e-3)"), "wrong", "In a small slope an error of one per"),
    ("3.7", checking("torch.allclose(measured, gradient, atol=1e-3, rtol=0)"), "wrong", "The same tolerance for all slopes is too strict"),
    ("3.7", checking("bool(((measured - gradient).abs() < 1e-4).all())"), "wrong", "The right gradient with a slope of a million"),
    ("3.7", checking("bool(((measured - gradient).abs() < 0.01).all())"), "wrong", "In a small slope an error of one per"),
    ("3.7", checking("bool(((measured - gradient).abs() < 0.01 * gradient.abs()).all())"), "wrong", "An error of one per cent is just allowed"),
    ("3.7", checking("bool(((measured - gradient).abs() < 0.001 * gradient.abs()).all())"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking("bool(((measured - gradient).abs() <= 0.001 * measured.abs()).all())"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking("bool(((measured - gradient) < 1e-5 + 1e-3 * gradient.abs()).all())"), "wrong", "A slope that is claimed too large passes"),
    ("3.7", checking("bool(((gradient - measured) < 1e-5 + 1e-3 * gradient.abs()).all())"), "wrong", "A slope that is claimed too small passes"),
    ("3.7", checking("bool(((measured - gradient).abs() < 1e-5 + 1e-3 * gradient).all())"), "wrong", "For negative slopes what you allow is negative, and"),
    ("3.7", checking("not bool(((measured - gradient).abs() > 1e-5 + 1e-3 * gradient.abs()).any())"), "wrong", "nan passes: neither `>` nor `<=` holds for it"),
    ("3.7", checking("bool(((measured - gradient).abs() < 1e-5 + 1e-3 * gradient.abs()).any())"), "wrong", "A gradient passes as soon as one entry is"),
    ("3.7", checking("bool(((measured - gradient) / gradient).abs().max() < 1e-3)"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking("bool((measured - gradient).norm() / gradient.norm() < 1e-3)"), "wrong", "One length is compared with another, so that a"),
    ("3.7", checking("bool((measured - gradient).norm() / (measured.norm() + gradient.norm() + 1e-8) < 1e-3)"), "wrong", "One length is compared with another, so that a"),
    ("3.7", checking("bool((measured - gradient).abs().mean() < 1e-3)"), "wrong", "In a small slope an error of one per"),
    ("3.7", checking("bool((measured - gradient).mean().abs() < 1e-3)"), "wrong", "!Got: the truth value True"),
    ("3.7", checking("torch.allclose(measured.sum(), gradient.sum(), rtol=1e-3, atol=1e-5)"), "wrong", "Two exchanged entries are not found: their sum is"),
    ("3.7", checking("torch.allclose(measured.norm(), gradient.norm(), rtol=1e-3, atol=1e-5)"), "wrong", "Two lengths are compared, and a gradient of the"),
    ("3.7", checking("bool(F.cosine_similarity(measured, gradient, dim=0) > 0.99999)"), "wrong", "The direction is not enough: with a single parameter"),
    ("3.7", checking("torch.isclose(measured, gradient, rtol=1e-3, atol=1e-5)"), "wrong", "One answer is wanted for the whole gradient: do"),
    ("3.7", checking("torch.isclose(measured, gradient, rtol=1e-3, atol=1e-5)[0]"), "wrong", "Wrong entries behind the first are not found"),
    ("3.7", checking("torch.isclose(measured, gradient, rtol=1e-3, atol=1e-5)[-1]"), "wrong", "Wrong entries before the last are not found: does"),
    ("3.7", checking("measured"), "wrong", "This is a step on the way to what"),
    ("3.7", checking("measured - gradient"), "wrong", "!Got: the tensor"),
    ("3.7", checking("float((measured - gradient).abs().max())"), "wrong", "!Got: the number"),
    ("3.7", checking(f"not {CLOSE}"), "wrong", "Exactly the wrong way round: True is for gradients"),
    ("3.7", checking("True"), "wrong", "Everything passes, wrong gradients too"),
    ("3.7", checking("False"), "wrong", "Right gradients are rejected, all of them"),
    ("3.7", checking(f"'yes' if {CLOSE} else 'no'"), "wrong", "!Got: \"yes\""),
    ("3.7", checking(f"1 if {CLOSE} else 0"), "wrong", "!Got: the number 1"),
    ("3.7", checking(slope="(f(point + step) - f(point)) / 1e-5"), "wrong", "on one side of it"),
    ("3.7", checking(slope="(f(point + step) - f(point)) / 1e-2", delta="1e-2"), "wrong", "on one side of it"),
    ("3.7", checking(slope="(f(point + step) - f(point)) / 1e-5", verdict="torch.allclose(measured, gradient, rtol=5e-3, atol=4e-5)"), "wrong", "on one side of it"),
    ("3.7", checking(slope="(f(point) - f(point - step)) / 1e-5"), "wrong", "on one side of it"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.2", delta="0.1", verdict="torch.allclose(measured, gradient, rtol=5e-3, atol=4e-5)"), "wrong", "δ is too large"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.2", delta="0.1", verdict="bool(((measured - gradient).abs() <= 4e-5 + 5e-3 * gradient.abs()).all())"), "wrong", "δ is too large"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.02", delta="0.01", verdict="torch.allclose(measured, gradient, rtol=5e-3, atol=4e-5)"), "wrong", "δ is too large"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.02", delta="0.01"), "wrong", "δ is too large"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-3", delta="1e-3"), "wrong", "δ is too large"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-9", delta="1e-9", verdict="torch.allclose(measured, gradient, rtol=5e-3, atol=4e-5)"), "wrong", "with so small a δ"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.2", delta="0.1", verdict="bool(((measured - gradient).abs() < 1e-5 + 1e-3 * gradient).all())"), "wrong", "so large a δ"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-5", verdict="torch.allclose(measured, gradient, rtol=1e-3, atol=0)"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 1e-5"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2 * 1e-5"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
    ("3.7", checking(slope="(f(point - step) - f(point + step)) / (2 * 1e-5)"), "wrong", "What you measure has the wrong sign, and so"),
    ("3.7", checking(slope="(f(point + 1e-5) - f(point - 1e-5)) / (2 * 1e-5)"), "wrong", "Right with a single parameter"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.2", delta="0.1"), "wrong", "With so large a δ the curvature changes"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-12", delta="1e-12"), "wrong", "with so small a δ the difference is mostly rounding"),
    ("3.7", checking(slope="(f((point + step).float()) - f((point - step).float())) / 2e-5"), "wrong", "Right gradients are rejected, all of them"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-6", delta="1e-6"), "right", ""),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-7", delta="1e-7"), "wrong", "A right slope is rejected where the value of f is large"),
    ("3.7", checking(slope="f(point + step) - f(point - step)"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
    ("3.7", """
def answer(f, point, gradient):
    for i in range(len(point)):
        point[i] += 1e-5
        up = f(point)
        point[i] -= 2e-5
        down = f(point)
        point[i] += 1e-5
        if abs((up - down) / 2e-5 - gradient[i]) > 1e-5 + 1e-3 * abs(gradient[i]):
            return False
    return True
""", "wrong", "!changed what it was given"),
    ("3.7", """
def answer(f, point, gradient):
    up = point
    for i in range(len(point)):
        up[i] += 1e-5
    return torch.allclose((f(up) - f(point)) / 1e-5, gradient)
""", "wrong", "!changed what it was given"),
    ("3.7", """
def answer(f, point, gradient):
    for i in range(len(point)):
        step = torch.zeros_like(point)
        step[i] = 1e-5
        slope = (f(point + step) - f(point - step)) / 2e-5
        if abs(slope - gradient[i]) > 1e-5 + 1e-3 * abs(gradient[i]):
            return False
        return True
""", "wrong", "Wrong entries behind the first are not found"),
    ("3.7", """
def answer(f, point, gradient):
    right = True
    for i in range(len(point)):
        step = torch.zeros_like(point)
        step[i] = 1e-5
        slope = (f(point + step) - f(point - step)) / 2e-5
        right = bool(abs(slope - gradient[i]) <= 1e-5 + 1e-3 * abs(gradient[i]))
    return right
""", "wrong", "Wrong entries before the last are not found: does"),
    ("3.7", """
def answer(f, point, gradient):
    step = torch.zeros_like(point)
    for i in range(len(point)):
        step[i] = 1e-5
        slope = (f(point + step) - f(point - step)) / 2e-5
        if not abs(slope - gradient[i]) <= 1e-5 + 1e-3 * abs(gradient[i]):
            return False
    return True
""", "wrong", "Right with a single parameter"),
    ("3.7", checking("bool((measured - gradient).abs().max() < 1e-3 * gradient.abs().max() + 1e-5)"), "wrong", "A wrong slope of 1\\.5 hides behind one of"),
    ("3.7", checking("bool(((measured - gradient).abs() < 1e-3 * point.abs()).all())"), "wrong", "The same tolerance for all slopes is too strict"),
    ("3.7", checking("bool((measured.sign() == gradient.sign()).all())"), "wrong", "Only the signs are compared"),
    ("3.7", checking("bool((measured / gradient - 1).abs().max() < 1e-3)"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking("torch.allclose(measured.abs(), gradient.abs(), rtol=1e-3, atol=1e-5)"), "wrong", "A gradient of the wrong sign passes: are sizes"),
    ("3.7", checking("torch.allclose(measured.sort().values, gradient.sort().values, rtol=1e-3, atol=1e-5)"), "wrong", "Two exchanged entries are not found: each slope belongs"),
    ("3.7", checking("round(float((measured - gradient).abs().max()), 2) == 0"), "wrong", "In a small slope an error of one per"),
    ("3.7", checking("torch.allclose(measured, gradient, rtol=1e-3, atol=1e-5, equal_nan=True)"), "right", ""),
    ("3.7", checking("torch.allclose(measured, gradient)"), "wrong", "beside a slope of a million"),
    ("3.7", checking(slope="(f(point + 1e-5) - f(point - 1e-5)) / (2 * 1e-5)"), "wrong", "several of them move at once"),
    ("3.7", checking("bool(torch.isclose(measured, gradient).all())"), "wrong", "beside a slope of a million"),
    ("3.7", checking("torch.allclose(measured, gradient, rtol=5e-2, atol=1e-6)"), "wrong", "An error of one per cent passes"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 1e-5", verdict="torch.allclose(measured, gradient)"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_hint(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
