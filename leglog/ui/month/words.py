"""The sentences of the monthly review, composed from its figures by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.pain_change import IMPORTANT_POINTS, ChangeVerdict
from leglog.training.units import load_number
from leglog.training.vocabulary import Unit
from leglog.ui import localized

if TYPE_CHECKING:
    from leglog.services.monthly_review import MonthFigures, MonthlyReview

TONNE_G = 1_000_000
_CLEARLY = (ChangeVerdict.CLEARLY_BETTER, ChangeVerdict.CLEARLY_WORSE)


def headline(review: MonthlyReview) -> str:
    """Return the review's one sentence: what was trained, and how the back was rated."""
    month, before = review.month, review.before
    if month.mean_pain is None:
        if not month.volume.workouts:
            return _("No workouts and no ratings in {month}.").format(
                month=localized.month(month.days.first)
            )
        return _("You trained {times}; the back was not rated.").format(times=times(month))
    pain = _("your back pain averaged {mean}").format(mean=localized.fixed(month.mean_pain))
    if before.mean_pain is not None:
        pain = _("{pain} ({month}: {mean})").format(
            pain=pain,
            month=localized.month_name(before.days.first.month),
            mean=localized.fixed(before.mean_pain),
        )
    return _("You trained {times}, and {pain}.").format(times=times(month), pain=pain)


def times(figures: MonthFigures) -> str:
    """Return how often was trained, of how often planned where there was a plan."""
    if figures.planned:
        return _("{done} of {planned} planned times").format(
            done=figures.planned_done, planned=figures.planned
        )
    return ngettext("{count} time", "{count} times", figures.volume.workouts).format(
        count=figures.volume.workouts
    )


def workouts(figures: MonthFigures) -> str:
    """Return the figure of workouts done, of those planned where there was a plan."""
    if figures.planned:
        return _("{done} of {planned}").format(done=figures.planned_done, planned=figures.planned)
    return localized.number(figures.volume.workouts)


def volume(load_g: int, unit: Unit) -> str:
    """Return a month's weight × reps, in tonnes where it is much."""
    if unit is Unit.KG and load_g >= TONNE_G:
        return _("{tonnes} t").format(tonnes=localized.fixed(load_g / TONNE_G))
    number = localized.number(round(float(load_number(load_g, unit))))
    return _("{load} {unit}").format(load=number, unit=unit.value)


def change_title(review: MonthlyReview) -> str:
    """Return whether the change in pain counts as meaningful, in the fixed wording."""
    change = review.change
    if change is None:
        rated = min(len(review.month.pain), len(review.before.pain))
        return ngettext(
            "Only {count} day rated: too few to compare.",
            "Only {count} days rated: too few to compare.",
            rated,
        ).format(count=rated)
    if change.verdict is ChangeVerdict.NO_CLEAR_CHANGE:
        if round(abs(change.drop), 1) == 0:
            return _("The same: no clear change.")
        words = _("Down {points} points: not clear yet.")
        if change.drop < 0:
            words = _("Up {points} points: not clear yet.")
    elif change.verdict in _CLEARLY:
        words = _("Down {points} points: more than the {least} points usually counted.")
        if change.drop < 0:
            words = _("Up {points} points: more than the {least} points usually counted.")
    else:
        words = _("Down {points} points: probably a meaningful change.")
        if change.drop < 0:
            words = _("Up {points} points: probably a meaningful change.")
    return words.format(
        points=localized.fixed(abs(change.drop)), least=localized.number(IMPORTANT_POINTS)
    )


def change_caption() -> str:
    """Return what 'meaningful' means."""
    return _(
        "A change of about 2 points is usually counted as meaningful. "
        "Smaller ones can be normal ups and downs."
    )


def rated(figures: MonthFigures) -> str:
    """Return on how many of its days the month was rated."""
    return ngettext(
        "{rated} of {days} day rated", "{rated} of {days} days rated", len(figures.days)
    ).format(rated=len(figures.pain), days=len(figures.days))
