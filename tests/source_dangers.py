"""Calls by which data could become code, or a small file a big one, found in a program's text."""

import ast
from collections.abc import Iterator

# Whatever is given to these may hold a pickle, a program, or a way out of a folder.
NEVER = {
    "builtins.eval", "builtins.exec", "pickle.load", "pickle.loads", "pickle.Unpickler",
    "cPickle.load", "cPickle.loads", "dill.load", "dill.loads", "cloudpickle.load",
    "cloudpickle.loads", "joblib.load", "shelve.open", "marshal.load", "marshal.loads",
    "pandas.read_pickle", "os.system", "os.popen", "subprocess.getoutput",
    "subprocess.getstatusoutput", "shutil.unpack_archive", "tempfile.mktemp",
    "torch.hub.load", "yaml.load", "yaml.load_all", "yaml.unsafe_load", "yaml.full_load",
}  # fmt: skip
METHODS = {"extractall"}  # of a tar or zip file, whatever its name


def dangers(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each call that must not be, names resolved through imports."""
    tree = ast.parse(text)
    known = dict(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _danger(node, known)):
            yield node.lineno, name


def _imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what a name stands for, for each that an import binds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (first, first)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _danger(call: ast.Call, known: dict[str, str]) -> str:
    """Return the name of a call that must not be, and nothing for any other."""
    first, *rest = ast.unparse(call.func).split(".")
    plain = f"builtins.{first}" if not rest and first not in known else known.get(first, first)
    name = ".".join([plain, *rest])
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in NEVER or (rest and rest[-1] in METHODS):
        return name.removeprefix("builtins.")
    if name == "torch.load" and not _is(given.get("weights_only"), True):
        return "torch.load without weights_only=True"
    if "shell" in given and not _is(given["shell"], False):
        return f"{name} with shell"
    if "allow_pickle" in given and not _is(given["allow_pickle"], False):
        return f"{name} with allow_pickle"
    return ""


def _is(node: ast.expr | None, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
