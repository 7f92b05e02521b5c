"""The program in the README runs as it stands, and started again goes on where it was."""

import re
from pathlib import Path

import pytest
import torch

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_example_runs_and_resumes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    once: dict = {}
    exec(program, once)
    shorter = program.replace("epochs=5", "epochs=2")
    again: dict = {}
    for file in tmp_path.iterdir():
        file.unlink()
    exec(shorter, {})
    exec(program, again)
    assert len(again["history"]) == 5
    assert again["history"].drop(columns="seconds").equals(once["history"].drop(columns="seconds"))
    for ours, theirs in zip(again["model"].parameters(), once["model"].parameters(), strict=True):
        assert torch.equal(ours, theirs)
    assert capsys.readouterr().err == ""
