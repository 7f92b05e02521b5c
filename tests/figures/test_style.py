"""What the course's style leaves out of a plot, and what it puts in."""

import matplotlib.pyplot as plt


def test_a_plot_has_a_grid_two_spines_and_a_legend_without_a_frame(course_style: None) -> None:
    _, ax = plt.subplots()
    ax.plot([0, 1], label="a line")
    assert not ax.legend().get_frame_on()
    visible = {name for name, spine in ax.spines.items() if spine.get_visible()}
    assert visible == {"left", "bottom"}
    assert ax.xaxis.get_gridlines()[0].get_visible()
    assert ax.get_axisbelow() is True
