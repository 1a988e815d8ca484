"""Exercises: the library, each with its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services import exercise_editing as editing
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
from leglog.ui.exercises.editor import ExerciseEditor
from leglog.ui.exercises.head import ExerciseHead
from leglog.ui.exercises.merge_sheet import MergeSheet
from leglog.ui.page import Page
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog

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
        self.archived = Chip(_("Archived"), ticked=True)
        self.finder.filters.second_row.addWidget(self.archived)
        self.head = ExerciseHead()
        self.detail = DetailView()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the list and the exercise that is shown again."""
        archived = self.archived.isChecked()
        self.finder.show_exercises(exercise_list(self._desk.log, archived=archived))
        self._show_current()

    def open(self, destination: Destination) -> None:
        """Show the exercise named, and put the focus where the next key is wanted."""
        if destination.id is not None:
            self._select(destination.id)
            self.finder.list.setFocus()
        elif destination.start:
            self.make_exercise()
        else:
            self.focus_search()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self.finder.focus_search()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the list, the head and the detail."""
        return (self.finder, self.head, self.detail)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys for the status line."""
        return (
            ("Ctrl+F", _("search")),
            ("F2", _("edit")),
            ("Ctrl+Enter", _("add to a routine")),
            ("Alt+← →", _("easier, harder")),
        )

    def make_exercise(self, name: str = "") -> None:
        """Open the editor for an exercise of the person's own."""
        editor = ExerciseEditor(self._desk.log, name=name, parent=self)
        editor.saved.connect(self._select)
        editor.open()

    def edit_exercise(self) -> None:
        """Open the editor for the exercise that is shown."""
        if self._detail is not None:
            editor = ExerciseEditor(self._desk.log, self._detail.id, parent=self)
            editor.saved.connect(self._select)
            editor.open()

    def merge_exercise(self) -> None:
        """Ask which exercise the one that is shown shall become part of."""
        if self._detail is None:
            return
        sheet = MergeSheet(self._desk.log, self._detail.id, self._detail.name, parent=self)
        sheet.merged.connect(self._show_merged)
        sheet.open()

    def add_menu(self) -> QMenu:
        """Return the menu of the routines to which the exercise can be added."""
        menu = QMenu(self)
        for line in routine_list(self._desk.log):
            action = menu.addAction(line.name.replace("&", "&&"))
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
        column.setSpacing(0)
        column.addWidget(self.finder, 1)
        column.addWidget(self._build_foot())
        row.addWidget(left)
        row.addWidget(Line(upright=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.detail, 1)
        row.addLayout(right, 1)

    def _build_foot(self) -> QWidget:
        theme = current_theme()
        foot = Panel("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self.new_button = Button(_("New e&xercise"), icon="plus", shortcut="Ctrl+Shift+E")
        row.addWidget(self.new_button)
        row.addStretch()
        return foot

    def _connect(self) -> None:
        self.finder.current_changed.connect(lambda _id: self._show_current())
        self.finder.chosen.connect(lambda _id: self.detail.note.setFocus())
        self.detail.exercise_wanted.connect(self._select)
        self.detail.workout_wanted.connect(
            lambda id_: self._desk.go(Destination(Place.HISTORY, id=id_))
        )
        self.detail.note_written.connect(self._write_note)
        self.head.add_button.clicked.connect(self._open_add_menu)
        self.head.edit_wanted.connect(self.edit_exercise)
        self.head.reset_wanted.connect(self._reset)
        self.head.archive_wanted.connect(self._archive)
        self.head.restore_wanted.connect(self._restore)
        self.head.merge_wanted.connect(self.merge_exercise)
        self.new_button.clicked.connect(lambda: self.make_exercise())
        self.finder.creation_wanted.connect(self.make_exercise)
        self.archived.clicked.connect(lambda _on: self.reload())
        for keys, do in (
            ("F2", self.edit_exercise),
            ("Ctrl+Return", self.head.add_button.click),
            ("Ctrl+Enter", self.head.add_button.click),
            ("Alt+Left", lambda: self._go_along(easier=True)),
            ("Alt+Right", lambda: self._go_along(easier=False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _select(self, exercise_id: int) -> None:
        """Show an exercise, in the archive where it lies there."""
        if not self.finder.has(exercise_id):
            self.archived.setChecked(not self.archived.isChecked())
            self.reload()
        self.finder.select(exercise_id)

    def _archive(self) -> None:
        self._do(
            editing.archive_exercise,
            _("{name} is archived; workouts and routines keep it. Ctrl+Z brings it back."),
        )

    def _restore(self) -> None:
        self._do(editing.restore_exercise, _("{name} is back in the library."))

    def _reset(self) -> None:
        self._do(
            editing.reset_exercise, _("{name} is as it came with LegLog. Ctrl+Z takes it back.")
        )

    def _do(self, change: Callable[[TrainingLog, int], None], said: str) -> None:
        if self._detail is None:
            return
        name = self._detail.name
        try:
            change(self._desk.log, self._detail.id)
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        self._desk.say(said.format(name=name))
        announce(self, said.format(name=name))

    def _show_merged(self, exercise_id: int, said: str) -> None:
        self._select(exercise_id)
        self._desk.say(said)
        announce(self, said)

    def _show_current(self) -> None:
        exercise_id = self.finder.current_id
        if exercise_id is None:
            return
        try:
            self._detail = exercise_detail(self._desk.log, exercise_id)
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        self.head.show_detail(self._detail)
        self.detail.show_detail(self._detail)

    def _go_along(self, *, easier: bool) -> None:
        if self._detail is None:
            return
        steps = self._detail.easier[-1:] if easier else self._detail.harder[:1]
        if steps:
            self._select(steps[0].id)
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
        menu.popup(self.head.add_button.mapToGlobal(self.head.add_button.rect().bottomLeft()))

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
