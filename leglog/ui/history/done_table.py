"""The exercises of a workout as a table: what was done against what was planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.history import words
from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import CAPTION_ROLE, TwoLineDelegate, dress_table
from leglog.ui.widgets.table_model import DISPLAY, SAID, Column, RowsModel

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent

    from leglog.services.history_detail import DoneExercise, WorkoutDetail
    from leglog.training.vocabulary import Unit
    from leglog.ui.widgets.table_model import AnyIndex

SECTION, NAME, DONE = 0, 1, 2
LEAST_NAME, LEAST_DONE = 130, 64
ROW = 40


@dataclass(frozen=True, slots=True)
class DoneRow:
    """The words of an exercise; ``plan`` stands below its name."""

    section: str
    name: str
    done: str
    volume: str
    change: str
    plan: str


class DoneModel(RowsModel[DoneRow]):
    """One row an exercise; below its name stands what was planned."""

    def __init__(self) -> None:
        super().__init__(
            Column(_("Section"), lambda row: row.section),
            Column(_("Exercise"), lambda row: row.name),
            Column(_("Done"), lambda row: row.done),
            Column(_("Volume"), lambda row: row.volume, is_number=True),
            Column(_("vs last time"), lambda row: row.change, is_number=True),
        )

    def show_detail(self, detail: WorkoutDetail, unit: Unit) -> None:
        """Show another workout; a section is named once."""
        sections = [None, *(each.section for each in detail.exercises)]
        self.show_rows(
            _row(each, unit, named=each.section is not before)
            for before, each in zip(sections, detail.exercises, strict=False)
        )

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        row = self.row_at(index)
        if row is not None and index.column() == NAME:
            if role == CAPTION_ROLE:
                return row.plan
            if role == SAID:
                return f"{row.name}, {row.plan}"
        return super().data(index, role)


class DoneTable(QTableView):
    """The table, with rows high enough for two lines."""

    def __init__(self, model: DoneModel) -> None:
        super().__init__()
        dress_table(self, row=ROW)
        self.setModel(model)
        self.setItemDelegateForColumn(NAME, _NameDelegate(self, height=ROW))
        self.setAccessibleName(_("Exercises of this workout"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._leave_room_for_names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room_for_names()

    def _leave_room_for_names(self) -> None:
        """Cut the sets, whose tip is the whole, before the names of the exercises."""
        header, theme = self.horizontalHeader(), current_theme()
        widths = {
            column: max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(header.count())
            if column != NAME and not self.isColumnHidden(column)
        }
        missing = theme.px(LEAST_NAME) + sum(widths.values()) - self.viewport().width()
        mode = header.ResizeMode.Fixed if missing > 0 else header.ResizeMode.ResizeToContents
        header.setSectionResizeMode(DONE, mode)
        if missing > 0:
            header.resizeSection(DONE, max(theme.px(LEAST_DONE), widths[DONE] - missing))


class _NameDelegate(TwoLineDelegate):
    """A name and the plan below it, on the ground that the other cells of the row have."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        theme, ground = current_theme(), QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        cell = QStyle.ControlElement.CE_ItemViewItem
        ground.widget.style().drawControl(cell, ground, painter, ground.widget)
        place = QRect(option.rect).adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.save()
        self._paint_words(painter, theme, place, index, current=False)
        painter.restore()


def _row(each: DoneExercise, unit: Unit, *, named: bool) -> DoneRow:
    return DoneRow(
        section=labels.section(each.section) if named else "",
        name=each.name,
        done=words.sets_in_line(each, unit),
        volume=words.whole_load(each.load_g, unit) if each.load_g else words.NOTHING,
        change=words.change(each.load_change_g, unit) if each.load_g else words.NOTHING,
        plan=words.planned(each, unit),
    )
