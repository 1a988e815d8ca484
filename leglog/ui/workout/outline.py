"""The workout at a glance: sections, exercises with a dot a set, and how far it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.training.units import load_number
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Meter
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Text
from leglog.ui.workout.outline_model import BLOCK_ROLE, OutlineModel
from leglog.ui.workout.outline_painting import OutlineDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.workbench import Workbench


class WorkoutOutline(Panel):
    """A click or Enter on an exercise jumps to it."""

    block_wanted = Signal(int)
    exercise_wanted = Signal()
    """Another exercise shall be added."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("side", parent, edge="right")
        self._bench = bench
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(0)
        self._model = OutlineModel()
        self.list = _List(self._model)
        self.list.setProperty("box", "plain")
        self.list.setItemDelegate(OutlineDelegate(self.list, self._model))
        self.list.clicked.connect(self._jump)
        self.list.entered_row.connect(self._jump)
        column.addWidget(self.list, 1)
        add = Button(_("&Add exercise"), icon="plus", kind=Kind.LINK)
        add.clicked.connect(self.exercise_wanted.emit)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        row.addWidget(add)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._build_foot())
        bench.renewed.connect(self._renew)

    def show_current(self, block: ExerciseBlock | None) -> None:
        """Mark the exercise that the cursor of the sheet is in."""
        row = None if block is None else self._model.row_of(block)
        if row is not None:
            self.list.setCurrentIndex(self._model.index(row))

    def _build_foot(self) -> QFrame:
        theme = current_theme()
        foot = Panel("footer")
        column = QVBoxLayout(foot)
        edge = theme.px(12)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(6))
        row = QHBoxLayout()
        self._done = Text("", Role.STRONG)
        self._volume = Text("", Role.CAPTION, "muted")
        row.addWidget(self._done)
        row.addStretch()
        row.addWidget(self._volume)
        column.addLayout(row)
        self._meter = Meter(_("Sets done"))
        column.addWidget(self._meter)
        self._last = Text("", Role.CAPTION, "muted")
        column.addWidget(self._last)
        return foot

    def _renew(self) -> None:
        form = self._bench.form
        self._model.show_form(form)
        if form is None:
            return
        done, planned = form.sets_done, form.sets_planned
        words = ngettext("{done} of {count} set", "{done} of {count} sets", planned).format(
            done=done, count=planned
        )
        self._done.setText(words)
        self._meter.set_share(done / planned if planned else 0.0, words)
        self._volume.setText(_("{load} so far").format(load=self._load(form.volume_load_g)))
        last = form.last_volume_load_g
        self._last.setText(
            "" if last is None else _("Last time {load}").format(load=self._load(last))
        )

    def _load(self, load_g: int) -> str:
        unit = self._bench.preferences.unit
        number = localized.number(round(float(load_number(load_g, unit))))
        return f"{number} {unit.value}"

    def _jump(self, index: QModelIndex) -> None:
        block_id = index.data(BLOCK_ROLE)
        if isinstance(block_id, int):
            self.block_wanted.emit(block_id)


class _List(QListView):
    """Enter on a row tells it; a click does so already."""

    entered_row = Signal(QModelIndex)

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Exercises of this workout"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusRing", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
