"""What the form of a workout shows: plan, last time, what a set would log, and what was done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Select, select

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.last_time import Earlier, LastSet, finished_before, sets_last_time
from leglog.services.set_rows import SET_FACTS
from leglog.services.set_values import SetValues
from leglog.training.prefill import prefilled_count, prefilled_load_g
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    LoadMode,
    Measure,
    Moment,
    Section,
    SetType,
    Side,
    WorkoutState,
)
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

AnyRow = Row[*tuple[Any, ...]]


class Source(StrEnum):
    """Where the values come from that a set would log."""

    TYPED = "typed"
    LAST = "last"
    TARGET = "target"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Target:
    """What a set was planned to be; None where it was left open."""

    reps_min: int | None
    reps_max: int | None
    s_min: int | None
    s_max: int | None
    load_g: int | None
    rpe_halves: int | None


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set of the form."""

    id: int
    number: int
    """Counted from 1 among the sets of its type; both sides of a set share it."""
    set_type: SetType
    side: Side
    planned: bool
    target: Target
    last: LastSet | None
    values: SetValues
    """What stands in the row: what was done, or was typed and is not ticked yet."""
    shown: SetValues
    """What confirming the row logs."""
    source: Source
    load_mode: LoadMode
    done: bool
    note: str


@dataclass(frozen=True, slots=True)
class ExerciseBlock:
    """One exercise of the form with its sets."""

    id: int
    exercise_id: int
    name: str
    section: Section
    superset: int | None
    rest_s: int | None
    note: str
    own_note: str
    skipped: bool
    skip_reason: str
    felt_score: int | None
    category: Category
    measure: Measure
    load_basis: LoadBasis
    per_side: bool
    sets: tuple[SetRow, ...]

    @property
    def done(self) -> int:
        """How many rows are done."""
        return sum(row.done for row in self.sets)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do here."""
        return self.skipped or all(row.done for row in self.sets)


@dataclass(frozen=True, slots=True)
class Ratings:
    """The back around the workout; None where it was not rated."""

    before: int | None = None
    during: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class WorkoutForm:
    """A workout as its form shows it."""

    id: int
    title: str
    date: dt.date
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    note: str
    state: WorkoutState
    routine_id: int | None
    blocks: tuple[ExerciseBlock, ...]
    ratings: Ratings
    volume_load_g: int
    last_volume_load_g: int | None
    """Of the last workout of the same routine."""
    earlier: Earlier = field(repr=False)

    @property
    def work_blocks(self) -> tuple[ExerciseBlock, ...]:
        """The exercises whose sets are counted: not those of warm-up and cool-down."""
        return tuple(block for block in self.blocks if is_work_section(block.section))

    @property
    def sets_done(self) -> int:
        """How many counted sets are done; a left and a right row are one."""
        return _count(block for block in self.work_blocks)[0]

    @property
    def sets_planned(self) -> int:
        """How many counted sets the form holds, without skipped exercises."""
        return _count(block for block in self.work_blocks)[1]


def is_work_section(section: Section) -> bool:
    """Say whether the sets of a section are counted as the workout's."""
    return section not in (Section.WARM_UP, Section.COOL_DOWN)


def open_workouts(log: TrainingLog) -> tuple[int, ...]:
    """Return the ids of unfinished workouts, the newest first."""
    with log.reading() as session:
        return tuple(
            session.scalars(
                select(Workout.id)
                .where(Workout.state == WorkoutState.OPEN)
                .order_by(Workout.date.desc(), Workout.id.desc())
            )
        )


