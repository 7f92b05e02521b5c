"""Answers to the exercises of notebook 03 as a class might give them, and what each is told.

A word is a pattern that the hint holds, after "!" one that the plain message does.
"""

import pytest

from tests.exercises.helpers import assert_told

NODES = "from course_utils.autodiff import Scalar, ancestors\n"

BACK = (
    NODES
    + """
def answer(root):
    total = {before}
    for node in {order}:
        {give}
        for parent, slope in {parents}:
            {share}
"""
)


def back(**changes: str) -> str:
    """The function of 3.3, right but for these changes."""
    parts = {
        "before": "{root: 1.0}",
        "order": "reversed(ancestors(root))",
        "give": "node.grad += total[node]",
        "parents": "node.parents",
        "share": "total[parent] = total.get(parent, 0.0) + slope * total[node]",
    }
    return BACK.format(**(parts | changes))


def sine(result: str) -> str:
    """An answer to 3.4."""
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
    """An answer to 3.5."""
    return SMALL.format(step=step, result=result, steps=steps)


LOOP = """
def answer(model, x, y, lr, num_epochs):
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
        "start": "params = torch.tensor([1.0, 0.0], requires_grad=True)",
        "epochs": "num_epochs",
        "clear": "params.grad = None",
        "loss": "((model(x, params[0], params[1]) - y) ** 2).mean()",
        "backward": "loss.backward()",
        "update": "params -= lr * params.grad",
        "result": "params.detach()",
    }
    return LOOP.format(**(parts | changes))


TWO = {
    "start": "w = torch.tensor(1.0, requires_grad=True); b = torch.tensor(0.0, requires_grad=True)",
    "clear": "w.grad = b.grad = None",
    "loss": "((model(x, w, b) - y) ** 2).mean()",
    "update": "w -= lr * w.grad; b -= lr * b.grad",
    "result": "torch.stack([w, b]).detach()",
}

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
    ("3.1", "8", "wrong", "One too many: the 1 at y is where"),
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
    ("3.2", "2**21 - 1", "wrong", "This counts the calls on all 21 nodes, as"),
    ("3.2", "2**21 - 2", "wrong", "This counts the calls on all nodes but y"),
    ("3.2", "40", "wrong", "Two for each level would be right if a"),
    ("3.2", "41", "wrong", "Two calls for each level, and one for y"),
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
    ("3.2", "2**16", "wrong", "That is for 16 levels, where the table ends"),
    ("3.2", "2", "wrong", "That is right for a single level, y ="),
    ("3.2", "10**6", "wrong", "About right"),
    ("3.2", "1.05e6", "wrong", "!Got: the number 1\\.05e\\+06"),
    ("3.2", "'2**20'", "wrong", "A number is asked for: an expression without quotes"),
    ("3.2", "3**20", "wrong", "Three calls for each call"),
    ("3.2", "131071", "wrong", "This is the last line of the table: 16"),
    ("3.2", "2 ** 60", "wrong", "!Got: the number 1152921504606846976"),
    ("3.2", "10", "wrong", "!Got: the number 10"),
    ("3.2", "0", "wrong", "!Got: the number 0"),
    ("3.3", back(), "right", ""),
    ("3.3", back(before="dict.fromkeys(ancestors(root), 0.0); total[root] = 1.0", share="total[parent] += slope * total[node]"), "right", ""),
    ("3.3", "from collections import defaultdict\n" + back(before="defaultdict(float); total[root] = 1.0", share="total[parent] += slope * total[node]"), "right", ""),
    ("3.3", back(share="total[parent] = (total[parent] if parent in total else 0) + slope * total[node]"), "right", ""),
    ("3.3", back(give="node.grad = node.grad + total[node]", share="total.setdefault(parent, 0.0); total[parent] += total[node] * slope"), "right", ""),
    ("3.3", NODES + """
def answer(root):
    order = ancestors(root)
    before = [node.grad for node in order]
    for node in order:
        node.grad = 0.0
    root.grad = 1.0
    for node in reversed(order):
        for parent, slope in node.parents:
            parent.grad += slope * node.grad
    for node, old in zip(order, before):
        node.grad += old
""", "right", ""),
    ("3.3", NODES + """
def answer(root):
    nodes = ancestors(root)
    flow = [0.0] * len(nodes)
    place = {id(n): i for i, n in enumerate(nodes)}
    flow[-1] = 1.0
    for i in range(len(nodes) - 1, -1, -1):
        nodes[i].grad += flow[i]
        for parent, slope in nodes[i].parents:
            flow[place[id(parent)]] += slope * flow[i]
    return root
""", "right", ""),
    ("3.3", NODES + """
def answer(root):
    for node in ancestors(root):
        node.flow = 0.0
    root.flow = 1.0
    for node in reversed(ancestors(root)):
        node.grad += node.flow
        for parent, slope in node.parents:
            parent.flow += slope * node.flow
