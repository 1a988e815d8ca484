"""What can be done to one exercise of a workout: its menu, and the small questions it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from leglog.i18n import _
from leglog.ui.workout.felt import FeltDialog

if TYPE_CHECKING:
    from leglog.services.workout_reading import ExerciseBlock
    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.workbench import Workbench


def ask_note(bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Ask for the note of an exercise and keep it."""
    note, wanted = QInputDialog.getText(
        parent, block.name, _("Note for this exercise"), text=block.note
    )
    if wanted:
        bench.note_exercise(block, note.strip())


def ask_felt(bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Ask how much the back felt an exercise."""
    dialog = FeltDialog(bench, block, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_menu(
    sheet: SetSheet, bench: Workbench, block: ExerciseBlock, where: QPoint, parent: QWidget
) -> None:
    """Open the menu of an exercise at a point of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(block.name)
    if not block.skipped:
        menu.addAction(_("&Done as planned"), sheet.confirm_block)
        menu.addAction(_("&Add a set"), sheet.add_set)
        menu.addAction(_("&Remove the last set"), lambda: _remove_last(bench, block))
        menu.addSeparator()
    menu.addAction(_("&Note…"), lambda: ask_note(bench, block, parent))
    menu.addAction(_("&I felt this in my back…"), lambda: ask_felt(bench, block, parent))
    menu.addSeparator()
    menu.addAction(_("Move &up"), lambda: bench.move_exercise(block, -1))
    menu.addAction(_("Move do&wn"), lambda: bench.move_exercise(block, 1))
    menu.addAction(
        _("&Take back in") if block.skipped else _("&Skip today"),
        lambda: bench.switch_skipped(block),
    )
    menu.addAction(_("Take &out of this workout"), lambda: bench.remove_exercise(block))
    menu.popup(where)


def _remove_last(bench: Workbench, block: ExerciseBlock) -> None:
    if block.sets:
        bench.remove_set(block.sets[-1])
