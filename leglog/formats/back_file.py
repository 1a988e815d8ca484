"""What a file says of the back and of single days, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from leglog.training.vocabulary import LegSign, Moment, PainRegion, PainSide, Unit


@dataclass(frozen=True, slots=True)
class FileRating:
    """A back rating 0–10; None is what the file leaves empty."""

    row: int
    date: dt.date
    moment: Moment
    score: int
    recorded_at: dt.datetime | None = None
    """An instant with its zone; None where the file has only the day."""
    utc_offset_min: int | None = None
    region: PainRegion | None = None
    side: PainSide | None = None
    leg_sign: LegSign | None = None
    triggers: tuple[str, ...] = ()
    recalled: bool = False
    note: str = ""
    workout_key: str | None = None
    uuid: str | None = None


@dataclass(frozen=True, slots=True)
class FileCheckIn:
    """A day; minutes, grams and scores 0–10, None where nothing is said."""

    row: int
    date: dt.date
    sitting_min: int | None = None
    steps: int | None = None
    sleep_min: int | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    fatigue: int | None = None
    body_weight_g: int | None = None
    body_weight_unit: Unit | None = None
    note: str = ""
