"""The plan of the routine that is next, beside the last time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView

from leglog.i18n import _, ngettext
from leglog.services.today import about_s
from leglog.training.vocabulary import Section
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.today import words
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.table_model import DISPLAY, SAID, TIP, Column, RowsModel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from leglog.services.today import PlannedExercise, RoutinePlan
    from leglog.ui.widgets.table_model import AnyIndex

SECTION, EXERCISE, TARGET, WEIGHT, LAST_TIME = range(5)
_MUTED = (SECTION, LAST_TIME)
LAST_TIME_PX = 172
SHORTEST_NAME_PX = 150
_FOLDED = (Section.WARM_UP, Section.COOL_DOWN)
"""Sections of several small exercises are one row."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the table; ``exercise_id`` is None for a folded section."""

    cells: tuple[str, str, str, str, str]
    exercise_id: int | None
    full: str
    """All of it, for a tip and for screen readers."""


def plan_rows(plan: RoutinePlan) -> list[PlanRow]:
    """Return the lines of a plan: an exercise each, warm-up and cool-down in one."""
    rows: list[PlanRow] = []
    for section, group in groupby(plan.exercises, key=lambda one: one.section):
        exercises = list(group)
        if section in _FOLDED and len(exercises) > 1:
            rows.append(_folded(section, exercises))
            continue
        for number, exercise in enumerate(exercises):
            rows.append(_row(exercise, first=number == 0))
    return rows


class PlanModel(RowsModel[PlanRow]):
    """The lines of a plan for a table."""

    def show_plan(self, plan: RoutinePlan | None) -> None:
        """Show ``plan`` instead of what was there."""
        days = {one.last_day for one in plan.exercises if one.last_day} if plan else set()
        headings = ("", _("Exercise"), _("Target"), _("Weight"), _last_heading(days))
        columns = (Column(words, _cell(place)) for place, words in enumerate(headings))
        self.show_rows(plan_rows(plan) if plan else (), *columns)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        """Return a cell's text, colour, font or tip."""
        row, column = self.row_at(index), index.column()
        if row is not None and role in (TIP, SAID):
            return row.full
        if role == Qt.ItemDataRole.ForegroundRole and column in _MUTED:
            return current_theme().colour("text_muted")
        if role == Qt.ItemDataRole.FontRole and column == EXERCISE:
            return current_theme().font(Role.STRONG)
        return super().data(index, role)


class PlanTable(QTableView):
    """Shows a plan at full height; Enter tells which exercise is wanted."""

    exercise_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed: list[int] = []
        self._model = PlanModel()
        self.setModel(self._model)
        dress_table(self, row=31)
        self.setAccessibleName(_("Plan of the next workout"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setSectionsClickable(False)
        self.activated.connect(self._tell)

    def show_plan(self, plan: RoutinePlan | None) -> None:
        """Show ``plan``; the current row stays where it was."""
        row = self.currentIndex().row()
        self._model.show_plan(plan)
        if row >= 0 and self.hasFocus():
            self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), EXERCISE))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_model"):
            self.verticalHeader().setDefaultSectionSize(current_theme().px(31))
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, EXERCISE))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _fit(self) -> None:
        if not self._model.rowCount():
            return
        theme = current_theme()
        self.setFixedHeight(self._model.rowCount() * theme.px(31) + theme.px(30))
        header = self.horizontalHeader()
        self._needed = [
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(LAST_TIME)
        ]
        self._share_width()

    def _share_width(self) -> None:
        """Give each column what it needs; the names give way to the last time."""
        if not self._needed:
            return
        theme = current_theme()
        # viewport() would make PySide6 load every kind of widget that it might be, for 8 ms.
        rest = self.maximumViewportSize().width() - sum(self._needed)
        lacking = max(0, theme.px(LAST_TIME_PX) - rest)
        for column, width in enumerate(self._needed):
            if column == EXERCISE:
                width = max(width - lacking, theme.px(SHORTEST_NAME_PX))
            self.horizontalHeader().resizeSection(column, width)

    def _tell(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and row.exercise_id is not None:
            self.exercise_wanted.emit(row.exercise_id)


def _cell(place: int) -> Callable[[PlanRow], str]:
    return lambda row: row.cells[place]


def _row(exercise: PlannedExercise, *, first: bool) -> PlanRow:
    section = labels.section(exercise.section)
    cells = (
        section if first else "",
        exercise.name,
        words.target(exercise),
        words.weight(exercise),
        words.last_time(exercise),
    )
    return PlanRow(cells, exercise.exercise_id, _said(section, *cells[1:]))


def _folded(section: Section, exercises: list[PlannedExercise]) -> PlanRow:
    count = len(exercises)
    name = labels.section(section)
    names = ", ".join(exercise.name for exercise in exercises)
    cells = (
        name,
        ngettext("{count} item", "{count} items", count).format(count=count),
        words.about(about_s(exercises)),
        "",
        names,
    )
    return PlanRow(cells, None, _said(*cells))


def _said(*parts: str) -> str:
    return ", ".join(part for part in parts if part and part != words.NO_WEIGHT)


def _last_heading(days: set[dt.date]) -> str:
    """Return the heading of the last column, with the day where it is one for all."""
    if len(days) != 1:
        return _("Last time")
    return _("Last time, {day}").format(day=localized.short_day(days.pop()))
