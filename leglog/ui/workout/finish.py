"""Finishing a workout: the figures, the back, a note; missing ratings never block it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from leglog.i18n import _, ngettext
from leglog.services.exercise_past import records_so_far
from leglog.services.load_notes import bigger_step_in_week
from leglog.training.units import load_number
from leglog.ui import labels, localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.facts import Fact, FactStrip
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import IconLabel, Text
from leglog.ui.workout.keep_changes import KeepChanges
from leglog.ui.workout.pain_strip import MOMENTS
from leglog.ui.workout.past_words import record_in_words
from leglog.ui.workout.times import shown_times

if TYPE_CHECKING:
    from leglog.services.workout_form import WorkoutForm
    from leglog.training.steps import BiggerStep
    from leglog.training.vocabulary import Moment
    from leglog.ui.workout.workbench import Workbench


class FinishDialog(Sheet):
    """Shows what was done and asks how the back is; everything in it is saved at once."""

    finished_workout = Signal()

    def __init__(self, bench: Workbench, form: WorkoutForm, parent: QWidget | None = None) -> None:
        day = localized.short_day(form.date)
        super().__init__(_("Finish workout"), f"{form.title} · {day}", width=704, parent=parent)
        self._bench = bench
        facts = FactStrip()
        facts.set_facts(_facts(bench, form))
        self.body.addWidget(facts)
        self.body.addLayout(self._about_the_week(form))
        self.body.addWidget(Text(_("Your back"), Role.SECTION))
        self.scales = {moment: self._add_scale(moment, form) for moment in MOMENTS}
        self.body.addLayout(_about_tomorrow())
        self._add_bests(form)
        self.kept = KeepChanges(bench.changes(), bench.preferences.unit)
        if self.kept.boxes:
            self.body.addWidget(self.kept)
        self.note = _note_field(form.note)
        self.body.addWidget(self.note)
        self._save = self._add_foot()
        self._let_enter_go_on()

    def _add_bests(self, form: WorkoutForm) -> None:
        bests = new_bests(self._bench, form)
        if bests:
            self.body.addWidget(Text(_("New bests"), Role.SECTION))
            self.body.addWidget(Text("\n".join(bests)))

    def _add_foot(self) -> Button:
        """Add the buttons and return the one that saves; Ctrl+Enter presses it from anywhere."""
        self.add_to_foot(
            Text(_("Saved as you go. You can edit a workout at any time."), Role.CAPTION, "muted")
        )
        self.add_button(_("&Keep logging"), self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._finish)
        return self.add_button(
            _("&Save workout"), self._finish, kind=Kind.PRIMARY, shortcut="Ctrl+Enter"
        )

    def _let_enter_go_on(self) -> None:
        """Lead from each scale to the next, and from the last one to the way to save."""
        scales = list(self.scales.values())
        for scale, following in zip(scales, [*scales[1:], self._save], strict=True):
            scale.accepted.connect(following.setFocus)

    def _about_the_week(self, form: WorkoutForm) -> QHBoxLayout:
        """Return the line below the figures: a bigger step than usual, and how to read them."""
        row = QHBoxLayout()
        step = bigger_step_in_week(self._bench.log, form.date)
        self.step = Text("" if step is None else _step_words(step), tone="muted", wrap=True)
        row.addWidget(self.step, 1)
        figures = (Figure.SETS, Figure.VOLUME_LOAD, Figure.BIGGER_STEP, Figure.RESPONSE)
        row.addWidget(HowButton(*figures))
        return row

    def focus_first_unrated(self) -> None:
        """Put the focus on the first scale without a rating, or on the way to save."""
        for scale in self.scales.values():
            if scale.rating is None:
                scale.setFocus()
                return
        self._save.setFocus()

    def _add_scale(self, moment: Moment, form: WorkoutForm) -> RatingScale:
        row = QHBoxLayout()
        label = Text(labels.moment(moment))
        label.setFixedWidth(current_theme().px(110))
        row.addWidget(label)
        scale = RatingScale(labels.moment_in_full(moment), words=labels.rating_word)
        scale.set_rating(getattr(form.ratings, moment.value))
        scale.rated.connect(lambda score: self._bench.rate(moment, score))
        scale.cleared.connect(lambda: self._bench.clear_rating(moment))
        row.addWidget(scale)
        row.addStretch()
        self.body.addLayout(row)
        return scale

    def _finish(self) -> None:
        wanted = self.kept.wanted()
        if wanted and not self._bench.keep_changes(wanted):
            return
        if self._bench.finish(self.note.toPlainText().strip()):
            self.accept()
            self.finished_workout.emit()


def _about_tomorrow() -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(IconLabel("bell", "text_muted", 16))
    words = _("Tomorrow morning the Today page asks once more, to see how it settled.")
    row.addWidget(Text(words, tone="muted"), 1)
    return row


def _note_field(note: str) -> QPlainTextEdit:
    field = QPlainTextEdit(note)
    field.setPlaceholderText(_("Note (optional): sleep, stiffness, anything you want to remember"))
    field.setAccessibleName(_("Note"))
    field.setTabChangesFocus(True)
    field.setFixedHeight(current_theme().px(56))
    return field


def _step_words(step: BiggerStep) -> str:
    return _("A bigger step than usual: {sets} leg sets this week, {usual} a week before.").format(
        sets=localized.number(step.sets, 1), usual=localized.number(step.usual, 1)
    )


def new_bests(bench: Workbench, form: WorkoutForm) -> list[str]:
    """Return a line for each exercise that was done better than ever before."""
    lines = []
    for block in form.blocks:
        bests = bench.load_bests(block) if block.done else None
        words = (
            record_in_words(records_so_far(bests, block), bench.preferences.unit) if bests else ""
        )
        if words:
            lines.append(_("{name}. {best}").format(name=block.name, best=words))
    return lines


def _facts(bench: Workbench, form: WorkoutForm) -> list[Fact]:
    last, minutes = form.last_volume_load_g, shown_times(form)[1]

    def load(load_g: int) -> str:
        unit = bench.preferences.unit
        return f"{localized.number(round(float(load_number(load_g, unit))))} {unit.value}"

    facts = [
        Fact(
            _("Sets"),
            _("{done} of {planned}").format(done=form.sets_done, planned=form.sets_planned),
            _("all planned sets") if form.sets_done == form.sets_planned > 0 else "",
            role=Role.FIGURE,
        ),
        Fact(
            _("Volume"),
            load(form.volume_load_g),
            "" if last is None else _("last time {load}").format(load=load(last)),
            role=Role.FIGURE,
        ),
    ]
    if minutes is not None:
        facts.append(Fact(_("Time"), _("{count} min").format(count=minutes), "", role=Role.FIGURE))
    return [*facts, *_effort(form)]


def _effort(form: WorkoutForm) -> list[Fact]:
    """Return the mean RPE of the sets that were rated, or nothing where none was."""
    halves = [
        row.values.rpe_halves
        for block in form.work_blocks
        for row in block.sets
        if row.done and row.values.rpe_halves is not None
    ]
    if not halves:
        return []
    rated = ngettext("{count} set rated", "{count} sets rated", len(halves))
    mean = localized.fixed(sum(halves) / len(halves) / 2)
    return [Fact(_("Average RPE"), mean, rated.format(count=len(halves)), role=Role.FIGURE)]
