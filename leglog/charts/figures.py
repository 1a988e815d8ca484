"""Any of the charts on one figure: which one is drawn depends on what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leglog.charts.balance import BalanceChart
from leglog.charts.by_exercise import ByExerciseChart
from leglog.charts.calendar import CalendarChart
from leglog.charts.lag import LagChart
from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import Balance, ByExercise, Calendar, LagView, TimePanels

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from matplotlib.figure import Figure

    from leglog.charts.look import ChartLook
    from leglog.charts.panel import Panel
    from leglog.charts.values import Figured

Chart = TimePanelsChart | LagChart | CalendarChart | ByExerciseChart | BalanceChart

Kind = TypeVar("Kind", TimePanelsChart, LagChart, CalendarChart, ByExerciseChart, BalanceChart)


class Drawing:
    """A figure with the chart that was drawn last; one of the same kind is reused."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._chart: Chart | None = None

    @property
    def panels(self) -> list[Panel]:
        """The plot areas in use."""
        return [] if self._chart is None else self._chart.panels

    def draw(self, data: Figured, look: ChartLook) -> None:
        """Put ``data`` on the figure; the canvas still has to be drawn."""
        self.figure.set_facecolor(look.colours["surface"])
        match data:
            case TimePanels():
                self._kept(TimePanelsChart).draw(data, look)
            case LagView():
                self._kept(LagChart).draw(data, look)
            case Calendar():
                self._kept(CalendarChart).draw(data, look)
            case ByExercise():
                self._kept(ByExerciseChart).draw(data, look)
            case Balance():
                self._kept(BalanceChart).draw(data, look)

    def _kept(self, kind: type[Kind]) -> Kind:
        if not isinstance(self._chart, kind):
            self.figure.clear()
            self._chart = kind(self.figure)
        return self._chart


def save_figure(
    target: Path | BinaryIO, kind: str, data: Figured, look: ChartLook, size: tuple[float, float]
) -> None:
    """Write ``data`` as 'png', 'svg' or 'pdf' in ``size`` points; raises OSError.

    Words stay words in SVG and PDF, so that they can be searched and read aloud.
    """
    import matplotlib as mpl

    if kind == "png":
        # As sharp as documents and screens of today want it.
        save_picture(target, data, look, size, dots_per_inch=192)
        return
    figure = _drawn(data, look, size)
    with mpl.rc_context({"svg.fonttype": "none", "pdf.fonttype": 42}):
        figure.savefig(target, format=kind, facecolor=figure.get_facecolor())


def save_picture(
    target: Path | BinaryIO,
    data: Figured,
    look: ChartLook,
    size: tuple[float, float],
    *,
    dots_per_inch: float,
) -> None:
    """Write ``data`` as PNG in ``size`` points; raises OSError."""
    figure = _drawn(data, look, size)
    figure.savefig(target, format="png", dpi=dots_per_inch, facecolor=figure.get_facecolor())


def _drawn(data: Figured, look: ChartLook, size: tuple[float, float]) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=72)
    FigureCanvasAgg(figure)
    Drawing(figure).draw(data, look)
    return figure
