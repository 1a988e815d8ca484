from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from leglog.errors import InvalidValue, NotFound
from leglog.models.exercise import Exercise
from leglog.models.keeping import Preference
from leglog.services import exercise_editing as editing
from leglog.services.catalogue import bring_catalogue_up_to_date
from leglog.services.exercise_fields import (
    ExerciseFields,
    InvalidField,
    check_fields,
    fitting_load_bases,
)
from leglog.services.exercises import exercise_detail, exercise_list
from leglog.services.history import workout_ids
from leglog.services.history_detail import workout_detail
from leglog.training.vocabulary import LoadBasis, Measure, Muscle
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog
    from tests.conftest import Contents

SLED = ExerciseFields(
    name="Sled push",
    aliases=("Prowler",),
    equipment=("machine",),
    muscles=((Muscle.QUADRICEPS, 1.0), (Muscle.CALVES, 0.5)),
    default_sets=4,
    default_reps=(8, 12),
    instructions=("Lean in.", "Walk."),
    cues=("Short steps",),
    common_mistakes=("Round back",),
    back_care="Keep the load light.",
)


def _id(log: TrainingLog, name: str) -> int:
    return next(one.id for one in exercise_list(log) if one.name == name)


def test_own_exercise_keeps_all_its_fields(log: TrainingLog) -> None:
    sled = editing.add_own_exercise(log, SLED)
    assert editing.exercise_fields(log, sled) == SLED
    detail = exercise_detail(log, sled)
    assert detail.is_own
    assert detail.muscles == SLED.muscles


def test_blank_lines_and_spaces_are_left_out(log: TrainingLog) -> None:
    typed = replace(SLED, name="  Sled   push ", cues=("", " Short steps ", " "), equipment=())
    fields = editing.exercise_fields(log, editing.add_own_exercise(log, typed))
    assert (fields.name, fields.cues, fields.equipment) == (SLED.name, SLED.cues, ("none",))


def test_lone_number_is_a_range_of_itself(log: TrainingLog) -> None:
    sled = editing.add_own_exercise(log, replace(SLED, default_reps=(10, None)))
    assert editing.exercise_fields(log, sled).default_reps == (10, 10)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": ""}, "name", "Give the exercise a name."),
        ({"name": "x" * 81}, "name", "The name is too long: 81 letters."),
        ({"default_sets": 0}, "default_sets", "Sets are a number from 1 to 20."),
        ({"default_reps": (12, 8)}, "default_reps", "Reps go from 12 down to 8."),
        ({"default_reps": (0, 8)}, "default_reps", "Reps are a number from 1 to 1000."),
        ({"default_s": (30, 9000)}, "default_s", "Seconds are a number from 1 to 7200."),
        (
            {"bodyweight_factor": 2.0},
            "bodyweight_factor",
            "The share of body weight is a number from 1 to 150 %.",
        ),
        (
            {"measure": Measure.DURATION},
            "load_basis",
            "What the weight means does not fit how the exercise is measured.",
        ),
        (
            {"easier_id": 1, "harder_id": 1},
            "harder_id",
            "The same exercise cannot be both the easier and the harder one.",
        ),
    ],
)
def test_bad_input_is_named_in_a_sentence(
    change: dict[str, Any], field: str, sentence: str
) -> None:
    with pytest.raises(InvalidField) as caught:
        check_fields(replace(SLED, **change))
    assert (caught.value.field, caught.value.sentence) == (field, sentence)


def test_taken_name_is_refused_whatever_its_case(log: TrainingLog) -> None:
    with pytest.raises(InvalidField, match="already an exercise called “Leg press”"):
        editing.add_own_exercise(log, replace(SLED, name="LEG press"))


def test_name_taken_in_the_archive_says_so(log: TrainingLog) -> None:
    editing.archive_exercise(log, _id(log, "Leg press"))
    with pytest.raises(InvalidField, match="archived"):
        editing.add_own_exercise(log, replace(SLED, name="Leg press"))


def test_exercise_is_not_easier_than_itself(log: TrainingLog) -> None:
    sled = editing.add_own_exercise(log, SLED)
    with pytest.raises(InvalidField, match="easier or harder than itself"):
        editing.correct_exercise(log, sled, replace(SLED, easier_id=sled))


def test_every_built_in_exercise_can_be_saved_as_it_is(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    before = contents()
    for one in exercise_list(log):
        editing.correct_exercise(log, one.id, editing.exercise_fields(log, one.id))
    assert contents() == before
    assert log.undo_action is None


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_offers_a_meaning_of_its_weight(measure: Measure) -> None:
    assert fitting_load_bases(measure)
    assert len(set(fitting_load_bases(measure))) < len(LoadBasis)


def test_adjusted_fields_outlive_news_of_the_catalogue(log: TrainingLog) -> None:
    press = _id(log, "Leg press")
    fields = editing.exercise_fields(log, press)
    editing.correct_exercise(log, press, replace(fields, cues=("Mine",), default_reps=(5, 6)))
    with log.upkeep() as session:
        row = session.get_one(Exercise, press)
        assert set(row.adjusted) == {"cues", "default_reps_min", "default_reps_max"}
        row.back_care = "an old text"
        session.query(Preference).filter_by(key="catalogue").one().value = '"older"'
    bring_catalogue_up_to_date(log)
    renewed = editing.exercise_fields(log, press)
    assert (renewed.cues, renewed.default_reps) == (("Mine",), (5, 6))
    assert renewed.back_care == fields.back_care


def test_reset_gives_back_the_original_and_keeps_own_names(log: TrainingLog) -> None:
    press = _id(log, "Leg press")
    original = editing.exercise_fields(log, press)
    changed = replace(SLED, name="Sled", aliases=("My press",), easier_id=None, harder_id=None)
    editing.correct_exercise(log, press, changed)
    assert exercise_detail(log, press).is_adjusted
    editing.reset_exercise(log, press)
    assert editing.exercise_fields(log, press) == replace(original, aliases=("My press",))
    assert not exercise_detail(log, press).is_adjusted


def test_own_exercise_has_no_original(log: TrainingLog) -> None:
    sled = editing.add_own_exercise(log, SLED)
    with pytest.raises(InvalidValue, match="your own"):
        editing.reset_exercise(log, sled)


def test_archived_exercise_leaves_the_library_and_comes_back(log: TrainingLog) -> None:
    press = _id(log, "Leg press")
    editing.archive_exercise(log, press)
    assert "Leg press" not in {one.name for one in exercise_list(log)}
    assert [one.id for one in exercise_list(log, archived=True)] == [press]
    assert exercise_detail(log, press).is_archived
    editing.restore_exercise(log, press)
    assert "Leg press" in {one.name for one in exercise_list(log)}


def test_renaming_never_changes_past_workouts(log: TrainingLog) -> None:
    fill_year(log, dt.date(2025, 11, 21), weeks=2)
    workout_id = workout_ids(log)[0]
    before = workout_detail(log, workout_id)
    squat = before.exercises[0].exercise_id
    fields = editing.exercise_fields(log, squat)
    editing.correct_exercise(log, squat, replace(fields, name="Something else"))
    assert workout_detail(log, workout_id) == before


def test_exercise_that_is_gone_cannot_be_edited(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        editing.correct_exercise(log, 999_999, SLED)