def workout_form(
    log: TrainingLog, workout_id: int, before: WorkoutForm | None = None
) -> WorkoutForm:
    """Return everything that the form shows; raises NotFound.

    ``before``, the form as it was read last, saves looking for last time again; that depends on
    the day and on other workouts alone.
    """
    with log.reading() as session:
        workout = session.execute(
            select(
                Workout.id,
                Workout.title,
                Workout.date,
                Workout.started_at,
                Workout.ended_at,
                Workout.note,
                Workout.state,
                Workout.routine_id,
            ).where(Workout.id == workout_id)
        ).one_or_none()
        if workout is None:
            raise NotFound(_("That workout is no longer there."))
        items = session.execute(_items_query(workout_id)).all()
        rows = _rows(session, [item.id for item in items])
        if before is not None and before.date != workout.date:
            before = None
        known = dict(before.earlier) if before else {}
        missing = {item.exercise_id for item in items} - known.keys()
        if missing:
            known |= sets_last_time(session, missing, workout.date, workout_id)
        blocks = tuple(
            _block(item, rows[item.id], known.get(item.exercise_id, ())) for item in items
        )
        return WorkoutForm(
            *workout,
            blocks=blocks,
            ratings=_ratings(session, workout_id),
            volume_load_g=_volume(blocks),
            last_volume_load_g=before.last_volume_load_g
            if before
            else _last_volume(session, workout.routine_id, workout_id, workout.date),
            earlier=known,
        )


def _items_query(workout_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            WorkoutExercise.id,
            WorkoutExercise.exercise_id,
            WorkoutExercise.exercise_name.label("name"),
            WorkoutExercise.section,
            WorkoutExercise.superset,
            WorkoutExercise.rest_s,
            WorkoutExercise.note,
            Exercise.own_note,
            WorkoutExercise.skipped,
            WorkoutExercise.skip_reason,
            WorkoutExercise.felt_score,
            Exercise.category,
            Exercise.measure,
            Exercise.load_basis,
            Exercise.per_side,
        )
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(WorkoutExercise.workout_id == workout_id)
        .order_by(WorkoutExercise.position)
    )


_SET_COLUMNS = (
    PerformedSet.workout_exercise_id,
    PerformedSet.id,
    PerformedSet.set_type,
    PerformedSet.side,
    PerformedSet.pair,
    PerformedSet.planned,
    PerformedSet.target_reps_min,
    PerformedSet.target_reps_max,
    PerformedSet.target_s_min,
    PerformedSet.target_s_max,
    PerformedSet.target_load_g,
    PerformedSet.target_rpe_halves,
    PerformedSet.reps,
    PerformedSet.load_g,
    PerformedSet.load_unit,
    PerformedSet.duration_s,
    PerformedSet.distance_m,
    PerformedSet.rpe_halves,
    PerformedSet.load_mode,
    PerformedSet.done,
    PerformedSet.note,
)


def _rows(session: Session, item_ids: Sequence[int]) -> Mapping[int, list[AnyRow]]:
    rows: dict[int, list[AnyRow]] = defaultdict(list)
    query = (
        select(*_SET_COLUMNS)
        .where(PerformedSet.workout_exercise_id.in_(item_ids), ~PerformedSet.removed)
        .order_by(PerformedSet.workout_exercise_id, PerformedSet.position)
    )
    for row in session.execute(query):
        rows[row.workout_exercise_id].append(row)
    return rows


def _block(item: AnyRow, rows: list[AnyRow], last: Sequence[LastSet]) -> ExerciseBlock:
    return ExerciseBlock(**item._asdict(), sets=tuple(_numbered(rows, last, item.measure)))


def _numbered(rows: list[AnyRow], last: Sequence[LastSet], measure: Measure) -> Iterable[SetRow]:
    counts: dict[bool, int] = {True: 0, False: 0}
    seen: set[int] = set()
    for row in rows:
        is_warm_up = row.set_type is SetType.WARM_UP
        if row.pair is None or row.pair not in seen:
            counts[is_warm_up] += 1
        if row.pair is not None:
            seen.add(row.pair)
        number = counts[is_warm_up]
        yield _set_row(row, number, _last_of(last, is_warm_up, number, row.side), measure)


def _last_of(last: Sequence[LastSet], is_warm_up: bool, number: int, side: Side) -> LastSet | None:
    """Return what stood in the same place last time: of the same kind, and of the same side."""
    same_kind = [one for one in last if (one.set_type is SetType.WARM_UP) == is_warm_up]
    for wanted in (side, None):
        rows = [
            one
            for one in same_kind
            if (one.side is wanted if wanted else one.side is not Side.RIGHT)
        ]
        if number <= len(rows):
            return rows[number - 1]
    return None


