from __future__ import annotations

import locale
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from leglog import i18n
from leglog.i18n import _
from leglog.ui.desk import Desk
from leglog.ui.language import KEY, Language, chosen_language, speak, teach_qt
from leglog.ui.preferences.general import GeneralCard
from tests.ui.finding import button, named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[QSettings]:
    """This computer's settings; what they do to the language of the process is put back."""
    before = QLocale()
    yield QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    i18n.use_language(None, tmp_path)
    QLocale.setDefault(before)
    # The C library says again what it has once translated, until its locale is another one.
    spoken = locale.setlocale(locale.LC_ALL)
    for name in ("C", spoken):
        locale.setlocale(locale.LC_ALL, name)


def test_choice_is_kept_for_the_next_start(
    settings: QSettings, log_path: Path, qtbot: QtBot
) -> None:
    desk = Desk(log_path)
    desk.keep_in(settings)
    card = GeneralCard(desk)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(desk.said):
        button(named(card, "Language"), "Deutsch").click()
    assert settings.value(KEY) == "de"
    assert _("Settings") == "Settings"


def test_german_is_spoken_where_it_is_chosen(settings: QSettings) -> None:
    settings.setValue(KEY, "de")
    speak(settings)
    assert i18n.language() == "de"
    assert _("Settings") == "Einstellungen"
    assert QLocale().standaloneMonthName(3) == "März"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems ask no variables")
def test_dates_speak_german_where_only_the_words_were_asked_to_be(
    settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"LC_ALL": "", "LANG": "en_US.UTF-8", "LANGUAGE": "de"}.items():
        monkeypatch.setenv(name, value)
    speak(settings)
    assert i18n.language() == "de"
    assert QLocale().standaloneDayName(1) == "Montag"


def test_english_is_spoken_where_it_is_chosen(settings: QSettings) -> None:
    settings.setValue(KEY, "en")
    speak(settings)
    assert i18n.language() == "en"
    assert QLocale().standaloneMonthName(3) == "March"


@pytest.mark.parametrize("stored", ["", "klingon"])
def test_system_decides_where_nothing_known_is_kept(stored: str) -> None:
    assert chosen_language(stored) is Language.SYSTEM


def test_qt_names_its_buttons_in_german(
    settings: QSettings, qtbot: QtBot, qapp: QApplication
) -> None:
    settings.setValue(KEY, "de")
    speak(settings)
    translator = teach_qt(qapp)
    assert translator is not None
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Abbrechen"]
    qapp.removeTranslator(translator)


def test_qt_is_left_alone_in_english(settings: QSettings, qapp: QApplication) -> None:
    settings.setValue(KEY, "en")
    speak(settings)
    assert teach_qt(qapp) is None
