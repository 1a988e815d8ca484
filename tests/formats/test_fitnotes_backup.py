"""The backup of FitNotes, honest and hostile."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from leglog.errors import ImportRejected
from leglog.formats.detect import read_workout_file
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from pathlib import Path

HONEST = """
CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER);
CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date TEXT,
    metric_weight REAL, reps INTEGER, unit INTEGER DEFAULT 0, is_personal_record INTEGER,
    is_complete INTEGER, distance INTEGER, duration_seconds INTEGER);
CREATE TABLE Comment(_id INTEGER PRIMARY KEY, date TEXT, owner_type_id INTEGER, owner_id INTEGER,
    comment TEXT);
CREATE TABLE WorkoutComment(_id INTEGER PRIMARY KEY, date TEXT, comment TEXT);
CREATE TABLE WorkoutTime(_id INTEGER PRIMARY KEY, workout_date TEXT, start_date_time TEXT,
    end_date_time TEXT);
CREATE TABLE BodyWeight(_id INTEGER PRIMARY KEY, date TEXT, body_weight_metric REAL);
INSERT INTO exercise VALUES (1, 'Squat', 1), (2, 'Plank', 2);
INSERT INTO training_log(exercise_id, date, metric_weight, reps, unit) VALUES
    (1, '2024-01-05', 40.82336184920758, 5, 2), (1, '2024-01-05', 60, 8, 1);
INSERT INTO training_log(exercise_id, date, metric_weight, reps, duration_seconds) VALUES
    (2, '2024-01-05', 0, 0, 45);
INSERT INTO Comment(date, owner_type_id, owner_id, comment) VALUES ('2024-01-05', 1, 1, 'deep');
INSERT INTO WorkoutComment(date, comment) VALUES ('2024-01-05', 'tired');
INSERT INTO WorkoutTime(workout_date, start_date_time, end_date_time) VALUES
    ('2024-01-05', '2024-01-05 18:00:00', '2024-01-05 18:45:00');
INSERT INTO BodyWeight(date, body_weight_metric) VALUES ('2024-01-05', 81.2);
"""
OLD = """
CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date TEXT,
    metric_weight REAL, reps INTEGER);
INSERT INTO exercise VALUES (1, 'Squat');
INSERT INTO training_log VALUES (1, 1, '2014-01-05', 60, 8);
"""


def backup(path: Path, script: str) -> bytes:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return path.read_bytes()


def test_sets_come_with_their_unit_notes_and_times(tmp_path: Path) -> None:
    file = read_workout_file(backup(tmp_path / "b.fitnotes", HONEST))
    (workout,) = file.workouts
    pounds, kilos, hold = file.sets
    assert (pounds.load, pounds.unit, pounds.note) == (Decimal(90), Unit.LB, "deep")
    assert (kilos.load, kilos.unit) == (Decimal(60), Unit.KG)
    assert (hold.reps, hold.load, hold.duration_s) == (None, None, 45)
    assert (workout.note, workout.duration_s) == ("tired", 2700)
    assert str(workout.started_at) == "2024-01-05 18:00:00"
    assert [day.body_weight_g for day in file.check_ins] == [81_200]


def test_backup_and_csv_of_a_day_are_the_same_workout(tmp_path: Path) -> None:
    headings = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
    exported = read_workout_file(f"{headings}2024-01-05,Squat,Legs,60,kgs,8,,,\n".encode())
    saved = read_workout_file(backup(tmp_path / "b.fitnotes", HONEST))
    assert [one.key for one in exported.workouts] == [one.key for one in saved.workouts]


def test_old_backup_without_time_columns_is_read(tmp_path: Path) -> None:
    file = read_workout_file(backup(tmp_path / "b.fitnotes", OLD))
    assert [(one.reps, one.load) for one in file.sets] == [(8, Decimal(60))]


def test_backup_in_write_ahead_mode_is_read(tmp_path: Path) -> None:
    content = backup(tmp_path / "b.fitnotes", "PRAGMA journal_mode = WAL;" + HONEST)
    assert content[18:20] == b"\2\2"
    assert len(list(read_workout_file(content).sets)) == 3


ENDLESS = """WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
    SELECT x AS _id, x AS exercise_id, '2024-01-05' AS date, 1 AS reps FROM n"""


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE other(x);",
        f"CREATE TABLE exercise(_id, name); CREATE VIEW training_log AS {ENDLESS};",
        "CREATE TABLE exercise(_id, name); CREATE TABLE training_log(_id, exercise_id);",
        "CREATE TABLE exercise(_id, name); CREATE TABLE training_log(_id, exercise_id, date);",
        f"{OLD} DROP TABLE exercise; CREATE VIEW exercise AS SELECT 1 AS _id, 'x' AS name;",
    ],
)
def test_hostile_backup_is_refused(tmp_path: Path, script: str) -> None:
    with pytest.raises(ImportRejected):
        read_workout_file(backup(tmp_path / "b.fitnotes", script))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE training_log SET date = x'00ff', reps = 'many', metric_weight = 1e300;",
        "UPDATE exercise SET name = zeroblob(200000);",
        "UPDATE training_log SET reps = 9223372036854775807;",
    ],
)
def test_values_of_wrong_kinds_are_refused(tmp_path: Path, change: str) -> None:
    script = OLD + change
    with pytest.raises(ImportRejected):
        read_workout_file(backup(tmp_path / "b.fitnotes", script))


def test_triggers_and_computed_columns_do_not_run(tmp_path: Path) -> None:
    script = OLD.replace("metric_weight REAL", "metric_weight REAL AS (abs(-60))").replace(
        "VALUES (1, 1, '2014-01-05', 60, 8)", "(_id, exercise_id, date, reps) VALUES "
        "(1, 1, '2014-01-05', 8)"
    )  # fmt: skip
    content = backup(tmp_path / "b.fitnotes", script)
    with contextlib.suppress(ImportRejected):
        assert [one.reps for one in read_workout_file(content).sets] == [8]


@pytest.mark.parametrize("seed", range(60))
def test_damaged_backup_ends_in_a_refusal_or_in_sets(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(backup(tmp_path / "b.fitnotes", HONEST))
    for _count in range(chance.choice((1, 5, 50))):
        content[chance.randrange(16, len(content))] ^= chance.randrange(1, 256)
    if seed % 3 == 0:
        del content[chance.randrange(16, len(content)) :]
    with contextlib.suppress(ImportRejected):
        file = read_workout_file(bytes(content))
        assert all(one.reps is None or 0 <= one.reps <= 1000 for one in file.sets)
