"""Exercises: the catalogue's and the person's own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from leglog.models.base import Base, Shared, between, one_of
from leglog.training.vocabulary import Category, LoadBasis, Measure, Muscle, Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping


class Exercise(Shared, Base):
    """A movement, with how it is measured, what it trains and how it is done."""

    __tablename__ = "exercise"
    __table_args__ = (
        one_of("category", Category),
        one_of("pattern", Pattern),
        one_of("measure", Measure),
        one_of("load_basis", LoadBasis),
        between("default_sets", 1, 20),
    )

    key: Mapped[str | None] = mapped_column(unique=True)
    """The catalogue's name for it; empty for an own exercise."""
    name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(unique=True)
    """The name without case, which is what has to be unique."""
    category: Mapped[Category]
    pattern: Mapped[Pattern]
    measure: Mapped[Measure]
    load_basis: Mapped[LoadBasis]
    per_side: Mapped[bool] = mapped_column(default=False)
    compound: Mapped[bool] = mapped_column(default=False)
    bodyweight_factor: Mapped[float | None]
    """Share of body weight that is moved, where it is known."""
    equipment: Mapped[tuple[str, ...]] = mapped_column(default=())
    equipment_needs: Mapped[str] = mapped_column(default="[]")
    """JSON list of groups; one piece of every group is needed."""
    default_sets: Mapped[int] = mapped_column(default=3)
    default_reps_min: Mapped[int | None]
    default_reps_max: Mapped[int | None]
    default_s_min: Mapped[int | None]
    default_s_max: Mapped[int | None]
    instructions: Mapped[tuple[str, ...]] = mapped_column(default=())
    cues: Mapped[tuple[str, ...]] = mapped_column(default=())
    common_mistakes: Mapped[tuple[str, ...]] = mapped_column(default=())
    back_care: Mapped[str] = mapped_column(default="")
    easier_id: Mapped[int | None] = mapped_column(ForeignKey("exercise.id", ondelete="SET NULL"))
    harder_id: Mapped[int | None] = mapped_column(ForeignKey("exercise.id", ondelete="SET NULL"))
    adjusted: Mapped[tuple[str, ...]] = mapped_column(default=())
    """Columns that the person changed; the catalogue's news leaves them alone."""
    own_note: Mapped[str] = mapped_column(default="")
    archived_at: Mapped[dt.datetime | None]

    aliases: Mapped[list[ExerciseAlias]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="ExerciseAlias.id"
    )
    muscles: Mapped[list[ExerciseMuscle]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="ExerciseMuscle.id"
    )

    def train(self, shares: Mapping[Muscle, float]) -> None:
        """Train these muscles by these shares; rows that stay keep their ids."""
        self.muscles = [one for one in self.muscles if one.muscle in shares]
        standing = {one.muscle: one for one in self.muscles}
        for muscle, share in shares.items():
            if muscle in standing:
                standing[muscle].share = share
            else:
                self.muscles.append(ExerciseMuscle(muscle=muscle, share=share))


class ExerciseAlias(Base):
    """Another name of an exercise: other programs', or one matched by hand at an import."""

    __tablename__ = "exercise_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    exercise_id: Mapped[int] = mapped_column(
        ForeignKey("exercise.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(index=True)
    from_catalogue: Mapped[bool] = mapped_column(default=False)


class ExerciseMuscle(Base):
    """How far a set of an exercise counts for a muscle: 1.0 as primary, 0.5 as secondary."""

    __tablename__ = "exercise_muscle"
    __table_args__ = (
        UniqueConstraint("exercise_id", "muscle"),
        one_of("muscle", Muscle),
        CheckConstraint("share IN (0.5, 1.0)", name="share"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    exercise_id: Mapped[int] = mapped_column(ForeignKey("exercise.id", ondelete="CASCADE"))
    muscle: Mapped[Muscle]
    share: Mapped[float]
