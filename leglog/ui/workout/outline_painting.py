"""Paints the rows of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.workout.outline_model import OutlineModel, SectionEntry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.widgets.table_model import AnyIndex

ROW = 26
TICK = 14
DOT = 7
MOST_DOTS = 6
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OutlineDelegate(QStyledItemDelegate):
    """Paints sections with a count and exercises with a dot a set."""

    def __init__(self, view: QListView, model: OutlineModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(current_theme().px(120), current_theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a section with its count, or an exercise with its dots."""
        entry, place = self._model.entry(index.row()), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, SectionEntry):
            _paint_section(painter, place, entry)
        else:
            current = self._view.currentIndex() == index
            _paint_block(painter, place, entry, current=current)
            ends = self._model.bracket(entry)
            if ends is not None:
                _paint_bracket(painter, place, *ends)
            if current and self._view.hasFocus():
                painter.setPen(QPen(current_theme().colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()


def _paint_section(painter: QPainter, place: QRect, entry: SectionEntry) -> None:
    theme = current_theme()
    place.adjust(theme.px(12), theme.px(4), -theme.px(12), 0)
    painter.setFont(theme.small_font(bold=True))
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, labels.section(entry.section))
    painter.setFont(theme.small_font())
    words = _("{done} of {count}").format(done=entry.complete, count=entry.count)
    painter.drawText(place, _AT_RIGHT, words)
    if entry.complete == entry.count:
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        _paint_tick(painter, place.adjusted(0, 0, -width - 8, 0))


def _paint_block(painter: QPainter, place: QRect, block: ExerciseBlock, *, current: bool) -> None:
    theme = current_theme()
    if current:
        painter.fillRect(place, theme.colour("accent_tint"))
        painter.fillRect(
            QRect(place.topLeft(), QSize(theme.px(3), place.height())), theme.colour("accent")
        )
    inside = place.adjusted(theme.px(24), 0, -theme.px(12), 0)
    complete = block.is_complete
    width = _paint_state(painter, inside, block)
    font = theme.font(Role.BODY, bold=current)
    font.setStrikeOut(block.skipped)
    painter.setFont(font)
    painter.setPen(theme.colour("text_muted" if complete and not current else "text"))
    inside.adjust(0, 0, -width - theme.px(8), 0)
    name = QFontMetrics(font).elidedText(block.name, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, name)


def _paint_bracket(painter: QPainter, place: QRect, first: bool, last: bool) -> None:
    """Paint the part of a superset's bracket that stands beside one of its exercises."""
    theme = current_theme()
    left, right = place.left() + theme.px(13), place.left() + theme.px(19)
    middle = place.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour("text_muted"), 2))
    painter.drawLine(
        left, middle if first else place.top(), left, middle if last else place.bottom()
    )
    if first or last:
        painter.drawLine(left, middle, right, middle)


def _paint_state(painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
    """Paint a tick, or a dot for each set; return the width used."""
    if block.skipped:
        return 0
    if block.is_complete:
        return _paint_tick(painter, place)
    if len(block.sets) > MOST_DOTS:
        return _paint_count(painter, place, block)
    return _paint_dots(painter, place, block)


def _paint_count(painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
    theme, words = current_theme(), f"{block.done}/{len(block.sets)}"
    painter.setFont(theme.small_font())
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(place, _AT_RIGHT, words)
    return QFontMetrics(painter.font()).horizontalAdvance(words)


def _paint_dots(painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
    theme = current_theme()
    step = theme.px(DOT + 3)
    for number, row in enumerate(reversed(block.sets)):
        centre = QPointF(place.right() - number * step - DOT / 2, place.center().y() + 0.5)
        painter.setPen(QPen(theme.colour("accent" if row.done else "control_border"), 1))
        painter.setBrush(QBrush(theme.colour("accent")) if row.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, theme.px(DOT) / 2, theme.px(DOT) / 2)
    return step * len(block.sets)


def _paint_tick(painter: QPainter, place: QRect) -> int:
    """Paint a tick at the right end; return the width used."""
    size = current_theme().px(TICK)
    spot = QRect(place.right() - size, place.center().y() - size // 2, size, size)
    painter.drawPixmap(spot, pixmap("check", "success", TICK))
    return size
