"""The person's preferences as data: what there is, what is allowed, what holds by itself.

Window, theme and text size belong to the computer and are kept elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | bool
"""What a preference may hold; JSON keeps the three apart."""


class AskRpe(StrEnum):
    """After which sets the effort is asked for."""

    NEVER = "never"
    LAST = "last"
    EVERY = "every"


class LogMode(StrEnum):
    """How a workout opens: to be copied down after training, or set by set with a timer."""

    AFTER = "after"
    LIVE = "live"


class BackCheck(StrEnum):
    """What was answered to the list of warning signs."""

    OPEN = "open"
    NONE = "none"
    SOME = "some"
    """One or more apply, or the person is not sure: progression is not suggested."""


class Question(StrEnum):
    """Of which weekly series it is asked whether mornings moved with it."""

    LEG_SETS = "leg_sets"
    HINGE_SETS = "hinge_sets"
    SLEEP = "sleep"
    STEPS = "steps"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference: its key in the log, its default and the values it may take.

    Texts are held to ``choices``; whole numbers to ``lowest`` and ``highest``, both allowed.
    """

    key: str
    default: Value
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0

    def allows(self, value: object) -> bool:
        """Say whether ``value`` may be kept under this key."""
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, str):
            return isinstance(value, str) and value in self.choices
        # A bool is an int to Python, but True is no number of workouts.
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        return self.lowest <= value <= self.highest


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        setting.key: setting
        for setting in (
            Setting("unit", "kg", choices=("kg", "lb")),
            Setting("week_starts_on", 1, lowest=1, highest=7),
            Setting("day_starts_at_h", 4, lowest=0, highest=12),
            Setting("weekly_goal", 3, lowest=1, highest=14),
            Setting("load_step_g", 2500, lowest=100, highest=50_000),
            Setting("dumbbell_step_g", 2000, lowest=100, highest=50_000),
            Setting("stack_step_g", 5000, lowest=100, highest=50_000),
            Setting("ask_rpe", AskRpe.NEVER.value, choices=tuple(AskRpe)),
            Setting("log_mode", LogMode.AFTER.value, choices=tuple(LogMode)),
            Setting("rest_tone", False),
            Setting("letter_keys", True),
            Setting("back_check", BackCheck.OPEN.value, choices=tuple(BackCheck)),
            Setting("question", Question.LEG_SETS.value, choices=tuple(Question)),
        )
    }
)
