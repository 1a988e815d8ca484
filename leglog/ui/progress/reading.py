"""What the page reads in the background: what there is to choose from, and the chart chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.services.preferences import preferences
from leglog.services.progress import first_day_of
from leglog.services.routine_reading import routine_list
from leglog.services.strength_series import TrainedExercise, trained_exercises
from leglog.ui.progress import (
    back_content,
    days_content,
    life_content,
    strength_content,
    volume_content,
)
from leglog.ui.progress.choices import ChartKind
from leglog.ui.progress.content import Asked, Content

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog
    from leglog.training.periods import DaySpan
    from leglog.training.vocabulary import Unit
    from leglog.ui.progress.choices import Choices


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from; it changes only with the log."""

    first_day: dt.date | None
    """Of the first workout or rating."""
    week_starts_on: int
    unit: Unit
    exercises: tuple[TrainedExercise, ...]
    routines: tuple[tuple[int, str], ...]
    """Their ids and names."""

    def span(self, choices: Choices, today: dt.date) -> DaySpan | None:
        """Return the days that are chosen, also those to come; None for 'All' of an empty log."""
        return choices.span(today, self.first_day, self.week_starts_on)


@dataclass(frozen=True, slots=True)
class Shown:
    """The chart that was chosen, and what else there is."""

    offered: Offered
    content: Content


def read_shown(
    log: TrainingLog, choices: Choices, today: dt.date, offered: Offered | None
) -> Shown:
    """Return what is chosen; without ``offered`` that is read too."""
    offered = offered or _read_offered(log)
    span = offered.span(choices, today)
    if span is None:
        missing = _("The first workout or rating begins it.")
        return Shown(offered, Content("", "", missing=missing))
    return Shown(offered, content_of(Asked(log, choices, span, today, offered.unit)))


def _read_offered(log: TrainingLog) -> Offered:
    kept = preferences(log)
    return Offered(
        first_day=first_day_of(log),
        week_starts_on=kept.week_starts_on,
        unit=kept.unit,
        exercises=trained_exercises(log),
        routines=tuple((line.id, line.name) for line in routine_list(log)),
    )


def content_of(asked: Asked) -> Content:
    """Return the content of the chart chosen."""
    makers: dict[ChartKind, Callable[[Asked], Content]] = {
        ChartKind.VOLUME: volume_content.volume_content,
        ChartKind.BACK: back_content.back_content,
        ChartKind.LAG: back_content.lag_content,
        ChartKind.STRENGTH: strength_content.strength_content,
        ChartKind.SIDES: strength_content.sides_content,
        ChartKind.CONSISTENCY: days_content.consistency_content,
        ChartKind.EXERCISES: days_content.exercises_content,
        ChartKind.TASKS: life_content.tasks_content,
        ChartKind.HABITS: life_content.habits_content,
    }
    return makers[ChartKind(asked.choices.chart)](asked)
