"""The dialog that puts a routine on paper: as a PDF, or on a printer where there is one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QLocale, QMarginsF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from leglog.i18n import _
from leglog.ui.routines.paper import draw_routine
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.paper_flow import MARGIN_MM
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPagedPaintDevice

    from leglog.services.routine_paper import ExerciseText
    from leglog.services.routine_reading import RoutineView

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_DPI = 600


class PaperSheet(Sheet):
    """Asks for the paper and what shall be on it; ``tell`` hears where the PDF is."""

    def __init__(
        self,
        view: RoutineView,
        texts: Mapping[int, ExerciseText],
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("On paper"), view.name, width=460, parent=parent)
        self._view, self._texts, self._tell = view, texts, tell
        self.body.addWidget(
            Text(_("The plan with a box for each set, to fill in with a pen."), wrap=True)
        )
        options = [("a4", _("A4")), ("letter", _("Letter"))]
        self.paper = SegmentedControl(options, usual_paper(), name=_("Paper"))
        self.body.addWidget(self.paper)
        self.with_steps = CheckBox(_("With how each exercise is done"))
        self.with_steps.setChecked(True)
        self.body.addWidget(self.with_steps)
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.add_button(_("Cancel"), self.reject)
        if has_printer():
            self.add_button(_("&Print…"), self._print, icon="print")
        self.save_button = self.add_button(
            _("&Save as PDF…"), self._ask_where, kind=Kind.PRIMARY, default=True
        )
        self.save_button.setFocus()

    def save(self, path: Path) -> None:
        """Write the PDF; where it cannot be written the sheet stays and says so."""
        texts = self._chosen_texts()
        try:
            path.write_bytes(routine_pdf(self._view, texts, self.paper.value))
        except OSError:
            self._say_trouble(_("The PDF could not be written to this folder. Choose another one."))
            return
        self._tell(_("Saved as {file}.").format(file=path.name))
        self.accept()

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = Path(folder) / f"{file_name(self._view.name)}.pdf"
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), str(offered), _("PDF files (*.pdf)")
        )
        if name:
            path = Path(name)
            self.save(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _prepare(printer, self.paper.value)
        printer.setDocName(self._view.name)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        if draw_routine(printer, self._view, self._chosen_texts()):
            self._tell(_("Sent to the printer."))
            self.accept()
            return
        self._say_trouble(_("The printer did not take it. Save a PDF instead, or try again."))

    def _chosen_texts(self) -> Mapping[int, ExerciseText]:
        return self._texts if self.with_steps.isChecked() else {}

    def _say_trouble(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()


def usual_paper() -> str:
    """Return the paper that people use here: Letter in North America, A4 elsewhere."""
    imperial_us = QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if QLocale().measurementSystem() is imperial_us else "a4"


def has_printer() -> bool:
    """Say whether this computer knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def routine_pdf(view: RoutineView, texts: Mapping[int, ExerciseText], paper: str) -> bytes:
    """Return a routine as a PDF on this paper ('a4', 'letter')."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(view.name)
    writer.setCreator("LegLog")
    _prepare(writer, paper)
    draw_routine(writer, view, texts)
    return bytes(buffer.data().data())


def file_name(name: str) -> str:
    """Return a name that every system takes for a file."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", name).strip(" .") or _("Routine")


def _prepare(device: QPagedPaintDevice, paper: str) -> None:
    device.setPageSize(QPageSize(PAPERS[paper]))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(*(MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
