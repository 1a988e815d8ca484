"""Daily tasks and questions of the made-up year, every two weeks and sometimes skipped."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.models.pain import DailyTask, PegRating, TaskRating
from leglog.services.demo_story import FLARE_DAYS, SEED, WEEKS, score

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FORTNIGHT = dt.timedelta(weeks=2)


def task_texts() -> tuple[str, ...]:
    """Return what the person wants to be able to do again."""
    return (
        _("Carry the shopping home"),
        _("Sit through a film"),
        _("Play on the floor with the kids"),
    )


def add_daily_life(session: Session, first_day: dt.date) -> None:
    """Add three tasks and, every other week, how easy they were and how the week had been."""
    # Its own chance, so that the rest of the year stays as it is told.
    chance = random.Random(SEED)
    tasks = [DailyTask(text=text, position=place) for place, text in enumerate(task_texts())]
    session.add_all(tasks)
    session.flush()
    day, end = first_day, first_day + dt.timedelta(weeks=WEEKS)
    while day < end:
        number = (day - first_day).days
        settled = number / (7 * WEEKS) - (0.4 if number in FLARE_DAYS else 0.0)
        if chance.random() < 0.85:
            for place, task in enumerate(tasks):
                ease = score(3.5 + 4 * settled - 0.5 * place + chance.gauss(0, 0.7))
                session.add(TaskRating(daily_task_id=task.id, date=day, ease=ease))
            pain, enjoyment, activity = (
                score(5.5 - 3 * settled + chance.gauss(0, 0.6)) for _answer in range(3)
            )
            session.add(PegRating(date=day, pain=pain, enjoyment=enjoyment, activity=activity))
        day += _FORTNIGHT
