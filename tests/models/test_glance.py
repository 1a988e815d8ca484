"""The first look at a log: what it finds, and what it does with files it cannot read."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from leglog.models.glance import Glance, glance
from leglog.services.pain import rate_pain, skip_morning
from leglog.services.planning import week
from leglog.services.preferences import change_preference
from leglog.training.kept_plans import DayState
from leglog.training.schedule import Reason
from leglog.training.vocabulary import Moment, Unit
from tests.a_year import fill_year, leave_unfinished

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.services.training_log import TrainingLog

FRIDAY = dt.date(2025, 11, 21)
NOW = dt.datetime.combine(FRIDAY, dt.time(8, 12), tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def year(log: TrainingLog) -> TrainingLog:
    """A log of thirteen weeks up to yesterday."""
    fill_year(log, FRIDAY, weeks=13)
    return log


def _look(log: TrainingLog, routine_id: int | None = None) -> Glance:
    seen = glance(log.path, NOW, routine_id)
    assert seen is not None
    return seen


def test_a_log_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    seen = glance(tmp_path / "leglog.db", NOW)
    assert seen is not None
    assert not seen.beginning.is_over
    assert (seen.plan, seen.open_workout, seen.mornings.due) == (None, None, (FRIDAY,))


def test_a_new_log_looks_like_one_that_is_not_there(log: TrainingLog, tmp_path: Path) -> None:
    assert _look(log) == glance(tmp_path / "leglog.db", NOW)


def test_what_is_next_comes_with_its_plan_and_last_time(year: TrainingLog) -> None:
    seen = _look(year)
    assert seen.week.next_up is not None
    assert (seen.week.next_up.routine_name, seen.week.next_up.reason) == (
        "Legs & Back A",
        Reason.PLANNED_TODAY,
    )
    assert seen.plan is not None
    squat = seen.plan.exercises[2]
    assert (len(squat.targets), squat.last_day, len(squat.last_sets)) == (3, FRIDAY - 4 * DAY, 3)
    assert squat.load_g == squat.last_sets[0].load_g


def test_an_exercise_left_for_many_workouts_keeps_its_last_time(log: TrainingLog) -> None:
    fill_year(log, FRIDAY, weeks=20)
    with log.upkeep() as session:
        # Done once, in the first workout, more than fifty workouts ago.
        session.execute(text("UPDATE workout_exercise SET exercise_id = 1 WHERE id = 3"))
        session.execute(text("UPDATE routine_exercise SET exercise_id = 1 WHERE position = 2"))
        first_day = session.scalar(text("SELECT min(date) FROM workout"))
    plan = _look(log).plan
    assert plan is not None
    assert str(plan.exercises[2].last_day) == first_day


def test_the_plan_of_another_routine_can_be_asked_for(year: TrainingLog) -> None:
    other = _look(year).routines[1]
    plan = _look(year, other.id).plan
    assert plan is not None
    assert (plan.name, plan.sets) == ("Legs & Back B", 15)


def test_a_routine_that_is_gone_gives_way_to_the_next(year: TrainingLog) -> None:
    plan = _look(year, 999).plan
    assert plan is not None
    assert plan.name == "Legs & Back A"


def test_the_week_is_the_one_of_the_open_log(year: TrainingLog) -> None:
    seen = _look(year).week
    assert seen == week(year, FRIDAY)
    assert [day.state for day in seen.days][:5] == [
        DayState.DONE,
        DayState.REST,
        DayState.DONE,
        DayState.REST,
        DayState.PLANNED,
    ]


def test_an_open_workout_says_how_far_it_came(year: TrainingLog) -> None:
    workout_id = leave_unfinished(year, FRIDAY - DAY)
    found = _look(year).open_workout
    assert found is not None
    assert (found.id, found.day, *found.set_count) == (
        workout_id,
        FRIDAY - DAY,
        11,
        15,
    )


def test_a_skipped_morning_is_not_due(year: TrainingLog) -> None:
    assert _look(year).mornings.due == (FRIDAY,)
    skip_morning(year, FRIDAY)
    assert _look(year).mornings.due == ()


def test_this_mornings_rating_is_seen(year: TrainingLog) -> None:
    rate_pain(year, 2, Moment.MORNING, FRIDAY, now=NOW)
    seen = _look(year)
    assert (seen.mornings.today, seen.pain.scores[-1]) == (2, 2)


def test_the_pain_of_28_days_has_its_gaps_and_means(year: TrainingLog) -> None:
    pain = _look(year).pain
    assert (len(pain.scores), pain.rated, pain.scores[-1]) == (28, 27, None)
    assert pain.means[-1] == pytest.approx(sum(map(int, pain.scores[-7:-1])) / 6)  # type: ignore[arg-type]
    assert pain.average_before is not None


def test_volume_is_reps_times_load_both_sides(year: TrainingLog) -> None:
    volume = _look(year).volume
    with closing(sqlite3.connect(year.path)) as connection:
        (expected,) = connection.execute(
            "SELECT sum(reps * load_g * (1 + (side = 'each'))) FROM performed_set"
            " JOIN workout_exercise ON workout_exercise.id = workout_exercise_id"
            " JOIN workout ON workout.id = workout_id WHERE date >= ?",
            (volume.first_week.isoformat(),),
        ).fetchone()
    assert len(volume.weeks_g) == 12
    assert sum(week_g or 0 for week_g in volume.weeks_g) == expected


def test_a_week_without_workouts_is_no_zero(log: TrainingLog) -> None:
    assert set(_look(log).volume.weeks_g) == {None}


def test_before_the_day_starts_it_is_yesterday(log: TrainingLog) -> None:
    change_preference(log, "day_starts_at_h", 5)
    change_preference(log, "unit", Unit.LB)
    seen = glance(log.path, NOW.replace(hour=4))
    assert seen is not None
    assert (seen.today, seen.preferences.unit) == (FRIDAY - DAY, Unit.LB)


def test_a_closed_log_is_read_without_leaving_files_beside_it(log_path: Path) -> None:
    assert glance(log_path, NOW) is not None
    assert os.listdir(log_path.parent) == [log_path.name]  # noqa: PTH208


def test_changes_not_yet_folded_into_the_file_are_seen(log: TrainingLog) -> None:
    rate_pain(log, 4, Moment.MORNING, FRIDAY, now=NOW)
    assert log.path.with_name(log.path.name + "-wal").stat().st_size > 0
    assert _look(log).mornings.today == 4


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
        "PRAGMA application_id = 7",
        "ALTER TABLE routine RENAME TO plan",
        "INSERT INTO preference (key, value) VALUES (x'ff', 1)",
    ],
)
def test_a_file_of_another_kind_is_let_alone(log_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(log_path)) as connection:
        connection.execute(statement)
        connection.commit()
    before = log_path.read_bytes()
    seen = glance(log_path, NOW)
    assert seen is None or "preference" in statement
    assert log_path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_file_gives_no_look(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leglog.db"
    path.write_bytes(content)
    assert glance(path, NOW) is None


def test_a_word_of_a_later_leglog_gives_no_look(year: TrainingLog) -> None:
    with closing(sqlite3.connect(year.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE routine_exercise SET section = 'sauna'")
        connection.commit()
    assert glance(year.path, NOW) is None


def test_a_locked_file_is_not_waited_for(log_path: Path) -> None:
    with closing(sqlite3.connect(log_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("UPDATE exercise SET name = name")
        assert glance(log_path, NOW) is None


def test_looking_loads_no_sqlalchemy() -> None:
    code = (
        "import sys, leglog.services.today;"
        "print(*(m for m in ('sqlalchemy', 'alembic', 'PySide6', 'asyncio') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
