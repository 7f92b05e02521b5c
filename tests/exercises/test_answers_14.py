"""Answers to the exercises of notebook 14 as a class might give them, and what each is told.

A word is a pattern that the hint holds, after "!" one that the plain message does.
"""

import pytest

from tests.exercises.helpers import assert_told

SAFE = """
def answer(f, slope_of, curvature_of, y):
    step = {first}
    {loop} {cond}:
        {body}
    return {result}
"""


def safe(
    first: str = "-slope_of(y) / abs(curvature_of(y))",
    cond: str = "f(y + step) >= f(y)",
    body: str = "step = step / 2",
    result: str = "y + step",
    loop: str = "while",
) -> str:
    """An answer to 14.2."""
    return SAFE.format(first=first, cond=cond, body=body, result=result, loop=loop)


def newton(result: str) -> str:
    """An answer to 14.3."""
    return f"def answer(params, grad, hessian):\n    return {result}"


WATCHED = "params = params.detach().requires_grad_()"
FIRST = "(grad,) = torch.autograd.grad(loss_fn(params), params, create_graph=True)"


def times(result: str, *lines: str) -> str:
    """An answer to 14.5 whose last line returns this, after these lines."""
    body = "".join(f"    {line}\n" for line in lines)
    return f"def answer(loss_fn, params, v):\n{body}    return {result}"


def after(result: str) -> str:
    """An answer to 14.5 that takes the first gradient rightly."""
    return times(result, WATCHED, FIRST)


