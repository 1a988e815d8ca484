"""Writes ratings and days that a file holds, without touching what is here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from leglog.models.base import new_uuid
from leglog.models.pain import CheckIn, PainRating
from leglog.models.workout import Workout
from leglog.training.vocabulary import Moment, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from leglog.formats.back_file import FileCheckIn, FileRating

FIELDS = (
    "sitting_min",
    "steps",
    "sleep_min",
    "sleep_quality",
    "stress",
    "fatigue",
    "body_weight_g",
)
_ONCE_A_WORKOUT = (Moment.BEFORE, Moment.DURING, Moment.AFTER)


def new_ratings(session: Session, ratings: Iterable[FileRating]) -> tuple[FileRating, ...]:
    """Return the ratings of a file that are not here: there is one a morning."""
    query = select(PainRating.uuid, PainRating.date, PainRating.moment, PainRating.score)
    here = session.execute(query).all()
    known: set[object] = {row.uuid for row in here}
    known |= {(row.date, Moment.MORNING) for row in here if row.moment is Moment.MORNING}
    known |= {(row.date, row.moment, row.score) for row in here}
    found = []
    for rating in ratings:
        morning = (rating.date, Moment.MORNING) if rating.moment is Moment.MORNING else None
        names = {rating.uuid, morning or (rating.date, rating.moment, rating.score)} - {None}
        if not known & names:
            found.append(rating)
            # A file may hold several alike at other times of a day; only mornings are single.
            known |= {rating.uuid, morning} - {None}
    return tuple(found)


def new_check_ins(session: Session, days: Iterable[FileCheckIn]) -> tuple[FileCheckIn, ...]:
    """Return the days of a file that say something which is empty here."""
    here = {day.date: day for day in session.scalars(select(CheckIn))}
    return tuple(day for day in days if day.date not in here or _missing(here[day.date], day))


def write_ratings(
    session: Session,
    ratings: Iterable[FileRating],
    workout_ids: Mapping[str, int],
    now: dt.datetime,
) -> list[str]:
    """Write ratings, each at its workout where that is known; return their UUIDs."""
    workouts = session.execute(select(Workout.uuid, Workout.id))
    by_uuid = {own: workout_id for own, workout_id in workouts}  # noqa: C416  rows are typed
    at_workouts = session.execute(select(PainRating.workout_id, PainRating.moment))
    rated = {(workout_id, moment) for workout_id, moment in at_workouts}
    rows: list[dict[str, Any]] = []
    for rating in ratings:
        key = rating.workout_key or ""
        workout_id = workout_ids.get(f"leglog:{key}") or workout_ids.get(key) or by_uuid.get(key)
        if rating.moment not in _ONCE_A_WORKOUT or (workout_id, rating.moment) in rated:
            workout_id = None
        rated.add((workout_id, rating.moment))
        rows.append(_rating_row(rating, workout_id) | {"changed_at": now})
    if rows:
        session.execute(insert(PainRating), rows)
    return [row["uuid"] for row in rows]


def write_check_ins(session: Session, days: Iterable[FileCheckIn], now: dt.datetime) -> list[str]:
    """Write days; where one is here already only what is empty is filled. Return new UUIDs."""
    here = {day.date: day for day in session.scalars(select(CheckIn))}
    added = []
    for day in days:
        row = here.get(day.date)
        if row is None:
            row = here[day.date] = CheckIn(date=day.date, uuid=new_uuid(), changed_at=now)
            session.add(row)
            added.append(row.uuid)
        row.changed_at = now
        for name in _missing(row, day):
            setattr(row, name, getattr(day, name))
            if name == "body_weight_g":
                row.body_weight_unit = day.body_weight_unit or Unit.KG
    session.flush()
    return added


def _missing(here: CheckIn, day: FileCheckIn) -> list[str]:
    fields = [
        name for name in FIELDS if getattr(here, name) is None and getattr(day, name) is not None
    ]
    return [*fields, "note"] if day.note and not here.note else fields


def _rating_row(rating: FileRating, workout_id: int | None) -> dict[str, Any]:
    noon = dt.datetime.combine(rating.date, dt.time(12)).astimezone()
    at = rating.recorded_at or noon
    offset = at.utcoffset() if rating.utc_offset_min is None else None
    return {
        "uuid": rating.uuid or new_uuid(),
        "date": rating.date,
        "moment": rating.moment,
        "recorded_at": at,
        "utc_offset_min": rating.utc_offset_min
        if offset is None
        else round(offset.total_seconds() / 60),
        "score": rating.score,
        "region": rating.region,
        "side": rating.side,
        "leg_sign": rating.leg_sign,
        "triggers": rating.triggers,
        "workout_id": workout_id,
        "recalled": rating.recalled,
        "note": rating.note,
    }
