"""The pages of the window as data; their modules are imported when first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.desk import Desk, Place
from leglog.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its place, name, icon, key, and where its class is ('module:Class')."""

    place: Place
    label: str
    icon: str
    shortcut: str
    entry: str
    before_ready: bool = False
    """Built before the log is open; it gets by with the desk's database path until then."""
    at_end: bool = False
    """Stands at the lower end of the navigation."""
    ahead: bool = False
    """Imported when the window is at rest; it takes long enough when first shown."""

    def build(self, desk: Desk, parent: QWidget) -> Page:
        """Import the page's module and return a new page."""
        module, _colon, name = self.entry.partition(":")
        found = getattr(importlib.import_module(module), name)
        page = found(desk, parent)
        if not isinstance(page, Page):
            msg = f"{self.entry} is not a Page"
            raise TypeError(msg)
        return page


def standard_pages() -> tuple[PageSpec, ...]:
    """Return the pages of LegLog, in the order of the navigation."""
    ui = "leglog.ui"
    return (
        PageSpec(
            Place.TODAY, _("Today"), "today", "Ctrl+1", f"{ui}.today.page:TodayPage",
            before_ready=True,
        ),
        PageSpec(
            Place.LOG, _("Log"), "log", "Ctrl+2", f"{ui}.workout.page:LogPage", ahead=True
        ),
        PageSpec(
            Place.ROUTINES, _("Routines"), "routines", "Ctrl+3",
            f"{ui}.routines.page:RoutinePage",
        ),
        PageSpec(
            Place.EXERCISES, _("Exercises"), "exercises", "Ctrl+4",
            f"{ui}.exercises.page:ExercisePage",
        ),
        PageSpec(
            Place.HISTORY, _("History"), "history", "Ctrl+5", f"{ui}.history.page:HistoryPage"
        ),
        PageSpec(
            Place.PROGRESS, _("Progress"), "progress", "Ctrl+6",
            f"{ui}.progress.page:ProgressPage", ahead=True,
        ),
        PageSpec(
            Place.MONTH, _("Month"), "month", "Ctrl+7", f"{ui}.month.page:MonthPage", ahead=True
        ),
        PageSpec(
            Place.SETTINGS, _("Settings"), "settings", "", f"{ui}.preferences.page:SettingsPage",
            at_end=True,
        ),
    )  # fmt: skip


def import_ahead(stopped: Callable[[], bool]) -> None:
    """Import the pages that are worth it; each costs memory too."""
    for spec in standard_pages():
        if stopped():
            return
        if spec.ahead:
            importlib.import_module(spec.entry.partition(":")[0])
