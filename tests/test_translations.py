"""Every language says all that English says, with the same gaps, and calmly."""

from __future__ import annotations

import ast
import gettext
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import leglog
from leglog import i18n
from leglog.paths import resources_folder

SOURCE = Path(leglog.__file__).parent
TRANSLATIONS = resources_folder() / "translations"
GERMAN = TRANSLATIONS / "de" / "LC_MESSAGES"
NOT_CALM = re.compile(r"verursach|heilt\b|heilung|risik|\bsicher für|garantier|!", re.IGNORECASE)


class Text(NamedTuple):
    """A text for people as the source has it."""

    english: str
    plural: str | None = None
    context: str | None = None


class Missing(gettext.NullTranslations):
    """Answers where a catalogue has nothing to say: with nothing."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""

    def pgettext(self, context: str, message: str) -> str:
        return ""


@cache
def texts() -> tuple[Text, ...]:
    """Return all marked texts of the source."""
    return tuple(
        text
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and (text := _marked(node)) is not None
    )


def _marked(call: ast.Call) -> Text | None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    match name, words:
        case "_", [str(english)]:
            return Text(english)
        case "ngettext", [str(english), str(plural), *_count]:
            return Text(english, plural)
        case "pgettext", [str(context), str(english)]:
            return Text(english, context=context)
    return None


@cache
def german() -> gettext.NullTranslations:
    """Return the compiled catalogue; scripts/setup makes it."""
    with (GERMAN / "leglog.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(Missing())
    return catalogue


def forms(text: Text) -> tuple[str, ...]:
    """Return what a text is in German, for one and for two of it where that counts."""
    if text.plural is not None:
        return tuple(german().ngettext(text.english, text.plural, count) for count in (1, 2))
    if text.context is not None:
        return (german().pgettext(text.context, text.english),)
    return (german().gettext(text.english),)


def translated() -> list[tuple[Text, str]]:
    return [(text, form) for text in texts() for form in forms(text) if form]


def gaps(words: str) -> list[str]:
    """Return the names between braces."""
    return sorted(name for _before, name, *_rest in Formatter().parse(words) if name is not None)


def test_german_says_every_text() -> None:
    assert {text.english for text in texts() if not all(forms(text))} == set()


def test_nothing_is_left_to_be_looked_at_again() -> None:
    assert "#, fuzzy" not in (GERMAN / "leglog.po").read_text("utf-8")


def test_gaps_are_those_of_the_english_text() -> None:
    wrong = [
        (text.english, form)
        for text, form in translated()
        if gaps(form) not in (gaps(text.english), gaps(text.plural or text.english))
    ]
    assert wrong == []


def test_mnemonics_stay_mnemonics() -> None:
    wrong = [form for text, form in translated() if form.count("&") != text.english.count("&")]
    assert wrong == []


def test_spaces_at_the_ends_stay() -> None:
    wrong = [
        form
        for text, form in translated()
        if (form[0] == " ", form[-1] == " ") != (text.english[0] == " ", text.english[-1] == " ")
    ]
    assert wrong == []


def test_german_explains_and_promises_nothing() -> None:
    assert [form for _text, form in translated() if NOT_CALM.search(form)] == []


@pytest.mark.parametrize("name", ["exercises_de.json", "routines_de.json"])
def test_german_catalogue_explains_and_promises_nothing(name: str) -> None:
    content = (resources_folder() / "catalogue" / name).read_text("utf-8")
    assert [line for line in content.splitlines() if NOT_CALM.search(line)] == []


@pytest.mark.parametrize("word", ["verursacht", "heilt", "geheilt", "Risiko", "sicher für"])
def test_the_search_knows_the_words(word: str) -> None:
    assert NOT_CALM.search(f"Das {word} dich")


@pytest.mark.parametrize("word", ["sicher", "Vorteil", "geteilt", "Heilbronn"])
def test_the_search_leaves_other_words_alone(word: str) -> None:
    assert not NOT_CALM.search(f"Das {word} hier")


@pytest.mark.parametrize(("count", "words"), [(0, "0 Sätze"), (1, "1 Satz"), (2, "2 Sätze")])
def test_count_takes_its_form(count: int, words: str) -> None:
    form = german().ngettext("{count} set", "{count} sets", count)
    assert form.format(count=count) == words


def test_none_and_many_take_the_same_form() -> None:
    plurals = [(text.english, text.plural) for text in texts() if text.plural is not None]
    assert len(plurals) > 30
    assert all(german().ngettext(*each, 0) == german().ngettext(*each, 2) for each in plurals)


@pytest.mark.parametrize("language", [None, "en", "tlh"])
def test_english_is_spoken_where_there_is_no_catalogue(language: str | None) -> None:
    i18n.use_language(language, TRANSLATIONS)
    assert i18n.language() == "en"
    assert i18n._("Routines") == "Routines"


def test_damaged_catalogue_falls_back_to_english(tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "leglog.mo").write_bytes(b"no catalogue")
    i18n.use_language("de", tmp_path)
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_AT"}, "de"),
        ({"LC_MESSAGES": "de", "LANG": "fr_FR"}, "de"),
        ({"LC_ALL": "", "LANG": "C.UTF-8"}, "c"),
        ({"LANGUAGE": "de_DE:en", "LANG": "en_US.UTF-8"}, "de"),
        ({"LANGUAGE": "de", "LANG": "C.UTF-8"}, "c"),
        ({"LANGUAGE": "", "LANG": "de_DE.UTF-8"}, "de"),
        ({}, None),
    ],
)
def test_environment_names_the_language(variables: dict[str, str], language: str | None) -> None:
    assert i18n.language_of_environment(variables) == language


def test_names_are_sorted_as_in_a_dictionary() -> None:
    names = ["Kreuzheben", "Käfer", "Kniebeuge", "kabelzug", "Überkopf", "Wadenheben", "Ölberg"]
    in_order = ["kabelzug", "Käfer", "Kniebeuge", "Kreuzheben", "Ölberg", "Überkopf", "Wadenheben"]
    assert sorted(names, key=i18n.alphabetical) == in_order
