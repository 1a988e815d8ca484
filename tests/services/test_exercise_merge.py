from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue
from leglog.services import exercise_editing as editing
from leglog.services.exercise_fields import ExerciseFields
from leglog.services.exercise_merge import DoubtKind, MergePreview, merge_exercises, preview_merge
from leglog.services.exercise_search import search
from leglog.services.exercises import correct_exercise_note, exercise_detail, exercise_list
from leglog.services.history import workout_ids
from leglog.services.history_detail import workout_detail
from leglog.services.import_matching import known_exercises
from leglog.services.routine_exercises import add_exercise
from leglog.services.routine_reading import routine_list, routine_view
from leglog.services.routines import add_routine
from leglog.training.vocabulary import LoadBasis, Measure
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog
    from tests.conftest import Contents

TODAY = dt.date(2025, 11, 21)
PRESS, SQUAT = "Leg press", "Barbell back squat"


def _id(log: TrainingLog, name: str) -> int:
    return next(one.id for one in exercise_list(log) if one.name == name)


def _routines_with(log: TrainingLog, exercise_id: int) -> list[str]:
    views = (routine_view(log, line.id) for line in routine_list(log))
    return [
        view.name
        for view in views
        if any(item.exercise_id == exercise_id for item in view.exercises)
    ]


def _kinds(preview: MergePreview) -> set[DoubtKind]:
    return {doubt.kind for doubt in preview.doubts}


def _twin_of(log: TrainingLog, name: str) -> int:
    """Add an own exercise like a built-in one, as an import would have."""
    fields = editing.exercise_fields(log, _id(log, name))
    twin = replace(fields, name="Gym press", aliases=("Sled",), easier_id=None, harder_id=None)
    return editing.add_own_exercise(log, twin)


def test_preview_counts_what_moves(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=3)
    squat = _id(log, SQUAT)
    figures = exercise_detail(log, squat).figures
    preview = preview_merge(log, squat, _id(log, PRESS))
    assert preview.workouts == len(figures) > 3
    assert preview.sets >= 3 * preview.workouts
    assert preview.routines == len(_routines_with(log, squat)) > 0


def test_preview_writes_nothing(log: TrainingLog, contents: Callable[[], Contents]) -> None:
    before = contents()
    preview_merge(log, _id(log, SQUAT), _id(log, PRESS))
    assert contents() == before


def test_like_exercises_merge_without_doubts(log: TrainingLog) -> None:
    assert preview_merge(log, _twin_of(log, PRESS), _id(log, PRESS)).doubts == ()


def test_other_measure_load_and_muscles_are_doubtful(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=2)
    doubts = preview_merge(log, _id(log, SQUAT), _id(log, "Plank (forearms)")).doubts
    assert {one.kind for one in doubts} >= {DoubtKind.MEASURE, DoubtKind.LOAD, DoubtKind.MUSCLES}
    assert all(one.count > 0 for one in doubts if one.kind is DoubtKind.LOAD)


def test_weight_of_each_dumbbell_is_doubtful_only_where_sets_have_one(log: TrainingLog) -> None:
    own = ExerciseFields(name="Mine", load_basis=LoadBasis.PER_DUMBBELL)
    mine = editing.add_own_exercise(log, own)
    assert DoubtKind.LOAD not in _kinds(preview_merge(log, mine, _id(log, PRESS)))
    assert DoubtKind.LOAD in _kinds(_into_mine(log, mine))


def _into_mine(log: TrainingLog, mine: int) -> MergePreview:
    fill_year(log, TODAY, weeks=1)
    return preview_merge(log, _id(log, SQUAT), mine)


def test_both_in_one_workout_or_routine_is_doubtful(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=1)
    first, second = (
        one.exercise_id for one in workout_detail(log, workout_ids(log)[-1]).exercises[:2]
    )
    routine = add_routine(log, "Both")
    add_exercise(log, routine, first)
    add_exercise(log, routine, second)
    kinds = _kinds(preview_merge(log, first, second))
    assert {DoubtKind.SAME_WORKOUTS, DoubtKind.SAME_ROUTINES} <= kinds


