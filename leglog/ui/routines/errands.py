"""What the builder does with whole routines: new ones, templates, names, paper, the archive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leglog.i18n import _
from leglog.services import routines
from leglog.ui.routines.sheets import NoteSheet
from leglog.ui.widgets.asking import LineSheet
from leglog.ui.widgets.button import Button, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from leglog.services.routine_reading import RoutineView
    from leglog.ui.desk import Desk
    from leglog.ui.routines.changes import RoutineChanges


class RoutineErrands(QObject):
    """Asks the services and shows the dialogs over ``page``."""

    added = Signal(int)
    """A routine was added, which the page shall show."""
    begun = Signal()
    """An empty routine was added: the library comes next."""
    filled = Signal()
    """A routine with exercises was added: the plan comes next."""

    def __init__(self, desk: Desk, changes: RoutineChanges, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._changes, self._page = desk, changes, page

    def ask_for_new(self) -> None:
        """Ask for the name of a new routine."""
        title = _("New routine")
        sheet = LineSheet(
            title, _("Name"), title, self.add_routine, self._page, accept=_("Add routine")
        )
        link = Button(_("Start from a template…"), kind=Kind.LINK)
        link.set_flush()
        link.clicked.connect(sheet.reject)
        link.clicked.connect(self.ask_for_template)
        sheet.add_to_foot(link)
        _open(sheet)

    def add_routine(self, name: str) -> None:
        """Add an empty routine. Raises LeglogError for a name that cannot be used."""
        self.added.emit(routines.add_routine(self._desk.log, name))
        self._desk.say(_("Routine added. Add exercises from the library."))
        self.begun.emit()

    def ask_for_template(self) -> None:
        """Offer the templates."""
        from leglog.services.routine_templates import template_list
        from leglog.ui.routines.templates import TemplatesSheet

        sheet = TemplatesSheet(template_list(self._desk.log), self._page)
        sheet.template_chosen.connect(self._copy_template)
        _open(sheet)

    def put_on_paper(self, view: RoutineView) -> None:
        """Offer a routine as a PDF or on a printer."""
        from leglog.services.routine_paper import exercise_texts
        from leglog.ui.routines.paper_sheet import PaperSheet

        texts = exercise_texts(self._desk.log, {one.exercise_id for one in view.exercises})
        _open(PaperSheet(view, texts, self._desk.say, self._page))

    def plan_days(self, view: RoutineView, days: frozenset[int]) -> None:
        """Plan a routine on other weekdays."""
        today = self._changes.today()
        self._changes.attempt(lambda: routines.plan_weekdays(self._desk.log, view.id, days, today))

    def do(self, view: RoutineView, name: str) -> None:
        """Do what the menu of a routine wants: 'rename', 'archive', …"""
        verbs: dict[str, Callable[[RoutineView], object]] = {
            "rename": self._rename,
            "note": self._note,
            "print": self.put_on_paper,
            "duplicate": self._duplicate,
            "archive": self._archive,
            "restore": self._restore,
            "delete": self._delete,
        }
        verbs[name](view)

    def _copy_template(self, template_id: str) -> None:
        log = self._desk.log
        added = self._changes.attempt(lambda: routines.add_routine_from_template(log, template_id))
        if added is not None:
            self.added.emit(added)
            self._desk.say(_("Template copied. Pick its weekdays above."))
            self.filled.emit()

    def _rename(self, view: RoutineView) -> None:
        use = partial(routines.rename_routine, self._desk.log, view.id)
        title, accept = _("Rename routine"), _("Rename")
        _open(LineSheet(title, _("Name"), view.name, use, self._page, accept=accept))

    def _note(self, view: RoutineView) -> None:
        use = partial(routines.note_routine, self._desk.log, view.id)
        _open(NoteSheet(view.name, view.note, use, self._page))

    def _duplicate(self, view: RoutineView) -> None:
        copy = self._changes.attempt(lambda: routines.duplicate_routine(self._desk.log, view.id))
        if copy is not None:
            self.added.emit(copy)

    def _archive(self, view: RoutineView) -> None:
        today = self._changes.today()
        self._changes.attempt(lambda: routines.archive_routine(self._desk.log, view.id, today))
        self._desk.say(
            _("{name} archived. It stands at the end of the list.").format(name=view.name)
        )

    def _restore(self, view: RoutineView) -> None:
        today = self._changes.today()
        self._changes.attempt(lambda: routines.restore_routine(self._desk.log, view.id, today))

    def _delete(self, view: RoutineView) -> None:
        today = self._changes.today()
        self._changes.attempt(lambda: routines.remove_routine(self._desk.log, view.id, today))
        self._desk.say(
            _("{name} deleted. Its workouts stay; Ctrl+Z brings it back.").format(name=view.name)
        )


def _open(sheet: QDialog) -> None:
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
