from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSystemTrayIcon

from leglog import paths
from leglog.services.preferences import preferences
from leglog.training.reminders import Reminder
from leglog.ui.autostart import autostart_of
from leglog.ui.preferences.reminders_card import RemindersCard
from leglog.ui.reminders import is_on, time_of
from leglog.ui.widgets.fields import CheckBox, TimeField
from tests.ui.finding import named, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    """The desk, which keeps what is chosen."""
    desk.keep_in(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    return desk


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop with a tray, which the test's has not."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)


def card_of(desk: Desk, qtbot: QtBot) -> RemindersCard:
    card = RemindersCard(desk)
    qtbot.addWidget(card)
    card.renew(preferences(desk.log))
    card.show()
    return card


def box(card: RemindersCard, name: str) -> CheckBox:
    return named(card, name, CheckBox)


def about(card: RemindersCard) -> str:
    return " ".join(texts(card))


def test_desktop_without_notifications_is_said_to_be_one(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot)
    assert "shows no notifications" in about(card)
    assert not any(row.isEnabled() for row in card.rows)


@pytest.mark.usefixtures("tray")
def test_reminders_are_off_until_they_are_wanted(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot)
    assert "only while LegLog is open" in about(card)
    assert [row.isEnabled() for row in card.rows] == [True, True, True]
    assert not any(one.isChecked() for one in card.findChildren(CheckBox))


@pytest.mark.usefixtures("tray")
@pytest.mark.parametrize(
    ("name", "reminder"),
    [
        ("Morning back check", Reminder.MORNING),
        ("Training day", Reminder.WORKOUT),
        ("Monthly review", Reminder.REVIEW),
    ],
)
def test_reminder_is_kept_at_once_and_shown_again(
    desk: Desk, qtbot: QtBot, name: str, reminder: Reminder
) -> None:
    with qtbot.waitSignal(desk.action_wanted) as asked:
        box(card_of(desk, qtbot), name).click()
    assert asked.args == ["reminders"]
    assert is_on(desk, reminder)
    assert box(card_of(desk, qtbot), name).isChecked()


@pytest.mark.usefixtures("tray")
def test_time_is_kept_and_shown_again(desk: Desk, qtbot: QtBot) -> None:
    field = card_of(desk, qtbot).findChildren(TimeField)[0]
    field.set_time_of_day(dt.time(6, 5))
    assert time_of(desk, Reminder.MORNING) == dt.time(6, 5)
    assert card_of(desk, qtbot).findChildren(TimeField)[0].time_of_day == dt.time(6, 5)


@pytest.mark.usefixtures("tray")
def test_showing_what_is_chosen_asks_for_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.keep("reminders/morning", "on")
    desk.keep("reminders/morning_at", "06:05")
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    card_of(desk, qtbot)
    assert asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="writes where Linux looks")
def test_start_with_the_computer_is_an_entry_that_goes_away_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    desk.database = paths.folders().database
    entry = tmp_path / "config" / "autostart" / "org.leglog.LegLog.desktop"
    card = card_of(desk, qtbot)
    start = box(card, "Start with the computer")
    assert (start.isChecked(), entry.exists()) == (False, False)
    start.click()
    assert f'Exec="{sys.executable}" "--minimised"' in entry.read_text()
    assert box(card_of(desk, qtbot), "Start with the computer").isChecked()
    start.click()
    assert not entry.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="asks where Linux looks")
def test_start_is_not_offered_without_something_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert autostart_of(paths.folders().database) is None
