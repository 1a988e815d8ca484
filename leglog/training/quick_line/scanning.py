"""Cuts a typed line into its exercise, its note, and the small pieces of its sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.training.quick_line.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Kind(StrEnum):
    """What a piece is."""

    BAD = "bad"
    CLOCK = "clock"
    NUMBER = "number"
    COMMA = "comma"
    X = "x"
    ALL = "all"
    AT = "at"
    SLASH = "slash"
    PLUS = "plus"
    UNIT = "unit"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Piece:
    """A number, word or sign of the line; ``glued`` is one with no space before it."""

    kind: Kind
    text: str
    """Without case."""
    typed: str
    span: Span
    glued: bool

    @property
    def end(self) -> int:
        """The place after it."""
        return self.span.at + self.span.length


UNITS = {
    "kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb",
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "min": "min", "mins": "min", "minute": "min", "minutes": "min",
    "rep": "reps", "reps": "reps", "set": "sets", "sets": "sets",
}  # fmt: skip
SIDES = {"l": "left", "left": "left", "r": "right", "right": "right"}
WARM_UP = frozenset({"w", "warm-up", "warmup"})
BODY = frozenset({"bw", "bodyweight"})
EACH = frozenset({"each", "per"})
OF_EACH = frozenset({"side", "leg", "arm"})
KEYWORDS = frozenset(SIDES) | WARM_UP | BODY | EACH | {"rpe"}

QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_PIECE = re.compile(
    rf"""
      (?P<bad1>[0-9]{{10,}})
    | (?P<clock>[0-9]{{1,3}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9:]))
    | (?P<number>[0-9]+\.[0-9]{{1,6}}|[0-9]+|\.[0-9]{{1,6}})
    | (?P<comma>[,;])
    | (?P<x>[x×*](?=\s*[0-9]))
    | (?P<all>@@)
    | (?P<at>@)
    | (?P<slash>/)
    | (?P<plus>\+)
    | (?P<unit>(?:{_UNIT})(?:(?=[x×*]\s*[0-9])|(?![^\W\d_])))
    | (?P<word>(?:bw(?=x\s*[0-9]))|[^\W\d_]+(?:[-'’][^\W\d_]+)*)
    | (?P<bad2>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHUNK = re.compile(r"\S+")
_NOTE = re.compile(r"#|(?:(?<=\s)|^)--(?=\s|$)")
_DIGIT = re.compile(r"[0-9]")
_SET_BEGINS = re.compile(r"[0-9]|\.[0-9]|(?:bw)?[x×*][0-9]|@|\+[0-9]|,[0-9]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DASHES = frozenset({"-", "–", "—", ":"})
_LONGEST_NAME = 8


def cut_note(text: str) -> tuple[str, str]:
    """Return the line without its note, and the note."""
    start = _after_quotes(text)
    mark = _NOTE.search(text, start)
    if mark is None:
        return text, ""
    return text[: mark.start()], text[mark.end() :].strip()


@dataclass(frozen=True, slots=True)
class NamePart:
    """The words that name the exercise, where they stand, and where the sets begin."""

    name: str
    span: Span
    sets_at: int
    closed: bool = True
    """False where a quote was opened and not closed."""


def cut_name(text: str, is_name: Callable[[str], bool]) -> NamePart:
    """Return the part of a line, without its note, that names the exercise.

    ``is_name`` says whether words with digits in them are together a whole name.
    """
    chunks = list(_CHUNK.finditer(text))
    if not chunks:
        return NamePart("", Span(len(text)), len(text))
    if chunks[0][0][0] in QUOTES:
        return _quoted(text, chunks[0].start())
    words = [chunk[0] for chunk in chunks]
    count = _digit_name(words, is_name) or _plain_name(words)
    if not count:
        return NamePart("", Span(chunks[0].start()), chunks[0].start())
    rest = chunks[count].start() if count < len(chunks) else len(text)
    named = words[:count]
    if len(named) > 1 and named[-1] in _DASHES:
        named.pop()
    span = Span(chunks[0].start(), chunks[len(named) - 1].end() - chunks[0].start())
    return NamePart(" ".join(named).removesuffix(":"), span, rest)


def pieces_of(text: str, start: int) -> list[Piece]:
    """Return the pieces of the sets, which begin at ``start``."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text, start):
        kind = Kind((match.lastgroup or "bad").rstrip("12"))
        span = Span(match.start(), match.end() - match.start())
        glued = bool(pieces) and pieces[-1].end == match.start()
        pieces.append(Piece(kind, match[0].casefold(), match[0], span, glued))
    return pieces


def begins_set(word: str, following: str = "") -> bool:
    """Say whether a word of the line belongs to the sets and no more to the name."""
    if _SET_BEGINS.match(word) or (word in ("x", "×", "*") and _DIGIT.match(following)):
        return True
    letters = _LETTERS.match(word)
    if letters is None or letters[0].casefold() not in KEYWORDS:
        return False
    rest, keyword = word[letters.end() :], letters[0].casefold()
    if rest:
        return rest[0] in "0123456789+,"
    if keyword in EACH and following.casefold() in OF_EACH:
        return True
    # 'bw squat' is a name: a word stands behind the keyword that is none itself.
    plain = _LETTERS.match(following)
    return plain is None or plain[0].casefold() in KEYWORDS | {"x"} or begins_set(following)


def _plain_name(words: Sequence[str]) -> int:
    for place, word in enumerate(words):
        if begins_set(word, words[place + 1] if place + 1 < len(words) else ""):
            return place
    return len(words)


def _digit_name(words: Sequence[str], is_name: Callable[[str], bool]) -> int:
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        name = " ".join(words[:count])
        if _DIGIT.search(name) and is_name(name):
            return count
    return 0


def _quoted(text: str, start: int) -> NamePart:
    close = text.find(QUOTES[text[start]], start + 1)
    end = len(text) if close < 0 else close + 1
    name = " ".join(text[start + 1 : len(text) if close < 0 else close].split())
    return NamePart(name, Span(start, end - start), end, closed=close >= 0)


def _after_quotes(text: str) -> int:
    """Return where a note can begin: not inside of a quoted name."""
    plain = text.lstrip()
    skip = "skip "
    start = len(text) - len(plain)
    if plain[: len(skip)].casefold() == skip:
        start += len(skip)
    if text[start : start + 1] in QUOTES:
        close = text.find(QUOTES[text[start]], start + 1)
        return close + 1 if close > 0 else start
    return start
