"""Finds exercises by what people type: any start of any word of any of their names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.services.exercises import ExerciseLine

_WORD = re.compile(r"[^\W_]+")


def search(exercises: Iterable[ExerciseLine], text: str) -> tuple[ExerciseLine, ...]:
    """Return the exercises that ``text`` means, the best match first; all for an empty text.

    Case and accents do not matter. Every word typed must begin a word of one name or alias.
    """
    wanted = words_of(text)
    if not wanted:
        return tuple(exercises)
    scored = [(score, one) for one in exercises if (score := _score(one, wanted)) is not None]
    scored.sort(key=lambda pair: (pair[0], len(pair[1].name)))
    return tuple(one for _score_of_it, one in scored)


def words_of(text: str) -> list[str]:
    """Return the words of a text without case and accents ('Übung' gives 'ubung')."""
    # "Child's pose" is found by 'childs' as well.
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


def _score(exercise: ExerciseLine, wanted: Sequence[str]) -> int | None:
    """Return how far off the best name is, 0 for a whole name; None where none matches."""
    scores = [_name_score(words_of(exercise.name), wanted)]
    # Its own name counts for more than what others call it.
    scores += [
        score + 1 if (score := _name_score(words_of(alias), wanted)) is not None else None
        for alias in exercise.aliases
    ]
    return min((score for score in scores if score is not None), default=None)


def _name_score(name: Sequence[str], wanted: Sequence[str]) -> int | None:
    if not all(any(word.startswith(typed) for word in name) for typed in wanted):
        return None
    if list(name) == list(wanted):
        return 0
    begins = all(word.startswith(typed) for word, typed in zip(name, wanted, strict=False))
    return 2 if begins else 4
