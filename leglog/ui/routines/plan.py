"""The middle of the builder: the plan, its menu and the buttons below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.exercise_guide import exercise_guide
from leglog.training.vocabulary import Section
from leglog.ui import labels
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.routines.changes import joined_with_next
from leglog.ui.routines.delegate import PlanDelegate
from leglog.ui.routines.library import FOOT_PX
from leglog.ui.routines.model import RoutineModel, Spot
from leglog.ui.routines.sets_sheet import SetsSheet
from leglog.ui.routines.sheets import DetailsSheet
from leglog.ui.routines.table import RoutineTable
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, Size
from leglog.ui.widgets.frames import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from leglog.services.routine_reading import PlannedExerciseView, RoutineView
    from leglog.ui.routines.changes import RoutineChanges
    from leglog.ui.widgets.table_model import AnyIndex


_WORDLESS = ("swap", "up", "down", "note", "remove", "superset")
"""Buttons in the order in which they lose their words where there is little room."""


class PlanPanel(Panel):
    """Shows the exercises of a routine and does what keys, menu and buttons want with them."""

    added = Signal(int, object)
    """An exercise of the library was dropped on a Spot."""
    library_wanted = Signal()

    def __init__(self, changes: RoutineChanges, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._changes, self._desk = changes, desk
        self._view: RoutineView | None = None
        self._chosen: Section | None = None
        self.model = RoutineModel(self)
        self.table = RoutineTable(self.model)
        self.table.setItemDelegate(PlanDelegate(self.table, self._write, desk.say))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._build_foot())
        self.setFocusProxy(self.table)
        self.table.wanted.connect(self.do)
        self.table.section_wanted.connect(self._choose_section)
        self.table.current_row_changed.connect(self._show_current)
        self.model.moved.connect(changes.move)
        self.model.added.connect(self.added)

    @property
    def chosen_spot(self) -> Spot | None:
        """Where the library adds: the end of the section that was pressed, or None."""
        if self._chosen is None or self._view is None:
            return None
        part = self._view.sections[self._chosen.order]
        return Spot(part.section, len(part.exercises))

    def show_routine(self, view: RoutineView | None) -> None:
        """Show the plan of ``view``; the current row and half-typed text stay."""
        if view is None or self._view is None or view.id != self._view.id:
            self._chosen = None
        self._view = view
        self.table.show_routine(view)
        self._show_current()

    def menu(self) -> QMenu:
        """Return the menu of the current row."""
        menu, item = QMenu(self), self.table.current_item
        for name, text, key in (
            ("sets", _("&Set by set…"), "S"),
            ("note", _("&Note, tempo, step height…"), "N"),
            *self._superset_entries(),
            ("duplicate", _("&Duplicate"), "Ctrl+D"),
            ("about", _("&About this exercise"), ""),
        ):
            # The key stands there to be learnt; the table itself answers it.
            action = menu.addAction(f"{text}\t{key}" if key else text)
            action.triggered.connect(lambda _on=False, name=name: self.do(name))
        self._add_swaps(menu.addMenu(_("S&wap for")))
        to_section = menu.addMenu(_("&Move to"))
        for section in Section:
            action = to_section.addAction(labels.section(section))
            action.setEnabled(item is not None and item.section is not section)
            action.triggered.connect(lambda _on=False, to=section: self._move_to(to))
        menu.addSeparator()
        menu.addAction(_("&Remove") + "\tDel").triggered.connect(lambda: self.do("remove"))
        return menu

    def _superset_entries(self) -> list[tuple[str, str, str]]:
        item, view = self.table.current_item, self._view
        if item is None or view is None or not joined_with_next(view, item):
            entries = [("superset", _("Su&perset with the next"), "Ctrl+G")]
        else:
            entries = [("superset", _("Dissolve the su&perset"), "Ctrl+G")]
        if item is not None and item.superset is not None:
            entries.append(("leave", _("Take ou&t of the superset"), ""))
        return entries

    def _add_swaps(self, menu: QMenu) -> None:
        """Offer the easier and the harder variant of the current exercise."""
        item = self.table.current_item
        if item is None:
            return
        guide = exercise_guide(self._desk.log, item.exercise_id)
        for other, words in (
            (guide.easier, _("Easier: {name}")),
            (guide.harder, _("Harder: {name}")),
        ):
            if other is not None:
                action = menu.addAction(words.format(name=other.name.replace("&", "&&")))
                action.triggered.connect(
                    lambda _on=False, item=item, other=other: self._changes.swap(item, other)
                )
        if menu.isEmpty():
            menu.addAction(_("No easier or harder variant")).setEnabled(False)

    def _build_foot(self) -> Panel:
        theme = current_theme()
        foot = Panel("footer")
        foot.setFixedHeight(theme.px(FOOT_PX))
        row = self._foot_row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.setSpacing(theme.px(5))
        self.buttons: dict[str, Button] = {}
        self._words: dict[str, str] = {}
        for name, text, icon, key in (
            ("up", _("Up"), "move_up", "Alt+Up"),
            ("down", _("Down"), "move_down", "Alt+Down"),
            ("superset", _("Superset"), "superset", "Ctrl+G"),
            ("note", _("Note"), "note", "N"),
            ("swap", _("Swap"), "swap", ""),
            ("remove", _("Remove"), "trash", "Del"),
        ):
            button = Button(text, icon=icon, size=Size.SMALL)
            button.setToolTip(f"{text} ({key})" if key else text)
            button.clicked.connect(lambda _on=False, name=name: self.do(name))
            self.buttons[name], self._words[name] = button, text
            if name == "remove":
                row.addStretch()
            row.addWidget(button)
        self.buttons["swap"].setToolTip(_("Swap for an easier or harder one"))
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_foot()

    def _share_foot(self) -> None:
        """Leave out words of buttons where all have no room; their icons and tips stay."""
        for name, button in self.buttons.items():
            button.setText(self._words[name])
        for name in _WORDLESS:
            if self._foot_row.sizeHint().width() > self.width():
                self.buttons[name].setText("")

    def _show_current(self) -> None:
        item = self.table.current_item
        for button in self.buttons.values():
            button.setEnabled(item is not None)
            if item is not None:
                button.setAccessibleName(f"{button.toolTip()}: {item.name}")
        if item is not None:
            # A row chosen later than a section decides where the library adds.
            self._chosen = None

    def _choose_section(self, section: Section) -> None:
        self._chosen = section
        row = self.model.find((section.value, 0))
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._chosen = section
        self._desk.say(_("The library adds to {section}.").format(section=labels.section(section)))
        self.library_wanted.emit()

    def _write(self, index: AnyIndex, text: str) -> None:
        item = self.model.item_at(index)
        if item is not None and self._view is not None:
            self._changes.write_cell(self._view, item, index.column(), text)

    def _move_to(self, section: Section) -> None:
        item = self.table.current_item
        if item is not None and self._view is not None:
            self._changes.to_section(self._view, item, section)

    def do(self, name: str) -> None:
        """Do with the current exercise what a key, an entry or a button of this name does."""
        item, view = self.table.current_item, self._view
        if item is None or view is None:
            return
        changes = self._changes
        verbs: dict[str, Callable[[], object]] = {
            "up": lambda: changes.step(view, item, -1),
            "down": lambda: changes.step(view, item, 1),
            "section_before": lambda: changes.change_section(view, item, -1),
            "section_after": lambda: changes.change_section(view, item, 1),
            "superset": lambda: changes.toggle_superset(view, item),
            "leave": lambda: changes.leave_superset(item),
            "swap": self._open_swaps,
            "side": lambda: changes.toggle_side(item),
            "duplicate": lambda: changes.duplicate(item),
            "remove": lambda: changes.remove(item),
            "sets": lambda: self._open_sets(view, item),
            "note": lambda: self._open_details(item),
            "menu": self._open_menu,
            "about": lambda: self._desk.go(Destination(Place.EXERCISES, id=item.exercise_id)),
        }
        verbs[name]()

    def _open_sets(self, view: RoutineView, item: PlannedExerciseView) -> None:
        sheet = SetsSheet(item, view.unit, lambda sets: self._changes.write_sets(item, sets), self)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _open_details(self, item: PlannedExerciseView) -> None:
        sheet = DetailsSheet(item, lambda details: self._changes.write_details(item, details), self)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _open_swaps(self) -> None:
        menu, button = QMenu(self), self.buttons["swap"]
        self._add_swaps(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(
            button.mapToGlobal(button.rect().topLeft()) - QPoint(0, menu.sizeHint().height())
        )

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.cell_corner())
