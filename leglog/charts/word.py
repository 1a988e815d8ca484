"""A line of text that is drawn once as a picture and put in its place from then on.

Setting a line of text takes matplotlib longer than all the bars of a year; on a screen the same
few words come back with every range. In files it stays text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from leglog.charts.lettering import printable, typefaces, weight_for

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from numpy.typing import NDArray

    from leglog.charts.look import ChartLook

KEPT = 2000
"""Pictures of words; a screen has about forty of them."""
_MARGIN = 2


class Word(Text):
    """One or more lines at a place in the coordinates of its transform."""

    def draw(self, renderer: RendererBase) -> None:
        """Put the picture there; other formats and several lines are set as text."""
        text = self.get_text()
        if not isinstance(renderer, RendererAgg) or "\n" in text or not text:
            super().draw(renderer)
            return
        if not self.get_visible():
            return
        picture, descent, width, height = _picture(
            text,
            self.get_fontproperties(),
            tuple(np.round(np.asarray(_rgb(str(self.get_color()))), 4)),
            renderer.dpi,
        )
        x, y = self.get_transform().transform(self.get_unitless_position())
        x -= {"left": 0.0, "center": width / 2, "right": width}[self.get_horizontalalignment()]
        y -= {
            "baseline": 0.0,
            "bottom": -descent,
            "center": height / 2 - descent,
            "top": height - descent,
        }[self.get_verticalalignment()]
        gc = renderer.new_gc()
        renderer.draw_image(gc, round(x) - _MARGIN, round(y - descent) - _MARGIN, picture)
        gc.restore()
        self.stale = False


def make_word(
    text: str, at: tuple[float, float], look: ChartLook, px: float, *, bold: bool, colour: str
) -> Word:
    """Return a word in the look's typeface; a name is never read as a formula."""
    text = printable(text)
    faces = typefaces(look.face, text)
    weight = weight_for(look.bold if bold else 400, faces)
    return Word(
        *at,
        text,
        fontproperties=_properties(faces, weight, look.size(px)),
        color=look.colours.get(colour, colour),
        parse_math=False,
        clip_on=False,
    )


@lru_cache(maxsize=256)
def _properties(faces: tuple[str, ...], weight: int, points: float) -> FontProperties:
    return FontProperties(family=list(faces), weight=weight, size=points)


@lru_cache(maxsize=256)
def _rgb(colour: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(colour)


@lru_cache(maxsize=KEPT)
def _picture(
    text: str, prop: FontProperties, colour: tuple[float, float, float], dpi: float
) -> tuple[NDArray[np.uint8], float, float, float]:
    """Return the picture, its descent, and width and height of the line, in dots."""
    measure = RendererAgg(1, 1, dpi)
    width, height, descent = measure.get_text_width_height_descent(text, prop, False)
    # All words of a size stand in a line as high as a capital with a descender.
    _w, full, low = measure.get_text_width_height_descent("lp", prop, False)
    height, descent = max(height, full), max(descent, low)
    size = int(width) + 2 * _MARGIN + 2, int(height) + 2 * _MARGIN + 2
    renderer = RendererAgg(*size, dpi)
    gc = renderer.new_gc()
    gc.set_foreground(colour)
    renderer.draw_text(gc, _MARGIN, size[1] - _MARGIN - round(descent), text, prop, 0)
    gc.restore()
    # From the lower left corner, as images are put on the figure.
    picture = np.array(renderer.buffer_rgba())[::-1]
    return np.ascontiguousarray(picture), float(round(descent)), width, height
