"""What is drawn is what was given: bars from zero, gaps as gaps, pain always 0–10."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from leglog.charts.look import ChartLook
from leglog.charts.volume_and_pain import PainDay, VolumeAndPain, VolumeAndPainChart, VolumeBar

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MONDAY = dt.date(2026, 9, 7)
COLOURS = (
    "surface",
    "text",
    "text_muted",
    "chart_grid",
    "chart_axis",
    "chart_line",
    *(f"band_{band}{text}" for band in ("low", "moderate", "high") for text in ("", "_text")),
)
LOOK = ChartLook(
    colours=dict.fromkeys(COLOURS, "#808080"),
    palette={"quads": "#4859B1", "glutes": "#CB7A1E"},
    labels={"quads": "Quads", "glutes": "Glutes"},
    font="DejaVu Sans",
    scale=1.0,
    number=lambda value: f"{value:g}",
    day=lambda day: f"{day.day}.{day.month}.",
    month=lambda day: str(day.month),
)


def week(number: int, so_far: bool = False, **amounts: float) -> VolumeBar:
    first = MONDAY + dt.timedelta(weeks=number)
    return VolumeBar(first, first + dt.timedelta(days=6), amounts, so_far)


def pain_day(number: int, score: float | None, mean: float | None = None) -> PainDay:
    return PainDay(MONDAY + dt.timedelta(days=number), score, mean)


@pytest.fixture
def chart() -> VolumeAndPainChart:
    figure = Figure(figsize=(10, 6), dpi=72)
    FigureCanvasAgg(figure)
    return VolumeAndPainChart(figure)


def draw(chart: VolumeAndPainChart, bars: list[VolumeBar], pain: list[PainDay]) -> None:
    data = VolumeAndPain(
        title="Volume",
        subtitle="",
        pain_title="Pain",
        pain_subtitle="",
        first_day=bars[0].first_day,
        last_day=bars[-1].last_day,
        groups=["quads", "glutes"],
        bars=bars,
        pain=pain,
    )
    chart.draw(data, LOOK)
    chart.volume.figure.canvas.draw()


def boxes(axes: Axes, label: str) -> list[tuple[float, float]]:
    """Return bottom and top of each box of a group."""
    (group,) = [
        found
        for found in axes.collections
        if isinstance(found, PolyCollection) and found.get_label() == label
    ]
    heights = [np.asarray(path.vertices)[:, 1] for path in group.get_paths()]
    return [(float(ys.min()), float(ys.max())) for ys in heights]


def words(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_boxes_stand_on_each_other_from_zero(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4, glutes=6), week(1, glutes=3)], [])
    assert boxes(chart.volume, "Quads") == [(0, 4)]
    assert boxes(chart.volume, "Glutes") == [(4, 10), (0, 3)]
    assert chart.volume.get_ylim()[0] == 0


def test_week_without_training_says_none(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4), week(1), week(2, quads=1)], [])
    assert words(chart.volume).count("none") == 1


def test_running_week_has_a_dashed_frame_and_says_so(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4), week(1, so_far=True, quads=2)], [])
    (frame,) = [patch for patch in chart.volume.patches if isinstance(patch, Rectangle)]
    assert frame.get_height() == 2
    assert "so far" in words(chart.volume)


def test_days_without_a_rating_are_gaps_in_dots_and_line(chart: VolumeAndPainChart) -> None:
    pain = [pain_day(0, 3, 3.0), pain_day(1, None, None), pain_day(2, 5, 4.0)]
    draw(chart, [week(0, quads=4)], pain)
    dots, line = chart.pain.lines
    assert np.isnan(np.asarray(dots.get_ydata(), dtype=float)).tolist() == [False, True, False]
    assert np.isnan(np.asarray(line.get_ydata(), dtype=float)).tolist() == [False, True, False]


def test_pain_axis_is_always_zero_to_ten(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    assert chart.pain.get_ylim() == (0, 10)


def test_long_gap_between_ratings_is_named(chart: VolumeAndPainChart) -> None:
    pain = [pain_day(n, None if 3 <= n <= 9 else 2.0) for n in range(21)]
    draw(chart, [week(0, quads=1), week(1, quads=1), week(2, quads=1)], pain)
    assert "no ratings\n10.9.–16.9." in words(chart.pain)


def test_panels_share_one_time_axis(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4), week(1, quads=4)], [pain_day(0, 1)])
    assert chart.volume.get_xlim() == chart.pain.get_xlim()
    assert chart.volume.get_xlim()[0] == MONDAY.toordinal() - 0.5


def test_empty_stretch_draws_axes_without_marks(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0), week(1)], [])
    assert chart.volume.get_ylim() == (0, 1)


def test_drawing_again_leaves_nothing_of_the_first(chart: VolumeAndPainChart) -> None:
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    marks = len(chart.volume.get_children()), len(chart.pain.get_children())
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    assert (len(chart.volume.get_children()), len(chart.pain.get_children())) == marks


def test_a_flare_shades_both_panels_within_the_range(chart: VolumeAndPainChart) -> None:
    first, last = MONDAY - dt.timedelta(days=3), MONDAY + dt.timedelta(days=2)
    data = VolumeAndPain(
        title="",
        subtitle="",
        pain_title="",
        pain_subtitle="",
        first_day=MONDAY,
        last_day=MONDAY + dt.timedelta(days=6),
        groups=[],
        bars=[week(0)],
        pain=[pain_day(0, 3)],
        flares=[(first, last)],
    )
    chart.draw(data, LOOK)
    for axes in (chart.volume, chart.pain):
        shades = [each for each in axes.patches if each.get_alpha() == 0.22]
        (shade,) = shades
        assert isinstance(shade, Rectangle)
        assert (shade.get_x(), shade.get_width()) == (MONDAY.toordinal() - 0.5, 3)
    assert "flare-up" in [text.get_text() for text in chart.pain.texts]
