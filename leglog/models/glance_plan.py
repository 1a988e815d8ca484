"""The plan of one routine beside the last time of each exercise, by plain SQL."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from leglog.training.duration import PlannedBlock, PlannedEffort, estimated_duration_s
from leglog.training.prefill import prefilled_load_g
from leglog.training.set_counts import count_planned
from leglog.training.vocabulary import (
    LoadBasis,
    LoadMode,
    LoadRule,
    Measure,
    Section,
    SetType,
    Side,
    Unit,
    WorkoutState,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.models.week import Fetch


class SetTarget(NamedTuple):
    """One planned set, as far as a line about it tells."""

    set_type: SetType
    side: Side
    reps_min: int | None
    reps_max: int | None
    s_min: int | None
    s_max: int | None
    load_rule: LoadRule
    load_g: int | None
    load_unit: Unit
    load_mode: LoadMode
    band: str | None


class SetDone(NamedTuple):
    """One set done; rows with the same ``pair`` are its left and right side."""

    side: Side
    pair: int | None
    reps: int | None
    load_g: int | None
    load_unit: Unit
    load_mode: LoadMode
    band: str | None
    duration_s: int | None
    distance_m: int | None


class PlannedExercise(NamedTuple):
    """An exercise of a routine, with its sets and those of the last time it was done."""

    section: Section
    exercise_id: int
    name: str
    measure: Measure
    load_basis: LoadBasis
    rest_s: int | None
    superset: int | None
    targets: tuple[SetTarget, ...]
    last_day: dt.date | None
    last_sets: tuple[SetDone, ...]
    """Without warm-up sets."""

    @property
    def load_g(self) -> int | None:
        """The weight that the first working set would be offered, or None without one."""
        first = next((one for one in self.targets if one.set_type != SetType.WARM_UP), None)
        planned_g = first.load_g if first and first.load_rule is LoadRule.FIXED else None
        return prefilled_load_g(planned_g, self.last_sets[0].load_g if self.last_sets else None)

    @property
    def load_unit(self) -> Unit:
        """The unit in which that weight was typed."""
        fixed = any(one.load_g is not None for one in self.targets)
        if self.last_sets and not fixed:
            return self.last_sets[0].load_unit
        return self.targets[0].load_unit if self.targets else Unit.KG

    @property
    def block(self) -> PlannedBlock:
        """What the time of the exercise is reckoned from."""
        efforts = tuple(
            PlannedEffort(
                _range(one.reps_min, one.reps_max),
                _range(one.s_min, one.s_max),
                each_side=one.side is Side.EACH,
            )
            for one in self.targets
        )
        return PlannedBlock(efforts, self.rest_s or 0, self.superset)


class RoutinePlan(NamedTuple):
    """A routine's exercises in their order."""

    routine_id: int
    name: str
    exercises: tuple[PlannedExercise, ...]

    @property
    def sets(self) -> int:
        """How many sets it has, counted as in ``training.set_counts``."""
        return count_planned(
            (exercise.section, one.set_type)
            for exercise in self.exercises
            for one in exercise.targets
        )

    @property
    def duration_s(self) -> int:
        """About how long it takes."""
        return about_s(self.exercises)


def about_s(exercises: Iterable[PlannedExercise]) -> int:
    """Return about how many seconds exercises of a routine take."""
    return estimated_duration_s([exercise.block for exercise in exercises])


def read_plan(fetch: Fetch, routine_id: int, today: dt.date) -> RoutinePlan | None:
    """Read the plan of a routine, or None where it is gone."""
    name = next((row[0] for row in fetch(_ROUTINE, (routine_id,))), None)
    if name is None:
        return None
    targets: dict[int, list[SetTarget]] = {}
    for id_, *columns in fetch(_TARGETS, (routine_id,)):
        targets.setdefault(id_, []).append(_target(columns))
    last = _read_last_sets(fetch, routine_id, today)
    exercises = tuple(
        _exercise(row, tuple(targets.get(row[0], ())), last.get(row[2], []))
        for row in fetch(_EXERCISES, (routine_id,))
    )
    return RoutinePlan(routine_id, name, exercises)


def _range(low: int | None, high: int | None) -> tuple[int, int] | None:
    """Return both ends, an open one as the other; None where neither is set."""
    ends = [end for end in (low, high) if end is not None]
    return (ends[0], ends[-1]) if ends else None


