"""The program shows and never explains: some words appear nowhere in what people read."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import leglog
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(leglog.__file__).parent
MARKERS = {"_": (0,), "ngettext": (0, 1), "pgettext": (1,)}
"""Which arguments of a marking function are texts for people."""
FORBIDDEN = re.compile(
    r"\b(cause[sd]?|causing|cure[sd]?|curing|risk\w*|(un)?safe\w*)\b", re.IGNORECASE
)
HEALTH_PROMISES = re.compile(r"\b(thanks to|heals?|proves that|guarantee\w*)\b", re.IGNORECASE)
_PART = "names a part of the machine, and promises nothing"
EXCEPTIONS = {
    "Set the bar at mid-chest height in a rack with the safety arms in place.": _PART,
    "Release the safeties and lower the weight under control.": _PART,
    "Release the safeties and lower slowly.": _PART,
    "Exercises of one workout share its ratings, so this cannot show a cause. It is a starting "
    "point for a talk with your physio.": "says that no such thing is shown",
}
"""A text for people that may use such a word, and why."""


def marked_texts() -> Iterator[tuple[str, str]]:
    """Yield every text for people in the source, with its place."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                for place in MARKERS.get(node.func.id, ()):
                    text = node.args[place] if place < len(node.args) else None
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        yield text.value, f"{path.relative_to(SOURCE)}:{node.lineno}"


def catalogue_texts() -> Iterator[tuple[str, str]]:
    """Yield every text of the exercises and routines that come with the program."""
    for path in sorted((resources_folder() / "catalogue").glob("*.json")):
        for text in _texts(json.loads(path.read_text("utf-8"))):
            yield text, path.name


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)


def _found(texts: Iterator[tuple[str, str]], words: re.Pattern[str]) -> list[str]:
    return [
        f"{place}: {text}" for text, place in texts if words.search(text) and text not in EXCEPTIONS
    ]


def test_the_search_sees_the_texts_of_the_program() -> None:
    texts = [text for text, _place in marked_texts()]
    assert len(texts) > 500
    assert "How is your back this morning?" in texts


@pytest.mark.parametrize("word", ["caused", "cure", "risk", "Safe", "unsafe", "risks"])
def test_the_search_knows_the_words(word: str) -> None:
    assert FORBIDDEN.search(f"a {word} word")


@pytest.mark.parametrize("word", ["because", "secure", "obscure", "brisk", "asterisk"])
def test_the_search_leaves_other_words_alone(word: str) -> None:
    assert not FORBIDDEN.search(f"a {word} word")


@pytest.mark.parametrize("words", [FORBIDDEN, HEALTH_PROMISES])
def test_no_text_for_people_explains_or_promises(words: re.Pattern[str]) -> None:
    assert _found(marked_texts(), words) == []


def test_exercises_and_routines_explain_and_promise_nothing() -> None:
    assert _found(catalogue_texts(), FORBIDDEN) == []


def test_no_text_shouts() -> None:
    shouting = [f"{place}: {text}" for text, place in marked_texts() if "!" in text]
    assert shouting == []


def test_every_exception_is_still_needed() -> None:
    texts = {text for text, _place in (*marked_texts(), *catalogue_texts())}
    assert EXCEPTIONS.keys() <= texts
