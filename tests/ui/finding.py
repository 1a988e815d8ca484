"""What a person finds in a window by the words that stand there, and the keys they press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, overload

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def texts(widget: QWidget) -> list[str]:
    """Return the words of all labels that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, words: str) -> QAbstractButton:
    """Return the one button that can be seen with these words, without its key."""
    return _only(words, (each for each in _seen(widget, QAbstractButton) if _words(each) == words))


def default_button(widget: QWidget) -> QPushButton:
    """Return the button that Enter presses wherever the focus is."""
    buttons = widget.findChildren(QPushButton)
    return _only("button for Enter", (each for each in buttons if each.isDefault()))


@overload
def named(widget: QWidget, name: str) -> QWidget: ...
@overload
def named(widget: QWidget, name: str, kind: type[W]) -> W: ...
def named(widget: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Return the one widget of this kind that can be seen with this name for screen readers."""
    return _only(name, (each for each in _seen(widget, kind) if each.accessibleName() == name))


def menu(widget: QWidget, words: str) -> QMenu:
    """Return the menu of the one button that can be seen with these words, or this name."""
    buttons = _seen(widget, QPushButton)
    return _only(
        words, (each for each in buttons if words in (_words(each), each.accessibleName()))
    ).menu()


def entry(menu: QMenu, words: str) -> QAction:
    """Return the one entry that begins with these words, without its key."""
    return _only(words, (each for each in menu.actions() if _words(each).startswith(words)))


def pick(qtbot: QtBot, opener: QWidget, words: str, *below: str) -> None:
    """Open a menu by a click and choose an entry in it, or in the menus below it."""
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    chosen = entry(opened, words)
    for each in below:
        menu = chosen.menu()
        assert isinstance(menu, QMenu)
        chosen = entry(menu, each)
    opened.close()
    chosen.trigger()


def said(index: QModelIndex) -> str:
    """Return what a screen reader says of a cell: its own words for it, or what stands there."""
    return index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""


def rows(view: QAbstractItemView) -> list[str]:
    """Return what a screen reader says of the first cell of each row."""
    model = view.model()
    return [said(model.index(row, 0)) for row in range(model.rowCount())]


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys one after the other, each where the focus is by then."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def _seen(widget: QWidget, kind: type[W]) -> Iterator[W]:
    return (each for each in widget.findChildren(kind) if each.isVisible())


def _words(one: QAbstractButton | QAction) -> str:
    """Return the words as they are painted: & marks the key of a letter, && is an &."""
    return re.sub("&(.?)", r"\1", one.text())


def _only(words: str, found: Iterable[T]) -> T:
    one, *more = [*found, None]
    assert one is not None, f"no “{words}”"
    assert more == [None], f"several “{words}”"
    return one
