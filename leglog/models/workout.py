"""Workouts: what was planned then, beside what was done."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from leglog.models.base import Base, Shared, between, one_of
from leglog.training.units import MAX_LOAD_G
from leglog.training.vocabulary import LoadMode, Section, SetType, Side, Unit, WorkoutState


class PlannedWorkout(Shared, Base):
    """A planned day; past ones stay as they were planned."""

    __tablename__ = "planned_workout"

    date: Mapped[dt.date] = mapped_column(index=True)
    routine_id: Mapped[int | None] = mapped_column(
        ForeignKey("routine.id", ondelete="SET NULL"), index=True
    )
    routine_name: Mapped[str]
    moved_from: Mapped[dt.date | None]
    workout_id: Mapped[int | None] = mapped_column(
        ForeignKey("workout.id", ondelete="SET NULL"), unique=True
    )


class Workout(Shared, Base):
    """One visit, on the person's own calendar day.

    Clock times are empty where they are not known, as in many imports.
    """

    __tablename__ = "workout"
    __table_args__ = (
        one_of("state", WorkoutState),
        between("body_weight_g", 1, MAX_LOAD_G),
        Index("ix_workout_date", "date", "id"),
    )

    title: Mapped[str]
    routine_id: Mapped[int | None] = mapped_column(
        ForeignKey("routine.id", ondelete="SET NULL"), index=True
    )
    routine_name: Mapped[str | None]
    date: Mapped[dt.date]
    started_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    utc_offset_min: Mapped[int | None]
    """Local time was UTC plus this."""
    note: Mapped[str] = mapped_column(default="")
    body_weight_g: Mapped[int | None]
    state: Mapped[WorkoutState] = mapped_column(default=WorkoutState.OPEN)
    import_batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
    import_key: Mapped[str | None] = mapped_column(unique=True)
    """The file's own name for it; a repeated import is compared by it."""

    exercises: Mapped[list[WorkoutExercise]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="WorkoutExercise.position"
    )


class WorkoutExercise(Shared, Base):
    """An exercise of a workout, with the plan as it was."""

    __tablename__ = "workout_exercise"
    __table_args__ = (
        UniqueConstraint("workout_id", "position"),
        one_of("section", Section),
        between("rest_s", 0, 3600),
        between("felt_score", 0, 10),
    )

    workout_id: Mapped[int] = mapped_column(ForeignKey("workout.id", ondelete="CASCADE"))
    exercise_id: Mapped[int] = mapped_column(
        ForeignKey("exercise.id", ondelete="RESTRICT"), index=True
    )
    exercise_name: Mapped[str]
    """The exercise's name when it was done; a later renaming does not change it."""
    routine_exercise_id: Mapped[int | None] = mapped_column(
        ForeignKey("routine_exercise.id", ondelete="SET NULL"), index=True
    )
    section: Mapped[Section]
    position: Mapped[int]
    superset: Mapped[int | None]
    rest_s: Mapped[int | None]
    tempo: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    skipped: Mapped[bool] = mapped_column(default=False)
    skip_reason: Mapped[str] = mapped_column(default="")
    felt_score: Mapped[int | None]
    """How much the back felt this exercise, 0–10."""

    sets: Mapped[list[PerformedSet]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="PerformedSet.position"
    )


class PerformedSet(Shared, Base):
    """A set: its target as it was, beside what was done.

    Planned sets are rows from the start; ``done`` says whether the set counts. A left and a right
    row with the same ``pair`` are one set. A planned set that was taken out is ``removed``.
    """

    __tablename__ = "performed_set"
    __table_args__ = (
        UniqueConstraint("workout_exercise_id", "position"),
        one_of("set_type", SetType),
        one_of("side", Side),
        one_of("load_mode", LoadMode),
        one_of("load_unit", Unit),
        CheckConstraint("target_reps_min BETWEEN 0 AND target_reps_max", name="target_reps"),
        CheckConstraint("target_s_min BETWEEN 0 AND target_s_max", name="target_seconds"),
        between("target_load_g", 0, MAX_LOAD_G),
        between("target_rpe_halves", 2, 20),
        between("reps", 0, 1000),
        between("load_g", 0, MAX_LOAD_G),
        between("duration_s", 0, 86_400),
        between("distance_m", 0, 1_000_000),
        between("rpe_halves", 2, 20),
    )

    workout_exercise_id: Mapped[int] = mapped_column(
        ForeignKey("workout_exercise.id", ondelete="CASCADE")
    )
    position: Mapped[int]
    set_type: Mapped[SetType] = mapped_column(default=SetType.WORKING)
    side: Mapped[Side] = mapped_column(default=Side.BOTH)
    pair: Mapped[int | None]
    planned: Mapped[bool] = mapped_column(default=False)
    removed: Mapped[bool] = mapped_column(default=False)
    target_reps_min: Mapped[int | None]
    target_reps_max: Mapped[int | None]
    target_s_min: Mapped[int | None]
    target_s_max: Mapped[int | None]
    target_load_g: Mapped[int | None]
    target_rpe_halves: Mapped[int | None]
    reps: Mapped[int | None]
    load_g: Mapped[int | None]
    load_unit: Mapped[Unit] = mapped_column(default=Unit.KG)
    load_mode: Mapped[LoadMode] = mapped_column(default=LoadMode.NONE)
    band: Mapped[str | None]
    duration_s: Mapped[int | None]
    distance_m: Mapped[int | None]
    rpe_halves: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    done: Mapped[bool] = mapped_column(default=False)
    done_at: Mapped[dt.datetime | None]