def _set_row(row: AnyRow, number: int, last: LastSet | None, measure: Measure) -> SetRow:
    target = Target(
        row.target_reps_min,
        row.target_reps_max,
        row.target_s_min,
        row.target_s_max,
        row.target_load_g,
        row.target_rpe_halves,
    )
    values = SetValues(
        row.reps, row.load_g, row.load_unit, row.duration_s, row.distance_m, row.rpe_halves
    )
    shown, source = _shown(values, target, last, measure, row.load_mode)
    return SetRow(
        id=row.id,
        number=number,
        set_type=row.set_type,
        side=row.side,
        planned=row.planned,
        target=target,
        last=last,
        values=values,
        shown=values if row.done else shown,
        source=source,
        load_mode=row.load_mode,
        done=row.done,
        note=row.note,
    )


def _shown(
    values: SetValues, target: Target, last: LastSet | None, measure: Measure, mode: LoadMode
) -> tuple[SetValues, Source]:
    """Return what the row would log, field by field: what was typed, else what is prefilled."""
    reps, load_g, unit, duration_s = values.reps, values.load_g, values.load_unit, values.duration_s
    if measure.counts_reps:
        if reps is None:
            reps = prefilled_count(last.reps if last else None, target.reps_min, target.reps_max)
        if duration_s is None:
            # A pause in each repetition is part of the plan, not something that varies.
            duration_s = target.s_min
    elif duration_s is None:
        duration_s = prefilled_count(last.duration_s if last else None, target.s_min, target.s_max)
    if load_g is None and _takes_load(mode, measure):
        load_g = prefilled_load_g(target.load_g, last.load_g if last else None)
        if target.load_g is None and last is not None and last.load_g is not None:
            unit = last.load_unit
    shown = SetValues(reps, load_g, unit, duration_s, values.distance_m, values.rpe_halves)
    return shown, _source(values, last, shown)


def _takes_load(mode: LoadMode, measure: Measure) -> bool:
    return mode is not LoadMode.BAND and measure not in (
        Measure.DURATION,
        Measure.DISTANCE_DURATION,
    )


def _source(values: SetValues, last: LastSet | None, shown: SetValues) -> Source:
    if not values.is_empty or values.load_g is not None:
        return Source.TYPED
    if shown.is_empty:
        return Source.NOTHING
    if last and (last.reps, last.duration_s) == (shown.reps, shown.duration_s):
        return Source.LAST
    return Source.TARGET


def _ratings(session: Session, workout_id: int) -> Ratings:
    scores = dict(
        session.execute(
            select(PainRating.moment, PainRating.score).where(PainRating.workout_id == workout_id)
        ).all()
    )
    return Ratings(scores.get(Moment.BEFORE), scores.get(Moment.DURING), scores.get(Moment.AFTER))


def _volume(blocks: Iterable[ExerciseBlock]) -> int:
    return sum(
        volume_load_g(
            SetFacts(
                block.category,
                block.section,
                row.set_type,
                row.done,
                row.side,
                row.values.reps,
                row.values.load_g,
                row.load_mode,
                row.values.duration_s,
                row.values.rpe_halves,
            )
        )
        for block in blocks
        for row in block.sets
        if row.done
    )


def _last_volume(
    session: Session, routine_id: int | None, workout_id: int, day: dt.date
) -> int | None:
    if routine_id is None:
        return None
    last = session.scalar(
        select(Workout.id)
        .where(
            Workout.routine_id == routine_id,
            *finished_before(day, workout_id),
        )
        .order_by(Workout.date.desc(), Workout.id.desc())
        .limit(1)
    )
    return None if last is None else workout_volume_g(session, last)


def workout_volume_g(session: Session, workout_id: int) -> int:
    """Return reps × load of everything done in a workout, in grams."""
    rows = session.execute(
        select(*SET_FACTS)
        .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(WorkoutExercise.workout_id == workout_id, PerformedSet.done)
    )
    return sum(volume_load_g(SetFacts(*row)) for row in rows)


def _count(blocks: Iterable[ExerciseBlock]) -> tuple[int, int]:
    done = planned = 0
    for block in blocks:
        if block.skipped:
            continue
        numbers = {(row.set_type is SetType.WARM_UP, row.number) for row in block.sets}
        undone = {
            (row.set_type is SetType.WARM_UP, row.number) for row in block.sets if not row.done
        }
        planned += len(numbers)
        done += len(numbers - undone)
    return done, planned
