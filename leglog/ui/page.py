"""The base of all pages: it reloads when what it shows has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QShowEvent

    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk, Destination


class Page(QWidget):
    """A screen that names the tables it shows.

    Visible, it reloads after a change of one of them; hidden, it is stale until shown.
    A page is built when it is first wanted, after the log is open (Today alone is built before).
    """

    tables: ClassVar[frozenset[str]] = frozenset()

    verbs_changed = Signal()
    """The keys or verbs of this page are others now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        desk.changed.connect(self._on_changed)

    @property
    def desk(self) -> Desk:
        """What all pages share: the open log and the ways between them."""
        return self._desk

    @property
    def is_reading(self) -> bool:
        """Whether what it shows is still being read in the background."""
        return False

    def reload(self) -> None:
        """Read everything shown again; called before the first showing and after changes."""

    def open(self, destination: Destination) -> None:
        """Show what ``destination`` names; the page is visible and fresh by then."""

    def focus_search(self) -> None:
        """Put the focus where the page is searched or filtered, or say that it is not (Ctrl+F)."""
        self._desk.say(_("There is nothing to search on this page."))

    def areas(self) -> tuple[QWidget, ...]:
        """Return the areas that F6 goes through, in order."""
        return ()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys and what they do, for the status line."""
        return ()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page answers of the menus: an action's id and what to do.

        Ids are those of ``actions.menu_actions`` ('export', 'print', 'rate_back'). They are asked
        for whenever the page is shown and whenever it says so with ``verbs_changed``.
        """
        return {}

    def refresh_if_stale(self) -> None:
        """Reload if something shown here has changed since the last time."""
        if self._stale:
            self._stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh_if_stale()
        super().showEvent(event)

    def _on_changed(self, change: Change) -> None:
        if not change.tables & self.tables:
            return
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()
