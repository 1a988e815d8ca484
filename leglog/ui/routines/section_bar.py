"""The length of a routine as a bar, with a part for each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.i18n import _
from leglog.training.vocabulary import Section
from leglog.ui import labels, localized
from leglog.ui.routines import words
from leglog.ui.theme import Role, Theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from leglog.services.routine_reading import SectionView


class SectionBar(QWidget):
    """The parts of the time side by side, with their minutes and names below."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[SectionView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sections(self, sections: tuple[SectionView, ...]) -> None:
        """Show the sections that have anything in them."""
        self._parts = tuple(part for part in sections if part.duration_s)
        self.setAccessibleName(
            ", ".join(
                f"{labels.section(part.section)} {words.minutes(part.duration_s)}"
                for part in self._parts
            )
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(220), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        gap, height = theme.px(2), theme.px(10)
        whole = sum(part.duration_s for part in self._parts)
        if not whole:
            painter.fillRect(0, 0, self.width(), height, theme.colour("chart_grid"))
            return
        room = self.width() - gap * (len(self._parts) - 1)
        starts, left = [], 0
        for part in self._parts:
            width = max(theme.px(3), round(room * part.duration_s / whole))
            quiet = not part.section.is_work
            colour = theme.colour("accent")
            colour.setAlphaF(0.45 if quiet else 1.0)
            painter.fillRect(left, 0, width, height, colour)
            starts.append(left)
            left += width + gap
        self._paint_words(painter, theme, starts, height + theme.px(4))

    def _paint_words(
        self, painter: QPainter, theme: Theme, starts: Sequence[int], top: int
    ) -> None:
        """Write minutes and names, each below its part or as near to it as there is room."""
        strong, small = theme.font(Role.CAPTION, bold=True), theme.font(Role.CAPTION)
        gap = theme.px(5)
        texts, widths = self._fitting_texts(strong, small, gap)
        places = side_by_side(starts, widths, self.width(), gap)
        for (minutes, name), left, width in zip(texts, places, widths, strict=True):
            text = QRect(left, top, width + 1, theme.px(16))
            painter.setFont(strong)
            painter.setPen(theme.colour("text"))
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft, minutes)
            painter.setFont(small)
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(text.translated(0, theme.px(16)), Qt.AlignmentFlag.AlignLeft, name)

    def _fitting_texts(
        self, strong: QFont, small: QFont, gap: int
    ) -> tuple[list[tuple[str, str]], list[int]]:
        """Return minutes, names and widths; where they do not fit, short parts lose their names."""
        texts = [
            (localized.number(max(1, round(part.duration_s / 60))), _short(part.section))
            for part in self._parts
        ]
        shortest_first = sorted(range(len(texts)), key=lambda at: self._parts[at].duration_s)
        widths = [_width(text, strong, small) for text in texts]
        for at in shortest_first:
            if sum(widths) + gap * (len(widths) - 1) <= self.width():
                break
            texts[at] = (texts[at][0], "")
            widths[at] = _width(texts[at], strong, small)
        return texts, widths


def _width(text: tuple[str, str], strong: QFont, small: QFont) -> int:
    minutes, name = text
    below = QFontMetrics(small).horizontalAdvance(name)
    return max(QFontMetrics(strong).horizontalAdvance(minutes), below)


def side_by_side(starts: Sequence[int], widths: Sequence[int], room: int, gap: int) -> list[int]:
    """Return where texts go that would like to begin at ``starts`` without overlapping.

    They move right for those before them, and back to the left where the last would stick out.
    """
    places: list[int] = []
    free = 0
    for start, width in zip(starts, widths, strict=True):
        places.append(max(start, free))
        free = places[-1] + width + gap
    end = room
    for number in reversed(range(len(places))):
        places[number] = max(0, min(places[number], end - widths[number]))
        end = places[number] - gap
    return places


def _short(section: Section) -> str:
    if section is Section.COOL_DOWN:
        return _("Cool")
    return labels.section(section)
