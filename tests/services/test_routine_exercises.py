from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.errors import InvalidValue, NotFound
from leglog.models.exercise import Exercise
from leglog.models.routine import PlannedSet
from leglog.services.planned_sets import PlannedSetValues
from leglog.services.routine_exercises import (
    PlanDetails,
    add_exercise,
    correct_planned_sets,
    correct_routine_exercise,
    dissolve_superset,
    duplicate_exercise,
    make_superset,
    move_exercise,
    remove_exercise,
)
from leglog.services.routine_reading import PlannedExerciseView, routine_view
from leglog.services.routines import add_routine
from leglog.training.vocabulary import LoadMode, Section, Side

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

KEYS = ("barbell-back-squat", "leg-press", "standing-calf-raise", "clamshell", "plank")


@pytest.fixture
def routine_id(log: TrainingLog) -> int:
    """A routine with two main lifts, two accessories and a plank."""
    routine_id = add_routine(log, "Legs")
    for key in KEYS:
        add_exercise(log, routine_id, _exercise(log, key))
    return routine_id


def _exercise(log: TrainingLog, key: str) -> int:
    with log.reading() as session:
        return session.scalars(select(Exercise.id).where(Exercise.key == key)).one()


def _items(log: TrainingLog, routine_id: int) -> tuple[PlannedExerciseView, ...]:
    return routine_view(log, routine_id).exercises


def _order(log: TrainingLog, routine_id: int) -> list[tuple[str, str]]:
    return [(one.section.value, one.name.split()[0]) for one in _items(log, routine_id)]


def _supersets(log: TrainingLog, routine_id: int) -> list[int | None]:
    return [one.superset for one in _items(log, routine_id)]


def test_exercise_comes_into_its_own_section(log: TrainingLog, routine_id: int) -> None:
    assert _order(log, routine_id) == [
        ("main", "Barbell"),
        ("main", "Leg"),
        ("accessory", "Standing"),
        ("accessory", "Clamshell"),
        ("core", "Plank"),
    ]


def test_exercise_comes_with_its_usual_sets(log: TrainingLog, routine_id: int) -> None:
    squat, clam = _items(log, routine_id)[0], _items(log, routine_id)[3]
    assert len(squat.sets) == 3
    assert squat.sets[0].load_mode is LoadMode.EXTERNAL
    assert clam.sets[0].side is Side.EACH
    assert clam.is_uniform


def test_exercise_is_added_at_a_place_of_another_section(log: TrainingLog, routine_id: int) -> None:
    add_exercise(log, routine_id, _exercise(log, "cat-cow"), Section.MAIN, 1)
    assert _order(log, routine_id)[:3] == [
        ("main", "Barbell"),
        ("main", "Cat-cow"),
        ("main", "Leg"),
    ]


def test_exercise_that_is_gone_is_not_added(log: TrainingLog, routine_id: int) -> None:
    with pytest.raises(NotFound):
        add_exercise(log, routine_id, 999_999)


def test_move_within_a_section(log: TrainingLog, routine_id: int) -> None:
    move_exercise(log, _items(log, routine_id)[0].id, Section.MAIN, 1)
    assert _order(log, routine_id)[:2] == [("main", "Leg"), ("main", "Barbell")]


def test_move_to_another_section_keeps_planned_sets(log: TrainingLog, routine_id: int) -> None:
    squat = _items(log, routine_id)[0]
    move_exercise(log, squat.id, Section.CORE, 0)
    moved = _items(log, routine_id)[3]
    assert (moved.id, moved.section, moved.sets) == (squat.id, Section.CORE, squat.sets)


def test_move_beyond_the_end_stops_there(log: TrainingLog, routine_id: int) -> None:
    move_exercise(log, _items(log, routine_id)[0].id, Section.ACCESSORY, 99)
    assert _order(log, routine_id)[3] == ("accessory", "Barbell")


def test_places_stay_without_gaps(log: TrainingLog, routine_id: int) -> None:
    items = _items(log, routine_id)
    remove_exercise(log, items[1].id)
    move_exercise(log, items[4].id, Section.WARM_UP, 0)
    with log.reading() as session:
        places = session.connection().exec_driver_sql(
            "SELECT position FROM routine_exercise ORDER BY position"
        )
        assert [row[0] for row in places] == [0, 1, 2, 3]


def test_duplicate_stands_right_after_the_original(log: TrainingLog, routine_id: int) -> None:
    squat = _items(log, routine_id)[0]
    copy_id = duplicate_exercise(log, squat.id)
    copy = _items(log, routine_id)[1]
    assert (copy.id, copy.name, copy.sets) == (copy_id, squat.name, squat.sets)


