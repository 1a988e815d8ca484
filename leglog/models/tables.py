"""All tables in one place, for whoever needs the complete schema."""

from __future__ import annotations

from leglog.models import exercise, keeping, pain, routine, workout
from leglog.models.base import Base

__all__ = ["Base", "exercise", "keeping", "pain", "routine", "workout"]
