"""What the Routines page shows: the list, and one routine with its balance and hints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from leglog.models.exercise import Exercise
from leglog.models.routine import Routine, RoutineExercise
from leglog.services.load_modes import usual_load_mode
from leglog.services.planned_sets import PlannedSetValues, read_values
from leglog.services.preferences import read_preferences
from leglog.services.routine_week import (
    Balance,
    CountedSets,
    WeekPlan,
    balance_of,
    counts,
    muscle_shares,
    sets_last_week,
    week_plan,
)
from leglog.services.rows import get_row
from leglog.training.duration import PlannedBlock, PlannedEffort, estimated_duration_s
from leglog.training.routine_hints import Hint, PlannedItem, PlannedWeek, hints_for
from leglog.training.set_counts import count_planned, is_counted
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    LoadMode,
    Measure,
    Pattern,
    Section,
    Side,
    Unit,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """A routine in the list of routines; weekdays are ISO numbers (Monday is 1)."""

    id: int
    name: str
    weekdays: frozenset[int]
    is_archived: bool


@dataclass(frozen=True, slots=True)
class PlannedExerciseView:
    """An exercise at its place in a routine, with its planned sets."""

    id: int
    exercise_id: int
    name: str
    section: Section
    superset: int | None
    rest_s: int | None
    tempo: str
    step_height_cm: int | None
    note: str
    category: Category
    pattern: Pattern
    per_side: bool
    """By its nature it works one side at a time."""
    measure: Measure
    load_basis: LoadBasis
    compound: bool
    usual_mode: LoadMode
    """What a load means here before one is typed."""
    takes_band: bool
    sets: tuple[PlannedSetValues, ...]
    counted_sets: int
    """Of them those that count as in ``training.set_counts``."""

    @property
    def is_uniform(self) -> bool:
        """Whether all sets are planned alike."""
        return len(set(self.sets)) <= 1

    @property
    def block(self) -> PlannedBlock:
        """What the time of the exercise is reckoned from."""
        return PlannedBlock(tuple(map(_effort, self.sets)), self.rest_s or 0, self.superset)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of a routine: its exercises in order, its sets and about how long it takes."""

    section: Section
    exercises: tuple[PlannedExerciseView, ...]
    counted_sets: int
    duration_s: int


@dataclass(frozen=True, slots=True)
class RoutineView:
    """A routine as its page shows it."""

    id: int
    name: str
    note: str
    weekdays: frozenset[int]
    is_archived: bool
    unit: Unit
    """In which a weight is meant that names no unit."""
    sections: tuple[SectionView, ...]
    """All five, also the empty ones."""
    balance: Balance
    week: WeekPlan | None
    """The planned week, where the routine has a part in it."""
    hints: tuple[Hint, ...]
    hidden_hints: int

    @property
    def exercises(self) -> tuple[PlannedExerciseView, ...]:
        """All exercises in their order."""
        return tuple(item for part in self.sections for item in part.exercises)

    @property
    def duration_s(self) -> int:
        """About how long it takes."""
        return sum(part.duration_s for part in self.sections)

    @property
    def counted_sets(self) -> int:
        """How many sets it has, counted as in ``training.set_counts``."""
        return count_planned(
            (item.section, one.set_type) for item in self.exercises for one in item.sets
        )


def routine_list(log: TrainingLog, *, archived: bool = False) -> tuple[RoutineLine, ...]:
    """Return the routines in their order: those in use, or the archived ones."""
    put_away = Routine.archived_at.is_not(None)
    wanted = put_away if archived else ~put_away
    columns = (Routine.id, Routine.name, Routine.weekdays)
    with log.reading() as session:
        rows = session.execute(select(*columns).where(wanted).order_by(Routine.position)).all()
    return tuple(RoutineLine(row.id, row.name, row.weekdays, archived) for row in rows)


