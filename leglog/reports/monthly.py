"""The monthly review on paper: one or two pages for a physio or trainer, with selectable words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog import __version__
from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.reports import words
from leglog.reports.choices import Limits, ReportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.charts.paper import Paper, Sheet
    from leglog.charts.tagged_pdf import Element
    from leglog.reports.choices import ReportWords
    from leglog.services.monthly_review import MonthlyReview

MOST_PAGES = 2


STEPS = (
    Limits(12, 10, 400, 40, 1000),
    Limits(8, 8, 60, 12, 400),
    Limits(6, 6, 40, 6, 240),
    Limits(5, 5, 25, 4, 160),
    Limits(5, 3, 14, 2, 120),
    Limits(4, 3, 8, 2, 100),
    Limits(3, 2, 5, 1, 100),
    Limits(2, 1, 2, 1, 60),
)


def file_name(review: MonthlyReview) -> str:
    """Return a name for the file that sorts by time ('leglog-2026-10.pdf')."""
    days = review.month.days
    if review.months == 1:
        return f"leglog-{days.first:%Y-%m}.pdf"
    return f"leglog-{days.first:%Y-%m}-to-{days.last:%Y-%m}.pdf"


def write_report(
    path: Path, review: MonthlyReview, said: ReportWords, options: ReportOptions | None = None
) -> int:
    """Write the review as a PDF and return its number of pages.

    Raises LeglogError with a sentence where the file cannot be written.
    """
    from leglog.charts.tagged_pdf import write_pages

    sheets, root = typeset(review, said, options or ReportOptions())
    try:
        write_pages(
            path,
            [sheet.figure for sheet in sheets],
            title=words.title(review, said.write),
            language=said.language,
            root=root,
            creator=f"LegLog {__version__}",
        )
    except OSError as error:
        raise LeglogError(
            _("The PDF could not be written to this folder."), _("Choose another one.")
        ) from error
    return len(sheets)


def typeset(
    review: MonthlyReview, said: ReportWords, options: ReportOptions
) -> tuple[list[Sheet], Element]:
    """Return the pages and their structure; parts are shortened until two pages hold them."""
    from leglog.charts.paper import A4, LETTER, draw_foot, flow, places
    from leglog.charts.tagged_pdf import Element
    from leglog.reports.monthly_blocks import blocks

    paper: Paper = LETTER if options.letter else A4
    for limits in STEPS:
        parts = blocks(review, said, options, limits)
        if places(parts, paper)[-1][0] < MOST_PAGES:
            break
    root = Element("Document")
    sheets = flow(parts, paper, root)
    foot = _("Kept by the patient with LegLog; not a medical record.")
    for number, sheet in enumerate(sheets, start=1):
        draw_foot(sheet, foot, _("{page} of {pages}").format(page=number, pages=len(sheets)))
    return sheets, root