""", "right", ""),
    ("3.3", "def answer(root): ...", "open", ""),
    ("3.3", back(share="total[parent] = slope * total[node]"), "open", ""),
    ("3.3", "def answer(root):\n    root.backward()", "wrong", "The method `backward` is what this function replaces"),
    ("3.3", back(share="total[parent] += slope * total[node]"), "wrong", "A node has no sum yet when one is"),
    ("3.3", back(share="total.setdefault(parent, slope * total[node])"), "wrong", "Now the first share stays and the later ones"),
    ("3.3", back(share="total[parent] = total.get(parent, 1.0) + slope * total[node]"), "wrong", "Each sum is too large before anything arrives: with"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope"), "wrong", "Only the local slopes are added"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + total[node]"), "wrong", "The shares are added, but what travels along an"),
    ("3.3", back(share="total[parent] = total.get(node, 0.0) + slope * total[node]"), "wrong", "To whose sum is the share added"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope * node.grad"), "wrong", "Called once it is right"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope * node.val"), "wrong", "`val` is what came out on the way forward"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope * parent.val * total[node]"), "wrong", "The value of the parent is a factor too"),
    ("3.3", back(share="total[parent] = total.get(parent, 1.0) * slope * total[node]"), "wrong", "The shares of a node are multiplied here"),
    ("3.3", back(share="total[parent] = 2 * slope * total[node]"), "wrong", "Already in y = 3u, u = 3x, where"),
    ("3.3", back(share="total[parent] = max(total.get(parent, 0.0), slope * total[node])"), "wrong", "Now the first share stays and the later ones"),
    ("3.3", back(share="parent.grad += slope * total[node]\n            total[parent] = total.get(parent, 0.0) + slope * total[node]"), "wrong", "`grad` gets every share twice: when it arrives, and"),
    ("3.3", back(give="pass", share="parent.grad += slope * total[node]\n            total[parent] = total.get(parent, 0.0) + slope * total[node]"), "wrong", "The root's own gradient is missing: what is dy/dy"),
    ("3.3", back(give="node.grad = total[node]"), "wrong", "Called once it is right"),
    ("3.3", back(give="node.grad -= total[node]"), "wrong", "Every sign is turned around: is something subtracted that"),
    ("3.3", back(give="node.grad += total[node] if not node.parents else 0.0"), "wrong", "Only the leaves get their gradient"),
    ("3.3", back(give="node.grad += total[node] if node.parents else 0.0"), "wrong", "The nodes without parents get nothing: they are what"),
    ("3.3", back(give="node.grad += total[node] if node is not root else 0.0"), "wrong", "The root's own gradient is missing: what is dy/dy"),
    ("3.3", back(give="node.grad = 1.0 if node is root else node.grad + total[node]"), "wrong", "Called twice, the root forgets the first time: its"),
    ("3.3", back(order="ancestors(root)"), "wrong", "The first node of this walk has no sum"),
    ("3.3", back(order="ancestors(root)", before="dict.fromkeys(ancestors(root), 0.0); total[root] = 1.0", share="total[parent] += slope * total[node]"), "wrong", "Only the root gets its gradient"),
    ("3.3", back(before="dict.fromkeys(ancestors(root), 0.0)", share="total[parent] += slope * total[node]"), "wrong", "All is 0, since nothing ever starts to flow"),
    ("3.3", back(before="dict.fromkeys(ancestors(root), 1.0)", share="total[parent] += slope * total[node]"), "wrong", "Each sum is too large before anything arrives: with"),
    ("3.3", back(before="{root: 0.0}"), "wrong", "All is 0, since nothing ever starts to flow"),
    ("3.3", back(before="{root: root.val}"), "wrong", "Everything is too large by the same factor"),
    ("3.3", back(before="{root: root.grad}"), "wrong", "All is 0, since nothing ever starts to flow"),
    ("3.3", back(before="{}"), "wrong", "The walk begins at the root, and `total` has"),
    ("3.3", back(parents="set(node.parents)"), "wrong", "In x · x two arrows lead to the"),
    ("3.3", back(parents="dict(node.parents).items()"), "wrong", "In x · x two arrows lead to the"),
    ("3.3", back(parents="node.parents[:1]"), "wrong", "Only the first operand of each node gets a"),
    ("3.3", back() + "        return\n", "wrong", "Only the root gets its gradient"),
    ("3.3", back() + "            break\n", "wrong", "Only the first operand of each node gets a"),
    ("3.3", back(before="{root: 1.0}; zero = [setattr(n, 'grad', 0.0) for n in ancestors(root)]"), "wrong", "Called once it is right"),
    ("3.3", NODES + "def answer(root):\n    root.grad = 1.0\n    for node in reversed(ancestors(root)):\n        for parent, slope in node.parents:\n            parent.grad += slope * node.grad", "wrong", "Called once it is right"),
    ("3.3", NODES + "def answer(root):\n    root.grad += 1.0\n    for node in reversed(ancestors(root)):\n        for parent, slope in node.parents:\n            parent.grad += slope * node.grad", "wrong", "Called once it is right"),
    ("3.3", NODES + "def answer(root):\n    root.grad += 1.0\n    for node in reversed(ancestors(root)):\n        for parent, slope in node.parents:\n            parent.grad = slope * node.grad", "open", ""),
    ("3.3", NODES + "def answer(root, share=1.0):\n    root.grad += share\n    for parent, slope in root.parents:\n        answer(parent, slope * share)", "wrong", "The gradients are right, but exponentially slow: this walks"),
    ("3.3", NODES + "def answer(root):\n    root.grad += 1.0\n    def go(n):\n        for p, s in n.parents:\n            p.grad += s * n.grad\n            go(p)\n    go(root)", "wrong", "A node passes on with every share that arrives"),
    ("3.3", NODES + "def answer(root):\n    root.grad = 1.0\n    def go(n):\n        for p, s in n.parents:\n            p.grad += s * n.grad\n        for p, s in n.parents:\n            go(p)\n    go(root)", "wrong", "This is the recursion of `pass_on`: once for each"),
    ("3.3", back() + "        node.parents = ()\n", "wrong", "After the walk the graph is another one: values"),
    ("3.3", back() + "        node.val = total[node]\n", "wrong", "!Got: \"a graph with other values or parents th"),
    ("3.3", back(before="{root: 1.0}; seen = set()", share="if parent in seen: continue\n            seen.add(parent); total[parent] = slope * total[node]"), "wrong", "Now the first share stays and the later ones"),
    ("3.3", NODES + "def answer(root):\n    def listed(node, out):\n        if node not in out:\n            for p, _ in node.parents: listed(p, out)\n            out[node] = 0.0\n        return out\n    total = listed(root, {})\n    total[root] = 1.0\n    for node in reversed(list(total)):\n        node.grad += total[node]\n        for parent, slope in node.parents:\n            total[parent] += slope * total[node]", "wrong", "A recursion cannot follow thousands of nodes in a"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) - slope * total[node]"), "wrong", "The signs change from level to level: are the"),
    ("3.3", back(share="total[parent] = (total.get(parent, 0.0) + slope) * total[node]"), "wrong", "Here the brackets reach too far: the sum that"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope + total[node]"), "wrong", "Along an arrow the gradient and the local slope"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope * total[root]"), "wrong", "Only the local slopes are added"),
    ("3.3", back(share="total[parent] = total.get(parent, 0.0) + slope * total[node] / len(node.parents)"), "wrong", "In x · x two arrows lead to the"),
    ("3.3", back(share="total[parent] = slope * total.get(parent, 0.0) + total[node]"), "wrong", "Already in y = 3u, u = 3x, where"),
    ("3.3", back(share="total[parent] = total.get(parent, slope) * total[node]"), "wrong", "In x · x two arrows lead to the"),
    ("3.3", back(give="node.grad += total.pop(node)", share="total[parent] = total.get(parent, 0.0) + slope * node.grad"), "wrong", "Called once it is right"),
    ("3.3", back(order="sorted(ancestors(root), key=lambda n: -n.val)"), "wrong", "!Raised: KeyError:"),
    ("3.3", back(share="total[node] = total.get(node, 0.0) + slope * total[node]"), "wrong", "A node has no sum yet when one is"),
    ("3.3", back(give="node.grad += 1.0"), "wrong", "Already in y = 3u, u = 3x, where"),
    ("3.3", back(parents="node.parents[1:]"), "wrong", "Already in y = 3u, u = 3x, where"),
    ("3.3", NODES+"def answer(root):\n    root.grad = 1.0\n    for node in reversed(ancestors(root)):\n        for parent, slope in node.parents:\n            parent.grad = parent.grad + slope\n", "wrong", "Only the local slopes are added"),
    ("3.3", NODES+"def answer(root):\n    todo = [(root, 1.0)]\n    while todo:\n        node, flow = todo.pop()\n        node.grad += flow\n        todo += [(p, s * flow) for p, s in node.parents]\n", "wrong", "A node is visited anew for every path that"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val)),), 'sin')"), "right", ""),
    ("3.4", sine("Scalar(math.sin(x.val), [(x, math.cos(x.val))])"), "right", ""),
    ("3.4", sine("Scalar(math.sin(x.val), ([x, math.cos(x.val)],))"), "right", ""),
    ("3.4", sine("Scalar(torch.sin(torch.tensor(x.val, dtype=torch.float64)).item(), ((x, np.cos(x.val)),))"), "right", ""),
    ("3.4", sine("type(x)(math.sin(x.val), ((x, math.cos(x.val)),))"), "right", ""),
    ("3.4", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    out.parents = ((x, math.cos(x.val)),)\n    return out", "right", ""),
    ("3.4", "def answer(x): ...", "open", ""),
    ("3.4", sine("math.sin(x.val)"), "wrong", "What comes back has no parents, and so no"),
    ("3.4", sine("(math.sin(x.val), math.cos(x.val))"), "wrong", "What comes back has no parents, and so no"),
    ("3.4", sine("np.sin(x.val)"), "wrong", "What comes back has no parents, and so no"),
    ("3.4", sine("Scalar(math.sin(x), ((x, math.cos(x)),))"), "wrong", "The functions of math take plain numbers"),
    ("3.4", sine("Scalar(torch.sin(x), ((x, torch.cos(x)),))"), "wrong", "torch\\.sin takes tensors and knows no Scalars"),
    ("3.4", sine("Scalar(np.sin(x.val), ((x, np.cos(x)),))"), "wrong", "For the slope, too, the number inside x is"),
    ("3.4", sine("Scalar(math.sin(x.val))"), "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.4", sine("Scalar(math.sin(x.val), (x,))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), x)"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), (x, math.cos(x.val)))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val))))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), ((math.cos(x.val), x),))"), "wrong", "In a pair the operand comes first, and it"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x.val, math.cos(x.val)),))"), "wrong", "In a pair the operand comes first, and it"),
    ("3.4", sine("Scalar(math.sin(x.val), math.cos(x.val))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, Scalar(math.cos(x.val))),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) * x.grad),))"), "wrong", "This local slope is 0 everywhere"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) * x.val),))"), "wrong", "A factor x too many: at 0 the sine"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, -math.cos(x.val)),))"), "wrong", "The gradient has the wrong sign: at 0 the"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, -math.sin(x.val)),))"), "wrong", "This is the slope of the cosine"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.sin(x.val)),))"), "wrong", "That the slope equals the value is a property"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, 1.0),))"), "wrong", "A slope of 1 fits at x = 0"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, x.val),))"), "wrong", "This slope is x itself, so at 0 it"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(math.sin(x.val))),))"), "wrong", "The slope is taken at the result, sin x"),
    ("3.4", sine("Scalar(math.cos(x.val), ((x, -math.sin(x.val)),))"), "wrong", "This is a cosine with its slope, and well"),
    ("3.4", sine("Scalar(math.cos(x.val), ((x, math.sin(x.val)),))"), "wrong", "Value and slope have changed places: the value is"),
    ("3.4", sine("Scalar(math.sin(math.radians(x.val)), ((x, math.cos(math.radians(x.val))),))"), "wrong", "The functions of math take angles in radians, and"),
    ("3.4", sine("Scalar(math.sin(math.degrees(x.val)), ((x, math.cos(math.degrees(x.val))),))"), "wrong", "x is an angle in radians already, as the"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val)), (x, math.cos(x.val))))"), "wrong", "The gradient is twice too large: is x among"),
    ("3.4", sine("Scalar(math.sin(x.val), x.parents)"), "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.4", sine("Scalar(x.val, ((x, math.cos(x.val)),))"), "wrong", "The slope is right"),
    ("3.4", sine("Scalar(math.sin(x.val), ((Scalar(x.val), math.cos(x.val)),))"), "wrong", "The parent is a copy and not x itself"),
    ("3.4", sine("Scalar(math.cos(x.val), ((x, math.cos(x.val)),))"), "wrong", "The slope is right"),
    ("3.4", NODES + "def answer(x):\n    x.val = math.sin(x.val)\n    return x", "wrong", "x itself has another value afterwards, or is handed"),
    ("3.4", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    x.grad += math.cos(x.val)\n    return out", "wrong", "x itself is changed"),
    ("3.4", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    out.grad = math.cos(x.val)\n    return out", "wrong", "No gradient comes back: the new Scalar does not"),
    ("3.4", NODES + "def answer(x):\n    out = Scalar(math.sin(x.val))\n    x.parents = ((out, math.cos(x.val)),)\n    return out", "wrong", "x has got new parents here"),
    ("3.4", NODES + "def answer(x):\n    Scalar(math.sin(x.val), ((x, math.cos(x.val)),))", "wrong", "!got None"),
    ("3.4", sine("x - x * x * x * (1 / 6)"), "wrong", "!Raised: TypeError:"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, 1 / math.cos(x.val)),))"), "wrong", "The slope is upside down: at the top, where"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.cos(x.val) ** 2),))"), "wrong", "This slope is never negative, and at −2\\.5 the"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.tan(x.val)),))"), "wrong", "The tangent tells the slope of a line from"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, 0.0),))"), "wrong", "This local slope is 0 everywhere"),
    ("3.4", sine("Scalar(math.sinh(x.val), ((x, math.cosh(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, round(math.cos(x.val), 2)),))"), "wrong", "The slope is rounded: give it as it is"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.sin(x.val + 1e-1) - math.sin(x.val)),))"), "wrong", "The value is fine, and the slope is not"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, 2 * math.cos(x.val)),))"), "wrong", "The gradient is twice too large: is x among"),
    ("3.4", sine("Scalar(math.sin(x.val) ** 2, ((x, math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, math.sqrt(1 - math.sin(x.val) ** 2)),))"), "wrong", "The sign of the slope is lost: at −2\\.5"),
    ("3.4", sine("Scalar(math.sin(x.val), {x: math.cos(x.val)})"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, str(math.cos(x.val))),))"), "wrong", "A local slope is a plain number: the derivative"),
    ("3.4", sine("Scalar(math.sin(x.val), (x, x))"), "wrong", "Each parent comes as a pair, \\(operand, local slope\\)"),
    ("3.4", sine("Scalar(math.asin(math.sin(x.val)), ((x, math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.4", sine("Scalar(math.sin(x.val), ((x, 1 - x.val ** 2 / 2),))"), "wrong", "The value is fine, and the slope is not"),
    ("3.4", sine("Scalar(-math.sin(x.val), ((x, -math.cos(x.val)),))"), "wrong", "The value is not that of a sine: compare"),
    ("3.4", NODES+"def answer(x):\n    y = Scalar(math.sin(x.val))\n    y.parents = (x, math.cos(x.val))\n    y.backward()\n    return y", "wrong", "!Raised: TypeError:"),
    ("3.5", small(), "right", ""),
    ("3.5", small("loss = ((params[0] * batch_u + params[1] - batch_c) ** 2).sum() / len(t_u); loss.backward()"), "right", ""),
    ("3.5", """
