"""Volume of a day against the pain on that day, a day and two days later, side by side.

Marks grow with the number of days on the same spot. The two levels are means; nothing here says
that one brings about the other.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from leglog.charts.axis import nice_ticks, spread_apart
from leglog.charts.panel import Box, Panel, whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leglog.charts.look import ChartLook
    from leglog.charts.values import LagPanel, LagView

LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 52, 34, 96, 44, 46
REST, TRAINED = "band_high_text", "e1rm"
"""Colours of the means after days without training and with it."""


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
        for words, colour in ((data.rest_words, REST), (data.trained_words, TRAINED)):
            # Two short dashes stand for the dashed level, one long one for the other.
            for start, size in ((3, 6), (13, 6)) if colour == REST else ((8, 16),):
                middle = at + start * scale, height + 50 * scale
                head.swatch(middle, colour, marker="_", size=size)
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
        _draw_means(panel, part)
        if first:
            panel.word(data.y_words, (0, panel.box.height + 4 * scale), size=11, va="bottom")


def _draw_means(panel: Panel, part: LagPanel) -> None:
    """Draw a level across the panel, below the rings, and its number right of it.

    The rings stand anywhere, so beside the panel is the only place that is free of them.
    """
    look, (left, right) = panel.look, panel.xs
    levels = [
        (mean, colour, dashed)
        for mean, colour, dashed in (
            (part.trained_mean, TRAINED, False),
            (part.rest_mean, REST, True),
        )
        if mean is not None
    ]
    levels.sort(key=lambda level: level[0])
    for mean, colour, dashed in levels:
        panel.lines(
            [((left, mean), (right, mean))], colour, width=1.8, zorder=2.6 + 0.1 * dashed,
            dashed=dashed, label="mean",
        )  # fmt: skip
    heights = spread_apart(
        [panel.y_points(mean) for mean, _colour, _dashed in levels],
        look.size(13),
        panel.box.height,
    )
    for height, (mean, colour, _dashed) in zip(heights, levels, strict=True):
        at = panel.box.width + 6 * look.scale, height
        panel.word(look.number(round(mean, 1)), at, size=11, colour=colour, bold=True)
