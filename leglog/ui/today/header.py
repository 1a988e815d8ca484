"""The head of Today: the date, and the way into a workout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.frames import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.today import Glance


class TodayHeader(PageHeader):
    """The day, the one primary button of the page and what else can be logged."""

    workout_wanted = Signal()
    """Log what is next."""
    routine_wanted = Signal(int)
    """Log another routine."""
    free_workout_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.button = Button(
            _("Log a workout"),
            icon="plus",
            shortcut="Ctrl+N",
            kind=Kind.PRIMARY,
            size=Size.LARGE,
        )
        self.button.clicked.connect(lambda _checked: self.workout_wanted.emit())
        self._more = IconButton("chevron_down", _("Log something else…"), size=Size.LARGE)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self.add(self.button)
        self.add(self._more)

    def show_glance(self, seen: Glance) -> None:
        """Show the day; a new log has its own buttons further down."""
        self.title.setText(localized.long_day(seen.today))
        for button in (self.button, self._more):
            button.setVisible(seen.beginning.is_over)
        self._menu.clear()
        for routine in seen.routines:
            self._add(routine.name.replace("&", "&&"), self._chooser(routine.id))
        if seen.routines:
            self._menu.addSeparator()
        self._add(_("Without a routine"), self.free_workout_wanted.emit)

    def open_menu(self) -> None:
        """Offer everything that can be logged."""
        self._more.showMenu()

    def _add(self, text: str, do: Callable[[], object]) -> None:
        self._menu.addAction(text).triggered.connect(lambda _checked=False: do())

    def _chooser(self, routine_id: int) -> Callable[[], object]:
        return lambda: self.routine_wanted.emit(routine_id)
