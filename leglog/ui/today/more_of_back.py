"""The ways from the morning's question to all else that is kept of the back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.today import errands
from leglog.ui.widgets.button import Button, Kind, Size
from leglog.ui.widgets.flow import FlowLayout
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from leglog.services.today import Glance
    from leglog.ui.desk import Desk

ANSWERED_FOR_DAYS = 14


class MoreOfBack(QWidget):
    """Small buttons; below them, every two weeks, when the tasks were answered last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, dt.date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(2))
        column.addWidget(Line())
        ways = FlowLayout(across=14, down=0)
        for words, tip, do in self._ways():
            button = Button(words, kind=Kind.LINK, size=Size.SMALL)
            button.set_flush()
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(do)
            ways.addWidget(button)
        column.addLayout(ways)
        self._last = Text("", Role.CAPTION, "muted")
        column.addWidget(self._last)

    def show_glance(self, seen: Glance) -> None:
        """Say when the tasks were answered last, once that is two weeks ago."""
        self._today = seen.today
        day = seen.tasks_answered
        is_due = day is not None and (seen.today - day).days >= ANSWERED_FOR_DAYS
        self._last.setVisible(is_due)
        if is_due and day is not None:
            words = _("Daily tasks were last rated on {day}.")
            self._last.setText(words.format(day=localized.day_of_month(day)))

    def _ways(self) -> Iterable[tuple[str, str, Callable[[], None]]]:
        desk, window = self._desk, self.window
        return (
            (
                _("Ratings"),
                _("See, correct and remove ratings"),
                lambda: errands.open_ratings(desk, window()),
            ),
            (
                _("Daily tasks"),
                _("How easy your own tasks are, every two weeks"),
                lambda: errands.open_daily_life(desk, self._today, window()),
            ),
            (
                _("My day"),
                _("Sitting, steps and sleep, all optional"),
                lambda: errands.open_check_in(desk, self._today, window()),
            ),
            (
                _("Flare-up"),
                _("Start, end or correct a flare-up"),
                lambda: errands.open_flare(desk, self._today, window()),
            ),
        )
