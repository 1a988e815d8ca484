"""One tab stop for a group of buttons of which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QAbstractButton


def make_tab_stop(chosen: QAbstractButton, group: Iterable[QAbstractButton]) -> None:
    """Let Tab stop at ``chosen`` alone; arrows reach the others.

    Qt does so only after one of the group had the focus, and then not at the checked one.
    """
    for button in group:
        policy = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
