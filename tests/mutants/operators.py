"""The kinds of faults: each takes a node of the syntax tree and gives changed copies of it."""

import ast
import copy
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

OTHER_NAME = {"mean": "sum", "sum": "mean"}
OTHER_END = {"argmin": "argmax", "argmax": "argmin", "min": "max", "max": "min"}
OTHER_OPERATOR = {ast.Add: ast.Sub, ast.Sub: ast.Add}
OTHER_BORDER = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
PARTNERS = {"train": "val", "val": "train", "training": "validation", "validation": "training"}
NEEDED_CALLS = ("zero_grad", "eval", "step")
PLOTS = ["plot", "loglog", "semilogx", "semilogy", "scatter", "axhline", "axvline", "errorbar"]
PLOTS += ["fill_between", "lineplot", "scatterplot", "stripplot", "barplot", "bar", "hist"]
LABELS = ("label", "xlabel", "ylabel", "zlabel", "title", "legend_title")
SETTERS = ("set_xlabel", "set_ylabel", "set_zlabel", "set_title", "suptitle", "set_label")
REDUCTIONS = ["sum", "mean", "std", "var", "softmax", "argmax", "argmin", "norm", "cumsum", "all"]


class Place(NamedTuple):
    """Where a node stands: its parent, the keyword it is the value of, the function it goes to.

    known: all names of the text around it, attributes with their dot
    """

    parent: ast.AST | None
    keyword: str
    function: str
    known: frozenset[str]


Operator = Callable[[Any, Place], Iterator[ast.AST]]


def changed(node: ast.AST, **values: Any) -> ast.AST:
    """Return a copy of a node with other values."""
    other = copy.copy(node)
    vars(other).update(values)
    return other


def tenth_more(node: Any, place: Place) -> Iterator[ast.AST]:
    """Multiply a float by 1.1."""
    if isinstance(node, ast.Constant) and type(node.value) is float and node.value:
        yield changed(node, value=float(f"{node.value * 1.1:.12g}"))


def plus_one(node: Any, place: Place) -> Iterator[ast.AST]:
    """Add one to an integer that is neither a seed nor an axis."""
    if _is_integer(node) and not _is_seed(place) and not _is_axis(node, place):
        yield changed(node, value=node.value + 1)


def seed(node: Any, place: Place) -> Iterator[ast.AST]:
    """Take another seed."""
    if _is_integer(node) and _is_seed(place):
        yield changed(node, value=node.value + 1)


def axis(node: Any, place: Place) -> Iterator[ast.AST]:
    """Reduce over another axis, or plot on an axis that is not logarithmic."""
    if _is_integer(node) and _is_axis(node, place):
        yield changed(node, value=0 if node.value else 1)
    if isinstance(node, ast.Attribute) and node.attr in ("loglog", "semilogx", "semilogy"):
        yield changed(node, attr="plot")


def plus_for_minus(node: Any, place: Place) -> Iterator[ast.AST]:
    """Add instead of subtracting, and the reverse."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in OTHER_OPERATOR:
        sides = [getattr(node, name, None) for name in ("left", "right", "value")]
        if any(_is_joined(side) for side in sides):
            return  # texts and lists cannot be subtracted: each run would notice
        yield changed(node, op=OTHER_OPERATOR[type(node.op)]())


def sign(node: Any, place: Place) -> Iterator[ast.AST]:
    """Drop a minus."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield node.operand


def sum_for_mean(node: Any, place: Place) -> Iterator[ast.AST]:
    """Call `sum` instead of `mean`, and the reverse where it is a method."""
    if isinstance(node, ast.Attribute) and node.attr in OTHER_NAME:
        yield changed(node, attr=OTHER_NAME[node.attr])


