"""Exercises: the library, each with its page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.exercises import (
    ExerciseDetail,
    correct_exercise_note,
    exercise_detail,
    exercise_list,
)
from leglog.services.routine_exercises import add_exercise
from leglog.services.routine_reading import routine_list
from leglog.ui.announcer import announce
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.exercise_finder import ExerciseFinder
from leglog.ui.exercises.detail import DetailView
from leglog.ui.page import Page
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Line, Text

LIST_PX = 280


class ExercisePage(Page):
    """List on the left, the chosen exercise on the right."""

    tables = frozenset(
        {
            "exercise",
            "exercise_alias",
            "exercise_muscle",
            "performed_set",
            "routine",
            "routine_exercise",
            "workout",
            "workout_exercise",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._detail: ExerciseDetail | None = None
        self.finder = ExerciseFinder(adds=False)
        self.detail = DetailView()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the list and the exercise that is shown again."""
        self.finder.show_exercises(exercise_list(self._desk.log))
        self._show_current()

    def open(self, destination: Destination) -> None:
        """Show the exercise named, and put the focus where the next key is wanted."""
        if destination.id is not None:
            self.finder.select(destination.id)
            self.finder.list.setFocus()
        else:
            self.focus_search()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self.finder.focus_search()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the list, the head and the detail."""
        return (self.finder, self._head, self.detail)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys for the status line."""
        return (
            ("Ctrl+F", _("search")),
            ("Ctrl+Enter", _("add to a routine")),
            ("Alt+← →", _("easier, harder")),
        )

    def add_menu(self) -> QMenu:
        """Return the menu of the routines to which the exercise can be added."""
        menu = QMenu(self)
        for line in routine_list(self._desk.log):
            action = menu.addAction(line.name)
            action.triggered.connect(
                lambda _on=False, id_=line.id, name=line.name: self._add_to(id_, name)
            )
        if menu.isEmpty():
            action = menu.addAction(_("Make a routine first…"))
            action.triggered.connect(lambda: self._desk.go(Destination(Place.ROUTINES, start=True)))
        return menu

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = Panel()
        left.setFixedWidth(theme.px(LIST_PX))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.finder)
        row.addWidget(left)
        row.addWidget(Line(upright=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._build_head())
        right.addWidget(self.detail, 1)
        row.addLayout(right, 1)

    def _build_head(self) -> QWidget:
        theme = current_theme()
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(10))
        row.setSpacing(theme.px(12))
        self._name = Text("", Role.TITLE, wrap=True)
        row.addWidget(self._name, 1)
        self.add_button = Button(_("&Add to routine…"), icon="plus")
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        return self._head

    def _connect(self) -> None:
        self.finder.current_changed.connect(lambda _id: self._show_current())
        self.finder.chosen.connect(lambda _id: self.detail.note.setFocus())
        self.detail.exercise_wanted.connect(self.finder.select)
        self.detail.workout_wanted.connect(
            lambda id_: self._desk.go(Destination(Place.HISTORY, id=id_))
        )
        self.detail.note_written.connect(self._write_note)
        self.add_button.clicked.connect(self._open_add_menu)
        for keys, do in (
            ("Ctrl+Return", self.add_button.click),
            ("Ctrl+Enter", self.add_button.click),
            ("Alt+Left", lambda: self._go_along(easier=True)),
            ("Alt+Right", lambda: self._go_along(easier=False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _show_current(self) -> None:
        exercise_id = self.finder.current_id
        if exercise_id is None:
            return
        try:
            self._detail = exercise_detail(self._desk.log, exercise_id)
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        self._name.setText(self._detail.name)
        self.add_button.setAccessibleName(
            _("Add {name} to a routine").format(name=self._detail.name)
        )
        self.detail.show_detail(self._detail)

    def _go_along(self, *, easier: bool) -> None:
        if self._detail is None:
            return
        steps = self._detail.easier[-1:] if easier else self._detail.harder[:1]
        if steps:
            self.finder.select(steps[0].id)
        else:
            self._desk.say(_("No easier one is known.") if easier else _("No harder one is known."))

    def _write_note(self, exercise_id: int, note: str) -> None:
        try:
            correct_exercise_note(self._desk.log, exercise_id, note)
        except LeglogError as error:
            self._desk.say(error.sentence)

    def _open_add_menu(self) -> None:
        menu = self.add_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _add_to(self, routine_id: int, name: str) -> None:
        if self._detail is None:
            return
        try:
            add_exercise(self._desk.log, routine_id, self._detail.id)
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        said = _("{exercise} added to {routine}.").format(exercise=self._detail.name, routine=name)
        self._desk.say(said)
        announce(self, said)
