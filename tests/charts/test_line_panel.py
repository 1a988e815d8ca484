"""A line over time breaks where nothing is known, and counts have no halves on their axis."""

from __future__ import annotations

import datetime as dt

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import Line, LinePanel, TimePanels
from tests.charts.scenes import look

FIRST = dt.date(2026, 1, 1)


def drawn(days: list[int], values: list[float | None], **panel: bool) -> TimePanelsChart:
    figure = Figure(figsize=(8, 4), dpi=72)
    FigureCanvasAgg(figure)
    chart = TimePanelsChart(figure)
    dates = [FIRST + dt.timedelta(days=number) for number in days]
    line = Line("", dates, values, "chart_line", breaks_after=21)
    shown = LinePanel("Squat", "", [line], counted=panel.get("counted", False))
    chart.draw(TimePanels(FIRST, dates[-1], lines=[shown]), look("light"))
    return chart


def heights(chart: TimePanelsChart) -> list[float]:
    (curve, *_others) = chart.panels[0].axes.lines
    return [float(height) for height in np.asarray(curve.get_ydata(), dtype=float)]


def test_line_breaks_after_three_weeks_without_the_exercise() -> None:
    found = heights(drawn([0, 21, 43, 50], [60, 62, 64, 66]))
    assert found[:2] == [60, 62]
    assert np.isnan(found[2])
    assert found[3:] == [64, 66]


def test_workout_without_a_value_does_not_break_the_line() -> None:
    assert heights(drawn([0, 7, 14], [60, None, 64])) == [60, 64]


def test_counts_have_whole_ticks() -> None:
    chart = drawn([0, 7], [13, 15], counted=True)
    ticks = [text.get_text() for text in chart.panels[0].axes.texts]
    assert {"13", "14", "15"} <= set(ticks)
    assert not any("." in tick for tick in ticks)
