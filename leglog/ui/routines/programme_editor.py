"""The dialog that writes a programme: its days, its phases, whose turn it is in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.services.programmes import MAX_WEEKS, PhaseValues, ProgrammeValues
from leglog.ui.routines.weekdays import WeekdayChips
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.asking import AskingSheet
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.fields import ComboBox, LineEdit, NumberField
from leglog.ui.widgets.frames import Card, ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leglog.services.routine_reading import RoutineLine


class ProgrammeEditor(AskingSheet):
    """Fields for a programme; they are written together, as one step of undo."""

    def __init__(
        self,
        values: ProgrammeValues,
        routines: Sequence[RoutineLine],
        use: Callable[[ProgrammeValues], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Programme"), _("Keep"), width=640, parent=parent)
        theme = current_theme()
        self._routines, self._use = routines, use
        self.name = LineEdit(_("Two days in turn"), name=_("Name"))
        self.name.setText(values.name)
        self.body.addWidget(self.name)
        self.days = WeekdayChips()
        self.days.show_days(values.weekdays)
        row = QHBoxLayout()
        row.addWidget(Text(_("Train on"), tone="muted"))
        row.addWidget(self.days)
        row.addStretch()
        self.body.addLayout(row)
        self.note = LineEdit(_("What it is for"), name=_("Note"))
        self.note.setText(values.note)
        self.note.setCursorPosition(0)
        self.body.addWidget(self.note)
        scroll = ScrollPage(margin=2)
        self._column = scroll.body
        self._column.setSpacing(theme.px(10))
        self._column.addStretch()
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._trouble)
        self.add_phase = Button(_("Add a &phase"), icon="plus")
        self.add_phase.clicked.connect(self._add_another)
        self.add_to_foot(self.add_phase)
        self.phases: list[PhaseFields] = []
        for phase in values.phases or (PhaseValues(),):
            self._add(phase)
        self.resize(theme.px(640), theme.px(600))
        self.name.setFocus()
        self.name.selectAll()

    def _add(self, values: PhaseValues) -> PhaseFields:
        fields = PhaseFields(values, self._routines)
        fields.remove.clicked.connect(lambda: self._remove(fields))
        self.phases.append(fields)
        self._column.insertWidget(self._column.count() - 1, fields)
        self._number()
        return fields

    def _add_another(self) -> None:
        before = self.phases[-1]
        if not before.weeks.text().strip():
            # Only the last phase may be open-ended, and this one is the last no more.
            before.weeks.setText("4")
        fields = self._add(PhaseValues(times_a_week=before.times.value()))
        fields.name.setFocus()

    def _remove(self, fields: PhaseFields) -> None:
        self.phases.remove(fields)
        fields.hide()
        fields.deleteLater()
        self._number()
        self.phases[-1].name.setFocus()

    def _number(self) -> None:
        for number, fields in enumerate(self.phases, start=1):
            fields.show_number(number, removable=len(self.phases) > 1)

    def _write(self) -> None:
        phases = tuple(fields.values() for fields in self.phases)
        self._use(ProgrammeValues(self.name.text(), self.days.days, phases, self.note.text()))


class PhaseFields(Card):
    """The fields of a phase; its routines take their turns from top to bottom."""

    def __init__(self, values: PhaseValues, routines: Sequence[RoutineLine]) -> None:
        super().__init__(_("Phase"), padding=12)
        theme = current_theme()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._options = [(str(one.id), one.name) for one in routines]
        self.remove = IconButton("trash", _("Remove this phase"), kind=Kind.QUIET, size=Size.SMALL)
        self.header.addWidget(self.remove)
        self.name = LineEdit(_("Name, such as Build"), name=_("Name of the phase"))
        self.name.setText(values.name)
        self.weeks = LineEdit(_("open"), name=_("Weeks; empty is open-ended"))
        self.weeks.setText("" if values.weeks is None else str(values.weeks))
        self.weeks.setFixedWidth(theme.px(64))
        self.times = NumberField(1, 7, name=_("Times a week"))
        self.times.setValue(values.times_a_week)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 1)
        row.addWidget(Text(_("Weeks"), tone="muted"))
        row.addWidget(self.weeks)
        row.addWidget(Text(_("Times a week"), tone="muted"))
        row.addWidget(self.times)
        self.body.addLayout(row)
        self._turns = QVBoxLayout()
        self._turns.setSpacing(theme.px(4))
        self.body.addWidget(Text(_("In turn"), Role.CAPTION, "muted"))
        self.body.addLayout(self._turns)
        self.add_turn = Button(_("Add a routine"), icon="plus", size=Size.SMALL)
        self.add_turn.clicked.connect(self._add_another)
        foot = QHBoxLayout()
        foot.addWidget(self.add_turn)
        foot.addStretch()
        self.body.addLayout(foot)
        self.note = LineEdit(_("When to move on, or what to mind"), name=_("Note of the phase"))
        self.note.setText(values.note)
        self.note.setCursorPosition(0)
        self.body.addWidget(self.note)
        self.turns: list[TurnFields] = []
        for routine_id in values.routine_ids or self._unused()[:1]:
            self._add(routine_id)

    def values(self) -> PhaseValues:
        """Return what was written. Raises InvalidValue for weeks that are no number."""
        return PhaseValues(
            name=self.name.text(),
            weeks=_weeks(self.weeks.text().strip()),
            times_a_week=self.times.value(),
            routine_ids=tuple(turn.routine_id for turn in self.turns),
            note=self.note.text(),
        )

    def show_number(self, number: int, *, removable: bool) -> None:
        """Say which phase it is."""
        words = _("Phase {number}").format(number=number)
        self.title.setText(words)
        self.setAccessibleName(words)
        self.remove.setEnabled(removable)
        self.remove.set_name(_("Remove phase {number}").format(number=number))

    def _unused(self) -> list[int]:
        chosen = {turn.routine_id for turn in self.turns} if hasattr(self, "turns") else set()
        return [int(id_) for id_, _name in self._options if int(id_) not in chosen]

    def _add(self, routine_id: int) -> TurnFields:
        turn = TurnFields(self._options, routine_id)
        turn.removed.connect(lambda: self._remove(turn))
        turn.raised.connect(lambda: self._raise(turn))
        self.turns.append(turn)
        self._turns.addWidget(turn)
        self._number()
        return turn

    def _add_another(self) -> None:
        unused = self._unused()
        if unused:
            self._add(unused[0]).routine.setFocus()

    def _remove(self, turn: TurnFields) -> None:
        self.turns.remove(turn)
        self._turns.removeWidget(turn)
        turn.hide()
        turn.deleteLater()
        self._number()
        self.turns[-1].routine.setFocus()

    def _raise(self, turn: TurnFields) -> None:
        place = self.turns.index(turn)
        self.turns.insert(place - 1, self.turns.pop(place))
        self._turns.insertWidget(place - 1, turn)
        self._number()
        turn.routine.setFocus()

    def _number(self) -> None:
        for number, turn in enumerate(self.turns, start=1):
            turn.show_number(number, removable=len(self.turns) > 1)
        self.add_turn.setEnabled(bool(self._unused()))


class TurnFields(QWidget):
    """A routine at its turn."""

    removed = Signal()
    raised = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], routine_id: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(6))
        self._letter = Text("", Role.STRONG)
        self._letter.setMinimumWidth(current_theme().px(16))
        self.routine = ComboBox(options)
        self.routine.set_value(str(routine_id))
        self.up = IconButton("move_up", _("Earlier"), kind=Kind.QUIET, size=Size.SMALL)
        self.up.clicked.connect(lambda _on: self.raised.emit())
        self.away = IconButton("close", _("Remove"), kind=Kind.QUIET, size=Size.SMALL)
        self.away.clicked.connect(lambda _on: self.removed.emit())
        row.addWidget(self._letter)
        row.addWidget(self.routine, 1)
        row.addWidget(self.up)
        row.addWidget(self.away)

    @property
    def routine_id(self) -> int:
        """The chosen routine."""
        return int(self.routine.value)

    def show_number(self, number: int, *, removable: bool) -> None:
        """Say which turn it is: A, B, C, …"""
        letter = chr(ord("A") + number - 1)
        self._letter.setText(letter)
        self.routine.setAccessibleName(_("Routine {letter}").format(letter=letter))
        self.up.setEnabled(number > 1)
        self.up.set_name(_("Routine {letter} one turn earlier").format(letter=letter))
        self.away.setEnabled(removable)
        self.away.set_name(_("Remove routine {letter}").format(letter=letter))


def _weeks(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise InvalidValue(_("A phase takes 1 to {most} weeks.").format(most=MAX_WEEKS))
    return int(text)
