"""How high a chart has to be before its parts run into each other; needs no matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.calendar_cells import DayCells
from leglog.charts.values import ByExercise, Calendar, LagView, TimePanels

if TYPE_CHECKING:
    from leglog.charts.values import Figured

TOP, BOTTOM, BETWEEN = 30, 26, 46
"""Pixels above, below and between the panels over one time axis, as the design has them."""
VOLUME_SHARE, PAIN_SHARE, LINE_SHARE = 47, 35, 18
"""How the panels share the height."""
LEAST_OF_SHARE = 1.8
"""Pixels for each part of a share: below that the words of the pain bands would touch."""
LEAST_PANEL = 48
ROWS_TOP, ROWS_BOTTOM, LEAST_ROW = 84, 40, 18
"""Pixels above, below and of each row of the chart of exercises."""
CELLS_TOP, CELLS_BOTTOM, LEAST_CELL = 64, 26, 15
"""The same of the calendar."""
LEAST_LAG = 340
"""Here rings of a point of pain each stand one above the other."""
LEAST_OTHER = 240


def shares(data: TimePanels) -> list[float]:
    """Return the parts of the height that the panels take, from the top."""
    return [
        *([VOLUME_SHARE] if data.volume is not None else []),
        *([PAIN_SHARE] if data.pain is not None else []),
        *(LINE_SHARE * panel.share for panel in data.lines),
    ]


def least_height(data: Figured) -> float:
    """Return the least height of a chart in pixels at 100 %."""
    if isinstance(data, TimePanels):
        parts = shares(data)
        panels = max(LEAST_OF_SHARE * sum(parts), LEAST_PANEL * len(parts))
        return TOP + BOTTOM + BETWEEN * (len(parts) - 1) + panels
    if isinstance(data, ByExercise):
        return ROWS_TOP + ROWS_BOTTOM + LEAST_ROW * len(data.rows)
    if isinstance(data, Calendar):
        cells = DayCells(data.days[0].day, data.days[-1].day, data.week_starts_on)
        years = data.days[-1].day.year - data.days[0].day.year + 1
        rows = cells.rows if cells.are_days else years
        return CELLS_TOP + CELLS_BOTTOM + LEAST_CELL * rows
    return LEAST_LAG if isinstance(data, LagView) else LEAST_OTHER