ANSWERS = [
    ("14.1", "('quadratic', 'linear', 'superlinear')", "right", ""),
    ("14.1", "['Quadratic', 'LINEAR', ' superlinear ']", "right", ""),
    ("14.1", "np.array(['quadratic', 'linear', 'superlinear'])", "right", ""),
    ("14.1", "tuple('quadratic linear superlinear'.split())", "right", ""),
    ("14.1", "('quadratic', 'linear', 'cubic')", "wrong", "!Got: the tuple \\('quadratic', 'linear', 'cubic"),
    ("14.1", "('quadratic', 'linear')", "wrong", "!Got: the tuple \\('quadratic', 'linear'\\) Wanted"),
    ("14.1", "('exponential', 'linear', 'superlinear')", "wrong", "!Got: the tuple \\('exponential', 'linear', 'sup"),
    ("14.1", "'quadratic, linear, superlinear'", "wrong", "!Wanted a tuple, got"),
    ("14.1", "(2, 1, 1.5)", "wrong", "!Got: the tuple \\(2, 1, 1\\.5\\) Entry 1: wanted a "),
    ("14.1", "('quadratic', 'quadratic', 'quadratic')", "wrong", "For C, try it: would squaring 3e-4 give 3e-6"),
    ("14.1", "('quadratic', 'quadratic', 'linear')", "wrong", "In C the ratio of neighbours is a tenth"),
    ("14.1", "('quadratic', 'quadratic', 'superlinear')", "wrong", "A and C are right"),
    ("14.1", "('quadratic', 'linear', 'quadratic')", "wrong", "A and B are right"),
    ("14.1", "('quadratic', 'linear', 'linear')", "wrong", "A and B are right"),
    ("14.1", "('quadratic', 'superlinear', 'quadratic')", "wrong", "For C, try it: would squaring 3e-4 give 3e-6"),
    ("14.1", "('quadratic', 'superlinear', 'linear')", "wrong", "In B each step gains one digit, always one"),
    ("14.1", "('quadratic', 'superlinear', 'superlinear')", "wrong", "A and C are right"),
    ("14.1", "('linear', 'quadratic', 'quadratic')", "wrong", "For C, try it: would squaring 3e-4 give 3e-6"),
    ("14.1", "('linear', 'quadratic', 'linear')", "wrong", "In C the ratio of neighbours is a tenth"),
    ("14.1", "('linear', 'quadratic', 'superlinear')", "wrong", "In B each step gains as many digits as"),
    ("14.1", "('linear', 'linear', 'quadratic')", "wrong", "For C, try it: would squaring 3e-4 give 3e-6"),
    ("14.1", "('linear', 'linear', 'linear')", "wrong", "True of all three, but the sharpest word for only one"),
    ("14.1", "('linear', 'linear', 'superlinear')", "wrong", "B and C are right"),
    ("14.1", "('linear', 'superlinear', 'quadratic')", "wrong", "For C, try it: would squaring 3e-4 give 3e-6"),
    ("14.1", "('linear', 'superlinear', 'linear')", "wrong", "In C the ratio of neighbours is a tenth"),
    ("14.1", "('linear', 'superlinear', 'superlinear')", "wrong", "In B the ratio of neighbours is the same"),
    ("14.1", "('superlinear', 'quadratic', 'quadratic')", "wrong", "Look at the exponents of A and of C"),
    ("14.1", "('superlinear', 'quadratic', 'linear')", "wrong", "True of A, and there is a sharper word"),
    ("14.1", "('superlinear', 'quadratic', 'superlinear')", "wrong", "True of A, and there is a sharper word"),
    ("14.1", "('superlinear', 'linear', 'quadratic')", "wrong", "B is right"),
    ("14.1", "('superlinear', 'linear', 'linear')", "wrong", "True of A, and there is a sharper word"),
    ("14.1", "('superlinear', 'linear', 'superlinear')", "wrong", "True of A, and there is a sharper word"),
    ("14.1", "('superlinear', 'superlinear', 'quadratic')", "wrong", "Look at the exponents of A and of C"),
    ("14.1", "('superlinear', 'superlinear', 'linear')", "wrong", "True of A, and there is a sharper word"),
    ("14.1", "('superlinear', 'superlinear', 'superlinear')", "wrong", "True of A, and there is a sharper word"),
    ("14.2", safe(), "right", ""),
    ("14.2", safe(cond="not f(y + step) < f(y)", body="step *= 0.5"), "right", ""),
    ("14.2", safe(first="slope_of(y) / abs(curvature_of(y))", cond="f(y - step) >= f(y)", result="y - step"), "right", ""),
    ("14.2", "def answer(f, slope_of, curvature_of, y):\n    step = -slope_of(y) / abs(curvature_of(y))\n    for _ in range(60):\n        if f(y + step) < f(y):\n            return y + step\n        step /= 2\n    return y + step", "right", ""),
    ("14.2", "def answer(f, slope_of, curvature_of, y):\n    step = -slope_of(y) / abs(curvature_of(y))\n    for _ in range(60):\n        if f(y + step) < f(y):\n            break\n    return y + step", "wrong", "The direction is right everywhere"),
    ("14.2", "def answer(f, slope_of, curvature_of, y): ...", "open", ""),
    ("14.2", safe(first="-slope_of(y) / curvature_of(y)", cond="f(y + step) > f(y)"), "wrong", 'Where the curvature is positive all is well\\. Where'),
    ("14.2", safe(loop="if"), "wrong", 'Once is not always enough: from 0\\.65 the step'),
    ("14.2", safe(body="step = step / 10"), "wrong", 'Where the step is too long it is divided'),
    ("14.2", safe(cond="f(y + step) < f(y)"), "wrong", 'Steps that are fine are halved, and those that'),
    ("14.2", safe(first="slope_of(y) / abs(curvature_of(y))", cond="f(y + step) > f(y)"), "wrong", 'This step leads uphill, and mostly it is halved'),
    ("14.2", safe(first="-abs(slope_of(y)) / curvature_of(y)", cond="f(y + step) > f(y)"), "wrong", 'The size of the slope is taken, so its'),
    ("14.2", safe(first="abs(slope_of(y) / curvature_of(y))", cond="f(y + step) > f(y)"), "wrong", 'This step always goes to the right\\. The sign'),
    ("14.2", safe(first="-abs(slope_of(y) / curvature_of(y))", cond="f(y + step) > f(y)"), "wrong", 'This step always goes to the left\\. The sign'),
    ("14.2", safe(cond="f(y + step) >= 0.9 * f(y)"), "wrong", "A step is halved here although the new place is"),
    ("14.2", safe(result="step"), "wrong", 'This is the step\\. Where does it lead from'),
    ("14.2", safe(result="f(y + step)"), "wrong", 'This is the height of the new place\\. The'),
    ("14.2", safe(result="(y + step, step)"), "wrong", 'One number is asked for, the new place\\.'),
    ("14.2", safe(first="-slope_of(y) / curvature_of(y)", loop="for _ in", cond="[]"), "wrong", "This is Newton's step as it is\\. Which way"),
    ("14.2", safe(loop="for _ in", cond="[]"), "wrong", 'The direction is right everywhere\\. From 0\\.65 the step'),
    ("14.2", safe(loop="for _ in", cond="[0]"), "wrong", 'The step is halved before it has been tried\\.'),
    ("14.2", safe(first="-0.1 * slope_of(y)"), "wrong", "Already in a bowl the step leads elsewhere\\. Newton's"),
    ("14.2", safe(first="-slope_of(y) * abs(curvature_of(y))"), "wrong", 'The slope is multiplied by the size of the'),
    ("14.2", safe(cond="f(step) >= f(y)"), "wrong", 'Where the first step is short enough all is'),
    ("14.2", safe(body="step = -step / 2"), "wrong", 'Where the first step is short enough all is'),
    ("14.2", safe(first="-slope_of(y)"), "wrong", 'The curvature is not used: this is plain descent'),
    ("14.2", safe(first="-slope_of / abs(curvature_of)"), "wrong", '!Raised: TypeError: bad operand type for unary'),
    ("14.2", safe(result="None"), "wrong", '!Wanted the number 3\\.0, got None: a function t'),
    ("14.2", safe(body="step = step * 2"), "wrong", "!Raised: OverflowError: \\(34, 'Numerical result"),
    ("14.2", safe(first="-slope_of(y) / max(curvature_of(y), 0.1)"), "wrong", 'With positive curvature all is well\\. With a negative'),
    ("14.2", safe(first="-abs(curvature_of(y)) / slope_of(y)"), "wrong", 'The fraction is upside down: slope over curvature\\.'),
    ("14.2", safe(first="-2 * slope_of(y) / abs(curvature_of(y))"), "wrong", "The first step is twice as long as Newton's\\."),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad)"), "right", ""),
    ("14.3", newton("params - hessian.inverse() @ grad"), "right", ""),
    ("14.3", newton("params + torch.linalg.solve(-hessian, grad)"), "right", ""),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad[:, None])[:, 0]"), "right", ""),
    ("14.3", newton("torch.linalg.solve(hessian, hessian @ params - grad)"), "right", ""),
    ("14.3", newton("params - torch.linalg.lstsq(hessian, grad[:, None]).solution.squeeze(-1)"), "right", ""),
    ("14.3", newton("params - torch.tensor(np.linalg.solve(hessian.numpy(), grad.numpy()))"), "right", ""),
    ("14.3", "def answer(params, grad, hessian): ...", "open", ""),
    ("14.3", newton("params - grad / hessian.diagonal()"), "wrong", "Dividing by the diagonal gives each parameter its own"),
    ("14.3", newton("params + torch.linalg.solve(hessian, grad)"), "wrong", "The step is as long as it should be"),
    ("14.3", newton("params - hessian @ grad"), "wrong", "The gradient is multiplied by the Hessian where it"),
    ("14.3", newton("params - grad / hessian"), "wrong", "grad / hessian divides entry by entry and broadcasts"),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad[:, None])"), "wrong", "From a column `solve` gives back a column, \\(P"),
    ("14.3", newton("-torch.linalg.solve(hessian, grad)"), "wrong", "This is the step"),
    ("14.3", newton("torch.linalg.solve(hessian, grad)"), "wrong", "This is the solution of the system"),
    ("14.3", newton("torch.linalg.solve(hessian, grad) - params"), "wrong", "Already with a single parameter the step leads elsewhere"),
    ("14.3", newton("params - grad"), "wrong", "The Hessian is not used: this is plain descent"),
    ("14.3", newton("torch.linalg.solve(hessian, params - grad)"), "wrong", "Here the parameters are divided by the Hessian as"),
    ("14.3", newton("torch.linalg.solve(hessian, params) - grad"), "wrong", "Already with a single parameter the step leads elsewhere"),
    ("14.3", newton("params - torch.linalg.solve(hessian, params)"), "wrong", "The system is solved for `params`\\. What should stand"),
    ("14.3", newton("params - torch.linalg.solve(grad, hessian)"), "wrong", "`solve` takes the matrix first, and then what the"),
    ("14.3", newton("params - grad @ hessian"), "wrong", "The gradient is multiplied by the Hessian where it"),
    ("14.3", newton("params - hessian.inverse() * grad"), "wrong", "`\\*` multiplies entry by entry, and a matrix of"),
    ("14.3", newton("params - (1 / hessian) @ grad"), "wrong", "1 / hessian inverts each entry, and 0 becomes"),
    ("14.3", newton("params - 0.1 * torch.linalg.solve(hessian, grad)"), "wrong", "The direction is right"),
    ("14.3", newton("params - 0.5 * torch.linalg.solve(hessian, grad)"), "wrong", "The direction is right"),
    ("14.3", newton("params - grad / hessian.sum(dim=1)"), "wrong", "Each entry is divided by the sum of a"),
    ("14.3", newton("params - grad / hessian.det()"), "wrong", "The determinant is one number for all directions"),
    ("14.3", newton("params - grad / hessian.norm()"), "wrong", "The norm is one number for all directions, and"),
    ("14.3", newton("params - grad / hessian.diagonal().abs()"), "wrong", "Only the sizes on the diagonal are used: the"),
    ("14.3", newton("params - grad / hessian[0, 0]"), "wrong", "Only one entry of the Hessian is used: in"),
    ("14.3", newton("params - torch.linalg.solve(hessian.abs(), grad)"), "wrong", "The signs of the entries of H are lost"),
    ("14.3", newton("params - torch.linalg.solve(hessian + 0.1 * torch.eye(len(grad)), grad)"), "wrong", "Something is added to the diagonal of H\\. A"),
    ("14.3", newton("params - torch.cholesky_solve(grad[:, None], torch.linalg.cholesky(hessian)).squeeze(1)"), "wrong", "The Cholesky factorization needs curvature that is positive in"),
    ("14.3", newton("params - torch.linalg.solve(torch.diag(hessian.diagonal()), grad)"), "wrong", "Dividing by the diagonal gives each parameter its own"),
    ("14.3", newton("params - hessian.inverse()"), "wrong", "The same whatever `grad` is: what is it handed"),
    ("14.3", newton("params * torch.linalg.solve(hessian, grad)"), "wrong", "Already with a single parameter the step leads elsewhere"),
    ("14.3", newton("params - torch.linalg.solve(hessian @ hessian, grad)"), "wrong", "The gradient is divided by the Hessian twice"),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad) / 2"), "wrong", "The direction is right"),
    ("14.3", newton("params - 2 * torch.linalg.solve(hessian, grad)"), "wrong", "The direction is right"),
    ("14.3", newton("(params - torch.linalg.solve(hessian, grad)).tolist()"), "wrong", "!Got: the list \\[0\\.5\\]: wrap it in torch\\.tensor"),
    ("14.3", newton("(params - torch.linalg.solve(hessian, grad))[:, None]"), "wrong", "The numbers are right, only the shape is another"),
    ("14.3", newton("params"), "wrong", "This is where the step begins"),
    ("14.3", newton("torch.zeros_like(params)"), "wrong", "The bottom is not always at 0: it depends"),
    ("14.3", newton("params - params"), "wrong", "The bottom is not always at 0: it depends"),
    ("14.3", "def answer(params, grad, hessian):\n    params -= torch.linalg.solve(hessian, grad)\n    return params", "wrong", "`params -= …` writes into the caller's tensor"),
    ("14.3", "def answer(params, grad, hessian):\n    hessian[0, 0] = abs(hessian[0, 0])\n    return params - torch.linalg.solve(hessian, grad)", "wrong", "!changed what it was given"),
    ("14.3", "def answer(params, grad, hessian):\n    l, q = torch.linalg.eigh(hessian)\n    return params - q @ ((q.T @ grad) / l.abs())", "wrong", "A sensible safeguard against negative curvature, but it is"),
    ("14.3", "def answer(params, grad, hessian):\n    params - torch.linalg.solve(hessian, grad)", "wrong", "!Is the `return` there"),
    ("14.3", newton("params - torch.linalg.solve(hessian.triu(), grad)"), "wrong", "Without a tilt all is well"),
    ("14.3", newton("params - hessian.inverse() @ params"), "wrong", "The system is solved for `params`\\. What should stand"),
    ("14.3", newton("params - hessian.T.inverse() @ grad / len(grad)"), "wrong", "With one parameter all is well, with two and"),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad).sum()"), "wrong", "With one parameter all is well, with two and"),
    ("14.3", newton("params - torch.linalg.solve(hessian, -grad)"), "wrong", "The step is as long as it should be"),
    ("14.3", newton("params - grad / hessian.trace()"), "wrong", "With one parameter all is well, with two and"),
    ("14.3", newton("params - grad @ grad / (grad @ hessian @ grad) * grad"), "wrong", "With one parameter all is well, with two and"),
    ("14.3", newton("grad - torch.linalg.solve(hessian, params)"), "wrong", "Already with a single parameter the step leads elsewhere"),
    ("14.3", newton("params - torch.linalg.solve(2 * hessian, grad)"), "wrong", "The direction is right"),
    ("14.3", newton("params - torch.linalg.solve(hessian, grad.abs())"), "wrong", "!Got: the tensor \\[1\\.5, -5\\.0\\] of shape \\(2,\\)"),
    ("14.4", "(1, 9, 9)", "right", ""),
    ("14.4", "[1.0, 9.0, 9.0]", "right", ""),
    ("14.4", "torch.tensor([1, 9, 9])", "right", ""),
    ("14.4", "(1, 1.8 / 0.2, 9)", "right", ""),
    ("14.4", "(1, 1.8, 9)", "wrong", "A and C are right\\. For B, 1\\.8 is"),
    ("14.4", "(1, 9, 1.8)", "wrong", "A and B are right\\. For C, 1\\.8 is"),
    ("14.4", "(100, 281, 9)", "wrong", 'These are the condition numbers before\\. What are they'),
    ("14.4", "(100, 9, 9)", "wrong", 'B and C are right\\. In A nothing stands'),
    ("14.4", "(1, 1, 1)", "wrong", 'κ would be 1 if nothing stood beside the'),
    ("14.4", "(1, 9, 1)", "wrong", 'A and B are right\\. In C the two'),
    ("14.4", "(1, 9)", "wrong", '!Got: the tuple \\(1, 9\\) Wanted are 3 entries, t'),
    ("14.4", "9", "wrong", '!Wanted a tuple, got the number 9\\.'),
    ("14.4", "(1, 9, 9, 9)", "wrong", '!Got: the tuple \\(1, 9, 9, 9\\) Wanted are 3 entr'),
    ("14.4", "(1, 1.174, 1.38)", "wrong", 'Each entry is divided by the root of the'),
    ("14.4", "(1, 281.4, 9)", "wrong", 'A and C are right\\. For B this is'),
    ("14.4", "(1, 0.111, 0.111)", "wrong", 'A condition number is never below 1: which of'),
    ("14.4", "(0, 0.8, 0.8)", "wrong", 'These are the three r\\. One step is left:'),
    ("14.4", "(1, 5, 5)", "wrong", 'This is 1/\\(1 − r\\)\\. What is the steepest'),
    ("14.4", "(100, 100, 1)", "wrong", 'This is the ratio of the two entries on'),
    ("14.4", "(1, 4.56, 4.56)", "wrong", 'Close: r itself goes into the formula, not its'),
    ("14.4", "('1', '9', '9')", "wrong", "!Got: the tuple \\('1', '9', '9'\\) Entry 1: wante"),
    ("14.4", "(9, 9, 1)", "wrong", 'In C the two parameters have the same curvature'),
    ("14.4", "(1, 1, 9)", "wrong", 'A and C are right\\. In B there is'),
    ("14.4", "(1, 81, 81)", "wrong", 'This is the square of what is asked for:'),
    ("14.4", "(2, 9, 9)", "wrong", '!Got: the tuple \\(2, 9, 9\\) Right: entries 2 and'),
    ("14.4", "(1, 9, 81)", "wrong", 'A and B are right\\. In C the entry'),
    ("14.4", "(1, 9, 5)", "wrong", '!Got: the tuple \\(1, 9, 5\\) Right: entries 1 and'),
    ("14.5", after("torch.autograd.grad(grad @ v, params)[0]"), "right", ""),
    ("14.5", after("torch.autograd.grad(grad, params, grad_outputs=v)[0]"), "right", ""),
    ("14.5", after("torch.autograd.grad((grad * v).sum(), params)[0]"), "right", ""),
    ("14.5", times("torch.autograd.functional.hvp(loss_fn, params, v)[1]"), "right", ""),
    ("14.5", times("torch.autograd.functional.hessian(loss_fn, params) @ v"), "wrong", "The numbers are right, and H was formed"),
    ("14.5", times("params.grad", WATCHED, FIRST, "(grad @ v).backward()"), "right", ""),
    ("14.5", "def answer(loss_fn, params, v): ...", "open", ""),
    ("14.5", times("torch.autograd.grad(grad @ v, params)[0]", "params.requires_grad_()", FIRST), "wrong", '!The answer changed what it was given: it now '),
    ("14.5", times("torch.autograd.grad(grad @ v, params)[0]", FIRST), "wrong", 'Nothing leads back\\. Is there a tensor that autograd'),
    ("14.5", times("torch.autograd.grad(grad @ v, params)[0]", WATCHED, "(grad,) = torch.autograd.grad(loss_fn(params), params)"), "wrong", 'Nothing leads back\\. Is there a tensor that autograd'),
    ("14.5", after("grad"), "wrong", 'This is the gradient\\. v has not been used'),
    ("14.5", after("grad @ v"), "wrong", 'This is the gradient times v, one number, the'),
    ("14.5", after("grad * v"), "wrong", 'This multiplies gradient and v entry by entry, and'),
    ("14.5", after("torch.autograd.grad(grad, params)[0]"), "wrong", '!Raised: RuntimeError: grad can be implicitly '),
    ("14.5", after("torch.autograd.grad(grad @ v, params)"), "wrong", 'The numbers are right, only the shape is another'),
    ("14.5", times("torch.autograd.grad(grad @ v, params)[0]", WATCHED, FIRST.replace("(grad,)", "grad")), "wrong", '!Raised: TypeError: unsupported operand type\\(s'),
    ("14.5", after("torch.autograd.grad(grad.sum(), params)[0]"), "wrong", 'The gradients are added up, which is H times'),
    ("14.5", after("torch.autograd.grad(grad.sum(), params)[0] * v"), "wrong", 'v is multiplied at the end, entry by entry\\.'),
    ("14.5", after("torch.autograd.grad(grad @ grad, params)[0]"), "wrong", 'Already in a bowl without a tilt something else'),
    ("14.5", after("torch.autograd.grad(grad @ params, params)[0]"), "wrong", 'Already in a bowl without a tilt something else'),
    ("14.5", after("torch.autograd.grad(grad @ v, v)[0]"), "wrong", '!Raised: RuntimeError: One of the differentiat'),
    ("14.5", times("torch.autograd.functional.hessian(loss_fn, params)"), "wrong", 'This is H itself\\. What is it times v\\?'),
    ("14.5", times("torch.autograd.functional.hessian(loss_fn, params) * v"), "wrong", '`\\*` multiplies entry by entry, and a matrix remains\\.'),
    ("14.5", times("torch.autograd.functional.hessian(loss_fn, params).diagonal() * v"), "wrong", 'Only the diagonal of H is used, so the'),
    ("14.5", times("v @ torch.autograd.functional.hessian(loss_fn, params) @ v"), "wrong", 'This is v · H v, one number, the'),
    ("14.5", times("torch.linalg.solve(torch.autograd.functional.hessian(loss_fn, params), v)"), "wrong", "This is H⁻¹ v, as in Newton's step\\. Here"),
    ("14.5", times("2 * torch.autograd.functional.hessian(loss_fn, params) @ v"), "wrong", 'This is twice H v\\.'),
    ("14.6", "('newton', 'adam', 'lbfgs', 'scale', 'safeguard')", "right", ""),
    ("14.6", "['Newton', 'Adam', 'LBFGS', 'scale', 'safeguard']", "right", ""),
    ("14.6", "('newton', 'adam', 'lbfgs', 'scale', 'scale')", "wrong", 'Task E has a curvature of −2 in one'),
    ("14.6", "('newton', 'adam', 'lbfgs', 'adam', 'safeguard')", "wrong", 'Task D wants plain descent\\. What is wrong with'),
    ("14.6", "('lbfgs', 'adam', 'lbfgs', 'scale', 'safeguard')", "wrong", 'L\\-BFGS may do for task A, but it estimates'),
    ("14.6", "('newton', 'lbfgs', 'lbfgs', 'scale', 'safeguard')", "wrong", 'In task B each batch gives another gradient\\. What'),
    ("14.6", "('newton', 'adam', 'newton', 'scale', 'safeguard')", "wrong", 'How many bytes does the Hessian of task C'),
    ("14.6", "('newton', 'adam', 'L-BFGS', 'scale', 'safeguard')", "wrong", "!Got: the tuple \\('newton', 'adam', 'L\\-BFGS', '"),
    ("14.6", "('newton', 'adam', 'lbfgs', 'scale')", "wrong", "!Got: the tuple \\('newton', 'adam', 'lbfgs', 's"),
    ("14.6", "'newton adam lbfgs scale safeguard'", "wrong", '!Wanted a tuple, got "newton adam lbfgs scale '),
    ("14.6", "('adam', 'adam', 'adam', 'adam', 'adam')", "wrong", 'Task A wants twelve digits, and its gradients are'),
    ("14.6", "('newton', 'adam', 'lbfgs', 'scale', 'newton')", "wrong", 'In task E Newton as it is went up\\.'),
    ("14.6", "('newton', 'adam', 'scale', 'lbfgs', 'safeguard')", "wrong", 'A, B and E are right\\. Of C and'),
    ("14.6", "('newton', 'sgd', 'lbfgs', 'scale', 'safeguard')", "wrong", "!Got: the tuple \\('newton', 'sgd', 'lbfgs', 'sc"),
    ("14.6", "(1, 2, 3, 4, 5)", "wrong", '!Got: the tuple \\(1, 2, 3, 4, 5\\) Entry 1: wante'),
    ("14.6", "('lbfgs', 'lbfgs', 'lbfgs', 'lbfgs', 'lbfgs')", "wrong", 'L\\-BFGS may do for task A, but it estimates'),
    ("14.6", "{'newton', 'adam', 'lbfgs', 'scale', 'safeguard'}", "wrong", '!Wanted a tuple, got a value of type set\\.'),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_hint(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