def _exercise(
    row: Sequence[Any], targets: tuple[SetTarget, ...], last: list[Sequence[Any]]
) -> PlannedExercise:
    _id, section, exercise_id, name, measure, basis, rest_s, superset = row
    return PlannedExercise(
        section=Section(section),
        exercise_id=exercise_id,
        name=name,
        measure=Measure(measure),
        load_basis=LoadBasis(basis),
        rest_s=rest_s,
        superset=superset,
        targets=targets,
        last_day=dt.date.fromisoformat(last[0][1]) if last else None,
        last_sets=tuple(_done(columns[2:]) for columns in last),
    )


def _read_last_sets(
    fetch: Fetch, routine_id: int, today: dt.date
) -> dict[int, list[Sequence[Any]]]:
    """Read, by exercise, the sets of the newest finished workout in which it was done."""
    values = (WorkoutState.FINISHED.value, today.isoformat(), SetType.WARM_UP.value)
    found: dict[int, list[Sequence[Any]]] = {}
    for row in fetch(_LAST_SETS, (*values, *values, routine_id, values[-1])):
        found.setdefault(row[0], []).append(row)
    return found


def _target(columns: Sequence[Any]) -> SetTarget:
    set_type, side, reps_min, reps_max, s_min, s_max, rule, load_g, unit, mode, band = columns
    return SetTarget(
        SetType(set_type),
        Side(side),
        reps_min,
        reps_max,
        s_min,
        s_max,
        LoadRule(rule),
        load_g,
        Unit(unit),
        LoadMode(mode),
        band,
    )


def _done(columns: Iterable[Any]) -> SetDone:
    side, pair, reps, load_g, unit, mode, band, duration_s, distance_m = columns
    return SetDone(
        Side(side),
        pair,
        reps,
        load_g,
        Unit(unit),
        LoadMode(mode),
        band,
        duration_s,
        distance_m,
    )


_ROUTINE = "SELECT name FROM routine WHERE id = ?"
_EXERCISES = """
    SELECT routine_exercise.id, section, exercise.id, exercise.name, measure, load_basis,
        rest_s, superset
    FROM routine_exercise JOIN exercise ON exercise.id = exercise_id
    WHERE routine_id = ? ORDER BY routine_exercise.position
"""
_TARGETS = """
    SELECT routine_exercise.id, set_type, side, reps_min, reps_max, s_min, s_max,
        load_rule, load_g, load_unit, load_mode, band
    FROM routine_exercise JOIN planned_set ON routine_exercise_id = routine_exercise.id
    WHERE routine_id = ? ORDER BY planned_set.position
"""
_LAST_SETS = """
    SELECT workout_exercise.exercise_id, workout.date, side, pair, reps, load_g, load_unit,
        load_mode, band, duration_s, distance_m
    FROM (
        SELECT planned.exercise_id AS exercise_id, coalesce((
            SELECT item.id FROM (
                SELECT id, date FROM workout WHERE state = ? AND date <= ? AND NOT EXISTS (
                    SELECT 1 FROM period WHERE kind = 'easy_week'
                        AND workout.date BETWEEN first_date AND last_date
                )
                ORDER BY date DESC, id DESC LIMIT 40
            ) AS recent
            JOIN workout_exercise AS item ON item.workout_id = recent.id
            WHERE +item.exercise_id = planned.exercise_id AND EXISTS (
                SELECT 1 FROM performed_set
                WHERE workout_exercise_id = item.id AND done AND set_type != ?
            )
            ORDER BY recent.date DESC, recent.id DESC LIMIT 1
        ), (
            SELECT workout_exercise.id
            FROM workout_exercise JOIN workout ON workout.id = workout_id
            WHERE workout_exercise.exercise_id = planned.exercise_id
                AND state = ? AND date <= ? AND NOT EXISTS (
                    SELECT 1 FROM period WHERE kind = 'easy_week'
                        AND workout.date BETWEEN first_date AND last_date
                ) AND EXISTS (
                    SELECT 1 FROM performed_set
                    WHERE workout_exercise_id = workout_exercise.id
                        AND done AND set_type != ?
                )
            ORDER BY date DESC, workout.id DESC LIMIT 1
        )) AS last_id
        FROM (SELECT DISTINCT exercise_id FROM routine_exercise WHERE routine_id = ?) AS planned
    ) AS newest
    JOIN workout_exercise ON workout_exercise.id = newest.last_id
    JOIN workout ON workout.id = workout_exercise.workout_id
    JOIN performed_set ON workout_exercise_id = workout_exercise.id
    WHERE done AND set_type != ?
    ORDER BY performed_set.workout_exercise_id, performed_set.position
"""
# The newest workouts are looked through first, and '+' keeps SQLite off the exercise's index: that
# leads through all of its years. Only a rare exercise needs them.
