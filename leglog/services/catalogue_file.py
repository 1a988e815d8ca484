"""The catalogue as it comes with the program: exercises, routines, programmes and their words.

What the files say in English they may also say in another language; figures and keys stand in one
place only.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from leglog import i18n
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ENGLISH = "en"
_TRANSLATED = ("name", "description", "notes")
"""The words of a routine or programme; all else of it are keys and figures."""


def _folder() -> Path:
    return resources_folder() / "catalogue"


def stamp(language: str) -> str:
    """Return what changes with every change of the exercises' words in ``language``."""
    digest = hashlib.sha256((_folder() / "exercises.json").read_bytes())
    if language != ENGLISH:
        digest.update((_folder() / f"exercises_{language}.json").read_bytes())
    return digest.hexdigest()


def known_language(wanted: str) -> str:
    """Return ``wanted`` where the catalogue speaks it, else English."""
    return wanted if (_folder() / f"exercises_{wanted}.json").exists() else ENGLISH


def exercise_entries(language: str = ENGLISH) -> list[dict[str, Any]]:
    """Return all exercises with their words in ``language``, one that ``known_language`` gave.

    Names of both languages lead to an exercise: other programs' exports have English ones.
    """
    entries: list[dict[str, Any]] = _read("exercises.json")["exercises"]
    if language == ENGLISH:
        return entries
    words = _read(f"exercises_{language}.json")
    return [_in_words(entry, words[entry["id"]]) for entry in entries]


def _in_words(entry: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    name, *others = words["names"]
    known = {name.casefold(): name}
    for alias in (*others, entry["name"], *entry["aliases"]):
        known.setdefault(alias.casefold(), alias)
    texts = {key: value for key, value in words.items() if key != "names"}
    return entry | texts | {"name": name, "aliases": list(known.values())[1:]}


@cache
def foreign_names() -> Mapping[str | None, tuple[str, ...]]:
    """Return what built-in exercises are called in German, by their key."""
    return {key: tuple(one["names"]) for key, one in _read("exercises_de.json").items()}


def templates() -> tuple[dict[str, Any], ...]:
    """Return the routine templates in the program's language."""
    return tuple(_routines(i18n.language())["routines"])


def programme_templates() -> tuple[dict[str, Any], ...]:
    """Return the programme templates in the program's language."""
    return tuple(_routines(i18n.language())["programmes"])


@cache
def _routines(language: str) -> dict[str, Any]:
    content: dict[str, Any] = _read("routines.json")
    if known_language(language) == ENGLISH:
        return content
    words = _read(f"routines_{language}.json")
    told: dict[str, Any] = _told(content, words)
    return told


def _told(value: Any, words: Mapping[str, str], field: str = "") -> Any:
    """Return the same with the words of it in another language; JSON may hold anything."""
    if isinstance(value, dict):
        return {key: _told(part, words, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_told(part, words) for part in value]
    return words.get(value, value) if field in _TRANSLATED else value


def _read(name: str) -> Any:
    return json.loads((_folder() / name).read_text("utf-8"))
