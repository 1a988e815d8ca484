"""What a typed line says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from leglog.training.plan_text import MAX_SETS as MAX_SETS
from leglog.training.vocabulary import Side, Unit


class Counted(StrEnum):
    """What a count counts; a plain number leaves that to the exercise."""

    NUMBER = "number"
    REPS = "reps"
    SECONDS = "seconds"


class LoadKind(StrEnum):
    """How a load was meant: as it is, on top of the body, or the body alone."""

    WEIGHT = "weight"
    ADDED = "added"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the typed line, from 0."""

    at: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """Repetitions or seconds of one set."""

    value: int
    counted: Counted = Counted.NUMBER


@dataclass(frozen=True, slots=True)
class QuickLoad:
    """A typed load in grams with its unit; None is body weight alone."""

    load_g: int | None
    unit: Unit = Unit.KG
    kind: LoadKind = LoadKind.WEIGHT


@dataclass(frozen=True, slots=True)
class QuickSet:
    """One typed set; without a load it is the planned one.

    A left set beside a right one are the two sides of one set.
    """

    count: Count
    load: QuickLoad | None = None
    side: Side | None = None
    rpe_halves: int | None = None
    warm_up: bool = False


@dataclass(frozen=True, slots=True)
class QuickLine:
    """A whole line: which exercise, its sets, a note. No name means the exercise at hand."""

    name: str = ""
    sets: tuple[QuickSet, ...] = ()
    note: str = ""
    name_span: Span = field(default=Span(), compare=False)


@dataclass(frozen=True, slots=True)
class QuickSkip:
    """An exercise to leave out today.

    Where no reason stands behind a mark, the last of the ``words`` may be one: how many belong to
    the name is known only to who knows the names.
    """

    words: tuple[str, ...] = ()
    reason: str = ""
    name_span: Span = field(default=Span(), compare=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where understanding stopped, why in a sentence, and what was understood until there."""

    span: Span
    sentence: str
    so_far: QuickLine = QuickLine()
    unfinished: bool = field(default=False, compare=False)
    """More typing could make it whole."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A line that can mean more than one thing; nobody guesses which."""

    span: Span
    readings: tuple[QuickLine, ...]
