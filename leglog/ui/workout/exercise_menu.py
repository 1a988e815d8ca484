"""What can be done to one exercise of a workout: its menu, and the small questions it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.exercise_guide import exercise_guide
from leglog.ui.widgets.asking import LineSheet
from leglog.ui.widgets.text import native_key
from leglog.ui.workout.felt import FeltDialog
from leglog.ui.workout.picker import ExercisePicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from leglog.services.exercises import ExerciseName
    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.workbench import Workbench


def answer_sheet(sheet: SetSheet, bench: Workbench, parent: QWidget) -> None:
    """Answer what the sheet asks about an exercise; ``parent`` carries menus and questions."""
    sheet.menu_wanted.connect(lambda block, where: show_menu(sheet, bench, block, where, parent))
    sheet.swap_wanted.connect(
        lambda block, harder: swap_for_neighbour(sheet, bench, block, harder=harder)
    )
    sheet.note_wanted.connect(lambda block: ask_note(bench, block, parent))
    sheet.felt_wanted.connect(lambda block: ask_felt(bench, block, parent))


def ask_note(bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Ask for the note of an exercise and keep it."""

    def keep(note: str) -> None:
        bench.note_exercise(block, note)

    _open(LineSheet(block.name, _("Note for this exercise"), block.note, keep, parent))


def ask_felt(bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Ask how much the back felt an exercise."""
    _open(FeltDialog(bench, block, parent))


def ask_reason(bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Ask why an exercise is left out and leave it out; an empty answer is fine."""

    def skip(reason: str) -> None:
        bench.switch_skipped(block, reason)

    _open(LineSheet(block.name, _("Why? You can leave this empty."), "", skip, parent))


def ask_other(sheet: SetSheet, bench: Workbench, block: ExerciseBlock, parent: QWidget) -> None:
    """Let any exercise be picked in place of this one."""
    picker = ExercisePicker(bench.log, parent, _("Swap exercise"), _("&Swap"))
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    picker.picked.connect(lambda exercise_id: _swap(sheet, bench, block, exercise_id))
    picker.open()


def swap_for_neighbour(
    sheet: SetSheet, bench: Workbench, block: ExerciseBlock, *, harder: bool
) -> None:
    """Do the easier or the harder variant for the sets that are left."""
    near = _neighbours(bench, block)[harder]
    if near is not None:
        _swap(sheet, bench, block, near.id)
    elif harder:
        bench.say(_("No harder variant of {name} is known.").format(name=block.name))
    else:
        bench.say(_("No easier variant of {name} is known.").format(name=block.name))


def _swap(sheet: SetSheet, bench: Workbench, block: ExerciseBlock, exercise_id: int) -> None:
    row_id = bench.swap_exercise(block, exercise_id)
    form = bench.form
    if row_id is None or form is None:
        return
    sheet.go_to_block(row_id)
    name = next((each.name for each in form.blocks if each.id == row_id), "")
    bench.say(_("{new} in place of {old}. Ctrl+Z swaps back.").format(new=name, old=block.name))


def _neighbours(
    bench: Workbench, block: ExerciseBlock
) -> tuple[ExerciseName | None, ExerciseName | None]:
    """Return the easier and the harder variant."""
    try:
        guide = exercise_guide(bench.log, block.exercise_id)
    except LeglogError:
        return None, None
    return guide.easier, guide.harder


_NAME = "exercise_menu"


def show_menu(
    sheet: SetSheet, bench: Workbench, block: ExerciseBlock, where: QPoint, parent: QWidget
) -> None:
    """Open the menu of an exercise at a point of the screen."""
    # The last menu goes when the next one comes: Alt closes a menu while Qt still asks it about the
    # key, so one that goes with its closing can be gone too early.
    for last in parent.findChildren(QMenu, _NAME):
        last.deleteLater()
    menu = QMenu(parent)
    menu.setObjectName(_NAME)
    menu.setAccessibleName(block.name)
    if not block.skipped:
        menu.addAction(_("&Done as planned"), sheet.confirm_block)
        menu.addAction(_("&Add a set"), sheet.add_set)
        menu.addAction(_("&Remove the last set"), lambda: _remove_last(bench, block))
        menu.addSeparator()
    menu.addAction(_("&Note…"), lambda: ask_note(bench, block, parent))
    menu.addAction(_("&I felt this in my back…"), lambda: ask_felt(bench, block, parent))
    menu.addSeparator()
    if not block.skipped:
        _add_swaps(menu, sheet, bench, block, parent)
    menu.addAction(_("Move &up"), lambda: bench.move_exercise(block, -1))
    menu.addAction(_("Move dow&n"), lambda: bench.move_exercise(block, 1))
    menu.addAction(
        _("&Take back in") if block.skipped else _("&Skip today"),
        lambda: bench.switch_skipped(block),
    )
    if not block.skipped:
        menu.addAction(_("Skip, &because…"), lambda: ask_reason(bench, block, parent))
    menu.addAction(_("Take &out of this workout"), lambda: bench.remove_exercise(block))
    menu.popup(where)


def _add_swaps(
    menu: QMenu, sheet: SetSheet, bench: Workbench, block: ExerciseBlock, parent: QWidget
) -> None:
    easier, harder = _neighbours(bench, block)
    if easier is not None:
        words = _("&Easier: {name}").format(name=easier.name)
        menu.addAction(
            f"{words}\t{native_key('Alt+Left')}",
            lambda: swap_for_neighbour(sheet, bench, block, harder=False),
        )
    if harder is not None:
        words = _("&Harder: {name}").format(name=harder.name)
        menu.addAction(
            f"{words}\t{native_key('Alt+Right')}",
            lambda: swap_for_neighbour(sheet, bench, block, harder=True),
        )
    menu.addAction(_("S&wap for another…"), lambda: ask_other(sheet, bench, block, parent))
    menu.addSeparator()


def _remove_last(bench: Workbench, block: ExerciseBlock) -> None:
    if block.sets:
        bench.remove_set(block.sets[-1])


def _open(sheet: QDialog) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
