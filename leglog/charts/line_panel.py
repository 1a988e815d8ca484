"""Lines with dots over time on one scale, each named at its right end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from leglog.charts.axis import round_ticks, spread_apart
from leglog.charts.volume_panel import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.charts.look import ChartLook
    from leglog.charts.panel import Box, Limits, Panel
    from leglog.charts.values import Line, LinePanel

MANY = 400
"""From so many values on, lines and dots are finer."""


def draw_lines(panel: Panel, box: Box, look: ChartLook, xs: Limits, data: LinePanel) -> None:
    """Draw the lines; a panel without values says what is missing."""
    values = [value for line in data.lines for value in line.values if value is not None]
    most = max(2, min(5, int(box.height / look.size(26)) + 1))
    ticks = round_ticks(
        min(values, default=0.0) if data.low is None else data.low,
        max(values, default=1.0) if data.high is None else data.high,
        most,
        1.0 if data.counted else 0.0,
    )
    panel.begin(box, look, xs, (ticks[0], ticks[-1]))
    panel.title(data.title, data.subtitle)
    panel.y_axis(ticks, None if values else [""] * len(ticks))
    if not values:
        panel.word(data.missing, (box.width / 2, box.height / 2), ha="center")
        return
    for line in data.lines:
        _draw_line(panel, line)
    _name_lines(panel, data)


def _draw_line(panel: Panel, line: Line) -> None:
    xs = [float(day.toordinal()) for day in line.days]
    size = 4.5 if len(xs) <= 120 else 2.5 if len(xs) <= MANY else 1.5
    if not line.dots_only:
        kept = list(zip(xs, line.values, strict=True))
        if line.joined:
            # Values weeks apart belong to one line; a gap is meant only between days.
            kept = _joined(kept, line.breaks_after)
        width = 1.8 if len(kept) <= MANY else 0.8
        panel.curve(
            [x for x, _value in kept], [value for _x, value in kept], line.colour, width=width
        )
    if line.dots_only or line.joined:
        panel.dots(xs, list(line.values), line.colour, size=size, filled=line.filled)
    if line.records:
        panel.dots(
            [xs[place] for place in line.records],
            [line.values[place] for place in line.records],
            line.colour,
            size=9,
            zorder=3.1,
        )


def _joined(
    points: Sequence[tuple[float, float | None]], breaks_after: int | None
) -> list[tuple[float, float | None]]:
    """Return the points that have a value, with a gap where they are too many days apart."""
    kept: list[tuple[float, float | None]] = []
    for x, value in points:
        if value is None:
            continue
        if kept and breaks_after is not None and x - kept[-1][0] > breaks_after:
            kept.append((x, None))
        kept.append((x, value))
    return kept


def _name_lines(panel: Panel, data: LinePanel) -> None:
    named = []
    for line in data.lines:
        last = next((value for value in reversed(line.values) if value is not None), None)
        if line.words and last is not None:
            named.append((panel.y_points(last), line))
    named.sort(key=lambda one: one[0])
    look = panel.look
    places = spread_apart([place for place, _line in named], look.size(15), panel.box.height)
    for height, (_place, line) in zip(places, named, strict=True):
        if not math.isfinite(height):
            continue
        words = shortened(look, line.words, 112 * look.scale)
        panel.word(words, (panel.box.width + 10 * look.scale, height), colour=line.colour)
