"""What a report is made with besides the review: the person's choices, its language, its room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from leglog.reports.labels import Labels
    from leglog.reports.writing import Writing
    from leglog.training.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a person chooses for the paper."""

    letter: bool = False
    """US Letter instead of A4."""
    name: str = ""
    left_out_notes: Collection[int] = field(default_factory=frozenset)
    """Ids of workouts whose notes stay out of the report."""


@dataclass(frozen=True, slots=True)
class ReportWords:
    """In what language a report speaks, and in which unit."""

    write: Writing
    labels: Labels
    unit: Unit
    language: str = "en"
    """Of the document, as in BCP 47."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows each part may have; less and less until all fits on two pages."""

    exercises: int
    bests: int
    workouts: int
    notes: int
    note_length: int
