"""Stretches of days that are marked: flare-ups, easy weeks, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, or_, select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.pain import Period
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import PeriodKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class MarkedDays:
    """Days from ``first`` to ``last``, both included; ``last`` is None while it goes on."""

    id: int
    kind: PeriodKind
    first: dt.date
    last: dt.date | None
    note: str

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def mark_days(
    log: TrainingLog,
    kind: PeriodKind,
    first: dt.date,
    last: dt.date | None,
    today: dt.date,
    note: str = "",
) -> int:
    """Mark the days from ``first`` to ``last``, or open-ended; return the id.

    Raises InvalidValue for days to come, an end before the start, and for a flare-up that runs
    into another one.
    """
    with log.action(Action.ADD_PERIOD) as session:
        _check(session, kind, first, last, today)
        period = Period(kind=kind, first_date=first, last_date=last, note=note.strip())
        session.add(period)
        session.flush()
        return period.id


def correct_marked_days(
    log: TrainingLog,
    period_id: int,
    first: dt.date,
    last: dt.date | None,
    today: dt.date,
    note: str = "",
) -> None:
    """Give marked days another start, end or note; raises as ``mark_days`` does, and NotFound."""
    with log.action(Action.CORRECT_PERIOD) as session:
        period = get_row(session, Period, period_id)
        _check(session, period.kind, first, last, today, besides=period_id)
        period.first_date, period.last_date, period.note = first, last, note.strip()


def end_marked_days(log: TrainingLog, period_id: int, last: dt.date) -> None:
    """Let marked days end with ``last``, or with their first day where that is later."""
    with log.action(Action.CORRECT_PERIOD) as session:
        period = get_row(session, Period, period_id)
        period.last_date = max(last, period.first_date)


def remove_marked_days(log: TrainingLog, period_id: int) -> None:
    """Take the mark away; workouts and ratings of these days stay. Raises NotFound."""
    with log.action(Action.REMOVE_PERIOD) as session:
        session.delete(get_row(session, Period, period_id))


def read_marked_days(
    session: Session, first: dt.date, last: dt.date, kind: PeriodKind | None = None
) -> tuple[MarkedDays, ...]:
    """Return what is marked and touches the days from ``first`` to ``last``, oldest first."""
    query: Select[Period] = select(Period).where(_touches(first, last))
    if kind is not None:
        query = query.where(Period.kind == kind)
    rows = session.scalars(query.order_by(Period.first_date, Period.id))
    return tuple(_view(row) for row in rows)


def all_marked_days(log: TrainingLog, kind: PeriodKind) -> tuple[MarkedDays, ...]:
    """Return all marked days of a kind, the newest first."""
    with log.reading() as session:
        rows = session.scalars(
            select(Period)
            .where(Period.kind == kind)
            .order_by(Period.first_date.desc(), Period.id.desc())
        )
        return tuple(_view(row) for row in rows)


def flare_on(log: TrainingLog, day: dt.date) -> MarkedDays | None:
    """Return the flare-up that ``day`` belongs to, or None."""
    with log.reading() as session:
        return read_flare_on(session, day)


def read_flare_on(session: Session, day: dt.date) -> MarkedDays | None:
    """Return the same inside of a reading that is under way."""
    return next(iter(read_marked_days(session, day, day, PeriodKind.FLARE)), None)


def _check(
    session: Session,
    kind: PeriodKind,
    first: dt.date,
    last: dt.date | None,
    today: dt.date,
    besides: int | None = None,
) -> None:
    if first > today or (last is not None and last > today):
        raise InvalidValue(_("That day has not come yet."))
    if last is not None and last < first:
        raise InvalidValue(_("The last day comes before the first one."))
    if kind is not PeriodKind.FLARE:
        return
    query = select(Period).where(Period.kind == kind, _touches(first, last))
    if any(row.id != besides for row in session.scalars(query)):
        raise InvalidValue(
            _("These days run into another flare-up."), _("Change the days of that one instead.")
        )


def _touches(first: dt.date, last: dt.date | None) -> ColumnElement[bool]:
    goes_on = or_(Period.last_date.is_(None), Period.last_date >= first)
    return goes_on if last is None else goes_on & (Period.first_date <= last)


def _view(row: Period) -> MarkedDays:
    return MarkedDays(row.id, row.kind, row.first_date, row.last_date, row.note)
