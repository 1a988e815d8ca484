"""Reads the sets of one line, asking ``choose`` wherever two readings are possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.quick_line.collected import Collected
from leglog.training.quick_line.lookahead import (
    is_load,
    is_load_alone,
    is_number_of_sets,
    is_such_sets,
)
from leglog.training.quick_line.numbers import (
    NotUnderstood,
    cannot_read,
    decimal_of,
    load_of,
    mass_unit,
    rpe_of,
    span_over,
)
from leglog.training.quick_line.pieces import Walker
from leglog.training.quick_line.scanning import BODY, EACH, OF_EACH, SIDES, WARM_UP, Kind, Piece
from leglog.training.quick_line.values import MAX_SETS, LoadKind, QuickLoad, QuickSet, Span
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILLING = frozenset({"of", "with", "at"})
"""Words that say nothing: '3 sets of 12', '12 with 40kg'."""


class SetReader:
    """Reads groups from left to right."""

    def __init__(
        self, pieces: Sequence[Piece], unit: Unit, end: int, choose: Callable[[Span], bool]
    ) -> None:
        named = any(is_load_alone(pieces, place) for place in range(len(pieces)))
        self._collected = Collected(loads_named=named)
        self._walk = Walker(pieces, end)
        self._pieces, self._unit, self._choose = pieces, unit, choose

    def read(self) -> tuple[QuickSet, ...]:
        """Return all sets of the line, or raise NotUnderstood."""
        while (piece := self._walk.peek()) is not None:
            self._read_group(piece)
            if len(self._collected.sets) > MAX_SETS:
                sentence = _("A line holds at most {most} sets.").format(most=MAX_SETS)
                raise NotUnderstood(piece.span, sentence)
        self._collected.check_complete()
        sets = self._collected.finished()
        if not sets:
            span = span_over(self._pieces[0], self._pieces[-1])
            raise NotUnderstood(span, _("A set is missing here."), unfinished=True)
        return sets

    def so_far(self) -> tuple[QuickSet, ...]:
        """Return the sets that were understood before trouble came."""
        return self._collected.finished()

    def _read_group(self, piece: Piece) -> None:
        match piece.kind:
            case Kind.COMMA:
                self._read_comma()
            case Kind.AT | Kind.ALL:
                self._read_rpe()
            case Kind.X:
                self._walk.take()
                self._collected.add(self._walk.take_counts())
            case Kind.PLUS:
                self._read_added()
            case Kind.NUMBER:
                self._read_number()
            case Kind.CLOCK:
                self._collected.add(self._walk.take_counts())
            case _:
                self._read_word(piece)

    def _read_comma(self) -> None:
        comma = self._walk.take()
        if not self._collected.sets or not self._walk.peek() or self._walk.is_at(Kind.COMMA):
            raise NotUnderstood(comma.span, _("A number is missing here."), unfinished=True)

    def _read_number(self) -> None:
        walk, collected = self._walk, self._collected
        parts = walk.number_parts()
        ahead = walk.after(parts)
        unit = mass_unit(walk.peek(ahead))
        if unit is not None:
            load = self._load(parts, unit)
            walk.take_parts(parts)
            walk.take()
            self._load_or_alone(load, parts)
        elif walk.is_at(Kind.X, ahead=ahead):
            self._read_times(parts)
        elif walk.is_unit("sets", ahead=1) or is_such_sets(walk, collected, self._choose):
            number = walk.take()
            walk.take()
            collected.repeat(number)
        elif is_load(walk, parts, collected, self._choose):
            load = self._load(parts, self._unit)
            walk.take_parts(parts)
            collected.stand_alone(load, parts)
        else:
            collected.add(walk.take_counts())

    def _read_times(self, parts: Sequence[Piece]) -> None:
        """Read '40x12', or '3x12' as a number of sets."""
        if not is_number_of_sets(parts, self._collected, self._choose):
            load = self._load(parts, self._unit)
            self._walk.take_parts(parts)
            self._load_or_alone(load, parts)
            return
        times = int(self._walk.take().text)
        self._walk.take()
        counts = self._walk.take_counts()
        if len(counts) == 1:
            self._collected.add(counts * times, whole=True)
        elif len(counts) == times:
            self._collected.add(counts)
        else:
            sentence = ngettext(
                "{count} set was named, and another number of them stands here.",
                "{count} sets were named, and another number of them stands here.",
                times,
            )
            raise NotUnderstood(parts[0].span, sentence.format(count=times))
        self._refuse_third()

    def _load_or_alone(self, load: QuickLoad, parts: Sequence[Piece]) -> None:
        """Take a load with the count behind its x, or as one that stands alone."""
        if not self._walk.is_at(Kind.X):
            self._collected.stand_alone(load, parts)
            return
        self._walk.take()
        self._collected.load = load
        self._collected.add(self._walk.take_counts())
        self._refuse_third()

    def _refuse_third(self) -> None:
        piece = self._walk.peek()
        if piece is not None and piece.kind is Kind.X and piece.glued:
            sentence = _("Three numbers with x can be read in two ways: write 3x12 40kg.")
            raise NotUnderstood(piece.span, sentence)

    def _load(
        self, parts: Sequence[Piece], unit: Unit, kind: LoadKind = LoadKind.WEIGHT
    ) -> QuickLoad:
        whole = all(part.text.isdecimal() for part in parts)
        if len(parts) > 2 or (len(parts) == 2 and not whole):
            raise NotUnderstood(parts[-1].span, _("Put a space between the sets."))
        return load_of(decimal_of(parts), unit, kind, span_over(parts[0], parts[-1]))

    def _read_added(self) -> None:
        self._walk.take()
        parts = self._walk.number_parts()
        if not parts:
            piece = self._walk.take()
            raise NotUnderstood(piece.span, cannot_read(piece.typed))
        unit = mass_unit(self._walk.peek(self._walk.after(parts)))
        load = self._load(parts, unit or self._unit, LoadKind.ADDED)
        self._walk.take_parts(parts)
        if unit is not None:
            self._walk.take()
        self._load_or_alone(load, parts)

    def _read_word(self, piece: Piece) -> None:
        word = piece.text
        if word in SIDES:
            self._collected.wait("side", self._walk.take())
        elif word in WARM_UP:
            self._read_warm_up()
        elif word in EACH:
            self._read_each()
        elif word in BODY:
            self._read_body()
        elif word == "rpe":
            self._read_rpe()
        elif word in FILLING and self._collected.has_begun:
            self._walk.take()
        else:
            raise self._unreadable(piece)

    def _read_body(self) -> None:
        word = self._walk.take()
        if self._walk.is_at(Kind.PLUS):
            self._read_added()
        else:
            self._load_or_alone(QuickLoad(None, Unit.KG, LoadKind.BODY), [word])

    def _read_each(self) -> None:
        word = self._walk.take()
        following = self._walk.peek()
        if following is not None and following.text in OF_EACH:
            self._walk.take()
        elif word.text == "per":
            raise self._unreadable(word)
        self._collected.take_each()

    def _read_warm_up(self) -> None:
        word = self._walk.take()
        if word.glued and self._collected.group:
            self._collected.mark(warm_up=True)
        else:
            self._collected.wait("warm_up", word)

    def _read_rpe(self) -> None:
        mark = self._walk.take()
        number, span = self._walk.take_decimal()
        self._collected.take_rpe(rpe_of(number, span), mark, of_all=mark.kind is Kind.ALL)

    def _unreadable(self, piece: Piece) -> NotUnderstood:
        """Return the trouble with a word, together with the number it sticks to ('12y')."""
        last = place = self._pieces.index(piece)
        while place and self._pieces[place].glued and self._pieces[place - 1].kind != Kind.COMMA:
            place -= 1
        words = "".join(one.typed for one in self._pieces[place : last + 1])
        return NotUnderstood(span_over(self._pieces[place], piece), cannot_read(words))
