"""What is drawn is what was given: bars from zero, gaps as gaps, pain always 0–10."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from leglog.charts.look import ChartLook
from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import PainDay, PainSeries, TimePanels, VolumeBar, VolumeSeries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

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
def chart() -> TimePanelsChart:
    figure = Figure(figsize=(10, 6), dpi=72)
    FigureCanvasAgg(figure)
    return TimePanelsChart(figure)


def draw(
    chart: TimePanelsChart,
    bars: list[VolumeBar],
    pain: list[PainDay],
    flares: Sequence[tuple[dt.date, dt.date]] = (),
) -> None:
    data = TimePanels(
        first_day=bars[0].first_day,
        last_day=bars[-1].last_day,
        volume=VolumeSeries("Volume", "", ["quads", "glutes"], bars),
        pain=PainSeries("Pain", "", pain, flares=flares),
    )
    chart.draw(data, LOOK)
    chart.volume.axes.figure.canvas.draw()


def rectangles(axes: Axes, label: str) -> list[NDArray[np.float64]]:
    """Return the corners of each box of a group."""
    (group,) = [each for each in axes.patches if each.get_label() == label]
    return [np.asarray(corners) for corners in group.get_path().to_polygons()]


def boxes(axes: Axes, label: str) -> list[tuple[float, float]]:
    """Return bottom and top of each box of a group."""
    heights = [corners[:, 1] for corners in rectangles(axes, label)]
    return [(float(ys.min()), float(ys.max())) for ys in heights]


def words(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_boxes_stand_on_each_other_from_zero(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4, glutes=6), week(1, glutes=3)], [])
    assert boxes(chart.volume.axes, "Quads") == [(0, 4)]
    assert boxes(chart.volume.axes, "Glutes") == [(4, 10), (0, 3)]
    assert chart.volume.axes.get_ylim()[0] == 0


def test_week_without_training_says_none(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4), week(1), week(2, quads=1)], [])
    assert words(chart.volume.axes).count("none") == 1


def test_running_week_has_a_dashed_frame_and_says_so(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4), week(1, so_far=True, quads=2)], [])
    (frame,) = [each for each in chart.volume.axes.collections if each.get_label() == "so far"]
    assert max(np.asarray(path.vertices)[:, 1].max() for path in frame.get_paths()) == 2
    assert "so far" in words(chart.volume.axes)


def test_days_without_a_rating_are_gaps_in_dots_and_line(chart: TimePanelsChart) -> None:
    pain = [pain_day(0, 3, 3.0), pain_day(1, None, None), pain_day(2, 5, 4.0)]
    draw(chart, [week(0, quads=4)], pain)
    found = {each.get_label(): each for each in chart.pain.axes.lines}
    dots, line = found["days"], found["mean"]
    assert np.isnan(np.asarray(dots.get_ydata(), dtype=float)).tolist() == [False, True, False]
    assert np.isnan(np.asarray(line.get_ydata(), dtype=float)).tolist() == [False, True, False]


def test_pain_axis_is_always_zero_to_ten(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    assert chart.pain.axes.get_ylim() == (0, 10)


def test_long_gap_between_ratings_is_named(chart: TimePanelsChart) -> None:
    pain = [pain_day(n, None if 3 <= n <= 9 else 2.0) for n in range(21)]
    draw(chart, [week(0, quads=1), week(1, quads=1), week(2, quads=1)], pain)
    assert "no ratings\n10.9.–16.9." in words(chart.pain.axes)


def test_panels_share_one_time_axis(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4), week(1, quads=4)], [pain_day(0, 1)])
    assert chart.volume.axes.get_xlim() == chart.pain.axes.get_xlim()
    assert chart.volume.axes.get_xlim()[0] == MONDAY.toordinal() - 0.5


def test_empty_stretch_draws_axes_without_marks(chart: TimePanelsChart) -> None:
    draw(chart, [week(0), week(1)], [])
    assert chart.volume.axes.get_ylim() == (0, 1)


def test_drawing_again_leaves_nothing_of_the_first(chart: TimePanelsChart) -> None:
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    marks = len(chart.volume.axes.get_children()), len(chart.pain.axes.get_children())
    draw(chart, [week(0, quads=4)], [pain_day(0, 1, 1.0)])
    assert (len(chart.volume.axes.get_children()), len(chart.pain.axes.get_children())) == marks


def test_a_flare_shades_both_panels_within_the_range(chart: TimePanelsChart) -> None:
    first, last = MONDAY - dt.timedelta(days=3), MONDAY + dt.timedelta(days=2)
    draw(chart, [week(0)], [pain_day(0, 3)], [(first, last)])
    start = MONDAY.toordinal() - 0.5
    for axes in (chart.volume.axes, chart.pain.axes):
        (corners,) = rectangles(axes, "flare-up")
        assert (corners[:, 0].min(), corners[:, 0].max()) == (start, start + 3)
    assert "flare-up" in words(chart.pain.axes)
