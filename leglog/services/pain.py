"""Rating the back, and reading the ratings."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from leglog.errors import InvalidValue, NotFound
from leglog.i18n import _
from leglog.models.base import UtcInstant
from leglog.models.keeping import Preference
from leglog.models.pain import PainRating
from leglog.models.preferences import SKIPPED_MORNINGS, days_from
from leglog.models.workout import Workout
from leglog.services.preferences import read_preferences, store_preference
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.mornings import is_recalled
from leglog.training.vocabulary import LegSign, Moment, PainRegion, PainSide

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WORKOUT_MOMENTS = (Moment.BEFORE, Moment.DURING, Moment.AFTER)
OFFER_AFTER_FOR = dt.timedelta(hours=3)
NOON = 12
USUAL_DAYS = 28
USUAL_NEEDS = 7
_SKIPPED_KEPT = 7


@dataclass(frozen=True, slots=True)
class PainDetails:
    """What may be said beside the number; None and empty mean that it was not said."""

    region: PainRegion | None = None
    side: PainSide | None = None
    leg_sign: LegSign | None = None
    triggers: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PainRatingView:
    """One rating of the back; ``score`` is 0 to 10."""

    id: int
    day: dt.date
    moment: Moment
    score: int
    recorded_at: dt.datetime
    recalled: bool
    """Answered from memory, more than 24 hours later."""
    workout_id: int | None
    details: PainDetails


@dataclass(frozen=True, slots=True)
class WorkoutRatings:
    """The back around one workout; None where it was not rated."""

    before: PainRatingView | None = None
    during: PainRatingView | None = None
    after: PainRatingView | None = None
    next_morning: PainRatingView | None = None


def rate_pain(
    log: TrainingLog,
    score: int,
    moment: Moment,
    day: dt.date,
    workout_id: int | None = None,
    *,
    details: PainDetails | None = None,
    now: dt.datetime | None = None,
) -> int:
    """Rate the back for ``day`` and return the rating's id.

    A morning has one rating, and so has each moment of a workout: rating it again replaces the
    number, and the details where they are given. Of any other kind there may be several a day.
    A rating is marked as recalled when it is recorded more than 24 hours after it was true: a
    morning's from the hour at which the day starts, a workout's from its end, any other from the
    end of its day. ``now`` is an aware local time. Raises InvalidValue for a number outside of
    0 to 10 and for a day to come, NotFound for a workout that is gone.
    """
    now = now or dt.datetime.now().astimezone()
    _check(score, day, now)
    with log.action(Action.RATE_PAIN) as session:
        workout = _workout(session, workout_id) if moment in WORKOUT_MOMENTS else None
        rating = _standing_rating(session, moment, day, workout)
        if rating is None:
            rating = PainRating(moment=moment, workout_id=workout.id if workout else None)
            session.add(rating)
        rating.score = score
        rating.date = day
        rating.recorded_at = now
        rating.utc_offset_min = round((now.utcoffset() or dt.timedelta()).total_seconds() / 60)
        rating.recalled = is_recalled(now, _true_at(session, moment, day, workout, now))
        if details is not None:
            _set_details(rating, details)
        session.flush()
        return rating.id


def correct_rating(
    log: TrainingLog, rating_id: int, score: int, details: PainDetails | None = None
) -> None:
    """Give one rating another number and, where they are given, other details.

    When it was recorded and whether from memory stays. Raises InvalidValue and NotFound.
    """
    _check_score(score)
    with log.action(Action.CORRECT_PAIN_RATING) as session:
        found = get_row(session, PainRating, rating_id)
        found.score = score
        if details is not None:
            _set_details(found, details)


def remove_rating(log: TrainingLog, rating_id: int) -> None:
    """Take a rating away: its day is then a gap, not a zero; raises NotFound."""
    with log.action(Action.REMOVE_PAIN_RATING) as session:
        rating = get_row(session, PainRating, rating_id)
        session.delete(rating)


def skip_morning(log: TrainingLog, day: dt.date) -> None:
    """Leave the morning of ``day`` unrated and do not ask for it again."""
    with log.action(Action.SKIP_MORNING) as session:
        skipped = sorted({*_skipped_mornings(session), day})[-_SKIPPED_KEPT:]
        text = json.dumps([skipped_day.isoformat() for skipped_day in skipped])
        store_preference(session, SKIPPED_MORNINGS, text, default="[]")


def rating(log: TrainingLog, rating_id: int) -> PainRatingView:
    """Return one rating; raises NotFound."""
    found = _views(log, select(PainRating).where(PainRating.id == rating_id))
    if not found:
        raise NotFound(_("That rating is no longer there."))
    return found[0]


def ratings_between(log: TrainingLog, first: dt.date, last: dt.date) -> tuple[PainRatingView, ...]:
    """Return the ratings from ``first`` to ``last``, by day, then in the order of recording."""
    return _views(
        log,
        select(PainRating)
        .where(PainRating.date.between(first, last))
        .order_by(PainRating.date, PainRating.recorded_at, PainRating.id),
    )


def ratings_of_workout(log: TrainingLog, workout_id: int) -> WorkoutRatings:
    """Return the ratings around a workout, the next morning's included; raises NotFound."""
    with log.reading() as session:
        day = session.scalar(select(Workout.date).where(Workout.id == workout_id))
    if day is None:
        raise NotFound(_("That workout is no longer there."))
    next_morning = (PainRating.moment == Moment.MORNING) & (
        PainRating.date == day + dt.timedelta(days=1)
    )
    found = {
        view.moment: view
        for view in _views(
            log, select(PainRating).where((PainRating.workout_id == workout_id) | next_morning)
        )
    }
    return WorkoutRatings(
        before=found.get(Moment.BEFORE),
        during=found.get(Moment.DURING),
        after=found.get(Moment.AFTER),
        next_morning=found.get(Moment.MORNING),
    )


