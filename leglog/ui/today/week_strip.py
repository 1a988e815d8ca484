"""The week in seven cells: done, unfinished, planned or rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from leglog.i18n import _, ngettext
from leglog.training.kept_plans import DayState, WeekDay
from leglog.ui import localized
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from leglog.services.today import Week
    from leglog.training.adherence import Adherence
    from leglog.ui.theme import Theme

_ICON = {DayState.DONE: "check", DayState.UNFINISHED: "edit"}
_COLOUR = {
    DayState.DONE: "success",
    DayState.UNFINISHED: "warning",
    DayState.PLANNED: "accent",
    DayState.REST: "text_muted",
}


def state_word(state: DayState) -> str:
    """Return the word for a day's state ('Done')."""
    return {
        DayState.DONE: _("Done"),
        DayState.UNFINISHED: _("Unfinished"),
        DayState.PLANNED: _("Planned"),
        DayState.REST: _("Rest"),
    }[state]


def _kept_words(kept: Adherence) -> str:
    if not kept.planned:
        return _("Nothing planned this week")
    sentence = ngettext(
        "{done} of {count} workout done", "{done} of {count} workouts done", kept.planned
    )
    if kept.done > kept.planned:
        sentence = _("{done} workouts done, {count} planned")
    return sentence.format(done=kept.done, count=kept.planned)


class WeekStrip(Card):
    """This week, and how many of the planned workouts were done."""

    day_wanted = Signal(object)
    """The person wants to see this WeekDay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("This week"), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._done = Text("", Role.STRONG)
        self._before = Text("", tone="muted")
        self.header.addWidget(self._done)
        self.header.addWidget(self._before)
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(6))
        self._cells = [DayCell(self) for _number in range(7)]
        for cell in self._cells:
            row.addWidget(cell)
        self.body.addLayout(row)
        self.setFocusProxy(self._cells[0])

    def show_week(self, week: Week, today: dt.date) -> None:
        """Show ``week``."""
        self._done.setText(_kept_words(week.this_week))
        before = week.before
        text = _("· last 4 weeks {done} of {planned}")
        self._before.setText(text.format(done=before.done, planned=before.planned))
        self._before.setVisible(before.planned > 0)
        for cell, day in zip(self._cells, week.days, strict=True):
            cell.show_day(day, today)
        if not any(cell.hasFocus() for cell in self._cells):
            self._make_stop(next(cell for cell in self._cells if cell.is_stop_for(today)))

    def step(self, cell: DayCell, by: int) -> None:
        """Go to the cell beside ``cell``, where there is one."""
        place = self._cells.index(cell) + by
        if 0 <= place < len(self._cells):
            self._make_stop(self._cells[place])
            self._cells[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_stop(self, chosen: DayCell) -> None:
        """Let Tab stop at one cell; the arrows go on from it."""
        for cell in self._cells:
            stop = Qt.FocusPolicy.StrongFocus if cell is chosen else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(stop)
        self.setFocusProxy(chosen)


class DayCell(QAbstractButton):
    """One day; pressing it asks to see the day."""

    def __init__(self, strip: WeekStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._day: WeekDay | None = None
        self._today: dt.date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: strip.day_wanted.emit(self._day))

    def show_day(self, day: WeekDay, today: dt.date) -> None:
        """Show ``day``, framed where it is today."""
        self._day, self._today = day, today
        titles = ", ".join(day.titles)
        said = f"{localized.long_day(day.date)}, {state_word(day.state)}"
        self.setAccessibleName(f"{said}, {titles}" if titles else said)
        self.setToolTip(titles)
        self.update()

    def is_stop_for(self, today: dt.date) -> bool:
        """Say whether this cell shows ``today``."""
        return self._day is not None and self._day.date == today

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(87), theme.px(86))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._strip.step(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        theme, day = current_theme(), self._day
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_today = day.date == self._today
        painter.setBrush(theme.colour("accent_tint" if is_today else "surface"))
        painter.setPen(QPen(theme.colour("accent" if is_today else "border"), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.px(4), theme.px(4))
        place = self.rect().adjusted(theme.px(8), theme.px(6), -theme.px(3), 0)
        place.setHeight(theme.px(19))
        painter.setFont(theme.font(Role.STRONG if is_today else Role.BODY))
        painter.setPen(theme.colour("text" if is_today else "text_muted"))
        short = f"{localized.weekday(day.date.weekday())} {day.date.day}"
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, short)
        place.translate(0, theme.px(19))
        self._paint_state(painter, theme, place, day)
        place.translate(0, theme.px(20))
        place.setBottom(self.height() - theme.px(4))
        self._paint_titles(painter, theme, place, ", ".join(day.titles))

    def _paint_titles(self, painter: QPainter, theme: Theme, place: QRect, titles: str) -> None:
        """Write the titles in one line or two; what is longer ends in dots."""
        font = theme.font(Role.CAPTION)
        layout = QTextLayout(titles, font)
        metrics = QFontMetrics(font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        first = titles[: line.textLength()].strip() if line.isValid() else ""
        rest = titles[len(first) :].strip()
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        for number, words in enumerate((first, rest)):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            height = metrics.height()
            row = QRect(place.left(), place.top() + number * height, place.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_state(self, painter: QPainter, theme: Theme, place: QRect, day: WeekDay) -> None:
        colour = self._state_colour(day)
        size = theme.px(13)
        top = place.top() + (place.height() - size) // 2
        text, word = QRect(place), state_word(day.state)
        painter.setFont(theme.font(Role.CAPTION))
        beside = painter.fontMetrics().horizontalAdvance(word) + size + theme.px(4)
        # The word says it all: the sign goes where both have no room.
        has_room = beside <= place.width()
        if has_room and day.state in _ICON:
            picture = pixmap(_ICON[day.state], colour, 13)
            painter.drawPixmap(QRect(place.left(), top, size, size), picture)
            text.setLeft(place.left() + size + theme.px(4))
        elif has_room and day.state is DayState.PLANNED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(colour), 1.6))
            ring = QRectF(place.left(), top, size, size).adjusted(1, 1, -1, -1)
            painter.drawEllipse(ring)
            text.setLeft(place.left() + size + theme.px(4))
        painter.setPen(theme.colour(colour))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, word)

    def _state_colour(self, day: WeekDay) -> str:
        """Return the colour of the state; a plan that was not kept is quiet, not red."""
        missed = day.state is DayState.PLANNED and self._today and day.date < self._today
        return "text_muted" if missed else _COLOUR[day.state]
