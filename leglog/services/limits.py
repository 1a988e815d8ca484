"""How small and how large the numbers of a set may be, planned and done alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.training.units import (
    MAX_ACTIVITY_S,
    MAX_HOLD_S,
    MAX_LOAD_G,
    MAX_REPS,
    MAX_RPE_HALVES,
    MIN_RPE_HALVES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

FARTHEST_M = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """The smallest and the largest number, and what is said of all others."""

    low: int
    high: int
    sentence: str


def reps() -> Limit:
    """Return the limit of repetitions; 0 is a failed set."""
    return Limit(0, MAX_REPS, _("Reps must be between 0 and 1000."))


def load() -> Limit:
    """Return the limit of a load in grams."""
    return Limit(1, MAX_LOAD_G, _("Weight must be above 0 and at most 1000 kg."))


def rpe() -> Limit:
    """Return the limit of an effort in halves."""
    return Limit(MIN_RPE_HALVES, MAX_RPE_HALVES, _("RPE must be between 1 and 10, in halves."))


def planned_time() -> Limit:
    """Return the limit of a planned hold in seconds."""
    return Limit(0, MAX_HOLD_S, _("Time must be between 0 and 7200 s."))


def time_done() -> Limit:
    """Return the limit of what was done, a long walk too, in seconds."""
    return Limit(0, MAX_ACTIVITY_S, _("Time must be between 0 and 24 hours."))


def distance() -> Limit:
    """Return the limit of a distance in metres."""
    return Limit(0, FARTHEST_M, _("Distance must be between 0 and 1000 km."))


def hold(values: Iterable[tuple[int | None, Limit]]) -> None:
    """Raise InvalidValue for the first value outside of its limit; None is always inside."""
    for value, limit in values:
        if value is not None and not limit.low <= value <= limit.high:
            raise InvalidValue(limit.sentence)
