"""'leglog report': the review of a month or several, as words, JSON or a PDF."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from leglog import i18n
from leglog.errors import InvalidValue
from leglog.i18n import _, ngettext
from leglog.reports import words
from leglog.reports.choices import ReportOptions, ReportWords
from leglog.reports.monthly import write_report
from leglog.reports.writing import PlainWriting
from leglog.services.monthly_review import monthly_review
from leglog.services.preferences import preferences
from leglog.ui import labels

if TYPE_CHECKING:
    import argparse

    from leglog.services.monthly_review import MonthFigures, MonthlyReview
    from leglog.services.training_log import TrainingLog

EARLIEST_YEAR = 1900
"""The days that a review compares with lie before it, and the calendar begins with the year 1."""


def make_report(log: TrainingLog, options: argparse.Namespace) -> int:
    """Print the review's headline and figures, and write the PDF where one is wanted.

    Raises InvalidValue for a month that is none or has not begun.
    """
    today = dt.datetime.now().astimezone().date()
    review = monthly_review(log, _month(options.month, today), today, options.months)
    language = i18n.language()
    said = ReportWords(PlainWriting(language), labels, preferences(log).unit, language)
    pages = None
    if options.pdf is not None:
        choice = ReportOptions(letter=options.paper == "letter", name=options.name)
        pages = write_report(options.pdf, review, said, choice)
    if options.json:
        print(json.dumps(_figures(review) | {"pages": pages}))
        return 0
    print(words.title(review, said.write))
    print(words.headline(review, said.write))
    if pages is not None:
        sentence = ngettext("{count} page in {path}", "{count} pages in {path}", pages)
        print(sentence.format(count=pages, path=options.pdf))
    return 0


def _month(text: str | None, today: dt.date) -> dt.date:
    """Return the first day of the month named, or of the last one that is over."""
    if text is None:
        return (today.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    try:
        month = dt.date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise InvalidValue(
            _("{text} is not a month.").format(text=text), _("Write it as 2026-10.")
        ) from error
    if month.year < EARLIEST_YEAR:
        raise InvalidValue(_("There are no logs from before {year}.").format(year=EARLIEST_YEAR))
    if month > today:
        raise InvalidValue(_("That month has not come yet."))
    return month


def _figures(review: MonthlyReview) -> dict[str, Any]:
    change = review.change
    return {
        "months": review.months,
        "period": _period(review.month),
        "before": _period(review.before),
        "change": change and change.verdict.value,
        "points_down": change and change.drop,
        "new_bests": [
            {"exercise": one.name, "kind": one.record.kind.value, "value": one.record.value}
            for one in review.bests
        ],
        "moved_together": review.together.next_week.finding.value,
        "week_pairs": review.together.next_week.pairs,
    }


def _period(figures: MonthFigures) -> dict[str, Any]:
    return {
        "first_date": figures.days.first.isoformat(),
        "last_date": figures.days.last.isoformat(),
        "workouts": figures.volume.workouts,
        "planned": figures.planned,
        "planned_done": figures.planned_done,
        "hard_sets": figures.volume.total_hard_sets,
        "volume_load_kg": figures.volume.total_load_g / 1000,
        "mean_pain": figures.mean_pain,
        "rated_days": len(figures.pain),
        "days_in_band": {band.value: days for band, days in figures.days_in_band.items()},
        "mean_sleep_min": figures.sleep_min.mean,
        "mean_steps": figures.steps.mean,
        "mean_sitting_min": figures.sitting_min.mean,
    }
