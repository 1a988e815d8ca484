"""Horizontal bars by muscle group: thick for this stretch, thin and grey for the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.one_panel import OnePanelChart
from leglog.charts.palette import colour_of
from leglog.charts.panel import Box, whole

if TYPE_CHECKING:
    from leglog.charts.look import ChartLook
    from leglog.charts.values import Balance, BarPair

ROW = 18.0
"""Points from bar to bar."""


def balance_height(count: int) -> float:
    """Return how high the bars of ``count`` rows are, in points."""
    return ROW * max(count, 1)


class BalanceChart(OnePanelChart):
    """Two bars a row: now, and before."""

    def draw(self, data: Balance, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``."""
        box = box or whole(self._figure)
        words = max((look.width(bar.words, 9) for bar in data.bars), default=0)
        numbers = [
            max((look.width(text, 9, bold=True) for text in texts), default=0) + 10
            for texts in (
                [bar.now_words for bar in data.bars],
                [bar.before_words for bar in data.bars],
            )
        ]
        inner = box.inside(words + 12, sum(numbers), 0, 0)
        most = max((max(bar.now, bar.before) for bar in data.bars), default=0.0) or 1.0
        self.panel.begin(inner, look, (0, most), (len(data.bars) or 1, 0))
        for place, bar in enumerate(data.bars):
            self._draw_row(place, bar, numbers)

    def _draw_row(self, place: int, bar: BarPair, numbers: list[float]) -> None:
        panel, look = self.panel, self.panel.look
        panel.boxes([(0, panel.xs[1], place + 0.16, place + 0.88)], "chart_grid", edge="", zorder=1)
        panel.boxes(
            [(0, bar.now, place + 0.16, place + 0.62)],
            colour_of(look, bar.key, place),
            hatch=look.hatches.get(bar.key, ""),
        )
        panel.boxes([(0, bar.before, place + 0.66, place + 0.88)], "previous", edge="")
        middle = panel.y_points(place + 0.5)
        panel.word(bar.words, (-8, middle), size=9, colour="text", ha="right")
        right = panel.box.width + numbers[0]
        panel.word(bar.now_words, (right, middle), size=9, colour="text", ha="right", bold=True)
        panel.word(bar.before_words, (right + numbers[1], middle), size=9, ha="right")
