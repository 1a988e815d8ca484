"""The back around workouts: before, worst during, after and the next morning."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.pain import PainRating
from leglog.training.back_response import BackResponse, response
from leglog.training.vocabulary import Moment, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BackScores:
    """The back around a workout; None where it was not rated."""

    before: int | None = None
    during: int | None = None
    after: int | None = None
    next_morning: int | None = None

    @property
    def response(self) -> Response | None:
        """How the back took it; None while that cannot be said, also before the next morning."""
        answer = self.so_far
        return answer.colour if answer and self.next_morning is not None else None

    @property
    def so_far(self) -> BackResponse | None:
        """How the back took it by what was rated until now; None while that cannot be said."""
        return response(self.before, self.during, self.after, self.next_morning)


def read_backs(session: Session, days: Mapping[int, dt.date]) -> dict[int, BackScores]:
    """Return the back around each workout, given with its day."""
    scores: dict[int, dict[Moment, int]] = defaultdict(dict)
    rows = session.execute(
        select(PainRating.workout_id, PainRating.moment, PainRating.score).where(
            PainRating.workout_id.in_(days)
        )
    )
    for workout_id, moment, score in rows:
        scores[workout_id or 0][moment] = score
    mornings = dict(
        session.execute(
            select(PainRating.date, PainRating.score).where(
                PainRating.moment == Moment.MORNING,
                PainRating.date.in_({day + _DAY for day in days.values()}),
            )
        ).all()
    )
    return {
        workout_id: BackScores(
            before=scores[workout_id].get(Moment.BEFORE),
            during=scores[workout_id].get(Moment.DURING),
            after=scores[workout_id].get(Moment.AFTER),
            next_morning=mornings.get(day + _DAY),
        )
        for workout_id, day in days.items()
    }
