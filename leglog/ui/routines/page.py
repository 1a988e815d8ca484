"""Routines: the builder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.exercises import exercise_list
from leglog.services.planning import week
from leglog.services.programme_reading import ProgrammeView, running_programme
from leglog.services.routine_reading import RoutineView, routine_list, routine_view
from leglog.ui.announcer import announce
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.page import Page
from leglog.ui.routines import words
from leglog.ui.routines.balance import BalancePanel
from leglog.ui.routines.changes import RoutineChanges
from leglog.ui.routines.errands import RoutineErrands
from leglog.ui.routines.header import RoutineHeader
from leglog.ui.routines.library import LibraryPanel
from leglog.ui.routines.plan import PlanPanel
from leglog.ui.routines.programme_strip import ProgrammeStrip
from leglog.ui.routines.programmes import ProgrammeErrands
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import EmptyState
from leglog.ui.widgets.text import Line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from leglog.services.training_log import Change
    from leglog.training.routine_hints import Hint
    from leglog.ui.routines.model import Spot

BALANCE_FROM = 1180
"""The window's width, in pixels of the design, from which the balance has room."""
_WEEK = frozenset({"programme", "programme_phase", "phase_routine", "workout", "planned_workout"})
_LIBRARY = frozenset({"exercise", "exercise_alias", "exercise_muscle"})


class RoutinePage(Page):
    """Library, plan and balance side by side; every change is written at once."""

    tables = _LIBRARY | _WEEK | {"routine", "routine_exercise", "planned_set", "preference"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: RoutineView | None = None
        self._shown_id: int | None = None
        self._library_is_stale = True
        self._balance_chosen: bool | None = None
        self._programme: ProgrammeView | None = None
        self._changes = RoutineChanges(desk, self)
        self._errands = RoutineErrands(desk, self._changes, self)
        self._programmes = ProgrammeErrands(desk, self._changes, self)
        self.header = RoutineHeader()
        self.strip = ProgrammeStrip()
        self.library = LibraryPanel()
        self.plan = PlanPanel(self._changes, desk)
        self.balance = BalancePanel()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the routines and the one that is shown again."""
        log, was_empty = self._desk.log, self._view is None
        used, archived = routine_list(log), routine_list(log, archived=True)
        ids = [one.id for one in (*used, *archived)]
        if self._shown_id not in ids:
            self._shown_id = ids[0] if ids else None
        today = self._changes.today()
        shown = self._shown_id
        self._view = routine_view(log, shown, today) if shown is not None else None
        if self._library_is_stale:
            self._library_is_stale = False
            self.library.finder.show_exercises(exercise_list(log))
        self.header.show_routine(self._view, used, archived)
        self._show_programme()
        self.plan.show_routine(self._view)
        if self._view is not None:
            self.balance.show_routine(self._view)
        self._stack.setCurrentWidget(self._empty if self._view is None else self._builder)
        if was_empty is not (self._view is None):
            self.verbs_changed.emit()

    def open(self, destination: Destination) -> None:
        """Show the routine named, or ask for the name of a new one."""
        if destination.id is not None:
            self._show(destination.id)
        if destination.start:
            self._errands.ask_for_new()
        elif self._view is None:
            self._empty_templates.setFocus()
        else:
            self.plan.table.setFocus()

    def focus_search(self) -> None:
        """Put the focus into the library's search field."""
        self.library.finder.focus_search()

    def areas(self) -> tuple[QWidget, ...]:
        """Return head, library, plan and balance."""
        return (self.header, self.strip, self.library, self.plan, self.balance, self._empty)

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
            answers["print"] = self._print
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
        column.addWidget(self.header)
        column.addWidget(self.strip)
        self._builder = QWidget()
        row = QHBoxLayout(self._builder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.library)
        row.addWidget(Line(upright=True))
        row.addWidget(self.plan, 1)
        self._balance_line = Line(upright=True)
        row.addWidget(self._balance_line)
        row.addWidget(self.balance)
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
        self._empty_templates.clicked.connect(self._errands.ask_for_template)
        own = Button(_("&Build your own…"))
        own.clicked.connect(self._errands.ask_for_new)
        state.add_action(self._empty_templates)
        state.add_action(own)
        column.addWidget(state)
        column.addStretch()
        return empty

    def _connect(self) -> None:
        header = self.header
        header.routine_chosen.connect(self._show)
        header.new_wanted.connect(self._errands.ask_for_new)
        header.templates_wanted.connect(self._errands.ask_for_template)
        header.programmes_wanted.connect(self._programmes.show_all)
        header.days_chosen.connect(self._plan_days)
        header.log_wanted.connect(self._log_it)
        header.wanted.connect(self._do_with_routine)
        self.strip.wanted.connect(self._programmes.show_all)
        self._errands.added.connect(self._show)
        self._errands.begun.connect(self.focus_search)
        self._errands.filled.connect(self.plan.table.setFocus)
        self.library.finder.chosen.connect(lambda id_: self._add(id_, self.plan.chosen_spot))
        self.plan.added.connect(self._add)
        self.plan.library_wanted.connect(self.focus_search)
        self._changes.landed.connect(self._show_landed)
        self.balance.fix_wanted.connect(self._follow)
        self.balance.hide_wanted.connect(self._hide_hint)
        self.balance.hidden_wanted.connect(self._show_hidden_hints)

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
        self.plan.table.select(item_id)
        view = self._view
        item = next((one for one in view.exercises if one.id == item_id), None) if view else None
        if view is None or item is None:
            return
        place = words.moved(item, view.sections[item.section.order])
        self._desk.say(_("{done}: {place}").format(done=done, place=place))
        announce(self, place)

    def _show_programme(self) -> None:
        """Show the running programme and what it means for the days of the routine shown."""
        log, today = self._desk.log, self._changes.today()
        self._programme = running = running_programme(log)
        following = week(log, today).next_up if running else None
        self.strip.show_programme(running, following, today)
        if self._view is not None:
            self.header.show_days(
                self._view, running if running and _rules(running, today) else None
            )

    def _plan_days(self, days: frozenset[int]) -> None:
        if self._programme is not None and _rules(self._programme, self._changes.today()):
            self._programmes.plan_days(self._programme, days)
        elif self._view is not None:
            self._errands.plan_days(self._view, days)

    def _log_it(self) -> None:
        if self._view is not None:
            self._desk.go(Destination(Place.LOG, id=self._view.id, start=True))

    def _do_with_routine(self, name: str) -> None:
        if self._view is not None:
            self._errands.do(self._view, name)

    def _print(self) -> None:
        self._do_with_routine("print")

    def _toggle_balance(self) -> None:
        self._balance_chosen = self.balance.isHidden()
        self._fit()

    def _fit(self) -> None:
        wide = self.window().width() >= current_theme().px(BALANCE_FROM)
        shown = wide if self._balance_chosen is None else self._balance_chosen
        self.balance.setVisible(shown)
        self._balance_line.setVisible(shown)
        self.header.show_narrow(narrow=not wide)


def _rules(programme: ProgrammeView, today: dt.date) -> bool:
    """Say whether the programme decides the days: not once it is over."""
    last_day = programme.last_day()
    return last_day is None or today <= last_day
