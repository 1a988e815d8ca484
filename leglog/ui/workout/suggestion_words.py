"""What is suggested for an exercise, and its reason in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.progression import EXTRA_REPS, Advice, Reason
from leglog.ui import localized

if TYPE_CHECKING:
    from leglog.services.suggestions import NextTime
    from leglog.training.progression import Suggestion, Target
    from leglog.training.vocabulary import Unit


def advice(suggestion: Suggestion, target: Target, unit: Unit) -> str:
    """Return what to do ('42.5 kg × 8', 'The same again', 'A set less')."""
    load = "" if suggestion.load_g is None else localized.load_with_unit(suggestion.load_g, unit)
    match suggestion.advice:
        case Advice.ADD_LOAD:
            return _("{load} × {reps}").format(load=load, reps=suggestion.reps or target.low)
        case Advice.REDUCE_HELP:
            return _("Help {load} × {reps}").format(load=load, reps=suggestion.reps or target.low)
        case Advice.ADD_REPS:
            count = suggestion.reps or target.low
            return ngettext("{count} rep a set", "{count} reps a set", count).format(count=count)
        case Advice.ADD_SECONDS:
            seconds = suggestion.duration_s or target.low
            return _("{time} a set").format(time=localized.duration(seconds))
        case Advice.HARDER_VARIANT:
            return _("A harder variant")
        case Advice.EASE_OFF:
            return load or _("A set less")
        case Advice.REPEAT:
            return _("The same again")


def reason(found: NextTime, unit: Unit) -> str:
    """Return why, in one sentence; what the back said comes first."""
    suggestion, target = found.suggestion, found.target
    if suggestion is None or target is None:
        return ""
    if suggestion.reason is Reason.PAUSED and found.flare_since is not None:
        return _(
            "A flare-up runs since {day}: nothing is added. Hold, go lighter, or rest."
        ).format(day=localized.short_day(found.flare_since))
    sentences = {**_of_the_back(), **_of_the_sets(target)}
    words = sentences.get(suggestion.reason, "")
    if found.easy_week:
        easier = _("It fell off three times in a row; an easy week may help.")
        words = f"{words} {easier}"
    if found.see_someone:
        advised = _("Twice in a row your back was clearly up; a physio or doctor can help.")
        return f"{words} {advised}"
    return words


def tolerated(found: NextTime, unit: Unit) -> str:
    """Return the heaviest load or longest hold that a quiet morning followed; empty for none."""
    best = found.tolerated
    if best is None:
        return ""
    if best.load_g is not None:
        value = localized.load_with_unit(best.load_g, unit)
    else:
        value = localized.duration(best.duration_s or 0)
    return _("Tolerated lately: {value}, {day}").format(
        value=value, day=localized.short_day(best.day)
    )


def _of_the_back() -> dict[Reason, str]:
    return {
        Reason.PAUSED: _("A flare-up is running: nothing is added. Hold, go lighter, or rest."),
        Reason.AFTER_FLARE: _("The first time since the flare-up: 10 to 20 % lighter."),
        Reason.RETURNING: _(
            "On the way back from the flare-up: your back took the last workout well, so one step."
        ),
        Reason.BACK_RED: _(
            "Your back was clearly up around the last workout: 10 to 20 % lighter, an easier "
            "variant, or a set less."
        ),
        Reason.BACK_AMBER: _("Your back was up a little around the last workout."),
        Reason.BACK_SORE_BEFORE: _("You began the last workout with pain above 5."),
        Reason.BACK_NOT_RATED: _(
            "The last workout was not rated before and after; steps need those ratings."
        ),
    }


def _of_the_sets(target: Target) -> dict[Reason, str]:
    too_big = _("The next weight would be more than a tenth heavier: first up to {most} reps.")
    if target.increment_g is None:
        too_big = _("Without a weight to add, reps grow first, up to {most}.")
    top = localized.duration(target.top) if target.is_hold else str(target.top)
    return {
        Reason.FIRST_TIME: _("The first time: begin light and leave 2 to 3 reps in reserve."),
        Reason.BELOW_TOP: _("Not every set has reached {top} yet.").format(top=top),
        Reason.TOO_HARD: _("Every set reached {top}, but with nothing in reserve.").format(top=top),
        Reason.ONCE_MORE: _("Every set reached {top} once; a step takes two workouts.").format(
            top=top
        ),
        Reason.TOP_TWICE: _(
            "Every set reached {top} in two workouts, and your back stayed quiet."
        ).format(top=top),
        Reason.STEP_TOO_BIG: too_big.format(most=target.top + EXTRA_REPS),
        Reason.LONG_ENOUGH: _("More of the same adds little now; your back stayed quiet."),
    }
