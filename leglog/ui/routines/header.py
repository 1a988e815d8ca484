"""The head of the builder: which routine, on which days, and the button that logs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.routines import words
from leglog.ui.routines.weekdays import WeekdayChips
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from leglog.services.programme_reading import ProgrammeView
    from leglog.services.routine_reading import RoutineLine, RoutineView

ONE_LINE_FROM = 760
"""Width from which the days stand beside the buttons, in pixels of the design."""


class RoutineHeader(Panel):
    """Switches between routines; archived ones stand at the end of the list."""

    routine_chosen = Signal(int)
    new_wanted = Signal()
    templates_wanted = Signal()
    programmes_wanted = Signal()
    days_chosen = Signal(object)
    """A set of ISO weekdays."""
    log_wanted = Signal()
    wanted = Signal(str)
    """From the menu: 'rename', 'note', 'print', 'duplicate', 'archive', 'restore', 'delete'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("header", parent)
        theme = current_theme()
        self._archived = self._folded = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        row, self._below = QHBoxLayout(), QHBoxLayout()
        for each in (row, self._below):
            each.setSpacing(theme.px(8))
            self._column.addLayout(each)
        self._below.addStretch()
        self._row = row
        self.switcher = ComboBox(name=_("Routine"))
        self.switcher.setMinimumContentsLength(12)
        self.switcher.setMaximumWidth(theme.px(300))
        self.switcher.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.switcher.setFont(theme.font(Role.EXERCISE))
        self.menu_button = IconButton("more", _("More for this routine"))
        self.new_button = Button(_("&New"), icon="plus")
        self.templates_button = Button(_("&Templates…"), icon="copy")
        self.programmes_button = Button(_("P&rogrammes…"), icon="target")
        row.addWidget(self.switcher, 1)
        for widget in (
            self.menu_button,
            self.new_button,
            self.templates_button,
            self.programmes_button,
        ):
            row.addWidget(widget)
        row.addStretch()
        self._size = Text("", Role.CAPTION, "muted")
        row.addWidget(self._size)
        self._planned = Text(_("Planned"), tone="muted")
        row.addWidget(self._planned)
        self.days = WeekdayChips()
        self.chips = self.days.chips
        row.addWidget(self.days)
        self._days_place = row.indexOf(self._size)
        self.log_button = Button(_("&Log it"), kind=Kind.PRIMARY)
        row.addWidget(self.log_button)
        self._fit_height()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.width() < current_theme().px(ONE_LINE_FROM)
        if folded != self._folded:
            self._fold(folded=folded)

    def _fold(self, *, folded: bool) -> None:
        """Give size and days a line of their own, or put them back beside the buttons."""
        self._folded = folded
        before, after = (self._row, self._below) if folded else (self._below, self._row)
        start = 0 if folded else self._days_place
        for place, widget in enumerate((self._size, self._planned, self.days), start):
            before.removeWidget(widget)
            after.insertWidget(place, widget)
        self._fit_height()

    def _fit_height(self) -> None:
        theme = current_theme()
        edge, above = theme.px(16), theme.px(12 if self._folded else 0)
        self._column.setContentsMargins(edge, above, edge, 0)
        self.setFixedHeight(theme.px(100 if self._folded else 64))

    def show_routine(
        self, view: RoutineView | None, used: Sequence[RoutineLine], archived: Sequence[RoutineLine]
    ) -> None:
        """Show the choice of routines, and days and size of the one that is shown."""
        options = [(str(one.id), one.name) for one in used]
        options += [(str(one.id), _("{name} (archived)").format(name=one.name)) for one in archived]
        self.switcher.set_options(options, str(view.id) if view else None)
        self.switcher.setEnabled(bool(options))
        self.switcher.setToolTip(view.name if view else "")
        self._archived = bool(view and view.is_archived)
        in_use = view is not None and not view.is_archived
        for widget in (self.days, self._planned, self.log_button):
            widget.setEnabled(in_use)
        self.menu_button.setEnabled(view is not None)
        self.log_button.setEnabled(in_use and view is not None and bool(view.exercises))
        self._size.setText(words.size(view) if view else "")
        if view is None:
            self.days.show_days(())

    def show_days(self, view: RoutineView, programme: ProgrammeView | None) -> None:
        """Show the days of the routine, or of the programme that decides them now."""
        in_turn = programme is not None and any(
            view.id == id_ for phase in programme.phases for id_, _name in phase.routines
        )
        self.days.show_days(programme.weekdays if programme and in_turn else view.weekdays)
        self.days.setEnabled(not view.is_archived and (programme is None or in_turn))
        said = ""
        if programme is not None:
            said = _("Days of the programme {name}, for all routines in it")
            if not in_turn:
                said = _("While the programme {name} runs, it decides the days.")
            said = said.format(name=programme.name)
        self.days.setToolTip(said)
        self.days.setAccessibleDescription(said)

    def show_narrow(self, *, narrow: bool) -> None:
        """Where the balance has no room, show its sum here and take less for the rest."""
        self._size.setVisible(narrow)
        self._planned.setVisible(not narrow)
        for button, text, name in (
            (self.new_button, _("&New"), _("New routine")),
            (self.templates_button, _("&Templates…"), _("Templates")),
            (self.programmes_button, _("P&rogrammes…"), _("Programmes")),
        ):
            button.setText("" if narrow else text)
            # Without its words it keeps the key that they had.
            button.setShortcut(QKeySequence.mnemonic(text))
            button.setAccessibleName(name)
            button.setToolTip(name if narrow else "")
            button.updateGeometry()

    def menu(self) -> QMenu:
        """Return the menu of the routine that is shown."""
        menu = QMenu(self)
        put_away = (
            ("restore", _("&Take out of the archive")) if self._archived
            else ("archive", _("&Archive"))
        )  # fmt: skip
        entries = (
            ("rename", _("&Rename…")),
            ("note", _("&Note…")),
            ("print", _("&Print or save as PDF…")),
            ("duplicate", _("&Duplicate")),
            put_away,
            ("delete", _("D&elete")),
        )
        for name, text in entries:
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, name=name: self.wanted.emit(name))
        return menu

    def _connect(self) -> None:
        self.switcher.chosen.connect(lambda value: self.routine_chosen.emit(int(value)))
        self.new_button.clicked.connect(self.new_wanted)
        self.templates_button.clicked.connect(self.templates_wanted)
        self.programmes_button.clicked.connect(self.programmes_wanted)
        self.log_button.clicked.connect(self.log_wanted)
        self.menu_button.clicked.connect(self._open_menu)
        self.days.days_chosen.connect(self.days_chosen)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
