"""Writes a line so that reading it gives the same line again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leglog.training.quick_line.scanning import QUOTES, begins_set
from leglog.training.quick_line.values import (
    Count,
    Counted,
    LoadKind,
    QuickLine,
    QuickLoad,
    QuickSet,
    QuickSkip,
)
from leglog.training.units import load_number
from leglog.training.vocabulary import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = re.compile(r"[:,;#]|--|^[\"“„«]")
_SIDE = {Side.LEFT: "L ", Side.RIGHT: "R "}


def format_line(line: QuickLine | QuickSkip) -> str:
    """Return the line in its plain spelling: loads with their unit, numbers that stand alone."""
    if isinstance(line, QuickSkip):
        words = " ".join(line.words)
        named = [_in_quotes(words) if _MARKS.search(words) else words] if words else []
        return " ".join(["skip", *named, *_note(line.reason)])
    parts = [quoted_name(line.name)] if line.name else []
    parts += _sets(line.sets)
    if any(one.side is Side.EACH for one in line.sets):
        parts.append("each")
    return " ".join(parts + _note(line.note))


def quoted_name(name: str) -> str:
    """Return a name, in quotes where it would not be read as one."""
    words = name.split()
    plain = name[:1] not in QUOTES and words[:1] != ["skip"] and "#" not in name
    plain = plain and name.isprintable() and not name.endswith(":")
    if plain and words and not any(_is_sign(word) for word in words):
        following = [*words[1:], "0"]
        if not any(begins_set(word, after) for word, after in zip(words, following, strict=True)):
            return name
    return _in_quotes(name)


def _in_quotes(name: str) -> str:
    pairs = (pair for pair in QUOTES.items() if pair[1] not in name)
    opened, closed = next(pairs, ('"', '"'))
    return f"{opened}{name}{closed}"


def _is_sign(word: str) -> bool:
    return word.strip("-–—:") == "" or word.casefold() == "skip"


def _note(note: str) -> list[str]:
    return [f"# {note}"] if note else []


def _sets(sets: tuple[QuickSet, ...]) -> Iterator[str]:
    load: QuickLoad | None = None
    after_seconds = True
    for one in sets:
        same = one.load == load
        text = "w " if one.warm_up else ""
        text += _SIDE.get(one.side, "") if one.side else ""
        seconds = one.count.counted is Counted.SECONDS
        # A count behind an x is never taken for a load or for a number of sets.
        alone = same and seconds and after_seconds
        text += "" if same else _load(one.load)
        text += ("" if alone else "x") + _count(one.count)
        if one.rpe_halves is not None:
            text += f" @{one.rpe_halves / 2:g}"
        yield text
        load, after_seconds = one.load, seconds


def _load(load: QuickLoad | None) -> str:
    if load is None or load.load_g is None:
        return "bw"
    sign = "+" if load.kind is LoadKind.ADDED else ""
    return f"{sign}{load_number(load.load_g, load.unit)}{load.unit.value}"


def _count(count: Count) -> str:
    unit = {Counted.NUMBER: "", Counted.REPS: " reps", Counted.SECONDS: "s"}[count.counted]
    return f"{count.value}{unit}"
