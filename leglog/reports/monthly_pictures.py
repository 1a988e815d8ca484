"""The figures of the monthly review on paper, each with words for those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.balance import BalanceChart, balance_height
from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import Balance, BarPair
from leglog.i18n import _
from leglog.reports import words
from leglog.reports.course import course_alt, course_values
from leglog.reports.look import paper_look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.figure import Figure

    from leglog.charts.panel import Box, Panel
    from leglog.reports.choices import ReportWords
    from leglog.services.monthly_review import MonthlyReview

PAIN_HEIGHT, BOTH_HEIGHT = 128.0, 250.0

Painted = tuple[float, str, "Callable[[Figure, Box], Sequence[Panel]]"]
"""Height in points, words for the figure, and what draws it."""


def course(review: MonthlyReview, said: ReportWords) -> Painted:
    """Return back pain day by day with the workouts; over several months the volume above it."""
    look = paper_look(said.write, said.labels)
    data = course_values(review, said)

    def paint(figure: Figure, box: Box) -> Sequence[Panel]:
        chart = TimePanelsChart(figure)
        chart.draw(data, look, box)
        return chart.panels

    height = BOTH_HEIGHT if data.volume is not None else PAIN_HEIGHT
    return height, course_alt(review, said), paint


def balance(review: MonthlyReview, said: ReportWords) -> Painted:
    """Return bars by muscle group, this stretch and the one before."""
    look = paper_look(said.write, said.labels)
    now, then = review.month.volume.hard_sets, review.before.volume.hard_sets
    bars = [
        BarPair(
            key=group.value,
            words=said.labels.muscle_group(group),
            now=now.get(group, 0.0),
            before=then.get(group, 0.0),
            now_words=said.write.number(now.get(group, 0.0), 1),
            before_words=said.write.number(then.get(group, 0.0), 1),
        )
        for group in review.groups
    ]
    alt = _("Hard sets by muscle group, in brackets {before}: {bars}.").format(
        before=words.period_before(review, said.write),
        bars=", ".join(f"{bar.words} {bar.now_words} ({bar.before_words})" for bar in bars),
    )

    def paint(figure: Figure, box: Box) -> Sequence[Panel]:
        chart = BalanceChart(figure)
        chart.draw(Balance(bars), look, box)
        return chart.panels

    return balance_height(len(bars)) * 0.85, alt, paint


def balance_caption(review: MonthlyReview, said: ReportWords) -> str:
    """Return what the two bars of a row are."""
    return _("Thick bar {month}, thin grey bar {before}.").format(
        month=words.period(review, said.write),
        before=words.period_before(review, said.write),
    )
