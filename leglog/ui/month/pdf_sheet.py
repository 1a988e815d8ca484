"""Asks for what the PDF of a review needs: a name, the paper; then shows or saves it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFormLayout, QWidget

from leglog.i18n import _, language
from leglog.reports.choices import ReportOptions, ReportWords
from leglog.reports.monthly import file_name, write_report
from leglog.ui import labels, localized, tasks
from leglog.ui.errors import show_error
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from leglog.services.monthly_review import MonthlyReview
    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk

KEPT_NAME, KEPT_PAPER = "report/name", "report/paper"


class PdfSheet(Sheet):
    """Makes the PDF while the window stays free; nothing is sent anywhere."""

    def __init__(
        self,
        desk: Desk,
        review: MonthlyReview,
        unit: Unit,
        left_out_notes: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("PDF for my physio"), width=480, parent=parent)
        self._desk, self._review = desk, review
        self._left_out = frozenset(left_out_notes)
        self._said = ReportWords(localized, labels, unit, language())
        self.name = LineEdit(name=_("Name on the first page"))
        self.name.setText(desk.kept(KEPT_NAME))
        self.name.setMaxLength(80)
        options = [("a4", _("A4")), ("letter", _("Letter"))]
        self.paper = SegmentedControl(options, desk.kept(KEPT_PAPER) or usual_paper(),
                                      name=_("Paper"))  # fmt: skip
        form = QFormLayout()
        form.setSpacing(current_theme().px(8))
        form.addRow(_("&Name, may stay empty"), self.name)
        form.addRow(_("Paper"), self.paper)
        self.body.addLayout(form)
        self.body.addWidget(
            Text(
                _("One or two pages. The PDF stays on this computer until you hand it on."),
                tone="muted",
                wrap=True,
            )
        )
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Pre&view"), self._preview, icon="print")
        self.add_button(_("&Save PDF…"), self._ask_where, kind=Kind.PRIMARY, default=True)

    @property
    def options(self) -> ReportOptions:
        """What is chosen."""
        return ReportOptions(
            self.paper.value == "letter", " ".join(self.name.text().split()), self._left_out
        )

    def save(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Write the PDF to ``path``, then close and say so."""
        options = self.options
        self._desk.keep(KEPT_NAME, options.name)
        self._desk.keep(KEPT_PAPER, self.paper.value)
        review, said = self._review, self._said

        def done(pages: int) -> None:
            if then is not None:
                then()
            self._desk.say(_("{name} saved, pages: {pages}.").format(name=path.name, pages=pages))
            self.accept()

        tasks.run(
            lambda _progress: write_report(path, review, said, options),
            done,
            lambda error: show_error(self, error),
            parent=self,
            queue=tasks.DRAWING,
        )

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = Path(folder) / file_name(self._review)
        text, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), str(offered), _("PDF files (*.pdf)")
        )
        if text:
            path = Path(text)
            self.save(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _preview(self) -> None:
        """Open a copy in the system's own viewer, from which it can be printed too."""
        path = Path(tempfile.mkdtemp(prefix="leglog-")) / file_name(self._review)
        self.save(path, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))


def usual_paper() -> str:
    """Return the paper that people use here: Letter in North America, A4 elsewhere."""
    imperial_us = QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if QLocale().measurementSystem() is imperial_us else "a4"
