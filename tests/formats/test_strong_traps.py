from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from leglog.training.vocabulary import Unit
from tests.formats.rows import (
    STRONG,
    STRONG_NUMBERED,
    STRONG_WITH_UNITS,
    numbered_row,
    strong_row,
)
from tests.formats.test_readers import only, read


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        (STRONG + strong_row("60"), ","),
        (STRONG_NUMBERED + numbered_row(), ";"),
        (STRONG_WITH_UNITS + "2018-01-02 10:00:00;Legs;Squat;1;60;lbs;5;;;;0;;;1h\n", ";"),
    ],
    ids=["plain", "numbered", "with units"],
)
def test_columns_may_stand_in_another_order(text: str, delimiter: str) -> None:
    turned = io.StringIO()
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    csv.writer(turned, delimiter=delimiter).writerows(row[::-1] for row in rows)
    assert only(read(turned.getvalue())).load == 60


def test_layout_without_notes_is_read() -> None:
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    file = read(head + "2018-01-02 10:00:00,Legs,1h,Squat,1,60,5,0,0,\n")
    assert (file.format, only(file).load) == ("strong", Decimal(60))


@pytest.mark.parametrize(
    ("date", "hour"),
    [
        ("2024-01-02 12:05:06\u202fAM", 0),
        ("2024-01-02 12:05:06\u202fPM", 12),
        ("2024-01-02 1:05\u202fPM", 13),
        ("2024-01-02T1:05:06 PM", 13),
    ],
)
def test_half_of_the_day_is_understood(date: str, hour: int) -> None:
    started_at = read(STRONG + strong_row(date=date)).workouts[0].started_at
    assert started_at is not None
    assert (started_at.hour, started_at.minute) == (hour, 5)


def test_key_is_the_same_for_both_ways_to_write_a_time() -> None:
    first = read(STRONG + strong_row(date="2024-01-02 13:00:00"))
    second = read(STRONG + strong_row(date="2024-01-02 1:00:00\u202fPM"))
    assert first.workouts[0].key == second.workouts[0].key


@pytest.mark.parametrize(("written", "seconds"), [("77m", 4620), ("2h", 7200)])
def test_lengths_in_one_unit(written: str, seconds: int) -> None:
    assert read(STRONG + strong_row(length=written)).workouts[0].duration_s == seconds


def test_workout_left_open_for_days_is_told() -> None:
    file = read(STRONG + strong_row(length="264h 1m"))
    assert [problem.sentence for problem in file.problems] == [
        "The workout’s length of more than a day was left out."
    ]


@pytest.mark.parametrize("order", ["REST TIMER", "Temporizador de descanso"])
def test_rest_timer_of_any_language_is_no_hold(order: str) -> None:
    file = read(STRONG + strong_row() + strong_row("0", "0", order, "120"))
    assert file.skipped == {"rest timer": 1}
    assert only(file).duration_s is None


def test_rest_timer_of_an_unknown_language_is_told() -> None:
    file = read(STRONG + strong_row() + strong_row("0", "0", "Temporizador de descanso", "120"))
    assert [problem.row for problem in file.problems] == [3]


def test_note_row_before_the_sets_belongs_to_its_exercise() -> None:
    file = read(STRONG + strong_row("0", "0", "Note", note="seat 4") + strong_row())
    assert (file.workouts[0].exercises[0].note, file.workouts[0].note) == ("seat 4", "")


def test_note_of_an_exercise_without_sets_belongs_to_the_workout() -> None:
    lost = strong_row("0", "0", "Note", note="knee", exercise="Lunge")
    file = read(STRONG + lost + strong_row())
    assert file.workouts[0].note == "Lunge: knee"


def test_note_of_a_later_set_is_kept() -> None:
    file = read(STRONG + strong_row(note="seat 4") + strong_row(order="2", note="slow"))
    assert file.workouts[0].exercises[0].note == "seat 4\nslow"


