from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import NotFound
from leglog.services.exercises import (
    ExerciseLine,
    correct_exercise_note,
    exercise_detail,
    exercise_list,
)
from leglog.training.records import RecordKind
from leglog.training.vocabulary import Muscle, MuscleGroup
from tests.a_year import fill_year

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)


def _named(log: TrainingLog, name: str) -> ExerciseLine:
    return next(one for one in exercise_list(log) if one.name == name)


def test_list_is_in_order_of_names_with_muscles_and_equipment(log: TrainingLog) -> None:
    names = [one.name.casefold() for one in exercise_list(log)]
    assert names == sorted(names)
    assert len(names) == 110
    bridge = _named(log, "Glute bridge")
    assert Muscle.GLUTES in bridge.muscles
    assert MuscleGroup.GLUTES in bridge.groups
    assert bridge.last_done is None
    assert not bridge.needs_equipment


def test_list_tells_when_an_exercise_was_last_done(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=2)
    assert _named(log, "Barbell back squat").last_done == dt.date(2025, 11, 17)
    assert _named(log, "Leg press").last_done is None


def test_detail_has_texts_muscles_and_neighbours(log: TrainingLog) -> None:
    detail = exercise_detail(log, _named(log, "Squat (bodyweight)").id)
    assert detail.instructions
    assert detail.cues
    assert detail.back_care
    assert detail.muscles[0][1] == 1.0
    assert detail.easier[-1].name == "Sit to stand (box squat, bodyweight)"
    assert detail.harder
    assert (detail.last_workouts, detail.bests) == ((), ())


def test_detail_shows_the_last_four_workouts_and_the_best(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=8)
    detail = exercise_detail(log, _named(log, "Barbell back squat").id)
    days = [one.date for one in detail.last_workouts]
    assert days == sorted(days, reverse=True)
    assert len(days) == 4
    assert len(detail.last_workouts[0].sets) == 3
    heaviest = [one for one in detail.bests if one.kind is RecordKind.HEAVIEST_LOAD]
    assert heaviest[0].value > 0


def test_own_note_is_kept(log: TrainingLog) -> None:
    squat = _named(log, "Leg press")
    correct_exercise_note(log, squat.id, " Seat 4, feet high ")
    assert exercise_detail(log, squat.id).own_note == "Seat 4, feet high"


def test_exercise_that_is_gone_is_not_found(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        exercise_detail(log, 999_999)
