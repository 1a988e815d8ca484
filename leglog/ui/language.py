"""The language of the window: the system's, or the one chosen on this computer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from leglog import i18n
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

KEY = "view/language"
"""Where the choice is kept among this computer's settings."""


class Language(StrEnum):
    """A choice of language."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


def chosen_language(stored: str) -> Language:
    """Return the choice that was kept as ``stored``; the system's where there is none."""
    return Language(stored) if stored in set(Language) else Language.SYSTEM


def speak(settings: QSettings) -> None:
    """Use the language chosen for this computer; to be called before any text is asked for.

    Dates and numbers follow: a language that is not the system's gets its own names of months,
    written as the system's country writes numbers where Qt knows of such people.
    """
    choice = chosen_language(str(settings.value(KEY, "")))
    wanted = _system_language() if choice is Language.SYSTEM else choice.value
    i18n.use_language(wanted, resources_folder() / "translations")
    system = QLocale.system()
    if choice is not Language.SYSTEM or i18n.language() == Language.GERMAN:
        own = QLocale(wanted)
        # The language of dates may be another one than the language of words (LC_TIME, LANGUAGE).
        if own.standaloneDayName(1) != system.standaloneDayName(1):
            QLocale.setDefault(QLocale(own.language(), system.territory()))


def teach_qt(app: QApplication) -> QTranslator | None:
    """Let Qt name its own buttons and keys ('Abbrechen', 'Strg') in the language of the window.

    Returns what was installed; None in English, or where Qt came without the language.
    """
    if i18n.language() == Language.ENGLISH:
        return None
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{i18n.language()}", folder):
        return None
    app.installTranslator(translator)
    return translator


def _system_language() -> str:
    """Return the first language of the system's surface ('de'), in which it may not count."""
    languages = QLocale.system().uiLanguages()
    return languages[0].partition("-")[0] if languages else Language.ENGLISH
