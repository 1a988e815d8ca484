"""Own daily tasks and three questions, every two weeks, when it suits."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services import daily_tasks as tasks
from leglog.services.training_log import Change, Turn
from leglog.ui import localized
from leglog.ui.back import daily_life_words as words
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Line, Text
from leglog.ui.widgets.word_grid import WordGrid

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from leglog.services.daily_tasks import Task
    from leglog.ui.desk import Desk

WIDTH, HEIGHT = 680, 560


@dataclass(slots=True)
class _Asked:
    """What is asked now: the scales by task, and those of the three questions."""

    tasks: dict[int, RatingScale] = field(default_factory=dict)
    questions: tuple[RatingScale, ...] = ()


class DailyLifeSheet(Sheet):
    """Every number is kept the moment it is chosen; three answered questions count as one."""

    def __init__(self, desk: Desk, today: dt.date, parent: QWidget | None = None) -> None:
        subtitle = localized.short_day(today)
        super().__init__(_("Your daily life"), subtitle, width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._today = desk, today
        self.asked = _Asked()
        page = ScrollPage(margin=0)
        page.setMinimumHeight(current_theme().px(HEIGHT))
        page.body.setContentsMargins(0, 0, current_theme().px(14), 0)
        self.body.addWidget(page, 1)
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(current_theme().px(8))
        page.body.addWidget(Text(words.about(), tone="muted", wrap=True))
        page.body.addLayout(self._tasks)
        page.body.addLayout(self._add_row())
        page.body.addWidget(Line())
        page.body.addLayout(self._questions())
        page.body.addWidget(Line())
        page.body.addWidget(Text(_("So far"), Role.SECTION))
        self._history = WordGrid(_word)
        self._history.setColumnStretch(3, 1)
        self._history.setHorizontalSpacing(current_theme().px(24))
        page.body.addLayout(self._history)
        self._change = Text("", tone="muted", wrap=True)
        page.body.addWidget(self._change)
        how = HowButton(Figure.TASKS, Figure.QUESTIONS)
        page.body.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch()
        self.add_to_foot(Text(words.every_two_weeks(), Role.CAPTION, "muted"))
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY)
        desk.changed.connect(self._on_changed)
        self._show_tasks()
        self._show_answers()
        self._show_history()
        first = next(iter(self.asked.tasks.values()), None)
        (first or self.new_task).setFocus()

    def add_task(self) -> None:
        """Keep the task that was typed."""
        if self._attempt(lambda: tasks.add_task(self._desk.log, self.new_task.text())):
            self.new_task.clear()

    def _add_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.new_task = LineEdit(
            _("Something of your day: stairs, shopping, playing with the kids"),
            name=_("New task"),
        )
        self.new_task.returnPressed.connect(self.add_task)
        add = Button(_("&Add"), icon="plus")
        add.setAutoDefault(False)
        add.clicked.connect(lambda _checked: self.add_task())
        row.addWidget(self.new_task, 1)
        row.addWidget(add)
        return row

    def _show_tasks(self) -> None:
        _empty(self._tasks)
        self.asked.tasks = {}
        for task in tasks.daily_tasks(self._desk.log):
            self._tasks.addLayout(self._task_row(task))

    def _task_row(self, task: Task) -> QVBoxLayout:
        column = QVBoxLayout()
        head = QHBoxLayout()
        name = LineEdit(name=_("Task"), small=True)
        name.setText(task.text)
        name.editingFinished.connect(lambda: self._reword(task, name))
        remove = IconButton("trash", _("Remove {task}").format(task=task.text), size=Size.SMALL)
        remove.setAutoDefault(False)
        remove.clicked.connect(
            lambda _checked: self._attempt(lambda: tasks.remove_task(self._desk.log, task.id))
        )
        head.addWidget(name, 1)
        head.addWidget(remove)
        column.addLayout(head)
        scale = RatingScale(_("How easy is it: {task}").format(task=task.text), ten_is_best=True)
        scale.rated.connect(lambda ease: self._rate(task, ease))
        scale.cleared.connect(lambda: self._rate(task, None))
        scale.accepted.connect(lambda: self._go_on(scale))
        self.asked.tasks[task.id] = scale
        column.addWidget(scale)
        column.addLayout(_ends(_("0 not possible"), _("10 as before")))
        return column

    def _questions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(current_theme().px(8))
        column.addWidget(Text(_("Over the last week"), Role.SECTION))
        scales = []
        for question, low, high in words.questions():
            column.addWidget(Text(question, wrap=True))
            scale = RatingScale(question)
            scale.rated.connect(lambda _score: self._answer())
            scale.cleared.connect(self._answer)
            scale.accepted.connect(partial(self._go_on, scale))
            scales.append(scale)
            column.addWidget(scale)
            column.addLayout(_ends(low, high))
        self.asked.questions = tuple(scales)
        return column

    def _answer(self) -> None:
        given = [scale.rating for scale in self.asked.questions]
        pain, enjoyment, activity = given
        log, day = self._desk.log, self._today
        if pain is not None and enjoyment is not None and activity is not None:
            answers = tasks.Answers(pain, enjoyment, activity)
            self._attempt(lambda: tasks.answer_questions(log, day, answers))
        elif self._kept_answers() is not None:
            self._attempt(lambda: tasks.answer_questions(log, day, None))

    def _go_on(self, scale: RatingScale) -> None:
        """Give the focus to the scale after this one."""
        scales = (*self.asked.tasks.values(), *self.asked.questions)
        following = scales[scales.index(scale) + 1 :]
        if following:
            following[0].setFocus()

    def _rate(self, task: Task, ease: int | None) -> None:
        self._attempt(lambda: tasks.rate_task(self._desk.log, task.id, self._today, ease))

    def _reword(self, task: Task, name: LineEdit) -> None:
        if name.text().split() == task.text.split():
            return
        if not self._attempt(lambda: tasks.correct_task(self._desk.log, task.id, name.text())):
            name.setText(task.text)

    def _kept_answers(self) -> tasks.Answers | None:
        days = {each.day: each for each in tasks.daily_life(self._desk.log)}
        found = days.get(self._today)
        return found.answers if found else None

    def _attempt(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except LeglogError as error:
            self._change.setText(f"{error.sentence} {error.remedy}".rstrip())
            return False
        return True

    def _on_changed(self, change: Change) -> None:
        if "daily_task" in change.tables:
            self._show_tasks()
        if change.tables & {"daily_task", "task_rating", "peg_rating"}:
            self._show_answers(
                all_three="peg_rating" in change.tables and change.turn is not Turn.DONE
            )
            self._show_history()

    def _show_answers(self, *, all_three: bool = False) -> None:
        """Put what the log holds of today on the scales.

        Without answers the questions keep what stands there, as one or two of three are not in the
        log yet; ``all_three`` empties them, as after an undo.
        """
        today = next((d for d in tasks.daily_life(self._desk.log) if d.day == self._today), None)
        for task_id, scale in self.asked.tasks.items():
            ease = today.ease.get(task_id) if today else None
            if scale.rating != ease:
                scale.set_rating(ease)
        answers = today.answers if today else None
        if answers is not None or all_three:
            given = (answers.pain, answers.enjoyment, answers.activity) if answers else (None,) * 3
            for scale, score in zip(self.asked.questions, given, strict=True):
                if scale.rating != score:
                    scale.set_rating(score)

    def _show_history(self) -> None:
        days = tasks.daily_life(self._desk.log)
        self._history.show_rows(words.history(days))
        self._change.setText(words.change(days))


def _word(row: int, _column: int) -> Text:
    return Text(tone="normal" if row else "muted")


def _ends(low: str, high: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Text(low, Role.CAPTION, "muted"))
    row.addStretch()
    row.addWidget(Text(high, Role.CAPTION, "muted"))
    return row


def _empty(layout: QVBoxLayout | QGridLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            _empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
