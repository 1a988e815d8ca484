"""Routines: the builder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services import routines
from leglog.services.exercises import exercise_list
from leglog.services.routine_reading import RoutineView, routine_list, routine_view
from leglog.ui.announcer import announce
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.page import Page
from leglog.ui.routines import words
from leglog.ui.routines.balance import BalancePanel
from leglog.ui.routines.changes import RoutineChanges
from leglog.ui.routines.header import RoutineHeader
from leglog.ui.routines.library import LibraryPanel
from leglog.ui.routines.plan import PlanPanel
from leglog.ui.routines.sheets import NameSheet, NoteSheet
from leglog.ui.routines.templates import TemplatesSheet
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import EmptyState
from leglog.ui.widgets.text import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from leglog.services.training_log import Change
    from leglog.training.routine_hints import Hint
    from leglog.ui.routines.model import Spot

BALANCE_FROM = 1180
"""The window's width, in pixels of the design, from which the balance has room."""
_LIBRARY = frozenset({"exercise", "exercise_alias", "exercise_muscle"})


class RoutinePage(Page):
    """Library, plan and balance side by side; every change is written at once."""

    tables = _LIBRARY | {"routine", "routine_exercise", "planned_set", "preference"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: RoutineView | None = None
        self._shown_id: int | None = None
        self._library_is_stale = True
        self._balance_chosen: bool | None = None
        self._changes = RoutineChanges(desk, self)
        self._header = RoutineHeader()
        self._library = LibraryPanel()
        self._plan = PlanPanel(self._changes, desk)
        self._balance = BalancePanel()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the routines and the one that is shown again."""
        log, was_empty = self._desk.log, self._view is None
        used, archived = routine_list(log), routine_list(log, archived=True)
        ids = [one.id for one in (*used, *archived)]
        if self._shown_id not in ids:
            self._shown_id = ids[0] if ids else None
        self._view = routine_view(log, self._shown_id) if self._shown_id is not None else None
        if self._library_is_stale:
            self._library_is_stale = False
            self._library.finder.show_exercises(exercise_list(log))
        self._header.show_routine(self._view, used, archived)
        self._plan.show_routine(self._view)
        if self._view is not None:
            self._balance.show_routine(self._view)
        self._stack.setCurrentWidget(self._empty if self._view is None else self._builder)
        if was_empty is not (self._view is None):
            self.verbs_changed.emit()

    def open(self, destination: Destination) -> None:
        """Show the routine named, or ask for the name of a new one."""
        if destination.id is not None:
            self._show(destination.id)
        if destination.start:
            self._ask_for_new()
        elif self._view is None:
            self._empty_templates.setFocus()
        else:
            self._plan.table.setFocus()

    def focus_search(self) -> None:
        """Put the focus into the library's search field."""
        self._library.finder.focus_search()

    def areas(self) -> tuple[QWidget, ...]:
        """Return head, library, plan and balance."""
        return (self._header, self._library, self._plan, self._balance, self._empty)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys for the status line."""
        if self._view is None:
            return ()
        return (
            ("F2", _("edit")),
            ("Alt+↑ ↓", _("move")),
            ("Ctrl+G", _("superset")),
            ("Ctrl+F", _("search")),
        )

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Answer View › Side panel, and File › Print once there is a routine."""
        answers: dict[str, Callable[[], object]] = {"side_panel": self._toggle_balance}
        if self._view is not None:
            answers["print"] = self._put_on_paper
        return answers

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self, change: Change) -> None:
        self._library_is_stale = self._library_is_stale or bool(change.tables & _LIBRARY)
        super()._on_changed(change)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        self._builder = QWidget()
        row = QHBoxLayout(self._builder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._library)
        row.addWidget(Line(upright=True))
        row.addWidget(self._plan, 1)
        self._balance_line = Line(upright=True)
        row.addWidget(self._balance_line)
        row.addWidget(self._balance)
        self._empty = self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._builder)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        edge = current_theme().px(24)
        column.setContentsMargins(edge, edge, edge, edge)
        state = EmptyState(
            _("No routines yet"),
            _("Start from a template, or build your own from the exercise library."),
        )
        self._empty_templates = Button(_("&Choose a template…"), kind=Kind.PRIMARY)
        self._empty_templates.clicked.connect(self._ask_for_template)
        own = Button(_("&Build your own…"))
        own.clicked.connect(self._ask_for_new)
        state.add_action(self._empty_templates)
        state.add_action(own)
        column.addWidget(state)
        column.addStretch()
        return empty

    def _connect(self) -> None:
        header = self._header
        header.routine_chosen.connect(self._show)
        header.new_wanted.connect(self._ask_for_new)
        header.templates_wanted.connect(self._ask_for_template)
        header.days_chosen.connect(self._plan_days)
        header.log_wanted.connect(self._log_it)
        header.wanted.connect(self._do_with_routine)
        self._library.finder.chosen.connect(lambda id_: self._add(id_, self._plan.chosen_spot))
        self._plan.added.connect(self._add)
        self._plan.library_wanted.connect(self.focus_search)
        self._changes.landed.connect(self._show_landed)
        self._balance.fix_wanted.connect(self._follow)
        self._balance.hide_wanted.connect(self._hide_hint)
        self._balance.hidden_wanted.connect(self._show_hidden_hints)

    def _follow(self, hint: Hint) -> None:
        if self._view is not None:
            self._changes.follow(self._view, hint)

    def _hide_hint(self, key: str) -> None:
        if self._view is not None:
            self._changes.hide(self._view, key)

    def _show_hidden_hints(self) -> None:
        if self._view is not None:
            self._changes.show_hidden(self._view)

    def _show(self, routine_id: int) -> None:
        self._shown_id = routine_id
        self.reload()
        self.verbs_changed.emit()

    def _add(self, exercise_id: int, spot: Spot | None) -> None:
        if self._view is not None:
            self._changes.add(self._view, exercise_id, spot)

    def _show_landed(self, item_id: int, done: str) -> None:
        """Make the row the current one and say where it stands."""
        self._plan.table.select(item_id)
        view = self._view
        item = next((one for one in view.exercises if one.id == item_id), None) if view else None
        if view is None or item is None:
            return
        place = words.moved(item, view.sections[item.section.order])
        self._desk.say(_("{done}: {place}").format(done=done, place=place))
        announce(self, place)

    def _ask_for_new(self) -> None:
        sheet = NameSheet(
            _("New routine"), _("New routine"), _("Add routine"), self._add_routine, self
        )
        link = Button(_("Start from a template…"), kind=Kind.LINK)
        link.clicked.connect(sheet.reject)
        link.clicked.connect(self._ask_for_template)
        sheet.add_to_foot(link)
        _open(sheet)

    def _add_routine(self, name: str) -> None:
        self._show(routines.add_routine(self._desk.log, name))
        self._desk.say(_("Routine added. Add exercises from the library."))
        self.focus_search()

    def _ask_for_template(self) -> None:
        from leglog.services.routine_templates import template_list

        sheet = TemplatesSheet(template_list(self._desk.log), self)
        sheet.template_chosen.connect(self._copy_template)
        _open(sheet)

    def _copy_template(self, template_id: str) -> None:
        log = self._desk.log
        added = self._changes.attempt(lambda: routines.add_routine_from_template(log, template_id))
        if added is not None:
            self._show(added)
            self._desk.say(_("Template copied. Pick its weekdays above."))
            self._plan.table.setFocus()

    def _plan_days(self, days: frozenset[int]) -> None:
        if self._view is None:
            return
        routine_id, today = self._view.id, self._changes.today()
        self._changes.attempt(
            lambda: routines.plan_weekdays(self._desk.log, routine_id, days, today)
        )

    def _log_it(self) -> None:
        if self._view is not None:
            self._desk.go(Destination(Place.LOG, id=self._view.id, start=True))

    def _do_with_routine(self, name: str) -> None:
        view, log = self._view, self._desk.log
        if view is None:
            return
        today = self._changes.today()
        match name:
            case "rename":
                use = partial(routines.rename_routine, log, view.id)
                _open(NameSheet(_("Rename routine"), view.name, _("Rename"), use, self))
            case "note":
                _open(NoteSheet(view.name, view.note, partial(routines.note_routine, log, view.id),
                                self))  # fmt: skip
            case "print":
                self._put_on_paper()
            case "duplicate":
                copy = self._changes.attempt(lambda: routines.duplicate_routine(log, view.id))
                if copy is not None:
                    self._show(copy)
            case "archive":
                self._changes.attempt(lambda: routines.archive_routine(log, view.id, today))
                self._desk.say(
                    _("{name} archived. It stands at the end of the list.").format(name=view.name)
                )
            case "restore":
                self._changes.attempt(lambda: routines.restore_routine(log, view.id, today))
            case "delete":
                self._changes.attempt(lambda: routines.remove_routine(log, view.id, today))
                self._desk.say(
                    _("{name} deleted. Its workouts stay; Ctrl+Z brings it back.").format(
                        name=view.name
                    )
                )

    def _put_on_paper(self) -> None:
        view = self._view
        if view is None:
            return
        from leglog.services.routine_paper import exercise_texts
        from leglog.ui.routines.paper_sheet import PaperSheet

        texts = exercise_texts(self._desk.log, {one.exercise_id for one in view.exercises})
        _open(PaperSheet(view, texts, self._desk.say, self))

    def _toggle_balance(self) -> None:
        self._balance_chosen = self._balance.isHidden()
        self._fit()

    def _fit(self) -> None:
        wide = self.window().width() >= current_theme().px(BALANCE_FROM)
        shown = wide if self._balance_chosen is None else self._balance_chosen
        self._balance.setVisible(shown)
        self._balance_line.setVisible(shown)
        self._header.show_narrow(narrow=not wide)


def _open(sheet: QDialog) -> None:
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
