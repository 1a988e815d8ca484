"""The made-up year: how a beginner's back and strength might go, day by day.

Nothing here is measured on a person. One fixed seed, so that every copy of the demo is the same.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leglog.i18n import _

if TYPE_CHECKING:
    import datetime as dt

SEED = 20_001
WEEKS = 52
SECOND_ROUTINE_FROM_WEEK = 16
HOLIDAY_WEEKS = (22, 23)
FLARE_DAYS = range(33 * 7 + 2, 33 * 7 + 11)


@dataclass(slots=True)
class Strength:
    """Where the person stands with one exercise: what the next workout will show."""

    reps_short: int = 2
    """How many reps the last set falls short of the range's top."""
    load_g: int = 0
    seconds: int = 0
    easy_times: int = 0


@dataclass(slots=True)
class Story:
    """The year so far; ask it day by day, in order."""

    first_day: dt.date
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    _pain: float = 4.8
    _trained_yesterday: bool = False

    def pain_today(self, day: dt.date) -> float:
        """Return how the back really feels that day, 0–10, before rounding and forgetting."""
        number = (day - self.first_day).days
        usual = 2.0 + 2.8 * 0.5 ** (number / 130)
        if number in FLARE_DAYS:
            usual += 3.6 * (1 - (number - FLARE_DAYS.start) / (2 * len(FLARE_DAYS)))
        after_training = 0.4 if self._trained_yesterday else 0.0
        self._pain += 0.45 * (usual + after_training - self._pain) + self.chance.gauss(0, 0.65)
        self._pain = min(max(self._pain, 0.0), 9.0)
        self._trained_yesterday = False
        return self._pain

    def rates_this_morning(self, day: dt.date) -> bool:
        """Say whether the morning is rated: not on holiday, and sometimes forgotten."""
        return not self._on_holiday(day) and self.chance.random() < 0.88

    def checks_in(self, day: dt.date) -> bool:
        """Say whether the day's check-in is filled in."""
        return not self._on_holiday(day) and self.chance.random() < 0.6

    def trains(self, day: dt.date) -> bool:
        """Say whether a planned workout is really done that day."""
        number = (day - self.first_day).days
        done = (
            not self._on_holiday(day)
            and number not in FLARE_DAYS[:6]
            and self.chance.random() < 0.86
        )
        self._trained_yesterday = done
        return done

    def week(self, day: dt.date) -> int:
        """Return the week of the story, from 0."""
        return (day - self.first_day).days // 7

    def ratings_around(self, pain: float) -> tuple[int, int, int]:
        """Return the ratings before, worst during and after a workout."""
        before = score(pain)
        during = score(before + self.chance.choice((0, 0, 1, 1, 2)))
        after = score(before + self.chance.choice((-1, 0, 0, 0, 1)))
        return before, max(during, after), after

    def note(self) -> str:
        """Return a note, or nothing most of the time."""
        return self.chance.choice(_notes()) if self.chance.random() < 0.12 else ""

    def _on_holiday(self, day: dt.date) -> bool:
        return self.week(day) in HOLIDAY_WEEKS


def score(pain: float) -> int:
    """Return the whole number that a person would say."""
    return min(max(round(pain), 0), 10)


def _notes() -> tuple[str, ...]:
    return (
        _("Long day of meetings, back stiff before the warm-up."),
        _("Felt good, the lunges were steady today."),
        _("Slept badly. Took it slowly."),
        _("New shoes, better grip on the step."),
        _("Tried a deeper squat, no trouble."),
    )
