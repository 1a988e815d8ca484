"""The person's preferences as typed values, read from the rows of the log without SQLAlchemy."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.settings import SETTINGS, AskRpe, BackCheck, LogMode, Question, Value
from leglog.training.vocabulary import LoadBasis, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

SKIPPED_MORNINGS = "skipped_mornings"
"""Key of the newest mornings that were passed over."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person chose, or what holds by itself; loads in grams."""

    unit: Unit = Unit.KG
    """In which weights are shown and first offered."""
    week_starts_on: int = 1
    """ISO weekday: Monday is 1, Sunday 7."""
    day_starts_at_h: int = 4
    """Before this hour it is still yesterday."""
    weekly_goal: int = 3
    """Workouts a week, counted where nothing is scheduled."""
    load_step_g: int = 2500
    dumbbell_step_g: int = 2000
    stack_step_g: int = 5000
    ask_rpe: AskRpe = AskRpe.NEVER
    log_mode: LogMode = LogMode.AFTER
    rest_tone: bool = False
    letter_keys: bool = True
    """Whether keys of one letter do something in the sheet, in charts and in lists."""
    back_check: BackCheck = BackCheck.OPEN
    question: Question = Question.LEG_SETS
    """Chosen before looking; see services.patterns."""

    def smallest_step_g(self, basis: LoadBasis) -> int:
        """Return the smallest step by which a load of this kind can grow."""
        match basis:
            case LoadBasis.PER_DUMBBELL | LoadBasis.SINGLE:
                return self.dumbbell_step_g
            case LoadBasis.STACK | LoadBasis.ASSIST:
                return self.stack_step_g
            case _:
                return self.load_step_g


def preferences_from(rows: Iterable[tuple[str, str]]) -> Preferences:
    """Return the preferences in rows of key and JSON; what is unknown or broken is passed over."""
    values: dict[str, Value] = {key: setting.default for key, setting in SETTINGS.items()}
    values |= {key: value for key, text in rows if (value := _value(key, text)) is not None}
    return Preferences(
        unit=Unit(str(values["unit"])),
        week_starts_on=int(values["week_starts_on"]),
        day_starts_at_h=int(values["day_starts_at_h"]),
        weekly_goal=int(values["weekly_goal"]),
        load_step_g=int(values["load_step_g"]),
        dumbbell_step_g=int(values["dumbbell_step_g"]),
        stack_step_g=int(values["stack_step_g"]),
        ask_rpe=AskRpe(str(values["ask_rpe"])),
        log_mode=LogMode(str(values["log_mode"])),
        rest_tone=bool(values["rest_tone"]),
        letter_keys=bool(values["letter_keys"]),
        back_check=BackCheck(str(values["back_check"])),
        question=Question(str(values["question"])),
    )


def days_from(text: str | None) -> list[dt.date]:
    """Return the days in a JSON array of ISO dates; what is broken counts as none."""
    try:
        return [dt.date.fromisoformat(day) for day in json.loads(text or "[]")]
    except (TypeError, ValueError):
        return []


def _value(key: str, text: str) -> Value | None:
    setting = SETTINGS.get(key)
    if setting is None:
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if setting.allows(value) else None
