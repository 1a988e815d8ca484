"""What the pages ask the log for, each beside the same question as plain SQL over sqlite3."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.big_logs import A_MILLION, LAST_DAY, ONE_YEAR, big_log
from benchmarks.figures import Figure, Target, in_turns
from leglog.models.workout import Workout, WorkoutExercise
from leglog.services.history import WorkoutFilter, workout_ids, workout_lines
from leglog.services.history_days import day_summaries
from leglog.services.last_time import sets_last_time
from leglog.services.monthly_review import monthly_review
from leglog.services.progress import progress
from leglog.services.training_log import open_log
from leglog.services.training_volume import volume_buckets
from leglog.training.periods import DaySpan, Grouping, Range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.big_logs import Size
    from benchmarks.figures import Run
    from leglog.services.training_log import TrainingLog

YEAR = DaySpan(LAST_DAY - dt.timedelta(days=363), LAST_DAY)
MONTH = DaySpan(LAST_DAY - dt.timedelta(days=34), LAST_DAY)
TODAY = LAST_DAY + dt.timedelta(days=1)

LAST_TIME = """
    SELECT reps, load_g, duration_s FROM performed_set WHERE done AND workout_exercise_id = (
        SELECT item.id FROM workout JOIN workout_exercise AS item ON item.workout_id = workout.id
        WHERE exercise_id = ? AND state = 'finished' ORDER BY date DESC, workout.id DESC LIMIT 1)
"""
DAYS = """
    SELECT date, count(*) FROM workout
    JOIN workout_exercise AS item ON item.workout_id = workout.id
    JOIN performed_set ON workout_exercise_id = item.id
    WHERE date BETWEEN ? AND ? AND done GROUP BY date
"""
BY_MUSCLE = """
    SELECT week, muscle, sum(load_g * share) FROM (
        SELECT strftime('%Y-%W', date) AS week, exercise_id, sum(reps * load_g) AS load_g
        FROM workout JOIN workout_exercise AS item ON item.workout_id = workout.id
        JOIN performed_set ON workout_exercise_id = item.id
        WHERE date BETWEEN ? AND ? AND done GROUP BY week, exercise_id
    ) AS sums JOIN exercise_muscle ON exercise_muscle.exercise_id = sums.exercise_id
    GROUP BY week, muscle
"""
LIST = """
    SELECT workout.id, date, title, count(*), sum(reps * load_g) FROM
    (SELECT id, date, title FROM workout ORDER BY date DESC, id DESC LIMIT 100) AS workout
    JOIN workout_exercise AS item ON item.workout_id = workout.id
    JOIN performed_set ON workout_exercise_id = item.id WHERE done GROUP BY workout.id
"""
SEARCH = """
    SELECT DISTINCT workout.id FROM workout
    JOIN workout_exercise AS item ON item.workout_id = workout.id
    JOIN performed_set ON workout_exercise_id = item.id
    WHERE title LIKE ?1 OR workout.note LIKE ?1 OR exercise_name LIKE ?1 OR item.note LIKE ?1
       OR performed_set.note LIKE ?1
"""


def figures(run: Run) -> Iterator[Figure]:
    """Ask every question of every log."""
    for size in run.sizes:
        path = big_log(run.folder, size)
        log = open_log(path)
        try:
            with closing(sqlite3.connect(path)) as floor:
                for name, ours, plain, target in _questions(log, floor, size):
                    below, above = in_turns(run.repeats, plain, ours)
                    yield Figure(f"read {name}, {size.name}", below, above, target)
        finally:
            log.close()


Question = tuple[str, "Callable[[], object]", "Callable[[], object]", Target | None]


def _questions(log: TrainingLog, floor: sqlite3.Connection, size: Size) -> Iterator[Question]:
    def plain(query: str, *values: object) -> Callable[[], object]:
        return lambda: floor.execute(query, values).fetchall()

    days = (str(YEAR.first), str(YEAR.last))
    every = (str(LAST_DAY - dt.timedelta(weeks=size.weeks)), str(LAST_DAY))
    month = (str(MONTH.first), str(MONTH.last))
    exercise_id, workout_id = _newest(log)
    million = size.sets >= A_MILLION.sets

    def last_time() -> None:
        with log.reading() as session:
            sets_last_time(session, [exercise_id], TODAY, workout_id + 1)

    def weeks() -> None:
        with log.reading() as session:
            volume_buckets(session, YEAR, Grouping.WEEK, 1, TODAY)

    yield "last time's sets", last_time, plain(LAST_TIME, exercise_id), Target(1, is_time=True)
    yield (
        "days of a month",
        lambda: day_summaries(log, MONTH.first, MONTH.last),
        plain(DAYS, *month),
        Target(5 if million else 1, is_time=True),
    )
    yield (
        "year by muscle and week",
        weeks,
        plain(BY_MUSCLE, *days),
        Target(50 if million else 8, is_time=True),
    )
    yield (
        "Progress, one year",
        lambda: progress(log, Range.YEAR_1, TODAY),
        plain(BY_MUSCLE, *days),
        None,
    )
    if size.weeks > ONE_YEAR.weeks:
        yield (
            "Progress, all years",
            lambda: progress(log, Range.ALL, TODAY),
            plain(BY_MUSCLE, *every),
            Target(100 if million else 40, is_time=True),
        )
    yield "Month", lambda: monthly_review(log, LAST_DAY, TODAY), plain(BY_MUSCLE, *month), None
    yield (
        "history, first 100",
        lambda: workout_lines(log, workout_ids(log)[:100]),
        plain(LIST),
        None,
    )
    yield (
        "history, search",
        lambda: workout_ids(log, WorkoutFilter("dead")),
        plain(SEARCH, "%dead%"),
        None,
    )


def _newest(log: TrainingLog) -> tuple[int, int]:
    with log.reading() as session:
        row = session.execute(
            select(WorkoutExercise.exercise_id, Workout.id)
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .order_by(Workout.id.desc(), WorkoutExercise.id)
            .limit(1)
        ).one()
        return row[0], row[1]
