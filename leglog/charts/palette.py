"""Which colour a stacked group has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.look import OTHER

if TYPE_CHECKING:
    from leglog.charts.look import ChartLook


def colour_of(look: ChartLook, group: str, place: int) -> str:
    """Return the group's own colour, or for one without the palette's colour at its place."""
    if group in look.palette:
        return look.palette[group]
    colours = [colour for key, colour in look.palette.items() if key != OTHER]
    return colours[place % len(colours)]
