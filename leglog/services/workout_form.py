"""The form of a workout as plain values: its exercises, their sets, and what each would log."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.training.set_counts import SetCount, count_rows
from leglog.training.vocabulary import (
    SetType,
)

if TYPE_CHECKING:
    import datetime as dt

    from leglog.services.last_time import Earlier, LastSet
    from leglog.services.set_values import SetValues
    from leglog.training.vocabulary import (
        Category,
        LoadBasis,
        LoadMode,
        Measure,
        Section,
        Side,
        WorkoutState,
    )


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
        """The exercises outside of warm-up and cool-down."""
        return tuple(block for block in self.blocks if block.section.is_work)

    @property
    def set_count(self) -> SetCount:
        """How many sets there are, and how many are done."""
        return count_rows(
            (block.section.is_work, (block.id, row.number), row.done)
            for block in self.blocks
            for row in block.sets
            if row.set_type is not SetType.WARM_UP and not block.skipped
        )

    @property
    def sets_done(self) -> int:
        """How many sets are done."""
        return self.set_count.done

    @property
    def sets_planned(self) -> int:
        """How many sets there are."""
        return self.set_count.held