def rating_at(
    log: TrainingLog, moment: Moment, day: dt.date, workout_id: int | None = None
) -> PainRatingView | None:
    """Return the rating that rating this moment would replace, or None."""
    with log.reading() as session:
        workout = session.get(Workout, workout_id) if workout_id is not None else None
        found = _standing_rating(session, moment, day, workout)
        return None if found is None else _view(found)


def usual_score(log: TrainingLog, day: dt.date) -> float | None:
    """Return the mean of the 28 days before ``day``, None with fewer than 7 ratings."""
    first = day - dt.timedelta(days=USUAL_DAYS)
    scores = [view.score for view in ratings_between(log, first, day - dt.timedelta(days=1))]
    return sum(scores) / len(scores) if len(scores) >= USUAL_NEEDS else None


def workout_of_day(log: TrainingLog, day: dt.date) -> int | None:
    """Return the newest workout of ``day``, which ratings around training belong to."""
    with log.reading() as session:
        return session.scalar(
            select(Workout.id).where(Workout.date == day).order_by(Workout.id.desc()).limit(1)
        )


def moment_to_offer(log: TrainingLog, day: dt.date, now: dt.datetime) -> Moment:
    """Return the moment that a rating is most likely for.

    After training up to three hours after a workout began or ended; otherwise the morning until
    noon; otherwise any time. Product rule.
    """
    with log.reading() as session:
        trained_at = session.scalars(
            select(func.coalesce(Workout.ended_at, Workout.started_at, type_=UtcInstant))
            .where(Workout.date == day)
            .where(Workout.started_at.is_not(None) | Workout.ended_at.is_not(None))
        ).all()
    if any(dt.timedelta() <= now - at <= OFFER_AFTER_FOR for at in trained_at):
        return Moment.AFTER
    return Moment.MORNING if now.hour < NOON else Moment.ANY


def _check_score(score: int) -> None:
    if not 0 <= score <= 10:
        raise InvalidValue(_("A rating is a whole number from 0 to 10."))


def _check(score: int, day: dt.date, now: dt.datetime) -> None:
    _check_score(score)
    if day > now.date():
        raise InvalidValue(_("That day has not come yet."))


def _workout(session: Session, workout_id: int | None) -> Workout | None:
    return None if workout_id is None else get_row(session, Workout, workout_id)


def _standing_rating(
    session: Session, moment: Moment, day: dt.date, workout: Workout | None
) -> PainRating | None:
    """Return the rating that a new one replaces."""
    query = select(PainRating).where(PainRating.moment == moment)
    if moment is Moment.MORNING:
        return session.scalar(query.where(PainRating.date == day))
    if workout is not None:
        return session.scalar(query.where(PainRating.workout_id == workout.id))
    return None


def _true_at(
    session: Session, moment: Moment, day: dt.date, workout: Workout | None, now: dt.datetime
) -> dt.datetime:
    if workout is not None and workout.ended_at is not None:
        return workout.ended_at
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=now.tzinfo)
    if moment is Moment.MORNING:
        return midnight + dt.timedelta(hours=read_preferences(session).day_starts_at_h)
    return midnight + dt.timedelta(days=1)


def _set_details(rating: PainRating, details: PainDetails) -> None:
    rating.region = details.region
    rating.side = details.side
    rating.leg_sign = details.leg_sign
    rating.triggers = details.triggers
    rating.note = details.note.strip()


def _skipped_mornings(session: Session) -> list[dt.date]:
    text = session.scalar(select(Preference.value).where(Preference.key == SKIPPED_MORNINGS))
    return days_from(text)


def _views(log: TrainingLog, query: Select[PainRating]) -> tuple[PainRatingView, ...]:
    with log.reading() as session:
        return tuple(_view(row) for row in session.scalars(query))


def _view(row: PainRating) -> PainRatingView:
    return PainRatingView(
        id=row.id,
        day=row.date,
        moment=row.moment,
        score=row.score,
        recorded_at=row.recorded_at,
        recalled=row.recalled,
        workout_id=row.workout_id,
        details=PainDetails(
            region=row.region,
            side=row.side,
            leg_sign=row.leg_sign,
            triggers=row.triggers,
            note=row.note,
        ),
    )
