"""The figures of the monthly review on paper, each with words for those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.balance import BalanceChart, balance_height
from leglog.charts.look import OTHER
from leglog.charts.time_panels import TimePanelsChart
from leglog.charts.values import (
    Balance,
    BarPair,
    PainDay,
    PainSeries,
    TimePanels,
    VolumeBar,
    VolumeSeries,
)
from leglog.i18n import _
from leglog.reports import words
from leglog.reports.look import paper_look
from leglog.training.vocabulary import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.figure import Figure

    from leglog.charts.panel import Box, Panel
    from leglog.reports.monthly import ReportWords
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
    return height, _course_alt(review, said), paint


def course_values(review: MonthlyReview, said: ReportWords) -> TimePanels:
    """Return what the first figure shows."""
    days = review.month.days
    last = review.by_month[-1].days.last
    pain = PainSeries(
        title=_("Back pain, 0–10"),
        subtitle=_("dots: days · line: 7-day mean · triangles: workouts · gap: no ratings"),
        days=[PainDay(point.day, point.score, point.mean) for point in review.pain],
        flares=[
            (one.first, one.last or days.last)
            for one in review.marked
            if one.kind is PeriodKind.FLARE
        ],
        workouts=[one.date for one in review.workouts],
    )
    volume = None
    if review.months > 1:
        groups = [*review.groups, None]
        volume = VolumeSeries(
            title=_("Training volume per month, hard sets"),
            subtitle=_("each set counts for every muscle group by its share"),
            groups=[OTHER if group is None else group.value for group in groups],
            bars=[
                VolumeBar(
                    bucket.days.first,
                    bucket.days.last,
                    {
                        OTHER if key is None else str(key): amount
                        for key, amount in bucket.hard_sets.items()
                    },
                    bucket.so_far,
                )
                for bucket in review.by_month
            ],
        )
    return TimePanels(first_day=days.first, last_day=last, volume=volume, pain=pain)


def _course_alt(review: MonthlyReview, said: ReportWords) -> str:
    period = words.period(review, said.write)
    if review.month.mean_pain is None:
        return _("Back pain by day, {period}: no ratings.").format(period=period)
    return _(
        "Back pain by day, {period}: mean {mean}, lowest {low}, highest {high}, {rated}; "
        "{workouts} workouts are marked."
    ).format(
        period=period,
        mean=said.write.fixed(review.month.mean_pain),
        low=said.write.number(min(review.month.pain.values())),
        high=said.write.number(max(review.month.pain.values())),
        rated=words.rated(review.month),
        workouts=len(review.workouts),
    )


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
