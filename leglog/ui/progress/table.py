"""The figures of the chart as a table: the same data, to read, sort and copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.progress.words import Measured, amounts_of, group_words, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.pain_series import PainPoint
    from leglog.services.progress import Progress
    from leglog.services.training_volume import Key, VolumeBucket

AnyIndex = QModelIndex | QPersistentModelIndex
NO_DATA = "–"
SORT_ROLE = Qt.ItemDataRole.UserRole

# Comparing enumeration members per cell is what a table of a thousand cells spends its time on.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SORT = int(SORT_ROLE)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Cell:
    words: str
    value: float


class ProgressTable(QAbstractTableModel):
    """One row a bar: its days, its groups, the total, workouts, and the mean of its ratings."""

    def __init__(self) -> None:
        super().__init__()
        self._headers: list[str] = []
        self._rows: list[list[_Cell]] = []

    def show_progress(self, shown: Progress | None, measured: Measured) -> None:
        """Show other figures; None empties the table."""
        self.beginResetModel()
        if shown is None:
            self._headers, self._rows = [], []
        else:
            groups = shown.groups
            self._headers = [
                _("Days"),
                *(group_words(group) for group in groups),
                measured.words,
                _("Workouts"),
                _("Mean pain"),
                _("Days rated"),
            ]
            self._rows = [_row(bucket, groups, measured, shown.pain) for bucket in shown.buckets]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._rows[index.row()][index.column()].words
        if role == _SORT:
            return self._rows[index.row()][index.column()].value
        if role == _ALIGN and index.column() > 0:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headers):
            return None
        if role == _DISPLAY:
            return self._headers[section]
        if role == _ALIGN and section > 0:
            return _RIGHT
        return None

    def as_text(self, rows: Sequence[int]) -> str:
        """Return rows with the headings, cells parted by tabs, for the clipboard."""
        lines = [self._headers, *([cell.words for cell in self._rows[row]] for row in rows)]
        return "\n".join("\t".join(line) for line in lines)


def _row(
    bucket: VolumeBucket, groups: Sequence[Key], measured: Measured, pain: Sequence[PainPoint]
) -> list[_Cell]:
    amounts = amounts_of(bucket, measured)
    scores = [point.score for point in pain if point.day in bucket.days and point.score is not None]
    mean = sum(scores) / len(scores) if scores else None
    return [
        _Cell(_days_words(bucket), bucket.days.first.toordinal()),
        *(_amount(amounts.get(group, 0.0)) for group in groups),
        _amount(total_of(bucket, measured)),
        _amount(bucket.workouts),
        _Cell(NO_DATA, -1.0) if mean is None else _Cell(localized.fixed(mean), mean),
        _amount(len(scores)),
    ]


def _amount(value: float) -> _Cell:
    return _Cell(localized.number(value, 1) if value else NO_DATA, value)


def _days_words(bucket: VolumeBucket) -> str:
    words = localized.day_range(bucket.days.first, bucket.days.last)
    return _("{days}, so far").format(days=words) if bucket.so_far else words
