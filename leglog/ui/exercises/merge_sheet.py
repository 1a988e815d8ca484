"""Makes one exercise part of another, after a look at what would move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _, ngettext
from leglog.services.exercise_merge import (
    DoubtKind,
    MergeDoubt,
    MergePreview,
    merge_exercises,
    preview_merge,
)
from leglog.services.exercise_search import search
from leglog.services.exercises import exercise_list
from leglog.ui.exercise_rows import ID_ROLE, ExerciseModel
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import SearchField
from leglog.ui.widgets.rows import TwoLineDelegate
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

WIDTH, LIST_PX = 600, 220


class MergeSheet(Sheet):
    """Type a name, look at the preview, press Merge. One undo takes it back whole."""

    merged = Signal(int, str)
    """The id of the exercise that is left, and what was done in a sentence."""

    def __init__(
        self, log: TrainingLog, exercise_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Merge into another exercise"), f"“{name}”", width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._log, self._from = log, exercise_id
        self._all = tuple(one for one in exercise_list(log) if one.id != exercise_id)
        self.search = SearchField(_("Search the exercise to keep"), shortcut="")
        self.body.addWidget(self.search)
        self.model = ExerciseModel(shows_days=True, parent=self)
        self.list = self._build_list()
        self.body.addWidget(self.list)
        self.moves = Text("", Role.STRONG, wrap=True)
        self.doubts = Text("", wrap=True)
        for text in (self.moves, self.doubts):
            self.body.addWidget(text)
        self.add_button(_("Cancel"), self.reject)
        self.merge_button = self.add_button(
            _("&Merge"), self.merge, kind=Kind.PRIMARY, default=True
        )
        self.search.textChanged.connect(self._find)
        self.search.went_down.connect(self.list.setFocus)
        self._find("")
        self.search.setFocus()

    def merge(self) -> None:
        """Do it and close; say why where it cannot be done."""
        into = self._into
        if into is None:
            return
        try:
            done = merge_exercises(self._log, self._from, into)
        except LeglogError as error:
            self.moves.setText(error.sentence)
            return
        self.accept()
        self.merged.emit(into, merged_words(done))

    @property
    def _into(self) -> int | None:
        found = self.list.currentIndex().data(ID_ROLE)
        return found if isinstance(found, int) else None

    def _build_list(self) -> QListView:
        found = QListView()
        found.setAccessibleName(_("Exercises"))
        found.setFrameShape(QFrame.Shape.StyledPanel)
        found.setUniformItemSizes(True)
        found.setModel(self.model)
        found.setItemDelegate(TwoLineDelegate(found, height=42))
        found.setMinimumHeight(current_theme().px(LIST_PX))
        found.selectionModel().currentChanged.connect(self._preview)
        return found

    def _find(self, text: str) -> None:
        self.model.show(search(self._all, text))
        # Nothing is chosen before something was typed: a merge is never one key away by chance.
        if text.strip() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self._preview(QModelIndex(), QModelIndex())

    def _preview(self, _current: QModelIndex, _before: QModelIndex) -> None:
        into = self._into
        self.merge_button.setEnabled(into is not None)
        self.doubts.setVisible(into is not None)
        if into is None:
            self.moves.setText(_("Choose the exercise that stays."))
            return
        try:
            preview = preview_merge(self._log, self._from, into)
        except LeglogError as error:
            self.merge_button.setEnabled(False)
            self.moves.setText(error.sentence)
            return
        self.moves.setText(moves_words(preview))
        self.doubts.setText(doubts_words(preview))


def moves_words(preview: MergePreview) -> str:
    """Return what would move, in a sentence."""
    return _("{parts} move to “{name}”.").format(parts=_counted(preview), name=preview.into_name)


def merged_words(preview: MergePreview) -> str:
    """Return what was moved, for the status line."""
    return _("“{gone}” is part of “{kept}” now: {parts}. Ctrl+Z takes it back.").format(
        gone=preview.from_name, kept=preview.into_name, parts=_counted(preview)
    )


def doubts_words(preview: MergePreview) -> str:
    """Return what is doubtful, a line each; past workouts keep the old name in any case."""
    kept = _("Past workouts go on saying “{name}”.").format(name=preview.from_name)
    lines = [_doubt(one) for one in preview.doubts]
    if not lines:
        return f"{kept}\n" + _("Nothing speaks against it.")
    return "\n".join([kept, _("Please look at this first:"), *(f"• {line}" for line in lines)])


def _counted(preview: MergePreview) -> str:
    workouts, sets, routines = preview.workouts, preview.sets, preview.routines
    return ", ".join(
        (
            ngettext("{count} workout", "{count} workouts", workouts).format(count=workouts),
            ngettext("{count} set", "{count} sets", sets).format(count=sets),
            ngettext("{count} routine", "{count} routines", routines).format(count=routines),
        )
    )


def _doubt(doubt: MergeDoubt) -> str:
    count = doubt.count
    match doubt.kind:
        case DoubtKind.MEASURE:
            words = _("The two are measured differently. Sets keep what they hold: {count}.")
        case DoubtKind.LOAD:
            words = _("The weight means something else, such as each dumbbell. Sets: {count}.")
        case DoubtKind.SIDES:
            words = _("Only one of them is done one side at a time. Sets: {count}.")
        case DoubtKind.MUSCLES:
            words = _("They train other muscles, so past charts change. Sets: {count}.")
        case DoubtKind.SAME_WORKOUTS:
            words = _("Workouts that have both will have it twice: {count}.")
        case DoubtKind.SAME_ROUTINES:
            words = _("Routines that have both will have it twice: {count}.")
    return words.format(count=count)
