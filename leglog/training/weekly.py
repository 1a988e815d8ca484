"""Days gathered into the weekly series that are compared with each other."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from leglog.training.periods import week_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MEAN_NEEDS = 4
"""Days with a value that a week's mean needs; product rule."""

_WEEK = dt.timedelta(weeks=1)


def weekly_means(values: Mapping[dt.date, float]) -> dict[dt.date, float]:
    """Return the mean of every ISO week with at least four values, by its Monday."""
    weeks: dict[dt.date, list[float]] = defaultdict(list)
    for day, value in values.items():
        weeks[week_start(day)].append(value)
    return {
        week: sum(found) / len(found)
        for week, found in sorted(weeks.items())
        if len(found) >= MEAN_NEEDS
    }


def weekly_sums(
    amounts: Iterable[tuple[dt.date, float]], first: dt.date, last: dt.date
) -> dict[dt.date, float]:
    """Return the sum of every ISO week from the one of ``first`` to that of ``last``, by Monday.

    A week without training is a zero here: nothing was done, which is known.
    """
    sums: dict[dt.date, float] = {}
    week = week_start(first)
    while week <= last:
        sums[week] = 0.0
        week += _WEEK
    for day, amount in amounts:
        if (monday := week_start(day)) in sums:
            sums[monday] += amount
    return sums
