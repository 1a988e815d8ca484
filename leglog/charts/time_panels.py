"""Panels over one time axis: training volume, back pain and lines, as many as there are.

Shown together for comparison; nothing here says that one brings about the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.axis import date_ticks
from leglog.charts.line_panel import draw_lines
from leglog.charts.pain_panel import draw_pain, shade
from leglog.charts.panel import Box, Panel, whole
from leglog.charts.room import BETWEEN, BOTTOM, TOP, shares
from leglog.charts.volume_panel import draw_volume

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leglog.charts.look import ChartLook
    from leglog.charts.panel import Limits
    from leglog.charts.values import TimePanels

LEFT, RIGHT = 52, 130
"""Pixels beside the panels, as the design has them."""


class TimePanelsChart:
    """Draws on a figure; drawing again reuses the panels."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self.volume = Panel(figure)
        self.pain = Panel(figure)
        self._lines: list[Panel] = []
        self.panels: list[Panel] = []
        """Those in use, from the top."""

    def draw(self, data: TimePanels, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``."""
        self._use(data)
        boxes = _boxes(box or whole(self._figure), look.scale, shares(data))
        xs = (data.first_day.toordinal() - 0.5, data.last_day.toordinal() + 0.5)
        lines = iter(data.lines)
        for panel, place in zip(self.panels, boxes, strict=True):
            if panel is self.volume and data.volume is not None:
                draw_volume(panel, place, look, xs, data.volume)
                self._shade(panel, data, xs)
            elif panel is self.pain and data.pain is not None:
                draw_pain(panel, place, look, xs, data.pain)
            else:
                draw_lines(panel, place, look, xs, next(lines))
        marks = date_ticks(data.first_day, data.last_day)
        for panel in self.panels:
            panel.x_dates(marks, words=panel is self.panels[-1])

    def _use(self, data: TimePanels) -> None:
        """Take as many panels as there are series, and hide the others."""
        while len(self._lines) < len(data.lines):
            self._lines.append(Panel(self._figure))
        for panel in (self.volume, self.pain, *self._lines):
            panel.hide()
        self.panels = [
            *([self.volume] if data.volume is not None else []),
            *([self.pain] if data.pain is not None else []),
            *self._lines[: len(data.lines)],
        ]

    def _shade(self, panel: Panel, data: TimePanels, xs: Limits) -> None:
        for first, last in data.pain.flares if data.pain is not None else ():
            start, end = max(first.toordinal() - 0.5, xs[0]), min(last.toordinal() + 0.5, xs[1])
            if start < end:
                shade(panel, start, end)


def _boxes(box: Box, scale: float, parts: list[float]) -> list[Box]:
    """Divide the height by the shares, the first at the top."""
    left, right, top, bottom, between = (
        value * scale for value in (LEFT, RIGHT, TOP, BOTTOM, BETWEEN)
    )
    inner = box.inside(left, right, top, bottom)
    free = max(inner.height - between * (len(parts) - 1), 10.0 * len(parts))
    boxes, upper = [], inner.bottom + inner.height
    for part in parts:
        height = free * part / sum(parts)
        boxes.append(Box(inner.left, upper - height, inner.width, height))
        upper -= height + between
    return boxes
