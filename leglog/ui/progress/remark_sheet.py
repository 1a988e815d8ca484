"""A remark on days of the charts, as travel or a new desk: add it, correct it, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.periods import (
    all_marked_days,
    correct_marked_days,
    mark_days,
    remove_marked_days,
)
from leglog.training.vocabulary import PeriodKind
from leglog.ui import localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import ComboBox, DateField, LineEdit
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from leglog.services.periods import MarkedDays
    from leglog.ui.desk import Desk

NEW = "new"


class RemarkSheet(Sheet):
    """Opens on a remark of ``day``, else on a new one; others can be chosen."""

    def __init__(
        self, desk: Desk, today: dt.date, day: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Remark"), width=420, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._today, self._day = desk, today, day
        found = all_marked_days(desk.log, PeriodKind.REMARK)
        self._remarks = {str(one.id): one for one in found}
        self.body.addWidget(
            Text(
                _("Something that charts should recall: travel, illness, a new desk."),
                tone="muted",
                wrap=True,
            )
        )
        self._build()
        here = next((key for key, one in self._remarks.items() if day in one), NEW)
        self.which.set_value(here)
        self._show_chosen()
        self.words.setFocus()

    @property
    def _chosen(self) -> MarkedDays | None:
        return self._remarks.get(self.which.value)

    def _build(self) -> None:
        options = [(NEW, _("A new one"))]
        options += [
            (key, f"{localized.day(one.first)} · {one.note}") for key, one in self._remarks.items()
        ]
        self.which = ComboBox(options, name=_("Which remark"))
        self.which.chosen.connect(lambda _value: self._show_chosen())
        self.words = LineEdit(name=_("Remark"))
        self.first, self.last = DateField(_("First day")), DateField(_("Last day"))
        for field in (self.first, self.last):
            field.setMaximumDate(localized.to_qdate(self._today))
        self.first.dateChanged.connect(lambda day: self.last.setMinimumDate(day))
        form = QFormLayout()
        form.setSpacing(current_theme().px(8))
        if self._remarks:
            form.addRow(_("&Which"), self.which)
        form.addRow(_("&Remark"), self.words)
        form.addRow(_("&First day"), self.first)
        form.addRow(_("&Last day"), self.last)
        self.body.addLayout(form)
        self.remove = self.add_button(_("Re&move"), self._remove, kind=Kind.QUIET, icon="trash")
        self.add_button(_("Cancel"), self.reject)
        self.save = self.add_button(_("&Save"), self._save, kind=Kind.PRIMARY, default=True)

    def _show_chosen(self) -> None:
        one = self._chosen
        self.first.set_day(one.first if one else self._day)
        self.last.setMinimumDate(localized.to_qdate(self.first.day))
        self.last.set_day((one.last or self._today) if one else self._day)
        self.words.setText(one.note if one else "")
        self.words.set_trouble("")
        self.remove.setVisible(one is not None)

    def _save(self) -> None:
        log, one, words = self._desk.log, self._chosen, self.words.text().strip()
        if not words:
            self.words.set_trouble(_("Say in a word or two what is to be recalled."))
            self.words.setFocus()
            return
        days = self.first.day, self.last.day
        try:
            if one is None:
                mark_days(log, PeriodKind.REMARK, *days, self._today, words)
            else:
                correct_marked_days(log, one.id, *days, self._today, words)
        except LeglogError as error:
            self.words.set_trouble(f"{error.sentence} {error.remedy}".rstrip())
            return
        self.accept()

    def _remove(self) -> None:
        if self._chosen is None:
            return
        try:
            remove_marked_days(self._desk.log, self._chosen.id)
        except LeglogError as error:
            self._desk.say(error.sentence)
        else:
            self._desk.say(_("Remark removed. Ctrl+Z brings it back."))
        self.accept()
