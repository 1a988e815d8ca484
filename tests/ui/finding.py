"""What a person finds in a window: by the words that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu


def texts(widget: QWidget) -> list[str]:
    """Return the words of all labels that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, words: str) -> QAbstractButton:
    """Return the one button that can be seen with these words, without its key."""
    (found,) = [
        one
        for one in widget.findChildren(QAbstractButton)
        if one.isVisible() and one.text().replace("&", "") == words
    ]
    return found


def named(widget: QWidget, name: str) -> QWidget:
    """Return the one widget that can be seen with this name for screen readers."""
    (found,) = [
        one
        for one in widget.findChildren(QWidget)
        if one.isVisible() and one.accessibleName() == name
    ]
    return found


def entry(menu: QMenu, words: str) -> QAction:
    """Return the one entry that begins with these words, without its key."""
    (found,) = [one for one in menu.actions() if one.text().replace("&", "").startswith(words)]
    return found
