"""The head of the form: what and when, everything as planned, and the way to finish."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal

from leglog.errors import InvalidValue
from leglog.i18n import _, pgettext
from leglog.settings import LogMode
from leglog.ui import localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind
from leglog.ui.widgets.fields import DateField, LineEdit
from leglog.ui.widgets.frames import PageHeader
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.workout.times import read_clock, read_minutes, shown_times, typed_times

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.ui.workout.workbench import Workbench

_START_WIDTH, _MINUTES_WIDTH = 58, 72
ELAPSED_MS = 15_000

Value = TypeVar("Value")


class LogHeader(PageHeader):
    """Title, day, start and length; times are asked for only if they are wanted."""

    all_as_planned = Signal()
    finish_wanted = Signal()
    rename_wanted = Signal()
    menu_wanted = Signal(object)
    """The menu of the whole workout is wanted below this button."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", raised=True, parent=parent)
        self._bench = bench
        self._shown: tuple[object, ...] | None = None
        theme = current_theme()
        self._rename = IconButton("edit", _("Change the title"))
        self._rename.clicked.connect(self.rename_wanted.emit)
        self._day = DateField()
        self._day.setAccessibleName(_("Day of the workout"))
        self._day.editingFinished.connect(self._on_edited)
        self._start = _field(pgettext("time of day", "start"), _("Start, for example 17:05"))
        self._minutes = _field(_("min"), _("Length in minutes"))
        for field, width in ((self._start, _START_WIDTH), (self._minutes, _MINUTES_WIDTH)):
            # Another language may need more room for what stands there while it is empty.
            words = field.fontMetrics().horizontalAdvance(field.placeholderText())
            field.setFixedWidth(max(theme.px(width), words + theme.px(28)))
            field.editingFinished.connect(self._on_edited)
        for widget in (self._rename, self._day, self._start, self._minutes):
            self.add_left(widget)
        self._mode = SegmentedControl(_modes(), name=_("How it is logged"))
        self._mode.chosen.connect(lambda value: bench.switch_live(live=value == LogMode.LIVE))
        self.add(self._mode)
        self._planned = Button(_("All as planned"), icon="check", shortcut="Ctrl+Shift+D")
        self._planned.clicked.connect(self.all_as_planned.emit)
        self._finish = Button(_("Finish…"), kind=Kind.PRIMARY, shortcut="Ctrl+Enter")
        self._finish.clicked.connect(self.finish_wanted.emit)
        more = IconButton("more", _("This workout"))
        more.clicked.connect(lambda: self.menu_wanted.emit(more))
        self.add(self._planned)
        self.add(self._finish)
        self.add(more)
        self._elapsed = QTimer(self)
        self._elapsed.setInterval(ELAPSED_MS)
        self._elapsed.timeout.connect(self._show_elapsed)
        bench.renewed.connect(self._renew)

    def _renew(self) -> None:
        form = self._bench.form
        if form is None:
            self._shown = None
            return
        left = any(not row.done for block in form.blocks if not block.skipped for row in block.sets)
        clock = (form.date, form.started_at, form.ended_at)
        shown = (form.id, form.title, clock, form.state, left, self._bench.live)
        if shown == self._shown:
            # Nothing here changes with a set; and what is half typed in a field stays.
            return
        self._shown = shown
        theme = current_theme()
        metrics = self.title.fontMetrics()
        self.title.setText(form.title)
        self.title.setToolTip(form.title)
        self.title.setMaximumWidth(max(metrics.horizontalAdvance(form.title) + 4, theme.px(60)))
        self._day.setMaximumDate(localized.to_qdate(dt.datetime.now().astimezone().date()))
        self._day.set_day(form.date)
        start, minutes = shown_times(form)
        self._start.setText("" if start is None else f"{start:%H:%M}")
        self._minutes.setText("" if minutes is None else _("{count} min").format(count=minutes))
        self._planned.setEnabled(left)
        self._mode.setVisible(self._bench.is_today)
        self._mode.set_value((LogMode.LIVE if self._bench.live else LogMode.AFTER).value)
        self._show_elapsed()
        self._finish.setText(_("Finish…") if self._bench.is_open else _("Close"))
        self.share_width()

    def set_narrow(self, narrow: bool) -> None:
        """Use short words where there is little room."""
        self._rename.setVisible(not narrow)
        self._planned.set_icon_name("" if narrow else "check")
        self._mode.set_words(LogMode.AFTER, _("After") if narrow else _modes()[0][1])
        self.share_width()

    def _show_elapsed(self) -> None:
        """Show in the empty length how long a live workout has been going on."""
        form = self._bench.form
        self._minutes.setPlaceholderText(_("min"))
        if form is None or not self._bench.live or form.started_at is None:
            self._elapsed.stop()
            return
        passed = dt.datetime.now(dt.UTC) - form.started_at
        minutes = max(int(passed.total_seconds() // 60), 0)
        self._minutes.setPlaceholderText(_("{count} min").format(count=minutes))
        self._elapsed.start()

    def _on_edited(self) -> None:
        form = self._bench.form
        if form is None:
            return
        try:
            start = _read(self._start, read_clock)
            minutes = _read(self._minutes, read_minutes)
            if (self._day.day, start, minutes) == (form.date, *shown_times(form)):
                return
            now = dt.datetime.now().astimezone()
            times = typed_times(form, self._day.day, start, minutes, now)
        except InvalidValue as error:
            self._bench.say(error.sentence)
            return
        self._bench.move_to(times)


def _modes() -> list[tuple[str, str]]:
    return [(LogMode.AFTER.value, _("After training")), (LogMode.LIVE.value, _("Live"))]


def _field(placeholder: str, name: str) -> LineEdit:
    field = LineEdit()
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _read(field: LineEdit, read: Callable[[str], Value]) -> Value:
    """Read a field and mark it where it cannot be read."""
    try:
        value = read(field.text())
    except InvalidValue as error:
        field.set_trouble(error.sentence)
        raise
    field.set_trouble("")
    return value
