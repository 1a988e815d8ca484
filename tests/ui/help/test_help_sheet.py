from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.training.quick_line import Trouble, parse_line
from leglog.ui.actions import menu_actions
from leglog.ui.desk import Place
from leglog.ui.help.guide import page_help, quick_forms
from leglog.ui.help.sheet import KeySheet, PageHelpSheet, all_keys, native

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("place", Place)
def test_every_page_has_help(place: Place, qtbot: QtBot) -> None:
    sheet = PageHelpSheet(place)
    qtbot.addWidget(sheet)
    assert page_help()[place].purpose.endswith(".")
    assert sheet.windowTitle()


def test_key_list_names_every_shortcut_of_the_menus() -> None:
    listed = {key for _title, keys in all_keys() for key, _what in keys}
    assert {spec.shortcut for spec in menu_actions() if spec.shortcut} <= listed


def test_no_page_names_a_key_twice() -> None:
    for title, keys in all_keys():
        names = [key for key, _what in keys]
        assert len(names) == len(set(names)), title


def test_search_leaves_what_it_names(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    sheet.search.setText("warm-up")
    assert sheet.list.listed() == ["warm-up set, not counted"]


def test_search_for_nothing_shows_all_again(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    before = sheet.list.listed()
    sheet.search.setText("zzz")
    assert sheet.list.listed() == []
    sheet.search.setText("")
    assert sheet.list.listed() == before


def test_ranges_of_keys_are_written_as_they_are() -> None:
    assert native("0 … 9") == "0 … 9"
    assert native("PgUp / PgDown") == "PgUp, PgDown"


@pytest.mark.parametrize("line", [line for line, _what in quick_forms()])
def test_quick_entry_understands_every_form_of_the_help(line: str) -> None:
    assert not isinstance(parse_line(line), Trouble)
    assert native(line) == line


def test_help_lists_the_forms_of_quick_entry(qtbot: QtBot) -> None:
    sheet = PageHelpSheet(Place.LOG)
    qtbot.addWidget(sheet)
    assert "left and right" in sheet.list.listed()


def test_help_calls_the_key_enter_as_the_status_line_does() -> None:
    keys = " ".join(key for _title, listed in all_keys() for key, _what in listed)
    assert "Return" not in keys
