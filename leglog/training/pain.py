"""Back ratings: their bands, what makes the day's value, and the 7-day mean.

Ratings are whole numbers from 0 to 10. A day without a rating has no value; it is never 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.training.vocabulary import Band, LegSign, Moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

LOW_TO = 2
MODERATE_TO = 5

MEAN_DAYS = 7
MEAN_NEEDS = 4
"""Ratings among the 7 days without which the mean is a gap."""

ORDER_OF_MOMENTS = (
    (Moment.MORNING,),
    (Moment.BEFORE, Moment.ANY),
    (Moment.DURING, Moment.AFTER),
)
"""The mean of the first of these that were rated is the day's value.

The morning's, because it is asked at the same time each day; then before training and at any other
time; then during and after training, which are higher by nature. Product rule.
"""


def band(score: float) -> Band:
    """Return the band of a rating: low to 2, moderate to 5, high above (Thomeé 1997).

    Means fall between: the bands meet at 2.5 and 5.5.
    """
    if score < LOW_TO + 0.5:
        return Band.LOW
    return Band.MODERATE if score < MODERATE_TO + 0.5 else Band.HIGH


def asks_to_get_checked(score: int, leg: LegSign | None) -> bool:
    """Say whether the list of warning signs is shown: 8 or more, with signs in a leg."""
    return score >= 8 and leg not in (None, LegSign.NONE)


def is_unusually_high(score: int, usual: float | None) -> bool:
    """Say whether the popover points to the help: 8 or more, or 3 above the usual mean."""
    return score >= 8 or (usual is not None and score - usual >= 3)


def seven_day_means(values: Mapping[dt.date, float], days: Iterable[dt.date]) -> list[float | None]:
    """Return the mean of each day and the six before it.

    None with fewer than 4 values: a gap in the line.
    """
    # By whole numbers: to step back through dates takes four times as long.
    by_number = {day.toordinal(): value for day, value in values.items()}
    return [_mean_up_to(by_number, day.toordinal()) for day in days]


def _mean_up_to(values: Mapping[int, float], day: int) -> float | None:
    window = [values[each] for each in range(day, day - MEAN_DAYS, -1) if each in values]
    return sum(window) / len(window) if len(window) >= MEAN_NEEDS else None
