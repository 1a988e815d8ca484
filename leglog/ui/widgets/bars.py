"""Horizontal bars: shares by row, and how much of something is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: ``share`` and ``before`` are parts of the full length, 0 to 1."""

    label: str
    share: float
    text: str
    """The number at the right end, with its unit."""
    colour: str
    before: float | None = None
    """A thin grey bar below for comparison, or None."""
    text_before: str = ""


class BarRow(QWidget):
    """A label, a bar on its track and a number."""

    def __init__(self, bar: Bar, columns: BarColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar, self._columns = bar, columns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = f"{bar.label}, {bar.text}"
        self.setAccessibleName(f"{said}, {bar.text_before}" if bar.text_before else said)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(220), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(self._columns.label + self._columns.text + theme.px(60), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, bar, columns = current_theme(), self._bar, self._columns
        painter = QPainter(self)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, bar.label)
        left = columns.label + theme.px(12)
        right = self.width() - columns.text - columns.before - theme.px(9)
        height = theme.px(10)
        track = QRect(left, (self.height() - height) // 2, max(0, right - left), height)
        if bar.before is not None:
            track.adjust(0, -theme.px(1), 0, theme.px(3))
        painter.fillRect(track, theme.colour("chart_grid"))
        thick = QRect(track.topLeft(), QSize(_part(track, bar.share), height))
        painter.fillRect(thick, bar.colour)
        if bar.before is not None:
            thin = QRect(track.left(), thick.bottom() + 1, _part(track, bar.before), theme.px(4))
            painter.fillRect(thin, theme.colour("previous"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if bar.text_before:
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(self.rect(), flags, bar.text_before)
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font(Role.STRONG))
        painter.drawText(self.rect().adjusted(0, 0, -columns.before, 0), flags, bar.text)


@dataclass(frozen=True, slots=True)
class BarColumns:
    """The widths that all rows share, in pixels of the screen."""

    label: int
    text: int
    before: int


class ShareBars(QWidget):
    """Bars below each other with aligned columns."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[BarRow] = []

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show ``bars`` instead of what was there."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        columns = _columns(bars)
        self._rows = [BarRow(bar, columns) for bar in bars]
        for row in self._rows:
            self._column.addWidget(row)


class Meter(QWidget):
    """How much is done of a whole, as a thin bar."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def set_share(self, share: float, words: str = "") -> None:
        """Show ``share``, 0 to 1; ``words`` says it to screen readers ('4 of 18 sets')."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(120), theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("chart_grid"))
        done = QRect(0, 0, _part(self.rect(), self._share), self.height())
        painter.fillRect(done, theme.colour("accent"))


def _part(track: QRect, share: float) -> int:
    return round(track.width() * min(max(share, 0.0), 1.0))


def _columns(bars: Sequence[Bar]) -> BarColumns:
    theme = current_theme()
    plain, bold = QFontMetrics(theme.font()), QFontMetrics(theme.font(Role.STRONG))
    before = max((plain.horizontalAdvance(bar.text_before) for bar in bars), default=0)
    return BarColumns(
        label=max((plain.horizontalAdvance(bar.label) for bar in bars), default=0),
        text=max((bold.horizontalAdvance(bar.text) for bar in bars), default=0),
        before=before + theme.px(12) if before else 0,
    )
