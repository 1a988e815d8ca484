"""What one chart of the page shows: the figure, its readings, the same as a table, the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leglog.ui import localized

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.charts.readings import Reading
    from leglog.charts.values import Figured
    from leglog.services.training_log import TrainingLog
    from leglog.training.periods import DaySpan
    from leglog.training.vocabulary import Unit
    from leglog.ui.explanations import Figure
    from leglog.ui.progress.choices import Choices

NO_DATA = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, what it is sorted by, and how files have it."""

    words: str
    value: float | str
    plain: str = ""
    """A number with a point or an ISO day; empty where the words serve."""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart in rows; the first column are words, the others numbers."""

    headers: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    days: Sequence[dt.date | None] = ()
    """What each row opens."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of one chart; ``data`` is None where there is too little to draw."""

    name: str
    summary: str
    data: Figured | None = None
    readings: Sequence[Reading] = ()
    table: Table = field(default_factory=Table)
    note: str = ""
    figures: tuple[Figure, ...] = ()
    """What 'How is this worked out?' opens on."""
    missing: str = ""
    """What is needed before there is something to draw."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a chart is made from."""

    log: TrainingLog
    choices: Choices
    span: DaySpan
    today: dt.date
    unit: Unit

    @property
    def shown(self) -> DaySpan:
        """The days up to today."""
        return self.span.up_to(self.today)


def day_cell(day: dt.date) -> Cell:
    """Return a day; files have it as an ISO date."""
    return Cell(localized.day(day), day.toordinal(), day.isoformat())


def days_cell(days: DaySpan, words: str) -> Cell:
    """Return a stretch of days, sorted and filed by its first."""
    return Cell(words, days.first.toordinal(), days.first.isoformat())


def number_cell(value: float | None, decimals: int = 1, *, fixed: bool = False) -> Cell:
    """Return a number; None is a dash, and stands before all numbers."""
    if value is None:
        return Cell(NO_DATA, float("-inf"))
    words = localized.fixed(value, decimals) if fixed else localized.number(value, decimals)
    return Cell(words, value, f"{round(value, decimals):g}")


def amount_cell(value: float) -> Cell:
    """Return how much of something there was; nothing is a dash, and zero in files."""
    return Cell(localized.number(value, 1) if value else NO_DATA, value, f"{round(value, 2):g}")


def words_cell(words: str) -> Cell:
    """Return words, sorted by the alphabet."""
    return Cell(words, words.casefold())
