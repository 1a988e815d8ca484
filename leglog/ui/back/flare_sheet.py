"""A flare-up from a day to a day: start it, end it, correct it, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.periods import (
    MarkedDays,
    all_marked_days,
    correct_marked_days,
    flare_on,
    mark_days,
    remove_marked_days,
)
from leglog.training.vocabulary import PeriodKind
from leglog.ui import localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import CheckBox, ComboBox, DateField, LineEdit
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from leglog.ui.desk import Desk

WIDTH = 520
_NEW = "new"


class FlareSheet(Sheet):
    """Opens on the flare-up that runs today, or on a new one; earlier ones can be chosen."""

    def __init__(self, desk: Desk, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(_("Flare-up"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._today = desk, today
        found = all_marked_days(desk.log, PeriodKind.FLARE)
        self._flares = {str(flare.id): flare for flare in found}
        self.body.addWidget(Text(_what_it_does(), tone="muted", wrap=True))
        self.body.addLayout(self._fields())
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.remove = self.add_button(_("&Remove"), self._remove, kind=Kind.QUIET, icon="trash")
        self.add_button(_("&Cancel"), self.reject)
        self.save = self.add_button(_("&Save"), self._save, kind=Kind.PRIMARY, default=True)
        running = flare_on(desk.log, today)
        self._which.set_value(_NEW if running is None else str(running.id))
        self._show_chosen()
        self.first.setFocus()

    @property
    def _chosen(self) -> MarkedDays | None:
        return self._flares.get(self._which.value)

    def _fields(self) -> QGridLayout:
        theme = current_theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        options = [(_NEW, _("A new one"))]
        options += [(key, flare_words(flare)) for key, flare in self._flares.items()]
        self._which = ComboBox(options, name=_("Which flare-up"))
        self._which.chosen.connect(lambda _value: self._show_chosen())
        self.first = DateField(_("First day"))
        self.is_over = CheckBox(_("It is &over"))
        self.is_over.toggled.connect(self._show_end)
        self.last = DateField(_("Last day"))
        for field in (self.first, self.last):
            field.setMaximumDate(localized.to_qdate(self._today))
        self.note = LineEdit(_("optional"), name=_("Note"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Which"), self._which),
            (_("First day"), self.first),
            (_("Last day"), self.last),
        )
        for place, (words, widget) in enumerate(rows):
            grid.addWidget(Text(words, tone="muted"), place, 0)
            grid.addWidget(widget, place, 1)
        grid.addWidget(Text(_("Note"), tone="muted"), 3, 0)
        grid.addWidget(self.note, 3, 1, 1, 2)
        grid.addWidget(self.is_over, 2, 2)
        grid.setColumnStretch(2, 1)
        if not self._flares:
            for column in (0, 1):
                item = grid.itemAtPosition(0, column)
                if item is not None and (hidden := item.widget()) is not None:
                    hidden.hide()
        return grid

    def _show_chosen(self) -> None:
        flare = self._chosen
        self.first.set_day(flare.first if flare else self._today)
        self.last.set_day((flare and flare.last) or self._today)
        self.is_over.setChecked(flare is not None and flare.last is not None)
        self.note.setText(flare.note if flare else "")
        self.remove.setVisible(flare is not None)
        self._show_end()

    def _show_end(self) -> None:
        self.last.setEnabled(self.is_over.isChecked())

    def _save(self) -> None:
        log, flare, note = self._desk.log, self._chosen, self.note.text()
        first, last = self.first.day, self.last.day if self.is_over.isChecked() else None
        try:
            if flare is None:
                mark_days(log, PeriodKind.FLARE, first, last, self._today, note)
            else:
                correct_marked_days(log, flare.id, first, last, self._today, note)
        except LeglogError as error:
            self._trouble.setText(f"{error.sentence} {error.remedy}".rstrip())
            self._trouble.show()
            return
        self.accept()

    def _remove(self) -> None:
        flare = self._chosen
        if flare is None:
            return
        try:
            remove_marked_days(self._desk.log, flare.id)
        except LeglogError as error:
            self._desk.say(error.sentence)
        else:
            self._desk.say(_("Flare-up removed. Ctrl+Z brings it back."))
        self.accept()


def flare_words(flare: MarkedDays) -> str:
    """Return the days of a flare-up ('since Wed 12 Nov', '3–12 Mar')."""
    if flare.last is None:
        return _("since {day}").format(day=localized.short_day(flare.first))
    if flare.first == flare.last:
        return localized.day(flare.first)
    return f"{localized.day_range(flare.first, flare.last)} {flare.last.year}"


def _what_it_does() -> str:
    return _(
        "While it lasts, nothing is suggested but to hold or to go lighter, no records are "
        "counted, and charts shade its days. Afterwards the way back begins 10 to 20 % lighter "
        "and goes up one step after each workout that your back took well."
    )
