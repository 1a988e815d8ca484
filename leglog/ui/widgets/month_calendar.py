"""One month as a grid of days, each with a letter, a bar, a strip of colour and a state."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Size
from leglog.ui.widgets.month_grid import MonthGrid, MonthModel, add_months
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.ui.widgets.month_grid import DayMark


class MonthCalendar(QWidget):
    """A month to look at and to choose a day from.

    Arrows move by days and on into the next month, PgUp and PgDn by months, T goes to today,
    Enter opens the day.
    """

    day_chosen = Signal(object)
    """The current day moved to this datetime.date."""
    day_opened = Signal(object)
    """Enter or a double click on this datetime.date."""
    month_shown = Signal(object)
    """Another month is shown, given by its first day: set its marks with ``set_days``."""

    def __init__(
        self, today: dt.date, *, first_weekday: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._today = today
        first = localized.first_weekday() if first_weekday is None else first_weekday
        self._model = MonthModel(today, first, self)
        self._grid = MonthGrid(self._model, self)
        self._title = Text("", Role.EXERCISE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._head())
        column.addWidget(self._grid)
        self.setFocusProxy(self._grid)
        self._grid.moved.connect(self._on_moved)
        self._grid.opened.connect(self.day_opened)
        self._grid.turned.connect(self.turn)
        self._grid.home_wanted.connect(self.go_to_today)
        self.set_current(today)

    @property
    def current(self) -> dt.date:
        """The chosen day."""
        return self._model.current

    @property
    def first_shown(self) -> dt.date:
        """The first day of the grid, which may lie in the month before."""
        return self._model.first_day

    @property
    def last_shown(self) -> dt.date:
        """The last day of the grid."""
        return self._model.first_day + dt.timedelta(days=7 * self._model.rowCount() - 1)

    def set_days(self, marks: Mapping[dt.date, DayMark]) -> None:
        """Show ``marks``; days that are not among them are plain."""
        self._model.set_marks(marks)

    def set_today(self, today: dt.date) -> None:
        """Mark another day as today."""
        self._today = today
        self._model.set_today(today)

    def set_first_weekday(self, first_weekday: int) -> None:
        """Begin weeks on another day, 0 for Monday to 6 for Sunday."""
        if self._model.set_first_weekday(first_weekday):
            self._grid.show_current()
            self.month_shown.emit(self.current.replace(day=1))

    def set_current(self, date: dt.date) -> None:
        """Choose ``date`` and show its month, without telling that it was chosen."""
        turned = self._model.show_day(date)
        self._title.setText(localized.month(date))
        self._grid.show_current()
        if turned:
            self.month_shown.emit(date.replace(day=1))

    def turn(self, months: int) -> None:
        """Go ``months`` on or back, to the same day where the month has it."""
        self._choose(add_months(self.current, months))

    def go_to_today(self) -> None:
        """Choose today."""
        self._choose(self._today)

    def _choose(self, date: dt.date) -> None:
        if date != self.current:
            self.set_current(date)
            self.day_chosen.emit(date)

    def _on_moved(self, date: dt.date) -> None:
        self._choose(date)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(self._title)
        row.addStretch()
        back = IconButton("chevron_left", _("Previous month"), size=Size.SMALL)
        back.clicked.connect(lambda: self.turn(-1))
        today = Button(_("Today"), size=Size.SMALL)
        today.clicked.connect(self.go_to_today)
        on = IconButton("chevron_right", _("Next month"), size=Size.SMALL)
        on.clicked.connect(lambda: self.turn(1))
        for button in (back, today, on):
            row.addWidget(button)
        return row
