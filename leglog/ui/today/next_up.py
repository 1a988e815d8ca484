"""The card that says what comes next and shows its plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.schedule import Reason
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.today import words
from leglog.ui.today.plan_table import PlanTable
from leglog.ui.widgets.button import Button, Size
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import ShortText, Text

if TYPE_CHECKING:
    from leglog.services.today import Glance

DAYS_OFFERED = 7


class NextUpCard(Card):
    """The next routine, why it is next, and what it asks for."""

    routine_chosen = Signal(int)
    """Show the plan of another routine."""
    day_chosen = Signal(object)
    """Move the planned workout to this date."""
    exercise_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Next up"), parent=parent)
        self._name = ShortText("", Role.TITLE)
        self._why = Text("", tone="muted", wrap=True)
        self._swap = Button(_("Swap routine"), icon="swap", size=Size.SMALL)
        self._move = Button(_("Move day"), icon="today", size=Size.SMALL)
        for button in (self._swap, self._move):
            button.setMenu(QMenu(button))
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        titles = QVBoxLayout()
        titles.setSpacing(current_theme().px(3))
        titles.addWidget(self._name)
        titles.addWidget(self._why)
        row.addLayout(titles, 1)
        row.addWidget(self._swap)
        row.addWidget(self._move)
        self.body.addLayout(row)
        self.table = PlanTable()
        self.table.exercise_wanted.connect(self.exercise_wanted)
        self.body.addWidget(self.table)
        self.body.addStretch()

    def show_glance(self, seen: Glance) -> None:
        """Show what is next; without a routine the card is hidden."""
        up, plan = seen.week.next_up, seen.plan
        self.setVisible(plan is not None)
        if plan is None:
            return
        is_next = up is not None and up.routine_id == plan.routine_id
        self._name.setText(plan.name)
        why = words.reason(up, seen.today) if up and is_next else _("Chosen instead")
        self._why.setText(f"{why} · {words.size(plan)}")
        self._fill_swap(seen, plan.routine_id)
        planned = is_next and up is not None and up.day is not None
        self._move.setVisible(planned)
        if planned and up is not None and up.reason in (Reason.PLANNED_TODAY, Reason.PLANNED_LATER):
            self._fill_move(seen.today, up.day)
        self.table.show_plan(plan)

    def _fill_swap(self, seen: Glance, shown: int) -> None:
        menu = self._swap.menu()
        menu.clear()
        for routine in seen.routines:
            if routine.id != shown:
                action = menu.addAction(routine.name.replace("&", "&&"))
                action.triggered.connect(self._chooser(routine.id))
        self._swap.setVisible(not menu.isEmpty())

    def _chooser(self, routine_id: int) -> object:
        return lambda _checked=False: self.routine_chosen.emit(routine_id)

    def _fill_move(self, today: dt.date, planned: dt.date | None) -> None:
        menu = self._move.menu()
        menu.clear()
        for number in range(DAYS_OFFERED):
            day = today + dt.timedelta(days=number)
            if day != planned:
                text = _("Today") if number == 0 else localized.short_day(day)
                menu.addAction(text).triggered.connect(self._mover(day))

    def _mover(self, day: dt.date) -> object:
        return lambda _checked=False: self.day_chosen.emit(day)