def argmin(node: Any, place: Place) -> Iterator[ast.AST]:
    """Take the other end: the largest for the smallest."""
    if isinstance(node, ast.Attribute) and node.attr in OTHER_END:
        yield changed(node, attr=OTHER_END[node.attr])
    if isinstance(node, ast.Name) and node.id in ("min", "max") and _is_called(node, place):
        yield changed(node, id=OTHER_END[node.id])


def border(node: Any, place: Place) -> Iterator[ast.AST]:
    """Write < for <=, > for >=, and the reverse."""
    if isinstance(node, ast.Compare):
        for number, op in enumerate(node.ops):
            if type(op) in OTHER_BORDER:
                ops = [*node.ops]
                ops[number] = OTHER_BORDER[type(op)]()
                yield changed(node, ops=ops)


def turned(node: Any, place: Place) -> Iterator[ast.AST]:
    """Turn `shuffle` and every other switch, but for `strict` of zip, which is an assertion."""
    is_switch = isinstance(node, ast.Constant) and isinstance(node.value, bool)
    if is_switch and place.keyword != "strict":
        yield changed(node, value=not node.value)


def dropped(node: Any, place: Place) -> Iterator[ast.AST]:
    """Leave out a call of `zero_grad`, `eval` or `step`, or the clearing of a gradient."""
    if isinstance(node, ast.Expr) and _called(node.value) in NEEDED_CALLS:
        yield ast.Pass()
    if isinstance(node, ast.Assign) and ast.unparse(node).endswith(".grad = None"):
        yield ast.Pass()


def not_drawn(node: Any, place: Place) -> Iterator[ast.AST]:
    """Leave out a plotted line."""
    if isinstance(node, ast.Expr) and _called(node.value) in PLOTS:
        yield ast.Pass()


def label(node: Any, place: Place) -> Iterator[ast.AST]:
    """Change a label."""
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    if is_text and (place.keyword in LABELS or place.function in SETTERS):
        yield changed(node, value=f"not {node.value}")


def exchanged(node: Any, place: Place) -> Iterator[ast.AST]:
    """Take the training examples for the validation examples, and the reverse."""
    if _is_called(node, place):
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield from (changed(node, id=other) for other in _partners(node.id, "", place.known))
    if isinstance(node, ast.Attribute):
        yield from (changed(node, attr=other) for other in _partners(node.attr, ".", place.known))
    if isinstance(node, ast.Constant) and isinstance(place.parent, ast.Subscript):
        yield from (changed(node, value=to) for name, to in PARTNERS.items() if node.value == name)


KINDS: dict[str, Operator] = {
    "constant × 1.1": tenth_more,
    "+ for −": plus_for_minus,
    "sum for mean": sum_for_mean,
    "call dropped": dropped,
    "line not drawn": not_drawn,
    "argmin": argmin,
    "sign": sign,
    "switch turned": turned,
    "integer + 1": plus_one,
    "< for <=": border,
    "label": label,
    "seed": seed,
    "train for val": exchanged,
    "axis": axis,
}


def _is_integer(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is int


def _is_joined(node: ast.AST | None) -> bool:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_text or isinstance(node, ast.JoinedStr | ast.List | ast.ListComp)


def _is_seed(place: Place) -> bool:
    return "seed" in place.keyword or place.function in ("manual_seed", "prepare", "seed")


def _is_axis(node: ast.AST, place: Place) -> bool:
    given = isinstance(place.parent, ast.Call) and node in place.parent.args
    return place.keyword in ("dim", "axis") or (given and place.function in REDUCTIONS)


def _is_called(node: ast.AST, place: Place) -> bool:
    return isinstance(place.parent, ast.Call) and place.parent.func is node


def _called(node: ast.AST) -> str:
    """Return the last name of what is called, empty where nothing is called."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _partners(name: str, before: str, known: frozenset[str]) -> Iterator[str]:
    """Yield the name with train and val exchanged, where the text knows it."""
    words = name.split("_")
    other = "_".join(PARTNERS.get(word, word) for word in words)
    if other != name and before + other in known:
        yield other
