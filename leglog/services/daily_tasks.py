"""Own daily tasks rated for ease, and three questions on the last week, every two weeks.

After the idea of the Patient-Specific Functional Scale (Stratford 1995) and of the PEG (Krebs
2009), in the program's own words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.pain import DailyTask, PegRating, TaskRating
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.tasks import mean_score

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


MOST_TASKS = 5
LONGEST_TASK = 80


@dataclass(frozen=True, slots=True)
class Task:
    """Something of the person's own day."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The three questions on a day, 0 to 10 each, 10 the worst."""

    pain: int
    enjoyment: int
    activity: int

    @property
    def score(self) -> float:
        """Their mean."""
        return (self.pain + self.enjoyment + self.activity) / 3


@dataclass(frozen=True, slots=True)
class DailyLife:
    """What was answered on a day: ease by task, and the three questions; None where not asked."""

    day: dt.date
    ease: Mapping[int, int]
    answers: Answers | None

    @property
    def mean_ease(self) -> float | None:
        """Mean ease of the tasks rated that day."""
        return mean_score(tuple(self.ease.values()))


def daily_tasks(log: TrainingLog) -> tuple[Task, ...]:
    """Return the tasks that are asked about, in their order."""
    with log.reading() as session:
        rows = session.scalars(_standing())
        return tuple(Task(row.id, row.text) for row in rows)


def task_names(log: TrainingLog) -> dict[int, str]:
    """Return the words of all tasks ever asked about, by id."""
    with log.reading() as session:
        return {row.id: row.text for row in session.scalars(select(DailyTask))}


def add_task(log: TrainingLog, text: str) -> int:
    """Add a task after the others; return its id.

    Raises InvalidValue for an empty or long text, and for more than five.
    """
    text = _checked(text)
    with log.action(Action.ADD_TASK) as session:
        standing = session.scalars(_standing()).all()
        if len(standing) >= MOST_TASKS:
            raise InvalidValue(
                _("Five tasks are enough."), _("Take one out to make room for another.")
            )
        task = DailyTask(
            text=text, position=max((row.position for row in standing), default=-1) + 1
        )
        session.add(task)
        session.flush()
        return task.id


def correct_task(log: TrainingLog, task_id: int, text: str) -> None:
    """Word a task anew; its ratings stay. Raises InvalidValue and NotFound."""
    text = _checked(text)
    with log.action(Action.CORRECT_TASK) as session:
        get_row(session, DailyTask, task_id).text = text


def remove_task(log: TrainingLog, task_id: int) -> None:
    """Ask about a task no more; what was rated stays in the history. Raises NotFound."""
    with log.action(Action.REMOVE_TASK) as session:
        get_row(session, DailyTask, task_id).archived_at = utc_now()


def rate_task(log: TrainingLog, task_id: int, day: dt.date, ease: int | None) -> None:
    """Rate how easy a task was on ``day``: 0 not possible, 10 as before; None takes it away.

    Raises InvalidValue outside of 0 to 10, NotFound for a task that is gone.
    """
    if ease is not None:
        _check_score(ease)
    with log.action(Action.RATE_TASK) as session:
        get_row(session, DailyTask, task_id)
        row = session.scalar(
            select(TaskRating).where(TaskRating.daily_task_id == task_id, TaskRating.date == day)
        )
        if ease is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(TaskRating(daily_task_id=task_id, date=day, ease=ease))
        else:
            row.ease = ease


def answer_questions(log: TrainingLog, day: dt.date, answers: Answers | None) -> None:
    """Keep the three answers of ``day``; None takes them away. Raises InvalidValue."""
    if answers is not None:
        for score in (answers.pain, answers.enjoyment, answers.activity):
            _check_score(score)
    with log.action(Action.ANSWER_QUESTIONS) as session:
        row = session.scalar(select(PegRating).where(PegRating.date == day))
        if answers is None:
            if row is not None:
                session.delete(row)
            return
        if row is None:
            row = PegRating(date=day)
            session.add(row)
        row.pain, row.enjoyment, row.activity = answers.pain, answers.enjoyment, answers.activity


def daily_life(log: TrainingLog) -> tuple[DailyLife, ...]:
    """Return all days with answers, the oldest first."""
    with log.reading() as session:
        ease: dict[dt.date, dict[int, int]] = defaultdict(dict)
        rows = session.execute(
            select(TaskRating.date, TaskRating.daily_task_id, TaskRating.ease)
            .join(DailyTask, DailyTask.id == TaskRating.daily_task_id)
            .order_by(DailyTask.position, DailyTask.id)
        )
        for day, task_id, score in rows:
            ease[day][task_id] = score
        answers = {
            row.date: Answers(row.pain, row.enjoyment, row.activity)
            for row in session.scalars(select(PegRating))
        }
        days = sorted(ease.keys() | answers.keys())
        return tuple(DailyLife(day, dict(ease.get(day, {})), answers.get(day)) for day in days)


def _standing() -> Select[DailyTask]:
    query = select(DailyTask).where(DailyTask.archived_at.is_(None))
    return query.order_by(DailyTask.position, DailyTask.id)


def _checked(text: str) -> str:
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_TASK:
        raise InvalidValue(_("A task needs 1 to {most} characters.").format(most=LONGEST_TASK))
    return text


def _check_score(score: int) -> None:
    if not 0 <= score <= 10:
        raise InvalidValue(_("A rating is a whole number from 0 to 10."))
