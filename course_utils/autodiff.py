"""`Scalar`, a number that can differentiate: reverse-mode automatic differentiation in small."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from numbers import Real
from typing import TypeAlias

Parents: TypeAlias = "tuple[tuple[Scalar, float], ...]"


def _takes_numbers(operation: Callable[..., Scalar]) -> Callable[[Scalar, Scalar | float], Scalar]:
    """Let an operation on two Scalars take a plain number as its second operand."""

    @functools.wraps(operation)
    def lifted(self: Scalar, other: Scalar | float) -> Scalar:
        other = Scalar(other) if isinstance(other, Real) else other
        if not isinstance(other, Scalar):  # Python raises TypeError and names both types
            return NotImplemented
        a, b, result = self.val, other.val, operation(self, other)
        if math.isinf(result.val) and math.isfinite(a) and math.isfinite(b):
            raise OverflowError(f"({a:g}) {result.op} ({b:g}) is too large for a float.")
        return result

    return lifted


class Scalar:
    """A number that remembers what it was computed from, and so can pass a derivative back.

    `val` is its value; `parents` holds a pair (operand, local slope) for each operand, the slope
    being the derivative of `val` by that operand alone; `op` is the sign of the operation. A
    Scalar made by hand has neither. After `y.backward()`, `x.grad` is dy/dx.
    `+ - * / **` take ints and floats on either side; anything else raises TypeError. Where there
    is no result they raise ZeroDivisionError or ValueError, or OverflowError if it is too large.
    Source: Griewank and Walther, Evaluating Derivatives (2008), section 3.2 (reverse mode).

    >>> x = Scalar(3)
    >>> y = x**3 + 4 * x + 1
    >>> y.backward()
    >>> y, x
    (Scalar(40, grad=1), Scalar(3, grad=31))
    """

    __array_ufunc__ = None  # makes NumPy leave the operation to us, which refuse arrays

    def __init__(self, val: float, parents: Parents = (), op: str = "") -> None:
        if not isinstance(val, Real):
            raise TypeError(f"Scalar needs a number, got {type(val).__name__}: pass its value.")
        self.val: float = float(val)
        self.grad: float = 0.0
        self.parents: Parents = parents
        self.op: str = op

    def __repr__(self) -> str:
        return f"Scalar({self.val:.6g}, grad={self.grad:.6g})"

    def backward(self) -> None:
        """Add d(self)/d(node) to `grad` of every node that self depends on, and 1 to its own.

        As in PyTorch, a second call without `zero_grad` adds the same once more. The time is
        proportional to the number of nodes.
        """
        order = ancestors(self)
        # A sum of its own for this pass: what earlier passes left in `grad` must not flow again.
        total = dict.fromkeys(order, 0.0) | {self: 1.0}
        for node in reversed(order):  # a node's sum is complete before it is passed on
            node.grad += total[node]
            for parent, slope in node.parents:
                total[parent] += total[node] * slope

    def zero_grad(self) -> None:
        """Set `grad` to 0 in this number and in every number that it depends on."""
        for node in ancestors(self):
            node.grad = 0.0

    @_takes_numbers
    def __add__(self, other: Scalar) -> Scalar:
        return Scalar(self.val + other.val, ((self, 1.0), (other, 1.0)), "+")

    @_takes_numbers
    def __sub__(self, other: Scalar) -> Scalar:
        return Scalar(self.val - other.val, ((self, 1.0), (other, -1.0)), "−")

    @_takes_numbers
    def __mul__(self, other: Scalar) -> Scalar:
        return Scalar(self.val * other.val, ((self, other.val), (other, self.val)), "×")

    @_takes_numbers
    def __truediv__(self, other: Scalar) -> Scalar:
        if other.val == 0:
            raise ZeroDivisionError(f"{self.val:g} / {other.val:g}: the divisor must not be 0.")
        val = self.val / other.val
        return Scalar(val, ((self, 1 / other.val), (other, -val / other.val)), "÷")

    def __pow__(self, other: Scalar | float) -> Scalar:
        if not isinstance(other, Scalar | Real):
            return NotImplemented
        exponent = other.val if isinstance(other, Scalar) else float(other)
        val, slope = _power(self.val, exponent)
        if not isinstance(other, Scalar):
            return Scalar(val, ((self, slope),), f"^{exponent:g}")
        if self.val <= 0:  # the slope along the exponent is val · log(base)
            raise ValueError(
                f"({self.val:g}) ** Scalar({exponent:g}): a Scalar as exponent needs a base above "
                f"0; for a fixed exponent use a number, as in x ** {exponent:g}."
            )
        return Scalar(val, ((self, slope), (other, val * math.log(self.val))), "^")

    def __neg__(self) -> Scalar:
        return Scalar(-self.val, ((self, -1.0),), "−")

    __radd__, __rmul__ = __add__, __mul__
    __rsub__ = _takes_numbers(lambda self, other: other - self)
    __rtruediv__ = _takes_numbers(lambda self, other: other / self)
    __rpow__ = _takes_numbers(lambda self, other: other**self)

    def exp(self) -> Scalar:
        """Return e to this power; raises OverflowError where a float cannot hold it."""
        try:
            val = math.exp(self.val)
        except OverflowError:
            raise OverflowError(f"exp({self.val:g}) is too large for a float.") from None
        return Scalar(val, ((self, val),), "exp")

    def log(self) -> Scalar:
        """Return the natural logarithm; raises ValueError unless the number is above 0."""
        if self.val <= 0:
            raise ValueError(f"log({self.val:g}): the logarithm needs a number above 0.")
        return Scalar(math.log(self.val), ((self, 1 / self.val),), "log")

    def tanh(self) -> Scalar:
        """Return the hyperbolic tangent."""
        val = math.tanh(self.val)
        return Scalar(val, ((self, 1 - val * val),), "tanh")

    def relu(self) -> Scalar:
        """Return the number if it is above 0, else 0; the slope at 0 is 0, as in PyTorch."""
        return Scalar(max(self.val, 0.0), ((self, float(self.val > 0)),), "relu")


def ancestors(root: Scalar) -> list[Scalar]:
    """Return `root` and all it depends on: each once, and after everything it depends on itself.

    A topological sort by depth-first search (Cormen et al., Introduction to Algorithms (2022),
    section 20.4), with a stack, for recursion has a limit. Raises TypeError for what is no Scalar.
    """
    if not hasattr(root, "parents"):
        raise TypeError(f"a Scalar is wanted, got {type(root).__name__}: write Scalar(3), say.")
    order: list[Scalar] = []
    seen: set[Scalar] = set()
    stack = [(root, False)]
    while stack:
        node, parents_are_done = stack.pop()
        if parents_are_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack += [(parent, False) for parent, _ in reversed(node.parents)]
    return order


def to_mermaid(expression: Scalar, /, **names: Scalar) -> str:
    """Return the graph behind an expression as the text of a Mermaid flowchart.

    A box holds a node's name, operation, value and gradient; an arrow leads from an operand to
    the result and carries the local slope. Names are given by keyword: `to_mermaid(y, x=x, y=y)`.
    """
    order = ancestors(expression)
    place = {node: f"n{i}" for i, node in enumerate(order)}
    called = {node: name for name, node in names.items()}
    lines = ["flowchart LR"]
    for node in order:
        title = f"{called.get(node, '')} ({node.op})" if node.op else called.get(node, "")
        numbers = [f"value {node.val:.6g}", f"grad {node.grad:.6g}"]
        words = '"' + "<br/>".join([title.strip(), *numbers] if title else numbers) + '"'
        lines.append(f"    {place[node]}" + (f"[{words}]" if node.parents else f"([{words}])"))
        lines += [f'    {place[it]} -->|"{slope:.6g}"| {place[node]}' for it, slope in node.parents]
    return "\n".join(lines)


def _power(base: float, exponent: float) -> tuple[float, float]:
    """Return base ** exponent and its derivative by the base; an error names both numbers."""
    what = f"({base:g}) ** ({exponent:g})"
    if base == 0 and exponent < 0:
        raise ZeroDivisionError(f"{what}: 0 has no negative powers.")
    if base < 0 and not exponent.is_integer():
        raise ValueError(f"{what}: a negative base needs a whole number as exponent.")
    try:
        val = base**exponent
    except OverflowError:
        raise OverflowError(f"{what} is too large for a float.") from None
    try:
        return val, exponent * base ** (exponent - 1) if exponent else 0.0
    except (ZeroDivisionError, OverflowError):  # as of a root at 0: too steep for a float
        return val, exponent * val / base if base else math.inf
