"""Records are better than every time before; a first time is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.records import Record, RecordKind, records_by_workout, records_in, tops_of
from leglog.training.vocabulary import LoadMode, SetType
from tests.training.builders import PLANK, SQUAT

if TYPE_CHECKING:
    from leglog.training.volume import SetFacts


def squat(reps: int, kg: int, mode: LoadMode = LoadMode.EXTERNAL) -> SetFacts:
    return SQUAT._replace(reps=reps, load_g=kg * 1000, load_mode=mode)


def kinds(records: tuple[Record, ...]) -> set[RecordKind]:
    return {record.kind for record in records}


def test_first_time_is_no_record() -> None:
    assert records_in([], [squat(10, 40)]) == ()


def test_empty_log_has_no_records() -> None:
    assert list(records_by_workout([])) == []
    assert records_in([], []) == ()


def test_same_again_is_no_record() -> None:
    assert records_in([[squat(10, 40)]], [squat(10, 40)]) == ()


def test_heavier_load_is_a_record() -> None:
    records = records_in([[squat(10, 40)]], [squat(5, 45)])
    assert Record(RecordKind.HEAVIEST_LOAD, 45_000, 40_000, LoadMode.EXTERNAL) in records
    assert RecordKind.REPS_AT_LOAD not in kinds(records)


def test_more_reps_at_a_load_are_a_record() -> None:
    records = records_in([[squat(8, 40)]], [squat(10, 40)])
    assert Record(RecordKind.REPS_AT_LOAD, 10, 8, LoadMode.EXTERNAL, 40_000) in records
    assert kinds(records) == {
        RecordKind.REPS_AT_LOAD,
        RecordKind.E1RM,
        RecordKind.WORKOUT_VOLUME,
    }


def test_reps_done_before_at_a_heavier_load_are_no_record() -> None:
    records = records_in([[squat(8, 40)], [squat(10, 50)]], [squat(9, 40)])
    assert kinds(records) == set()


def test_best_estimate_is_a_record() -> None:
    records = records_in([[squat(5, 40), squat(5, 40)]], [squat(5, 42)])
    assert RecordKind.E1RM in kinds(records)


def test_longest_hold_is_a_record() -> None:
    records = records_in([[PLANK]], [PLANK._replace(duration_s=35)])
    assert records == (Record(RecordKind.LONGEST_HOLD, 35, 30, LoadMode.NONE),)


def test_most_volume_in_a_workout_is_a_record() -> None:
    records = records_in([[squat(10, 40)] * 2], [squat(10, 40)] * 3)
    assert records == (Record(RecordKind.WORKOUT_VOLUME, 1_200_000, 800_000),)


@pytest.mark.parametrize(
    "facts",
    [
        squat(0, 100),
        squat(10, 100)._replace(set_type=SetType.WARM_UP),
        squat(10, 100)._replace(done=False),
    ],
)
def test_what_is_never_a_record(facts: SetFacts) -> None:
    assert records_in([[squat(10, 40)]], [facts]) == ()


def test_load_modes_do_not_compare() -> None:
    earlier = [[squat(10, 20, LoadMode.PER_DUMBBELL)] * 9]
    assert records_in(earlier, [squat(10, 40)]) == ()


def test_as_many_reps_with_less_help_stand() -> None:
    def helped(reps: int, kg: int) -> SetFacts:
        return squat(reps, kg, LoadMode.ASSISTED)

    earlier = [[helped(6, 30)], [helped(8, 20)]]
    assert records_in(earlier, [helped(8, 30)]) == ()
    assert kinds(records_in(earlier, [helped(9, 30)])) == {RecordKind.REPS_AT_LOAD}


def test_bodyweight_reps_have_records() -> None:
    bare = SQUAT._replace(load_g=None, load_mode=LoadMode.BODYWEIGHT)
    records = records_in([[bare]], [bare._replace(reps=12)])
    assert kinds(records) == {RecordKind.REPS_AT_LOAD}


def test_tops_of_a_workout_are_held_against_nothing() -> None:
    assert {top.kind: top.value for top in tops_of([squat(10, 40), squat(1, 60)])} == {
        RecordKind.HEAVIEST_LOAD: 60_000,
        RecordKind.REPS_AT_LOAD: 1,
        RecordKind.E1RM: 60,
        RecordKind.WORKOUT_VOLUME: 460_000,
    }


sets = st.builds(squat, st.integers(0, 12), st.integers(1, 100))
workouts = st.lists(st.lists(sets, max_size=3), max_size=6)


@given(workouts)
def test_records_one_by_one_are_those_of_the_whole_walk(log: list[list[SetFacts]]) -> None:
    walked = list(records_by_workout(log))
    alone = [records_in(log[:number], workout) for number, workout in enumerate(log)]
    assert walked == alone


@given(workouts)
def test_every_record_beats_what_was_before(log: list[list[SetFacts]]) -> None:
    assert all(
        record.value > record.previous > 0
        for records in records_by_workout(log)
        for record in records
    )
