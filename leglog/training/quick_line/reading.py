"""From typed text to a line, to two readings of it, or to where understanding stops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.quick_line.grammar import SetReader
from leglog.training.quick_line.numbers import NotUnderstood
from leglog.training.quick_line.scanning import QUOTES, cut_name, cut_note, pieces_of
from leglog.training.quick_line.values import (
    Ambiguity,
    QuickLine,
    QuickSet,
    QuickSkip,
    Span,
    Trouble,
)
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

Result = QuickLine | QuickSkip | Ambiguity | Trouble

MOST_READINGS = 16
SKIP = "skip"
_REASON = re.compile(r"[:,;]")


def no_name(_words: str) -> bool:
    """Know no exercise: digits then begin the sets."""
    return False


def parse_line(text: str, unit: Unit = Unit.KG, is_name: Callable[[str], bool] = no_name) -> Result:
    """Return what one line says. Never raises: what is not understood is a Trouble.

    ``unit`` holds where a load names none. ``is_name`` says whether words with digits in them are
    the whole name of an exercise ('90/90 hamstring').
    """
    body, note = cut_note(text)
    words = body.split(maxsplit=1)
    if words and words[0].casefold().rstrip(":,") == SKIP:
        return _skip(body, note)
    part = cut_name(body, is_name)
    if not part.closed:
        return Trouble(part.span, _("The quotes are not closed."), unfinished=True)
    line = QuickLine(part.name, (), note, part.span)
    if not body[part.sets_at :].strip():
        if note:
            return line
        end = Span(len(body.rstrip()))
        return Trouble(end, _("Say what was done: 40x12, 12 12 10, or 30s."), line, unfinished=True)
    return _Readings(body, part.sets_at, unit, line).result()


class _Readings:
    """Reads the sets once for each way in which they can be meant."""

    def __init__(self, body: str, start: int, unit: Unit, line: QuickLine) -> None:
        self._body = body
        self._pieces, self._end = pieces_of(body, start), len(body.rstrip())
        self._unit, self._line = unit, line
        self._whole: list[QuickLine] = []
        self._troubles: list[Trouble] = []
        self._forks: list[Span] = []

    def result(self) -> Result:
        """Return the one reading, several, or the trouble that comes last in the line."""
        waiting: list[tuple[bool, ...]] = [()]
        runs = 0
        while waiting and runs < MOST_READINGS:
            answers = waiting.pop(0)
            waiting += self._run(answers)
            runs += 1
        if not self._whole:
            return max(self._troubles, key=lambda trouble: trouble.span.at)
        started = [trouble for trouble in self._troubles if self._has_comma(trouble)]
        if started:
            # '42,5' is whole as two sets, but may be the beginning of '42,5x10'.
            sentence = _("This can be a weight or two sets. Write 42,5x10 or 42 5.")
            return Trouble(started[0].span, sentence, started[0].so_far, unfinished=True)
        if len(self._whole) == 1:
            return self._whole[0]
        return Ambiguity(self._forks[0], tuple(self._whole))

    def _has_comma(self, trouble: Trouble) -> bool:
        span = trouble.span
        return trouble.unfinished and "," in self._body[span.at : span.at + span.length]

    def _run(self, answers: tuple[bool, ...]) -> list[tuple[bool, ...]]:
        """Read with these answers to what can be meant in two ways; return those yet to be read."""
        given = list(answers)
        asked: list[Span] = []

        def choose(span: Span) -> bool:
            asked.append(span)
            return given.pop(0) if given else False

        reader = SetReader(self._pieces, self._unit, self._end, choose)
        try:
            line = _with_sets(self._line, reader.read())
        except NotUnderstood as stop:
            so_far = _with_sets(self._line, reader.so_far())
            self._troubles.append(Trouble(stop.span, stop.sentence, so_far, stop.unfinished))
        else:
            if line not in self._whole:
                self._whole.append(line)
        self._forks += asked
        new = range(len(answers), len(asked))
        return [answers + (False,) * (place - len(answers)) + (True,) for place in new]


def _with_sets(line: QuickLine, sets: tuple[QuickSet, ...]) -> QuickLine:
    return QuickLine(line.name, sets, line.note, line.name_span)


def _skip(body: str, note: str) -> QuickSkip | Trouble:
    start = body.casefold().index(SKIP) + len(SKIP)
    rest = body[start:].lstrip(" \t:,")
    at = len(body) - len(rest)
    if rest[:1] in QUOTES:
        close = rest.find(QUOTES[rest[0]], 1)
        if close < 0:
            span = Span(at, len(rest.rstrip()))
            return Trouble(span, _("The quotes are not closed."), unfinished=True)
        name, reason = rest[1:close], rest[close + 1 :].strip(" \t:,")
        return QuickSkip(_words(name), _joined(reason, note), Span(at, close + 1))
    mark = _REASON.search(rest)
    if mark is not None:
        name, reason = rest[: mark.start()], rest[mark.end() :].strip()
        span = Span(at, len(name.rstrip()))
        return QuickSkip(_words(name), _joined(reason, note), span)
    return QuickSkip(_words(rest), note, Span(at, len(rest.rstrip())))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word.strip("-"))


def _joined(reason: str, note: str) -> str:
    return "; ".join(part for part in (reason, note) if part)
