"""Days gathered into weeks and months, and the ranges that charts show."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)


class Grouping(StrEnum):
    """The length of a chart's buckets."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Range(StrEnum):
    """How far back a chart reaches."""

    MONTH_1 = "1M"
    MONTHS_3 = "3M"
    MONTHS_6 = "6M"
    YEAR_1 = "1Y"
    ALL = "All"


_MONTHS_BACK = {Range.MONTH_1: 1, Range.MONTHS_3: 3, Range.MONTHS_6: 6, Range.YEAR_1: 12}


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[dt.date]:
        return map(dt.date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def up_to(self, day: dt.date) -> DaySpan:
        """Return the same days without those after ``day``; the first one stays."""
        return DaySpan(self.first, max(self.first, min(self.last, day)))


def week_start(day: dt.date, week_starts_on: int = 1) -> dt.date:
    """Return the first day of the week; ``week_starts_on`` is an ISO weekday, Monday being 1."""
    return day - dt.timedelta(days=(day.isoweekday() - week_starts_on) % 7)


def bucket_start(day: dt.date, grouping: Grouping, week_starts_on: int = 1) -> dt.date:
    """Return the first day of the day, week or month that ``day`` belongs to."""
    match grouping:
        case Grouping.DAY:
            return day
        case Grouping.WEEK:
            return week_start(day, week_starts_on)
        case Grouping.MONTH:
            return day.replace(day=1)


def bucket_span(day: dt.date, grouping: Grouping, week_starts_on: int = 1) -> DaySpan:
    """Return all days of the day, week or month that ``day`` belongs to."""
    first = bucket_start(day, grouping, week_starts_on)
    return DaySpan(first, _next_bucket(first, grouping) - _DAY)


def bucket_starts(span: DaySpan, grouping: Grouping, week_starts_on: int = 1) -> list[dt.date]:
    """Return the first day of every bucket that touches the span, also of those without data."""
    starts = []
    start = bucket_start(span.first, grouping, week_starts_on)
    while start <= span.last:
        starts.append(start)
        start = _next_bucket(start, grouping)
    return starts


def range_span(
    reach: Range, today: dt.date, first_day: dt.date | None, week_starts_on: int = 1
) -> DaySpan | None:
    """Return the days that a range shows: whole weeks, the running week included.

    'All' begins with ``first_day``, the earliest day in the log, and shows nothing for an empty
    log. The others begin as many calendar months ago, whether there are data or not. Both ends snap
    outwards to whole weeks. Product rule.
    """
    if reach is Range.ALL:
        if first_day is None:
            return None
        # A log may hold days after today, from another time zone.
        first, last = min(first_day, today), today
    else:
        first, last = months_before(today, _MONTHS_BACK[reach]) + _DAY, today
    return whole_weeks(DaySpan(first, last), week_starts_on)


def whole_weeks(span: DaySpan, week_starts_on: int = 1) -> DaySpan:
    """Return the span with both ends moved outwards to whole weeks."""
    last_start = week_start(span.last, week_starts_on)
    return DaySpan(week_start(span.first, week_starts_on), last_start + _WEEK - _DAY)


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month, ``months`` earlier, or that month's last day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


def _next_bucket(start: dt.date, grouping: Grouping) -> dt.date:
    match grouping:
        case Grouping.DAY:
            return start + _DAY
        case Grouping.WEEK:
            return start + _WEEK
        case Grouping.MONTH:
            return (start + dt.timedelta(days=31)).replace(day=1)
