"""Undo and Redo in the menu: they name what they take back, and say what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.services.training_log import Action
    from leglog.ui.desk import Desk
    from leglog.ui.menus import Menus


class UndoMenu:
    """Replays the steps of the log; troubles are shown over ``window``."""

    def __init__(self, desk: Desk, menus: Menus, window: QWidget) -> None:
        self._desk, self._menus, self._window = desk, menus, window

    def renew(self) -> None:
        """Name the steps that can be taken now."""
        log = self._desk.log if self._desk.is_ready else None
        undone, redone = (log.undo_action, log.redo_action) if log else (None, None)
        self._name("undo", undone, _("Undo"), _("Undo {action}"))
        self._name("redo", redone, _("Redo"), _("Redo {action}"))

    def undo(self) -> None:
        """Take the last step back."""
        log = self._desk.log
        self._replay(log.undo_action, log.undo, _("Undone: {action}."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        log = self._desk.log
        self._replay(log.redo_action, log.redo, _("Done again: {action}."))

    def _name(self, name: str, step: Action | None, plain: str, with_action: str) -> None:
        menu_action = self._menus.action(name)
        menu_action.setEnabled(step is not None)
        menu_action.setText(plain if step is None else with_action.format(action=_spoken(step)))

    def _replay(self, step: Action | None, replay: Callable[[], object], sentence: str) -> None:
        if step is None:
            return
        try:
            replay()
        except LeglogError as error:
            from leglog.ui.errors import show_trouble

            show_trouble(self._window, error)
            return
        self._desk.say(sentence.format(action=_spoken(step)))


def _spoken(action: Action) -> str:
    """Put an action into words; the words are imported when the first is needed."""
    from leglog.ui.labels import action_label

    return action_label(action)
