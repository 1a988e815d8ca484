"""Text and boxes flowing over the pages of a PDF or a printer.

Everything is measured in millimetres of the paper, and text is drawn as text, so that it can be
selected and searched in a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MM_PER_INCH = 25.4
MARGIN_MM = 15.0
FOOT_MM = 9.0
INK = QColor("#1b1f23")
FAINT_INK = QColor("#5b646d")
LINE_INK = QColor("#8a939b")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never cut: its height in mm, and how it is drawn at a point of the page (in mm)."""

    height: float
    draw: Callable[[Pen, float, float], None]


Block = tuple[Piece, ...]
"""Pieces kept on one page wherever one page can hold them."""


class Pen:
    """Draws on a device in millimetres; ``width`` and ``height`` are those between the margins."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self._unit = device.logicalDpiX() / MM_PER_INCH
        area = device.pageLayout().paintRect(device.pageLayout().units().Millimeter)
        self.width, self.height = area.width(), area.height()
        self._painter: QPainter | None = None

    def begin(self) -> bool:
        """Start to draw; False where the device takes nothing, such as a folder without access."""
        painter = QPainter()
        if not painter.begin(self._device):
            return False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        return True

    def end(self) -> bool:
        """Finish; False where the last of it could not be written."""
        return self._painter is not None and self._painter.end()

    def new_page(self) -> bool:
        """Go on with the next page."""
        return self._device.newPage()

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Return the program's font in a size of the paper."""
        font = QFont(QApplication.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        return font

    def lines(self, text: str, width: float, font: QFont) -> list[str]:
        """Break ``text`` into lines of at most ``width`` mm; a long word is broken as well."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        broken: list[str] = []
        for paragraph in text.splitlines() or [""]:
            layout = QTextLayout(paragraph, font, self._device)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width * self._unit)
                start = line.textStart()
                broken.append(paragraph[start : start + line.textLength()].rstrip())
            layout.endLayout()
        return broken

    def line_height(self, font: QFont) -> float:
        """Return the height of a line in mm."""
        return QFontMetricsF(font, self._device).lineSpacing() / self._unit

    def text_width(self, text: str, font: QFont) -> float:
        """Return the width of a line in mm."""
        return QFontMetricsF(font, self._device).horizontalAdvance(text) / self._unit

    def text(self, x: float, y: float, text: str, font: QFont, ink: QColor = INK) -> None:
        """Write one line with its upper left corner at a point."""
        painter = self._drawing()
        painter.setFont(font)
        painter.setPen(ink)
        ascent = QFontMetricsF(font, self._device).ascent()
        painter.drawText(QPointF(x * self._unit, y * self._unit + ascent), text)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw an empty box to write into."""
        painter = self._drawing()
        painter.setPen(QPen(LINE_INK, 0.25 * self._unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        unit = self._unit
        painter.drawRect(QRectF(x * unit, y * unit, width * unit, height * unit))

    def line(self, x: float, y: float, to_x: float, to_y: float, *, thick: bool = False) -> None:
        """Draw a line."""
        painter, unit = self._drawing(), self._unit
        painter.setPen(QPen(INK if thick else LINE_INK, (0.5 if thick else 0.25) * unit))
        painter.drawLine(QPointF(x * unit, y * unit), QPointF(to_x * unit, to_y * unit))

    def _drawing(self) -> QPainter:
        if self._painter is None:
            msg = "nothing can be drawn before begin()"
            raise RuntimeError(msg)
        return self._painter


def text_pieces(
    pen: Pen, text: str, points: float, *, bold: bool = False, faint: bool = False, left: float = 0
) -> Block:
    """Return ``text`` as pieces of a line each, ``left`` mm from the margin."""
    font = pen.font(points, bold=bold)
    ink = FAINT_INK if faint else INK
    height = pen.line_height(font)

    def piece(line: str) -> Piece:
        return Piece(height, lambda pen, x, y: pen.text(x + left, y, line, font, ink))

    return tuple(piece(line) for line in pen.lines(text, pen.width - left, font))


def space(height: float) -> Piece:
    """Return some room, in mm."""
    return Piece(height, lambda _pen, _x, _y: None)


def pages_of(blocks: Iterable[Block], height: float) -> list[Block]:
    """Spread blocks over pages of ``height`` mm; a block breaks only where no page can hold it."""
    pages: list[list[Piece]] = [[]]
    free = height
    for block in blocks:
        whole = sum(piece.height for piece in block)
        if whole > free and pages[-1] and whole <= height:
            pages.append([])
            free = height
        for piece in block:
            if piece.height > free and pages[-1]:
                pages.append([])
                free = height
            pages[-1].append(piece)
            free -= piece.height
    return [tuple(page) for page in pages]


def draw_pages(
    device: QPagedPaintDevice,
    blocks: Callable[[Pen], Sequence[Block]],
    foot: Callable[[int, int], tuple[str, str]],
) -> bool:
    """Draw what ``blocks`` gives on as many pages as it takes; False where it failed.

    ``foot`` is given the page and the number of pages and returns the texts of the foot: at the
    left and at the right.
    """
    pen = Pen(device)
    if not pen.begin():
        return False
    pages = pages_of(blocks(pen), pen.height - FOOT_MM)
    for number, page in enumerate(pages, start=1):
        if number > 1 and not pen.new_page():
            pen.end()
            return False
        y = 0.0
        for piece in page:
            piece.draw(pen, 0.0, y)
            y += piece.height
        _draw_foot(pen, *foot(number, len(pages)))
    return pen.end()


def _draw_foot(pen: Pen, left: str, right: str) -> None:
    font = pen.font(7.5)
    y = pen.height - pen.line_height(font)
    width = pen.text_width(right, font)
    first = pen.lines(left, pen.width - width - 5, font)[0]
    pen.text(0, y, first, font, FAINT_INK)
    pen.text(pen.width - width, y, right, font, FAINT_INK)
