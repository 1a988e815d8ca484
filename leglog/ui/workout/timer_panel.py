"""Rest and hold beside the sheet: two quiet lines, and large figures while one runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Meter
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import IconLabel, Line, Text
from leglog.ui.workout.timers import STEP_S, USUAL_REST_S, is_hold

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.timers import Timers


class TimerPanel(Panel):
    """Left and Right change the rest by a quarter of a minute while its line has the focus."""

    hold_wanted = Signal()
    """Start or stop the stopwatch of the set under the cursor."""
    rest_wanted = Signal()
    """Start or stop the rest."""

    def __init__(self, timers: Timers, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._timers = timers
        self._block: ExerciseBlock | None = None
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(8))
        self.hold = _TimerRow("stopwatch", _("Hold"), "T")
        self.hold.button.clicked.connect(self.hold_wanted.emit)
        self.rest = _TimerRow("timer", _("Rest"), "R")
        self.rest.button.clicked.connect(self.rest_wanted.emit)
        self.rest.stepped.connect(lambda by: timers.change_rest(by * STEP_S))
        for row in (self.rest, self.hold):
            column.addWidget(row)
        column.addWidget(Line())
        timers.changed.connect(self.renew)
        self.renew()

    def show_exercise(self, block: ExerciseBlock | None) -> None:
        """Name the rest of another exercise; only a hold has a stopwatch."""
        self._block = block
        self.renew()

    def renew(self) -> None:
        """Show the time as it is."""
        timers, now = self._timers, self._timers.now
        hold, rest = timers.hold, timers.rest
        self.hold.setVisible(hold is not None or (self._block is not None and is_hold(self._block)))
        if hold is None:
            self.hold.show_idle(_("Hold"), localized.clock(0))
        else:
            target = hold.watch.target_s
            self.hold.show_running(
                timers.words_of_hold(),
                "" if target is None else _("target {time}").format(time=localized.clock(target)),
                timers.clock_of_hold(),
                _("Stop and write"),
                hold.watch.share(now),
            )
        if rest is None:
            length = (self._block.rest_s if self._block else None) or USUAL_REST_S
            self.rest.show_idle(_("Rest"), localized.clock(length))
        else:
            over = rest.is_over(now)
            self.rest.show_running(
                _("Rest is over") if over else _("Rest"),
                _("of {time}").format(time=localized.clock(rest.length_s)),
                localized.clock(rest.left_s(now)),
                _("Close") if over else _("Stop"),
                rest.share(now),
            )


class _TimerRow(QWidget):
    """An idle line with a button; running, a figure with a bar."""

    stepped = Signal(int)

    def __init__(self, icon: str, name: str, key: str) -> None:
        super().__init__()
        theme = current_theme()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(2))
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel(icon, "text", 18))
        self._words = Text(name, Role.STRONG)
        self._about = Text("", Role.CAPTION, "muted")
        head.addWidget(self._words)
        head.addStretch()
        head.addWidget(self._about)
        column.addLayout(head)
        self._head = head
        row = QHBoxLayout()
        self._figure = Text("", Role.TIMER)
        row.addWidget(self._figure)
        row.addStretch()
        column.addLayout(row)
        self._row = row
        self.button = Button(_("Start"), icon="play", shortcut=key)
        # A click leaves the focus in the sheet, where the same key stops it.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.button)
        self._meter = Meter(name)
        column.addWidget(self._meter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def show_idle(self, words: str, time: str) -> None:
        """Show one line: what it is, how long, and the way to start it."""
        self._words.setText(f"{words} {time}")
        self._place_button(self._head, Kind.NORMAL, _("Start"), "play")
        self._set_running(running=False)

    def show_running(self, words: str, about: str, time: str, stop: str, share: float) -> None:
        """Show the time large, with the way to stop it."""
        self._words.setText(words)
        self._about.setText(about)
        self._figure.setText(time)
        self._meter.set_share(share, f"{time} {about}")
        self._place_button(self._row, Kind.PRIMARY, stop, "stop")
        self._set_running(running=True)

    def _place_button(self, row: QHBoxLayout, kind: Kind, text: str, icon: str) -> None:
        if self.button.text() != text:
            self.button.setText(text)
            self.button.set_icon_name(icon)
        if row.indexOf(self.button) < 0:
            self.button.set_kind(kind)
            row.addWidget(self.button)

    def _set_running(self, *, running: bool) -> None:
        self._about.setVisible(running)
        self._figure.setVisible(running)
        self._meter.setVisible(running)
