from __future__ import annotations

import gettext
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from leglog.training.vocabulary import SetType, Unit
from tests.formats.rows import FITNOTES, FITNOTES_IOS, fitnotes_row
from tests.formats.test_readers import only, read

if TYPE_CHECKING:
    from leglog.formats.workout_file import WorkoutFile


class German(gettext.NullTranslations):
    """Another language for the one word that is ours in a file without titles."""

    def gettext(self, message: str) -> str:
        return "Training" if message == "Workout" else message


def names(file: WorkoutFile) -> list[str]:
    return [exercise.name for exercise in file.workouts[0].exercises]


@pytest.mark.parametrize("name", ["Squat", "Press (a, b)"])
@pytest.mark.parametrize("comment", ["", "easy", "easy, good"])
def test_commas_of_name_and_comment_are_told_apart(name: str, comment: str) -> None:
    file = read(FITNOTES + fitnotes_row(name, rest=f",,,{comment}"))
    assert names(file) == [name]
    assert (only(file).load, only(file).reps, only(file).note) == (Decimal(60), 5, comment)


def test_zeros_of_a_hold_are_nothing() -> None:
    hold = only(read(FITNOTES + fitnotes_row("Plank", "0.0", "0", rest=",,0:00:30,")))
    assert (hold.load, hold.reps, hold.duration_s) == (None, None, 30)


def test_heading_may_name_the_unit() -> None:
    head = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"
    file = read(head + "2020-01-02,Squat,Legs,45,5,,,\n")
    assert (file.unit, only(file).unit, file.unit_needed) == (Unit.LB, Unit.LB, False)


def test_each_row_of_ios_has_its_own_unit() -> None:
    rows = "2020-01-02,Squat,Legs,,45,5,,,,,wr\n2020-01-02,Squat,Legs,20,,5,,,,slow,wr\n"
    file = read(FITNOTES_IOS + rows)
    assert [(one.load, one.unit) for one in file.sets] == [
        (Decimal(45), Unit.LB),
        (Decimal(20), Unit.KG),
    ]
    assert not file.unit_needed


def test_kind_of_ios_says_what_is_measured_and_not_the_type_of_set() -> None:
    file = read(FITNOTES_IOS + "2020-01-02,Squat,Legs,20,,,,,,,w\n")
    assert only(file).set_type is SetType.WORKING


def test_exercises_in_turns_keep_their_order() -> None:
    file = read(FITNOTES + "".join(fitnotes_row(name) for name in ("Squat", "Row", "Squat")))
    assert names(file) == ["Squat", "Row", "Squat"]


def test_key_does_not_change_with_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    english = read(FITNOTES + fitnotes_row()).workouts[0]
    monkeypatch.setattr("leglog.i18n._translations", German())
    german = read(FITNOTES + fitnotes_row()).workouts[0]
    assert (english.title, german.title) == ("Workout", "Training")
    assert english.key == german.key


@pytest.mark.parametrize(("written", "metres"), [("1.5,km", 1500), ("1,mi", 1609), ("400,m", 400)])
def test_distances_become_metres(written: str, metres: int) -> None:
    file = read(FITNOTES + fitnotes_row("Run", "", "", rest=f"{written},0:10:00,"))
    assert only(file).distance_m == metres


def test_endless_time_is_told() -> None:
    run = fitnotes_row("Run", "", "", rest="1,km,0:10:00,")
    file = read(FITNOTES + run + run.replace("0:10:00", "1" * 100_000 + ":00:00"))
    assert len(list(file.sets)) == 1
    assert [problem.row for problem in file.problems] == [3]
