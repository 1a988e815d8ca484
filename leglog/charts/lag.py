"""Volume of a day against the pain on that day, a day and two days later, side by side.

Marks grow with the number of days on the same spot. The two short lines are means; nothing here
says that one brings about the other.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from leglog.charts.axis import nice_ticks
from leglog.charts.panel import Box, Panel, whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leglog.charts.look import ChartLook
    from leglog.charts.values import LagPanel, LagView

LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 52, 24, 96, 44, 40


class LagChart:
    """Draws on a figure; drawing again reuses the panels."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self.panels: list[Panel] = []

    def draw(self, data: LagView, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``."""
        while len(self.panels) < len(data.panels):
            self.panels.append(Panel(self._figure))
        scale = look.scale
        inner = (box or whole(self._figure)).inside(
            LEFT * scale, RIGHT * scale, TOP * scale, BOTTOM * scale
        )
        most = max((dot.x for panel in data.panels for dot in panel.dots), default=0.0)
        ticks = nice_ticks(most)
        gap = BETWEEN * scale
        width = max((inner.width - gap * (len(data.panels) - 1)) / len(data.panels), 10)
        for number, part in enumerate(data.panels):
            panel = self.panels[number]
            place = Box(inner.left + number * (width + gap), inner.bottom, width, inner.height)
            # Half a step of room keeps days without training off the edge.
            room = (ticks[1] - ticks[0]) * 0.35
            panel.begin(place, look, (-room, ticks[-1] + room), (-0.4, 10))
            self._draw_panel(panel, part, data, ticks, first=number == 0)
        head = self.panels[0]
        height = head.box.height
        head.heading(data.title, data.subtitle, (-44 * scale, height + 74 * scale))
        at = 0.0
        for words, colour in ((data.rest_words, "band_high_text"), (data.trained_words, "e1rm")):
            head.swatch((at + 8 * scale, height + 50 * scale), colour, marker="_", size=14)
            head.word(words, (at + 22 * scale, height + 50 * scale), size=11)
            at += look.width(words, 11) + 46 * scale

    def _draw_panel(
        self, panel: Panel, part: LagPanel, data: LagView, ticks: list[float], *, first: bool
    ) -> None:
        look, scale = panel.look, panel.look.scale
        numbers = [float(tick) for tick in range(0, 11, 2)]
        panel.y_axis(numbers, None if first else [""] * len(numbers))
        panel.word(part.title, (0, panel.box.height + 26 * scale), colour="text", bold=True)
        panel.ticks([panel.x_points(tick) for tick in ticks])
        for tick in ticks:
            at = panel.x_points(tick)
            panel.word(look.number(tick), (at, -12 * scale), size=11, ha="center")
        panel.word(data.x_words, (panel.box.width / 2, -30 * scale), size=11, ha="center")
        for count in sorted({dot.count for dot in part.dots}):
            some = [dot for dot in part.dots if dot.count == count]
            panel.dots(
                [dot.x for dot in some],
                [dot.y for dot in some],
                "chart_line",
                size=min(3.5 + 2.2 * math.sqrt(count), 22),
                alpha=0.85,
                label="days",
            )
        step = ticks[1] - ticks[0]
        _mean(panel, part.rest_mean, (-0.3 * step, 0.3 * step), "band_high_text")
        _mean(panel, part.trained_mean, (0.3 * step, ticks[-1]), "e1rm")
        if first:
            panel.word(data.y_words, (0, panel.box.height + 4 * scale), size=11, va="bottom")


def _mean(panel: Panel, mean: float | None, ends: tuple[float, float], colour: str) -> None:
    if mean is None:
        return
    left, right = ends
    panel.lines([((left, mean), (right, mean))], colour, width=2.4, zorder=4, label="mean")
    panel.word(
        panel.look.number(round(mean, 1)),
        (panel.x_points(right), panel.y_points(mean) + 3),
        size=11,
        colour=colour,
        ha="right",
        va="bottom",
        bold=True,
    )
