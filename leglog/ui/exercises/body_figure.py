"""The drawn body: front and back, with the muscles that an exercise trains filled in."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.i18n import _
from leglog.paths import resources_folder
from leglog.training.vocabulary import Muscle
from leglog.ui import labels
from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from leglog.ui.theme import Theme

HEIGHT_PX = 180
_SIDES = ("front", "back")


class BodyFigure(QWidget):
    """Main muscles are filled, helping ones hatched; a list beside it has to name them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Mapping[Muscle, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_muscles(())

    def show_muscles(self, muscles: Sequence[tuple[Muscle, float]]) -> None:
        """Fill in these muscles by how far a set counts for each (1.0 or 0.5)."""
        self._shares = dict(muscles)
        said = [f"{labels.muscle(muscle)} {share_words(share)}" for muscle, share in muscles]
        self.setAccessibleName(
            _("Body from front and back: {muscles}").format(muscles=", ".join(said))
            if said
            else _("Body from front and back")
        )
        self.update()

    def sizeHint(self) -> QSize:
        size, height = _drawing(), current_theme().px(HEIGHT_PX)
        return QSize(round(2 * height * size["width"] / size["height"]), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.height() / _drawing()["height"]
        for place, side in enumerate(_SIDES):
            painter.save()
            painter.scale(scale, scale)
            painter.translate(_drawing()["width"] * (place + 0.5), 0)
            self._paint_side(painter, theme, side)
            painter.restore()

    def _paint_side(self, painter: QPainter, theme: Theme, side: str) -> None:
        painter.setPen(QPen(theme.colour("control_border"), 0.9))
        painter.setBrush(theme.colour("surface"))
        painter.drawPath(_outline())
        for muscle, path in _muscles(side).items():
            share = self._shares.get(muscle)
            painter.setPen(QPen(theme.colour("accent" if share else "border"), 0.6))
            painter.setBrush(theme.colour("surface_alt"))
            painter.drawPath(path)
            if share:
                painter.setBrush(share_brush(theme, share, painter))
                painter.drawPath(path)


class ShareSwatch(QWidget):
    """A small square filled as the muscles of one share are."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        side = current_theme().px(12)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setPen(theme.colour("accent"))
        painter.setBrush(share_brush(theme, self._share, painter))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def share_brush(theme: Theme, share: float, painter: QPainter) -> QBrush:
    """Return what a muscle is filled with: plain for a main one, hatched for a helping one."""
    if share >= 1:
        return QBrush(theme.colour("accent"))
    brush = QBrush(theme.colour("accent"), Qt.BrushStyle.BDiagPattern)
    # The hatching keeps its width whatever the figure is scaled to.
    brush.setTransform(QTransform(painter.worldTransform()).inverted()[0])
    return brush


def share_words(share: float) -> str:
    """Return how far a set counts ('1', '½')."""
    return "1" if share >= 1 else "½"


@cache
def _drawing() -> dict[str, Any]:
    content = (resources_folder() / "figures" / "body.json").read_text("utf-8")
    drawing: dict[str, Any] = json.loads(content)
    return drawing


@cache
def _outline() -> QPainterPath:
    half = _drawing()["outline"]
    path = _rounded([*half, *([-x, y] for x, y in reversed(half))], closed=False)
    x, y, across, down = _drawing()["head"]
    path.addEllipse(QPointF(x, y), across, down)
    return path


@cache
def _muscles(side: str) -> dict[Muscle, QPainterPath]:
    paths = {}
    for name, points in _drawing()[side].items():
        path = _rounded(points, closed=True)
        path.addPath(QTransform.fromScale(-1, 1).map(path))
        paths[Muscle(name)] = path
    return paths


def _rounded(points: Sequence[Sequence[float]], *, closed: bool) -> QPainterPath:
    """Return a smooth line through all points (Catmull–Rom, written as Bézier curves)."""
    at = [QPointF(x, y) for x, y in points]
    count = len(at)
    path = QPainterPath(at[0])
    for number in range(count if closed else count - 1):
        before = at[number - 1] if closed or number else at[0]
        start, end = at[number], at[(number + 1) % count]
        after = at[(number + 2) % count] if closed or number + 2 < count else end
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path
