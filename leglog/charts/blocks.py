"""The blocks that documents are made of: text, facts, tables, figures, columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.charts.lettering import BUNDLED, bold_weight, text_width
from leglog.charts.panel import Box
from leglog.charts.paper import BODY, INK, LEADING, QUIET, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from leglog.charts.panel import Panel
    from leglog.charts.paper import Block, Sheet
    from leglog.charts.tagged_pdf import Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that wrap; ``tag`` says what they are ('H1', 'H2', 'P')."""

    text: str
    size: float = BODY
    bold: bool = False
    quiet: bool = False
    tag: str = "P"

    def height(self, width: float) -> float:
        """Return the height of all its lines."""
        return len(self._lines(width)) * self.size * LEADING

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Write the lines."""
        self.draw_as(sheet.root.add(self.tag), sheet, left, top, width)

    def draw_as(
        self, element: Element, sheet: Sheet, left: float, top: float, width: float,
        ha: str = "left",
    ) -> None:  # fmt: skip
        """Write the lines as the content of an element that there is already."""
        place = {"left": left, "right": left + width}[ha]
        lines = self._lines(width)
        words: list[Artist] = [
            sheet.text(
                # Copied text would otherwise run the last word into the next line's first.
                line if ha == "right" or number == len(lines) - 1 else f"{line} ",
                place,
                top + number * self.size * LEADING,
                size=self.size,
                bold=self.bold,
                colour=QUIET if self.quiet else INK,
                ha=ha,
            )
            for number, line in enumerate(lines)
        ]
        sheet.put(element, words)

    def _lines(self, width: float) -> list[str]:
        return wrap(self.text, width, self.size, bold=self.bold)


def heading(text: str) -> Paragraph:
    """Return the heading of a part."""
    return Paragraph(text, size=10, bold=True, tag="H2")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its name above and a line below."""

    label: str
    figure: str
    caption: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts side by side in equal columns."""

    facts: Sequence[Fact]
    gap: float = 12

    def height(self, width: float) -> float:
        """Return the height of the highest."""
        column = self._column(width)
        return max(sum(part.height(column) for part in _parts(fact)) for fact in self.facts)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Write them."""
        column = self._column(width)
        for number, fact in enumerate(self.facts):
            at = top
            for part in _parts(fact):
                part.draw(sheet, left + number * (column + self.gap), at, column)
                at += part.height(column)

    def _column(self, width: float) -> float:
        return (width - self.gap * (len(self.facts) - 1)) / len(self.facts)


def _parts(fact: Fact) -> tuple[Paragraph, ...]:
    large = Paragraph(fact.figure, size=15 if len(fact.figure) <= 12 else 10, bold=True)
    return (
        Paragraph(fact.label, size=7.5, quiet=True),
        large,
        Paragraph(fact.caption, size=7.5, quiet=True),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with headings; the first column takes the width that the others leave, and wraps."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    size: float = 8
    left_columns: frozenset[int] = frozenset({0})
    """Columns of words; the others are numbers and stand at the right."""
    wide: frozenset[int] = frozenset({0})
    """Columns that share the width left over."""

    def height(self, width: float) -> float:
        """Return the height of all rows, each as high as its highest cell."""
        columns = self._columns(width)
        return sum(self._row_height(row, columns) for row in (self.headers, *self.rows))

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Write the rows with a line above each."""
        columns = self._columns(width)
        table = sheet.root.add("Table")
        for number, row in enumerate((self.headers, *self.rows)):
            if number:
                sheet.rule(left, left + width, top)
            line = table.add("TR")
            at = left
            for place, (text, column) in enumerate(zip(row, columns, strict=True)):
                cell = line.add("TD" if number else "TH")
                self._cell(text, number).draw_as(
                    cell, sheet, at, top + 1.5, column - GUTTER,
                    "left" if place in self.left_columns else "right",
                )  # fmt: skip
                at += column
            top += self._row_height(row, columns)

    def _cell(self, text: str, number: int) -> Paragraph:
        return Paragraph(text, size=self.size if number else 7.5, quiet=not number)

    def _row_height(self, row: Sequence[str], columns: Sequence[float]) -> float:
        number = 0 if row is self.headers else 1
        return 3 + max(
            self._cell(text, number).height(column - GUTTER)
            for text, column in zip(row, columns, strict=True)
        )

    def _columns(self, width: float) -> list[float]:
        """Return the widths: numbers as wide as they are, words share what is left."""
        wanted = [
            max(text_width(row[place], self.size, BUNDLED) for row in (self.headers, *self.rows))
            + GUTTER
            # So that a number as wide as its column does not wrap for want of a rounding.
            + 0.5
            for place in range(len(self.headers))
        ]
        narrow = [
            min(wish, width / len(self.headers)) if place not in self.wide else 0.0
            for place, wish in enumerate(wanted)
        ]
        # A heading of several words may wrap, but a number may not.
        left = max(width - sum(narrow), 40.0)
        share = sum(wanted[place] for place in self.wide)
        return [
            left * wanted[place] / share if place in self.wide else narrow[place]
            for place in range(len(wanted))
        ]


GUTTER = 8.0
"""Points between columns."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of a fixed height, with words for those who cannot see it."""

    points: float
    alt: str
    paint: Callable[[Figure, Box], Sequence[Panel]]
    """Draws into the box of the figure and returns the panels that it made."""

    def height(self, _width: float) -> float:
        """Return its height."""
        return self.points

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw it as one figure of the document."""
        box = Box(left, sheet.paper.height - top - self.points, width, self.points)
        panels = self.paint(sheet.figure, box)
        sheet.put(sheet.root.add("Figure", self.alt), [panel.axes for panel in panels])


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks that stay together."""

    blocks: Sequence[Block]
    between: float = 3

    def height(self, width: float) -> float:
        """Return the height of all."""
        return sum(block.height(width) for block in self.blocks) + self.between * (
            len(self.blocks) - 1
        )

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw one below the other."""
        for block in self.blocks:
            block.draw(sheet, left, top, width)
            top += block.height(width) + self.between


@dataclass(frozen=True, slots=True)
class Columns:
    """Two blocks side by side; ``share`` is the part of the left one."""

    left: Block
    right: Block
    share: float = 0.5
    gap: float = 22

    def height(self, width: float) -> float:
        """Return the height of the higher one."""
        first, second = self._widths(width)
        return max(self.left.height(first), self.right.height(second))

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw both from the same top."""
        first, second = self._widths(width)
        self.left.draw(sheet, left, top, first)
        self.right.draw(sheet, left + first + self.gap, top, second)

    def _widths(self, width: float) -> tuple[float, float]:
        free = width - self.gap
        return free * self.share, free * (1 - self.share)


@dataclass(frozen=True, slots=True)
class Field:
    """A name with a line to write on."""

    label: str
    text: str = ""

    def height(self, width: float) -> float:
        """Return the height of its line, or of several where the name is long."""
        return Paragraph(self._said()).height(width) + 4

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Write the name and draw the line."""
        said = self._said()
        Paragraph(said).draw(sheet, left, top, width)
        start = left + text_width(said, BODY, BUNDLED, bold_weight(BUNDLED)) + 4
        if start < left + width:
            sheet.rule(start, left + width, top + BODY * LEADING + 1, INK)

    def _said(self) -> str:
        return f"{self.label} {self.text}" if self.text else self.label
