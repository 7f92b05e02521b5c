"""A clone of the last commit, with line ends by rules that outrank those of the commit itself."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def cloned(folder: Path, rules: str = "", settings: Sequence[str] = ()) -> Path:
    """Check the last commit out into `folder`, and return it.

    `rules` are lines as in .gitattributes, `settings` those of git, such as "core.autocrlf=true".
    Raises CalledProcessError, with what git says, where git refuses.
    """
    options = [word for setting in settings for word in ("--config", setting)]
    command = [
        "git",
        "clone",
        "--quiet",
        "--shared",
        "--no-checkout",
        *options,
        str(ROOT),
        str(folder),
    ]
    subprocess.run(command, capture_output=True, text=True, check=True)
    if rules:
        attributes = folder / ".git" / "info" / "attributes"
        attributes.parent.mkdir(exist_ok=True)
        attributes.write_text(rules)
    checkout = ["git", "checkout", "--quiet", "HEAD", "--", "."]
    subprocess.run(checkout, cwd=folder, capture_output=True, text=True, check=True)
    return folder
