"""Choosing an exercise by typing a part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from leglog.i18n import _
from leglog.services.exercise_search import search
from leglog.services.exercises import ExerciseLine, exercise_list
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import SearchField
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog


class ExercisePicker(Sheet):
    """Type, then Enter takes the first match; Down goes into the list."""

    picked = Signal(int)

    def __init__(
        self, log: TrainingLog, parent: QWidget | None = None, title: str = "", verb: str = ""
    ) -> None:
        super().__init__(title or _("Add exercise"), width=480, parent=parent)
        self._all = exercise_list(log)
        self._shown: tuple[ExerciseLine, ...] = ()
        self._field = SearchField(_("Search exercises"))
        self._field.textChanged.connect(self._search)
        self._field.went_down.connect(self._go_into_list)
        self._field.returnPressed.connect(self._pick)
        self.body.addWidget(self._field)
        self._model = QStringListModel()
        self._list = QListView()
        self._list.setProperty("rows", "plain")
        self._list.setModel(self._model)
        self._list.setAccessibleName(_("Exercises"))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setMinimumHeight(current_theme().px(300))
        self._list.activated.connect(lambda _index: self._pick())
        self._list.doubleClicked.connect(lambda _index: self._pick())
        self.body.addWidget(self._list, 1)
        self._nothing = Text("", tone="muted")
        self.body.addWidget(self._nothing)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(verb or _("&Add"), self._pick, kind=Kind.PRIMARY)
        self._search("")
        self._field.setFocus()

    def _search(self, text: str) -> None:
        self._shown = search(self._all, text)
        self._model.setStringList([line.name for line in self._shown])
        self._nothing.setText(
            "" if self._shown else _("Nothing matches “{text}”.").format(text=text)
        )
        self._nothing.setVisible(not self._shown)
        if self._shown:
            self._list.setCurrentIndex(self._model.index(0))

    def _go_into_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.picked.emit(self._shown[row].id)
            self.accept()
