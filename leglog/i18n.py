"""Words for people: every sentence passes through here on its way to the screen."""

from __future__ import annotations

import gettext as _gettext
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str | None, translations: Path) -> None:
    """Take the words from ``language`` ('de'), or from the source text where it has none.

    ``translations`` is the folder of the compiled catalogues. gettext.translation would do, but
    its search loads the module locale, for which the start has no time.
    """
    global _translations  # the language is the process's, like its locale
    _translations = _gettext.NullTranslations()
    if not language or language == "en":
        return
    try:
        with (translations / language / "LC_MESSAGES" / "leglog.mo").open("rb") as catalogue:
            _translations = _gettext.GNUTranslations(catalogue)
    except OSError:
        return  # there is none, or none that can be read: the source text is English


def language_of_environment(variables: Mapping[str, str]) -> str | None:
    """Return the language ('de') that the variables of a shell ask for, None where none does.

    LC_ALL, LC_MESSAGES and LANG name the locale; LANGUAGE comes before them, as for GNU's programs,
    but not where the locale is C.
    """
    named = (variables.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((_language_in(wanted) for wanted in named if wanted), None)
    preferred = variables.get("LANGUAGE", "").partition(":")[0]
    return _language_in(preferred) if preferred and locale not in (None, "c", "posix") else locale


def _language_in(locale: str) -> str:
    return locale.replace("-", "_").partition("_")[0].partition(".")[0].lower()


def _(text: str) -> str:
    """Return ``text`` in the user's language."""
    return _translations.gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the text that ``count`` asks for, in the user's language."""
    return _translations.ngettext(singular, plural, count)


def pgettext(context: str, text: str) -> str:
    """Return ``text`` in the user's language where its meaning needs ``context``."""
    return _translations.pgettext(context, text)


def inside_sentence(words: str) -> str:
    """Return a name ('Dumbbell') as it stands inside a sentence: German keeps its capital."""
    return words if language() == "de" else words[:1].lower() + words[1:]


def language() -> str:
    """Return the language that the words come in ('en', 'de')."""
    return str(_translations.info().get("language", "en")) or "en"


def alphabetical(name: str) -> tuple[str, str]:
    """Return what a name is sorted by: ä stands with a, as in German dictionaries (DIN 5007)."""
    folded = name.casefold()
    plain = "".join(each for each in normalize("NFKD", folded) if not combining(each))
    return plain, folded
