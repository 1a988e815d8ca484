"""One plot area: grid, ticks and words as plain artists, quicker than matplotlib's own axes.

All places and sizes are points of the figure, which on a screen are pixels of the design. Texts
are never read as formulas, so that a name may hold any character.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from leglog.charts.word import make_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from leglog.charts.axis import DateTicks
    from leglog.charts.look import ChartLook

TICK_PX = 11
WORD_PX = 11.5
TITLE_PX = 13

Across = Literal["left", "center", "right"]
Upright = Literal["top", "center", "baseline", "bottom"]
Points = tuple[float, float]
Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the figure in points, from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    def inside(self, left: float, right: float, top: float, bottom: float) -> Box:
        """Return the box less a margin on each side; never smaller than 10 points."""
        return Box(
            self.left + left,
            self.bottom + bottom,
            max(self.width - left - right, 10),
            max(self.height - top - bottom, 10),
        )


def whole(figure: Figure) -> Box:
    """Return the whole figure."""
    width, height = figure.get_size_inches() * 72
    return Box(0, 0, float(width), float(height))


def rectangles(boxes: Sequence[tuple[float, float, float, float]]) -> Path:
    """Return one path of all rectangles given as left, right, low, high: a path each is slow."""
    corners = [[(a, low), (a, high), (b, high), (b, low), (a, low)] for a, b, low, high in boxes]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(np.array(corners, dtype=float).reshape(-1, 2), codes * len(boxes))


def with_gaps(values: Sequence[float | None]) -> NDArray[np.float64]:
    """Return the values with NaN where there is none, which breaks a line."""
    return np.array([math.nan if value is None else value for value in values], dtype=float)


class Panel:
    """A plot area that can be filled again and again; ``begin`` takes away what was there."""

    def __init__(self, figure: Figure) -> None:
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_autoscale_on(False)
        self._figure = figure
        self._own: list[Artist] = []
        self.box = whole(figure)
        self.xs: Limits = (0.0, 1.0)
        self.ys: Limits = (0.0, 1.0)

    def begin(self, box: Box, look: ChartLook, xs: Limits, ys: Limits) -> None:
        """Empty the panel and place it; ``xs`` and ``ys`` are what its edges stand for."""
        for artist in self._own:
            artist.remove()
        self._own.clear()
        self.look, self.box, self.xs, self.ys = look, box, xs, ys
        page = whole(self._figure)
        self.axes.set_position(
            (
                box.left / page.width,
                box.bottom / page.height,
                box.width / page.width,
                box.height / page.height,
            )
        )
        self.axes.set_xlim(*xs)
        self.axes.set_ylim(*ys)
        self.axes.set_visible(True)

    def hide(self) -> None:
        """Take the panel out of sight, where a chart has no use for it."""
        self.axes.set_visible(False)

    def x_points(self, x: float) -> float:
        """Return how far right of the panel's left edge ``x`` stands."""
        return (x - self.xs[0]) / (self.xs[1] - self.xs[0]) * self.box.width

    def y_points(self, y: float) -> float:
        """Return how far above the panel's lower edge ``y`` stands."""
        return (y - self.ys[0]) / (self.ys[1] - self.ys[0]) * self.box.height

    def add(self, artist: Artist) -> None:
        """Put an artist in data coordinates into the panel."""
        self.axes.add_artist(artist)
        self._own.append(artist)

    def word(
        self,
        text: str,
        at: Points,
        *,
        size: float = WORD_PX,
        colour: str = "text_muted",
        ha: Across = "left",
        va: Upright = "center",
        bold: bool = False,
    ) -> None:
        """Write ``text`` at points from the lower left corner; also outside of the panel."""
        place = at[0] / self.box.width, at[1] / self.box.height
        word = make_word(text, place, self.look, size, bold=bold, colour=colour)
        word.set_transform(self.axes.transAxes)
        word.set_horizontalalignment(ha)
        word.set_verticalalignment(va)
        self.axes.add_artist(word)
        word.set_clip_on(False)
        self._own.append(word)

    def title(self, title: str, subtitle: str = "", *, taken: float = 0.0) -> None:
        """Write the title left above the panel, with a quieter line beside it where it fits.

        ``taken`` is how much of the line other words need at its right end, in points.
        """
        scale = self.look.scale
        left, height = -44 * scale, self.box.height + 12 * scale
        self.word(title, (left, height), size=TITLE_PX, colour="text", va="baseline", bold=True)
        start = left + self.look.width(title, TITLE_PX, bold=True) + 16 * scale
        room = self.box.width - start + 100 * scale - taken
        if subtitle and self.look.width(subtitle, WORD_PX) <= room:
            self.word(subtitle, (start, height), va="baseline")

    def heading(self, title: str, subtitle: str, at: Points) -> None:
        """Write the name of the chart at points, with a quieter line beside it."""
        self.word(title, at, size=TITLE_PX, colour="text", bold=True)
        start = at[0] + self.look.width(title, TITLE_PX, bold=True) + 20 * self.look.scale
        self.word(subtitle, (start, at[1]))

    def y_axis(self, ticks: Sequence[float], words: Sequence[str] | None = None) -> None:
        """Draw a light line and a number at each tick, and a stronger line at the lower edge."""
        look = self.look
        low, high = self.xs
        self.lines([((low, tick), (high, tick)) for tick in ticks], "chart_grid", zorder=0.9)
        texts = [look.number(tick) for tick in ticks] if words is None else words
        for tick, text in zip(ticks, texts, strict=True):
            self.word(text, (-8 * look.scale, self.y_points(tick)), size=TICK_PX, ha="right")
        base = self.ys[0]
        self.lines([((low, base), (high, base))], "chart_axis", zorder=2.5)

    def x_dates(self, marks: DateTicks, *, words: bool = True) -> None:
        """Draw a short mark at each date, and what it says right of it."""
        look, scale = self.look, self.look.scale
        places = [self.x_points(place) for place in marks.places]
        self.ticks(places)
        # Words may run a little beyond the panel, but not into their neighbours.
        ends = [*places[1:], self.box.width + 100 * scale]
        for at, end, text in zip(places, ends, marks.words(look), strict=True):
            shorter = text if marks.names_days else text.partition(" ")[0]
            for each in (text, shorter) if words else ():
                if look.width(each, TICK_PX) + 6 * scale <= end - at:
                    self.word(each, (at + 4 * scale, -11 * scale), size=TICK_PX)
                    break

    def ticks(self, places: Sequence[float]) -> None:
        """Draw short marks below the lower edge, at points from the left."""
        low = -4 * self.look.scale / self.box.height
        marks = LineCollection(
            [np.array([(at / self.box.width, 0.0), (at / self.box.width, low)]) for at in places],
            transform=self.axes.transAxes,
            colors=self.look.colours["chart_axis"],
            linewidths=1,
        )
        self.axes.add_artist(marks)
        marks.set_clip_on(False)
        self._own.append(marks)

    def lines(
        self,
        pairs: Sequence[tuple[Points, Points]],
        colour: str,
        *,
        width: float = 1,
        zorder: float = 2,
        dashed: bool = False,
        label: str = "",
    ) -> None:
        """Draw straight lines between pairs of data points."""
        self.add(
            LineCollection(
                [np.asarray(pair) for pair in pairs],
                colors=self.look.colours.get(colour, colour),
                linewidths=width,
                linestyles=(0, (3, 2)) if dashed else "solid",
                zorder=zorder,
                label=label,
            )
        )

    def curve(
        self,
        xs: Sequence[float],
        ys: Sequence[float | None],
        colour: str,
        *,
        width: float = 1.8,
        label: str = "",
    ) -> None:
        """Draw a line through the points; None breaks it."""
        self.add(
            Line2D(
                np.asarray(xs, dtype=float),
                with_gaps(ys),
                color=self.look.colours.get(colour, colour),
                linewidth=width,
                zorder=3,
                label=label,
            )
        )

    def dots(
        self,
        xs: Sequence[float],
        ys: Sequence[float | None],
        colour: str,
        *,
        size: float = 5,
        marker: str = "o",
        filled: bool = False,
        alpha: float = 1,
        zorder: float = 3.2,
        label: str = "",
    ) -> None:
        """Draw a mark at each point; hollow ones show where several lie on each other."""
        edge = self.look.colours.get(colour, colour)
        dots = Line2D(
            np.asarray(xs, dtype=float),
            with_gaps(ys),
            linestyle="none",
            marker=marker,
            markersize=self.look.size(size),
            markerfacecolor=edge if filled else self.look.colours["surface"],
            markeredgecolor=edge,
            markeredgewidth=0.9,
            alpha=alpha,
            zorder=zorder,
            label=label,
        )
        self.add(dots)
        # Half of a mark on the edge would read as another mark.
        dots.set_clip_on(False)

    def boxes(
        self,
        boxes: Sequence[tuple[float, float, float, float]],
        colour: str,
        *,
        edge: str = "surface",
        label: str = "",
        hatch: str = "",
        zorder: float = 2,
        alpha: float = 1,
    ) -> None:
        """Fill rectangles given as left, right, low, high, all as one artist."""
        look = self.look
        face = look.colours.get(colour, colour)
        self.add(
            PathPatch(
                rectangles(boxes),
                facecolor=face,
                edgecolor=look.colours.get(edge, edge) if edge else "none",
                linewidth=0.8 if edge else 0,
                label=label,
                hatch=hatch or None,
                zorder=zorder,
                alpha=alpha,
            )
        )

    def swatch(
        self, at: Points, colour: str, *, marker: str = "s", size: float = 8, filled: bool = True
    ) -> None:
        """Draw a mark at points from the lower left corner, as beside a name at the right."""
        mark = Line2D(
            [at[0] / self.box.width],
            [at[1] / self.box.height],
            transform=self.axes.transAxes,
            linestyle="none",
            marker=marker,
            markersize=self.look.size(size),
            color=self.look.colours.get(colour, colour),
            fillstyle="full" if filled else "none",
            clip_on=False,
        )
        self.axes.add_artist(mark)
        mark.set_clip_on(False)
        self._own.append(mark)
