"""The back and the days around training: ratings, check-ins, periods, own daily tasks."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from leglog.models.base import Base, Shared, between, one_of
from leglog.training.units import MAX_LOAD_G
from leglog.training.vocabulary import (
    LegSign,
    Moment,
    PainRegion,
    PainSide,
    PeriodKind,
    Unit,
)


class PainRating(Shared, Base):
    """A back rating 0–10 for a day and moment; one a morning, one a moment of a workout."""

    __tablename__ = "pain_rating"
    __table_args__ = (
        one_of("moment", Moment),
        one_of("region", PainRegion),
        one_of("side", PainSide),
        one_of("leg_sign", LegSign),
        between("score", 0, 10),
        UniqueConstraint("workout_id", "moment"),
        Index(
            "uq_pain_rating_morning",
            "date",
            unique=True,
            sqlite_where=text("moment = 'morning'"),
        ),
        Index("ix_pain_rating_date_moment", "date", "moment", "score"),
    )

    date: Mapped[dt.date]
    moment: Mapped[Moment]
    recorded_at: Mapped[dt.datetime]
    utc_offset_min: Mapped[int]
    score: Mapped[int]
    region: Mapped[PainRegion | None]
    side: Mapped[PainSide | None]
    leg_sign: Mapped[LegSign | None]
    triggers: Mapped[tuple[str, ...]] = mapped_column(default=())
    workout_id: Mapped[int | None] = mapped_column(ForeignKey("workout.id", ondelete="CASCADE"))
    recalled: Mapped[bool] = mapped_column(default=False)
    """Answered more than 24 hours later."""
    note: Mapped[str] = mapped_column(default="")


class CheckIn(Shared, Base):
    """A day in ten seconds; every field may be empty."""

    __tablename__ = "check_in"
    __table_args__ = (
        one_of("body_weight_unit", Unit),
        between("sitting_min", 0, 1440),
        between("steps", 0, 200_000),
        between("sleep_min", 0, 1440),
        between("sleep_quality", 0, 10),
        between("stress", 0, 10),
        between("fatigue", 0, 10),
        between("body_weight_g", 1, MAX_LOAD_G),
    )

    date: Mapped[dt.date] = mapped_column(unique=True)
    sitting_min: Mapped[int | None]
    steps: Mapped[int | None]
    sleep_min: Mapped[int | None]
    sleep_quality: Mapped[int | None]
    stress: Mapped[int | None]
    fatigue: Mapped[int | None]
    body_weight_g: Mapped[int | None]
    body_weight_unit: Mapped[Unit] = mapped_column(default=Unit.KG)
    note: Mapped[str] = mapped_column(default="")


class Period(Shared, Base):
    """A stretch of days: a flare, an easy week, or a remark such as travel."""

    __tablename__ = "period"
    __table_args__ = (
        one_of("kind", PeriodKind),
        CheckConstraint("last_date >= first_date", name="dates"),
    )

    kind: Mapped[PeriodKind]
    first_date: Mapped[dt.date] = mapped_column(index=True)
    last_date: Mapped[dt.date | None]
    """Empty while the period goes on."""
    note: Mapped[str] = mapped_column(default="")


class DailyTask(Shared, Base):
    """Something of the person's own day whose ease is rated every two weeks."""

    __tablename__ = "daily_task"

    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[dt.datetime | None]


class TaskRating(Shared, Base):
    """How easy a daily task was on a day: 0 not possible, 10 as before."""

    __tablename__ = "task_rating"
    __table_args__ = (UniqueConstraint("daily_task_id", "date"), between("ease", 0, 10))

    daily_task_id: Mapped[int] = mapped_column(ForeignKey("daily_task.id", ondelete="CASCADE"))
    date: Mapped[dt.date]
    ease: Mapped[int]


class PegRating(Shared, Base):
    """Three answers 0–10 about the last week: pain, enjoyment, general activity."""

    __tablename__ = "peg_rating"
    __table_args__ = (
        between("pain", 0, 10),
        between("enjoyment", 0, 10),
        between("activity", 0, 10),
    )

    date: Mapped[dt.date] = mapped_column(unique=True)
    pain: Mapped[int]
    enjoyment: Mapped[int]
    activity: Mapped[int]
