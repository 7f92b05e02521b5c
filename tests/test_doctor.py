"""The examination of an installation, each part with made-up facts."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from course_utils import doctor
from course_utils.__main__ import main
from course_utils.doctor import Finding
from course_utils.surroundings import interpreter

ROOT = Path(__file__).resolve().parent.parent


def fail_with(error: BaseException) -> Any:
    def fail() -> None:
        raise error

    return fail


def test_python() -> None:
    for minor in (11, 12, 13):
        assert doctor.check_python((3, minor)).mark == "✓"
    for version in ((3, 10), (3, 14), (4, 0)):
        finding = doctor.check_python(version)
        assert finding.mark == "✗"
        assert f"wanted 3.11 to 3.13, got {version[0]}.{version[1]}; install" in finding.text


def test_supported_pythons_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    supported = SpecifierSet(project["requires-python"])
    for minor in range(5, 30):
        inside = doctor.check_python((3, minor)).mark == "✓"
        assert supported.contains(f"3.{minor}.1") == inside


def test_torch() -> None:
    assert doctor.check_torch(lambda: None).mark == "✓"
    for error in (ImportError("No module named 'torch'"), OSError("libtorch.so:\nnot found")):
        finding = doctor.check_torch(fail_with(error))
        assert finding.mark == "✗"
        assert "pip install --force-reinstall torch" in finding.text
        assert "\n" not in finding.text


def test_device(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.check_device(lambda: "cpu").mark == "✓"
    finding = doctor.check_device(fail_with(RuntimeError("wanted cuda, got none; unset it")))
    assert finding == Finding("✗", "device: wanted cuda, got none; unset it")
    assert doctor.check_device(fail_with(ImportError("torch"))).mark == "✗"
    monkeypatch.setenv("COURSE_DEVICE", "gpu")
    marks = {finding.text: finding.mark for finding in doctor.examine()}
    (device,) = (text for text in marks if text.startswith("device"))
    assert marks[device] == "✗"
    assert "COURSE_DEVICE" in device


def test_kernel(tmp_path: Path) -> None:
    real, other = tmp_path / "a" / "python", tmp_path / "b" / "python"
    for path in (real, other):
        path.parent.mkdir()
        path.write_text("")
    for command in ("python", "python3", str(real), str(tmp_path / "b" / ".." / "a" / "python")):
        assert doctor.check_kernel([command, "-m"], str(real)).mark == "✓"
    finding = doctor.check_kernel([str(other)], str(real))
    assert finding.mark == "✗"
    assert (
        f"wanted python3 to start {real}, got {other}; remedy: {interpreter()} -m ipykernel"
        in finding.text
    )
    none = doctor.check_kernel(None, str(real))
    assert none.mark == "✗"
    assert "got none; remedy" in none.text


def test_two_environments_made_from_one_python_are_two(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("")
    links = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        links.append(tmp_path / name / "python")
        try:
            links[-1].symlink_to(tmp_path / "python")
        except OSError:
            pytest.skip("this system makes no links for an ordinary user")
    alias = tmp_path / "one" / "python3"
    alias.symlink_to(tmp_path / "python")
    assert doctor.check_kernel([str(alias)], str(links[0])).mark == "✓"
    assert doctor.check_kernel([str(links[1])], str(links[0])).mark == "✗"


def test_versions() -> None:
    ranges = [Requirement("torch>=2.4"), Requirement("nothing>=1; python_version < '3'")]
    pins = [Requirement("torch==2.13.0"), Requirement("nbval==0.11.0")]

    def versions(torch: str | None, nbval: str | None = "0.11.0") -> Finding:
        return doctor.check_versions(ranges, pins, {"torch": torch, "nbval": nbval})

    assert versions("2.13.0").mark == "✓"
    assert versions("2.13.0+cpu").mark == "✓"
    newer = versions("2.14.0.dev1")
    assert newer.mark == "!"
    assert "wanted torch==2.13.0, got 2.14.0.dev1; remedy" in newer.text
    assert "requirements.txt" in newer.text
    assert versions("2.13.0", None).mark == "!"
    assert "wanted nbval==0.11.0, got none" in versions("2.13.0", None).text
    for old in ("2.3.1", None):
        finding = versions(old)
        assert finding.mark == "✗"
        assert f"wanted torch>=2.4, got {old or 'none'}; remedy" in finding.text
        assert finding.text.endswith(f"remedy: {interpreter()} -m pip install -e .")
        assert "nbval" not in finding.text
    assert doctor.check_versions(ranges, [], {"torch": "2.5"}).mark == "✓"
    assert doctor.check_versions([], pins, {"torch": "2.13.0"}).mark == "✗"


def test_pins_are_read_from_requirements(tmp_path: Path) -> None:
    assert doctor._pins(tmp_path) == []
    (tmp_path / "requirements.txt").write_text("# words\n\ntorch==2.13.0\nnumpy==2.4.6  # why\n")
    assert [str(pin) for pin in doctor._pins(tmp_path)] == ["torch==2.13.0", "numpy==2.4.6"]


def test_origin(tmp_path: Path) -> None:
    package = tmp_path / "here" / "course_utils"
    package.mkdir(parents=True)
    (package / "doctor.py").write_text("")
    (tmp_path / "here" / "pyproject.toml").write_text("")
    notebooks = tmp_path / "here" / "notebooks"
    notebooks.mkdir()
    elsewhere = tmp_path / "elsewhere" / "course_utils"
    assert doctor.check_origin(package.resolve(), notebooks).mark == "✓"
    assert doctor.check_origin(elsewhere, tmp_path).mark == "✓"  # in no checkout at all
    finding = doctor.check_origin(elsewhere, notebooks)
    assert finding.mark == "✗"
    assert f"got {elsewhere}; remedy" in finding.text
    assert "pip install -e ." in finding.text


def test_state_folder(tmp_path: Path) -> None:
    assert doctor.check_state_folder(tmp_path).mark == "✓"
    assert doctor.check_state_folder(tmp_path / "not" / "yet").mark == "✓"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("")
    finding = doctor.check_state_folder(tmp_path / "file" / "below")
    assert finding.mark == "✗"
    assert "COURSE_STATE_DIR" in finding.text


def test_report_and_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [Finding("✓", "well"), Finding("!", "differs")]
    monkeypatch.setattr(doctor, "examine", lambda: findings)
    assert doctor.report() is True
    assert capsys.readouterr().out == "✓ well\n! differs\n"
    assert main(["doctor"]) == 0
    findings.append(Finding("✗", "broken"))
    assert doctor.report() is False
    assert main(["doctor"]) == 1


def test_a_finding_on_this_machine_names_no_version_device_or_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COURSE_DEVICE", raising=False)
    well = [finding.text for finding in doctor.examine() if finding.mark == "✓"]
    assert len(well) >= 4
    for text in well:
        assert not re.search(r"\d\.|cuda|cpu|mps|[/\\]", text)


def test_a_python_without_the_packages_is_told_what_to_do() -> None:
    # -S leaves out everything that pip has installed
    done = subprocess.run(
        [sys.executable, "-S", "-m", "course_utils", "doctor"],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "remedy" in done.stderr


def test_the_newest_python_is_still_the_newest_with_its_last_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor.sys, "version_info", (3, 13, 5, "final", 0))
    assert doctor.examine()[0].mark == "✓"
