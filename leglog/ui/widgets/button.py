"""Push buttons with an icon and their shortcut painted beside the text."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, Theme, current_theme
from leglog.ui.widgets.text import native_key, restyle


class Kind(StrEnum):
    """How much a button draws the eye; a screen has at most one primary button."""

    NORMAL = "normal"
    PRIMARY = "primary"
    QUIET = "quiet"
    """No frame, normal text."""
    LINK = "link"
    """No frame, text in the accent colour."""
    DANGER = "danger"


class Size(StrEnum):
    """The height of a button: 26, 32 or 40 pixels of the design."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


_HEIGHT = {Size.SMALL: 26, Size.NORMAL: 32, Size.LARGE: 40}
_PADDING = {Size.SMALL: 9, Size.NORMAL: 12, Size.LARGE: 20}
_FLUSH_PADDING = 2
"""What the frame of the focus needs on both sides of words that stand in line with others."""
_COLOUR = {Kind.PRIMARY: "on_accent", Kind.LINK: "accent", Kind.DANGER: "danger"}


class Button(QPushButton):
    """A button that shows which key does the same.

    ``shortcut`` is only painted: the menu action or the page listens for the key. ``text`` may
    hold a mnemonic ('&Resume').
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        shortcut: str = "",
        kind: Kind = Kind.NORMAL,
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._kind, self._size = icon, kind, size
        self._shortcut = native_key(shortcut)
        self._shows_key, self._flush = True, False
        self.setProperty("kind", kind.value)
        self.setProperty("room", size.value)
        self.setAutoDefault(False)
        if shortcut:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if shortcut:
            self.setAccessibleDescription(self._shortcut)

    def set_kind(self, kind: Kind) -> None:
        """Change how the button looks."""
        self._kind = kind
        self.setProperty("kind", kind.value)
        restyle(self)

    def set_icon_name(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_flush(self) -> None:
        """Let the words of a link begin and end where the text above and below does."""
        self._flush = True
        self.updateGeometry()

    def set_key_shown(self, shown: bool) -> None:
        """Paint the key or leave it out; it is read out either way."""
        self._shows_key = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        padding = theme.px(_FLUSH_PADDING if self._flush else _PADDING[self._size])
        width = sum(self._widths(theme)) + 2 * padding + 2
        height = theme.px(_HEIGHT[self._size])
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        """Leave room for icon and text; the shortcut goes where it is narrow."""
        return self.sizeHint() - QSize(self._widths(current_theme())[2], 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside of dialogs Qt leaves Enter to nobody; a person expects it to press what is framed.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_content(painter, current_theme())

    def _paint_content(self, painter: QPainter, theme: Theme) -> None:
        icon_width, text_width, key_width = self._widths(theme)
        if self.width() < icon_width + text_width + key_width + theme.px(8):
            key_width = 0
        left = (self.width() - icon_width - text_width - key_width) // 2
        colour = _COLOUR.get(self._kind, "text") if self.isEnabled() else "text_disabled"
        if icon_width:
            size = theme.px(16)
            picture = pixmap(self._icon, colour, 16)
            painter.drawPixmap(QRect(left, (self.height() - size) // 2, size, size), picture)
        painter.setFont(self._text_font(theme))
        painter.setPen(theme.colour(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | self._mnemonic_flag()
        where = QRect(left + icon_width, 0, text_width + 1, self.height())
        painter.drawText(where, flags, self.text())
        if key_width:
            painter.setFont(theme.font(Role.CAPTION))
            if colour == "text":
                painter.setPen(theme.colour("text_muted"))
            where.setLeft(left + icon_width + text_width)
            where.setWidth(key_width + 1)
            painter.drawText(
                where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shortcut
            )

    def _mnemonic_flag(self) -> Qt.TextFlag:
        shown = self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, self)
        return Qt.TextFlag.TextShowMnemonic if shown else Qt.TextFlag.TextHideMnemonic

    def _text_font(self, theme: Theme) -> QFont:
        if self._size is Size.SMALL:
            return theme.small_font(bold=self._kind is Kind.PRIMARY)
        role = Role.SECTION if self._size is Size.LARGE else Role.BODY
        font = theme.font(role, bold=self._kind is Kind.PRIMARY)
        if self._kind is not Kind.PRIMARY:
            font.setWeight(QFont.Weight.Normal)
        return font

    def _widths(self, theme: Theme) -> tuple[int, int, int]:
        """Return the room for the icon, the text and the shortcut, gaps included."""
        metrics = QFontMetrics(self._text_font(theme))
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() if self.text() else 0
        icon = theme.px(16) if self._icon else 0
        if icon and text:
            icon += theme.px(8)
        key = 0
        if self._shortcut and self._shows_key:
            caption = QFontMetrics(theme.font(Role.CAPTION))
            key = caption.horizontalAdvance(self._shortcut) + theme.px(11)
        return icon, text, key


class IconButton(Button):
    """A square button with an icon only; its name is said and shown as a tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        kind: Kind = Kind.NORMAL,
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon=icon, kind=kind, size=size, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does and to what ('Move Squat up')."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = current_theme().px(_HEIGHT[self._size])
        return QSize(side, side)
