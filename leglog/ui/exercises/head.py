"""The head of an exercise: its name, whose it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.exercises import ExerciseDetail


class ExerciseHead(QWidget):
    """Tells what is wanted; the page does it."""

    edit_wanted = Signal()
    reset_wanted = Signal()
    archive_wanted = Signal()
    restore_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._detail: ExerciseDetail | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(10))
        row.setSpacing(theme.px(8))
        names = QVBoxLayout()
        names.setSpacing(theme.px(3))
        self.name = Text("", Role.TITLE, wrap=True)
        self.whose = Text("", Role.CAPTION, "muted")
        names.addWidget(self.name)
        names.addWidget(self.whose)
        row.addLayout(names, 1)
        self.add_button = Button(_("&Add to routine…"), icon="plus")
        self.edit_button = Button(_("E&dit"), icon="edit")
        self.edit_button.clicked.connect(self.edit_wanted)
        self.more_button = IconButton("more", _("More for this exercise"))
        self.more_button.clicked.connect(self._open_menu)
        for button in (self.add_button, self.edit_button, self.more_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_detail(self, detail: ExerciseDetail) -> None:
        """Show another exercise."""
        self._detail = detail
        self.name.setText(detail.name)
        whose = _whose(detail)
        self.whose.setText(whose)
        self.whose.setVisible(bool(whose))
        self.add_button.setAccessibleName(_("Add {name} to a routine").format(name=detail.name))
        self.edit_button.setAccessibleName(_("Edit {name}").format(name=detail.name))

    def menu(self) -> QMenu:
        """Return the menu of what else can be done with the exercise."""
        menu = QMenu(self)
        if self._detail is None:
            return menu
        if self._detail.is_adjusted:
            _add(menu, _("&Reset to original"), self.reset_wanted.emit)
        if self._detail.is_archived:
            _add(menu, _("&Bring back from the archive"), self.restore_wanted.emit)
        else:
            _add(menu, _("&Archive"), self.archive_wanted.emit)
        _add(menu, _("&Merge into another exercise…"), self.merge_wanted.emit)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))


def _whose(detail: ExerciseDetail) -> str:
    words = []
    if detail.is_archived:
        words.append(_("Archived"))
    if detail.is_own:
        words.append(_("Your own exercise"))
    elif detail.is_adjusted:
        words.append(_("Adjusted by you"))
    return " · ".join(words)


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _on=False: do())