from torch.utils.data import DataLoader, TensorDataset
def answer(t_u, t_c, params, batch_size):
    leaf = params.detach().clone().requires_grad_(True)
    for u, c in DataLoader(TensorDataset(t_u, t_c), batch_size=batch_size):
        F.mse_loss(leaf[0] * u + leaf[1], c, reduction="sum").div(t_u.numel()).backward()
    return leaf.grad
""", "right", ""),
    ("3.5", """
def answer(t_u, t_c, params, batch_size):
    w, b = params.tolist()
    total = [0.0, 0.0]
    for u, c in zip(t_u.tolist(), t_c.tolist()):
        total[0] += 2 * (w * u + b - c) * u / len(t_u)
        total[1] += 2 * (w * u + b - c) / len(t_u)
    return torch.tensor(total)
""", "right", ""),
    ("3.5", """
def answer(t_u, t_c, params, batch_size):
    total = torch.zeros(2)
    for u, c in zip(torch.split(t_u, batch_size), torch.split(t_c, batch_size)):
        A = torch.stack([u, torch.ones(len(u))], dim=1)
        total += 2 * A.T @ (A @ params - c)
    return total / t_u.shape[0]
""", "right", ""),
    ("3.5", """
def answer(t_u, t_c, params, batch_size):
    params = params.clone().requires_grad_()
    total = 0
    for start in range(0, len(t_u), batch_size):
        end = min(start + batch_size, len(t_u))
        part = ((params[0] * t_u[start:end] + params[1] - t_c[start:end]) ** 2).sum()
        part.backward()
    return params.grad / len(t_u)
