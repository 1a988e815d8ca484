"""Which typeface a figure is lettered in, how wide its words are, and which it can write."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import text_to_path

if TYPE_CHECKING:
    from collections.abc import Mapping

BUNDLED = "DejaVu Sans"
"""Comes with matplotlib, so it is always there."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@cache
def family_in_use(wanted: str) -> str:
    """Return ``wanted`` where matplotlib has that typeface, else the bundled one."""
    return wanted if wanted in fontManager.get_font_names() else BUNDLED


def bold_weight(family: str) -> int:
    """Return the weight of bold words."""
    # The bundled face has no weight between regular and bold.
    return 700 if family == BUNDLED else 600


@lru_cache(maxsize=4096)
def typefaces(face: str, text: str) -> tuple[str, ...]:
    """Return ``face``, with the bundled one behind it where it lacks a character of ``text``."""
    if face == BUNDLED or all(ord(each) in _characters(face) for each in text):
        return (face,)
    return (face, BUNDLED)


@lru_cache(maxsize=4096)
def text_width(text: str, points: float, family: str = BUNDLED, weight: int = 400) -> float:
    """Return how wide ``text`` is, in points, as it is written to files."""
    text = printable(text)
    faces = typefaces(family, text)
    width, _height, _descent = text_to_path.get_text_width_height_descent(
        text, _properties(faces, weight_for(weight, faces), points), ismath=False
    )
    return float(width)


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Return ``text`` with a sign of its own for each character that cannot be written.

    The bundled typeface stands in for what another lacks, so it decides.
    """
    known = _characters(BUNDLED)
    return "".join(
        each if ord(each) in known else (" " if each.isspace() else UNKNOWN) for each in text
    )


@cache
def _characters(face: str) -> Mapping[int, object]:
    font = get_font(fontManager.findfont(FontProperties(family=face)))
    known: dict[int, object] = dict(font.get_charmap())
    # A line break is no character to draw, yet matplotlib knows what to do.
    known[ord("\n")] = None
    return known


def weight_for(weight: int, faces: tuple[str, ...]) -> int:
    """Return the weight that all these typefaces have."""
    # The bundled face, which stands in, has no weight between regular and bold.
    return 700 if weight > 400 and BUNDLED in faces else weight


@lru_cache(maxsize=256)
def _properties(faces: tuple[str, ...], weight: int, points: float) -> FontProperties:
    return FontProperties(family=list(faces), weight=weight, size=points)
