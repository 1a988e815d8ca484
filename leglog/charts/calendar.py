"""Consistency: a cell a day, a column a week, filled where there was a workout.

A missed plan is a hollow cell, nothing more. Beyond a year and a half a cell is a week, and a row
a year, shaded by the number of workouts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from leglog.charts.one_panel import OnePanelChart
from leglog.charts.panel import Box, whole
from leglog.training.periods import week_start

if TYPE_CHECKING:
    from leglog.charts.look import ChartLook
    from leglog.charts.values import Calendar, CalendarDay

LEFT, RIGHT, TOP, BOTTOM = 58, 24, 64, 26
MOST_DAY_WEEKS = 80
FULL_WEEK = 3
"""Workouts from which a week's cell is fully shaded."""


class CalendarChart(OnePanelChart):
    """A cell a day, or a week where there are many."""

    def draw(self, data: Calendar, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``."""
        scale = look.scale
        inner = (box or whole(self._figure)).inside(
            LEFT * scale, RIGHT * scale, TOP * scale, BOTTOM * scale
        )
        weeks = columns(data)
        if len(weeks) <= MOST_DAY_WEEKS:
            self._draw_days(data, look, inner, weeks)
        else:
            self._draw_years(data, look, inner)
        height = self.panel.box.height
        self.panel.heading(data.title, data.subtitle, (-50 * scale, height + 42 * scale))

    def _draw_days(self, data: Calendar, look: ChartLook, inner: Box, weeks: list[dt.date]) -> None:
        panel, scale = self.panel, look.scale
        cell = min(inner.width / max(len(weeks), 1), inner.height / 7, 30 * scale)
        place = Box(inner.left, inner.bottom + inner.height - 7 * cell, cell * len(weeks), 7 * cell)
        panel.begin(place, look, (0, len(weeks)), (7, 0))
        places = {week: float(number) for number, week in enumerate(weeks)}
        cells: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
        for one in data.days:
            week = week_start(one.day, data.week_starts_on)
            x, y = places[week], float((one.day - week).days)
            cells[_kind(one)].append((x + 0.1, x + 0.9, y + 0.1, y + 0.9))
        panel.boxes(cells["free"], "chart_grid", edge="", label="free")
        panel.boxes(cells["missed"], "surface", edge="chart_axis", label="missed")
        panel.boxes(cells["trained"], "e1rm", edge="", label="trained")
        for row, name in enumerate(data.weekdays):
            panel.word(name, (-8 * scale, panel.y_points(row + 0.5)), size=11, ha="right")
        self._name_months(weeks, cell)
        self._legend(data)

    def _name_months(self, weeks: list[dt.date], cell: float) -> None:
        look, free_from = self.panel.look, 0.0
        for number, week in enumerate(weeks):
            first = next(
                (day for n in range(7) if (day := week + dt.timedelta(days=n)).day == 1), None
            )
            if first is None:
                continue
            words = look.month(first)
            if first.month == 1:
                words = f"{words} {first.year}"
            at = number * cell
            if at >= free_from:
                self.panel.word(
                    words, (at, self.panel.box.height + 5 * look.scale), size=11, va="bottom"
                )
                free_from = at + look.width(words, 11) + 6 * look.scale

    def _draw_years(self, data: Calendar, look: ChartLook, inner: Box) -> None:
        panel, scale = self.panel, look.scale
        years = sorted({one.day.year for one in data.days})
        cell = min(inner.width / 53, inner.height / len(years), 30 * scale)
        height = cell * len(years)
        place = Box(inner.left, inner.bottom + inner.height - height, cell * 53, height)
        panel.begin(place, look, (0, 53), (len(years), 0))
        counts: dict[tuple[int, int], int] = defaultdict(int)
        for one in data.days:
            week = min((one.day.timetuple().tm_yday - 1) // 7, 52)
            counts[one.day.year, week] += one.workouts
        shades: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
        for (year, week), count in counts.items():
            x, y = float(week), float(years.index(year))
            shades[min(count, FULL_WEEK)].append((x + 0.1, x + 0.9, y + 0.1, y + 0.9))
        panel.boxes(shades[0], "chart_grid", edge="", label="free")
        for count in range(1, FULL_WEEK + 1):
            panel.boxes(
                shades[count], "e1rm", edge="", alpha=count / FULL_WEEK, zorder=2.1, label="trained"
            )
        for row, year in enumerate(years):
            panel.word(str(year), (-8 * scale, panel.y_points(row + 0.5)), size=11, ha="right")

    def _legend(self, data: Calendar) -> None:
        panel, scale = self.panel, self.panel.look.scale
        at, below = 0.0, -16 * scale
        for words, colour in ((data.trained_words, "e1rm"), (data.missed_words, "chart_axis")):
            panel.swatch((at + 5 * scale, below), colour, filled=colour == "e1rm")
            panel.word(words, (at + 16 * scale, below), size=11)
            at += panel.look.width(words, 11) + 40 * scale


def columns(data: Calendar) -> list[dt.date]:
    """Return the first days of the weeks, in order."""
    return sorted({week_start(one.day, data.week_starts_on) for one in data.days})


def _kind(one: CalendarDay) -> str:
    if one.workouts:
        return "trained"
    return "missed" if one.planned else "free"
