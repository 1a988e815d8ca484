"""Finds exercises by what people type: starts of words, and words that are nearly right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.services.exercises import ExerciseLine

_WORD = re.compile(r"[^\W_]+")
_IN_ORDER, _STARTS, _NEARLY = 2, 4, 10
_OTHER_NAME = 1
"""Its own name counts for more than what others call it."""
_LONG = 8
"""From so many letters on, two may be wrong."""
_UNKNOWN = 99


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    joined: str
    """All words as one: people write 'pullup' and 'dead lift'."""
    every: frozenset[str]


_Named = tuple["ExerciseLine", tuple[_Name, ...]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was typed, with all words of the library that it may mean and how far off each is."""

    name: _Name
    by_word: tuple[Mapping[str, int], ...]
    as_one: Mapping[str, int]
    every: frozenset[str]


def search(exercises: Iterable[ExerciseLine], text: str) -> tuple[ExerciseLine, ...]:
    """Return the exercises that ``text`` means, the best match first; all for an empty text.

    Case and accents do not matter, nor whether words are written as one. First come those with
    a name of which every word typed begins a word, then those where a letter or two are wrong.
    """
    typed = _name(text)
    if not typed.words:
        return tuple(exercises)
    named = [(one, tuple(map(_name, _names_of(one)))) for one in exercises]
    # Half a word of three letters is near to much: it is taken so only where nothing begins so.
    return _ranked(named, typed, shortest=4) or _ranked(named, typed, shortest=3)


def _ranked(named: Sequence[_Named], typed: _Name, *, shortest: int) -> tuple[ExerciseLine, ...]:
    """Return what is found where words of ``shortest`` letters and more may have one wrong."""
    wanted = _look_up(typed, named, shortest)
    scored = [(score, one) for one, names in named if (score := _score(names, wanted)) is not None]
    scored.sort(key=lambda pair: (pair[0], len(pair[1].name)))
    return tuple(one for _score_of_it, one in scored)


def words_of(text: str) -> list[str]:
    """Return the words of a text without case and accents ('Übung' gives 'ubung')."""
    # "Child's pose" is found by 'childs' as well.
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


@lru_cache(maxsize=16_384)
def _name(text: str) -> _Name:
    words = words_of(text)
    joined = "".join(words)
    return _Name(tuple(words), joined, frozenset((*words, joined)))


def _names_of(one: ExerciseLine) -> tuple[str, ...]:
    return (one.name, *one.aliases, *one.foreign_names)


def _look_up(typed: _Name, named: Sequence[_Named], shortest: int) -> _Wanted:
    names = [name for _one, names in named for name in names]
    words = set[str]().union(*(name.words for name in names))
    by_word = tuple(_close_words(word, words, shortest) for word in typed.words)
    as_one = _close_words(typed.joined, words.union(name.joined for name in names), shortest)
    return _Wanted(typed, by_word, as_one, frozenset(as_one).union(*by_word))


def _close_words(typed: str, words: Iterable[str], shortest: int) -> dict[str, int]:
    """Return the words that ``typed`` may be or begin, and how far off it is.

    A letter more, less or other, or two turned round, count as one edit (optimal string
    alignment). Each is worth 2, and a word that goes on behind an edit 1 more. One edit is
    allowed from ``shortest`` letters on, two from 8.
    """
    # Imported with the first letter typed: the window shall not wait for it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = (len(typed) >= shortest) + (len(typed) >= _LONG)
    found: dict[str, int] = {}
    for length in range(len(typed), len(typed) + most + 1):
        begins = {word: word[:length] for word in words}
        for begin, edits, word in extract(
            typed, begins, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            off = 2 * int(edits) + (edits > 0 and begin != word)
            found[word] = min(off, found.get(word, off))
    return found


def _score(names: Sequence[_Name], wanted: _Wanted) -> int | None:
    """Return how far off the best name is, 0 for its own whole name; None where none matches."""
    scores = [
        score + _OTHER_NAME * (place > 0)
        for place, name in enumerate(names)
        if not wanted.every.isdisjoint(name.every)
        and (score := _name_score(name, wanted)) is not None
    ]
    return min(scores, default=None)


def _name_score(name: _Name, wanted: _Wanted) -> int | None:
    if name.joined == wanted.name.joined:
        return 0
    off = [wanted.as_one[word] for word in name.every & wanted.as_one.keys()]
    if not any(close.keys().isdisjoint(name.words) for close in wanted.by_word):
        best = (min(close.get(word, _UNKNOWN) for word in name.words) for close in wanted.by_word)
        off.append(sum(best))
    if not off:
        return None
    if (least := min(off)) > 0:
        return _NEARLY + least
    pairs = zip(name.words, wanted.name.words, strict=False)
    in_order = all(word.startswith(typed) for word, typed in pairs)
    return _IN_ORDER if in_order or name.joined.startswith(wanted.name.joined) else _STARTS
