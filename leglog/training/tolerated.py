"""The load that the back has taken well lately: shown beside what a set is prefilled with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.training.back_response import BackResponse
    from leglog.training.progression import WorkSet


TOLERATED_FOR = dt.timedelta(weeks=8)
"""How far back a load counts as tolerated; product rule."""


@dataclass(frozen=True, slots=True)
class Tolerated:
    """The heaviest load in grams, or the longest hold in seconds, with its day."""

    day: dt.date
    load_g: int | None = None
    duration_s: int | None = None


def tolerated(
    visits: Iterable[tuple[dt.date, BackResponse | None, Sequence[WorkSet]]], *, is_hold: bool
) -> Tolerated | None:
    """Return the heaviest load, or the longest hold, that was followed by a green morning.

    ``visits`` are the workouts of the last 8 weeks with their response; one whose next morning is
    not rated is provisional and does not count. Of equal ones the newest is named. Product rule.
    """
    best: Tolerated | None = None
    for day, answer, sets in visits:
        if answer is None or answer.provisional or answer.colour is not Response.GREEN:
            continue
        values = [one.duration_s if is_hold else one.load_g for one in sets]
        most = max((value for value in values if value), default=None)
        if most is not None and (best is None or most >= _value(best)):
            best = Tolerated(day, None if is_hold else most, most if is_hold else None)
    return best


def _value(found: Tolerated) -> int:
    return found.load_g or found.duration_s or 0