def test_details_are_corrected(log: TrainingLog, routine_id: int) -> None:
    item = _items(log, routine_id)[0]
    details = PlanDetails(rest_s=150, tempo="3-1-1-0", step_height_cm=12, note=" heels down ")
    correct_routine_exercise(log, item.id, details)
    item = _items(log, routine_id)[0]
    assert (item.rest_s, item.tempo, item.step_height_cm) == (150, "3-1-1-0", 12)
    assert item.note == "heels down"


@pytest.mark.parametrize(
    "details",
    [PlanDetails(rest_s=3601), PlanDetails(tempo="slow"), PlanDetails(step_height_cm=0)],
)
def test_details_outside_of_their_limits_are_refused(
    log: TrainingLog, routine_id: int, details: PlanDetails
) -> None:
    with pytest.raises(InvalidValue):
        correct_routine_exercise(log, _items(log, routine_id)[0].id, details)


def test_unchanged_planned_sets_keep_their_ids(log: TrainingLog, routine_id: int) -> None:
    item = _items(log, routine_id)[0]
    before = _set_ids(log, item.id)
    correct_planned_sets(log, item.id, [*item.sets, PlannedSetValues(reps_min=20, reps_max=20)])
    assert _set_ids(log, item.id)[:3] == before
    correct_planned_sets(log, item.id, item.sets[:1])
    assert _set_ids(log, item.id) == before[:1]


def test_equal_planned_sets_are_no_step_of_undo(log: TrainingLog, routine_id: int) -> None:
    item = _items(log, routine_id)[0]
    before = log.undo_action
    correct_planned_sets(log, item.id, item.sets)
    assert log.undo_action is before


@pytest.mark.parametrize(
    "values",
    [
        PlannedSetValues(reps_min=12, reps_max=10),
        PlannedSetValues(reps_max=1001),
        PlannedSetValues(s_max=7201),
        PlannedSetValues(load_g=0),
        PlannedSetValues(rpe_halves=21),
        PlannedSetValues(side=Side.LEFT),
    ],
)
def test_planned_values_outside_of_their_limits_are_refused(
    log: TrainingLog, routine_id: int, values: PlannedSetValues
) -> None:
    with pytest.raises(InvalidValue):
        correct_planned_sets(log, _items(log, routine_id)[0].id, [values])


@pytest.mark.parametrize("count", [0, 21])
def test_exercise_has_one_to_twenty_sets(log: TrainingLog, routine_id: int, count: int) -> None:
    with pytest.raises(InvalidValue):
        correct_planned_sets(log, _items(log, routine_id)[0].id, [PlannedSetValues()] * count)


def test_superset_joins_neighbours_of_a_section(log: TrainingLog, routine_id: int) -> None:
    make_superset(log, _items(log, routine_id)[2].id)
    assert _supersets(log, routine_id) == [None, None, 1, 1, None]


def test_superset_needs_a_next_exercise_in_its_section(log: TrainingLog, routine_id: int) -> None:
    with pytest.raises(InvalidValue):
        make_superset(log, _items(log, routine_id)[3].id)


def test_exercise_put_between_two_of_a_superset_joins_it(log: TrainingLog, routine_id: int) -> None:
    items = _items(log, routine_id)
    make_superset(log, items[2].id)
    move_exercise(log, items[4].id, Section.ACCESSORY, 1)
    assert _supersets(log, routine_id) == [None, None, 1, 1, 1]


def test_superset_of_two_ends_when_one_goes(log: TrainingLog, routine_id: int) -> None:
    items = _items(log, routine_id)
    make_superset(log, items[2].id)
    move_exercise(log, items[2].id, Section.MAIN, 0)
    assert _supersets(log, routine_id) == [None] * 5


def test_dissolved_superset_leaves_the_order(log: TrainingLog, routine_id: int) -> None:
    before = _order(log, routine_id)
    make_superset(log, _items(log, routine_id)[2].id)
    dissolve_superset(log, _items(log, routine_id)[3].id)
    assert _supersets(log, routine_id) == [None] * 5
    assert _order(log, routine_id) == before


def _set_ids(log: TrainingLog, item_id: int) -> list[int]:
    wanted = select(PlannedSet.id).where(PlannedSet.routine_exercise_id == item_id)
    with log.reading() as session:
        return list(session.scalars(wanted.order_by(PlannedSet.position)))
