"""The back by itself: every rating by its moment; volume and the pain of later days."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from leglog.charts.readings import Reading
from leglog.charts.values import (
    Dot,
    LagPanel,
    LagView,
    MomentDots,
    PainSeries,
    TimePanels,
)
from leglog.i18n import _, ngettext
from leglog.reports import words as review_words
from leglog.services.day_series import LEAST_PAIRS, Lagged, lagged
from leglog.services.progress import Choice, Progress, progress
from leglog.services.weekly_pattern import moved_together
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Moment
from leglog.ui import labels, localized
from leglog.ui.explanations import Figure
from leglog.ui.progress import words
from leglog.ui.progress.choices import only_from
from leglog.ui.progress.content import Content, Table, day_cell, number_cell, words_cell
from leglog.ui.progress.pain_words import flags, pain_days, remarks_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from leglog.ui.progress.content import Asked

BACK_FIGURES = (Figure.DAY_PAIN, Figure.PAIN_MEAN, Figure.BANDS, Figure.FLARE)
LAG_FIGURES = (Figure.MOVED_TOGETHER, Figure.HARD_SETS)
MARKERS = {
    Moment.MORNING: "o",
    Moment.BEFORE: "<",
    Moment.DURING: "^",
    Moment.AFTER: ">",
    Moment.ANY: "D",
}
"""A shape for each moment: no colour is needed to tell them apart."""


def back_content(asked: Asked) -> Content:
    """Return every rating by its moment, with the 7-day mean, flare-ups and workouts."""
    shown = progress(asked.log, asked.span, asked.today, Choice(with_ratings=True))
    name = _("Back pain, every rating")
    if shown is None or not shown.ratings:
        return Content(
            name,
            _("No ratings in these days."),
            missing=_(
                "Single ratings show as marks straight away, the line after 4 rated days within 7."
            ),
            figures=BACK_FIGURES,
        )
    by_day: dict[dt.date, list[tuple[Moment, int]]] = defaultdict(list)
    for one in shown.ratings:
        by_day[one.day].append((one.moment, one.score))
    return Content(
        name=name,
        summary=_back_summary(shown),
        data=TimePanels(asked.span.first, asked.span.last, pain=_pain(shown)),
        readings=_day_readings(shown, by_day),
        table=_ratings_table(shown),
        note=_("A day without a rating is a gap; it is never 0."),
        figures=BACK_FIGURES,
    )


def _back_summary(shown: Progress) -> str:
    ratings = ngettext("{count} rating", "{count} ratings", len(shown.ratings)).format(
        count=len(shown.ratings)
    )
    return ngettext(
        "{days}: {ratings} on {rated} of {count} day.",
        "{days}: {ratings} on {rated} of {count} days.",
        len(shown.pain),
    ).format(
        days=localized.day_range(shown.days.first, shown.pain[-1].day),
        ratings=ratings,
        rated=shown.summary.rated_days,
        count=len(shown.pain),
    )


def _pain(shown: Progress) -> PainSeries:
    moments = []
    for moment, marker in MARKERS.items():
        rated = [one for one in shown.ratings if one.moment is moment]
        if rated:
            moments.append(
                MomentDots(
                    labels.moment(moment),
                    marker,
                    [one.day for one in rated],
                    [one.score for one in rated],
                )
            )
    return PainSeries(
        title=_("Back pain, 0–10"),
        subtitle=_("line: 7-day mean (4 or more rated days) · triangles below: workouts"),
        days=pain_days(shown.pain),
        moments=moments,
        flares=[(flare.first, flare.last or shown.pain[-1].day) for flare in shown.flares],
        workouts=shown.workout_dates,
        remarks=flags(shown),
    )


def _day_readings(
    shown: Progress, by_day: Mapping[dt.date, list[tuple[Moment, int]]]
) -> list[Reading]:
    means = {point.day: point.mean for point in shown.pain}
    readings = []
    for day, rated in sorted(by_day.items()):
        parts = [localized.short_day(day)]
        parts += [f"{labels.moment(moment)} {score}" for moment, score in rated]
        mean = means.get(day)
        if mean is not None:
            parts.append(_("7-day mean {mean}").format(mean=localized.fixed(mean)))
        if remarks := remarks_in(shown, DaySpan(day, day)):
            parts.append(remarks)
        readings.append(Reading(tuple(parts), x=float(day.toordinal()), day=day))
    return readings


def _ratings_table(shown: Progress) -> Table:
    return Table(
        [_("Day"), _("Moment"), _("Rating")],
        [
            [day_cell(one.day), words_cell(labels.moment(one.moment)), number_cell(one.score, 0)]
            for one in shown.ratings
        ],
        [one.day for one in shown.ratings],
    )


def lag_content(asked: Asked) -> Content:
    """Return each day's volume beside the morning's pain 0, 1 and 2 days later."""
    series = lagged(asked.log, asked.span, asked.today, only_from(asked.choices.only))
    name = _("Volume and later pain")
    pairs = min(len(one.days) for one in series)
    trained = any(day.hard_sets for one in series for day in one.days)
    if pairs < LEAST_PAIRS or not trained:
        return Content(
            name,
            ngettext(
                "{count} day with a rated morning.", "{count} days with a rated morning.", pairs
            ).format(count=pairs),
            missing=_(
                "It takes {needed} days with a rated morning, and workouts among them."
            ).format(needed=LEAST_PAIRS),
            figures=LAG_FIGURES,
        )
    return Content(
        name=name,
        summary=review_words.together(
            moved_together(asked.log, asked.shown.last, asked.today), localized
        ),
        data=_lag_view(series),
        readings=[
            reading for number, one in enumerate(series) for reading in _lag_readings(number, one)
        ],
        table=_lag_table(series),
        note=_("{compare} Sleep, work and chance can do the same.").format(
            compare=words.for_comparison()
        ),
        figures=LAG_FIGURES,
    )


def _lag_title(lag: int) -> str:
    if lag == 0:
        return _("Same day’s morning, before training")
    return ngettext("{count} morning later", "{count} mornings later", lag).format(count=lag)


def _lag_view(series: tuple[Lagged, ...]) -> LagView:
    return LagView(
        title=_("Hard sets of a day and morning pain"),
        subtitle=_("each ring is as large as the number of its days"),
        x_words=_("hard sets that day"),
        y_words=_("pain, 0–10"),
        rest_words=_("mean after days without training"),
        trained_words=_("mean after days with training"),
        panels=[
            LagPanel(
                _lag_title(one.lag),
                [Dot(x, y, count) for (x, y), count in sorted(_spots(one).items())],
                one.mean(trained=False),
                one.mean(trained=True),
            )
            for one in series
        ],
    )


def _spots(one: Lagged) -> Counter[tuple[float, float]]:
    return Counter((day.hard_sets, day.score) for day in one.days)


def _lag_readings(number: int, one: Lagged) -> list[Reading]:
    newest = {(day.hard_sets, day.score): day.day for day in one.days}
    return [
        Reading(
            (
                _lag_title(one.lag),
                ngettext("{count} hard set", "{count} hard sets", localized.plural(x)).format(
                    count=localized.number(x, 1)
                ),
                _("pain {score}").format(score=localized.number(y)),
                ngettext("{count} day", "{count} days", count).format(count=count),
            ),
            x=x,
            y=y,
            panel=number,
            day=newest[x, y],
        )
        for (x, y), count in sorted(_spots(one).items())
    ]


def _lag_table(series: tuple[Lagged, ...]) -> Table:
    pains: dict[dt.date, list[float | None]] = {}
    sets: dict[dt.date, float] = {}
    for place, one in enumerate(series):
        for day in one.days:
            sets[day.day] = day.hard_sets
            pains.setdefault(day.day, [None] * len(series))[place] = day.score
    days = sorted(pains)
    return Table(
        [_("Day"), _("Hard sets"), *(_lag_title(one.lag) for one in series)],
        [
            [
                day_cell(day),
                number_cell(sets[day]),
                *(number_cell(score, 0) for score in pains[day]),
            ]
            for day in days
        ],
        days,
    )
