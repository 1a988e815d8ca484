"""Month: what was trained and how the back was, beside the month before; as a page and a PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.monthly_review import MonthlyReview, monthly_review
from leglog.services.preferences import preferences
from leglog.training.periods import months_before
from leglog.ui import localized
from leglog.ui.desk import Destination, Place
from leglog.ui.month.header import MonthHeader
from leglog.ui.month.pdf_sheet import PdfSheet
from leglog.ui.month.review import MonthReview
from leglog.ui.page import Page
from leglog.ui.tasks import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk


KEPT = "month/months"


class _Read(NamedTuple):
    review: MonthlyReview
    unit: Unit


class MonthPage(Page):
    """Shows one month or several; PgUp and PgDn go back and forth by a month."""

    tables = frozenset(
        {
            "check_in",
            "exercise",
            "exercise_muscle",
            "pain_rating",
            "performed_set",
            "period",
            "planned_workout",
            "preference",
            "workout",
            "workout_exercise",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = _today()
        self.review: MonthlyReview | None = None
        self._unit: Unit | None = None
        self._pdf_is_wanted = False
        self._reader = Reader(self, self._show_review, wait=self._wait)
        self._build()

    @property
    def is_reading(self) -> bool:
        """Whether the review, or what moved together, is still being read."""
        return self._reader.is_reading or self._review.patterns.is_reading

    def reload(self) -> None:
        """Read the month again; what is shown stays meanwhile."""
        log, day, today = self._desk.log, self._day, _today()
        months = int(self._header.months.value)
        self._header.name.setText(localized.month(day))
        self._header.later.setEnabled(months_before(day, -1).replace(day=1) <= today)
        self._reader.ask(lambda: _read(log, day, today, months))

    def _show_review(self, read: _Read) -> None:
        review, unit = self.review, self._unit = read
        self._review.show_review(review, unit, _today())
        if self._pdf_is_wanted and not self._reader.is_behind:
            self._open_pdf_sheet()

    def open(self, destination: Destination) -> None:
        """Show the month of a day, where one is named."""
        if destination.day is not None:
            self._show_month(destination.day)

    def areas(self) -> tuple[QWidget, ...]:
        """Return the header and the review."""
        return (self._header, self._review)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (
            ("PgUp", _("month before")),
            ("PgDown", _("month after")),
            ("Ctrl+E", _("PDF")),
        )

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Return the answers to Ctrl+E and Ctrl+P."""
        return {"export": self.ask_pdf, "print": self.ask_pdf}

    def ask_pdf(self) -> None:
        """Open the sheet that makes the PDF, of the month that is named above."""
        self._review.physio.write()
        self._pdf_is_wanted = True
        if not self._reader.is_reading:
            self._open_pdf_sheet()

    def _open_pdf_sheet(self) -> None:
        self._pdf_is_wanted = False
        if self.review is None or self._unit is None:
            return
        left_out = self._review.notes.left_out
        sheet = PdfSheet(self._desk, self.review, self._unit, left_out, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header()
        column.addWidget(self._header)
        self._review = MonthReview(self._desk)
        self._review.day_wanted.connect(
            lambda day: self._desk.go(Destination(Place.HISTORY, day=day))
        )
        column.addWidget(self._review, 1)

    def _build_header(self) -> MonthHeader:
        header = MonthHeader(self._desk.kept(KEPT))
        header.step_wanted.connect(self._move)
        header.months.chosen.connect(self._on_months)
        header.pdf_wanted.connect(self.ask_pdf)
        for button, key in ((header.earlier, "PgUp"), (header.later, "PgDown")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return header

    def _on_months(self, months: str) -> None:
        self._desk.keep(KEPT, months)
        self.reload()

    def _move(self, by: int) -> None:
        self._review.physio.write()
        self._show_month(months_before(self._day.replace(day=1), -by))

    def _show_month(self, day: dt.date) -> None:
        self._day = min(day, _today())
        self.reload()

    def _wait(self) -> None:
        self._review.say(_("Reading…"))


def _read(log: TrainingLog, day: dt.date, today: dt.date, months: int) -> _Read:
    return _Read(monthly_review(log, day, today, months), preferences(log).unit)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
