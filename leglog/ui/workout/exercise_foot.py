"""The line below the sheet: one more set of the exercise under the cursor, and its best so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind, Size
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import ShortText
from leglog.ui.workout.past_words import best_in_words

if TYPE_CHECKING:
    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.workbench import Workbench


class ExerciseFoot(Panel):
    """For the mouse; the sheet answers Ins, so nothing here is a stop of Tab."""

    def __init__(self, bench: Workbench, sheet: SetSheet, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent, edge="top")
        self._bench, self._sheet = bench, sheet
        self._narrow = False
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(8))
        self.add = Button(
            _("Add set"), icon="plus", shortcut="Ins", kind=Kind.QUIET, size=Size.SMALL
        )
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add.clicked.connect(sheet.add_set)
        row.addWidget(self.add)
        self.best = ShortText("", Role.CAPTION, "muted")
        self.best.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.best, 1)
        sheet.block_changed.connect(lambda _block: self._renew())
        sheet.block_settled.connect(lambda _block: self._renew())
        bench.renewed.connect(self._renew)
        self._renew()

    def set_narrow(self, narrow: bool) -> None:
        """Stay away where there is little height."""
        self._narrow = narrow
        self._renew()

    def _renew(self) -> None:
        block = self._sheet.current_block
        self.setVisible(not self._narrow and block is not None and not block.skipped)
        bests = self._bench.bests(block) if block is not None else None
        best = ""
        if block is not None and bests is not None:
            best = best_in_words(bests, block, self._bench.preferences.unit)
        self.best.setText(_("Best so far: {best}").format(best=best) if best else "")
