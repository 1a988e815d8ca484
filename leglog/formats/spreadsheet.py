"""Cells for files that people open in a spreadsheet."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from leglog.training.units import grams, load_number
from leglog.training.vocabulary import Unit

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text that begins with one of these may be taken for a formula (OWASP, CSV injection)."""

_DEFUSED = (*FORMULA_SIGNS, "'")
_FINEST = Decimal("0.0001")


def defused(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet might run it.

    One more apostrophe is also put before a text that begins with one, so that ``plain`` is exact.
    """
    return "'" + text if text.startswith(_DEFUSED) else text


def plain(cell: str) -> str:
    """Return the text that ``defused`` was given."""
    return cell[1:] if cell.startswith("'") else cell


@lru_cache(maxsize=1000)
def load_text(load_g: int | None, unit: Unit) -> str:
    """Return a load in ``unit``, short where that says it exactly, else to the gram."""
    if load_g is None:
        return ""
    number = load_number(load_g, unit)
    if grams(number, unit) != load_g:
        per_unit = Decimal(1000) if unit is Unit.KG else Decimal("453.59237")
        number = (load_g / per_unit).quantize(_FINEST)
    return f"{number:f}"


def whole_text(value: int | None) -> str:
    """Return a whole number, or an empty cell."""
    return "" if value is None else str(value)


def rpe_text(halves: int | None) -> str:
    """Return an RPE with its half, or an empty cell."""
    return "" if halves is None else f"{halves / 2:g}"
