"""The back in words: when, where and how much it hurt."""

from __future__ import annotations

from leglog.i18n import _, pgettext
from leglog.training.vocabulary import (
    Band,
    LegSign,
    Moment,
    PainRegion,
    PainSide,
    PeriodKind,
    Response,
)


def moment(value: Moment) -> str:
    """Return when a rating was true ('Worst during')."""
    return {
        Moment.MORNING: _("Morning"),
        Moment.BEFORE: _("Before"),
        Moment.DURING: _("Worst during"),
        Moment.AFTER: _("After"),
        Moment.ANY: _("Other"),
    }[value]


def moment_in_full(value: Moment) -> str:
    """Return what a scale rates, for screen readers ('Back pain before training')."""
    return {
        Moment.MORNING: _("Back pain this morning"),
        Moment.BEFORE: _("Back pain before training"),
        Moment.DURING: _("Worst back pain during training"),
        Moment.AFTER: _("Back pain after training"),
        Moment.ANY: _("Back pain now"),
    }[value]


def band(value: Band) -> str:
    """Return the name of a band of ratings ('Moderate')."""
    return {
        Band.LOW: _("Low"),
        Band.MODERATE: _("Moderate"),
        Band.HIGH: _("High"),
    }[value]


def rating_word(rating: int) -> str:
    """Return the word for a rating: none, low, moderate or high."""
    if rating == 0:
        return pgettext("pain", "none")
    if rating <= 2:
        return pgettext("pain", "low")
    return pgettext("pain", "moderate") if rating <= 5 else pgettext("pain", "high")


def response(value: Response | None) -> str:
    """Return how the back took a workout; None is not known yet."""
    if value is None:
        return _("No next-morning rating")
    return {
        Response.GREEN: _("Settled by morning"),
        Response.AMBER: _("Up a little next morning"),
        Response.RED: _("Clearly up next morning"),
    }[value]


def pain_side(value: PainSide) -> str:
    """Return where in the back it hurts ('Centre')."""
    return {
        PainSide.LEFT: _("Left"),
        PainSide.CENTRE: _("Centre"),
        PainSide.RIGHT: _("Right"),
        PainSide.BOTH: _("Both sides"),
    }[value]


def pain_region(value: PainRegion) -> str:
    """Return the height at which it hurts ('Lower back')."""
    return {
        PainRegion.LOWER_BACK: _("Lower back"),
        PainRegion.MIDDLE_BACK: _("Middle back"),
        PainRegion.UPPER_BACK: _("Upper back"),
        PainRegion.BUTTOCK_OR_HIP: _("Buttock or hip"),
    }[value]


def leg_sign(value: LegSign) -> str:
    """Return whether the pain runs into a leg ('Into the left leg')."""
    return {
        LegSign.NONE: _("Not into the leg"),
        LegSign.LEFT: _("Into the left leg"),
        LegSign.RIGHT: _("Into the right leg"),
        LegSign.BOTH: _("Into both legs"),
    }[value]


def trigger(key: str) -> str:
    """Return what came before the pain ('Sitting long'); own words stay as they are."""
    return {
        "sitting": _("Sitting long"),
        "lifting": _("Lifting"),
        "sleep": _("Bad sleep"),
        "stress": _("Stress"),
    }.get(key, key)


def period_kind(value: PeriodKind) -> str:
    """Return what a marked stretch of days is ('Easy week')."""
    return {
        PeriodKind.FLARE: _("Flare-up"),
        PeriodKind.EASY_WEEK: _("Easy week"),
        PeriodKind.REMARK: _("Remark"),
    }[value]
