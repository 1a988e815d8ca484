"""The back's panel below other panels, and the remarks on its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.values import Flag, PainDay, PainSeries
from leglog.i18n import _
from leglog.training.pain import MEAN_DAYS
from leglog.training.periods import Grouping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.pain_series import PainPoint
    from leglog.services.progress import Progress
    from leglog.training.periods import DaySpan


def pain_series(shown: Progress) -> PainSeries:
    """Return dots by day, or by week below bars of months, with line, flare-ups and workouts."""
    by_week = shown.grouping is Grouping.MONTH
    return PainSeries(
        title=_("Back pain by week, 0–10") if by_week else _("Back pain by day, 0–10"),
        subtitle=(
            _("dots: mean of each week · line: with 4 or more rated days")
            if by_week
            else _("dots: each rated day · line: 7-day mean · triangles: workouts")
        ),
        days=weeks(shown.pain) if by_week else pain_days(shown.pain),
        flares=[(flare.first, flare.last or shown.pain[-1].day) for flare in shown.flares],
        workouts=() if by_week else shown.workout_dates,
        remarks=flags(shown),
    )


def pain_days(points: Sequence[PainPoint]) -> list[PainDay]:
    """Return each day as the chart has it."""
    return [PainDay(point.day, point.score, point.mean) for point in points]


def weeks(points: Sequence[PainPoint]) -> list[PainDay]:
    """Return one value for seven days each, at their last day: thousands of dots are a smear."""
    found = []
    for start in range(0, len(points), MEAN_DAYS):
        week = points[start : start + MEAN_DAYS]
        scores = [point.score for point in week if point.score is not None]
        mean = sum(scores) / len(scores) if scores else None
        # The 7-day mean of a whole week's last day is the mean of that week.
        found.append(PainDay(week[-1].day, mean, week[-1].mean))
    return found


def flags(shown: Progress) -> list[Flag]:
    """Return the remarks of the days shown."""
    return [Flag(one.first, one.last or shown.pain[-1].day, one.note) for one in shown.remarks]


def remarks_in(shown: Progress, days: DaySpan) -> str:
    """Return the words of the remarks that touch these days."""
    return ", ".join(
        flag.words for flag in flags(shown) if flag.first <= days.last and days.first <= flag.last
    )
