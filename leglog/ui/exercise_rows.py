"""The exercises found, as rows of a list that can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    Qt,
)

from leglog.i18n import _, inside_sentence
from leglog.ui import labels, localized
from leglog.ui.widgets.rows import CAPTION_ROLE, TRAILING_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from leglog.services.exercises import ExerciseLine
    from leglog.ui.widgets.table_model import AnyIndex

EXERCISE_MIME = "application/x-leglog-exercise"
ID_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOM_FOR_PLUS = "\u2003\u2003"
"""Blank text of the plus's width, so that long names end before it."""


class ExerciseModel(QAbstractListModel):
    """The exercises found; rows can be dragged by their id."""

    def __init__(self, *, shows_days: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_days = shows_days
        self._lines: tuple[ExerciseLine, ...] = ()

    def show(self, lines: Sequence[ExerciseLine]) -> None:
        """Show ``lines`` instead of what was there."""
        if tuple(lines) == self._lines:
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, exercise_id: int) -> int | None:
        """Return the row of an exercise, or None where it is not among those found."""
        return next((n for n, one in enumerate(self._lines) if one.id == exercise_id), None)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case _ if role == ID_ROLE:
                return line.id
            case _ if role == CAPTION_ROLE:
                return _caption(line, with_equipment=not self._shows_days)
            case _ if role == TRAILING_ROLE:
                return self._trailing(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(line)
            case _:
                return None

    def _trailing(self, line: ExerciseLine) -> str | None:
        if not self._shows_days:
            return _ROOM_FOR_PLUS
        return localized.short_day(line.last_done) if line.last_done else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [EXERCISE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        line = self._lines[indexes[0].row()]
        mime.setData(EXERCISE_MIME, QByteArray(str(line.id).encode()))
        mime.setText(line.name)
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def _caption(line: ExerciseLine, *, with_equipment: bool) -> str:
    muscles = ", ".join(
        inside_sentence(word) if number else word
        for number, word in enumerate(labels.muscle(one) for one in line.muscles[:3])
    )
    muscles = muscles or labels.category(line.category)
    if not with_equipment:
        return muscles
    things = [inside_sentence(labels.equipment(kind)) for kind in line.equipment if kind != "none"]
    return f"{muscles} · {', '.join(things) or inside_sentence(labels.equipment('none'))}"


def _said(line: ExerciseLine) -> str:
    said = f"{line.name}, {_caption(line, with_equipment=True)}"
    if line.last_done is None:
        return said
    last = _("last done {day}").format(day=localized.short_day(line.last_done))
    return f"{said}, {last}"
