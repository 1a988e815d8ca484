"""What charts of a single plot area share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.panel import Panel

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class OnePanelChart:
    """Draws on a figure; drawing again reuses the panel."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self.panel = Panel(figure)

    @property
    def panels(self) -> list[Panel]:
        """The one panel."""
        return [self.panel]
