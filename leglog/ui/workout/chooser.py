"""What to log, where no workout is under way: a routine, a free one, or one as before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.fields import DateField
from leglog.ui.widgets.frames import Card, PageHeader, ScrollPage
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine, or a workout that is not finished: its id, name and a line about it."""

    id: int
    name: str
    about: str


class Chooser(QWidget):
    """Routines with a button each; the day stands above and holds for all."""

    routine_wanted = Signal(object)
    """A routine's id, or None for a free workout."""
    workout_wanted = Signal(int)
    """Go on with an unfinished workout."""
    repeat_wanted = Signal(int)
    """Do a past workout again."""
    routines_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        header = PageHeader(_("Log a workout"), raised=True)
        self._day = DateField()
        self._day.setAccessibleName(_("Day of the workout"))
        header.add_left(self._day)
        free = Button(_("&Free workout"), icon="plus")
        free.clicked.connect(lambda: self.routine_wanted.emit(None))
        header.add(free)
        column.addWidget(header)
        self._scroll = ScrollPage()
        self._scroll.body.setContentsMargins(*(current_theme().px(24),) * 4)
        column.addWidget(self._scroll)

    def show_choices(
        self,
        today: dt.date,
        routines: Sequence[Choice],
        unfinished: Sequence[Choice],
        latest: Sequence[Choice] = (),
    ) -> None:
        """Offer routines, unfinished and past workouts; ``today`` is the latest day there is."""
        self._day.setMaximumDate(localized.to_qdate(today))
        self._first = None
        body = self._scroll.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if unfinished:
            body.addWidget(
                self._card(_("Not finished"), unfinished, _("Resume"), self.workout_wanted.emit)
            )
        if routines:
            body.addWidget(
                self._card(_("Your routines"), routines, _("Log"), self.routine_wanted.emit)
            )
        else:
            body.addWidget(self._without_routines())
        if latest:
            body.addWidget(
                self._card(_("As last time"), latest, _("Log again"), self.repeat_wanted.emit)
            )
        body.addStretch()

    @property
    def wanted_day(self) -> dt.date:
        """The day on which a workout shall begin."""
        return self._day.day

    def set_day(self, day: dt.date) -> None:
        """Propose another day."""
        self._day.set_day(day)

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _card(
        self, title: str, choices: Sequence[Choice], verb: str, do: Callable[[int], object]
    ) -> Card:
        card = _low(Card(title))
        for number, choice in enumerate(choices):
            if number:
                card.body.addWidget(Line())
            row = QHBoxLayout()
            words = QVBoxLayout()
            words.setSpacing(current_theme().px(1))
            words.addWidget(Text(choice.name, Role.STRONG))
            words.addWidget(Text(choice.about, Role.CAPTION, "muted"))
            row.addLayout(words, 1)
            button = Button(verb, kind=Kind.NORMAL if self._first else Kind.PRIMARY)
            button.setAccessibleName(f"{verb}: {choice.name}")
            button.clicked.connect(lambda _checked=False, id_=choice.id: do(id_))
            self._first = self._first or button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            card.body.addLayout(row)
        return card

    def _without_routines(self) -> Card:
        card = _low(Card(_("No routine yet")))
        text = Text(
            _("Log a free workout, or choose a routine first: it fills in every set for you."),
            tone="muted",
            wrap=True,
        )
        card.body.addWidget(text)
        row = QHBoxLayout()
        choose = Button(_("&Choose a routine"), kind=Kind.PRIMARY)
        choose.clicked.connect(self.routines_wanted.emit)
        self._first = choose
        row.addWidget(choose)
        row.addStretch()
        card.body.addLayout(row)
        return card


def _low(card: Card) -> Card:
    """Keep a card as high as what is in it."""
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return card
