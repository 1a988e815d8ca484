"""The dialog of the first run: three steps, and nothing is written before the last is confirmed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.first_run import Beginning, begin
from leglog.services.routine_templates import template_list
from leglog.ui import made_up_year
from leglog.ui.errors import show_trouble
from leglog.ui.first_run.back_step import BackStep
from leglog.ui.first_run.routine_step import RoutineStep
from leglog.ui.first_run.trail import StepTrail
from leglog.ui.first_run.units_step import UnitsStep
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.text import IconLabel, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from leglog.ui.desk import Desk

SIZE = (880, 680)
EDGE = 32
UNITS, ROUTINE, BACK = range(3)


def local_now() -> dt.datetime:
    """Return this computer's time."""
    return dt.datetime.now().astimezone()


class FirstRunDialog(QDialog):
    """Enter goes on, Alt+Left back; Esc passes over the first two steps, never over the third."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, now: Callable[[], dt.datetime] = local_now
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Welcome to LegLog"))
        self._desk, self._now, self._leaves = desk, now, False
        self.units = UnitsStep(desk.database)
        self.routine = RoutineStep(template_list(desk.log))
        self.back = BackStep()
        self._steps = (self.units, self.routine, self.back)
        self._build()
        self.units.look_around.clicked.connect(self._look_around)
        self.back.changed.connect(self._show_way_on)
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.activated.connect(self.go_back)
        self._show(UNITS)

    @property
    def step(self) -> int:
        """The step in front, 0 to 2."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """Go to the next step, or keep everything after the last."""
        if self.step < BACK:
            self._show(self.step + 1)
        elif self.back.is_complete:
            self._finish()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.step > UNITS:
            self._show(self.step - 1)

    def pass_over(self) -> None:
        """Take the first step as it is, or no routine, and go on to the back check."""
        if self.step == ROUTINE:
            self.routine.clear()
        self._show(BACK)

    def reject(self) -> None:
        """Pass over a step that can be passed over; only closing the window leaves the rest."""
        if self._leaves:
            super().reject()
        elif self.step < BACK:
            self.pass_over()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leaves = True
        super().closeEvent(event)

    def _build(self) -> None:
        theme = current_theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        main = QFrame()
        main.setProperty("box", "sheet")
        column = QVBoxLayout(main)
        edge = theme.px(EDGE)
        column.setContentsMargins(edge, theme.px(14), edge, theme.px(6))
        column.setSpacing(theme.px(12))
        column.addLayout(self._build_head())
        self._stack = QStackedWidget()
        for step in self._steps:
            scroll = ScrollPage(margin=0)
            scroll.body.addWidget(step)
            self._stack.addWidget(scroll)
        column.addWidget(self._stack, 1)
        outer.addWidget(main, 1)
        outer.addWidget(self._build_foot())
        room = self.screen().availableSize()
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(current_theme().px(8))
        head.addWidget(IconLabel("back_pain", "accent", 20))
        head.addWidget(Text("LegLog", Role.SECTION, "accent"))
        head.addStretch()
        self._trail = StepTrail((_("Units"), _("Routine"), _("Back check")))
        head.addWidget(self._trail)
        return head

    def _build_foot(self) -> QFrame:
        theme = current_theme()
        foot = QFrame()
        foot.setProperty("box", "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(EDGE), theme.px(12), theme.px(EDGE), theme.px(12))
        row.setSpacing(theme.px(8))
        self._back = Button(_("Back"))
        self._back.clicked.connect(self.go_back)
        self._over = Button(kind=Kind.LINK)
        self._over.set_flush()
        self._over.clicked.connect(self.pass_over)
        self._always = Text(_("Always under Help › When to get help."), Role.CAPTION, "muted")
        self._missing = Text(_("Choose an answer and tick the box to finish."), tone="muted")
        self._on = Button(kind=Kind.PRIMARY, shortcut="Enter")
        self._on.clicked.connect(self.go_on)
        self._on.setDefault(True)
        for widget in (self._back, self._over, self._always):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._missing)
        row.addWidget(self._on)
        return foot

    def _show(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._trail.show_step(step)
        self._back.setVisible(step > UNITS)
        self._over.setVisible(step < BACK)
        later = _("I will choose later")
        self._over.setText(_("Use these and skip to step 3") if step == UNITS else later)
        self._always.setVisible(step == BACK)
        self._on.setText(_("Finish") if step == BACK else _("Next"))
        self._show_way_on()
        self._steps[step].focus_first()

    def _show_way_on(self) -> None:
        can = self.step < BACK or self.back.is_complete
        self._on.setEnabled(can)
        self._missing.setVisible(not can)

    def _finish(self) -> None:
        chosen = Beginning(
            self.units.unit,
            self.units.week_starts_on,
            self.back.answer,
            self.routine.template_id,
            self.routine.weekdays,
            self.back.score,
        )
        try:
            begin(self._desk.log, chosen, self._now())
        except LeglogError as error:
            show_trouble(self, error)
            return
        self.accept()
        if self.units.wants_import:
            self._desk.ask_for("import")

    def _look_around(self) -> None:
        made_up_year.look_around(self._desk, self)
