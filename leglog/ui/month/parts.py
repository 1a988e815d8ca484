"""What the cards of the review show, made from its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.readings import Reading
from leglog.i18n import _, ngettext
from leglog.reports import words
from leglog.training.vocabulary import Band
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Bar
from leglog.ui.widgets.facts import Fact

if TYPE_CHECKING:
    from leglog.services.monthly_review import MonthlyReview
    from leglog.training.vocabulary import Unit

NONE = "–"
ROWS = 12
"""Rows that a card lists at most; the PDF and the other pages have the rest."""


def facts(review: MonthlyReview, unit: Unit) -> list[Fact]:
    """Return the four facts below the headline."""
    month, before = review.month, review.before
    then = words.period_before(review, localized)
    mean = month.mean_pain
    return [
        Fact(
            _("Workouts"),
            words.workouts(month, localized),
            _("{month}: {figure}").format(month=then, figure=words.workouts(before, localized)),
            role=Role.FIGURE,
        ),
        Fact(
            _("Volume"),
            words.volume(month.volume.total_load_g, unit, localized),
            words.volume_change(review, unit, localized),
            role=Role.FIGURE,
        ),
        Fact(
            _("Average back pain"),
            NONE if mean is None else localized.fixed(mean),
            words.rated(month),
            role=Role.FIGURE,
        ),
        Fact(
            _("Is that a meaningful change?"),
            words.change_title(review, localized),
            words.change_caption(),
            role=Role.STRONG,
        ),
    ]


def band_bars(review: MonthlyReview) -> list[Bar]:
    """Return rated days by band, this stretch and the one before."""
    theme = current_theme()
    rated = max(len(review.month.pain), 1)
    rated_before = max(len(review.before.pain), 1)
    now, then = review.month.days_in_band, review.before.days_in_band
    return [
        Bar(
            labels.band(band),
            now[band] / rated,
            ngettext("{count} day", "{count} days", now[band]).format(count=now[band]),
            theme.colours[f"band_{band.value}_text"],
            then[band] / rated_before,
            localized.number(then[band]),
        )
        for band in Band
    ]


def balance_bars(review: MonthlyReview) -> list[Bar]:
    """Return hard sets by muscle group, this stretch and the one before."""
    theme = current_theme()
    now, then = review.month.volume.hard_sets, review.before.volume.hard_sets
    most = max((*now.values(), *then.values()), default=0.0) or 1.0
    return [
        Bar(
            labels.muscle_group(group),
            now.get(group, 0.0) / most,
            localized.number(now.get(group, 0.0), 1),
            theme.muscles[group.value],
            then.get(group, 0.0) / most,
            localized.number(then.get(group, 0.0), 1),
        )
        for group in review.groups
    ]


def around_rows(review: MonthlyReview) -> list[tuple[str, ...]]:
    """Return the table of pain around workouts, its headings first."""
    if not review.around:
        return [(_("No workouts in these days."),)]
    return [
        (
            _("Exercise"),
            _("Workouts"),
            _("Worst − before"),
            _("Next morning − before"),
            _("“Felt it here” marks"),
        ),
        *(
            (
                one.name,
                localized.number(one.workouts),
                words.change(one.worst_less_before, localized),
                words.change(one.morning_less_before, localized),
                localized.number(one.felt) if one.felt else NONE,
            )
            for one in review.around[:ROWS]
        ),
    ]


def best_rows(review: MonthlyReview, unit: Unit) -> list[tuple[str, ...]]:
    """Return the new bests with what they beat."""
    if not review.bests:
        return [(_("No new bests in these days."),)]
    return [
        (_("Exercise"), _("New best"), _("Before")),
        *(
            (
                one.name,
                words.best(one, unit, localized),
                words.best_before(one, unit, localized),
            )
            for one in review.bests[:ROWS]
        ),
    ]


def tolerated_rows(review: MonthlyReview, unit: Unit) -> list[tuple[str, ...]]:
    """Return the best loads that were followed by a settled morning."""
    if not review.tolerated:
        return [(_("No workout of the last 8 weeks has all its ratings."),)]
    return [
        (_("Exercise"), _("Heaviest or longest")),
        *((one.name, words.tolerated(one, unit, localized)) for one in review.tolerated[:ROWS]),
    ]


def daily_rows(review: MonthlyReview) -> list[tuple[str, ...]]:
    """Return sleep, steps and sitting, this stretch and the one before."""
    both = (review.month, review.before)
    return [
        (_("Mean a day"), words.period(review, localized), words.period_before(review, localized)),
        (
            _("Sleep"),
            *(words.daily(one.sleep_min, words.hours(one.sleep_min.mean, localized))
              for one in both),
        ),
        (
            _("Steps"),
            *(words.daily(one.steps, localized.number(one.steps.mean or 0, 0)) for one in both),
        ),
        (
            _("Sitting"),
            *(words.daily(one.sitting_min, words.hours(one.sitting_min.mean, localized))
              for one in both),
        ),
    ]  # fmt: skip


def readings(review: MonthlyReview) -> list[Reading]:
    """Return the rated days and the days of workouts, as the chart's cursor reads them."""
    trained = {one.date: one.title for one in review.workouts}
    found = []
    for point in review.pain:
        parts = []
        if point.score is not None:
            parts.append(_("pain {score}").format(score=localized.number(point.score)))
        if point.mean is not None:
            parts.append(_("7-day mean {mean}").format(mean=localized.fixed(point.mean)))
        if point.day in trained:
            parts.append(trained[point.day])
        if parts:
            words_of = (localized.short_day(point.day), *parts)
            found.append(Reading(words_of, x=float(point.day.toordinal()), day=point.day))
    return found
