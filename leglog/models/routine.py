"""Routines: the plan for one training day."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from leglog.models.base import Base, Shared, between, one_of
from leglog.training.units import MAX_LOAD_G
from leglog.training.vocabulary import LoadMode, LoadRule, Section, SetType, Side, Unit


class Routine(Shared, Base):
    """A named plan: exercises in sections, each with its planned sets."""

    __tablename__ = "routine"

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    weekdays: Mapped[frozenset[int]] = mapped_column(default=frozenset())
    template_key: Mapped[str | None]
    """The template that it was copied from."""
    hidden_hints: Mapped[tuple[str, ...]] = mapped_column(default=())
    position: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[dt.datetime | None]

    exercises: Mapped[list[RoutineExercise]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="RoutineExercise.position"
    )


class RoutineExercise(Shared, Base):
    """An exercise at its place in a routine; places run through all sections."""

    __tablename__ = "routine_exercise"
    __table_args__ = (
        UniqueConstraint("routine_id", "position"),
        one_of("section", Section),
        between("rest_s", 0, 3600),
        between("step_height_cm", 1, 100),
    )

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id", ondelete="CASCADE"))
    exercise_id: Mapped[int] = mapped_column(
        ForeignKey("exercise.id", ondelete="RESTRICT"), index=True
    )
    section: Mapped[Section]
    position: Mapped[int]
    superset: Mapped[int | None]
    """Neighbours with the same number are done in turn."""
    rest_s: Mapped[int | None]
    tempo: Mapped[str] = mapped_column(default="")
    """Seconds to lower, at the bottom, to lift and at the top: '3-1-1-0'."""
    step_height_cm: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")

    planned_sets: Mapped[list[PlannedSet]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="PlannedSet.position"
    )


class PlannedSet(Shared, Base):
    """One prescribed set.

    Seconds of an exercise that counts reps are the pause at the top of each rep.
    """

    __tablename__ = "planned_set"
    __table_args__ = (
        UniqueConstraint("routine_exercise_id", "position"),
        one_of("set_type", SetType),
        one_of("side", Side),
        one_of("load_rule", LoadRule),
        one_of("load_mode", LoadMode),
        one_of("load_unit", Unit),
        CheckConstraint("reps_min BETWEEN 0 AND reps_max", name="reps"),
        CheckConstraint("s_min BETWEEN 0 AND s_max", name="seconds"),
        between("reps_max", 0, 1000),
        between("s_max", 0, 7200),
        between("load_g", 0, MAX_LOAD_G),
        between("rpe_halves", 2, 20),
    )

    routine_exercise_id: Mapped[int] = mapped_column(
        ForeignKey("routine_exercise.id", ondelete="CASCADE")
    )
    position: Mapped[int]
    set_type: Mapped[SetType] = mapped_column(default=SetType.WORKING)
    side: Mapped[Side] = mapped_column(default=Side.BOTH)
    reps_min: Mapped[int | None]
    reps_max: Mapped[int | None]
    s_min: Mapped[int | None]
    s_max: Mapped[int | None]
    load_rule: Mapped[LoadRule] = mapped_column(default=LoadRule.FROM_LAST)
    load_g: Mapped[int | None]
    load_unit: Mapped[Unit] = mapped_column(default=Unit.KG)
    load_mode: Mapped[LoadMode] = mapped_column(default=LoadMode.NONE)
    band: Mapped[str | None]
    rpe_halves: Mapped[int | None]


class Programme(Shared, Base):
    """Routines in rotation through phases of weeks; at most one runs."""

    __tablename__ = "programme"
    __table_args__ = (
        Index(
            "uq_programme_running",
            "is_running",
            unique=True,
            sqlite_where=text("is_running = 1"),
        ),
    )

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    template_key: Mapped[str | None]
    weekdays: Mapped[frozenset[int]] = mapped_column(default=frozenset())
    started_on: Mapped[dt.date | None]
    is_running: Mapped[bool] = mapped_column(default=False)
    archived_at: Mapped[dt.datetime | None]

    phases: Mapped[list[ProgrammePhase]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="ProgrammePhase.position"
    )


class ProgrammePhase(Shared, Base):
    """A stretch of weeks of a programme; the last one may be open-ended."""

    __tablename__ = "programme_phase"
    __table_args__ = (
        UniqueConstraint("programme_id", "position"),
        CheckConstraint("first_week >= 1", name="first_week"),
        CheckConstraint("last_week >= first_week", name="last_week"),
        between("times_a_week", 1, 14),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str]
    first_week: Mapped[int]
    last_week: Mapped[int | None]
    times_a_week: Mapped[int]
    note: Mapped[str] = mapped_column(default="")

    routines: Mapped[list[PhaseRoutine]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="PhaseRoutine.position"
    )


class PhaseRoutine(Shared, Base):
    """A routine at its turn in a phase's rotation."""

    __tablename__ = "phase_routine"
    __table_args__ = (UniqueConstraint("phase_id", "position"),)

    phase_id: Mapped[int] = mapped_column(ForeignKey("programme_phase.id", ondelete="CASCADE"))
    routine_id: Mapped[int] = mapped_column(
        ForeignKey("routine.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
