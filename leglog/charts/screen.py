"""Charts as pictures for a window: drawn without it, in any one thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from leglog.charts.figures import Drawing
from leglog.charts.readings import Spot, spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.charts.look import ChartLook
    from leglog.charts.readings import Reading
    from leglog.charts.values import Figured


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it was drawn, and where its readings stand on it."""

    dots: bytes
    """Red, green, blue and opacity of each dot, from the upper left."""
    width: int
    height: int
    """In dots."""
    readings: Sequence[Reading]
    spots: Sequence[Spot]
    """Where each reading stands."""
    bottom: float
    top: float
    """Where the plot areas begin and end, in points from the lower edge."""


class Screen:
    """Draws charts one after another; artists of the chart before are used again.

    Setting a line of text and making axes take longest, so the first drawing takes three times
    as long as those after it.
    """

    def __init__(self) -> None:
        self._figure = Figure(dpi=72)
        self._canvas = FigureCanvasAgg(self._figure)
        self._drawing = Drawing(self._figure)

    def draw(
        self,
        data: Figured,
        readings: Sequence[Reading],
        look: ChartLook,
        size: tuple[int, int],
        sharpness: float,
    ) -> Picture:
        """Draw ``data`` in ``size`` points, which on a screen are pixels of the design.

        ``sharpness`` is dots a point.
        """
        self._figure.set_dpi(72 * sharpness)
        self._figure.set_size_inches(size[0] / 72, size[1] / 72, forward=False)
        self._drawing.draw(data, look)
        self._canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no annotation here
        dots = self._canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # nor here
        height, width, _colours = dots.shape
        panels = self._drawing.panels
        return Picture(
            bytes(dots),
            width,
            height,
            readings,
            spots(panels, readings),
            bottom=min(one.box.bottom for one in panels),
            top=max(one.box.bottom + one.box.height for one in panels),
        )
