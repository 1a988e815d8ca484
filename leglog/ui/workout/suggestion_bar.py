"""Below the sets: what to do this time of the exercise under the cursor, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.suggestions import next_time
from leglog.settings import BackCheck
from leglog.training.progression import Advice
from leglog.training.vocabulary import SetType
from leglog.ui.explanations import Figure
from leglog.ui.how import show_how
from leglog.ui.letter_keys import unless_off
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import IconLabel, Text
from leglog.ui.workout import suggestion_words as words

if TYPE_CHECKING:
    from leglog.services.set_values import SetValues
    from leglog.services.suggestions import NextTime
    from leglog.services.training_log import Change
    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.training.progression import Suggestion
    from leglog.ui.desk import Desk
    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.workbench import Workbench

_DECIDING = frozenset({"pain_rating", "period", "preference"})
"""Tables whose change makes a suggestion outdated; sets logged now do not."""


FIGURES = (Figure.SUGGESTION, Figure.TOLERATED, Figure.RESPONSE, Figure.FLARE)


class SuggestionBar(Panel):
    """A takes the suggestion over into the sets that are not done, I hides it for today."""

    def __init__(
        self, desk: Desk, bench: Workbench, sheet: SetSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__("footer", parent)
        self._bench, self._sheet = bench, sheet
        self._known: dict[int, NextTime] = {}
        self._ignored: set[tuple[int, int]] = set()
        self._workout_id: int | None = None
        self._build()
        sheet.block_changed.connect(self._on_block_changed)
        sheet.block_settled.connect(lambda _block: self.renew())
        bench.renewed.connect(self._on_renewed)
        desk.changed.connect(self._on_changed)
        for key, do in (("A", self.take), ("I", self.ignore)):
            shortcut = QShortcut(QKeySequence(key), sheet)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(unless_off(do))

    def renew(self) -> None:
        """Show what is suggested for the exercise under the cursor."""
        form = self._bench.form
        if form is None or form.id != self._workout_id:
            self._known.clear()
            self._workout_id = form.id if form else None
        block = self._block()
        found = self._found(block) if block is not None else None
        self.setVisible(found is not None)
        if block is not None and found is not None:
            self._show(block, found)

    def take(self) -> None:
        """Put what is suggested into the sets that are not done; Ctrl+Z takes it back."""
        block = self._block()
        suggestion = self._suggestion(block)
        if block is None or suggestion is None or self._is_ignored(block):
            return
        undone = _undone(block)
        if suggestion.advice is Advice.EASE_OFF and suggestion.load_g is None:
            if len(undone) > 1:
                self._bench.remove_set(undone[-1])
            return
        values = {row.id: self._with(row, suggestion) for row in undone}
        if values and suggestion.advice not in _WORDS_ONLY:
            self._bench.correct_many(values)

    def ignore(self) -> None:
        """Suggest nothing more for this exercise in this workout."""
        block = self._block()
        if block is not None and self._workout_id is not None:
            self._ignored.add((self._workout_id, block.exercise_id))
            self.renew()

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("target", "text_muted", 16))
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self._advice = Text("", Role.STRONG)
        self._reason = Text("", wrap=True)
        head.addWidget(self._advice)
        head.addWidget(self._reason, 1)
        column.addLayout(head)
        self._tolerated = Text("", Role.CAPTION, "muted", wrap=True)
        column.addWidget(self._tolerated)
        row.addLayout(column, 1)
        self._take = Button(_("Take it"), shortcut="A", size=Size.SMALL)
        self._take.clicked.connect(lambda _checked: self.take())
        self._ignore = Button(_("Not today"), shortcut="I", size=Size.SMALL, kind=Kind.QUIET)
        self._ignore.clicked.connect(lambda _checked: self.ignore())
        how = IconButton("info", _("How is this worked out?"), size=Size.SMALL, kind=Kind.QUIET)
        how.clicked.connect(lambda _checked: show_how(self.window(), *FIGURES))
        for button in (self._take, self._ignore, how):
            # The keys belong to the sets; a click must not take the focus away from them.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    def _on_renewed(self) -> None:
        form = self._bench.form
        if form is None or form.id != self._workout_id:
            self._known.clear()
        self._on_block_changed(self._block())

    def _on_block_changed(self, block: ExerciseBlock | None) -> None:
        # Reading the history waits until the cursor rests, so that no key waits for it.
        if block is None or block.id in self._known:
            self.renew()

    def _block(self) -> ExerciseBlock | None:
        """Return the exercise under the cursor, as it is now, if its sets count."""
        form, current = self._bench.form, self._sheet.current_block
        if form is None or current is None or not self._bench.is_open:
            return None
        block = next((each for each in form.blocks if each.id == current.id), None)
        if block is None or block.skipped or not block.section.is_work:
            return None
        return block

    def _found(self, block: ExerciseBlock) -> NextTime | None:
        form = self._bench.form
        if form is None:
            return None
        if block.id not in self._known:
            self._known[block.id] = next_time(self._bench.log, form, block)
        return self._known[block.id]

    def _suggestion(self, block: ExerciseBlock | None) -> Suggestion | None:
        found = self._found(block) if block is not None else None
        return found.suggestion if found else None

    def _is_ignored(self, block: ExerciseBlock) -> bool:
        return (self._workout_id or 0, block.exercise_id) in self._ignored

    def _show(self, block: ExerciseBlock, found: NextTime) -> None:
        unit = self._bench.preferences.unit
        suggestion, target = found.suggestion, found.target
        if suggestion is None or target is None or self._is_ignored(block):
            self._advice.setText("")
            self._reason.setText(self._off_words())
        else:
            self._advice.setText(words.advice(suggestion, target, unit))
            self._reason.setText(words.reason(found, unit))
        self._tolerated.setText(words.tolerated(found, unit))
        self._tolerated.setVisible(bool(self._tolerated.text()))
        self._reason.setVisible(bool(self._reason.text()))
        self._advice.setVisible(bool(self._advice.text()))
        open_ = suggestion is not None and not self._is_ignored(block) and target is not None
        can_take = open_ and suggestion is not None and self._can_take(block, suggestion)
        self._take.setVisible(can_take)
        self._ignore.setVisible(can_take)
        self.setVisible(bool(self._reason.text() or self._tolerated.text()))
        self.setAccessibleName(f"{self._advice.text()} {self._reason.text()}".strip())

    def _off_words(self) -> str:
        if self._bench.preferences.back_check is BackCheck.SOME:
            return _("Nothing is suggested until Help › When to get help is answered anew.")
        return ""

    def _can_take(self, block: ExerciseBlock, suggestion: Suggestion) -> bool:
        undone = _undone(block)
        if suggestion.advice in _WORDS_ONLY or not undone:
            return False
        if suggestion.advice is Advice.EASE_OFF and suggestion.load_g is None:
            return len(undone) > 1
        return any(self._with(row, suggestion) != row.values for row in undone)

    def _with(self, row: SetRow, suggestion: Suggestion) -> SetValues:
        values = row.values
        if suggestion.load_g is not None:
            unit = self._bench.preferences.unit
            values = replace(values, load_g=suggestion.load_g, load_unit=unit)
        if suggestion.reps is not None:
            values = replace(values, reps=suggestion.reps)
        if suggestion.duration_s is not None:
            values = replace(values, duration_s=suggestion.duration_s)
        return values

    def _on_changed(self, change: Change) -> None:
        if change.tables & _DECIDING:
            self._known.clear()
            if self._bench.form is not None and self._sheet.isVisible():
                self.renew()


_WORDS_ONLY = (Advice.REPEAT, Advice.HARDER_VARIANT)
"""Advice that changes no set by itself."""


def _undone(block: ExerciseBlock) -> list[SetRow]:
    return [row for row in block.sets if not row.done and row.set_type is not SetType.WARM_UP]
