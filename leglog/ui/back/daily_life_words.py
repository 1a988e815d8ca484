"""The words of the sheet about daily life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.tasks import is_meaningful_drop, mean_change_is_real, percent_drop
from leglog.ui import localized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.services.daily_tasks import DailyLife

SHOWN = 8
"""The newest days that the sheet lists."""


def about() -> str:
    """Return what the tasks are for."""
    return _(
        "Name three to five things of your own day that your back makes harder. Rate how easy each "
        "one is now: 0 is not possible, 10 is as before."
    )


def every_two_weeks() -> str:
    """Return how often it makes sense."""
    return _("Every two weeks is enough. Skip it whenever you like.")


def questions() -> tuple[tuple[str, str, str], ...]:
    """Return the three questions with the words at both ends of their scales."""
    return (
        (
            _("How strong was your back pain on average?"),
            _("0 none"),
            _("10 worst imaginable"),
        ),
        (
            _("How much did it take away from enjoying life?"),
            _("0 nothing"),
            _("10 everything"),
        ),
        (
            _("How much did it keep you from what you usually do?"),
            _("0 not at all"),
            _("10 completely"),
        ),
    )


def history(days: Sequence[DailyLife]) -> Iterable[tuple[str, ...]]:
    """Yield the heading and the newest days, the newest first."""
    yield (_("Day"), _("Ease of tasks, mean"), _("Three questions, mean"))
    for day in list(reversed(days))[:SHOWN]:
        ease, answers = day.mean_ease, day.answers
        yield (
            localized.day(day.day),
            "–" if ease is None else localized.fixed(ease),
            "–" if answers is None else localized.fixed(answers.score),
        )


def change(days: Sequence[DailyLife]) -> str:
    """Return in sentences how the newest answers compare with the first ones."""
    if len(days) < 2:
        return _("Two days with answers can be compared.")
    return " ".join(part for part in (_ease_change(days), _score_change(days)) if part)


def _ease_change(days: Sequence[DailyLife]) -> str:
    rated = [day for day in days if day.mean_ease is not None]
    # Only tasks rated on both days can be compared.
    both = rated[0].ease.keys() & rated[-1].ease.keys() if len(rated) > 1 else set()
    if not both:
        return ""
    first = sum(rated[0].ease[task] for task in both) / len(both)
    last = sum(rated[-1].ease[task] for task in both) / len(both)
    words = _("Tasks: {first} on {day}, {last} now: within the usual ups and downs of 2 points.")
    if mean_change_is_real(first, last):
        words = _("Tasks: {first} on {day}, {last} now: 2 points or more, beyond the usual.")
    return words.format(
        first=localized.fixed(first),
        day=localized.day(rated[0].day),
        last=localized.fixed(last),
    )


def _score_change(days: Sequence[DailyLife]) -> str:
    scores = [(day.day, day.answers.score) for day in days if day.answers is not None]
    if len(scores) < 2:
        return ""
    (day, first), (_last_day, last) = scores[0], scores[-1]
    percent = percent_drop(first, last)
    words = _("Questions: {first} on {day}, {last} now.")
    if percent is not None and is_meaningful_drop(first, last):
        words = _("Questions: {first} on {day}, {last} now: 30 % or more, a meaningful change.")
    return words.format(
        first=localized.fixed(first), day=localized.day(day), last=localized.fixed(last)
    )
