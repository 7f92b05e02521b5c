"""`pip install .` into an environment that already holds torch replaces nothing there.

Older images have plotting libraries in which pages of the course fail: these are renewed.
"""

import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
NEEDS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "dependencies"
]

# What three images hold before `pip install .`: Colab by its own published list (googlecolab/backend-info,
# pip-freeze.gpu.txt, June 2026); Kaggle builds on Colab's image and held matplotlib below 3.8 (docker-python,
# kaggle_requirements.txt, 2025; the other versions from memory); NVIDIA's PyTorch image 25.06 from memory.
COLAB = {
    "torch": "2.11.0+cu128", "numpy": "2.0.2", "matplotlib": "3.10.0", "matplotlib-inline": "0.2.2",
    "ipython": "7.34.0", "ipykernel": "6.17.1", "ipywidgets": "7.7.1", "jupyter-client": "7.4.9",
    "packaging": "26.2", "pillow": "11.3.0", "platformdirs": "4.10.0", "pandas": "2.2.2",
    "pooch": "1.9.0", "scikit-learn": "1.6.1", "seaborn": "0.13.2", "tqdm": "4.67.3",
}  # fmt: skip
COLAB_2025 = {
    "torch": "2.8.0+cu126",
    "matplotlib-inline": "0.1.7",
    "packaging": "25.0",
    "platformdirs": "4.3.8",
}
KAGGLE = {"torch": "2.6.0+cu124", "numpy": "1.26.4", "matplotlib": "3.7.2", "ipywidgets": "8.1.5",
    "pandas": "2.2.3", "pooch": "1.8.2", "scikit-learn": "1.2.2",
    "seaborn": "0.12.2"}  # fmt: skip
NVIDIA = {
    "torch": "2.8.0a0+5228986c39.nv25.6",
    "numpy": "1.26.4",
    "matplotlib": "3.10.3",
    "ipython": "9.3.0",
}
IMAGES = {
    "Colab": COLAB,
    "Colab, 2025": COLAB | COLAB_2025,
    "Kaggle": COLAB | KAGGLE,
    "NVIDIA": COLAB | NVIDIA,
}
# With matplotlib 3.7.0, scikit-learn 1.2.0 and seaborn 0.12.2 notebooks 05, 06, 08, 09 and 11 stopped; with these none.
RENEWED = {"Kaggle": {"matplotlib": "3.9.0", "scikit-learn": "1.4.0", "seaborn": "0.13.0"}}


@pytest.mark.parametrize("image", IMAGES)
def test_only_what_is_too_old_for_the_pages_is_renewed(image):
    ranges = {canonicalize_name(need.name): need.specifier for need in map(Requirement, NEEDS)}
    held = IMAGES[image]
    too_old = {
        n for n, allowed in ranges.items() if not allowed.contains(held[n], prereleases=True)
    }
    assert too_old == set(RENEWED.get(image, {}))


@pytest.mark.parametrize("image", IMAGES)
def test_pip_install_replaces_nothing_else_in(image, tmp_path):
    # pip itself is asked, in an environment of empty packages that have the versions of the image.
    assert {canonicalize_name(Requirement(need).name) for need in NEEDS} <= set(IMAGES[image])
    venv.create(tmp_path / "image", with_pip=False)
    packages = next((tmp_path / "image").rglob("site-packages"))
    for name, version in (IMAGES[image] | RENEWED.get(image, {})).items():
        info = packages / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    wheel = tmp_path / "course_utils-0-py3-none-any.whl"
    needs = "".join(f"Requires-Dist: {need}\n" for need in NEEDS)
    with zipfile.ZipFile(wheel, "w") as file:
        for part, text in {
            "METADATA": f"Metadata-Version: 2.1\nName: course-utils\nVersion: 0\n{needs}",
            "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "RECORD": "",
        }.items():
            file.writestr(f"course_utils-0.dist-info/{part}", text)
    pip = [sys.executable, "-m", "pip", "--isolated", "--python", str(tmp_path / "image")]
    command = [*pip, "install", "--dry-run", "--no-index", str(wheel)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Would install course-utils-0\n" in said.stdout, said.stdout + said.stderr
