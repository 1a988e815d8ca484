"""Log: the form of a workout, from the first rating of the back to the last set."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leglog.errors import LeglogError
from leglog.i18n import _, ngettext
from leglog.services import workouts
from leglog.services.exercise_guide import exercise_guide
from leglog.services.exercise_past import last_times
from leglog.services.planning import week
from leglog.services.whole_workouts import latest_workouts, others_of_day
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.training.vocabulary import WorkoutState
from leglog.ui import localized
from leglog.ui.announcer import announce
from leglog.ui.desk import Destination, Place
from leglog.ui.letter_keys import letter_keys_on
from leglog.ui.page import Page
from leglog.ui.theme import current_theme
from leglog.ui.whole_workout import WorkoutActions, as_whole
from leglog.ui.widgets.banner import Banner
from leglog.ui.workout.chooser import Choice, Chooser, sets_words
from leglog.ui.workout.exercise_menu import ask_felt, ask_note, show_menu, swap_for_neighbour
from leglog.ui.workout.finish import FinishDialog
from leglog.ui.workout.guide import GuidePanel
from leglog.ui.workout.header import LogHeader
from leglog.ui.workout.outline import WorkoutOutline
from leglog.ui.workout.pain_strip import PainStrip
from leglog.ui.workout.picker import ExercisePicker
from leglog.ui.workout.proposals import routine_choices
from leglog.ui.workout.quick_line import QuickBar
from leglog.ui.workout.sheet import SetSheet
from leglog.ui.workout.side_panel import CareBar, SidePanel
from leglog.ui.workout.suggestion_bar import SuggestionBar
from leglog.ui.workout.timers import Timers
from leglog.ui.workout.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from leglog.services.exercise_guide import ExerciseGuide
    from leglog.services.whole_workouts import WorkoutName
    from leglog.services.workout_reading import ExerciseBlock
    from leglog.ui.desk import Desk

OUTLINE_WIDTH, LOW_OUTLINE_WIDTH = 240, 208
LATEST = 4
"""Past workouts offered to be done again."""
ROOMY_FROM = 1000
"""Page width from which the guide stands beside the sheet."""


class LogPage(Page):
    """Shows the workout that is under way, a past one to correct, or what could be logged."""

    tables = frozenset(
        {"workout", "workout_exercise", "performed_set", "pain_rating", "routine", "preference"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._bench = Workbench(desk, self)
        self._guides: dict[int, ExerciseGuide] = {}
        self._timers = Timers(self._bench, parent=self)
        self._timers.told.connect(self._on_told)
        self._timers.tone_wanted.connect(QApplication.beep)
        self._whole = WorkoutActions(desk, self)
        self._whole.wanted.connect(self._show_workout)
        self._whole.gone.connect(self._leave)
        self._chooser = Chooser()
        self._chooser.routine_wanted.connect(self._start)
        self._chooser.workout_wanted.connect(self._show_workout)
        self._chooser.repeat_wanted.connect(self._repeat)
        self._chooser.routines_wanted.connect(lambda: desk.go(Destination(Place.ROUTINES)))
        self._form = self._build_form()
        self._views = QStackedWidget()
        self._views.addWidget(self._chooser)
        self._views.addWidget(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        self._bench.renewed.connect(self._on_renewed)

    def reload(self) -> None:
        """Read the workout again, or what could be logged."""
        self._bench.reread()
        if self._bench.form is None:
            self._offer()

    def open(self, destination: Destination) -> None:
        """Show a workout; with ``start`` begin one: of the routine ``id``, or what is next up."""
        self._guides.clear()
        if destination.start:
            self._start_or_resume(destination)
        elif destination.id is not None:
            self._show_workout(destination.id)
        elif self._bench.form is None:
            self._resume_or_offer()
        if self._bench.form is None:
            if destination.day is not None:
                self._chooser.day.set_day(destination.day)
            self._chooser.focus_first()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the areas of the form, or the choices."""
        if self._bench.form is None:
            return (self._chooser,)
        return (
            self._header,
            self._outline.list,
            self._sheet,
            self._quick.field,
            self._side,
            self._strip,
        )

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the four most useful keys of the sheet."""
        if self._bench.form is None:
            return ()
        if self._quick.field.hasFocus():
            return self._quick.keys()
        return (
            ("Enter", _("confirm set")),
            ("Tab", _("next cell")),
            ("/", _("quick entry")),
            ("Ctrl+B", _("rate back")),
            ("F6", _("next area")),
        )

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Answer the menu: rating the back means the next unrated scale here."""
        if self._bench.form is None:
            return {"log_other": self._chooser.focus_first}
        return {
            "rate_back": self._strip.focus_first_unrated,
            "log_other": self._leave,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        roomy = self.width() >= theme.px(ROOMY_FROM)
        self._side.set_floating(not roomy)
        self._side.lie_over(self._place_of_side())
        self._care.setVisible(not roomy)
        self._header.set_narrow(not roomy)
        self._outline.setFixedWidth(theme.px(OUTLINE_WIDTH if roomy else LOW_OUTLINE_WIDTH))
        self._strip.set_narrow(not roomy)
        self._sheet.set_low(not roomy)
        self._quick.set_narrow(not roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # On many keyboards the slash is typed with Shift, which no shortcut of one key hears.
        if event.text() == "/" and letter_keys_on() and self._bench.form is not None:
            self._quick.open()
        else:
            super().keyPressEvent(event)

    def _build_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = LogHeader(self._bench)
        self._header.all_as_planned.connect(lambda: self._sheet.confirm_workout())
        self._header.finish_wanted.connect(self._finish)
        self._header.rename_wanted.connect(self._rename)
        self._header.menu_wanted.connect(self._open_menu)
        column.addWidget(self._header)
        self._banner = Banner("", "")
        self._banner.hide()
        column.addWidget(self._banner)
        column.addLayout(self._build_middle(), 1)
        self._strip = PainStrip(self._bench)
        self._strip.done.connect(self._go_to_sheet)
        column.addWidget(self._strip)
        for key, do in (
            ("Ctrl+Shift+D", self._sheet.confirm_workout),
            ("Ctrl+D", self._sheet.confirm_block),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
            ("Ctrl+L", self._quick.open),
        ):
            shortcut = QShortcut(QKeySequence(key), form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        return form

    def _build_middle(self) -> QHBoxLayout:
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(0)
        self._outline = WorkoutOutline(self._bench)
        self._outline.setFixedWidth(theme.px(OUTLINE_WIDTH))
        self._sheet = SetSheet(self._bench, self._timers)
        self._care = CareBar(self._timers)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._sheet, 1)
        centre.addWidget(SuggestionBar(self._desk, self._bench, self._sheet))
        centre.addWidget(self._care)
        self._quick = QuickBar(self._bench, self._sheet)
        self._quick.focus_changed.connect(self.verbs_changed.emit)
        centre.addWidget(self._quick)
        self._guide = GuidePanel()
        row.addWidget(self._outline)
        row.addLayout(centre, 1)
        self._side = SidePanel(self._timers, self._guide, row)
        self._sheet.line_changed.connect(self._side.show_line)
        timing = self._sheet.timing
        for part in (self._side.timers, self._care):
            part.hold_wanted.connect(timing.switch_hold)
            part.rest_wanted.connect(timing.switch_rest)
        self._care.guide_wanted.connect(self._switch_side)
        self._sheet.guide_wanted.connect(self._switch_side)
        self._outline.block_wanted.connect(self._sheet.go_to_block)
        self._outline.exercise_wanted.connect(self._add_exercise)
        self._sheet.block_changed.connect(self._on_block_changed)
        self._sheet.all_done.connect(self._on_all_done)
        self._sheet.block_settled.connect(self._show_past)
        bench = self._bench
        self._sheet.menu_wanted.connect(
            lambda block, where: show_menu(self._sheet, bench, block, where, self)
        )
        self._sheet.swap_wanted.connect(
            lambda block, harder: swap_for_neighbour(self._sheet, bench, block, harder=harder)
        )
        self._sheet.note_wanted.connect(lambda block: ask_note(bench, block, self))
        self._sheet.felt_wanted.connect(lambda block: ask_felt(bench, block, self))
        self._guide.exercise_wanted.connect(
            lambda id_: self._desk.go(Destination(Place.EXERCISES, id=id_))
        )
        return row

    def _today(self) -> dt.date:
        return self._bench.today

    def _place_of_side(self) -> QRect:
        """Return where the side panel lies over the sheet in a narrow window."""
        top = self._sheet.mapTo(self._form, QPoint()).y()
        return QRect(0, top, self._form.width(), max(self._strip.y() - top, 0))

    def _switch_side(self) -> None:
        self._side.switch()
        self._side.lie_over(self._place_of_side())

    def _on_told(self, sentence: str) -> None:
        self._bench.say(sentence)
        announce(self, sentence)

    def _start_or_resume(self, destination: Destination) -> None:
        """Begin the wanted workout; one of today with the same routine that is open goes on."""
        day = destination.day or self._today()
        routine_id = destination.id
        if routine_id is None:
            unfinished = open_workouts(self._desk.log)
            if unfinished:
                self._show_workout(unfinished[0])
                return
            planned = week(self._desk.log, day).next_up
            if planned is None:
                self._bench.show(None)
                return
            routine_id = planned.routine_id
        self._begin(day, routine_id)

    def _start(self, routine_id: int | None) -> None:
        self._begin(self._chooser.day.day, routine_id)

    def _begin(self, day: dt.date, routine_id: int | None) -> None:
        try:
            workout_id = workouts.start_workout(self._desk.log, day, routine_id)
        except LeglogError as error:
            self._bench.say(error.sentence)
            return
        self._show_workout(workout_id)
        self._say_which_of_day(workout_id)

    def _say_which_of_day(self, workout_id: int) -> None:
        """Mention that the day has other workouts; that is fine."""
        form, number = self._bench.form, len(others_of_day(self._desk.log, workout_id)) + 1
        if form is None or number == 1:
            return
        day = localized.day_of_month(form.date)
        if number == 2:
            self._bench.say(_("This is the second workout on {day}.").format(day=day))
        else:
            self._bench.say(_("This is workout {number} on {day}.").format(number=number, day=day))

    def _resume_or_offer(self) -> None:
        unfinished = open_workouts(self._desk.log)
        if len(unfinished) == 1:
            self._show_workout(unfinished[0])
            at = dt.datetime.now().astimezone()
            self._bench.say(
                _("Restored to where you were, {time}.").format(time=localized.time_of_day(at))
            )
        else:
            self._offer()

    def _show_workout(self, workout_id: int) -> None:
        self._bench.show(workout_id)
        if self._bench.form is None:
            self._bench.say(_("That workout is no longer there."))
            return
        self._sheet.go_to_first_undone()
        untouched = not self._bench.form.sets_done and self._bench.form.ratings.before is None
        if not self._bench.form.blocks:
            self._quick.open()
        elif untouched and self._bench.is_open:
            self._strip.focus_first_unrated()
        else:
            self._sheet.setFocus()

    def _leave(self) -> None:
        """Put the workout aside, as it is, and offer others."""
        self._bench.show(None)

    def _offer(self) -> None:
        log, today = self._desk.log, self._today()
        self._chooser.show_choices(
            today,
            routine_choices(log, today),
            [self._unfinished(id_) for id_ in open_workouts(log)],
            [_as_choice(each) for each in latest_workouts(log, LATEST)],
        )
        self._chooser.day.set_day(today)

    def _unfinished(self, workout_id: int) -> Choice:
        form = workout_form(self._desk.log, workout_id)
        about = f"{localized.day(form.date)} · {sets_words(form.sets_done, form.sets_planned)}"
        return Choice(form.id, form.title, about)

    def _on_renewed(self) -> None:
        form = self._bench.form
        if form is None:
            self._views.setCurrentWidget(self._chooser)
            self._offer()
        else:
            self._views.setCurrentWidget(self._form)
            self._show_banner()
        self.verbs_changed.emit()

    def _show_banner(self) -> None:
        form = self._bench.form
        old = form is not None and form.state is WorkoutState.FINISHED
        if old and form is not None:
            self._banner.show_message(
                _("You are editing {day}.").format(day=localized.long_day(form.date)),
                _("Changes are saved as you make them; Ctrl+Z takes them back."),
            )
        self._banner.setVisible(old)

    def _go_to_sheet(self) -> None:
        self._sheet.setFocus()

    def _on_block_changed(self, block: ExerciseBlock | None) -> None:
        self._outline.show_current(block)
        detail = self._guide_of(block.exercise_id) if block is not None else None
        self._guide.show_exercise(detail)
        self._side.timers.show_exercise(block)
        self._care.show_exercise(block, detail.back_care if detail else "")

    def _guide_of(self, exercise_id: int) -> ExerciseGuide | None:
        """Return an exercise's guide, read once while the page is in front."""
        if exercise_id not in self._guides:
            try:
                self._guides[exercise_id] = exercise_guide(self._desk.log, exercise_id)
            except LeglogError:
                return None
        return self._guides[exercise_id]

    def _show_past(self, block: ExerciseBlock) -> None:
        form = self._bench.form
        if form is not None:
            times = last_times(self._desk.log, form, block.exercise_id)
            self._guide.show_times(times, self._bench.preferences.unit)

    def _on_all_done(self) -> None:
        if self._bench.is_open:
            self._finish()

    def _finish(self) -> None:
        form = self._bench.form
        if form is None:
            return
        if not self._bench.is_open:
            self._desk.go(Destination(Place.HISTORY, id=form.id))
            self._bench.show(None)
            return
        dialog = FinishDialog(self._bench, form, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished_workout.connect(self._on_finished)
        dialog.open()
        dialog.focus_first_unrated()

    def _on_finished(self) -> None:
        form = self._bench.form
        title = form.title if form else ""
        self._bench.show(None)
        self._bench.say(_("{title} is saved.").format(title=title))
        self._desk.go(Destination(Place.TODAY))

    def _add_exercise(self) -> None:
        picker = ExercisePicker(self._desk.log, self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.picked.connect(self._on_picked)
        picker.open()

    def _on_picked(self, exercise_id: int) -> None:
        if self._bench.add_exercise(exercise_id) and self._bench.form is not None:
            newest = max(self._bench.form.blocks, key=lambda block: block.id)
            self._sheet.go_to_block(newest.id)

    def _open_menu(self, button: QWidget) -> None:
        form = self._bench.form
        if form is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Rename…"), self._rename)
        if self._bench.is_open:
            menu.addAction(_("Put &aside"), self._leave)
        menu.addSeparator()
        self._whole.fill(menu, as_whole(form))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _repeat(self, workout_id: int) -> None:
        try:
            again = workouts.repeat_workout(self._desk.log, workout_id, self._chooser.day.day)
        except LeglogError as error:
            self._bench.say(error.sentence)
            return
        self._show_workout(again)

    def _rename(self) -> None:
        form = self._bench.form
        if form is None:
            return
        title, wanted = QInputDialog.getText(
            self, _("Change the title"), _("Title"), text=form.title
        )
        if wanted:
            self._bench.rename(title)


def _as_choice(name: WorkoutName) -> Choice:
    sets = ngettext("{count} set", "{count} sets", name.sets).format(count=name.sets)
    return Choice(name.id, name.title, f"{localized.day(name.date)} · {sets}")
