"""One workout as it was done, beside what was planned and the time before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.history import words
from leglog.ui.history.done_table import SECTION, DoneModel, DoneTable
from leglog.ui.history.response_mark import ResponseMark
from leglog.ui.how import HowButton
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.rating_scale import RatingBadge
from leglog.ui.widgets.text import IconLabel, ShortText, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from leglog.services.history_detail import WorkoutDetail
    from leglog.training.vocabulary import Unit


NARROW, LEAST_TITLE = 620, 240
"""Below this width the buttons stand below the title and sections are left out."""


class WorkoutDetailPanel(QWidget):
    """Title, figures, the back, the exercises, the note; and what can be done with it."""

    open_wanted = Signal()
    repeat_wanted = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(object)
    """The menu of the whole workout is wanted below this button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setMaximumWidth(theme.px(920))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addLayout(self._build_head())
        self._facts_card = self._build_facts()
        column.addWidget(self._facts_card)
        self._model = DoneModel()
        self._table = DoneTable(self._model)
        card = Card(padding=1)
        card.body.addWidget(self._table)
        column.addWidget(card, 1)
        column.addWidget(self._build_note())

    def show_detail(self, detail: WorkoutDetail, unit: Unit) -> None:
        """Show another workout."""
        self._title.setText(detail.title)
        self._when.setText(words.when(detail))
        self._fold_head()
        self._model.show_detail(detail, unit)
        self._show_facts(detail, unit)
        back = detail.back
        scores = (back.before, back.during, back.after, back.next_morning)
        for badge, score in zip(self._badges, scores, strict=True):
            badge.set_rating(score)
        self._mark.show_response(back.response)
        self._response.setText(words.response_words(back.response))
        self._note.setText(detail.note)
        self._note_line.setVisible(bool(detail.note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        narrow = self.width() < theme.px(NARROW)
        way = QBoxLayout.Direction
        self._back.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._place_ratings()
        for button, icon in self._with_icons.items():
            button.set_icon_name("" if narrow else icon)
        self._fold_head()
        self._table.setColumnHidden(SECTION, narrow)

    def _fold_head(self) -> None:
        """Put the buttons below the title where the day would be cut beside them."""
        theme, way = current_theme(), QBoxLayout.Direction
        title = max(theme.px(LEAST_TITLE), self._when.sizeHint().width())
        needed = title + self._head.spacing() + self._buttons.sizeHint().width()
        room = self.width() - 2 * theme.px(24)
        self._head.setDirection(way.TopToBottom if needed > room else way.LeftToRight)

    def _build_head(self) -> QBoxLayout:
        theme = current_theme()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.px(8))
        row = self._buttons = QHBoxLayout()
        row.setSpacing(theme.px(8))
        title = QVBoxLayout()
        title.setSpacing(theme.px(3))
        self._title = ShortText("", Role.TITLE)
        self._when = Text("", tone="muted")
        for line in (self._title, self._when):
            # Or the panel would never get narrow enough for the buttons to go below.
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            title.addWidget(line)
        self._head.addLayout(title, 1)
        self._head.addLayout(row)
        edit = Button(_("&Open in Log"), icon="edit")
        edit.clicked.connect(self.open_wanted.emit)
        again = Button(_("Log &again"), icon="copy")
        again.clicked.connect(self.repeat_wanted.emit)
        remove = Button(_("&Delete…"), icon="trash", kind=Kind.NORMAL)
        remove.clicked.connect(self.removal_wanted.emit)
        more = IconButton("more", _("More for this workout"))
        more.clicked.connect(lambda: self.menu_wanted.emit(more))
        self._with_icons = {edit: "edit", again: "copy", remove: "trash"}
        for button in (edit, again, remove, more):
            row.addWidget(button)
        row.addStretch()
        return self._head

    def _build_facts(self) -> Card:
        theme = current_theme()
        card = Card()
        self._facts = Text("", rich=True, wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._facts, 1)
        head.addWidget(HowButton(Figure.SETS, Figure.VOLUME_LOAD, Figure.RESPONSE))
        card.body.addLayout(head)
        self._ratings = QGridLayout()
        self._ratings.setHorizontalSpacing(theme.px(14))
        self._ratings.setColumnStretch(4, 1)
        self._badges = tuple(RatingBadge() for _place in range(4))
        names = (_("Before"), _("worst during"), _("after"), _("next morning"))
        self._rated = [_beside(*each) for each in zip(names, self._badges, strict=True)]
        self._place_ratings()
        self._response = Text("", wrap=True)
        self._back = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._back.setSpacing(theme.px(14))
        self._back.addLayout(self._ratings)
        said = QHBoxLayout()
        said.setSpacing(theme.px(8))
        self._mark = ResponseMark()
        said.addWidget(self._mark)
        said.addWidget(self._response, 1)
        self._back.addLayout(said, 1)
        card.body.addLayout(self._back)
        return card

    def _build_note(self) -> QWidget:
        self._note_line = QWidget()
        row = QHBoxLayout(self._note_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(8))
        self._note = Text("", tone="muted", wrap=True)
        row.addWidget(IconLabel("note", "text_muted", 16, _("Note")), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note, 1)
        return self._note_line

    def _place_ratings(self) -> None:
        """Put the four ratings into one row, or into two where their words would be cut."""
        edges = 2 * current_theme().px(24 + 16)
        gaps = self._ratings.horizontalSpacing() * (len(self._rated) - 1)
        whole = sum(one.sizeHint().width() for one in self._rated) + gaps
        columns = 2 if whole > self.width() - edges else len(self._rated)
        for place, one in enumerate(self._rated):
            # Where Qt takes it out by itself, PySide6 keeps a wrapper of an item that is gone, and
            # crashes when what is at its address next is deleted.
            self._ratings.removeWidget(one)
            self._ratings.addWidget(one, place // columns, place % columns)

    def _show_facts(self, detail: WorkoutDetail, unit: Unit) -> None:
        parts = [
            _("Sets <b>{done} of {planned}</b>").format(
                done=detail.sets_done, planned=detail.sets_planned
            )
            if detail.sets_planned
            else _("Sets <b>{done}</b>").format(done=detail.sets_done)
        ]
        volume = _("Volume <b>{load}</b>").format(load=words.whole_load(detail.load_g, unit))
        if detail.last_load_g is not None:
            volume += _(" (last time {load})").format(
                load=words.whole_load(detail.last_load_g, unit)
            )
        parts.append(volume)
        if detail.mean_rpe is not None:
            parts.append(_("Average RPE <b>{rpe}</b>").format(rpe=localized.fixed(detail.mean_rpe)))
        # Lines break between the figures and before a bracket, never inside of one.
        whole = (part.replace(" ", "&nbsp;").replace("&nbsp;(", " (") for part in parts)
        self._facts.setText("&nbsp;&nbsp;&nbsp; ".join(whole))


def _beside(name: str, badge: RatingBadge) -> QWidget:
    """Return a rating with its name before it."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current_theme().px(8))
    row.addWidget(Text(name, tone="muted"))
    row.addWidget(badge)
    row.addStretch()
    return both
