from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.services.routine_exercises import add_exercise
from leglog.services.routine_reading import PlannedExerciseView, routine_view
from leglog.services.routines import add_routine
from leglog.training.vocabulary import LoadMode, SetType, Unit
from leglog.ui.routines import entry, words
from tests.ui.routines.reading import exercise_id

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog


def _planned(log: TrainingLog, key: str) -> PlannedExerciseView:
    routine_id = add_routine(log, "Legs")
    add_exercise(log, routine_id, exercise_id(log, key))
    return routine_view(log, routine_id).exercises[0]


@pytest.mark.parametrize(
    ("key", "typed", "mode", "shown"),
    [
        ("barbell-back-squat", "40", LoadMode.EXTERNAL, "40 kg"),
        ("dumbbell-step-up", "12,5", LoadMode.PER_DUMBBELL, "12.5 kg"),
        ("glute-bridge", "10", LoadMode.ADDED, "+10 kg"),
        ("assisted-pull-up", "25 lb", LoadMode.ASSISTED, "−25 lb"),
        ("banded-clamshell", "red", LoadMode.BAND, "red"),
        ("plank", "5", LoadMode.EXTERNAL, "5 kg"),
    ],
)
def test_typed_load_means_what_the_exercise_makes_of_it(
    log: TrainingLog, key: str, typed: str, mode: LoadMode, shown: str
) -> None:
    one = entry.with_weight(_planned(log, key), typed, Unit.KG)[0]
    assert (one.load_mode, words.weight(one)) == (mode, shown)


def test_shown_target_can_be_typed_again(log: TrainingLog) -> None:
    bridge = _planned(log, "glute-bridge")
    for text in ("10–15, 2–5 s", "8+", "12", "10–12", "30 s", "5 min"):
        one = entry.with_target(bridge, text)[0]
        assert words.target(one) == text


def test_as_many_as_possible_ends_with_a_plain_target(log: TrainingLog) -> None:
    squat = _planned(log, "barbell-back-squat")
    most = entry.target_of(squat.sets[0], "8+", squat)
    assert (most.set_type, most.reps_min, most.reps_max) == (SetType.AMRAP, 8, None)
    assert entry.target_of(most, "10", squat).set_type is SetType.WORKING


def test_more_sets_repeat_the_last_and_fewer_drop_it(log: TrainingLog) -> None:
    squat = _planned(log, "barbell-back-squat")
    assert entry.with_count(squat, "5") == (*squat.sets, squat.sets[-1], squat.sets[-1])
    assert entry.with_count(squat, "1") == squat.sets[:1]


def test_summary_says_the_plan_in_one_line(log: TrainingLog) -> None:
    clam = _planned(log, "clamshell")
    reps = words.target(clam.sets[0])
    assert words.summary(clam) == f"{len(clam.sets)} × {reps}, each side, rest 60 s"
