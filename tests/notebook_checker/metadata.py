"""What a stored notebook may carry beside its cells: what rules or readers need, nothing else."""

from nbformat import NotebookNode

from tests.notebook_checker.cells import named_cells

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python"}  # JupyterLab adds the Python version of whoever opens the notebook
KEPT_IN_CELL = ("tags", "course", "slideshow")
CELL_SETTINGS = {"rtol", "atol", "timeout", "differs_on", "not_plain"}
NOTEBOOK_SETTINGS = {"constants", "timeout"}


def clean_cell_metadata(metadata: dict) -> dict:
    """Return what is kept of a cell's metadata: tags, course, slideshow, jupyter.source_hidden."""
    kept = {key: metadata[key] for key in KEPT_IN_CELL if metadata.get(key)}
    if metadata.get("jupyter", {}).get("source_hidden"):
        kept["jupyter"] = {"source_hidden": True}
    return kept


def clean_notebook_metadata(metadata: dict) -> dict:
    """Return what is kept of a notebook's metadata: course, the kernel and the language."""
    kept: dict = {"kernelspec": dict(KERNEL), "language_info": dict(LANGUAGE)}
    if metadata.get("course"):
        kept["course"] = metadata["course"]
    return kept


def metadata_complaints(notebook: NotebookNode) -> list[str]:
    """Return a sentence for each piece of metadata that is missing or misspelt."""
    complaints = []
    metadata = notebook.metadata
    kernel = metadata.get("kernelspec", {}).get("name")
    if kernel != KERNEL["name"]:
        complaints.append(f"the kernel must be python3, got {kernel}: run `make notebooks`.")
    complaints += _misspelt("the notebook", metadata, NOTEBOOK_SETTINGS)
    for number, source in metadata.get("course", {}).get("constants", {}).items():
        if not (isinstance(source, str) and source.strip()):
            complaints.append(f"the constant {number} must name its source, got {source!r}.")
    for name, cell in named_cells(notebook):
        complaints += _misspelt(name, cell.metadata, CELL_SETTINGS)
    return complaints


def surplus_metadata(notebook: NotebookNode) -> list[str]:
    """Return a sentence for each piece of metadata that a viewer left behind.

    What merely opening the notebook in JupyterLab adds, a longer `language_info`, is none.
    """
    kept = clean_notebook_metadata(notebook.metadata)
    kept["language_info"] = notebook.metadata.get("language_info", {})
    complaints = []
    if surplus := _surplus(notebook.metadata, kept):
        complaints.append(f"the notebook carries {surplus}: run `make notebooks` to drop it.")
    for name, cell in named_cells(notebook):
        if surplus := _surplus(cell.metadata, clean_cell_metadata(cell.metadata)):
            complaints.append(f"{name} carries {surplus}: run `make notebooks` to drop it.")
    return complaints


def _surplus(metadata: dict, kept: dict, prefix: str = "") -> str:
    """Name the keys that cleaning would drop, those inside other keys with a dot."""
    names = []
    for key, value in metadata.items():
        if key not in kept:
            names.append(f"{prefix}{key}")
        elif isinstance(value, dict) and (inside := _surplus(value, kept[key], f"{key}.")):
            names.append(inside)
    return ", ".join(names)


def _misspelt(name: str, metadata: dict, allowed: set[str]) -> list[str]:
    """Complain of settings under `course` that nothing reads."""
    return [
        f"{name} sets course.{key}, which nothing reads: use one of {', '.join(sorted(allowed))}."
        for key in metadata.get("course", {})
        if key not in allowed
    ]