""", "right", ""),
    ("3.5", small("loss.backward()"), "open", ""),
    ("3.5", small("(loss / -(-len(t_u) // batch_size)).backward()"), "wrong", "Right where all batches have the same size"),
    ("3.5", small("(loss / (len(t_u) // batch_size)).backward()"), "wrong", "N // batch_size leaves out the last, smaller batch"),
    ("3.5", small("(loss * batch_size / len(t_u)).backward()"), "wrong", "Each batch is weighted with batch_size / N, but"),
    ("3.5", small("(loss * len(batch_u)).backward()"), "wrong", "N times too large: this is the gradient of"),
    ("3.5", small("(loss / len(batch_u)).backward()"), "wrong", "The squares of a batch are divided twice by"),
    ("3.5", small("(loss / batch_size).backward()"), "wrong", "A mean has been divided by the size of"),
    ("3.5", small("(loss / len(t_u)).backward()"), "wrong", "The squares of a batch are divided twice, by"),
    ("3.5", small("(loss * len(batch_u) / batch_size).backward()"), "wrong", "The sum of the squares has to be divided"),
    ("3.5", small("(loss * len(t_u) / len(batch_u)).backward()"), "wrong", "The share of a batch is upside down: a"),
    ("3.5", small("loss.backward()", "params.grad / len(t_u)"), "wrong", "The squares of a batch are divided twice, by"),
    ("3.5", small("loss.backward()", "params.grad / batch_size"), "wrong", "A mean has been divided by the size of"),
    ("3.5", small("loss.backward()", "params.grad * batch_size / len(t_u)"), "wrong", "Each batch is weighted with batch_size / N, but"),
    ("3.5", small("loss.backward()", "params.grad * len(batch_u) / len(t_u)"), "wrong", "In the end all batches are weighted alike, by"),
    ("3.5", small("loss.backward()", "params.grad.mean()"), "wrong", "One number came where one for each entry is"),
    ("3.5", small("params.grad = None; loss.backward()"), "wrong", "Clearing inside the loop throws away the earlier batches"),
    ("3.5", small("params.grad = None; (loss * len(batch_u) / len(t_u)).backward()"), "wrong", "Only the last batch is left"),
    ("3.5", small("loss.backward(); params.grad *= len(batch_u) / len(t_u)"), "wrong", "In `\\.grad` lie the earlier batches as well, and"),
    ("3.5", small(steps="range(0, len(t_u) - batch_size, batch_size)"), "wrong", "!Got: the tensor \\[-8\\.7, 4\\.95\\] of shape \\(2,\\)"),
    ("3.5", small(steps="range(0, len(t_u) - batch_size + 1, batch_size)"), "wrong", "The last, incomplete batch is missing"),
    ("3.5", small(steps="range(len(t_u) // batch_size)"), "wrong", "`start` counts 0, 1, 2, … here, and it"),
    ("3.5", small(steps="range(0, len(t_u))"), "wrong", "Many examples are counted more than once: by how"),
    ("3.5", small(steps="range(batch_size, len(t_u), batch_size)"), "wrong", "!Got: the tensor \\[-2\\.325, 2\\.95\\] of shape \\(2,\\)"),
    ("3.5", small(result="params"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small(result="params.grad[0]"), "wrong", "One number came where one for each entry is"),
    ("3.5", small(result="params.grad.flip(0)"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small(result="loss"), "wrong", "One number came where one for each entry is"),
    ("3.5", small(result="params.grad.tolist()"), "wrong", "!Got: the list \\[-11\\.025, 7\\.9\\]: wrap it in torc"),
    ("3.5", small(result="-params.grad"), "wrong", "The size is right and the sign is turned"),
    ("3.5", small("(loss / 2 * len(batch_u) / len(t_u)).backward()"), "wrong", "Half of what it should be: is a factor"),
    ("3.5", small("(loss.item() * len(batch_u) / len(t_u)).backward()"), "wrong", "!Raised: AttributeError:"),
    ("3.5", small("(loss.detach() * len(batch_u) / len(t_u)).backward()"), "wrong", "Nothing leads from this loss back to the parameters"),
    ("3.5", small("return params.grad"), "wrong", "None came back"),
    ("3.5", small("(loss * len(batch_u) / len(t_u)).backward(); break"), "wrong", "Only the first batch counts: does the loop end"),
    ("3.5", small("(loss * len(batch_u) / len(t_u)).backward(); return params.grad"), "wrong", "Only the first batch counts: does the loop end"),
    ("3.5", small("(loss * len(batch_u) // len(t_u)).backward()"), "wrong", "!Raised: RuntimeError:"),
    ("3.5", small("(loss * len(batch_u) / 11).backward()"), "wrong", "It fits 11 examples and not 4: is a"),
    ("3.5", small("((params[0] * batch_u + params[1] - batch_c) ** 2).sum().backward()"), "wrong", "N times too large: this is the gradient of"),
    ("3.5", small("(((params[0] * batch_u + params[1] - batch_c) ** 2).sum() / batch_size).backward()"), "wrong", "The sum of the squares has to be divided"),
    ("3.5", small("(((params[0] * batch_u - batch_c) ** 2).sum() / len(t_u)).backward()"), "wrong", "The prediction is not complete: b has no effect"),
    ("3.5", small("(((params[0] * batch_u + params[1] - batch_c).abs()).sum() / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", "def answer(t_u, t_c, params, batch_size):\n    p = params.clone().requires_grad_()\n    ((p[0] * t_u + p[1] - t_c) ** 2).mean().backward()\n    return p.grad", "wrong", "The gradient is right, but it was computed over"),
    ("3.5", "def answer(t_u, t_c, params, batch_size):\n    w, b = params\n    n = len(t_u)\n    return torch.stack([2 * (w * (t_u @ t_u) + b * t_u.sum() - t_u @ t_c) / n, 2 * (w * t_u.sum() + n * b - t_c.sum()) / n])", "wrong", "The gradient is right, but it was computed over"),
    ("3.5", "def answer(t_u, t_c, params, batch_size):\n    p = params.clone().requires_grad_()\n    F.mse_loss(torch.stack([t_u, torch.ones_like(t_u)]).T @ p, t_c).backward()\n    return p.grad", "wrong", "The gradient is right, but it was computed over"),
    ("3.5", small("").replace("batch_size)", "4)").replace("+ batch_size]", "+ 4]").replace("        \n", "        (loss * len(batch_u) / len(t_u)).backward()\n").replace("t_c, params, 4)", "t_c, params, batch_size)"), "wrong", "The batches are not as small as asked for"),
    ("3.5", small().replace("params.clone().requires_grad_()", "params.requires_grad_()"), "wrong", "!changed what it was given"),
    ("3.5", small("(loss * len(batch_u) / len(t_u)).backward(); params.data -= 0.01 * params.grad"), "wrong", "A single batch that holds all examples is fine"),
    ("3.5", small("(loss * (len(batch_u) - 1) / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small("(loss * len(batch_u) / (len(t_u) - 1)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small("loss.backward()", "params.grad / 3"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small("(loss * start / len(t_u)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small("((len(batch_u) / len(t_u) * loss) ** 2).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small(steps="range(0, len(t_u) + 1, batch_size)"), "right", ""),
    ("3.5", small("loss.backward()", "params.grad * len(t_u) / batch_size"), "wrong", "A single batch that holds all examples is fine"),
    ("3.5", small("(loss * len(batch_u) / len(t_u)).backward()", "params.grad.norm()"), "wrong", "One number came where one for each entry is"),
    ("3.5", small("(loss * len(batch_u) / len(t_u)).sqrt().backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.5", small("(loss * len(batch_u) / len(params)).backward()"), "wrong", "Already with a single batch that holds all examples"),
    ("3.6", loop(), "right", ""),
    ("3.6", loop(**TWO), "right", ""),
    ("3.6", loop(**TWO | {"result": "torch.tensor([w.item(), b.item()])"}), "right", ""),
    ("3.6", loop(result="params.detach().double()"), "right", ""),
    ("3.6", loop(clear="params.grad = None if params.grad is None else params.grad.zero_()", update="params.sub_(lr * params.grad)"), "right", ""),
    ("3.6", loop(start="params = nn.Parameter(torch.tensor([1.0, 0.0])); opt = torch.optim.SGD([params], lr)", clear="opt.zero_grad()", update="opt.step()", result="params.data"), "right", ""),
    ("3.6", loop(backward="grad, = torch.autograd.grad(loss, params)", update="params -= lr * grad"), "right", ""),
    ("3.6", loop(loss="F.mse_loss(model(x, *params), y)", update="params.data = params.data - lr * params.grad"), "right", ""),
    ("3.6", "def answer(model, x, y, lr, num_epochs): ...", "open", ""),
    ("3.6", loop(clear="pass"), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(loss="((params[0] * x + params[1] - y) ** 2).mean()"), "wrong", "A straight line is fitted, whatever `model` is: the"),
    ("3.6", loop(backward="e = 2 * (model(x, *params) - y).detach() / len(y); params.grad = torch.stack([(e * x).sum(), e.sum()])"), "wrong", "The predictions are right, but their derivative is that"),
    ("3.6", loop(update="pass", backward="loss.backward(); params = params - lr * params.grad"), "wrong", "After the first step `params` is no longer a"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0])"), "wrong", "Nothing was recorded: nobody asked for gradients, or the"),
    ("3.6", loop(backward="loss.backward(); params.grad = None"), "wrong", "At the update there is no gradient \\(None times"),
    ("3.6", loop(backward="loss.backward(); params.grad.zero_()", clear="pass"), "wrong", "The start comes back: what changes the parameters, and"),
    ("3.6", loop(update="params += lr * params.grad"), "wrong", "The gradient points uphill, and we want to go"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 2).sum()"), "wrong", "Every step is N times too long: the loss"),
    ("3.6", loop(update="params = params - lr * params.grad", clear="pass"), "wrong", "`params = params - …` inside no_grad makes a"),
    ("3.6", loop(update="params = params - lr * params.grad"), "wrong", "`params = params - …` inside no_grad makes a"),
    ("3.6", loop(update="pass", backward="loss.backward(); params -= lr * params.grad"), "wrong", "The update is not a part of the model"),
    ("3.6", loop(result="params"), "wrong", "The result still requires a gradient: return it detached"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0], requires_grad=True)\n    loss0 = ((model(x, *params) - y) ** 2).mean()", loss="loss0", backward="loss.backward(retain_graph=True)"), "wrong", "The loss was computed once, so its gradient is"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0], requires_grad=True)\n    loss0 = ((model(x, *params) - y) ** 2).mean()", loss="loss0"), "wrong", "Each backward needs a loss of its own: in"),
    ("3.6", loop().replace("    return", "        return"), "wrong", "Only the first step is taken, or each begins"),
    ("3.6", loop(clear=loop()[:0] + "params = torch.tensor([1.0, 0.0], requires_grad=True)"), "wrong", "Only the first step is taken, or each begins"),
    ("3.6", loop(epochs="num_epochs - 1"), "wrong", "One step is missing"),
    ("3.6", loop(epochs="1, num_epochs"), "wrong", "One step is missing"),
    ("3.6", loop(epochs="num_epochs + 1"), "wrong", "That is one step more than asked for"),
    ("3.6", loop(epochs="100"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(result="params.detach().flip(0)"), "wrong", "The two numbers have changed places: w comes first"),
    ("3.6", loop(start="params = torch.zeros(2, requires_grad=True)"), "wrong", "The steps are fine and begin at another place"),
    ("3.6", loop(start="params = torch.ones(2, requires_grad=True)"), "wrong", "The steps are fine and begin at another place"),
    ("3.6", loop(start="params = torch.tensor([0.0, 1.0], requires_grad=True)"), "wrong", "The steps are fine, but the starts of w"),
    ("3.6", loop(start="torch.manual_seed(0); params = torch.randn(2, requires_grad=True)"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(loss="((model(x, params[1], params[0]) - y) ** 2).mean()"), "wrong", "w and b have changed places on their way"),
    ("3.6", loop(loss="((model(x, params) - y) ** 2).mean()"), "wrong", "The model takes three arguments: w and b come"),
    ("3.6", loop(update="params -= params.grad"), "wrong", "The whole gradient is subtracted: what is lr handed"),
    ("3.6", loop(update="params -= 0.1 * params.grad"), "wrong", "The same whatever `lr` is: what is it handed"),
    ("3.6", loop(update="params -= 0.01 * params.grad"), "wrong", "The same whatever `lr` is: what is it handed"),
    ("3.6", loop(loss="(model(x, params[0], params[1]) - y).abs().mean()"), "wrong", "These are the steps of the mean of the"),
    ("3.6", loop(loss="(model(x, params[0], params[1]) - y).mean()"), "wrong", "y has no influence on these steps"),
    ("3.6", loop(loss="(model(x, params[0], params[1]) - y).mean() ** 2"), "wrong", "Squared after the mean, misses of both signs cancel"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 2).mean().sqrt()"), "wrong", "This is descent on the root of the mean"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 2).mean() / 2"), "wrong", "Every step is half as long as it should"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 2).mean() / len(y)"), "wrong", "Every step is N times too short: a mean"),
    ("3.6", loop(loss="(model(x, params[0], params[1]) - y) ** 2"), "wrong", "backward starts from a single number, and this loss"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) + y) ** 2).mean()"), "wrong", "These steps lead to −y: how does a miss"),
    ("3.6", loop(loss="model(x, params[0], params[1]).mean()"), "wrong", "y has no influence on these steps"),
    ("3.6", loop(result="loss"), "wrong", "loss of the last step|requires a gradient"),
    ("3.6", loop(result="params.grad"), "wrong", "This is the last gradient"),
    ("3.6", loop(result="params[0].detach()"), "wrong", "One number came where one for each entry is"),
    ("3.6", loop(result="params.tolist()"), "wrong", "!Got: the list \\[1\\.5, 0\\.2\\]: wrap it in torch\\.te"),
    ("3.6", loop(result="(params[0].item(), params[1].item())"), "wrong", "!Got: the tuple \\(1\\.5, 0\\.2\\): wrap it in torch\\.t"),
    ("3.6", loop(**TWO | {"result": "w, b"}), "wrong", "!Got: the tuple \\(1\\.5, 0\\.2\\): join its entries w"),
    ("3.6", loop(**TWO | {"result": "torch.stack([w, b])"}), "wrong", "The result still requires a gradient: return it detached"),
    ("3.6", loop(**TWO | {"update": "w -= lr * w.grad"}), "wrong", "b never moves: it needs an update of its"),
    ("3.6", loop(**TWO | {"update": "b -= lr * b.grad"}), "wrong", "w never moves: it needs an update of its"),
    ("3.6", loop(**TWO | {"update": "w -= lr * w.grad; b -= lr * w.grad"}), "wrong", "b moves by the gradient of w: each has"),
    ("3.6", loop(**TWO | {"clear": "w.grad = None"}), "wrong", "The gradient of b adds up from step to"),
    ("3.6", loop(**TWO | {"clear": "b.grad = None"}), "wrong", "The gradient of w adds up from step to"),
    ("3.6", loop(**TWO | {"clear": "pass"}), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(**TWO | {"update": "w = w - lr * w.grad; b = b - lr * b.grad"}), "wrong", "`params = params - …` inside no_grad makes a"),
    ("3.6", loop(backward="pass"), "wrong", "At the update there is no gradient \\(None times"),
    ("3.6", loop(update="pass"), "wrong", "The start comes back: what changes the parameters, and"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0], requires_grad=True); opt = torch.optim.SGD([params], lr=lr)", clear="pass", update="opt.step()"), "wrong", "The first step is fine and the later ones"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0], requires_grad=True); opt = torch.optim.Adam([params], lr=lr)", clear="opt.zero_grad()", update="opt.step()"), "wrong", "This is Adam, and plain gradient descent is asked"),
    ("3.6", loop(start="params = torch.tensor([1.0, 0.0], requires_grad=True); opt = torch.optim.SGD([params], lr=lr, momentum=0.9)", clear="opt.zero_grad()", update="opt.step()"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(loss="((model(x, params[0].item(), params[1].item()) - y) ** 2).mean()"), "wrong", "The model gets plain numbers here \\(item, tolist or"),
    ("3.6", loop(loss="((model(x, params[0], params[1]).detach() - y) ** 2).mean()"), "wrong", "Nothing was recorded: nobody asked for gradients, or the"),
    ("3.6", loop(update="params -= lr * params.grad / (epoch + 1)"), "wrong", "The steps get shorter from epoch to epoch: lr"),
    ("3.6", loop(update="params -= lr * params.grad / num_epochs"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(update="params -= lr * params.grad / params.grad.norm()"), "wrong", "Every step has the same length here: the gradient"),
    ("3.6", loop(update="params.grad -= lr * params.grad"), "wrong", "The start comes back: what changes the parameters, and"),
    ("3.6", loop(update="params -= lr * params"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(loss="((model(x, *params) - y) ** 2).mean() if epoch == 0 else loss"), "wrong", "Each backward needs a loss of its own: in"),
    ("3.6", loop(**TWO | {"result": "torch.stack([w, b], dim=0).detach().unsqueeze(0)"}), "wrong", "The numbers are right, only the shape is another"),
    ("3.6", loop(update="params -= lr * params.grad.sign()"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(update="params -= lr * params.grad * epoch"), "wrong", "The first step does not move at all: work"),
    ("3.6", loop(loss="((model(x, params[0], params[0]) - y) ** 2).mean()"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(loss="((model(y, params[0], params[1]) - x) ** 2).mean()"), "wrong", "Right, if two arguments change places: the check hands"),
    ("3.6", loop(result="params.detach() / num_epochs"), "wrong", "The first step is fine and the second is"),
    ("3.6", loop(loss="((model(x[0], params[0], params[1]) - y[0]) ** 2).mean()"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(loss="((model(x, params[0], params[1]) - y) ** 3).mean()"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(start="params = torch.tensor([1, 0], requires_grad=True)"), "wrong", "!Raised: RuntimeError:"),
    ("3.6", loop(result="torch.tensor([params[0], 0.0])"), "wrong", "The very first step leads elsewhere: work out the"),
    ("3.6", loop(update="params -= lr ** 2 * params.grad"), "wrong", "The first step has another length: what is multiplied"),
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
    ("3.7", checking("torch.allclose(measured, gradient)"), "right", ""),
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
    ("3.7", checking("not bool(((measured - gradient).abs() > 1e-5 + 1e-3 * gradient.abs()).any())"), "wrong", "nan passes: every comparison with it is False"),
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
    ("3.7", checking(slope="(f(point + step) - f(point)) / 1e-5"), "wrong", "A right slope of 0 is rejected: a share"),
    ("3.7", checking(slope="(f(point + step) - f(point)) / 1e-2", delta="1e-2"), "wrong", "Right gradients are rejected, all of them"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 1e-5"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2 * 1e-5"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
    ("3.7", checking(slope="(f(point - step) - f(point + step)) / (2 * 1e-5)"), "wrong", "What you measure has the wrong sign, and so"),
    ("3.7", checking(slope="(f(point + 1e-5) - f(point - 1e-5)) / (2 * 1e-5)"), "wrong", "Right with a single parameter"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 0.2", delta="0.1"), "wrong", "Only functions that are nearly straight can be measured"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 2e-12", delta="1e-12"), "wrong", "The right gradient with a slope of a million"),
    ("3.7", checking(slope="(f((point + step).float()) - f((point - step).float())) / 2e-5"), "wrong", "Right gradients are rejected, all of them"),
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
    ("3.7", checking("torch.allclose(measured, gradient, rtol=5e-2, atol=1e-6)"), "wrong", "An error of one per cent passes"),
    ("3.7", checking(slope="(f(point + step) - f(point - step)) / 1e-5", verdict="torch.allclose(measured, gradient)"), "wrong", "Right gradients are rejected unless they are 0\\. Is"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_hint(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
