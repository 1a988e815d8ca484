"""The lines of the set sheet: sections, exercises and sets in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.supersets import supersets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leglog.services.workout_form import ExerciseBlock, SetRow, WorkoutForm
    from leglog.training.vocabulary import Section


@dataclass(frozen=True, slots=True)
class SectionLine:
    """The heading of a part of the workout."""

    section: Section

    @property
    def key(self) -> tuple[str, int | str]:
        """What the line is known by when the form is read again."""
        return ("section", self.section.value)


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """The heading of an exercise."""

    block: ExerciseBlock

    @property
    def key(self) -> tuple[str, int | str]:
        """What the line is known by when the form is read again."""
        return ("exercise", self.block.id)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set."""

    block: ExerciseBlock
    row: SetRow

    @property
    def key(self) -> tuple[str, int | str]:
        """What the line is known by when the form is read again."""
        return ("set", self.row.id)


Line = SectionLine | ExerciseLine | SetLine


def lines_of(form: WorkoutForm | None) -> tuple[Line, ...]:
    """Return the lines of a form, top to bottom."""
    return tuple(_lines(form)) if form is not None else ()


def supersets_of(form: WorkoutForm | None) -> list[list[int]]:
    """Return the supersets of a form, each as the ids of its exercises in their order."""
    groups = supersets(form.blocks if form else (), lambda block: (block.section, block.superset))
    return [[block.id for block in members] for members in groups]


def changed_rows(before: Sequence[Line], after: Sequence[Line]) -> list[int]:
    """Return the rows of lines that show something else than the same lines before."""
    lines = zip(before, after, strict=True)
    return [row for row, (old, new) in enumerate(lines) if _shown(old) != _shown(new)]


def _shown(line: Line) -> object:
    """Return what decides how a line looks; of its exercise a set shows next to nothing."""
    if isinstance(line, SetLine):
        return line.row, line.block.name, line.block.measure
    return line


def _lines(form: WorkoutForm) -> Iterator[Line]:
    section: Section | None = None
    for block in form.blocks:
        if block.section is not section:
            section = block.section
            yield SectionLine(section)
        yield ExerciseLine(block)
        if not block.skipped:
            for row in block.sets:
                yield SetLine(block, row)
