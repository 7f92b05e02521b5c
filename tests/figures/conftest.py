"""Figures that leave nothing behind."""

from collections.abc import Iterator

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from course_utils.figures import use_course_style


@pytest.fixture
def course_style() -> Iterator[None]:
    """The style of the course while the test runs."""
    with mpl.rc_context():
        use_course_style()
        yield
        plt.close("all")