def test_history_moves_and_keeps_the_name_it_was_done_under(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=3)
    squat, press = _id(log, SQUAT), _id(log, PRESS)
    before, routines = exercise_detail(log, squat), _routines_with(log, squat)
    names = [one.name for one in workout_detail(log, workout_ids(log)[0]).exercises]
    merge_exercises(log, squat, press)
    after = exercise_detail(log, press)
    assert after.figures == before.figures
    assert _routines_with(log, press) == routines
    assert [one.name for one in workout_detail(log, workout_ids(log)[0]).exercises] == names


def test_routine_has_the_kept_exercise_afterwards(log: TrainingLog) -> None:
    twin, routine = _twin_of(log, PRESS), add_routine(log, "Legs")
    add_exercise(log, routine, twin)
    merge_exercises(log, twin, _id(log, PRESS))
    assert [one.name for one in routine_view(log, routine).exercises] == [PRESS]


def test_kept_exercise_is_found_under_all_names_and_has_both_notes(log: TrainingLog) -> None:
    twin, press = _twin_of(log, PRESS), _id(log, PRESS)
    correct_exercise_note(log, press, "Seat 4")
    correct_exercise_note(log, twin, "Feet high")
    merge_exercises(log, twin, press)
    assert search(exercise_list(log), "gym press")[0].id == press
    assert search(exercise_list(log), "sled")[0].id == press
    assert exercise_detail(log, press).own_note == "Seat 4\nFeet high"


def test_own_exercise_is_gone_and_a_built_in_one_archived(log: TrainingLog) -> None:
    merge_exercises(log, _twin_of(log, PRESS), _id(log, PRESS))
    assert exercise_list(log, archived=True) == ()
    merge_exercises(log, _id(log, SQUAT), _id(log, PRESS))
    assert [one.name for one in exercise_list(log, archived=True)] == [SQUAT]


def test_easier_and_harder_lead_to_the_kept_exercise_and_never_in_a_circle(
    log: TrainingLog,
) -> None:
    squat, front = _id(log, SQUAT), _id(log, "Barbell front squat")
    merge_exercises(log, squat, front)
    for one in exercise_list(log):
        fields = editing.exercise_fields(log, one.id)
        assert squat not in (fields.easier_id, fields.harder_id)
        assert one.id not in (fields.easier_id, fields.harder_id)


def test_one_undo_takes_the_merge_back(log: TrainingLog, contents: Callable[[], Contents]) -> None:
    fill_year(log, TODAY, weeks=3)
    before = contents()
    merge_exercises(log, _id(log, SQUAT), _id(log, PRESS))
    assert contents() != before
    log.undo()
    assert contents() == before


def test_exercise_is_not_merged_with_itself(log: TrainingLog) -> None:
    press = _id(log, PRESS)
    with pytest.raises(InvalidValue, match="itself"):
        merge_exercises(log, press, press)


def test_a_hold_and_reps_are_told_apart(log: TrainingLog) -> None:
    hold = ExerciseFields(name="Hold", measure=Measure.DURATION, load_basis=LoadBasis.NONE)
    own = editing.add_own_exercise(log, hold)
    assert DoubtKind.MEASURE in _kinds(preview_merge(log, own, _id(log, PRESS)))


def test_imports_go_to_the_kept_exercise_under_any_name_of_the_other(log: TrainingLog) -> None:
    squat, press = _id(log, SQUAT), _id(log, PRESS)
    merge_exercises(log, squat, press)
    with log.reading() as session:
        known = known_exercises(session)
    assert known[SQUAT.casefold()].id == press
    assert known["squat (barbell)"].id == press
    assert known[PRESS.casefold()].id == press


def test_imports_still_know_an_archived_exercise(log: TrainingLog) -> None:
    press = _id(log, PRESS)
    editing.archive_exercise(log, press)
    with log.reading() as session:
        assert known_exercises(session)[PRESS.casefold()].id == press
