"""Reads through the log file while its modules load; importing this loads no SQLAlchemy."""

from __future__ import annotations

from leglog.models.identity import is_sound

__all__ = ["is_sound"]