def test_note_of_the_workout_stands_in_any_row() -> None:
    file = read(STRONG + strong_row() + strong_row(order="2", workout_note="new gym"))
    assert file.workouts[0].note == "new gym"


def test_load_above_a_ton_is_left_out() -> None:
    file = read(STRONG_NUMBERED + numbered_row() + numbered_row("1000.5", order="2"))
    assert only(file).load == 60
    assert len(file.problems) == 1


@pytest.mark.parametrize(("unit", "sets"), [(Unit.KG, 1), (Unit.LB, 2)])
def test_heavy_load_without_a_unit_is_judged_once_the_unit_is_known(unit: Unit, sets: int) -> None:
    file = read(STRONG + strong_row() + strong_row("1500")).taken_as(unit)
    assert len(list(file.sets)) == sets
    assert file.skipped.get("out of range", 0) == 2 - sets


def test_part_of_a_repetition_is_told() -> None:
    file = read(STRONG + strong_row(reps="8.5"))
    assert only(file).reps == 8
    assert [problem.sentence for problem in file.problems] == ["8.5 reps were taken as 8."]


@pytest.mark.parametrize("seconds", ["100000", "-5"])
def test_impossible_hold_is_told(seconds: str) -> None:
    file = read(STRONG + strong_row() + strong_row(reps="0", seconds=seconds))
    assert [problem.row for problem in file.problems] == [3]


def test_impossible_rpe_costs_the_rpe_and_not_the_set() -> None:
    file = read(STRONG + strong_row(rpe="77"))
    assert (only(file).reps, only(file).rpe_halves) == (8, None)
    assert [problem.sentence for problem in file.problems] == ["An RPE of “77” was left out."]


def test_distance_beyond_any_run_is_left_out() -> None:
    run = numbered_row("", "", metres="900", seconds="60")
    file = read(STRONG_NUMBERED + run + run.replace("900", "99999999"))
    assert [one.distance_m for one in file.sets] == [900]
    assert len(file.problems) == 1


@pytest.mark.parametrize("written", ["62,5", "6\u202f2.5", " 62.5 "])
def test_numbers_of_other_countries_are_understood(written: str) -> None:
    assert only(read(STRONG_NUMBERED + numbered_row(written))).load == Decimal("62.5")


@pytest.mark.parametrize(
    "date",
    ["0001-01-01 00:00:00", "9999-12-31 23:59:59", "2024-02-30 10:00:00", "1969-12-31 10:00:00"],
)
def test_day_that_cannot_be_is_left_out(date: str) -> None:
    file = read(STRONG + strong_row() + strong_row(date=date))
    assert (len(file.workouts), len(file.problems)) == (1, 1)


def test_last_row_that_was_cut_within_its_numbers_is_no_set() -> None:
    text = STRONG + strong_row() + strong_row("120", "12", "2")
    file = read(text[: text.rindex("120") + 2])
    assert only(file).load == 20


def test_row_that_an_unquoted_comma_shifted_is_told() -> None:
    shifted = "2024-01-02 10:00:00,Legs,1h,Press (Each, Side),1,20,8,0,0,,,\n"
    file = read(STRONG + strong_row() + shifted)
    assert len(list(file.sets)) == 1
    assert [problem.row for problem in file.problems] == [3]


def test_rows_of_a_workout_need_not_stand_together() -> None:
    other_day = strong_row(date="2024-01-03 10:00:00")
    file = read(STRONG + strong_row() + other_day + strong_row(exercise="Row"))
    assert [len(workout.exercises) for workout in file.workouts] == [2, 1]


def test_units_of_the_rows_are_kept_and_added_up_in_kilograms() -> None:
    row = "2018-01-02 10:00:00;Legs;Squat;1;60;{};5;;;;0;;;1h\n"
    file = read(STRONG_WITH_UNITS + row.format("lbs") + row.format("kg"))
    assert [one.unit for one in file.sets] == [Unit.LB, Unit.KG]
    assert not file.unit_needed
    assert file.load_times_reps_kg() == 300 + 300 * Decimal("0.45359237")
