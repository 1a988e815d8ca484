"""What may be said of weeks that are compared; below the needed data it says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.settings import Question
from leglog.training.association import SHOWN_FROM, SPOKEN_FROM, Finding
from leglog.ui import localized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.services.patterns import MovedTogether, ResponseLine
    from leglog.training.association import Association


def question(value: Question) -> str:
    """Return a question as it is chosen."""
    return {
        Question.LEG_SETS: _("Leg and hip sets, and mornings a week later"),
        Question.HINGE_SETS: _("Hip hinge sets, and mornings a week later"),
        Question.SLEEP: _("Hours of sleep, and mornings a week later"),
        Question.STEPS: _("Steps, and mornings a week later"),
        Question.SITTING: _("Hours sitting, and mornings a week later"),
    }[value]


def finding(moved: MovedTogether) -> str:
    """Return the sentence that the data allow."""
    later = moved.later
    match later.finding:
        case Finding.NOT_ENOUGH:
            return ngettext(
                "Not enough weeks yet: {count} of {needed} that can be compared.",
                "Not enough weeks yet: {count} of {needed} that can be compared.",
                later.pairs,
            ).format(count=later.pairs, needed=SHOWN_FROM)
        case Finding.TOO_EARLY:
            return ngettext(
                "Too early to say: {count} week; a sentence needs {needed}.",
                "Too early to say: {count} weeks; a sentence needs {needed}.",
                later.pairs,
            ).format(count=later.pairs, needed=SPOKEN_FROM)
        case Finding.ONLY_TRENDS:
            return _("Both changed over the months; week by week they did not move together.")
        case Finding.NO_CLEAR_PATTERN:
            return _("No clear pattern in these weeks.")
        case Finding.MOVED_TOGETHER:
            return _together(moved)


def always() -> str:
    """Return what is said below every answer."""
    return _(
        "Sleep, work and chance can do the same. To test it, change one thing for three to four "
        "weeks, then change it back. This log cannot tell why your pain changed."
    )


def chosen_before() -> str:
    """Return why there is one question."""
    return _("Choose the question before you look: of many questions, some answer by chance.")


def figures(moved: MovedTogether) -> Iterable[tuple[str, str, str]]:
    """Yield heading and rows: which weeks, how closely, from how many; nothing below 12."""
    if moved.later.finding is Finding.NOT_ENOUGH:
        return
    yield (_("Weeks compared"), _("Together, −1 to 1"), _("From"))
    for name, association in (
        (_("with mornings one week later"), moved.later),
        (_("with mornings of the same week"), moved.same_week),
        (_("with mornings one week before"), moved.reverse),
    ):
        yield (name, _rho(association), _number(association))


def responses_caption(first: str, last: str) -> str:
    """Return what the table of exercises shows."""
    return _(
        "Mean change from one morning to the next, {first} to {last}, in points; below three days "
        "on either side nothing is shown."
    ).format(first=first, last=last)


def responses_note() -> str:
    """Return what the table cannot say."""
    return _(
        "Exercises of one workout share its mornings, so this cannot tell them apart. Sleep, work "
        "and chance can do the same. It is a starting point for a talk with your physio."
    )


def response_cells(line: ResponseLine) -> tuple[str, str, str, str]:
    """Return a row of the table of exercises."""
    response = line.response
    return (
        line.name,
        _change(response.change_with, response.days_with),
        _change(response.change_without, response.days_without),
        str(line.felt) if line.felt else "–",
    )


def _together(moved: MovedTogether) -> str:
    higher = (moved.later.rho or 0.0) > 0
    more = {
        Question.LEG_SETS: _("more leg and hip sets"),
        Question.HINGE_SETS: _("more hip hinge sets"),
        Question.SLEEP: _("more sleep"),
        Question.STEPS: _("more steps"),
        Question.SITTING: _("more sitting"),
    }[moved.question]
    words = _("In your log, weeks after {more} tended to have lower morning ratings ({count}).")
    if higher:
        words = _(
            "In your log, weeks after {more} tended to have higher morning ratings ({count})."
        )
    count = ngettext("{count} week", "{count} weeks", moved.later.pairs)
    return words.format(more=more, count=count.format(count=moved.later.pairs))


def _rho(association: Association) -> str:
    return "–" if association.rho is None else localized.signed(association.rho, 2)


def _number(association: Association) -> str:
    weeks = ngettext("{count} week", "{count} weeks", association.pairs).format(
        count=association.pairs
    )
    if association.effective_n is None or association.p is None:
        return weeks
    return _("{weeks}, worth {worth} apart from each other; p {p}").format(
        weeks=weeks,
        worth=localized.fixed(association.effective_n),
        p=localized.number(association.p, 2),
    )


def _change(change: float | None, days: int) -> str:
    counted = ngettext("{count} day", "{count} days", days).format(count=days)
    if change is None:
        return _("too few ({days})").format(days=counted)
    return _("{change} ({days})").format(change=localized.signed(change), days=counted)
