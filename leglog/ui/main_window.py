"""The window: menus, navigation, the pages and the status line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from leglog.i18n import _
from leglog.ui.areas import go_to_area
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.letter_keys import follow_preference
from leglog.ui.menus import Menus
from leglog.ui.pages import PageSpec, standard_pages
from leglog.ui.theme import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    Scheme,
    application,
    apply_theme,
    current_theme,
)
from leglog.ui.undo_menu import UndoMenu
from leglog.ui.widgets.navbar import NavBar
from leglog.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from leglog.services.training_log import Change, TrainingLog
    from leglog.ui.page import Page

RAIL_BELOW = 1180
"""The window width in pixels of the design below which the navigation is a rail."""
RAIL_FROM_TEXT_SIZE = 125
SMALLEST = (1024, 700)
ROOMY_UP_TO = 120
"""Percent of text size up to which the pages stand well in the smallest window."""
FIRST_SIZE = (1280, 820)
TEXT_STEP = 10
TEXT_SIZES = range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)


class MainWindow(QMainWindow):
    """Shows one page at a time and carries the actions that work on all of them."""

    scheme_chosen = Signal(str)
    """The person chose light, dark, high contrast or the system's way."""

    def __init__(
        self, desk: Desk, settings: QSettings, pages: Sequence[PageSpec] | None = None
    ) -> None:
        super().__init__()
        self._desk, self._settings = desk, settings
        desk.keep_in(settings)
        specs = standard_pages() if pages is None else pages
        self._specs = {spec.place: spec for spec in specs}
        self._pages: dict[Place, Page] = {}
        self._shown: Place | None = None
        self._waiting: Destination | None = None
        self._provided: dict[str, Callable[[], object]] = {}
        self.setWindowTitle("LegLog")
        self.menus = Menus(self.menuBar(), specs)
        self._steps = UndoMenu(desk, self.menus, self)
        self._own = self._own_verbs()
        self.status = StatusLine()
        self._build(specs)
        self._connect()
        self._restore_geometry()

    def show_page(self, destination: Destination) -> None:
        """Show a page; before the log is open, any but Today is shown as soon as it is."""
        spec = self._specs[destination.place]
        if not (self._desk.is_ready or spec.before_ready):
            self._waiting = destination
            self._navigation.set_current(destination.place)
            return
        self._waiting = None
        page = self._page(spec)
        self._shown = destination.place
        self._navigation.set_current(destination.place)
        self._stack.setCurrentWidget(page)
        page.refresh_if_stale()
        page.open(destination)
        self._update_verbs()

    def show_first_page(self) -> None:
        """Show Today, at start."""
        self.show_page(Destination(next(iter(self._specs))))

    def bring_forward(self) -> None:
        """Come to the front, as when a second start or a reminder asks for the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def desk(self) -> Desk:
        """What the pages share: the open log and the ways between them."""
        return self._desk

    @property
    def current_page(self) -> Page | None:
        """The page in front, or None before the first."""
        return self._pages.get(self._shown) if self._shown else None

    @property
    def current_place(self) -> Place | None:
        """The place of the page in front, or None before the first."""
        return self._shown

    def provide(self, action: str, do: Callable[[], object]) -> None:
        """Answer a menu action on all pages that do not answer it themselves."""
        self._provided[action] = do
        self._update_verbs()

    def run_action(self, action: str) -> None:
        """Do a menu action, as if it had been chosen; an answer goes before its destination."""
        do = self._answers().get(action)
        if do is not None:
            do()
        elif (destination := self.menus.destination(action)) is not None:
            self.show_page(destination)

    def change_text_size(self, percent: int) -> None:
        """Scale all text and sizes; kept within 90 and 150 percent and remembered."""
        theme = apply_theme(application(), current_theme().scheme, percent)
        self._settings.setValue("view/text_size", theme.text_size)
        self._fit_navigation()
        self.status.say(_("Text size {percent} %").format(percent=theme.text_size))

    def change_scheme(self, scheme: Scheme) -> None:
        """Change between light and dark, at once and for the next starts."""
        apply_theme(application(), scheme, current_theme().text_size)
        self._settings.setValue("view/scheme", scheme.value)
        self.menus.action(scheme.value).setChecked(True)
        self.scheme_chosen.emit(scheme.value)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_navigation"):
            self._fit_smallest()
            self._fit_navigation()

    def _build(self, specs: Sequence[PageSpec]) -> None:
        self.setStatusBar(self.status)
        self._navigation = NavBar()
        self._navigation.setAccessibleName(_("Pages"))
        for spec in specs:
            self._navigation.add_item(
                spec.place, spec.label, spec.icon, shortcut=spec.shortcut, at_end=spec.at_end
            )
        self._stack = QStackedWidget()
        # A page that needs more room than there is must not widen the window.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self._fit_smallest()

    def _connect(self) -> None:
        self._navigation.chosen.connect(lambda key: self.show_page(Destination(Place(key))))
        self.menus.wanted.connect(self.run_action)
        self.menus.action(current_theme().scheme.value).setChecked(True)
        self._desk.destination_wanted.connect(self.show_page)
        self._desk.action_wanted.connect(self.run_action)
        self._desk.said.connect(self.status.say)
        self._desk.changed.connect(self._on_changed)
        follow_preference(self._desk)
        self._desk.when_ready(lambda _log: self._on_ready())
        self._update_verbs()

    def _page(self, spec: PageSpec) -> Page:
        page = self._pages.get(spec.place)
        if page is None:
            page = spec.build(self._desk, self._stack)
            self._pages[spec.place] = page
            self._stack.addWidget(page)
            page.verbs_changed.connect(self._update_verbs)
        return page

    def _on_ready(self) -> None:
        if self._waiting is not None:
            self.show_page(self._waiting)
        self._update_verbs()

    @Slot(object)
    def _on_changed(self, _change: Change) -> None:
        self.status.show_saved(dt.datetime.now().astimezone())
        self._update_verbs()

    def _own_verbs(self) -> Mapping[str, Callable[[], object]]:
        return {
            "save": lambda: self.status.say(_("Everything is already saved.")),
            "quit": self.close,
            "undo": self._steps.undo,
            "redo": self._steps.redo,
            "find": self._find,
            "next_area": lambda: self._go_to_area(1),
            "previous_area": lambda: self._go_to_area(-1),
            "larger_text": lambda: self.change_text_size(current_theme().text_size + TEXT_STEP),
            "smaller_text": lambda: self.change_text_size(current_theme().text_size - TEXT_STEP),
            "normal_text": lambda: self.change_text_size(100),
            **{f"text_size_{size}": self._size_verb(size) for size in TEXT_SIZES},
            "full_screen": self._toggle_full_screen,
            "rate_back": self._rate_back,
            "help": self._help,
            "key_list": self._list_keys,
            **{scheme.value: self._scheme_verb(scheme) for scheme in Scheme},
        }

    def _rate_back(self) -> None:
        def show(_log: TrainingLog) -> None:
            from leglog.ui.pain_popover import PainPopover

            PainPopover(self._desk, self).open_over(self)

        self._desk.when_ready(show)

    def _help(self) -> None:
        from leglog.ui.help.sheet import PageHelpSheet

        if self._shown is not None:
            PageHelpSheet(self._shown, self).open()

    def _list_keys(self) -> None:
        from leglog.ui.help.sheet import KeySheet

        KeySheet(self).open()

    def _scheme_verb(self, scheme: Scheme) -> Callable[[], None]:
        return lambda: self.change_scheme(scheme)

    def _size_verb(self, percent: int) -> Callable[[], None]:
        return lambda: self.change_text_size(percent)

    def _answers(self) -> Mapping[str, Callable[[], object]]:
        """Return who answers what: the page first, then app.py, then the window."""
        page = self.current_page
        return {**self._own, **self._provided, **(page.verbs() if page else {})}

    @Slot()
    def _update_verbs(self) -> None:
        self.menus.enable_only(self._answers())
        self._steps.renew()
        if (page := self.current_page) is not None:
            self.status.show_keys(page.keys())

    def _find(self) -> None:
        if (page := self.current_page) is not None:
            page.focus_search()

    def _go_to_area(self, by: int) -> None:
        if (page := self.current_page) is not None:
            go_to_area(page.areas(), by)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _fit_smallest(self) -> None:
        room = self.screen().availableSize().width()
        self.setMinimumSize(smallest_width(current_theme().text_size, room), SMALLEST[1])

    def _fit_navigation(self) -> None:
        theme = current_theme()
        large = theme.text_size >= RAIL_FROM_TEXT_SIZE
        self._navigation.set_rail(large or self.width() < RAIL_BELOW)

    def _restore_geometry(self) -> None:
        stored = self._settings.value("window/geometry")
        if not (isinstance(stored, QByteArray) and self.restoreGeometry(stored)):
            room = self.screen().availableSize()
            self.resize(QSize(*FIRST_SIZE).boundedTo(room).expandedTo(self.minimumSize()))


def smallest_width(text_size: int, room: int) -> int:
    """Return the least width of the window in pixels: large text takes more, where there is more.

    ``text_size`` is in percent, ``room`` the width of the screen.
    """
    wanted = round(SMALLEST[0] * text_size / ROOMY_UP_TO)
    return max(SMALLEST[0], min(wanted, room))
