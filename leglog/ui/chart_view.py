"""A place for a chart: it is drawn in a thread, and what was drawn before stays meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from leglog.charts.room import least_height
from leglog.i18n import _
from leglog.ui.chart_look import chart_look
from leglog.ui.errors import show_error
from leglog.ui.quick_imports import quick_imports
from leglog.ui.tasks import DRAWING, Reader
from leglog.ui.theme import current_theme
from leglog.ui.widgets.chart_canvas import ChartCanvas
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from leglog.charts.look import ChartLook
    from leglog.charts.readings import Reading
    from leglog.charts.screen import Picture, Screen
    from leglog.charts.values import Figured

REDRAWN_AFTER = frozenset({QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange})


class _Drawn(NamedTuple):
    """What a thread has made ready."""

    screen: Screen
    picture: Picture
    image: QImage


class ChartView(QStackedWidget):
    """Shows a chart; the signals are those of its canvas."""

    pointed = Signal(object)
    """A charts.readings.Reading, or None."""
    opened = Signal(object)
    zoomed = Signal(int)
    panned = Signal(int)
    copy_wanted = Signal()
    failed = Signal()
    """Charts cannot be drawn here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data: Figured | None = None
        self._readings: Sequence[Reading] = ()
        self._screen: Screen | None = None
        self._is_stale = False
        self._reader = Reader(self, self._show, failed=self._fail, wait=self._wait, queue=DRAWING)
        self._waiting = Text("", tone="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._waiting)
        self.canvas = ChartCanvas()
        for name in ("pointed", "opened", "zoomed", "panned", "copy_wanted"):
            getattr(self.canvas, name).connect(getattr(self, name))
        self.addWidget(self.canvas)

    @property
    def is_drawn(self) -> bool:
        """Whether the canvas shows what was last given, at the size that it has."""
        return self.currentWidget() is self.canvas and not (
            self._is_stale or self._reader.is_reading
        )

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
        self.canvas.setAccessibleName(name)
        self.canvas.setAccessibleDescription(description)
        if height is None:
            self.setMinimumHeight(current_theme().px(round(least_height(data))))
        else:
            self.setFixedHeight(current_theme().px(height))
        self._draw()

    def sizeHint(self) -> QSize:
        """Return the least size: the canvas would ask for the size that it has."""
        return self.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in REDRAWN_AFTER:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._draw()

    def _draw(self) -> None:
        """Draw in a thread; out of sight its size is not known yet, so it waits to be seen."""
        data, readings = self.data, self._readings
        if data is None:
            return
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        look, sharpness = chart_look(), self.devicePixelRatioF()
        size = max(self.width(), 1), max(self.height(), 1)
        self._reader.ask(lambda: _drawn(self._screen, data, readings, look, size, sharpness))

    def _show(self, drawn: _Drawn) -> None:
        self._screen = drawn.screen
        self.canvas.show_picture(drawn.image, drawn.picture)
        if self.currentWidget() is not self.canvas:
            self.setFocusProxy(self.canvas)
            self.setCurrentWidget(self.canvas)

    def _wait(self) -> None:
        self._waiting.setText(_("Drawing…"))

    def _fail(self, error: Exception) -> None:
        self.failed.emit()
        show_error(self, error)


def all_drawn(widget: QWidget) -> bool:
    """Return whether all charts of a page that can be seen are drawn."""
    charts = [view for view in widget.findChildren(ChartView) if view.data is not None]
    return all(view.is_drawn for view in charts if view.isVisible())


def _drawn(
    screen: Screen | None,
    data: Figured,
    readings: Sequence[Reading],
    look: ChartLook,
    size: tuple[int, int],
    sharpness: float,
) -> _Drawn:
    """Draw; the first time matplotlib is imported, which takes half a second or more."""
    if screen is None:
        with quick_imports():
            from leglog.charts.screen import Screen

            screen = Screen()
            picture = screen.draw(data, readings, look, size, sharpness)
    else:
        picture = screen.draw(data, readings, look, size, sharpness)
    image = QImage(
        picture.dots, picture.width, picture.height, QImage.Format.Format_RGBA8888
    ).convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    # The image has the dots now; twice they would be 20 MB on a sharp screen.
    return _Drawn(screen, replace(picture, dots=b""), image)
