"""A matplotlib figure in a window; import this module only when a chart is to be shown.

Importing takes half a second or more, so pages do it in a task (ui.tasks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 72
"""One point is one pixel of the design."""


class ChartCanvas(FigureCanvasQTAgg):
    """Shows ``figure`` and calls ``on_resize`` before it is drawn at another size."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Figure(dpi=DOTS_PER_INCH))
        self.setParent(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.on_resize: Callable[[], None] = _nothing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.on_resize()


def _nothing() -> None:
    """Do nothing, until a chart says what a new size asks for."""
