"""The dialog with the templates: choosing one makes a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from leglog.i18n import _
from leglog.ui.routines import words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from leglog.services.routine_templates import TemplateView

WIDTH_PX = 760
CARD_PX = 138


class TemplatesSheet(Sheet):
    """Cards side by side; Enter or a double click uses the chosen one."""

    template_chosen = Signal(str)

    def __init__(self, templates: Sequence[TemplateView], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Templates"),
            _("You get a copy; you can change every exercise later."),
            width=WIDTH_PX,
            parent=parent,
        )
        theme = current_theme()
        scroll = ScrollPage(margin=4)
        grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        self._group = QButtonGroup(self)
        self.cards = [TemplateCard(template) for template in sorted(templates, key=_rank)]
        for number, card in enumerate(self.cards):
            self._group.addButton(card)
            grid.addWidget(card, number // 2, number % 2)
            # The style sheet's height for radio buttons goes before the cards' own hint.
            grid.setRowMinimumHeight(number // 2, theme.px(CARD_PX))
            card.double_clicked.connect(self._use)
        scroll.body.addLayout(grid)
        scroll.body.setContentsMargins(theme.px(4), theme.px(4), theme.px(10), theme.px(4))
        self.body.addWidget(scroll, 1)
        if self.cards:
            self.cards[0].setChecked(True)
            self.cards[0].setFocus()
        self.add_button(_("Cancel"), self.reject)
        self.add_button(
            _("Use this template"), self._use, kind=Kind.PRIMARY, shortcut="Enter", default=True
        )
        self.resize(theme.px(WIDTH_PX), theme.px(620))

    def _use(self) -> None:
        card = self._group.checkedButton()
        if isinstance(card, TemplateCard):
            self.accept()
            self.template_chosen.emit(card.template_id)


class TemplateCard(QRadioButton):
    """One template; arrows go from card to card."""

    double_clicked = Signal()

    def __init__(self, template: TemplateView) -> None:
        super().__init__(template.name)
        self.template_id = template.id
        self._template = template
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._facts = words.template_facts(template)
        self._where = f"{words.level(template.level)} · {words.place(template.place)}"
        self._exercises = words.template_exercises(template.exercises)
        self.setAccessibleDescription(
            ". ".join((self._facts, self._where, template.description, self._exercises))
        )
        self.setToolTip(self._exercises)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(340), theme.px(CARD_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(240), current_theme().px(CARD_PX))

    def hitButton(self, pos: object) -> bool:
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setChecked(True)
        self.double_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("accent_tint" if on else "surface"))
        painter.setPen(QPen(theme.colour("accent" if on else "border"), 2 if on else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_dot(painter)
        left, width = theme.px(40), self.width() - theme.px(52)
        y = theme.px(8)
        for text, role, colour, lines in (
            (self._template.name, Role.EXERCISE, "text", 1),
            (self._facts, Role.BODY, "text_muted", 1),
            (self._template.description, Role.CAPTION, "text", 2),
            (self._exercises, Role.CAPTION, "text_muted", 1),
            (self._where, Role.CAPTION, "text_muted", 1),
        ):
            font = theme.font(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            for line in _lines(text, metrics, width, lines):
                painter.drawText(left, y + metrics.ascent(), line)
                y += metrics.height()
            y += theme.px(3)

    def _paint_dot(self, painter: QPainter) -> None:
        theme = current_theme()
        side = theme.px(16)
        ring = QRectF(theme.px(13), theme.px(11), side, side)
        painter.setBrush(theme.colour("surface"))
        colour = theme.colour("accent" if self.isChecked() else "control_border")
        painter.setPen(QPen(colour, theme.px(5) if self.isChecked() else 1))
        inset = theme.px(5) / 2 if self.isChecked() else 0.5
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))


def _rank(template: TemplateView) -> tuple[bool, bool]:
    """Put whole workouts before warm-ups and cool-downs, and those for beginners first."""
    return not template.is_whole, template.level != "beginner"


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break ``text`` into at most ``most`` lines; the last one ends in an ellipsis if it must."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > width:
            count -= 1
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    if rest:
        last = " ".join(rest)
        lines.append(metrics.elidedText(last, Qt.TextElideMode.ElideRight, width))
    return lines
