"""The outline's rows as a Qt list model: a row a section and a row an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from leglog.i18n import _, ngettext
from leglog.training.supersets import superset_labels
from leglog.ui import labels
from leglog.ui.workout.sheet_rows import supersets_of

if TYPE_CHECKING:
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm
    from leglog.training.vocabulary import Section

AnyIndex = QModelIndex | QPersistentModelIndex
BLOCK_ROLE = int(Qt.ItemDataRole.UserRole)
"""The id of an exercise's row in the workout; None for a section."""


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A part of the workout and how many of its exercises are complete."""

    section: Section
    complete: int
    count: int


class OutlineModel(QAbstractListModel):
    """Shows a form; the number of rows says whether it is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[SectionEntry | ExerciseBlock] = []
        self._superset_labels: dict[int, str] = {}
        self._ends: dict[int, tuple[bool, bool]] = {}

    def entry(self, row: int) -> SectionEntry | ExerciseBlock:
        """Return what a row shows."""
        return self._entries[row]

    def row_of(self, block: ExerciseBlock) -> int | None:
        """Return the row of an exercise, or None where it is not shown."""
        ids = [None if isinstance(entry, SectionEntry) else entry.id for entry in self._entries]
        return ids.index(block.id) if block.id in ids else None

    def bracket(self, block: ExerciseBlock) -> tuple[bool, bool] | None:
        """Say whether an exercise is the first and the last of its superset; None in none."""
        return self._ends.get(block.id)

    def show_form(self, form: WorkoutForm | None) -> None:
        """Show another form, or the same one as it is now."""
        entries, groups = _entries(form), supersets_of(form)
        self._superset_labels = dict(superset_labels(groups))
        self._ends = {id_: (id_ == ids[0], id_ == ids[-1]) for ids in groups for id_ in ids}
        if len(entries) == len(self._entries):
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == BLOCK_ROLE:
            return None if isinstance(entry, SectionEntry) else entry.id
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._said(entry)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        is_block = index.data(BLOCK_ROLE) is not None
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable if is_block else Qt.ItemFlag.NoItemFlags

    def _said(self, entry: SectionEntry | ExerciseBlock) -> str:
        if isinstance(entry, SectionEntry):
            return _("{section}, {done} of {count}").format(
                section=labels.section(entry.section), done=entry.complete, count=entry.count
            )
        label = self._superset_labels.get(entry.id, "")
        return f"{label} {_progress(entry)}".strip()


def _entries(form: WorkoutForm | None) -> list[SectionEntry | ExerciseBlock]:
    blocks = form.blocks if form else ()
    entries: list[SectionEntry | ExerciseBlock] = []
    section: Section | None = None
    for block in blocks:
        if block.section is not section:
            section = block.section
            members = [each for each in blocks if each.section is section]
            complete = sum(each.is_complete for each in members)
            entries.append(SectionEntry(section, complete, len(members)))
        entries.append(block)
    return entries


def _progress(block: ExerciseBlock) -> str:
    if block.skipped:
        return _("{name}, skipped").format(name=block.name)
    return ngettext(
        "{name}, {done} of {count} set done",
        "{name}, {done} of {count} sets done",
        len(block.sets),
    ).format(name=block.name, done=block.done, count=len(block.sets))
