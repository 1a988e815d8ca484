"""Paints the heading of an exercise in the set sheet, with the way to log it as planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from leglog.i18n import _
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import native_key
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.past_words import top_in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.sheet_model import SheetModel

PADDING = 8
MENU_WIDTH = 44
"""The right end of the heading, which opens the exercise's menu."""
_GAP, _BUTTON_HEIGHT = 10, 26
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ExerciseHeading:
    """Tick, name, plan and note; on the current exercise what Ctrl+D does, as a button."""

    def __init__(self, model: SheetModel) -> None:
        self._model = model

    def paint(self, painter: QPainter, place: QRect, block: ExerciseBlock, *, now: bool) -> None:
        """Paint the heading into ``place``; ``now`` says that the cursor is in the exercise."""
        theme = current_theme()
        left = self._paint_name(painter, place, block)
        room = place.adjusted(left - place.left(), 0, -theme.px(MENU_WIDTH), 0)
        button = self.button(place, block) if now else None
        if button is not None:
            _paint_button(painter, button)
            room.setRight(button.left() - theme.px(_GAP))
        room.adjust(0, 0, -self._paint_record(painter, room, block), 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(room, _MIDDLE, _short(painter.font(), self._about(block), room.width()))
        size = theme.px(16)
        dots = QRect(place.right() - theme.px(28), place.center().y() - size // 2, size, size)
        painter.drawPixmap(dots, pixmap("more", "text", 16))

    def button(self, place: QRect, block: ExerciseBlock) -> QRect | None:
        """Return where 'Done as planned' stands; None where nothing is left or it has no room."""
        if block.skipped or not block.sets or block.is_complete:
            return None
        theme = current_theme()
        icon, said, key = _button_widths()
        width = icon + said + key + 2 * theme.px(9)
        used = self._name_left(place, block) - place.left() + self._name_width(block)
        if used + width + theme.px(MENU_WIDTH + _GAP) > place.width():
            return None
        height = theme.px(_BUTTON_HEIGHT)
        left = place.right() - theme.px(MENU_WIDTH) - width
        return QRect(left, place.center().y() - height // 2, width, height)

    def _paint_name(self, painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
        """Paint tick, place in the superset and name; return where the name and a gap end."""
        theme = current_theme()
        left = place.left() + theme.px(PADDING)
        if _is_ticked(block):
            size = theme.px(16)
            tick = QRect(left, place.center().y() - size // 2, size, size)
            painter.drawPixmap(tick, pixmap("check", "success", 16))
            left += theme.px(26)
        if label := self._model.superset_label(block):
            painter.setFont(theme.font(Role.STRONG))
            painter.setPen(theme.colour("accent"))
            painter.drawText(place.adjusted(left - place.left(), 0, 0, 0), _MIDDLE, label)
        left = self._name_left(place, block)
        font = theme.font(Role.EXERCISE)
        font.setStrikeOut(block.skipped)
        painter.setFont(font)
        painter.setPen(theme.colour("text_muted" if block.skipped else "text"))
        room = place.adjusted(left - place.left(), 0, -theme.px(MENU_WIDTH), 0)
        name = _short(font, block.name, room.width())
        painter.drawText(room, _MIDDLE, name)
        return left + QFontMetrics(font).horizontalAdvance(name) + theme.px(_GAP)

    def _name_left(self, place: QRect, block: ExerciseBlock) -> int:
        theme = current_theme()
        left = place.left() + theme.px(PADDING) + (theme.px(26) if _is_ticked(block) else 0)
        if label := self._model.superset_label(block):
            metrics = QFontMetrics(theme.font(Role.STRONG))
            left += metrics.horizontalAdvance(label) + theme.px(8)
        return left

    def _name_width(self, block: ExerciseBlock) -> int:
        return QFontMetrics(current_theme().font(Role.EXERCISE)).horizontalAdvance(block.name)

    def _paint_record(self, painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
        """Paint a new best, or that all sets were full, at the right end; return the width used."""
        theme, text = current_theme(), self._model.record_words(block) or top_in_words(block)
        if not text:
            return 0
        painter.setFont(theme.small_font())
        painter.setPen(theme.colour("success"))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
        width = QFontMetrics(painter.font()).horizontalAdvance(text)
        size = theme.px(14)
        spot = QRect(place.right() - width - size - 6, place.center().y() - size // 2, size, size)
        painter.drawPixmap(spot, pixmap("record", "success", 14))
        return width + size + theme.px(18)

    def _about(self, block: ExerciseBlock) -> str:
        if block.skipped:
            reason = block.skip_reason
            return _("skipped: {reason}").format(reason=reason) if reason else _("skipped")
        parts = [words.plan(block, self._model.unit)]
        if block.felt_score is not None:
            parts.append(_("felt {score}").format(score=block.felt_score))
        if block.note:
            parts.append(block.note)
        return " · ".join(part for part in parts if part)


def _is_ticked(block: ExerciseBlock) -> bool:
    return bool(block.sets) and block.is_complete and not block.skipped


def _button_widths() -> tuple[int, int, int]:
    """Return the room for the tick, the words and the key, each with its gap."""
    theme = current_theme()
    said = QFontMetrics(theme.small_font()).horizontalAdvance(_("Done as planned"))
    key = QFontMetrics(theme.font(Role.CAPTION)).horizontalAdvance(native_key("Ctrl+D"))
    return theme.px(16 + 8), said, key + theme.px(10)


def _paint_button(painter: QPainter, place: QRect) -> None:
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("control_border"), 1))
    painter.setBrush(theme.colour("surface"))
    edge = theme.px(4)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), edge, edge)
    icon = _button_widths()[0]
    size, left = theme.px(16), place.left() + theme.px(9)
    tick = QRect(left, place.center().y() - size // 2, size, size)
    painter.drawPixmap(tick, pixmap("check", "text", 16))
    painter.setFont(theme.small_font())
    painter.setPen(theme.colour("text"))
    inside = place.adjusted(theme.px(9) + icon, 0, -theme.px(9), 0)
    painter.drawText(inside, _MIDDLE, _("Done as planned"))
    painter.setFont(theme.font(Role.CAPTION))
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(inside, Qt.AlignmentFlag.AlignRight | _MIDDLE, native_key("Ctrl+D"))
    painter.restore()


def _short(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
