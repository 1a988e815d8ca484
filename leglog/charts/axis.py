"""Where ticks stand: round numbers, and dates that do not crowd."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.charts.look import ChartLook

MOST_DATES = 14


def nice_ticks(highest: float, most: int = 5) -> list[float]:
    """Return round numbers from 0 to at least ``highest``, at most ``most`` steps."""
    if highest <= 0:
        return [0.0, 1.0]
    raw = highest / (most - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 4, 5, 10) if factor * power >= raw)
    count = math.ceil(highest / step - 1e-9)
    return [step * number for number in range(count + 1)]


SHORT_DAYS = 14
"""Shorter stretches may hold no Monday, or one alone."""


@dataclass(frozen=True, slots=True)
class DateTicks:
    """Days that carry a tick, and whether months or days are named."""

    days: tuple[dt.date, ...]
    names_days: bool

    @property
    def places(self) -> list[float]:
        """Places on an axis of day ordinals: the beginning of each day."""
        return [day.toordinal() - 0.5 for day in self.days]

    def words(self, look: ChartLook) -> list[str]:
        """Return what is written at each tick; the year stands where it begins."""
        if self.names_days:
            return [look.day(day) for day in self.days]
        return [
            f"{look.month(day)} {day.year}" if place == 0 or day.month == 1 else look.month(day)
            for place, day in enumerate(self.days)
        ]


def date_ticks(first: dt.date, last: dt.date) -> DateTicks:
    """Return a tick a day for a week, a week for a month, a month for a year, fewer for longer."""
    days = (last - first).days + 1
    if days < SHORT_DAYS:
        return DateTicks(
            tuple(first + dt.timedelta(days=number) for number in range(days)), names_days=True
        )
    if days <= 45:
        start = first + dt.timedelta(days=-first.weekday() % 7)
        count = (last - start).days // 7 + 1
        return DateTicks(
            tuple(start + dt.timedelta(weeks=number) for number in range(count)), names_days=True
        )
    months = math.ceil(days / 30.4)
    step = next(
        (step for step in (1, 2, 3, 6, 12) if months / step <= MOST_DATES),
        12 * math.ceil(months / 12 / MOST_DATES),
    )
    return DateTicks(tuple(_month_starts(first, last, step)), names_days=False)


def spread_apart(wanted: Sequence[float], least: float, height: float) -> list[float]:
    """Move rising places at least ``least`` apart, within 0 and ``height`` where they fit."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + least) if places else max(place, least / 2))
    ceiling = height - least / 2
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], ceiling)
        ceiling = places[number] - least
    return places


def _month_starts(first: dt.date, last: dt.date, step: int) -> list[dt.date]:
    number = first.year * 12 + first.month - 1
    if first.day > 1:
        number += 1
    number += -number % step
    starts = []
    while (day := dt.date(number // 12, number % 12 + 1, 1)) <= last:
        starts.append(day)
        number += step
    return starts


def round_ticks(low: float, high: float, most: int = 5, least: float = 0.0) -> list[float]:
    """Return round numbers that reach from below ``low`` to above ``high``, at least two.

    They stand at least ``least`` apart: 1 for what is counted.
    """
    if high <= low:
        low, high = low - 1, high + 1
    if low >= 0 and low <= (high - low) / 2:
        low = 0.0
    raw = max((high - low) / max(most - 1, 1), least)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.999)
    start = math.floor(low / step + 1e-9)
    end = math.ceil(high / step - 1e-9)
    return [round(step * number, 9) for number in range(start, max(end, start + 1) + 1)]
