"""What of the log the page shows: the chart, the days, and how they are gathered."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from leglog.training.periods import DaySpan, Grouping, Range, months_before, range_span
from leglog.training.vocabulary import MuscleGroup

if TYPE_CHECKING:
    from leglog.services.training_volume import Only

CUSTOM = "custom"
_MONTHS = {Range.MONTH_1: 1, Range.MONTHS_3: 3, Range.MONTHS_6: 6, Range.YEAR_1: 12}
SHORTEST = 7
"""Days; a chart of fewer says nothing."""


class ChartKind(StrEnum):
    """The charts of the page, in the order of the chooser."""

    VOLUME = "volume"
    BACK = "back"
    LAG = "lag"
    STRENGTH = "strength"
    SIDES = "sides"
    CONSISTENCY = "consistency"
    EXERCISES = "exercises"
    TASKS = "tasks"
    HABITS = "habits"


class Measure(StrEnum):
    """What the bars measure; all but hard sets are named as what the log counts."""

    HARD_SETS = "hard_sets"
    LOAD = "load"
    BODY_LOAD = "body_load"
    REPS = "reps"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Choices:
    """All choices of the page; they are kept from start to start."""

    chart: str = ChartKind.VOLUME
    reach: str = Range.MONTHS_3
    back: int = 0
    """How many whole ranges before today it ends."""
    first: str = ""
    last: str = ""
    """ISO days of a custom range."""
    grouping: str = Grouping.WEEK
    measure: str = Measure.HARD_SETS
    stack: str = "muscle"
    only: str = ""
    """'muscle:glutes,muscle:quads,routine:3,exercise:12', or everything."""
    exercise: str = ""
    """Id of the exercise whose strength is shown."""

    def as_text(self) -> str:
        """Return the choices to be kept; a step back in time is not."""
        return json.dumps(asdict(replace(self, back=0)))

    def span(self, today: dt.date, first_day: dt.date | None, starts_on: int) -> DaySpan | None:
        """Return the days shown; None for 'All' of an empty log."""
        if self.reach == CUSTOM:
            return DaySpan(dt.date.fromisoformat(self.first), dt.date.fromisoformat(self.last))
        reach = Range(self.reach)
        end = months_before(today, _MONTHS.get(reach, 0) * self.back)
        return range_span(reach, end, first_day, starts_on)

    def with_span(self, span: DaySpan, latest: dt.date) -> Choices:
        """Return the choices with a custom range, moved back where it would run into the future."""
        first, last = span.first, span.last
        if last > latest:
            first, last = first - (last - latest), latest
        return replace(self, reach=CUSTOM, back=0, first=first.isoformat(), last=last.isoformat())

    def moved(self, by: int, span: DaySpan, latest: dt.date) -> Choices:
        """Return the range before (−1) or after (1) the one shown."""
        if self.reach in (CUSTOM, Range.ALL):
            shift = dt.timedelta(days=len(span) * by)
            return self.with_span(DaySpan(span.first + shift, span.last + shift), latest)
        return replace(self, back=max(self.back - by, 0))

    def panned(self, by: int, span: DaySpan, latest: dt.date) -> Choices:
        """Return the range moved by a quarter of its length."""
        shift = dt.timedelta(days=max(len(span) // 4, 1) * by)
        return self.with_span(DaySpan(span.first + shift, span.last + shift), latest)

    def zoomed(self, by: int, around: dt.date, span: DaySpan, latest: dt.date) -> Choices:
        """Return half (1) or twice (−1) the range, with ``around`` in its middle."""
        length = len(span) // 2 if by > 0 else len(span) * 2
        length = min(max(length, SHORTEST), 36_500)
        first = around - dt.timedelta(days=length // 2)
        return self.with_span(DaySpan(first, first + dt.timedelta(days=length - 1)), latest)


def choices_from(text: str) -> Choices:
    """Return the choices that were kept; what is broken or unknown takes its default."""
    try:
        kept = json.loads(text or "{}")
        found = replace(Choices(), **_texts(kept))
        _check(found)
    except (TypeError, ValueError, AttributeError):
        return Choices()
    return found


def _texts(kept: dict[str, object]) -> dict[str, Any]:
    return {key: str(value) for key, value in kept.items() if key != "back"}


def _check(found: Choices) -> None:
    """Raise ValueError where a kept choice is none."""
    ChartKind(found.chart)
    Grouping(found.grouping)
    Measure(found.measure)
    if found.reach == CUSTOM:
        first, last = dt.date.fromisoformat(found.first), dt.date.fromisoformat(found.last)
        if first > last:
            msg = "a range ends after it begins"
            raise ValueError(msg)
    else:
        Range(found.reach)


def only_from(text: str) -> Only:
    """Return the filter that a choice stands for; what is none is passed over."""
    from leglog.services.training_volume import Only

    keys: dict[str, set[str]] = {"exercise": set(), "muscle": set(), "routine": set()}
    for part in text.split(","):
        kind, _colon, key = part.partition(":")
        keys.get(kind, set()).add(key)
    return Only(
        exercise_ids=frozenset(int(key) for key in keys["exercise"] if key.isdecimal()),
        muscles=frozenset(group for group in MuscleGroup if group in keys["muscle"]),
        routine_ids=frozenset(int(key) for key in keys["routine"] if key.isdecimal()),
    )
