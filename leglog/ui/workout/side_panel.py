"""What stands beside the sheet: the timers above the guide; in a narrow window a bar below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Size
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import IconLabel, ShortText, Text
from leglog.ui.workout.guide import GuidePanel
from leglog.ui.workout.past_words import origins
from leglog.ui.workout.timer_panel import TimerPanel
from leglog.ui.workout.timers import is_hold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.exercise_guide import ExerciseGuide
    from leglog.services.exercise_past import PastTime
    from leglog.services.workout_form import ExerciseBlock
    from leglog.training.vocabulary import Unit
    from leglog.ui.workout.sheet_rows import SetLine
    from leglog.ui.workout.timers import Timers

WIDTH = 272


class SidePanel(Panel):
    """Takes its place in the row where there is room, else lies over the sheet when asked for."""

    exercise_wanted = Signal(int)
    """An easier or harder exercise shall be looked up."""
    rest_wanted = Signal()
    hold_wanted = Signal()

    def __init__(self, timers: Timers, row: QHBoxLayout) -> None:
        super().__init__("panel", edge="left")
        self._row, self._floats, self._wanted = row, False, {False: True, True: False}
        self.setFixedWidth(current_theme().px(WIDTH))
        self.timers = TimerPanel(timers)
        self.timers.rest_wanted.connect(self.rest_wanted.emit)
        self.timers.hold_wanted.connect(self.hold_wanted.emit)
        self.guide = GuidePanel()
        self.guide.exercise_wanted.connect(self.exercise_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._origin = Text("", Role.CAPTION, "muted", wrap=True)
        self._origin.setContentsMargins(*(current_theme().px(edge) for edge in (16, 8, 16, 0)))
        column.addWidget(self.timers)
        column.addWidget(self._origin)
        column.addWidget(self.guide, 1)
        row.addWidget(self)

    def show_exercise(self, block: ExerciseBlock | None, guide: ExerciseGuide | None) -> None:
        """Show the guide and the timers of another exercise."""
        self.guide.show_exercise(guide)
        self.timers.show_exercise(block)

    def show_times(self, times: Sequence[PastTime], unit: Unit) -> None:
        """Show what was done the last times."""
        self.guide.show_times(times, unit)

    def show_line(self, line: SetLine | None) -> None:
        """Say where the values of the set under the cursor come from that are not done yet."""
        words = origins(line.block, line.row) if line else ""
        if words != self._origin.text():
            self._origin.setText(words)
        self._origin.setVisible(bool(words))

    def set_floating(self, floats: bool) -> None:
        """Lie over the sheet, or stand beside it; each remembers whether it was wanted."""
        if floats != self._floats:
            self._floats = floats
            if floats:
                self._row.removeWidget(self)
            else:
                self._row.addWidget(self)
        self.setVisible(self._wanted[floats])

    def switch(self) -> None:
        """Show or hide the panel."""
        self._wanted[self._floats] = not self._wanted[self._floats]
        self.setVisible(self._wanted[self._floats])

    def lie_over(self, place: QRect) -> None:
        """Take the right end of a place while it floats."""
        if self._floats:
            width = current_theme().px(WIDTH)
            self.setGeometry(place.right() + 1 - width, place.top(), width, place.height())
            self.raise_()


class CareBar(Panel):
    """One line on the back, and the keys of what is hidden in a narrow window."""

    guide_wanted = Signal()
    rest_wanted = Signal()
    hold_wanted = Signal()

    def __init__(self, timers: Timers, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent, edge="top")
        self._timers = timers
        self._is_hold = False
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel("back_pain", "info", 16))
        self._care = ShortText("", tone="info")
        row.addWidget(self._care, 1)
        self._guide = Button(_("Guide"), icon="info", shortcut="G", size=Size.SMALL)
        self._rest = Button(_("Rest"), icon="timer", shortcut="R", size=Size.SMALL)
        self._hold = Button(_("Hold"), icon="stopwatch", shortcut="T", size=Size.SMALL)
        self._guide.clicked.connect(self.guide_wanted.emit)
        self._rest.clicked.connect(self.rest_wanted.emit)
        self._hold.clicked.connect(self.hold_wanted.emit)
        for button in (self._guide, self._rest, self._hold):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        timers.changed.connect(self._renew)

    def show_exercise(self, block: ExerciseBlock | None, care: str) -> None:
        """Show another exercise's line."""
        self._care.setText(care)
        self._is_hold = block is not None and is_hold(block)
        self._renew()

    def _renew(self) -> None:
        rest, hold = self._timers.rest, self._timers.hold
        self._rest.setText(
            _("Rest") if rest is None else localized.clock(rest.left_s(self._timers.now))
        )
        self._hold.setText(_("Hold") if hold is None else self._timers.clock_of_hold())
        self._hold.setVisible(self._is_hold or hold is not None)
