"""Training volume as stacked bars from zero, named at the right beside the newest bar."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from leglog.charts.axis import nice_ticks, spread_apart
from leglog.charts.palette import colour_of
from leglog.i18n import _, pgettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.charts.look import ChartLook
    from leglog.charts.panel import Box, Limits, Panel
    from leglog.charts.values import VolumeBar, VolumeSeries

BARS_WITH_WORDS = 30
NAMES_AT_MOST = 12


def draw_volume(panel: Panel, box: Box, look: ChartLook, xs: Limits, series: VolumeSeries) -> None:
    """Draw the bars; a stretch without sets says so where there is room."""
    ticks = nice_ticks(max((bar.total for bar in series.bars), default=0.0))
    panel.begin(box, look, xs, (0, ticks[-1]))
    panel.title(series.title, series.subtitle)
    panel.y_axis(ticks)
    _draw_bars(panel, series)
    _draw_words(panel, series.bars)
    _name_groups(panel, series)


def edges(bar: VolumeBar) -> tuple[float, float]:
    """Return where a bar begins and ends on the axis of day ordinals."""
    days = (bar.last_day - bar.first_day).days + 1
    margin = 0.04 * days
    return bar.first_day.toordinal() - 0.5 + margin, bar.last_day.toordinal() + 0.5 - margin


def middle(first: dt.date, last: dt.date) -> float:
    """Return the middle of a stretch of days on the axis of day ordinals."""
    return (first.toordinal() + last.toordinal()) / 2


def _draw_bars(panel: Panel, series: VolumeSeries) -> None:
    floors = [0.0] * len(series.bars)
    for place, group in enumerate(series.groups):
        boxes = []
        for number, bar in enumerate(series.bars):
            amount = bar.amounts.get(group, 0.0)
            if amount > 0:
                left, right = edges(bar)
                boxes.append((left, right, floors[number], floors[number] + amount))
                floors[number] += amount
        if boxes:
            panel.boxes(
                boxes,
                colour_of(panel.look, group, place),
                label=_name(panel, series, group),
                hatch=panel.look.hatches.get(group, ""),
            )


def _draw_words(panel: Panel, bars: Sequence[VolumeBar]) -> None:
    roomy = len(bars) <= BARS_WITH_WORDS
    words = pgettext("week without training", "none")
    width = panel.look.width(words, 11)
    for bar in bars:
        left, right = edges(bar)
        if bar.so_far:
            _frame(panel, bar, bars, roomy=roomy)
        elif roomy and not bar.total and panel.x_points(right) - panel.x_points(left) >= width:
            at = panel.x_points(middle(bar.first_day, bar.last_day))
            panel.word(words, (at, 4), size=11, ha="center", va="bottom")


def _frame(panel: Panel, bar: VolumeBar, bars: Sequence[VolumeBar], *, roomy: bool) -> None:
    """Frame the bar that is not over yet, and say so above it and whatever is below the words."""
    left, right = edges(bar)
    high = max(bar.total, panel.ys[1] * 0.02)
    corners = [(left, 0.0), (left, high), (right, high), (right, 0.0)]
    panel.lines(
        list(itertools.pairwise(corners)), "chart_axis", zorder=3, dashed=True, label="so far"
    )
    words = _("so far")
    at = panel.x_points(middle(bar.first_day, bar.last_day) if roomy else right)
    start = at - panel.look.width(words, 11) * (0.5 if roomy else 1)
    below = max(each.total for each in bars if panel.x_points(edges(each)[1]) >= start)
    top = panel.y_points(max(high, below)) + 4
    panel.word(words, (at, top), size=11, ha="center" if roomy else "right", va="bottom")


def _name_groups(panel: Panel, series: VolumeSeries) -> None:
    """Name the groups at the right, moved apart where they are thin."""
    look = panel.look
    shown = [
        (place, group)
        for place, group in enumerate(series.groups)
        if any(bar.amounts.get(group) for bar in series.bars)
    ]
    newest = next((bar for bar in reversed(series.bars) if bar.total and not bar.so_far), None)
    newest = newest or next((bar for bar in series.bars if bar.total), None)
    if newest is None:
        return
    floors = dict.fromkeys(series.groups, 0.0)
    floor = 0.0
    for group in series.groups:
        floors[group] = floor + newest.amounts.get(group, 0.0) / 2
        floor += newest.amounts.get(group, 0.0)
    fit = min(NAMES_AT_MOST, max(int(panel.box.height // look.size(15)), 1))
    named = shown[:fit]
    places = spread_apart(
        [panel.y_points(floors[group]) for _place, group in named],
        look.size(15),
        panel.box.height,
    )
    for (place, group), height in zip(named, places, strict=True):
        right = panel.box.width
        panel.swatch((right + 11 * look.scale, height), colour_of(look, group, place))
        words = shortened(look, _name(panel, series, group), 104 * look.scale)
        panel.word(words, (right + 20 * look.scale, height), colour="text")


def _name(panel: Panel, series: VolumeSeries, group: str) -> str:
    return series.names.get(group) or panel.look.labels.get(group, group)


def shortened(look: ChartLook, words: str, room: float, px: float = 11.5) -> str:
    """Return the words, with an ellipsis where they do not fit into ``room`` points."""
    if look.width(words, px) <= room:
        return words
    while words and look.width(words + "…", px) > room:
        words = words[:-1]
    return words.rstrip() + "…"
