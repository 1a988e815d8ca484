"""The day in ten seconds: sitting, steps, sleep; every field may stay empty."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.pain import CheckIn
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    import datetime as dt

MINUTES_A_DAY = 1440
MOST_STEPS = 200_000


@dataclass(frozen=True, slots=True)
class CheckInValues:
    """What was said of a day; None is what was not said."""

    sitting_min: int | None = None
    steps: int | None = None
    sleep_min: int | None = None
    sleep_quality: int | None = None
    """0 very bad, 10 very good."""
    stress: int | None = None
    """0 none, 10 as much as can be."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return all(getattr(self, field.name) is None for field in fields(self))


def check_in(log: TrainingLog, day: dt.date, values: CheckInValues) -> None:
    """Keep what was said of ``day``; what is None now is taken away. Raises InvalidValue."""
    _check(values)
    with log.action(Action.CHECK_IN) as session:
        row = session.scalar(select(CheckIn).where(CheckIn.date == day))
        if row is None:
            if values.is_empty:
                return
            row = CheckIn(date=day)
            session.add(row)
        for field in fields(values):
            setattr(row, field.name, getattr(values, field.name))


def check_in_of(log: TrainingLog, day: dt.date) -> CheckInValues:
    """Return what was said of ``day``."""
    with log.reading() as session:
        row = session.scalar(select(CheckIn).where(CheckIn.date == day))
        if row is None:
            return CheckInValues()
        return CheckInValues(*(getattr(row, field.name) for field in fields(CheckInValues)))


def _check(values: CheckInValues) -> None:
    limits = (
        (values.sitting_min, MINUTES_A_DAY, _("A day has 24 hours.")),
        (values.sleep_min, MINUTES_A_DAY, _("A day has 24 hours.")),
        (values.steps, MOST_STEPS, _("Steps must be between 0 and 200,000.")),
        (values.sleep_quality, 10, _("A rating is a whole number from 0 to 10.")),
        (values.stress, 10, _("A rating is a whole number from 0 to 10.")),
    )
    for value, most, sentence in limits:
        if value is not None and not 0 <= value <= most:
            raise InvalidValue(sentence)
