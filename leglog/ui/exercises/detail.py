"""One exercise in full: how it is done, what it trains, its neighbours, its own history."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _
from leglog.ui.exercises import words
from leglog.ui.exercises.history_chart import HistoryChart
from leglog.ui.exercises.muscles import TrainedMuscles
from leglog.ui.exercises.past import PastSets, fill
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.flow import FlowLayout
from leglog.ui.widgets.frames import Callout, ScrollPage
from leglog.ui.widgets.text import IconLabel, Link, Tag, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from leglog.services.exercises import ExerciseDetail, ExerciseName

SIDE_PX = 264
STACKED_BELOW = 620


class NoteField(QPlainTextEdit):
    """The person's own note; it is written when the field is left."""

    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Your note"))
        self.setPlaceholderText(_("Seat, grip, what your physio said: shown each time you log it"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(current_theme().px(64))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.write()

    def write(self) -> None:
        """Tell what was typed, once."""
        if self.document().isModified():
            self.document().setModified(False)
            self.left.emit(self.toPlainText())

    def show_note(self, note: str) -> None:
        """Show ``note`` unless something is half typed."""
        if not self.document().isModified() and self.toPlainText() != note:
            self.setPlainText(note)
            self.document().setModified(False)


class DetailView(ScrollPage):
    """Shows an exercise; links to its neighbours and to past workouts tell where to go."""

    exercise_wanted = Signal(int)
    workout_wanted = Signal(int)
    note_written = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = current_theme()
        self._shown_id: int | None = None
        self.body.setSpacing(theme.px(12))
        self._tags = FlowLayout()
        self.body.addLayout(self._tags)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        self.body.addLayout(self._columns)
        self.body.addStretch()
        self._main, main = _column()
        self._side, side = _column()
        self._columns.addWidget(self._main, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._fill_main(main)
        self._fill_side(side)

    def show_detail(self, detail: ExerciseDetail) -> None:
        """Show ``detail``; a note half typed for another exercise is written first."""
        if detail.id != self._shown_id:
            self.note.write()
            self._shown_id = detail.id
            self.verticalScrollBar().setValue(0)
        fill(self._tags, [Tag(word) for word in words.facts(detail)])
        self._steps.setText(_numbered(detail.instructions))
        self._cues.setText(_bulleted(detail.cues))
        self._mistakes.setText(_bulleted(detail.common_mistakes))
        self._care.set_text(detail.back_care)
        self.note.show_note(detail.own_note)
        names = ", ".join(detail.aliases)
        self._aliases.setText(_("Also called: {names}").format(names=names) if names else "")
        self._muscles.show_muscles(detail.muscles)
        self._show_ladder(detail)
        self._past.show_detail(detail)
        self.chart.show_detail(detail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        stacked = self.width() < theme.px(STACKED_BELOW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._side.setMinimumWidth(0 if stacked else theme.px(SIDE_PX))
        self._side.setMaximumWidth(16_777_215 if stacked else theme.px(SIDE_PX))

    def _fill_main(self, column: QVBoxLayout) -> None:
        column.addWidget(Text(_("How to do it"), Role.EXERCISE))
        self._steps = Text(rich=True, wrap=True)
        column.addWidget(self._steps)
        row = QHBoxLayout()
        row.setContentsMargins(0, _above_heading(), 0, _above_heading())
        row.setSpacing(current_theme().px(16))
        self._cues, self._mistakes = Text(rich=True, wrap=True), Text(rich=True, wrap=True)
        for title, text in (
            (_("Form cues"), self._cues),
            (_("Common mistakes"), self._mistakes),
        ):
            part = QVBoxLayout()
            part.setSpacing(current_theme().px(8))
            part.addWidget(Text(title, Role.EXERCISE))
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            part.addWidget(text)
            part.addStretch()
            row.addLayout(part, 1)
        column.addLayout(row)
        self._care = Callout("back_pain", _("Back care"))
        column.addWidget(self._care)
        column.addSpacing(_above_heading())
        column.addWidget(Text(_("Your note"), Role.EXERCISE))
        self.note = NoteField()
        self.note.left.connect(self._tell_note)
        column.addWidget(self.note)
        self._aliases = Text("", Role.CAPTION, "muted", wrap=True)
        column.addWidget(self._aliases)
        self.chart = HistoryChart()
        self.chart.line.opened.connect(self.workout_wanted)
        column.addWidget(self.chart)

    def _fill_side(self, column: QVBoxLayout) -> None:
        theme = current_theme()
        column.addWidget(Text(_("Muscles"), Role.EXERCISE))
        self._muscles = TrainedMuscles()
        column.addWidget(self._muscles)
        column.addSpacing(_above_heading())
        column.addWidget(Text(_("Easier and harder"), Role.EXERCISE))
        frame = QFrame()
        frame.setProperty("box", "card")
        self._ladder = QVBoxLayout(frame)
        self._ladder.setContentsMargins(theme.px(1), theme.px(1), theme.px(1), theme.px(1))
        self._ladder.setSpacing(0)
        column.addWidget(frame)
        column.addSpacing(_above_heading())
        column.addWidget(Text(_("Last workouts"), Role.EXERCISE))
        self._past = PastSets()
        self._past.workout_wanted.connect(self.workout_wanted)
        column.addWidget(self._past)
        how = HowButton(Figure.E1RM, Figure.RECORDS, Figure.VOLUME_LOAD, Figure.HARD_SETS)
        column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_ladder(self, detail: ExerciseDetail) -> None:
        rows = [self._step("easier", _("Easier"), one) for one in detail.easier]
        rows.append(self._step("target", _("This one"), detail))
        rows += [self._step("harder", _("Harder"), one) for one in detail.harder]
        fill(self._ladder, rows)

    def _step(self, icon: str, meaning: str, one: ExerciseName | ExerciseDetail) -> QWidget:
        theme = current_theme()
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(12), theme.px(5), theme.px(12), theme.px(5))
        line.setSpacing(theme.px(8))
        line.addWidget(IconLabel(icon, "text", 16, meaning))
        if one.id == self._shown_id:
            row.setProperty("banner", "info")
            line.addWidget(Text(one.name, Role.STRONG), 1)
            return row
        link = Link(one.name)
        link.setWordWrap(True)
        link.linkActivated.connect(lambda _link, id_=one.id: self.exercise_wanted.emit(id_))
        line.addWidget(link, 1)
        return row

    def _tell_note(self, note: str) -> None:
        if self._shown_id is not None:
            self.note_written.emit(self._shown_id, note)


def _column() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current_theme().px(8))
    return part, column


def _above_heading() -> int:
    """Return what sets a heading off from the part above it, beside the usual spacing."""
    return current_theme().px(8)


def _numbered(lines: Sequence[str]) -> str:
    return _listed([(f"{number}.", line) for number, line in enumerate(lines, 1)])


def _bulleted(lines: Sequence[str]) -> str:
    return _listed([("•", line) for line in lines])


def _listed(lines: Sequence[tuple[str, str]]) -> str:
    """Return marks before lines that hang; Qt's own lists set thick dots close to the words."""
    edge = current_theme().px(8)
    rows = "".join(
        f'<tr><td style="padding-right:{edge}px">{mark}</td>'
        f'<td style="padding-bottom:3px">{escape(line)}</td></tr>'
        for mark, line in lines
    )
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>' if rows else ""
