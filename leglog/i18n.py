"""Words for people: every sentence passes through here on its way to the screen."""

from __future__ import annotations

import gettext as _gettext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str | None, translations: Path) -> None:
    """Take the words from ``language`` ('de'), or from the source text where it has none.

    ``translations`` is the folder of the compiled catalogues.
    """
    global _translations  # the language is the process's, like its locale
    _translations = _gettext.translation(
        "leglog",
        localedir=translations,
        languages=[language] if language else None,
        fallback=True,
    )


def _(text: str) -> str:
    """Return ``text`` in the user's language."""
    return _translations.gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the text that ``count`` asks for, in the user's language."""
    return _translations.ngettext(singular, plural, count)


def pgettext(context: str, text: str) -> str:
    """Return ``text`` in the user's language where its meaning needs ``context``."""
    return _translations.pgettext(context, text)


def language() -> str:
    """Return the language that the words come in ('en', 'de')."""
    return str(_translations.info().get("language", "en")) or "en"
