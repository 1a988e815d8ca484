"""Where the days and weeks of a calendar stand; needs no matplotlib.

A column is a week. Half a year and more is broken into two bands, so that the cells are large
enough to be read; beyond a year and a half a cell is a week, and a row a year.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.periods import week_start

if TYPE_CHECKING:
    import datetime as dt

MOST_DAY_WEEKS = 80
MOST_BAND_WEEKS = 30
WEEKS_OF_YEAR = 53
BETWEEN_BANDS = 1.5
"""Rows left free above a lower band for the names of its months."""


@dataclass(frozen=True, slots=True)
class DayCells:
    """The cells of the days from ``first_day`` to ``last_day``."""

    first_day: dt.date
    last_day: dt.date
    starts_on: int
    """Weekday on which a week begins, 1 for Monday."""

    @property
    def weeks(self) -> int:
        """How many weeks the days touch."""
        return self._week_of(self.last_day) + 1

    @property
    def are_days(self) -> bool:
        """Whether a cell is a day, not a week."""
        return self.weeks <= MOST_DAY_WEEKS

    @property
    def bands(self) -> int:
        """How many bands there are, one below the other."""
        return 1 if self.weeks <= MOST_BAND_WEEKS else 2

    @property
    def columns(self) -> int:
        """How many weeks a band holds."""
        return math.ceil(self.weeks / self.bands)

    @property
    def rows(self) -> float:
        """How many rows all bands take, those between them included."""
        return self.top(self.bands - 1) + 7

    def top(self, band: int) -> float:
        """Return the row on which a band begins."""
        return band * (7 + BETWEEN_BANDS)

    def corner(self, day: dt.date) -> tuple[float, float]:
        """Return column and row of a day."""
        band, column = divmod(self._week_of(day), self.columns)
        row = (day - week_start(day, self.starts_on)).days
        return float(column), self.top(band) + row

    def _week_of(self, day: dt.date) -> int:
        first = week_start(self.first_day, self.starts_on)
        return (week_start(day, self.starts_on) - first).days // 7


def week_of_year(day: dt.date) -> int:
    """Return which cell of its year's row a day belongs to; the last takes what is left over."""
    return min((day.timetuple().tm_yday - 1) // 7, WEEKS_OF_YEAR - 1)
