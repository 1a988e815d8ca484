"""What the builder does with programmes: shows them, writes them, starts and ends them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leglog.i18n import _
from leglog.services import programmes
from leglog.services.programme_reading import (
    ProgrammeView,
    programme_list,
    programme_template_list,
)
from leglog.services.programmes import PhaseValues, ProgrammeValues
from leglog.services.routine_reading import routine_list
from leglog.training.schedule import usual_weekdays
from leglog.ui.routines.programme_editor import ProgrammeEditor
from leglog.ui.routines.programmes_sheet import ProgrammesSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from leglog.ui.desk import Desk
    from leglog.ui.routines.changes import RoutineChanges

_TWICE = 2


class ProgrammeErrands(QObject):
    """Asks the services and shows the dialogs over ``page``."""

    def __init__(self, desk: Desk, changes: RoutineChanges, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._changes, self._page = desk, changes, page

    def show_all(self) -> None:
        """Open the dialog with all programmes and the templates."""
        sheet = ProgrammesSheet(self._page)
        sheet.wanted.connect(lambda name, id_: self._do(name, id_, sheet))
        sheet.template_chosen.connect(lambda id_: self._copy_template(id_, sheet))
        sheet.new_wanted.connect(lambda: self._write_new(sheet))
        self._fill(sheet)
        _open(sheet)

    def plan_days(self, programme: ProgrammeView, days: frozenset[int]) -> None:
        """Give a programme other weekdays."""
        values = replace(programme.values, weekdays=days)
        log, today = self._desk.log, self._changes.today()
        self._changes.attempt(
            lambda: programmes.correct_programme(log, programme.id, values, today)
        )

    def _fill(self, sheet: ProgrammesSheet) -> None:
        sheet.show_programmes(
            programme_list(self._desk.log), programme_template_list(), self._changes.today()
        )

    def _do(self, name: str, programme_id: int, sheet: ProgrammesSheet) -> None:
        log, today = self._desk.log, self._changes.today()
        if name == "edit":
            self._edit(programme_id, sheet)
            return
        verbs: dict[str, tuple[Callable[[], object], str]] = {
            "start": (
                lambda: programmes.start_programme(log, programme_id, today, today),
                _("Programme started. Today and Log follow it from now on."),
            ),
            "stop": (
                lambda: programmes.stop_programme(log, programme_id, today),
                _("Programme ended. The routines’ own weekdays hold again."),
            ),
            "longer": (
                lambda: programmes.stay_in_phase(log, programme_id, today),
                _("This phase takes a week longer."),
            ),
            "archive": (
                lambda: programmes.archive_programme(log, programme_id, today),
                _("Programme archived."),
            ),
            "restore": (
                lambda: programmes.restore_programme(log, programme_id),
                _("Programme taken out of the archive."),
            ),
            "delete": (
                lambda: programmes.remove_programme(log, programme_id, today),
                _("Programme deleted. Its routines stay; Ctrl+Z brings it back."),
            ),
        }
        do, said = verbs[name]
        if self._changes.attempt(lambda: (do(), True)):
            self._desk.say(said)
        self._fill(sheet)

    def _copy_template(self, template_id: str, sheet: ProgrammesSheet) -> None:
        log = self._desk.log
        added = self._changes.attempt(
            lambda: programmes.add_programme_from_template(log, template_id)
        )
        if added is not None:
            self._desk.say(_("Programme added with its routines. Start it when you like."))
            self._fill(sheet)
            sheet.cards[added].main_button.setFocus()

    def _write_new(self, sheet: ProgrammesSheet) -> None:
        lines = routine_list(self._desk.log)
        if not lines:
            self._desk.say(_("Make a routine first, or use a template with its routines."))
            return
        phase = PhaseValues(
            times_a_week=_TWICE, routine_ids=tuple(line.id for line in lines[:_TWICE])
        )
        values = ProgrammeValues(_("My programme"), usual_weekdays(_TWICE), (phase,))
        self._ask(values, lambda new: programmes.add_programme(self._desk.log, new), sheet)

    def _edit(self, programme_id: int, sheet: ProgrammesSheet) -> None:
        view = next((one for one in programme_list(self._desk.log) if one.id == programme_id), None)
        if view is None:
            self._fill(sheet)
            return
        log, today = self._desk.log, self._changes.today()
        self._ask(
            view.values,
            lambda new: programmes.correct_programme(log, programme_id, new, today),
            sheet,
        )

    def _ask(
        self,
        values: ProgrammeValues,
        use: Callable[[ProgrammeValues], object],
        sheet: ProgrammesSheet,
    ) -> None:
        log = self._desk.log
        lines = (*routine_list(log), *routine_list(log, archived=True))
        editor = ProgrammeEditor(values, lines, use, sheet)
        editor.accepted.connect(lambda: self._fill(sheet))
        _open(editor)


def _open(sheet: QDialog) -> None:
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
