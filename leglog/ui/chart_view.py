"""A place for a chart: it loads matplotlib when it is first needed, the window free meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from leglog.charts.room import least_height
from leglog.i18n import _
from leglog.ui import tasks
from leglog.ui.chart_look import chart_look
from leglog.ui.errors import show_error
from leglog.ui.quick_imports import quick_imports
from leglog.ui.theme import current_theme
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QSize

    from leglog.charts.figures import Drawing
    from leglog.charts.look import ChartLook
    from leglog.charts.readings import Reading
    from leglog.charts.values import Figured
    from leglog.ui.widgets.chart_canvas import ChartCanvas

DRAWING_AFTER_MS = 300


class _Loaded(NamedTuple):
    """What a thread has made ready."""

    canvas: type[ChartCanvas]
    drawing: Drawing


class ChartView(QStackedWidget):
    """Shows a chart; the signals are those of its canvas."""

    pointed = Signal(object)
    """A charts.readings.Reading, or None."""
    opened = Signal(object)
    zoomed = Signal(int)
    panned = Signal(int)
    copy_wanted = Signal()
    failed = Signal()
    """Charts cannot be loaded here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas: ChartCanvas | None = None
        self.data: Figured | None = None
        self._readings: Sequence[Reading] = ()
        self._name, self._description = "", ""
        self._is_loading = False
        self._waiting = Text("", tone="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._waiting)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(DRAWING_AFTER_MS)
        self._patience.timeout.connect(lambda: self._waiting.setText(_("Drawing…")))

    def show_chart(
        self,
        data: Figured,
        readings: Sequence[Reading],
        name: str,
        description: str,
        *,
        height: int | None = None,
    ) -> None:
        """Draw ``data``; ``description`` says the same in words for a screen reader.

        ``height`` is that of the chart in pixels of the design; None fills what there is.
        """
        self.data, self._readings = data, readings
        self._name, self._description = name, description
        if height is None:
            self.setMinimumHeight(current_theme().px(round(least_height(data))))
        else:
            self.setFixedHeight(current_theme().px(height))
        if self.canvas is not None:
            self._fill(self.canvas)
        elif not self._is_loading:
            self._is_loading = True
            self._patience.start()
            look, size = chart_look(), self.size()
            sharpness = self.devicePixelRatioF()
            tasks.run(
                lambda _progress: _load(data, look, size, sharpness),
                self._on_loaded,
                self._on_failed,
                parent=self,
            )

    def sizeHint(self) -> QSize:
        """Return the least size: the canvas would ask for the size that it has."""
        return self.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and self.canvas is not None:
            self.canvas.redraw()

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._is_loading = False
        self._patience.stop()
        self.canvas = loaded.canvas(loaded.drawing)
        for name in ("pointed", "opened", "zoomed", "panned", "copy_wanted"):
            getattr(self.canvas, name).connect(getattr(self, name))
        self.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self._fill(self.canvas)

    def _on_failed(self, error: Exception) -> None:
        self._is_loading = False
        self._patience.stop()
        self.failed.emit()
        show_error(self, error)

    def _fill(self, canvas: ChartCanvas) -> None:
        if self.data is None:
            return
        canvas.setAccessibleName(self._name)
        canvas.setAccessibleDescription(self._description)
        # It takes its size first: otherwise the chart would be drawn twice.
        self.setCurrentWidget(canvas)
        canvas.show_figure(self.data, self._readings)


def _load(data: Figured, look: ChartLook, size: QSize, sharpness: float) -> _Loaded:
    """Import matplotlib and draw for the first time, the window free meanwhile."""
    with quick_imports():
        from leglog.charts.figures import draw_unseen
        from leglog.ui.widgets.chart_canvas import ChartCanvas

        points = float(max(size.width(), 1)), float(max(size.height(), 1))
        return _Loaded(ChartCanvas, draw_unseen(data, look, points, sharpness=sharpness))
