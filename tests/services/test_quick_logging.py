"""Typed lines against a real workout: what they are understood as, and what is written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services import sets, workout_exercises, workouts
from leglog.services.checking import check_log
from leglog.services.exercises import exercise_list
from leglog.services.quick_entry import QuickEntryReader
from leglog.services.quick_logging import log_quick_lines
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.training_log import Action
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import LoadMode, SetType, Side, Unit

if TYPE_CHECKING:
    from leglog.services.quick_choices import QuickReading
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm

DAY = dt.date(2026, 11, 2)


class Typist:
    """Someone who types lines into a workout of five exercises."""

    def __init__(self, log: TrainingLog) -> None:
        self.log = log
        self.ids = {line.name: line.id for line in exercise_list(log)}
        self.workout_id = workouts.start_workout(log, DAY)
        for name in (
            "Goblet squat",
            "Reverse lunge",
            "Forward lunge",
            "Plank (forearms)",
            "Push-up",
        ):
            workout_exercises.add_workout_exercise(log, self.workout_id, self.ids[name])
        self.current_id: int | None = None

    @property
    def form(self) -> WorkoutForm:
        return workout_form(self.log, self.workout_id)

    def block(self, name: str) -> ExerciseBlock:
        return next(block for block in self.form.blocks if block.name == name)

    def read(self, text: str) -> tuple[QuickReading, ...]:
        reader = QuickEntryReader(self.log)
        reader.form, reader.current_id = self.form, self.current_id
        return reader.read(text)

    def read_one(self, text: str) -> QuickReading:
        (reading,) = self.read(text)
        return reading

    def log_lines(self, text: str) -> None:
        readings = self.read(text)
        plans = [reading.plan for reading in readings if reading.plan]
        assert len(plans) == len(readings), readings
        log_quick_lines(self.log, self.workout_id, plans)
        assert not check_log(self.log).problems

    def done(self, name: str) -> list[tuple[int | None, int | None]]:
        return [(row.values.load_g, row.values.reps) for row in self.block(name).sets if row.done]


@pytest.fixture
def typist(log: TrainingLog) -> Typist:
    return Typist(log)


def test_rows_not_done_are_filled_first_then_rows_are_added(typist: Typist) -> None:
    before = typist.block("Goblet squat").sets
    typist.log_lines("goblet 20x12 x12 x12 x10 @8")
    after = typist.block("Goblet squat").sets
    assert [row.id for row in after[: len(before)]] == [row.id for row in before]
    assert typist.done("Goblet squat") == [(20_000, 12)] * 3 + [(20_000, 10)]
    assert after[-1].values.rpe_halves == 16


def test_done_rows_stay_as_they_are(typist: Typist) -> None:
    typist.log_lines("goblet 20x12")
    typist.log_lines("goblet 22x8")
    assert typist.done("Goblet squat") == [(20_000, 12), (22_000, 8)]


def test_one_undo_takes_all_lines_back(typist: Typist) -> None:
    before = typist.form
    typist.log_lines("goblet 20x12\nleg press 80x10 x10\nskip plank shoulder")
    assert typist.log.undo_action is Action.LOG_QUICK_LINE
    typist.log.undo()
    assert typist.form == before


def test_exercise_that_is_not_in_the_workout_is_added_with_its_sets_alone(typist: Typist) -> None:
    typist.log_lines("leg press 80x10 x8")
    assert typist.done("Leg press") == [(80_000, 10), (80_000, 8)]
    assert len(typist.block("Leg press").sets) == 2


def test_two_lines_for_one_added_exercise_go_to_one_place(typist: Typist) -> None:
    typist.log_lines("leg press 80x10\nleg press 90x8")
    assert typist.done("Leg press") == [(80_000, 10), (90_000, 8)]
    assert sum(block.name == "Leg press" for block in typist.form.blocks) == 1


def test_two_lines_for_one_exercise_fill_one_row_each(typist: Typist) -> None:
    typist.log_lines("goblet 20x12\ngoblet 22x10")
    assert typist.done("Goblet squat") == [(20_000, 12), (22_000, 10)]


def test_bare_numbers_take_the_planned_weight(typist: Typist, log: TrainingLog) -> None:
    row = typist.block("Goblet squat").sets[0]
    sets.correct_set(log, row.id, SetValues(load_g=24_000))
    typist.log_lines("goblet 12")
    assert typist.done("Goblet squat") == [(24_000, 12)]


def test_bare_numbers_of_a_new_exercise_take_the_weight_of_last_time(
    typist: Typist, log: TrainingLog
) -> None:
    earlier = workouts.start_workout(log, DAY - dt.timedelta(weeks=1))
    item = workout_exercises.add_workout_exercise(log, earlier, typist.ids["Leg press"])
    block = next(one for one in workout_form(log, earlier).blocks if one.id == item)
    sets.log_set(log, block.sets[0].id, SetValues(reps=10, load_g=70_000))
    workouts.finish_workout(log, earlier)
    typist.log_lines("leg press 12 12")
    assert typist.done("Leg press") == [(70_000, 12), (70_000, 12)]


def test_pounds_stay_pounds(typist: Typist) -> None:
    typist.log_lines("goblet 45lbx12")
    row = typist.block("Goblet squat").sets[0]
    assert (row.values.load_g, row.values.load_unit) == (20_412, Unit.LB)


def test_numbers_are_seconds_for_what_is_held(typist: Typist) -> None:
    typist.log_lines("plank 30 30s 0:25")
    seconds = [row.values.duration_s for row in typist.block("Plank (forearms)").sets if row.done]
    assert seconds == [30, 30, 25]


def test_load_on_body_weight_is_an_added_one(typist: Typist) -> None:
    typist.log_lines("push-up 12 +10x8 bwx15")
    rows = [row for row in typist.block("Push-up").sets if row.done]
    assert [row.load_mode for row in rows] == [
        LoadMode.BODYWEIGHT,
        LoadMode.ADDED,
        LoadMode.BODYWEIGHT,
    ]


def test_body_weight_leaves_the_planned_load_out(typist: Typist) -> None:
    typist.log_lines("goblet bw x 15 x15 x15 20x10")
    rows = typist.block("Goblet squat").sets
    assert [row.values.load_g for row in rows] == [None, None, None, 20_000]
    assert rows[0].load_mode is LoadMode.BODYWEIGHT
    assert rows[3].load_mode not in (LoadMode.BODYWEIGHT, LoadMode.ADDED)


def test_left_and_right_split_a_row(typist: Typist) -> None:
    typist.log_lines("reverse lunge L 10 R 8 12/11")
    rows = [row for row in typist.block("Reverse lunge").sets if row.done]
    assert [(row.side, row.values.reps) for row in rows] == [
        (Side.LEFT, 10),
        (Side.RIGHT, 8),
        (Side.LEFT, 12),
        (Side.RIGHT, 11),
    ]


def test_left_and_right_are_added_as_one_set(typist: Typist) -> None:
    count = len(typist.block("Reverse lunge").sets)
    typist.log_lines("reverse lunge " + "12 " * count + "10/8")
    rows = typist.block("Reverse lunge").sets
    assert [(row.side, row.number) for row in rows[-2:]] == [
        (Side.LEFT, count + 1),
        (Side.RIGHT, count + 1),
    ]


def test_one_side_alone_leaves_the_other_to_do(typist: Typist) -> None:
    typist.log_lines("reverse lunge R 8")
    left, right = typist.block("Reverse lunge").sets[:2]
    assert (left.side, left.done, right.side, right.values.reps) == (
        Side.LEFT, False, Side.RIGHT, 8,
    )  # fmt: skip
    typist.log_lines("reverse lunge L 9")
    assert typist.block("Reverse lunge").sets[0].values.reps == 9


def test_one_count_fills_both_rows_of_a_split_set(typist: Typist, log: TrainingLog) -> None:
    sets.split_sides(log, typist.block("Reverse lunge").sets[0].id)
    typist.log_lines("reverse lunge 12")
    assert [row.values.reps for row in typist.block("Reverse lunge").sets if row.done] == [12, 12]


def test_each_side_is_kept_where_both_sides_were_planned(typist: Typist) -> None:
    typist.log_lines("goblet 3x12 each 10kg")
    assert {row.side for row in typist.block("Goblet squat").sets} == {Side.EACH}


def test_warm_up_sets_come_before_the_others(typist: Typist) -> None:
    typist.log_lines("goblet w 10x10 20x12")
    rows = typist.block("Goblet squat").sets
    assert [(row.set_type, row.values.load_g) for row in rows[:2]] == [
        (SetType.WARM_UP, 10_000),
        (SetType.WORKING, 20_000),
    ]


def test_note_is_added_to_the_one_that_stands_there(typist: Typist) -> None:
    typist.log_lines("goblet 20x12 # felt good")
    typist.log_lines("goblet # slower down")
    assert typist.block("Goblet squat").note == "felt good; slower down"


def test_skip_takes_the_last_words_as_reason(typist: Typist, log: TrainingLog) -> None:
    typist.log_lines("skip reverse lunge knee")
    assert typist.block("Reverse lunge").skipped
    typist.log_lines("reverse lunge 12")
    assert not typist.block("Reverse lunge").skipped


def test_skip_without_a_name_is_for_the_exercise_at_hand(typist: Typist) -> None:
    typist.current_id = typist.block("Push-up").id
    typist.log_lines("skip")
    assert typist.block("Push-up").skipped


def test_line_without_a_name_is_for_the_exercise_at_hand(typist: Typist) -> None:
    typist.current_id = typist.block("Push-up").id
    typist.log_lines("12 10")
    assert typist.done("Push-up") == [(None, 12), (None, 10)]


# What is asked and what is refused


def test_two_exercises_with_that_start_are_shown_and_none_is_taken(typist: Typist) -> None:
    reading = typist.read_one("lunge 12")
    assert reading.plan is None
    assert [choice.name for choice in reading.choices] == ["Forward lunge", "Reverse lunge"]
    assert reading.choices[0].text == "Forward lunge 12"
    assert typist.read_one(reading.choices[0].text).is_whole


def test_exercise_of_today_comes_before_the_library(typist: Typist) -> None:
    plan = typist.read_one("plank 30s").plan
    assert plan is not None
    assert plan.name == "Plank (forearms)"


def test_skip_shows_the_exercises_that_it_can_mean(typist: Typist) -> None:
    reading = typist.read_one("skip lunge knee")
    assert [choice.text for choice in reading.choices] == [
        "skip Forward lunge # knee",
        "skip Reverse lunge # knee",
    ]


def test_misspelt_name_is_never_taken_by_itself(typist: Typist) -> None:
    reading = typist.read_one("gobelt 20x12")
    assert reading.plan is None
    assert reading.choices[0].name == "Goblet squat"
    assert "Closest: Goblet squat" in reading.sentence


def test_unknown_name_is_marked(typist: Typist) -> None:
    reading = typist.read_one("  xyzzy 12")
    assert (reading.span.at, reading.span.length, reading.choices) == (2, 5, ())


def test_number_of_sets_is_asked_for_where_it_may_be_a_weight(typist: Typist) -> None:
    reading = typist.read_one("leg press 3x12")
    assert [choice.text for choice in reading.choices] == [
        "leg press 3kgx12",
        "leg press x12 x12 x12",
    ]


@pytest.mark.parametrize("line", ["push-up 3x12", "plank 3x30s", "plank 3x30", "plank 60 30 30"])
def test_reading_that_cannot_be_meant_is_not_asked_for(typist: Typist, line: str) -> None:
    reading = typist.read_one(line)
    assert reading.plan is not None
    assert len(reading.plan.entries) == 3


def test_number_of_sets_is_clear_where_the_planned_weight_is_far_off(
    typist: Typist, log: TrainingLog
) -> None:
    for row in typist.block("Goblet squat").sets:
        sets.correct_set(log, row.id, SetValues(load_g=24_000))
    typist.log_lines("goblet 3x12")
    assert typist.done("Goblet squat") == [(24_000, 12)] * 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("goblet 30s", "counted in reps"),
        ("plank 12 reps", "held for a time"),
        ("plank 10kg 30s", "without a weight"),
        ("goblet +10x8", "no body weight"),
    ],
)
def test_set_that_does_not_suit_the_exercise_is_refused(
    typist: Typist, line: str, words: str
) -> None:
    reading = typist.read_one(line)
    assert reading.plan is None
    assert words in reading.sentence


def test_trouble_says_what_was_understood_until_there(typist: Typist) -> None:
    reading = typist.read_one("goblet 20x12 x1y")
    assert reading.so_far is not None
    assert (reading.so_far.name, len(reading.so_far.entries)) == ("Goblet squat", 2)


def test_line_without_a_name_and_an_exercise_at_hand_asks_for_one(typist: Typist) -> None:
    assert "Name the exercise" in typist.read_one("12 12").sentence


def test_template_takes_the_lines_of_the_manual(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    workout_id = workouts.start_workout(log, DAY, routine_id)
    reader = QuickEntryReader(log)
    reader.form = workout_form(log, workout_id)
    readings = reader.read("deadlift 100lb 3x8\nglute bridge 12 12 10 @8")
    assert all(reading.is_whole for reading in readings)
