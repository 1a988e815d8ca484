"""The menu bar: QActions from the table of actions, greyed where nobody answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from leglog.ui.actions import ActionSpec, Menu, menu_actions, menu_titles
from leglog.ui.desk import Destination

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu, QMenuBar

    from leglog.ui.pages import PageSpec

_MORE_KEYS = {
    "redo": ("Ctrl+Y",),
    "larger_text": ("Ctrl+=",),
    "next_area": (),
}
"""Further keys that do the same; layouts without a plain '+' need Ctrl+=."""


class Menus(QObject):
    """Fills a menu bar and tells which action was wanted."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, bar: QMenuBar, pages: Iterable[PageSpec]) -> None:
        super().__init__(bar)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus = {menu: bar.addMenu(title) for menu, title in menu_titles().items()}
        for page in pages:
            if not page.at_end:
                self._add_page(page)
        for spec in menu_actions():
            self._add(spec)

    def action(self, name: str) -> QAction:
        """Return the action of this id, or KeyError."""
        return self._actions[name]

    def destination(self, name: str) -> Destination | None:
        """Return where the action of this id goes, or None where it only does something."""
        destination = self._actions[name].data()
        return destination if isinstance(destination, Destination) else None

    def enable_only(self, names: Iterable[str]) -> None:
        """Grey all actions without a destination that are not among ``names``."""
        answered = set(names)
        for name, action in self._actions.items():
            if not isinstance(action.data(), Destination):
                action.setEnabled(name in answered)

    def _add_page(self, page: PageSpec) -> None:
        destination = Destination(page.place)
        spec = ActionSpec(f"go_{page.place}", page.label, Menu.VIEW, page.shortcut, destination)
        self._add(spec)

    def _add(self, spec: ActionSpec) -> None:
        menu: QMenu = self._menus[spec.menu]
        if spec.gap:
            menu.addSeparator()
        action = QAction(spec.text, menu)
        action.setObjectName(spec.id)
        # A Qt role moves an action by its name to another menu on macOS; only these belong there.
        roles = {
            "quit": QAction.MenuRole.QuitRole,
            "settings": QAction.MenuRole.PreferencesRole,
            "about": QAction.MenuRole.AboutRole,
        }
        action.setMenuRole(roles.get(spec.id, QAction.MenuRole.NoRole))
        if spec.shortcut:
            keys = (spec.shortcut, *_MORE_KEYS.get(spec.id, ()))
            action.setShortcuts([QKeySequence(key) for key in keys])
        if spec.check_group:
            action.setCheckable(True)
            self._group(spec.check_group).addAction(action)
        action.setData(spec.destination)
        action.triggered.connect(lambda: self.wanted.emit(spec.id))
        menu.addAction(action)
        self._actions[spec.id] = action

    def _group(self, name: str) -> QActionGroup:
        return self._groups.setdefault(name, QActionGroup(self))
