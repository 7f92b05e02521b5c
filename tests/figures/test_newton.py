"""The drawing of a step of Newton's."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_utils.figures import describe, plot_newton


def cubed(y: Any) -> Any:  # a curve with its curvature 6y
    return y**3 - 3 * y


def slope_of(y: Any) -> Any:
    return 3 * y**2 - 3


def curvature_of(y: Any) -> Any:
    return 6 * y


def test_the_parabola_touches_the_curve_and_the_step_ends_on_it() -> None:
    ax = plot_newton(cubed, slope_of, curvature_of, 2.0, (0.0, 2.5))
    curve, parabola, drop, begin, end = (np.asarray(line.get_xydata()) for line in ax.get_lines())
    assert begin.tolist() == [[2.0, 2.0]]
    assert end.tolist() == [[1.25, cubed(1.25)]]  # 2 − 9/12
    assert drop.tolist() == [[1.25, 2.0 - 81 / 24], [1.25, cubed(1.25)]]  # from the parabola
    near = abs(curve[:, 0] - 2.0) < 0.05
    assert abs(curve[near, 1] - parabola[near, 1]).max() < 2e-4  # they differ by (y − 2)³
    assert parabola[0].tolist() == pytest.approx([0.0, 2.0 - 18.0 + 24.0])
    plt.close("all")


def test_the_figure_says_where_the_step_leads() -> None:
    fig, ax = plt.subplots()
    assert plot_newton(cubed, slope_of, curvature_of, -0.5, (-2.0, 2.0), ax=ax) is ax
    words = describe(fig)
    assert "parabola at -0.5" in words.replace("−", "-")
    assert "Newton's step to" in words
    assert ax.get_ylim() == pytest.approx((-2.6, 2.6))
    plt.close("all")


def test_a_place_without_curvature_is_refused() -> None:
    with pytest.raises(ValueError, match=r"must not be zero, got 0 at y = 0: start elsewhere"):
        plot_newton(cubed, slope_of, curvature_of, 0.0, (-1.0, 1.0))
