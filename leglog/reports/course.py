"""The course of the back over a review, as values of a chart and as words; no chart is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.look import OTHER
from leglog.charts.values import Flag, PainDay, PainSeries, TimePanels, VolumeBar, VolumeSeries
from leglog.i18n import _, ngettext
from leglog.reports import words
from leglog.training.vocabulary import PeriodKind

if TYPE_CHECKING:
    from leglog.reports.choices import ReportWords
    from leglog.services.monthly_review import MonthlyReview


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
        remarks=[
            Flag(one.first, one.last or days.last, one.note)
            for one in review.marked
            if one.kind is PeriodKind.REMARK
        ],
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


def course_alt(review: MonthlyReview, said: ReportWords) -> str:
    """Return what the figure shows, in words."""
    period = words.period(review, said.write)
    if review.month.mean_pain is None:
        return _("Back pain by day, {period}: no ratings.").format(period=period)
    return ngettext(
        "Back pain by day, {period}: mean {mean}, lowest {low}, highest {high}, {rated}; "
        "{count} workout is marked.",
        "Back pain by day, {period}: mean {mean}, lowest {low}, highest {high}, {rated}; "
        "{count} workouts are marked.",
        len(review.workouts),
    ).format(
        period=period,
        mean=said.write.fixed(review.month.mean_pain),
        low=said.write.number(min(review.month.pain.values())),
        high=said.write.number(max(review.month.pain.values())),
        rated=words.rated(review.month),
        count=len(review.workouts),
    )
