"""Back pain over time: bands, dots, the 7-day mean, flare-ups, workouts as marks below.

Pain is always 0–10, and a day without a rating is a gap.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from leglog.charts.volume_panel import middle, shortened
from leglog.i18n import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.charts.look import ChartLook
    from leglog.charts.panel import Box, Limits, Panel
    from leglog.charts.values import Flag, MomentDots, PainDay, PainSeries

BANDS = (("low", 0.0, 2.5, 0, 2), ("moderate", 2.5, 5.5, 3, 5), ("high", 5.5, 10.0, 6, 10))
GAP_DAYS_NAMED = 5
MOST_WORKOUTS = 260
"""More marks than these would be one bar."""
MANY_DAYS = 500


def draw_pain(
    panel: Panel,
    box: Box,
    look: ChartLook,
    xs: Limits,
    series: PainSeries,
    *,
    moments_named: bool = True,
) -> None:
    """Draw the panel; the bands are named at the right."""
    panel.begin(box, look, xs, (0, 10))
    named = series.moments if moments_named else ()
    taken = sum(look.width(one.words, 11) + 21 * look.scale for one in named)
    panel.title(series.title, series.subtitle, taken=taken)
    _draw_bands(panel)
    step = 2 if box.height >= look.size(80) else 5
    panel.y_axis([float(tick) for tick in range(0, 11, step)])
    _draw_flares(panel, series)
    _draw_dots(panel, series)
    _draw_mean(panel, series.days)
    if all(day.score is None for day in series.days) and not series.moments:
        middle_of_it = box.width / 2, box.height / 2
        panel.word(_("No ratings in these days."), middle_of_it, ha="center")
    _name_gaps(panel, series.days)
    _draw_remarks(panel, series.remarks)
    if 0 < len(series.workouts) <= MOST_WORKOUTS:
        _draw_workouts(panel, series.workouts)
    _name_moments(panel, named)


def _draw_bands(panel: Panel) -> None:
    words = {
        "low": _("Low {first}–{last}"),
        "moderate": _("Moderate {first}–{last}"),
        "high": _("High {first}–{last}"),
    }
    left, right = panel.xs
    for band, low, high, first, last in BANDS:
        panel.boxes([(left, right, low, high)], f"band_{band}", edge="", zorder=0.2)
        panel.word(
            words[band].format(first=first, last=last),
            (panel.box.width + 10 * panel.look.scale, panel.y_points((low + high) / 2)),
            colour=f"band_{band}_text",
            bold=True,
        )


def _draw_dots(panel: Panel, series: PainSeries) -> None:
    rated = sum(day.score is not None for day in series.days)
    size, alpha = (5, 1.0) if rated <= 200 else (3, 1.0 if rated <= 400 else 0.5)
    if series.moments:
        for one in series.moments:
            xs = [float(day.toordinal()) for day in one.days]
            panel.dots(
                xs, list(one.scores), "chart_line", size=size, marker=one.marker, alpha=alpha,
                label=one.words,
            )  # fmt: skip
        return
    xs = [float(day.day.toordinal()) for day in series.days]
    panel.dots(
        xs, [day.score for day in series.days], "chart_line", size=size, alpha=alpha, label="days"
    )


def _draw_mean(panel: Panel, days: Sequence[PainDay]) -> None:
    xs = [float(day.day.toordinal()) for day in days]
    width = 1.8 if len(days) <= MANY_DAYS else 0.9
    panel.curve(xs, [day.mean for day in days], "chart_line", width=width, label="mean")


def _draw_flares(panel: Panel, series: PainSeries) -> None:
    """Shade the days of flare-ups, and name them."""
    words = pgettext("shaded days", "flare-up")
    width = panel.look.width(words, 11)
    # Words of two near stretches would run into each other.
    free_from = 0.0
    for first, last in series.flares:
        start = max(first.toordinal() - 0.5, panel.xs[0])
        end = min(last.toordinal() + 0.5, panel.xs[1])
        if start >= end:
            continue
        shade(panel, start, end)
        at = panel.x_points((start + end) / 2)
        at = min(max(at, width / 2), panel.box.width - width / 2)
        if at - width / 2 >= free_from:
            panel.word(
                words, (at, panel.box.height - 3), size=11, colour="text", ha="center", va="top"
            )
            free_from = at + width / 2 + 4


def shade(panel: Panel, start: float, end: float) -> None:
    """Shade a stretch of a panel over its whole height."""
    panel.boxes(
        [(start, end, *panel.ys)], "chart_axis", edge="", zorder=0.5, alpha=0.22, label="flare-up"
    )


def _draw_remarks(panel: Panel, remarks: Sequence[Flag]) -> None:
    """Plant a flag where each remark begins, with a line over its days and its words beside it.

    They stand a line below the names of flare-ups; words that would meet the next flag are cut.
    """
    look, (left, right) = panel.look, panel.xs
    height = panel.ys[1] * (1 - look.size(24) / panel.box.height)
    shown = [one for one in remarks if one.last.toordinal() >= left]
    starts = [max(one.first.toordinal() - 0.5, left) for one in shown]
    ends = [min(one.last.toordinal() + 0.5, right) for one in shown]
    for at, end in zip(starts, ends, strict=True):
        corners = [((at, panel.ys[0]), (at, height)), ((at, height), (end, height))]
        panel.lines(corners, "chart_line", width=0.8, zorder=2.8, label="remark")
    _name_remarks(panel, shown, [panel.x_points(at) for at in starts], panel.y_points(height))


def _name_remarks(
    panel: Panel, remarks: Sequence[Flag], places: Sequence[float], top: float
) -> None:
    """Write the words right of each flag as far as there is room, else left of it."""
    look, free_from = panel.look, 0.0
    for place, (one, at) in enumerate(zip(remarks, places, strict=True)):
        end = (*places, panel.box.width)[place + 1]
        panel.swatch((at + 3 * look.scale, top), "chart_line", marker=">", size=6)
        room, wanted = end - at - 14 * look.scale, look.width(one.words, 11)
        height, beside = top - look.size(8), 8 * look.scale
        if room >= min(wanted, look.size(60)):
            words = shortened(look, one.words, room, 11)
            panel.word(words, (at + beside, height), size=11, colour="text")
            free_from = at + beside + look.width(words, 11)
        elif (room := at - beside - free_from - 12 * look.scale) >= min(wanted, look.size(60)):
            words = shortened(look, one.words, room, 11)
            panel.word(words, (at - beside, height), size=11, colour="text", ha="right")
            free_from = at


def _draw_workouts(panel: Panel, days: Sequence[dt.date]) -> None:
    """Mark the days of workouts by small triangles along the lower edge."""
    size = 4.5 if len(days) <= 60 else 3
    panel.dots(
        [float(day.toordinal()) for day in days],
        [0.35] * len(days),
        "e1rm",
        size=size,
        marker="^",
        filled=True,
        label="workouts",
    )


def _name_gaps(panel: Panel, days: Sequence[PainDay]) -> None:
    size = panel.look.size(11)
    for first, last in gaps(days):
        if (last - first).days + 1 < GAP_DAYS_NAMED or panel.box.height < 6 * size:
            continue
        words = _("no ratings\n{first}–{last}").format(
            first=panel.look.day(first), last=panel.look.day(last)
        )
        room = panel.x_points(last.toordinal()) - panel.x_points(first.toordinal())
        if max(panel.look.width(line, 11) for line in words.splitlines()) > room:
            continue
        panel.word(
            words,
            (panel.x_points(middle(first, last)), panel.y_points(7.4)),
            size=11,
            ha="center",
        )


def _name_moments(panel: Panel, moments: Sequence[MomentDots]) -> None:
    """Name the marks in one line at the right of the title."""
    look, at = panel.look, panel.box.width + 110 * panel.look.scale
    height = panel.box.height + 16 * look.scale
    for one in reversed(moments):
        at -= look.width(one.words, 11)
        panel.word(one.words, (at, height), size=11, colour="text_muted")
        at -= 9 * look.scale
        panel.swatch((at, height), "chart_line", marker=one.marker, size=5, filled=False)
        at -= 12 * look.scale


def gaps(days: Sequence[PainDay]) -> list[tuple[dt.date, dt.date]]:
    """Return first and last day of each stretch without a rating, between ratings only."""
    rated = [(place, day.day) for place, day in enumerate(days) if day.score is not None]
    one = dt.timedelta(days=1)
    # By their places: where a point is a week, the days between two of them are no gap.
    return [
        (before + one, after - one)
        for (place, before), (next_place, after) in itertools.pairwise(rated)
        if next_place - place > 1
    ]
