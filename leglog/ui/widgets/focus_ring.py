"""One focus frame for all widgets: 2 px wide, 1 px away from the widget that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

AROUND = "focusRing"
"""A widget's property: 'parent' puts the frame around its parent, 'none' shows no frame."""

FRAMED = "focusInContents"
"""A widget's property: true puts the frame around its contents, inside its margins."""

_WITHOUT = (QAbstractItemView, QMenu, QMenuBar)
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


def show_focus_ring(app: QApplication) -> None:
    """Let the frame follow the focus in all windows of ``app``."""
    if app.findChild(_FocusFollower) is None:
        _FocusFollower(app)


class FocusRing(QWidget):
    """The frame itself; lies over a widget and takes no mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.container = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, target: QWidget) -> None:
        """Lie around ``target``, or hide with it."""
        container = self.container
        if not target.isVisibleTo(container):
            self.hide()
            return
        reach = 3
        inner = target.contentsRect() if target.property(FRAMED) else target.rect()
        corner = target.mapTo(container, inner.topLeft())
        wanted = QRect(corner, inner.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(wanted.intersected(container.rect()))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))


class _FocusFollower(QObject):
    """Keeps one ring around the focus, and moves it to the window where the focus is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        target = _ring_target(new)
        if target is None:
            return
        container, between = _container(target)
        self._target = target
        self._watched = [target, *between]
        for widget in self._watched:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._lose)
        if self._ring is None or self._ring.container is not container:
            self._drop_ring()
            self._ring = FocusRing(container)
            self._ring.destroyed.connect(self._ring_gone)
        self._ring.surround(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._ring is not None and self._target is not None:
            self._ring.surround(self._target)
        return False

    def _forget(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
            widget.destroyed.disconnect(self._lose)
        self._watched, self._target = [], None
        if self._ring is not None:
            self._ring.hide()

    @Slot(QObject)
    def _lose(self, gone: QObject) -> None:
        self._watched = [widget for widget in self._watched if widget is not gone]
        self._target = None

    def _drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.destroyed.disconnect(self._ring_gone)
            self._ring.deleteLater()
            self._ring = None

    @Slot()
    def _ring_gone(self) -> None:
        self._ring = None


def _ring_target(focused: QWidget | None) -> QWidget | None:
    if focused is None or focused.isWindow() or isinstance(focused, _WITHOUT):
        return None
    around = focused.property(AROUND)
    if around == "none":
        return None
    return focused.parentWidget() if around == "parent" else focused


def _container(target: QWidget) -> tuple[QWidget, list[QWidget]]:
    """Return the widget that the ring lies in, and those between it and the target.

    Inside a scroll area it is the scrolled content, so that the ring scrolls along.
    """
    between: list[QWidget] = []
    container = target
    while (parent := container.parentWidget()) is not None:
        container = parent
        if container.isWindow() or _is_scrolled(container):
            break
        between.append(container)
    return container, between


def _is_scrolled(widget: QWidget) -> bool:
    viewport = widget.parentWidget()
    return isinstance(viewport.parentWidget(), QScrollArea) if viewport else False
