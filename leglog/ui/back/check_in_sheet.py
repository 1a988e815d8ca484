"""The check-in of a day: ten seconds, every field optional."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leglog.errors import InvalidValue, LeglogError
from leglog.i18n import _
from leglog.services.check_in import CheckInValues, check_in, check_in_of
from leglog.ui import localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from leglog.ui.desk import Desk

WIDTH = 480


class CheckInSheet(Sheet):
    """Hours sitting, steps and sleep; Enter in any field saves."""

    def __init__(self, desk: Desk, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(_("Your day"), localized.short_day(today), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._today = desk, today
        self.body.addWidget(
            Text(_("All optional. What is empty is a gap, not a zero."), tone="muted", wrap=True)
        )
        self.body.addLayout(self._fields())
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.add_button(_("&Cancel"), self.reject)
        self.add_button(_("&Save"), self.save, kind=Kind.PRIMARY, default=True)
        self._show(check_in_of(desk.log, today))
        self.sitting.setFocus()

    def save(self) -> None:
        """Keep what is said, or say here what prevents it."""
        try:
            check_in(self._desk.log, self._today, self._values())
        except LeglogError as error:
            self._trouble.setText(error.sentence)
            self._trouble.show()
            return
        self.accept()

    def _fields(self) -> QGridLayout:
        theme = current_theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        self.sitting = LineEdit(name=_("Hours sitting"))
        self.steps = LineEdit(name=_("Steps"))
        self.sleep = LineEdit(name=_("Hours of sleep"))
        self.sleep_quality = RatingScale(_("How good was the sleep"), ten_is_best=True)
        self.stress = RatingScale(_("Stress"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Hours sitting"), self.sitting),
            (_("Steps"), self.steps),
            (_("Hours of sleep"), self.sleep),
            (_("Sleep, 10 is best"), self.sleep_quality),
            (_("Stress, 10 is most"), self.stress),
        )
        for place, (words, widget) in enumerate(rows):
            grid.addWidget(Text(words, tone="muted"), place, 0)
            grid.addWidget(widget, place, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _show(self, values: CheckInValues) -> None:
        self.sitting.setText(_hours(values.sitting_min))
        self.steps.setText("" if values.steps is None else str(values.steps))
        self.sleep.setText(_hours(values.sleep_min))
        self.sleep_quality.set_rating(values.sleep_quality)
        self.stress.set_rating(values.stress)

    def _values(self) -> CheckInValues:
        return CheckInValues(
            sitting_min=_minutes(self.sitting.text()),
            steps=_whole(self.steps.text()),
            sleep_min=_minutes(self.sleep.text()),
            sleep_quality=self.sleep_quality.rating,
            stress=self.stress.rating,
        )


_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else localized.number(minutes / 60, 2)


def _minutes(text: str) -> int | None:
    """Read hours ('7.5', '7,5', '7:30') as minutes."""
    text = text.strip().replace(",", ".")
    if not text:
        return None
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    try:
        return round(float(text) * 60)
    except (ValueError, OverflowError):
        raise InvalidValue(_("Hours are a number such as 7.5 or 7:30.")) from None


def _whole(text: str) -> int | None:
    digits = "".join(each for each in text if each not in " .,'’\u202f\u00a0")
    if not digits:
        return None
    if not digits.isdecimal():
        raise InvalidValue(_("Steps are a whole number."))
    return int(digits)
