"""Workouts done of those planned: a count, never a streak."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Adherence:
    """Workouts done and planned; ``percent`` is None where nothing was planned."""

    done: int
    planned: int

    @property
    def percent(self) -> float | None:
        """Done of planned; more than planned gives more than 100."""
        return 100 * self.done / self.planned if self.planned else None
