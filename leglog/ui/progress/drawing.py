"""Loads matplotlib and puts the page's figures on its canvas.

Imported by the page only, and there in a task: matplotlib takes half a second or more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import PainDay, PainSeries, TimePanels, VolumeBar, VolumeSeries
from leglog.i18n import _
from leglog.ui.chart_look import chart_look
from leglog.ui.progress.words import (
    Measured,
    amounts_of,
    chart_subtitle,
    chart_title,
    group_key,
)
from leglog.ui.widgets.chart_canvas import ChartCanvas

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.progress import Progress


class ProgressCanvas(ChartCanvas):
    """The chart of the page; it draws again at another size and in another theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Training volume above back pain"), parent)
        self._chart = TimePanelsChart(self.figure)
        self._data: TimePanels | None = None
        self.on_resize = self._place

    def show_progress(self, shown: Progress, measured: Measured, summary: str) -> None:
        """Draw other figures; ``summary`` says the same in words for a screen reader."""
        self._data = chart_data(shown, measured)
        self.setAccessibleDescription(summary)
        self.redraw()

    def redraw(self) -> None:
        """Draw the same figures again, as after a change of theme."""
        if self._data is not None:
            self._chart.draw(self._data, chart_look())
            self.draw_idle()

    def _place(self) -> None:
        # Names at the right are placed by the panel's height, so they are placed anew.
        self.redraw()


def chart_data(shown: Progress, measured: Measured) -> TimePanels:
    """Turn the page's figures into what the chart draws."""
    return TimePanels(
        first_day=shown.buckets[0].days.first,
        last_day=shown.buckets[-1].days.last,
        volume=VolumeSeries(
            title=chart_title(measured, shown.grouping),
            subtitle=chart_subtitle(measured),
            groups=[group_key(group) for group in shown.groups],
            bars=[
                VolumeBar(
                    bucket.days.first,
                    bucket.days.last,
                    {
                        group_key(group): amount
                        for group, amount in amounts_of(bucket, measured).items()
                    },
                    bucket.so_far,
                )
                for bucket in shown.buckets
            ],
        ),
        pain=PainSeries(
            title=_("Back pain by day, 0–10"),
            subtitle=_("dots: each rated day · line: 7-day mean (4 or more ratings)"),
            days=[PainDay(point.day, point.score, point.mean) for point in shown.pain],
            flares=[(flare.first, flare.last or shown.pain[-1].day) for flare in shown.flares],
        ),
    )
