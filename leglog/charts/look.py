"""What a chart takes from outside: colours, type and how numbers and dates are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

OTHER = "other"
"""The stacked group of whatever belongs to no group; drawn on top."""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours by their token names, sizes in pixels at 100 %, and the locale's writing."""

    colours: Mapping[str, str]
    palette: Mapping[str, str]
    """Colour of each stacked group; others take these colours in turn."""
    labels: Mapping[str, str]
    """Words for each stacked group."""
    font: str
    scale: float
    """Text size, 1.0 for 100 %."""
    number: Callable[[float], str]
    day: Callable[[dt.date], str]
    """'17 Nov'"""
    month: Callable[[dt.date], str]
    """'Nov'"""
    hatches: Mapping[str, str] = field(default_factory=dict)
    """Patterns by group, for print; empty on a screen."""

    def size(self, px: float) -> float:
        """Return a font size in points for ``px`` of the design, at 72 dots an inch."""
        return px * self.scale

    @property
    def face(self) -> str:
        """The typeface in use: the one wanted, where matplotlib has it."""
        from leglog.charts.lettering import family_in_use

        return family_in_use(self.font)

    @property
    def bold(self) -> int:
        """The weight of bold words."""
        from leglog.charts.lettering import bold_weight

        return bold_weight(self.face)

    def width(self, text: str, px: float, *, bold: bool = False) -> float:
        """Return how wide a text of ``px`` is, in points."""
        from leglog.charts.lettering import text_width

        return text_width(text, self.size(px), self.face, self.bold if bold else 400)
