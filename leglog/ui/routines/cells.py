"""What stands in the cells of a plan: rows, columns, and the text, tip and spoken words of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.routines import words

if TYPE_CHECKING:
    from leglog.services.routine_reading import PlannedExerciseView, RoutineView, SectionView

EXERCISE, SETS, TARGET, WEIGHT, SIDE, REST, MORE = range(7)
TYPED = (SETS, TARGET, WEIGHT, REST)
"""The columns into which people type."""
FIELDS = (SETS, TARGET, WEIGHT, SIDE, REST)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the head of a section, or an exercise in it (``item``)."""

    part: SectionView
    item: PlannedExerciseView | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What the row is known by when the routine is read again."""
        return (self.part.section.value, 0) if self.item is None else ("", self.item.id)


def rows_of(view: RoutineView) -> tuple[Row, ...]:
    """Return the rows of a routine: every section, and its exercises below it."""
    return tuple(
        row
        for part in view.sections
        for row in (Row(part), *(Row(part, i) for i in part.exercises))
    )


def heading(column: int) -> str:
    """Return the name of a column."""
    return {
        EXERCISE: _("Exercise"),
        SETS: _("Sets"),
        TARGET: _("Reps"),
        WEIGHT: _("Weight"),
        SIDE: _("Side"),
        REST: _("Rest"),
    }.get(column, "")


def how_to_type(column: int) -> str | None:
    """Return what can be typed into a column, with examples, or None."""
    return {
        TARGET: _("“10–12”, “8+” for as many as possible, “30 s”, “10, 3 s” with a pause in each"),
        WEIGHT: _(
            "“40” or “90 lb”; a dash takes the weight of last time, or a step more where Log "
            "suggests it"
        ),
        REST: _("“90 s” or “2 min”; a dash is no rest"),
    }.get(column)


def mixed() -> str:
    """Return what stands for values that differ from set to set."""
    return _("mixed")


def cell_text(row: Row, column: int) -> str:
    """Return the text of a cell."""
    item = row.item
    if item is None:
        return labels.section(row.part.section) if column == EXERCISE else ""
    match column:
        case 0:
            return item.name
        case 1:
            return str(len(item.sets))
        case 2:
            return words.shared(item, words.target) or mixed()
        case 3:
            return words.shared(item, words.weight) or mixed()
        case 4:
            return words.shared(item, words.side) or mixed()
        case 5:
            return words.rest(item.rest_s)
        case _:
            return ""


def tip(row: Row) -> str | None:
    """Return all there is to a row, line by line; None on the head of a section."""
    if row.item is None:
        return None
    extras = [row.item.name, words.summary(row.item)]
    if row.item.tempo:
        extras.append(_("Tempo {tempo}").format(tempo=row.item.tempo))
    if row.item.step_height_cm:
        extras.append(_("Step {height} cm").format(height=row.item.step_height_cm))
    if row.item.note:
        extras.append(row.item.note)
    return "\n".join(extras)


def said(row: Row, column: int) -> str:
    """Return what a screen reader says of a cell."""
    if row.item is None:
        return f"{labels.section(row.part.section)}, {words.section(row.part)}"
    if column == EXERCISE:
        superset = _("superset") if row.item.superset is not None else ""
        parts = (row.item.name, words.summary(row.item), superset, row.item.note)
        return ", ".join(part for part in parts if part)
    if column == MORE:
        return _("More for {name}").format(name=row.item.name)
    return f"{row.item.name}, {heading(column)}, {cell_text(row, column)}"
