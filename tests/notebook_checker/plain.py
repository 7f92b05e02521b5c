"""Plain code: what a learner reads is never harder than the idea it shows.

Each rule is a small function that finds places in the syntax tree of a cell; `names_bound_twice`
looks at all cells together. A cell may keep what it needs with its reason in the metadata
`course.not_plain`; notebooks 00 to 03 may not.
"""

import ast
from collections.abc import Iterator

from nbformat import NotebookNode

from tests.notebook_checker.cells import named_cells

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
REBOUND = {"fig", "ax", "axes", "_"}  # every figure is a new one
MOST_EXCEPTIONS, NO_EXCEPTION_BEFORE = 2, 4


def plain_complaints(notebook: NotebookNode, chapter: int) -> list[str]:
    """Return a sentence for each place that is not plain, and for each name with two meanings."""
    complaints, excused = [], []
    for name, cell in named_cells(notebook):
        found = hard_places(cell.source) if cell.cell_type == "code" else []
        if found and cell.metadata.get("course", {}).get("not_plain"):
            excused.append(name)
            continue
        complaints += [f"{name}: {place}" for place in found]
    most = 0 if chapter < NO_EXCEPTION_BEFORE else MOST_EXCEPTIONS
    if len(excused) > most:
        complaints.append(f"{', '.join(excused)} set course.not_plain: at most {most} cells may.")
    return complaints + names_bound_twice(notebook)


def hard_places(source: str) -> list[str]:
    """Return what is harder than it must be in the Python of one cell, a sentence for each place.

    >>> hard_places("double = lambda x: 2 * x")
    ['line 1: give the function a name with def: an assigned lambda.']
    """
    tree = _parse(source)
    lines = source.splitlines()
    found = set()
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        found |= {(line, words) for words in _judge(node)}
        if _new_axis(node) and "#" not in lines[line - 1]:
            found.add((line, "say in a remark what the new axis is for: an index None."))
    return [f"line {line}: {words}" for line, words in sorted(found)]


def _judge(node: ast.AST) -> Iterator[str]:
    """Say what is hard in this node itself."""
    if isinstance(node, ast.NamedExpr):
        yield "assign in a line of its own: `:=`."
    if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Lambda):
        yield "give the function a name with def: an assigned lambda."
    if isinstance(node, COMPREHENSIONS) and (len(node.generators) > 1 or _holds_another(node)):
        yield "write a loop: a comprehension in a comprehension."
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "zip" and _stars(node.args):
        yield "name what is taken apart: zip(*…)."
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)) and _stars(node.elts):
        yield "write it without a star: star unpacking."
    if isinstance(node, ast.Dict) and None in node.keys:
        yield "write it without stars: {**…}."
    if _joins_braces(node):
        yield "write the entries out: {…} | {…}."
    if isinstance(node, ast.FormattedValue) and node.conversion in map(ord, "as"):
        yield "format without a conversion: `!s`."
    if _counts_truths(node):
        yield "count with count_nonzero, or convert with .float(): truth values as numbers."


def _stars(nodes: list[ast.expr]) -> bool:
    return any(isinstance(node, ast.Starred) for node in nodes)


def _holds_another(node: ast.AST) -> bool:
    inside = (inner for inner in ast.walk(node) if inner is not node)
    return any(isinstance(inner, COMPREHENSIONS) for inner in inside)


def _joins_braces(node: ast.AST) -> bool:
    if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)):
        return False
    return any(isinstance(side, (ast.Dict, ast.Set)) for side in (node.left, node.right))


def _counts_truths(node: ast.AST) -> bool:
    """Tell whether a comparison is added up, averaged or calculated with as if it were a number."""
    if isinstance(node, ast.BinOp) and not isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        return any(isinstance(side, ast.Compare) for side in (node.left, node.right))
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute):
        return node.func.attr in ("sum", "mean") and isinstance(node.func.value, ast.Compare)
    summed = node.args[0] if node.args and ast.unparse(node.func) == "sum" else None
    return isinstance(summed, COMPREHENSIONS) and isinstance(
        getattr(summed, "elt", None), ast.Compare
    )


def _new_axis(node: ast.AST) -> bool:
    if not isinstance(node, ast.Subscript):
        return False
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return any(isinstance(part, ast.Constant) and part.value is None for part in parts)


def names_bound_twice(notebook: NotebookNode) -> list[str]:
    """Return a sentence for each name that two cells bind: it must mean one thing all the way.

    Loop variables, `fig` and `ax` are excepted, and what stands inside of functions and classes.
    """
    bound_in: dict[str, list[str]] = {}
    for place, cell in named_cells(notebook):
        if cell.cell_type == "code":
            for name in sorted(bound_by(cell.source) - REBOUND):
                bound_in.setdefault(name, []).append(place)
    return [
        f"{', '.join(places)} all bind {name}: a name means one thing from top to bottom."
        for name, places in bound_in.items()
        if len(places) > 1
    ]


def bound_by(source: str) -> set[str]:
    """Return the names that the statements of a cell bind, imports and loop variables left out.

    >>> sorted(bound_by("for i in x:\\n    a = i\\ndef f(z): y = 1\\nb, (c, d) = 1, (2, 3)"))
    ['a', 'b', 'c', 'd', 'f']
    """
    bound: set[str] = set()
    waiting: list[ast.AST] = [_parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
            continue
        if isinstance(node, (ast.Lambda, *COMPREHENSIONS)):
            continue
        targets = getattr(node, "targets", []) if isinstance(node, ast.Assign) else []
        if isinstance(node, (ast.AugAssign, ast.AnnAssign, ast.NamedExpr)):
            targets = [node.target]
        if isinstance(node, ast.withitem) and node.optional_vars:
            targets = [node.optional_vars]
        for target in targets:
            stored = (word for word in ast.walk(target) if isinstance(word, ast.Name))
            bound |= {word.id for word in stored if isinstance(word.ctx, ast.Store)}
        waiting += ast.iter_child_nodes(node)
    return bound


def _parse(source: str) -> ast.Module:
    """Return the syntax tree of a cell; lines for IPython, which begin with % or !, are left out."""
    lines = ["pass" if line.startswith(("%", "!")) else line for line in source.splitlines()]
    try:
        return ast.parse("\n".join(lines))
    except SyntaxError:
        return ast.parse("")
