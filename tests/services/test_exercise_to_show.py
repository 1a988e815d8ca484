"""Strength opens on the exercise that has the most weight to tell of."""

from __future__ import annotations

from leglog.services.strength_series import TrainedExercise, exercise_to_show

PLANK = TrainedExercise(1, "Plank", 89, has_sides=False, loaded_sets=0)
SQUAT = TrainedExercise(2, "Squat", 40, has_sides=True, loaded_sets=120)
PRESS = TrainedExercise(3, "Leg press", 60, has_sides=True, loaded_sets=90)
DONE = (PLANK, PRESS, SQUAT)


def test_most_loaded_exercise_is_shown() -> None:
    assert exercise_to_show(DONE) is SQUAT


def test_chosen_exercise_is_shown_even_without_load() -> None:
    assert exercise_to_show(DONE, "1") is PLANK


def test_exercise_of_most_workouts_is_shown_where_nothing_was_loaded() -> None:
    assert exercise_to_show((PLANK,), "7") is PLANK


def test_nothing_is_shown_where_nothing_was_done() -> None:
    assert exercise_to_show(()) is None
