"""Asks what the columns of a table mean whose program LegLog does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QTableWidget, QTableWidgetItem, QWidget

from leglog.i18n import _
from leglog.services.import_columns import (
    OFFERED,
    Columns,
    Contents,
    Field,
    suggest,
    suggested_contents,
)
from leglog.training.vocabulary import Unit
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.import_columns import UnknownTable

WIDTH = 760
_SHOWN = 5
_NONE, _BY_ITSELF = "-", "any"


class ColumnsSheet(Sheet):
    """Proposes by the headings; shows the first rows beside what is chosen."""

    columns_chosen = Signal(object)
    """The person said what columns mean: carries Columns."""

    def __init__(self, name: str, table: UnknownTable, parent: QWidget | None = None) -> None:
        super().__init__(_("What is in this table?"), name, width=WIDTH, parent=parent)
        self._table = table
        self.contents = SegmentedControl(
            [
                (Contents.SETS.value, _("Sets of workouts")),
                (Contents.RATINGS.value, _("Back ratings")),
                (Contents.BODY_WEIGHT.value, _("Body weight")),
            ],
            suggested_contents(table).value,
            name=_("What a row is"),
        )
        self.contents.chosen.connect(lambda _value: self._propose())
        self.body.addWidget(self.contents)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current_theme().px(12))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setVerticalSpacing(current_theme().px(6))
        self.body.addLayout(self._grid)
        self.choices: dict[Field, ComboBox] = {}
        self.body.addWidget(Text(_("The first rows of the file"), Role.CAPTION, "muted"))
        self.body.addWidget(self._sample(), 1)
        self._reason = Text("", Role.CAPTION, "muted")
        self.add_to_foot(self._reason)
        self.add_button(_("Cancel"), self.reject)
        self._go_on = self.add_button(
            _("&Preview"), self._accept_columns, kind=Kind.PRIMARY, default=True
        )
        self._propose()

    @property
    def columns(self) -> Columns:
        """What is chosen now."""
        places = {
            field: int(box.value) for field, box in self.choices.items() if box.value != _NONE
        }
        order = "" if self.order.value == _BY_ITSELF else self.order.value
        unit = Unit(self.unit.value) if self.unit.value in list(Unit) else None
        return Columns(Contents(self.contents.value), places, order, unit)

    def _propose(self) -> None:
        """Offer the columns that this kind of row can have, with what the headings suggest."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        kind = Contents(self.contents.value)
        found = suggest(self._table, kind)
        headings = [(_NONE, _("none")), *((str(n), h) for n, h in enumerate(self._table.headings))]
        self.choices = {}
        for number, field in enumerate(OFFERED[kind]):
            place = found.places.get(field)
            box = ComboBox(headings, _NONE if place is None else str(place), name=_words(field))
            box.chosen.connect(lambda _value: self._check())
            self.choices[field] = box
            row, column = divmod(number, 2)
            self._grid.addWidget(Text(_words(field)), row, 2 * column)
            self._grid.addWidget(box, row, 2 * column + 1)
        last = (len(OFFERED[kind]) + 1) // 2
        self.order = _order_choice(found.date_order)
        self._grid.addWidget(Text(_("Dates are written")), last, 0)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.order, last, 1, 1, 3, left)
        unit = found.unit.value if found.unit else _NONE
        self.unit = SegmentedControl(
            [(_NONE, "?"), (Unit.KG.value, "kg"), (Unit.LB.value, "lb")],
            unit,
            name=_("Unit of the weights in the file"),
        )
        self.unit.chosen.connect(lambda _value: self._check())
        if Field.UNIT in OFFERED[kind]:
            self._grid.addWidget(Text(_("Weights are in")), last + 1, 0)
            self._grid.addWidget(self.unit, last + 1, 1, 1, 3, left)
        self._check()

    def _check(self) -> None:
        missing = self.columns.missing
        self._go_on.setEnabled(not missing)
        names = ", ".join(_words(field) for field in missing)
        self._reason.setText(_("Still needed: {names}.").format(names=names) if missing else "")

    def _accept_columns(self) -> None:
        self.columns_chosen.emit(self.columns)
        self.accept()

    def _sample(self) -> QTableWidget:
        rows, headings = self._table.sample[:_SHOWN], self._table.headings
        view = QTableWidget(len(rows), len(headings))
        dress_table(view)
        view.setHorizontalHeaderLabels(list(headings))
        view.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("The first rows of the file"))
        view.setMinimumHeight(current_theme().px(190))
        for number, row in enumerate(rows):
            for place, cell in enumerate(row[: len(headings)]):
                view.setItem(number, place, QTableWidgetItem(cell))
        view.resizeColumnsToContents()
        return view


def _order_choice(order: str) -> SegmentedControl:
    return SegmentedControl(
        [
            (_BY_ITSELF, _("in words")),
            ("ymd", _("year first")),
            ("dmy", _("day first")),
            ("mdy", _("month first")),
        ],
        order or _BY_ITSELF,
        name=_("Order of dates"),
    )


def _words(field: Field) -> str:
    return {
        Field.DATE: _("Date"),
        Field.TIME: _("Time"),
        Field.WORKOUT: _("Workout"),
        Field.EXERCISE: _("Exercise"),
        Field.SETS: _("Number of sets"),
        Field.REPS: _("Reps"),
        Field.LOAD: _("Weight"),
        Field.UNIT: _("Unit"),
        Field.DURATION: _("Seconds held"),
        Field.DISTANCE: _("Distance in km"),
        Field.RPE: _("RPE"),
        Field.NOTE: _("Note"),
        Field.SCORE: _("Back pain, 0–10"),
        Field.WEIGHT: _("Body weight"),
    }[field]
