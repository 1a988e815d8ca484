"""What belongs to the log as a whole: preferences and imports."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from leglog.models.base import Base, Shared


class Preference(Base):
    """A choice of the person, kept with the log; window and theme are the machine's."""

    __tablename__ = "preference"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]
    """JSON."""


class ImportBatch(Shared, Base):
    """One import, by which it can be taken back later."""

    __tablename__ = "import_batch"

    file_name: Mapped[str]
    sha256: Mapped[str]
    file_format: Mapped[str]
    imported_at: Mapped[dt.datetime]
    workouts: Mapped[int]
    sets: Mapped[int]
    mapping: Mapped[str] = mapped_column(default="{}")
    """JSON: the unit chosen, and exercise names with what they were matched to."""
