"""Pages of a document: blocks below each other, measured before they are drawn.

A block says how high it is at a width, so that nothing overlaps and nothing is cut: words wrap,
rows grow with them, and a block that does not fit begins the next page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from leglog.charts.lettering import BUNDLED, bold_weight, printable, text_width
from leglog.charts.tagged_pdf import DOTS_PER_INCH, Element, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist

INK, QUIET, RULE = "#000000", "#3A4247", "#9AA6AC"
BODY = 8.5
LEADING = 1.36
"""Height of a line, in text sizes."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper with its margin, in points."""

    width: float
    height: float
    margin: float = 40.0


A4 = Paper(595.28, 841.89)
LETTER = Paper(612, 792)


class Sheet:
    """One page while it is filled; places are points from its upper left corner."""

    def __init__(self, paper: Paper, root: Element) -> None:
        self.paper, self.root = paper, root
        self.figure = Figure(
            figsize=(paper.width / 72, paper.height / 72), dpi=DOTS_PER_INCH, facecolor="white"
        )
        self._layer = 0

    def put(self, element: Element | None, artists: Sequence[Artist]) -> None:
        """Draw the artists, which are on the figure already, as the content of ``element``."""
        self._layer += 10
        for begins, layer in ((True, self._layer), (False, self._layer + 9)):
            mark = Mark(element, begins=begins)
            mark.set_zorder(layer)
            self.figure.add_artist(mark)
        for artist in artists:
            artist.set_zorder(self._layer + 5)

    def text(
        self,
        text: str,
        left: float,
        top: float,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = INK,
        ha: str = "left",
    ) -> Text:
        """Write one line whose box begins at ``top``."""
        word = Text(
            left / self.paper.width,
            # The baseline: the bundled face reaches 0.76 of its size above it.
            1 - (top + size * (LEADING - 1) / 2 + size * 0.93) / self.paper.height,
            printable(text),
            fontsize=size,
            color=colour,
            ha=ha,
            va="baseline",
            parse_math=False,
            weight=bold_weight(BUNDLED) if bold else 400,
            fontfamily=BUNDLED,
            transform=self.figure.transFigure,
        )
        self.figure.add_artist(word)
        return word

    def rule(self, left: float, right: float, top: float, colour: str = RULE) -> None:
        """Draw a thin line across, which screen readers pass over."""
        place = 1 - top / self.paper.height
        line = Line2D(
            [left / self.paper.width, right / self.paper.width],
            [place, place],
            color=colour,
            linewidth=0.5,
            transform=self.figure.transFigure,
        )
        self.figure.add_artist(line)
        self.put(None, [line])


class Block(Protocol):
    """A part of the document that knows its height at a width."""

    def height(self, width: float) -> float:
        """Return the points it takes from top to bottom."""

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""


def wrap(text: str, width: float, size: float = BODY, *, bold: bool = False) -> list[str]:
    """Return the lines of ``text`` that fit into ``width`` points; at least one.

    A word that is wider than the line is parted where it has to be.
    """
    weight = bold_weight(BUNDLED) if bold else 400
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if text_width(joined, size, BUNDLED, weight) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *parts, line = _parted(word, width, size, weight)
            lines += parts
        lines.append(line)
    return lines


def _parted(word: str, width: float, size: float, weight: int) -> list[str]:
    parts = [""]
    for each in word:
        if parts[-1] and text_width(parts[-1] + each, size, BUNDLED, weight) > width:
            parts.append("")
        parts[-1] += each
    return parts


BETWEEN = 9.0
"""Points between blocks."""


def places(blocks: Sequence[Block], paper: Paper) -> list[tuple[int, float]]:
    """Return the page and the top of each block, without drawing any."""
    width = paper.width - 2 * paper.margin
    bottom = paper.height - paper.margin - FOOT
    page, top = 0, paper.margin
    found = []
    for block in blocks:
        height = block.height(width)
        if top > paper.margin and top + height > bottom:
            page, top = page + 1, paper.margin
        found.append((page, top))
        top += height + BETWEEN
    return found


def flow(blocks: Sequence[Block], paper: Paper, root: Element) -> list[Sheet]:
    """Return the pages that the blocks fill, one below the other."""
    stands = places(blocks, paper)
    sheets = [Sheet(paper, root) for _page in range(stands[-1][0] + 1 if stands else 1)]
    width = paper.width - 2 * paper.margin
    for block, (page, top) in zip(blocks, stands, strict=True):
        block.draw(sheets[page], paper.margin, top, width)
    return sheets


FOOT = 22.0
"""Points kept free for the line at the foot of each page."""


def draw_foot(sheet: Sheet, text: str, number: str) -> None:
    """Write the line at the foot: what the document is, and the page's number."""
    paper = sheet.paper
    top = paper.height - paper.margin - 10
    right = paper.width - paper.margin
    sheet.rule(paper.margin, right, top - 4)
    room = right - paper.margin - text_width(number, 7) - 12
    words = [
        sheet.text(wrap(text, room, 7)[0], paper.margin, top, size=7, colour=QUIET),
        sheet.text(number, right, top, size=7, colour=QUIET, ha="right"),
    ]
    sheet.put(None, words)
