"""Someone at the desk who logs with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leglog.ui.workout.page import LogPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, SetRow, WorkoutForm
    from leglog.ui.desk import Desk, Destination

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Person:
    """Presses keys where the focus is, as one at the desk does."""

    def __init__(self, page: LogPage, qtbot: QtBot, log: TrainingLog) -> None:
        self.page, self.qtbot, self.log = page, qtbot, log
        self.said: list[str] = []
        page.desk.said.connect(self.said.append)

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            self.qtbot.keyClick(self._focus(), key, modifier)

    def type(self, text: str) -> None:
        for character in text:
            self.qtbot.keyClick(self._focus(), character)

    def wait_for_dialog(self) -> None:
        """Wait until the keys go into the dialog that has just opened."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.page))

    def _focus(self) -> object:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def form(self) -> WorkoutForm:
        assert self.page._bench.form is not None
        return self.page._bench.form

    @property
    def here(self) -> SetRow:
        line = self.page._view.sheet.current_line
        assert line is not None
        return line.row

    def block(self, part: str) -> ExerciseBlock:
        return next(block for block in self.form.blocks if part in block.name.lower())

    def go_to(self, part: str) -> None:
        self.page._view.sheet.go_to_block(self.block(part).id)


def show(desk: Desk, qtbot: QtBot, destination: Destination) -> Person:
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(destination)
    return Person(page, qtbot, desk.log)
