"""A row of choices of which exactly one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.focus_ring import AROUND
from leglog.ui.widgets.tab_stop import make_tab_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent


class SegmentedControl(QWidget):
    """Choices side by side; one tab stop, arrows change.

    ``options`` are pairs of a value and its words. The first is chosen unless ``value`` is given.
    """

    chosen = Signal(str)
    """The person chose the option of this value."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        value: str | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._segments: dict[str, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_options(options, value)

    def set_options(self, options: Sequence[tuple[str, str]], value: str | None = None) -> None:
        """Offer other options."""
        for old in self._segments.values():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        self._segments = {}
        for number, (key, words) in enumerate(options):
            segment = _Segment(key, words, self)
            segment.is_last = number == len(options) - 1
            self._segments[key] = segment
            self._group.addButton(segment)
            self._row.addWidget(segment)
        if options:
            self.set_value(options[0][0] if value is None else value)

    @property
    def value(self) -> str:
        """The value of the chosen option."""
        checked = self._group.checkedButton()
        return checked.key if isinstance(checked, _Segment) else ""

    def set_value(self, value: str) -> None:
        """Choose the option of this value, without telling anyone; KeyError if there is none."""
        self._segments[value].setChecked(True)
        self._stop_at(self._segments[value])
        self.update()

    def set_words(self, value: str, words: str) -> None:
        """Write something else on one option ('To check 2')."""
        self._segments[value].setText(words)
        self._segments[value].updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape.addRoundedRect(whole, theme.px(4), theme.px(4))
        painter.fillPath(shape, theme.colour("surface"))
        painter.save()
        painter.setClipPath(shape)
        for segment in self._segments.values():
            place = segment.geometry()
            if segment.isChecked():
                name = "accent" if self.isEnabled() else "border"
                painter.fillRect(place, theme.colour(name))
            elif segment.underMouse():
                painter.fillRect(place, theme.colour("accent_tint"))
            if not segment.is_last:
                painter.fillRect(place.right(), 0, 1, place.height(), theme.colour("border"))
        painter.restore()
        painter.setPen(QPen(theme.colour("control_border"), 1))
        painter.drawPath(shape)

    def _stop_at(self, chosen: _Segment) -> None:
        make_tab_stop(chosen, self._segments.values())
        self.setFocusProxy(chosen)

    def _tell(self, segment: QRadioButton) -> None:
        if isinstance(segment, _Segment):
            self._stop_at(segment)
            self.update()
            self.chosen.emit(segment.key)


class _Segment(QRadioButton):
    """One choice: native role and focus; the control paints its ground."""

    def __init__(self, key: str, words: str, control: SegmentedControl) -> None:
        super().__init__(words, control)
        self.key = key
        self._control = control
        self.is_last = False
        self.setProperty(AROUND, "parent")
        self.toggled.connect(lambda _on: control.update())

    def sizeHint(self) -> QSize:
        theme = current_theme()
        # Bold is wider: the width must not jump when the choice moves.
        metrics = QFontMetrics(theme.font(Role.BODY, bold=True))
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(width + theme.px(24), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def event(self, event: QEvent) -> bool:
        if event.type() in (event.Type.Enter, event.Type.Leave):
            self._control.update()
        elif event.type() is event.Type.FocusIn:
            # The name of the whole is said with the choice: 'Monday', 'Week starts on'.
            self.setAccessibleDescription(self._control.accessibleName())
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(Role.BODY, bold=self.isChecked()))
        colour = "on_accent" if self.isChecked() else "text"
        painter.setPen(theme.colour(colour if self.isEnabled() else "text_disabled"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(self.rect(), flags, self.text())
