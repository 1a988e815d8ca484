"""All menu actions as one table: where they stand, what they are called, what they do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.desk import Destination, Place

if TYPE_CHECKING:
    from collections.abc import Iterable


class Menu(StrEnum):
    """A menu of the menu bar, in order."""

    FILE = "file"
    EDIT = "edit"
    WORKOUT = "workout"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One menu action.

    The page in front answers its ``id`` with ``Page.verbs``, then whoever called
    ``MainWindow.provide``, then the window. Where nobody does, it goes to its ``destination``;
    without one it is greyed. ``gap`` draws a line above; ``check_group`` makes it one of several
    choices.
    """

    id: str
    text: str
    menu: Menu
    shortcut: str = ""
    destination: Destination | None = None
    gap: bool = False
    check_group: str = ""


def menu_titles() -> dict[Menu, str]:
    """Return the names of the menus with their mnemonics."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.WORKOUT: _("&Workout"),
        Menu.VIEW: _("&View"),
        Menu.HELP: _("&Help"),
    }


def menu_actions() -> tuple[ActionSpec, ...]:
    """Return all actions in the order of their menus; pages add themselves to View."""
    return (*_file(), *_edit(), *_workout(), *_view(), *_help())


def _file() -> Iterable[ActionSpec]:
    settings = Destination(Place.SETTINGS)
    return (
        ActionSpec("import", _("&Import…"), Menu.FILE),
        ActionSpec("imports", _("I&mports…"), Menu.FILE),
        ActionSpec("export", _("&Export…"), Menu.FILE, "Ctrl+E"),
        ActionSpec("export_data", _("Export &all data…"), Menu.FILE),
        ActionSpec("print", _("&Print…"), Menu.FILE, "Ctrl+P"),
        ActionSpec("save", _("&Save"), Menu.FILE, "Ctrl+S", gap=True),
        ActionSpec("back_up", _("&Back up now"), Menu.FILE),
        ActionSpec("restore", _("&Restore a backup…"), Menu.FILE),
        ActionSpec("second_folder", _("Second backup f&older…"), Menu.FILE),
        ActionSpec("open_folder", _("Open data &folder"), Menu.FILE),
        ActionSpec("settings", _("Se&ttings"), Menu.FILE, "Ctrl+,", settings, gap=True),
        ActionSpec("quit", _("&Quit"), Menu.FILE, "Ctrl+Q", gap=True),
    )


def _edit() -> Iterable[ActionSpec]:
    return (
        ActionSpec("undo", _("&Undo"), Menu.EDIT, "Ctrl+Z"),
        ActionSpec("redo", _("&Redo"), Menu.EDIT, "Ctrl+Shift+Z"),
        ActionSpec("find", _("&Find on this page"), Menu.EDIT, "Ctrl+F", gap=True),
    )


def _workout() -> Iterable[ActionSpec]:
    log_next = Destination(Place.LOG, start=True)
    new_routine = Destination(Place.ROUTINES, start=True)
    new_exercise = Destination(Place.EXERCISES, start=True)
    return (
        ActionSpec("log_workout", _("&Log a workout"), Menu.WORKOUT, "Ctrl+N", log_next),
        ActionSpec("log_other", _("Log something &else…"), Menu.WORKOUT, "Ctrl+Shift+N"),
        ActionSpec("rate_back", _("Rate my &back"), Menu.WORKOUT, "Ctrl+B", gap=True),
        ActionSpec("ratings", _("R&atings…"), Menu.WORKOUT),
        ActionSpec("daily_life", _("&Daily tasks…"), Menu.WORKOUT),
        ActionSpec("check_in", _("&My day…"), Menu.WORKOUT),
        ActionSpec("flare", _("&Flare-up…"), Menu.WORKOUT),
        ActionSpec("easy_week", _("Easy &week"), Menu.WORKOUT),
        ActionSpec("new_routine", _("New &routine"), Menu.WORKOUT, "", new_routine, gap=True),
        ActionSpec("new_exercise", _("New e&xercise"), Menu.WORKOUT, "Ctrl+Shift+E", new_exercise),
    )


def _view() -> Iterable[ActionSpec]:
    return (
        ActionSpec("next_area", _("Next &area"), Menu.VIEW, "F6", gap=True),
        ActionSpec("previous_area", _("Pre&vious area"), Menu.VIEW, "Shift+F6"),
        ActionSpec("side_panel", _("&Side panel"), Menu.VIEW),
        ActionSpec("larger_text", _("&Larger text"), Menu.VIEW, "Ctrl++", gap=True),
        ActionSpec("smaller_text", _("S&maller text"), Menu.VIEW, "Ctrl+-"),
        ActionSpec("normal_text", _("&Normal text"), Menu.VIEW, "Ctrl+0"),
        ActionSpec("system", _("Light or dark as the s&ystem"), Menu.VIEW, gap=True,
                   check_group="scheme"),
        ActionSpec("light", _("L&ight"), Menu.VIEW, check_group="scheme"),
        ActionSpec("dark", _("&Dark"), Menu.VIEW, check_group="scheme"),
        ActionSpec("high_contrast", _("Hi&gh contrast"), Menu.VIEW, check_group="scheme"),
        ActionSpec("full_screen", _("&Full screen"), Menu.VIEW, "F11", gap=True),
    )  # fmt: skip


def _help() -> Iterable[ActionSpec]:
    return (
        ActionSpec("help", _("&Help for this page"), Menu.HELP, "F1"),
        ActionSpec("key_list", _("&Keys"), Menu.HELP, "Ctrl+/"),
        ActionSpec("when_to_get_help", _("&When to get help"), Menu.HELP, gap=True),
        ActionSpec("about", _("&About LegLog"), Menu.HELP, gap=True),
    )
