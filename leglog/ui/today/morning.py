"""The question of the morning: one digit, or nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Size
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.text import Line, Link, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from leglog.services.today import Mornings

NOON = 12


class MorningCheck(Card):
    """Asks for this morning until noon or until it was rated, then is one line.

    The number counts at once. The scale stays until the focus leaves it, so that a 1 can still
    become a 10 and a slip be put right.
    """

    rated = Signal(int, object)
    """A number, and the date of the morning."""
    skipped = Signal(object)
    """Leave this morning's date without a rating."""
    note_wanted = Signal()
    asks_changed = Signal()
    """Whether this morning is asked for is another answer now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Morning back check"), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._today = dt.date.min
        self._asks = False
        self._changing = False
        self._hint = Text(_("press 0–9"), Role.CAPTION, "muted")
        self.header.addWidget(self._hint)
        self._question = _Question()
        self._question.rated.connect(lambda score: self._tell(score, self._today))
        self._question.skipped.connect(lambda: self.skipped.emit(self._today))
        self._question.note_wanted.connect(self.note_wanted)
        self._question.scale.accepted.connect(self._close)
        self.body.addWidget(self._question)
        self._answer = _Answer()
        self._answer.changed.connect(self._change)
        self.body.addWidget(self._answer)
        self._missed: _MissedQuestion | None = None
        self.setFocusProxy(self._question.scale)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def asks(self) -> bool:
        """Whether this morning's number is asked for."""
        return self._asks

    def show_mornings(self, mornings: Mornings, now: dt.datetime, today: dt.date) -> None:
        """Ask for what is due, show what was answered."""
        if today != self._today:
            self._changing = False
        self._today = today
        due = today in mornings.due
        before_noon = now.hour < NOON or now.date() != today
        self._asks = (due and before_noon) or self._changing
        self._question.show_rating(mornings, today)
        self._answer.show_rating(mornings.today, asked=not due)
        self._show_parts()
        self._ask_missed(next((day for day in mornings.due if day != today), None))

    def _ask_missed(self, day: dt.date | None) -> None:
        """Ask for an earlier morning; the question is made when it is needed first."""
        if self._missed is None:
            if day is None:
                return
            self._missed = _MissedQuestion()
            self._missed.rated.connect(self._tell)
            self._missed.skipped.connect(self.skipped)
            self.body.addWidget(self._missed)
        self._missed.ask(day)

    def _show_parts(self) -> None:
        self._hint.setVisible(self._asks)
        self._question.setVisible(self._asks)
        self._answer.setVisible(not self._asks)
        self.setFocusProxy(self._question.scale if self._asks else self._answer)
        self.asks_changed.emit()

    def _tell(self, score: int, day: dt.date) -> None:
        # Told first: the reload that follows must keep the scale under the person's fingers.
        self._changing = self._changing or day == self._today
        self.rated.emit(score, day)

    def _change(self) -> None:
        self._changing = self._asks = True
        self._show_parts()
        self._question.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Fold the answered question into its line."""
        if self._question.scale.rating is None:
            return
        self._changing = self._asks = False
        self._answer.show()
        # Hiding what has the focus would send it on, and the page would scroll after it.
        if self._question.isAncestorOf(QApplication.focusWidget() or self):
            self._answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_parts()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Fold the question when the focus goes on to something else of this window."""
        left = old is not None and self._question.isAncestorOf(old)
        if left and new is not None and not self.isAncestorOf(new) and self._changing:
            self._close()
        if new is not None and self._missed is not None:
            self._missed.leave(new)


