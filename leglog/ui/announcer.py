"""Sentences for screen readers, without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a running screen reader say ``sentence``; without one this does nothing.

    ``widget`` is where it belongs; its window must be shown.
    """
    if not sentence or not QtGui.QAccessible.isActive():
        return
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, sentence))
