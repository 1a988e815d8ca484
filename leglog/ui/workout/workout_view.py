"""The form of a workout on the screen: where its parts stand and who hears whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.pain import rating_at
from leglog.training.vocabulary import WorkoutState
from leglog.ui import localized
from leglog.ui.desk import Destination, Place
from leglog.ui.theme import current_theme
from leglog.ui.widgets.banner import Banner
from leglog.ui.workout.beside import Beside
from leglog.ui.workout.exercise_foot import ExerciseFoot
from leglog.ui.workout.exercise_menu import answer_sheet
from leglog.ui.workout.header import LogHeader
from leglog.ui.workout.outline import WorkoutOutline
from leglog.ui.workout.pain_strip import PainStrip
from leglog.ui.workout.picker import ExercisePicker
from leglog.ui.workout.quick_line import QuickBar
from leglog.ui.workout.sheet import SetSheet
from leglog.ui.workout.side_panel import CareBar, SidePanel
from leglog.ui.workout.suggestion_bar import SuggestionBar
from leglog.ui.workout.unsaved_banner import UnsavedBanner

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from leglog.services.workout_form import ExerciseBlock
    from leglog.training.vocabulary import Moment
    from leglog.ui.desk import Desk
    from leglog.ui.workout.ending import Ending
    from leglog.ui.workout.timers import Timers
    from leglog.ui.workout.workbench import Workbench

OUTLINE_WIDTH, LOW_OUTLINE_WIDTH = 240, 208
ROOMY_FROM, OUTLINE_FROM = 1000, 720
"""Widths from which the guide, and the outline, stand beside the sheet; pixels of the design."""


class WorkoutView(QWidget):
    """Head, outline, sheet with what belongs below and beside it, and the ratings of the back."""

    keys_changed = Signal()
    """Other keys are useful now than before."""

    def __init__(
        self,
        desk: Desk,
        bench: Workbench,
        timers: Timers,
        ending: Ending,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._bench = desk, bench
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = LogHeader(bench)
        column.addWidget(self.header)
        self._banner = Banner("", "")
        self._banner.hide()
        column.addWidget(self._banner)
        middle = self._build_middle(timers)
        column.addWidget(UnsavedBanner(bench, self._typed_into))
        column.addLayout(middle, 1)
        self.strip = PainStrip(bench)
        column.addWidget(self.strip)
        self._beside = Beside(bench, self.side, self._care)
        self._connect_sheet()
        self._connect_others()
        self._connect_end(ending)
        self._add_shortcuts(ending)

    def areas(self) -> tuple[QWidget, ...]:
        """Return the areas that F6 goes through."""
        return (
            self.header,
            self.outline.list,
            self.sheet,
            self.quick.field,
            self.side,
            self.strip,
        )

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys of the part that has the focus."""
        if self.quick.field.hasFocus():
            return self.quick.keys()
        return (
            ("Enter", _("confirm set")),
            ("Tab", _("next cell")),
            ("/", _("quick entry")),
            ("Ctrl+B", _("rate back")),
            ("F6", _("next area")),
        )

    def begin(self) -> None:
        """Put the cursor on the next set, and the focus where the next key is wanted."""
        form = self._bench.form
        if form is None:
            return
        self.sheet.go_to_first_undone()
        untouched = not form.sets_done and form.ratings.before is None
        if not form.blocks:
            self.quick.open()
        elif untouched and self._bench.is_open:
            self.strip.focus_first_unrated()
        else:
            self.sheet.setFocus()

    def rate_back(self) -> None:
        """Put the focus on the first scale that is not rated."""
        self.strip.focus_first_unrated()

    def open_quick_line(self) -> None:
        """Put the focus into the quick line."""
        self.quick.open()

    def forget_guides(self) -> None:
        """Let the guides of exercises be read again."""
        self._beside.forget()

    def ask_exercise(self) -> None:
        """Let an exercise be picked and add it."""
        picker = ExercisePicker(self._bench.log, self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.picked.connect(self._add_exercise)
        picker.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        roomy = self.width() >= theme.px(ROOMY_FROM)
        self.side.set_floating(not roomy)
        self.side.lie_over(self._place_of_side())
        self._care.setVisible(not roomy)
        self.header.set_narrow(not roomy)
        self.outline.setFixedWidth(theme.px(OUTLINE_WIDTH if roomy else LOW_OUTLINE_WIDTH))
        self.outline.setVisible(self.width() >= theme.px(OUTLINE_FROM))
        self.strip.set_narrow(not roomy)
        self.sheet.set_low(not roomy)
        self._foot.set_narrow(not roomy)
        self.quick.set_narrow(not roomy)

    def _build_middle(self, timers: Timers) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.outline = WorkoutOutline(self._bench)
        self.outline.setFixedWidth(current_theme().px(OUTLINE_WIDTH))
        self.sheet = SetSheet(self._bench, timers)
        self._care = CareBar(timers)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self.sheet, 1)
        self._foot = ExerciseFoot(self._bench, self.sheet)
        centre.addWidget(self._foot)
        centre.addWidget(SuggestionBar(self._desk, self._bench, self.sheet))
        centre.addWidget(self._care)
        self.quick = QuickBar(self._bench, self.sheet)
        centre.addWidget(self.quick)
        row.addWidget(self.outline)
        row.addLayout(centre, 1)
        self.side = SidePanel(timers, row)
        return row

    def _connect_sheet(self) -> None:
        sheet, timing = self.sheet, self.sheet.timing
        sheet.line_changed.connect(self.side.show_line)
        sheet.block_changed.connect(self._on_block_changed)
        sheet.block_settled.connect(self._beside.show_past)
        sheet.guide_wanted.connect(self._switch_side)
        answer_sheet(sheet, self._bench, self)
        for part in (self.side, self._care):
            part.hold_wanted.connect(timing.switch_hold)
            part.rest_wanted.connect(timing.switch_rest)
        self.header.all_as_planned.connect(sheet.confirm_workout)
        self.outline.block_wanted.connect(sheet.go_to_block)
        self.strip.done.connect(sheet.setFocus)
        self.strip.details_wanted.connect(self._ask_details)

    def _connect_others(self) -> None:
        self._bench.renewed.connect(self._show_banner)
        self.outline.exercise_wanted.connect(self.ask_exercise)
        self.quick.focus_changed.connect(self.keys_changed.emit)
        self.side.exercise_wanted.connect(self._look_up)
        self._care.guide_wanted.connect(self._switch_side)

    def _ask_details(self, moment: Moment) -> None:
        """Ask where it hurt, whether into a leg, and for a note."""
        from leglog.ui.pain_popover import PainPopover

        form = self._bench.form
        rating = rating_at(self._bench.log, moment, form.date, form.id) if form else None
        if rating is not None:
            PainPopover(self._desk, self, rating=rating).open_over(self.strip)

    def _connect_end(self, ending: Ending) -> None:
        self.header.finish_wanted.connect(ending.finish)
        self.header.rename_wanted.connect(ending.ask_title)
        self.header.menu_wanted.connect(ending.open_menu)
        self.sheet.all_done.connect(ending.finish_if_open)
        ending.exercise_wanted.connect(self.ask_exercise)

    def _add_shortcuts(self, ending: Ending) -> None:
        for key, do in (
            ("Ctrl+Shift+D", self.sheet.confirm_workout),
            ("Ctrl+D", self.sheet.confirm_block),
            ("Ctrl+Return", ending.finish),
            ("Ctrl+Enter", ending.finish),
            ("Ctrl+L", self.quick.open),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _place_of_side(self) -> QRect:
        """Return where the side panel lies over the sheet in a narrow window."""
        top = self.sheet.mapTo(self, QPoint()).y()
        return QRect(0, top, self.width(), max(self.strip.y() - top, 0))

    def _typed_into(self) -> QWidget:
        """Return the quick line where something is typed there, else the sheet."""
        return self.quick.field if self.quick.field.text else self.sheet

    def _switch_side(self) -> None:
        self.side.switch()
        self.side.lie_over(self._place_of_side())

    def _show_banner(self) -> None:
        """Say so where a workout is changed that was finished before."""
        form = self._bench.form
        finished = form is not None and form.state is WorkoutState.FINISHED
        if finished and form is not None:
            self._banner.show_message(
                _("You are editing {day}.").format(day=localized.long_day(form.date)),
                _("Changes are saved as you make them; Ctrl+Z takes them back."),
            )
        self._banner.setVisible(finished)

    def _on_block_changed(self, block: ExerciseBlock | None) -> None:
        self.outline.show_current(block)
        self._beside.show_exercise(block)

    def _look_up(self, exercise_id: int) -> None:
        self._desk.go(Destination(Place.EXERCISES, id=exercise_id))

    def _add_exercise(self, exercise_id: int) -> None:
        if self._bench.add_exercise(exercise_id) and self._bench.form is not None:
            newest = max(self._bench.form.blocks, key=lambda block: block.id)
            self.sheet.go_to_block(newest.id)