class _Question(QWidget):
    """The scale for this morning, what yesterday was, and two ways around."""

    rated = Signal(int)
    skipped = Signal()
    note_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        question = _("How is your back this morning?")
        column.addWidget(Text(question))
        self.scale = RatingScale(question, words=labels.rating_word)
        self.scale.rated.connect(self.rated)
        column.addWidget(self.scale)
        ends = QHBoxLayout()
        ends.addWidget(Text(_("0 no pain"), Role.CAPTION, "muted"))
        ends.addStretch()
        ends.addWidget(Text(_("10 worst imaginable"), Role.CAPTION, "muted"))
        column.addLayout(ends)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(theme.px(8))
        self._yesterday = Text("", Role.CAPTION, "muted", wrap=True)
        self._foot.addWidget(self._yesterday, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        self._buttons.addStretch()
        note = Button(_("Add note"), icon="note", size=Size.SMALL)
        note.clicked.connect(lambda _checked: self.note_wanted.emit())
        self._buttons.addWidget(note)
        self._skip = Button(_("Skip today"), size=Size.SMALL)
        self._skip.clicked.connect(lambda _checked: self.skipped.emit())
        self._buttons.addWidget(self._skip)
        self._foot.addLayout(self._buttons)
        column.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        """Put the buttons below what yesterday was, where they do not fit beside it."""
        words = self._yesterday.fontMetrics().horizontalAdvance(self._yesterday.text())
        needed = words + self._foot.spacing() + self._buttons.sizeHint().width()
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if needed <= self.width() else way.TopToBottom)

    def show_rating(self, mornings: Mornings, today: dt.date) -> None:
        """Show the number where there is one, and yesterday's beside it."""
        if self.scale.rating != mornings.today:
            self.scale.set_rating(mornings.today)
        self._skip.setVisible(mornings.today is None)
        self._yesterday.setText(_yesterday(mornings))
        self._place_foot()


class _Answer(QWidget):
    """One line: the number of this morning, and a way to change it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._text = Text("")
        row.addWidget(self._text)
        row.addStretch()
        self._link = Link("")
        self._link.linkActivated.connect(lambda _href: self.changed.emit())
        row.addWidget(self._link)
        self.setFocusProxy(self._link)

    def show_rating(self, rating: int | None, *, asked: bool) -> None:
        """Say what this morning was; ``asked`` says that it was rated or passed over."""
        if rating is not None:
            word = labels.rating_word(rating)
            text = _("This morning: {number}, {word}").format(number=rating, word=word)
            self._text.setText(text)
            self._link.set_words(_("Change"))
            return
        self._text.setText(_("This morning: skipped") if asked else _("This morning: not rated"))
        self._link.set_words(_("Rate"))


class _MissedQuestion(QWidget):
    """Asks, a day late, for the morning after the last workout."""

    rated = Signal(int, object)
    skipped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day: dt.date | None = None
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Line())
        row = QHBoxLayout()
        self._text = Text("", wrap=True)
        row.addWidget(self._text, 1)
        skip = Button(_("Skip"), size=Size.SMALL)
        skip.clicked.connect(lambda _checked: self.skipped.emit(self._day))
        row.addWidget(skip)
        self._scale = RatingScale(words=labels.rating_word)
        self._scale.rated.connect(lambda score: self.rated.emit(score, self._day))
        self.hide()
        column.addLayout(row)
        column.addWidget(self._scale)

    def ask(self, day: dt.date | None) -> None:
        """Ask for ``day``; without one, ask nothing.

        An answered scale stays under the person's fingers, so that a 1 can still become a 10.
        """
        just_answered = self._scale.rating is not None and self.isAncestorOf(
            QApplication.focusWidget() or self
        )
        if day == self._day is not None or (day is None and just_answered):
            return
        self._day = day
        self.setVisible(day is not None)
        if day is None:
            return
        workout = localized.weekday((day - dt.timedelta(days=1)).weekday(), short=False)
        question = _("And yesterday morning, after {weekday}’s workout?").format(weekday=workout)
        self._text.setText(question)
        self._scale.set_name(question)
        self._scale.set_rating(None)

    def leave(self, new: QWidget) -> None:
        """Hide the answered question once the focus is elsewhere."""
        if self._scale.rating is not None and not self.isAncestorOf(new):
            self._day = None
            self.hide()


def _yesterday(mornings: Mornings) -> str:
    if mornings.yesterday is None:
        return ""
    if mornings.workout_before_yesterday is None:
        return _("Yesterday {number}").format(number=mornings.yesterday)
    weekday = localized.weekday(mornings.workout_before_yesterday.weekday(), short=False)
    return _("Yesterday {number} · after {weekday}’s workout").format(
        number=mornings.yesterday, weekday=weekday
    )
