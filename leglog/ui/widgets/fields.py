"""Fields to fill in: check box, choice, search, and text with its trouble."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTimeEdit,
    QWidget,
)

from leglog.i18n import _, pgettext
from leglog.ui.icons import pixmap
from leglog.ui.localized import from_qdate, to_qdate
from leglog.ui.theme import current_theme
from leglog.ui.widgets.text import native_key, restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent, QWheelEvent


_BEFORE_WORDS, _LEAST_WORDS = 26, 160
"""Pixels of the design: what the box takes, and the width in which words are broken at least."""
_WRAPPED = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap


class CheckBox(QCheckBox):
    """A box with a tick in the accent colour, and words that toggle it too.

    Where the words have no room in one line they take more of them.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if text:
            # With a fixed height a layout would not ask how high the words are.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        if not self.text():
            return QSize(theme.px(24), theme.px(24))
        width = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(width + theme.px(_BEFORE_WORDS + 2), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), current_theme().px(_LEAST_WORDS)), whole.height())

    def heightForWidth(self, width: int) -> int:
        theme = current_theme()
        room = QRect(0, 0, width - theme.px(_BEFORE_WORDS), 0)
        needed = self.fontMetrics().boundingRect(room, _WRAPPED.value, self.text()).height()
        one_line = self.fontMetrics().height()
        return theme.px(24) + max(0, needed - one_line)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side = theme.px(18)
        left = 0 if self.text() else (self.width() - side) // 2
        # Beside several lines of words it stands at the first.
        top = (self.height() - self.heightForWidth(self.width())) // 2
        box = QRect(left, top + (theme.px(24) - side) // 2, side, side)
        paint_check_box(painter, box, on=self.isChecked(), enabled=self.isEnabled())
        if self.text():
            painter.setPen(theme.colour("text" if self.isEnabled() else "text_disabled"))
            place = self.rect().adjusted(theme.px(_BEFORE_WORDS), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter.value | _WRAPPED.value
            painter.drawText(place, flags, self.text())


def paint_check_box(painter: QPainter, box: QRect, *, on: bool, enabled: bool = True) -> None:
    """Paint a check box into ``box``; delegates of tables use it too."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = "accent" if on else "control_border"
    painter.setPen(QPen(theme.colour(edge if enabled else "border"), 1))
    fill = "accent" if on else "surface"
    painter.setBrush(theme.colour(fill if enabled else "surface_alt"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3))
    if on:
        colour = "on_accent" if enabled else "text_disabled"
        painter.drawPixmap(box.adjusted(2, 2, -2, -2), pixmap("check", colour, 14))
    painter.restore()


class ComboBox(QComboBox):
    """A choice of one of several; ``set_options`` and ``value`` speak of values, not of rows."""

    chosen = Signal(str)
    """The person chose the option of this value."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        value: str | None = None,
        *,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        if small:
            self.setProperty("room", "small")
        self.set_options(options, value)
        self.activated.connect(lambda _row: self.chosen.emit(self.value))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt names it so
        """Say what is chosen here ('Group by')."""
        super().setAccessibleName(name)
        if sys.platform == "linux":
            # There Qt gives the chosen option as the name, so this one would never be heard.
            self.setAccessibleDescription(name)

    def set_options(self, options: Sequence[tuple[str, str]], value: str | None = None) -> None:
        """Offer pairs of a value and its words; keep the value if it is offered again."""
        keep = self.value if value is None else value
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.set_value(keep)

    @property
    def value(self) -> str:
        """The value of the chosen option, or an empty text."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: str) -> None:
        """Choose the option of this value without telling anyone; the first if there is none."""
        self.setCurrentIndex(max(0, self.findData(value)) if self.count() else -1)

    def width_of_choice(self) -> int:
        """Return the width in pixels in which the chosen option can be read whole."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        words = option.fontMetrics.horizontalAdvance(self.currentText())
        return words + self.width() - self._room(option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; it must not change a choice that it passes over.
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        words, dots = option.currentText, Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(words, dots, self._room(option))

    def _room(self, option: QStyleOptionComboBox) -> int:
        """Return the width for the words: less than a pixel too few is no reason for dots."""
        box, words = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(box, option, words, self).width() - 1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        size = theme.px(16)
        corner = QPoint(self.width() - size - theme.px(8), (self.height() - size) // 2)
        colour = "text" if self.isEnabled() else "text_disabled"
        QPainter(self).drawPixmap(
            QRect(corner, QSize(size, size)), pixmap("chevron_down", colour, 16)
        )


class LineEdit(QLineEdit):
    """A field that can show its trouble with a frame and in words."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        if small:
            self.setProperty("room", "small")

    def set_trouble(self, sentence: str) -> None:
        """Mark what was typed as not usable and say why; an empty sentence takes it back."""
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.setProperty("trouble", "true" if sentence else "false")
        restyle(self)


class DateField(QDateEdit):
    """A date in the order of this country; Up and Down change the part under the cursor."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(pgettext("date pattern", "ddd d MMM yyyy"))
        _spread(self)

    @property
    def day(self) -> dt.date:
        """The day that is shown."""
        return from_qdate(self.date())

    def set_day(self, day: dt.date) -> None:
        """Show ``day``."""
        self.setDate(to_qdate(day))


class TimeField(QTimeEdit):
    """A time of day as this country writes it; Up and Down change the part under the cursor."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        _spread(self)

    @property
    def time_of_day(self) -> dt.time:
        """The time that is shown."""
        return dt.time(self.time().hour(), self.time().minute())

    def set_time_of_day(self, time: dt.time) -> None:
        """Show ``time``."""
        self.setTime(QTime(time.hour, time.minute))


class NumberField(QSpinBox):
    """A whole number between limits; Up and Down change it."""

    def __init__(
        self, lowest: int, highest: int, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(lowest, highest)
        _spread(self)


def _spread(field: QAbstractSpinBox) -> None:
    """Give the text room: the style sheet's padding does not reach into these fields."""
    edge = current_theme().px(8)
    field.lineEdit().setTextMargins(edge, 0, edge, 0)
    # The style sheet hides the arrows, yet Qt counts a fifth of the width for them.
    symbols = field.buttonSymbols()
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    field.setMinimumWidth(field.sizeHint().width() + 2 * edge)
    field.setButtonSymbols(symbols)
    field.setKeyboardTracking(False)


class SearchField(LineEdit):
    """A search field; Esc empties it, Down goes into what was found."""

    went_down = Signal()

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        shortcut: str = "Ctrl+F",
        parent: QWidget | None = None,
    ) -> None:
        placeholder = placeholder or _("Search")
        shown = f"{placeholder} {native_key(shortcut)}" if shortcut else placeholder
        super().__init__(shown, name=name or placeholder, parent=parent)
        self.setClearButtonEnabled(True)
        self._make_room()
        if (clear := self.findChild(QAction, "_q_qlineeditclearaction")) is not None:
            clear.setText(_("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # An icon that Qt places there itself does not grow with the text.
        theme = current_theme()
        size = theme.px(16)
        sign = QRect(theme.px(12), (self.height() - size) // 2, size, size)
        QPainter(self).drawPixmap(sign, pixmap("search", "text", 16))

    def _make_room(self) -> None:
        self.setTextMargins(current_theme().px(24), 0, 0, 0)
