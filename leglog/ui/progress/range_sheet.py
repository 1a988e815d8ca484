"""Asks for the first and the last day of a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout

from leglog.i18n import _
from leglog.training.periods import DaySpan
from leglog.ui.localized import to_qdate
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import DateField
from leglog.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget


class RangeSheet(Sheet):
    """Two days; an end before the beginning moves with it."""

    def __init__(self, span: DaySpan, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(_("Range of days"), width=360, parent=parent)
        self.first, self.last = DateField(_("First day")), DateField(_("Last day"))
        form = QFormLayout()
        form.setSpacing(current_theme().px(8))
        for label, field, day in (
            (_("&First day"), self.first, span.first),
            (_("&Last day"), self.last, span.last),
        ):
            field.setMaximumDate(to_qdate(today))
            field.set_day(day)
            form.addRow(label, field)
        self.body.addLayout(form)
        self.first.dateChanged.connect(lambda day: self.last.setMinimumDate(day))
        self.last.setMinimumDate(to_qdate(span.first))
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("&Show"), self.accept, kind=Kind.PRIMARY, default=True)

    @property
    def span(self) -> DaySpan:
        """The days chosen."""
        return DaySpan(self.first.day, self.last.day)