def routine_view(log: TrainingLog, routine_id: int, today: dt.date | None = None) -> RoutineView:
    """Return everything shown of a routine, with the week of ``today``. Raises NotFound."""
    with log.reading() as session:
        routine = get_row(session, Routine, routine_id)
        rows = session.scalars(
            select(RoutineExercise)
            .where(RoutineExercise.routine_id == routine_id)
            .order_by(RoutineExercise.position)
            .options(selectinload(RoutineExercise.planned_sets))
        ).all()
        exercises = _exercises(session, {row.exercise_id for row in rows})
        items = [_item_view(row, exercises[row.exercise_id]) for row in rows]
        sections = tuple(_section_view(section, items) for section in Section)
        plan = week_plan(session, today) if today is not None else None
        week = plan if plan is not None and routine_id in plan.routine_ids else None
        done = sets_last_week(session, today) if week is not None and today is not None else 0.0
        hints = _hints(sections, _planned_week(week, done) if week is not None else None)
        counted = [CountedSets(one.exercise_id, one.pattern, _trained(one)) for one in items]
        shown = tuple(hint for hint in hints if hint.key not in routine.hidden_hints)
        return RoutineView(
            id=routine.id,
            name=routine.name,
            note=routine.note,
            weekdays=routine.weekdays,
            is_archived=routine.archived_at is not None,
            unit=read_preferences(session).unit,
            sections=sections,
            balance=balance_of(counted, muscle_shares(session, exercises)),
            week=week,
            hints=shown,
            hidden_hints=len(hints) - len(shown),
        )


def _exercises(session: Session, ids: Iterable[int]) -> dict[int, Exercise]:
    return {row.id: row for row in session.scalars(select(Exercise).where(Exercise.id.in_(ids)))}


def _item_view(row: RoutineExercise, exercise: Exercise) -> PlannedExerciseView:
    sets = tuple(map(read_values, row.planned_sets))
    return PlannedExerciseView(
        id=row.id,
        exercise_id=exercise.id,
        name=exercise.name,
        section=row.section,
        superset=row.superset,
        rest_s=row.rest_s,
        tempo=row.tempo,
        step_height_cm=row.step_height_cm,
        note=row.note,
        category=exercise.category,
        pattern=exercise.pattern,
        per_side=exercise.per_side,
        measure=exercise.measure,
        load_basis=exercise.load_basis,
        compound=exercise.compound,
        usual_mode=usual_load_mode(exercise),
        takes_band="band" in exercise.equipment,
        sets=sets,
        counted_sets=sum(is_counted(row.section, one.set_type) for one in sets),
    )


def _trained(item: PlannedExerciseView) -> int:
    """Return how many of the sets train: those of cardio and of stretches are sets, but do not."""
    return sum(counts(one.set_type, item.category, item.section) for one in item.sets)


def _section_view(section: Section, items: Sequence[PlannedExerciseView]) -> SectionView:
    inside = tuple(item for item in items if item.section is section)
    return SectionView(
        section,
        inside,
        sum(item.counted_sets for item in inside),
        estimated_duration_s([item.block for item in inside]),
    )


def _hints(sections: Sequence[SectionView], week: PlannedWeek | None) -> tuple[Hint, ...]:
    warm_up_s = next(part.duration_s for part in sections if part.section is Section.WARM_UP)
    planned = [
        PlannedItem(
            item.id,
            item.name,
            item.section,
            item.category,
            item.compound,
            len(item.sets),
            item.superset,
            item.pattern,
            item.per_side and all(one.side is Side.BOTH for one in item.sets),
        )
        for part in sections
        for item in part.exercises
    ]
    return hints_for(planned, warm_up_s, week)


def _planned_week(week: WeekPlan, sets_last_week: float) -> PlannedWeek:
    untrained = tuple(group for group, sets in week.balance.by_group.items() if not sets)
    return PlannedWeek(week.leg_days, untrained, week.balance.sets, sets_last_week)


def _effort(one: PlannedSetValues) -> PlannedEffort:
    return PlannedEffort(
        _range(one.reps_min, one.reps_max),
        _range(one.s_min, one.s_max),
        each_side=one.side is Side.EACH,
    )


def _range(low: int | None, high: int | None) -> tuple[int, int] | None:
    ends = [end for end in (low, high) if end is not None]
    return (ends[0], ends[-1]) if ends else None
