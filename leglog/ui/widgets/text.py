"""Labels by their role in the page, tags, keys and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_SHORTEST_PX = 60


class Text(QLabel):
    """A label that knows its role (size, weight) and its tone (colour).

    ``tone`` is one of 'normal', 'muted', 'accent', 'success', 'warning', 'danger', 'info'.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: str = "normal",
        *,
        wrap: bool = False,
        rich: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # What people typed is shown as typed: rich text only where our own words are marked up.
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setProperty("tone", tone)
        if wrap:
            self.wrap()
        self.setText(text)

    def wrap(self) -> None:
        """Go on in another line where there is too little room in one."""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the text."""
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        restyle(self)


class ShortText(Text):
    """One line that ends in dots where it has too little room; its tool tip is the whole."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), current_theme().px(_SHORTEST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)


class Link(QLabel):
    """Underlined text that does something; Enter and Space work while it has the focus."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.set_words(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt follows a link by key only after Tab has marked it inside of the label.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.linkActivated.emit("#")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt names it so
        # A label would take Tab twice: once for itself and once for the link in it.
        return QWidget.focusNextPrevChild(self, next)

    def set_words(self, text: str) -> None:
        """Show ``text``; the signal ``linkActivated`` tells that it was chosen."""
        from html import escape

        self.setAccessibleName(text)
        self.setText(f'<a href="#">{escape(text)}</a>')


class Tag(QLabel):
    """A small word in a box; it does nothing. ``kind`` is 'tag', 'success' or 'danger'."""

    def __init__(self, text: str, kind: str = "tag", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("box", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class KeyHint(QLabel):
    """The name of a key in a small frame, in the system's spelling (Ctrl or ⌘)."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(native_key(key), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("box", "key")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class KeyLine(QWidget):
    """A row of keys and what they do."""

    def __init__(self, keys: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.set_keys(keys)

    def set_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show ``keys``: pairs of a key ('Ctrl+B'; '+ −' is two keys) and what it does."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        theme = current_theme()
        self._row.setSpacing(theme.px(4))
        for number, (key, meaning) in enumerate(keys):
            if number:
                self._row.addSpacing(theme.px(14))
            for part in key.split():
                self._row.addWidget(KeyHint(part))
            self._row.addWidget(Text(meaning, Role.CAPTION, "muted"))
        self._row.addStretch()


class IconLabel(QLabel):
    """An icon of the theme; it is decoration unless it is given a name."""

    def __init__(
        self,
        icon_name: str,
        colour: str = "text",
        size: int = 18,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._size = icon_name, colour, size
        self.setAccessibleName(name)
        self._draw()

    def set_icon(self, icon_name: str, colour: str = "text") -> None:
        """Show another icon."""
        self._icon, self._colour = icon_name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._icon, self._colour, self._size))
        self.setFixedSize(self.sizeHint())


class Line(QFrame):
    """A hairline between rows, or between columns where it is ``upright``."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def native_key(key: str) -> str:
    """Return ``key`` ('Ctrl+N') as this system writes it; what is no key stays as it is."""
    sequence = QKeySequence(key)
    if len(key) < 2 or sequence.isEmpty():
        return key
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) or key


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
