"""Back ratings: their bands, the word for each, the day's value and the 7-day mean.

Ratings are whole numbers from 0 to 10. A day without a rating has no value; it is never 0.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Band, LegSign, Moment

if TYPE_CHECKING:
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
"""The first of these that were rated give the day's value."""

_DAY = dt.timedelta(days=1)


class PainWord(StrEnum):
    """The word for a rating: 0, 1–2, 3–5, 6–10."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


def band(score: float) -> Band:
    """Return the band of a rating: low to 2, moderate to 5, high above (Thomeé 1997).

    Means fall between: the bands meet at 2.5 and 5.5.
    """
    if score < LOW_TO + 0.5:
        return Band.LOW
    return Band.MODERATE if score < MODERATE_TO + 0.5 else Band.HIGH


def pain_word(score: int) -> PainWord:
    """Return the word for a rating; only 0 is none."""
    return PainWord.NONE if score == 0 else PainWord(band(score).value)


def asks_to_get_checked(score: int, leg: LegSign | None) -> bool:
    """Say whether the list of warning signs is shown: 8 or more, with signs in a leg."""
    return score >= 8 and leg not in (None, LegSign.NONE)


def is_unusually_high(score: int, usual: float | None) -> bool:
    """Say whether the popover points to the help: 8 or more, or 3 above the usual mean."""
    return score >= 8 or (usual is not None and score - usual >= 3)


def day_value(ratings: Iterable[tuple[Moment, int]]) -> float | None:
    """Return the day's one value from its ratings, None for none.

    The morning's, because it is asked at the same time each day; else the mean of those before
    training and at any other time; else the mean of those during and after training, which are
    higher by nature. Product rule.
    """
    scores: dict[Moment, list[int]] = {}
    for moment, score in ratings:
        scores.setdefault(moment, []).append(score)
    for moments in ORDER_OF_MOMENTS:
        chosen = [score for moment in moments for score in scores.get(moment, ())]
        if chosen:
            return sum(chosen) / len(chosen)
    return None


def seven_day_mean(values: Mapping[dt.date, float], day: dt.date) -> float | None:
    """Return the mean of ``day`` and the six days before, None with fewer than 4 values."""
    window = [values[each] for n in range(MEAN_DAYS) if (each := day - n * _DAY) in values]
    return sum(window) / len(window) if len(window) >= MEAN_NEEDS else None


def seven_day_means(values: Mapping[dt.date, float], days: Iterable[dt.date]) -> list[float | None]:
    """Return the 7-day mean of every day asked for; None is a gap in the line."""
    return [seven_day_mean(values, day) for day in days]
