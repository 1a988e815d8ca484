"""Consistency: a cell a day, a column a week, filled where there was a workout.

A missed plan is a hollow cell, nothing more. Beyond a year and a half a cell is a week, and a row
a year, shaded by the number of workouts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from leglog.charts.calendar_cells import WEEKS_OF_YEAR, DayCells, week_of_year
from leglog.charts.one_panel import OnePanelChart
from leglog.charts.panel import Box, whole
from leglog.charts.room import CELLS_BOTTOM, CELLS_TOP
from leglog.training.periods import week_start

if TYPE_CHECKING:
    from leglog.charts.look import ChartLook
    from leglog.charts.values import Calendar, CalendarDay

LEFT, RIGHT = 58, 24
LARGEST_CELL = 44
TALLEST_WEEK = 36
FULL_WEEK = 3
"""Workouts from which a week's cell is fully shaded."""

Cells = list[tuple[float, float, float, float]]


class CalendarChart(OnePanelChart):
    """A cell a day, or a week where there are many."""

    def draw(self, data: Calendar, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``."""
        scale = look.scale
        inner = (box or whole(self._figure)).inside(
            LEFT * scale, RIGHT * scale, CELLS_TOP * scale, CELLS_BOTTOM * scale
        )
        cells = DayCells(data.days[0].day, data.days[-1].day, data.week_starts_on)
        if cells.are_days:
            self._draw_days(data, look, inner, cells)
        else:
            self._draw_years(data, look, inner)
        height = self.panel.box.height
        self.panel.heading(data.title, data.subtitle, (-50 * scale, height + 42 * scale))

    def _draw_days(self, data: Calendar, look: ChartLook, inner: Box, cells: DayCells) -> None:
        panel, scale = self.panel, look.scale
        cell = min(inner.width / cells.columns, inner.height / cells.rows, LARGEST_CELL * scale)
        width, height = cell * cells.columns, cell * cells.rows
        place = Box(inner.left, inner.bottom + inner.height - height, width, height)
        panel.begin(place, look, (0, cells.columns), (cells.rows, 0))
        found: dict[str, Cells] = defaultdict(list)
        for one in data.days:
            found[_kind(one)].append(_inside(*cells.corner(one.day)))
        panel.boxes(found["free"], "chart_grid", edge="", label="free")
        panel.boxes(found["missed"], "surface", edge="chart_axis", label="missed")
        panel.boxes(found["trained"], "e1rm", edge="", label="trained")
        for band in range(cells.bands):
            for row, name in enumerate(data.weekdays, start=1):
                middle = panel.y_points(cells.top(band) + row - 0.5)
                panel.word(name, (-8 * scale, middle), size=11, ha="right")
        self._name_months(data, cells)
        self._legend(data)

    def _name_months(self, data: Calendar, cells: DayCells) -> None:
        """Write each month above the week that holds its first day, where there is room."""
        panel, look = self.panel, self.panel.look
        taken = (-1.0, 0.0)
        for day in (one.day for one in data.days if one.day.day == 1):
            column, row = cells.corner(day)
            top = row - (day - week_start(day, data.week_starts_on)).days
            at = panel.x_points(column)
            if top == taken[0] and at < taken[1]:
                continue
            words = look.month(day)
            if day.month == 1:
                words = f"{words} {day.year}"
            height = panel.y_points(top) + 5 * look.scale
            panel.word(words, (at, height), size=11, va="bottom")
            taken = top, at + look.width(words, 11) + 6 * look.scale

    def _draw_years(self, data: Calendar, look: ChartLook, inner: Box) -> None:
        panel, scale = self.panel, look.scale
        years = sorted({one.day.year for one in data.days})
        tall = min(inner.height / len(years), TALLEST_WEEK * scale)
        wide = min(inner.width / WEEKS_OF_YEAR, tall)
        height = tall * len(years)
        place = Box(inner.left, inner.bottom + inner.height - height, wide * WEEKS_OF_YEAR, height)
        panel.begin(place, look, (0, WEEKS_OF_YEAR), (len(years), 0))
        counts: dict[tuple[int, int], int] = defaultdict(int)
        for one in data.days:
            counts[one.day.year, week_of_year(one.day)] += one.workouts
        shades: dict[int, Cells] = defaultdict(list)
        for (year, week), count in counts.items():
            shades[min(count, FULL_WEEK)].append(_inside(week, years.index(year)))
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


def _inside(x: float, y: float) -> tuple[float, float, float, float]:
    """Return a cell with a little room to its neighbours."""
    return x + 0.1, x + 0.9, y + 0.1, y + 0.9


def _kind(one: CalendarDay) -> str:
    if one.workouts:
        return "trained"
    return "missed" if one.planned else "free"
