"""The dialog that plans an exercise set by set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from leglog.errors import InvalidValue, LeglogError
from leglog.i18n import _
from leglog.training.units import parse_rpe
from leglog.training.vocabulary import SetType, Side
from leglog.ui import labels, localized
from leglog.ui.routines import entry, words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.asking import AskingSheet
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.fields import ComboBox, LineEdit
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.planned_sets import PlannedSetValues
    from leglog.services.routine_reading import PlannedExerciseView
    from leglog.training.vocabulary import Unit


class SetsSheet(AskingSheet):
    """A line of fields for each set; they are written together, as one step of undo."""

    def __init__(
        self,
        item: PlannedExerciseView,
        unit: Unit,
        use: Callable[[tuple[PlannedSetValues, ...]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(item.name, _("Keep"), _("Set by set"), width=720, parent=parent)
        self._item, self._unit, self._use = item, unit, use
        self.lines: list[SetLine] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(current_theme().px(8))
        self._grid.setColumnStretch(1, 1)
        for column, heading in enumerate(
            ("", _("Kind"), _("Reps or hold"), _("Weight"), _("Side"), _("RPE"), "")
        ):
            self._grid.addWidget(Text(heading, Role.CAPTION, "muted"), 0, column)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._trouble)
        self.body.addStretch()
        for values in item.sets:
            self._add(values)
        self.add_set = Button(_("Add a set"), icon="plus")
        self.add_set.clicked.connect(self._add_another)
        self.add_to_foot(self.add_set)
        self.lines[0].target.setFocus()
        self.lines[0].target.selectAll()

    def _add(self, values: PlannedSetValues) -> None:
        line = SetLine(values)
        line.remove.clicked.connect(lambda _on=False, line=line: self._remove(line))
        self.lines.append(line)
        row = self._grid.rowCount()
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, row, column)
        self._number()

    def _add_another(self) -> None:
        try:
            values = self._values(self.lines[-1])
        except LeglogError:
            values = self.lines[-1].values
        self._add(values)
        self.lines[-1].target.setFocus()
        self.lines[-1].target.selectAll()

    def _remove(self, line: SetLine) -> None:
        if len(self.lines) == 1:
            return
        self.lines.remove(line)
        for widget in line.widgets:
            widget.hide()
            widget.deleteLater()
        self._number()
        self.lines[-1].target.setFocus()

    def _number(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            line.show_number(number, removable=len(self.lines) > 1)

    def _write(self) -> None:
        self._use(tuple(self._values(line) for line in self.lines))

    def _values(self, line: SetLine) -> PlannedSetValues:
        try:
            values = line.values
            if line.target.text().strip() != words.target(values):
                values = entry.target_of(values, line.target.text(), self._item)
            if line.weight.text().strip() != words.weight(values):
                values = entry.weight_of(values, line.weight.text(), self._item, self._unit)
            rpe = line.rpe.text().strip()
            chosen = SetType(line.kind.value)
            # 'As many as possible' goes with '8+' as well as with the choice.
            if chosen is line.values.set_type:
                chosen = values.set_type
            return replace(
                values,
                set_type=chosen,
                side=Side(line.side.value),
                rpe_halves=parse_rpe(rpe) if rpe else None,
            )
        except InvalidValue as error:
            message = _("Set {number}: {trouble}")
            number = self.lines.index(line) + 1
            raise InvalidValue(message.format(number=number, trouble=error.sentence)) from None


class SetLine:
    """The fields of one set."""

    def __init__(self, values: PlannedSetValues) -> None:
        self.values = values
        self.number = Text("", tone="muted")
        self.kind = ComboBox([(kind.value, labels.set_type(kind)) for kind in SetType])
        self.kind.set_value(values.set_type.value)
        self.target = LineEdit()
        self.target.setText(words.target(values).replace(words.NOTHING, ""))
        self.weight = LineEdit(_("last time"))
        self.weight.setText(words.weight(values).replace(words.NOTHING, ""))
        sides = (Side.BOTH, Side.EACH)
        self.side = ComboBox([(side.value, labels.side(side)) for side in sides])
        self.side.set_value(values.side.value)
        self.rpe = LineEdit("–")
        self.rpe.setText("" if values.rpe_halves is None else localized.rpe(values.rpe_halves))
        theme = current_theme()
        for field, width in ((self.target, 100), (self.weight, 100), (self.rpe, 56)):
            field.setFixedWidth(theme.px(width))
        self.kind.setMinimumWidth(theme.px(190))
        self.side.setMinimumWidth(theme.px(150))
        self.remove = IconButton("trash", _("Remove this set"), kind=Kind.QUIET, size=Size.NORMAL)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them in their order."""
        return (
            self.number,
            self.kind,
            self.target,
            self.weight,
            self.side,
            self.rpe,
            self.remove,
        )

    def show_number(self, number: int, *, removable: bool) -> None:
        """Say which set it is."""
        self.number.setText(str(number))
        self.remove.setEnabled(removable)
        for widget, words_of_it in (
            (self.kind, _("Set {number}, kind")),
            (self.target, _("Set {number}, reps or hold")),
            (self.weight, _("Set {number}, weight")),
            (self.side, _("Set {number}, side")),
            (self.rpe, _("Set {number}, RPE")),
        ):
            widget.setAccessibleName(words_of_it.format(number=number))
        self.remove.set_name(_("Remove set {number}").format(number=number))
