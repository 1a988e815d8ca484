"""Which exercise the words of a typed line mean: one, several to choose from, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.services.exercise_search import search, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from leglog.services.exercises import ExerciseLine

MOST_CANDIDATES = 6
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Found:
    """The exercise that is meant, or those among which a person has to choose.

    ``nearly`` says that the candidates do not begin with what was typed, but resemble it.
    """

    exercise: ExerciseLine | None = None
    candidates: tuple[ExerciseLine, ...] = ()
    nearly: bool = False


class Names:
    """Knows the names of all exercises, and finds those that typed words may mean."""

    def __init__(self, exercises: Iterable[ExerciseLine]) -> None:
        self._exercises = tuple(exercises)
        self._found: dict[tuple[str, frozenset[int]], Found] = {}
        self._with_digits = {
            tuple(words_of(name))
            for one in self._exercises
            for name in _names_of(one)
            if _DIGIT.search(name)
        }

    def is_name(self, words: str) -> bool:
        """Say whether words with digits in them are together a whole name."""
        return tuple(words_of(words)) in self._with_digits

    def find(self, words: str, today: Collection[int]) -> Found:
        """Return what the words mean; exercises of this workout (ids) come before the library.

        A whole name means its exercise. A start of words means the only one that has it, of
        today's if there is one, where its own name counts for more than what others call it. What
        merely resembles a name is never taken without asking.
        """
        key = (words, frozenset(today))
        if key not in self._found:
            # The same words are asked for with every letter typed behind them.
            self._found[key] = self._look_up(words, today)
        return self._found[key]

    def _look_up(self, words: str, today: Collection[int]) -> Found:
        typed = words_of(words)
        if not typed:
            return Found()
        matches = search(self._exercises, words)
        exact = [one for one in matches if any(words_of(name) == typed for name in _names_of(one))]
        named = [one for one in exact if words_of(one.name) == typed]
        starting = [one for one in matches if _begins(one, typed)]
        ours = [one for one in starting if one.id in today]
        whole = [one for one in named if one.id in today]
        if len(whole) == 1:
            return Found(whole[0])
        own = [one for one in ours if _name_begins(one.name, typed)]
        if len(own) == 1 and not (named and named[0] is not own[0]):
            return Found(own[0])
        if ours:
            return _one_or_choice([*ours, *(one for one in named if one not in ours)])
        return self._in_library(named, exact, starting) or _resembling(matches)

    def find_among(self, words: str, today: Collection[int]) -> Found:
        """Return what the words mean among the exercises of this workout alone."""
        ours = Names(one for one in self._exercises if one.id in today)
        return ours.find(words, today)

    def _in_library(self, *tiers: Sequence[ExerciseLine]) -> Found | None:
        return next((_one_or_choice(tier) for tier in tiers if tier), None)


def _one_or_choice(found: Sequence[ExerciseLine]) -> Found:
    if len(found) == 1:
        return Found(found[0])
    return Found(candidates=tuple(found[:MOST_CANDIDATES]))


def _resembling(found: Sequence[ExerciseLine]) -> Found:
    return Found(candidates=tuple(found[:MOST_CANDIDATES]), nearly=True)


def _begins(one: ExerciseLine, typed: Sequence[str]) -> bool:
    """Say whether every typed word begins a word of one and the same name."""
    return any(_name_begins(name, typed) for name in _names_of(one))


def _name_begins(name: str, typed: Sequence[str]) -> bool:
    words = words_of(name)
    return all(any(word.startswith(part) for word in words) for part in typed)


def _names_of(one: ExerciseLine) -> tuple[str, ...]:
    return (one.name, *one.aliases, *one.foreign_names)
