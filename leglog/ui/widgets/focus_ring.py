"""One focus frame for all widgets: 2 px wide, 1 px away from the widget that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard, TypeVar

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
from shiboken6 import isValid

from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

T = TypeVar("T", bound=QWidget)

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
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, target: QWidget) -> None:
        """Lie around ``target``, or hide with it."""
        # Asked for, not kept: a window that only its ring still holds would be deleted in the
        # ring's own deletion, and the ring with it once more.
        container = self.parentWidget()
        if container is None or not target.isVisibleTo(container):
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
    """Keeps one ring around the focus, and moves it to the window where the focus is.

    Widgets may be deleted by Qt at any time, so each is asked whether it is still there.
    """

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
        self._ring_in(container).surround(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and _alive(self._ring) and _alive(self._target):
            self._ring.surround(self._target)
        return False

    def _forget(self) -> None:
        for widget in self._watched:
            if _alive(widget):
                widget.removeEventFilter(self)
        self._watched, self._target = [], None
        if _alive(self._ring):
            self._ring.hide()

    def _ring_in(self, container: QWidget) -> FocusRing:
        ring = self._ring
        if _alive(ring):
            if ring.parentWidget() is container:
                return ring
            ring.deleteLater()
        self._ring = FocusRing(container)
        return self._ring


def _alive(widget: T | None) -> TypeGuard[T]:
    return widget is not None and isValid(widget)


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
