"""Timing a hold and a rest: plain values over a clock that only goes forward.

Instants are seconds of a monotonic clock; they mean nothing but their differences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

LEAD_IN_S = 3
"""Seconds to get into position before a hold counts."""


@dataclass(frozen=True, slots=True)
class HoldWatch:
    """A hold that is being timed since ``started``; ``target_s`` is None where none is planned."""

    started: float
    target_s: int | None = None

    def lead_in_left_s(self, now: float) -> int:
        """Return the whole seconds until it counts, 0 from then on."""
        return max(ceil(self.started + LEAD_IN_S - now), 0)

    def held_s(self, now: float) -> int:
        """Return the whole seconds held so far, 0 during the lead-in."""
        return max(int(now - self.started - LEAD_IN_S), 0)

    def left_s(self, now: float) -> int | None:
        """Return the seconds to the target, 0 beyond it, None without one."""
        return None if self.target_s is None else max(self.target_s - self.held_s(now), 0)

    def share(self, now: float) -> float:
        """Return how much of the target is held, 0 to 1; 0 without one."""
        return min(self.held_s(now) / self.target_s, 1.0) if self.target_s else 0.0


@dataclass(frozen=True, slots=True)
class RestWatch:
    """A rest of ``length_s`` seconds since ``started``."""

    started: float
    length_s: int

    def left_s(self, now: float) -> int:
        """Return the whole seconds that are left, 0 once it is over."""
        return max(ceil(self.started + self.length_s - now), 0)

    def is_over(self, now: float) -> bool:
        """Say whether the time is up."""
        return self.left_s(now) == 0

    def share(self, now: float) -> float:
        """Return how much of the rest has passed, 0 to 1."""
        return 1 - self.left_s(now) / self.length_s if self.length_s else 1.0

    def lengthened(self, by_s: int) -> RestWatch:
        """Return a rest that is longer, or with a negative number shorter, never below 0."""
        return replace(self, length_s=max(self.length_s + by_s, 0))
