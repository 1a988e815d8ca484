"""What Today shows in a new log: three small steps and two ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from leglog.services.today import Glance


class FirstSteps(QWidget):
    """Choose a routine, pick days, rate the back; or log or import straight away."""

    routine_wanted = Signal()
    days_wanted = Signal()
    rating_wanted = Signal()
    workout_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._steps_card())
        column.addWidget(self._ways_card())
        column.addStretch()
        self.setFocusProxy(self._routine.button)
        self.beside = BesideFirstSteps()
        """What stands in the other column meanwhile."""

    def show_glance(self, seen: Glance) -> None:
        """Tick the steps that are done; the first one left is the one to press."""
        done = seen.beginning
        steps = (
            (self._routine, done.has_routine),
            (self._days, done.has_days),
            (self._rating, done.has_rating),
        )
        for step, is_done in steps:
            step.show_done(is_done)
        self.beside.show_days(set_=done.has_days)
        first_left = next((step for step, is_done in steps if not is_done), None)
        self.setFocusProxy((first_left or self._routine).button)
        for step, _is_done in steps:
            step.button.set_kind(Kind.PRIMARY if step is first_left else Kind.NORMAL)

    def _steps_card(self) -> Card:
        card = _wide_card()
        card.body.addWidget(Text(_("Let’s get your first week ready"), Role.TITLE))
        sentence = _(
            "Three small steps. You can do them in any order, and change everything later."
        )
        card.body.addWidget(Text(sentence, tone="muted", wrap=True))
        self._routine = StepRow(
            1,
            _("Choose a routine"),
            _("Start from a template, or build your own from the exercise library."),
            _("Choose a routine"),
        )
        self._days = StepRow(
            2,
            _("Pick your training days"),
            _("Two or three days a week, with a rest day in between, suits most people."),
            _("Pick days"),
        )
        self._rating = StepRow(
            3,
            _("Rate your back once"),
            _("A first number gives you something to compare with. It takes 5 seconds."),
            _("Rate my back"),
        )
        for step, wanted in (
            (self._routine, self.routine_wanted),
            (self._days, self.days_wanted),
            (self._rating, self.rating_wanted),
        ):
            step.button.clicked.connect(wanted)
            card.body.addWidget(Line())
            card.body.addWidget(step)
        return card

    def _ways_card(self) -> Card:
        card = _wide_card()
        log = Button(_("Log a workout"), icon="plus", shortcut="Ctrl+N")
        log.clicked.connect(self.workout_wanted)
        bring = Button(_("Import…"), icon="import")
        bring.clicked.connect(self.import_wanted)
        card.body.addWidget(
            _Way(
                _("Already trained today?"),
                _("Log it now, with your routine or without one."),
                log,
            )
        )
        card.body.addWidget(Line())
        card.body.addWidget(
            _Way(
                _("Coming from another app?"),
                _(
                    "Import CSV from Strong, Hevy or FitNotes. "
                    "You see a preview before anything is changed."
                ),
                bring,
            )
        )
        return card


class BesideFirstSteps(QWidget):
    """What the right side will show, and what is good to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(16))
        week = _low_card(_("This week"))
        self._week = Text("", tone="muted", wrap=True)
        week.body.addWidget(self._week)
        self.show_days(set_=False)
        column.addWidget(week)
        column.addWidget(_needs_card())
        known = _low_card(_("Good to know"))
        known.body.addWidget(
            Text(
                _("Everything you enter is stored on this computer only. There is no account."),
                wrap=True,
            )
        )
        known.body.addWidget(
            Text(
                _(
                    "LegLog is a log book. It does not diagnose or replace advice "
                    "from your doctor or physio."
                ),
                tone="muted",
                wrap=True,
            )
        )
        column.addWidget(known)
        column.addStretch()

    def show_days(self, *, set_: bool) -> None:
        """Say whether training days are set."""
        planned = _("Your planned and finished workouts will appear here.")
        none = _("No training days set yet. Your planned and finished workouts will appear here.")
        self._week.setText(planned if set_ else none)


class StepRow(QWidget):
    """A number or a tick, what to do and why, and the button that does it."""

    def __init__(self, number: int, title: str, text: str, action: str) -> None:
        super().__init__()
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(16))
        self._mark = _Mark(number)
        row.addWidget(self._mark)
        row.addLayout(_two_lines(title, text, Role.SECTION), 1)
        self.button = Button(action)
        self.button.setAccessibleDescription(text)
        row.addWidget(self.button)

    def show_done(self, done: bool) -> None:
        """Show a tick instead of the number."""
        self._mark.show_done(done)


class _Way(QWidget):
    def __init__(self, title: str, text: str, button: Button) -> None:
        super().__init__()
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(16))
        row.addLayout(_two_lines(title, text, Role.EXERCISE), 1)
        row.addWidget(button)


class _Mark(QWidget):
    """A number in a ring, or a tick in a full circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_done(self, done: bool) -> None:
        """Show that the step is done, or not yet."""
        self._done = done
        self.setAccessibleName(_("Done") if done else str(self._number))
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        colour = theme.colour("success" if self._done else "control_border")
        painter.setPen(QPen(colour, 1))
        if self._done:
            painter.setBrush(theme.colour("success_tint"))
        painter.drawEllipse(ring)
        if self._done:
            picture = pixmap("check", "success", 16)
            size = theme.px(16)
            edge = (self.width() - size) // 2
            painter.drawPixmap(edge, edge, size, size, picture)
            return
        painter.setFont(theme.font(Role.STRONG))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def _wide_card() -> Card:
    card = Card(padding=28)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return card


def _low_card(title: str) -> Card:
    card = Card(title)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return card


def _needs_card() -> Card:
    card = _low_card(_("Trends"))
    card.body.addWidget(Text(_("Charts need a little data first:"), tone="muted"))
    needs = (
        (_("Back pain trend"), _("4 ratings in 7 days")),
        (_("Training volume"), _("1 workout")),
        (_("Strength estimate"), _("2 workouts of a lift")),
    )
    for number, (what, needed) in enumerate(needs):
        if number:
            card.body.addWidget(Line())
        row = QHBoxLayout()
        row.addWidget(Text(what))
        row.addStretch()
        row.addWidget(Text(needed))
        card.body.addLayout(row)
    return card


def _two_lines(title: str, text: str, role: Role) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch()
    column.addWidget(Text(title, role))
    column.addWidget(Text(text, tone="muted", wrap=True))
    column.addStretch()
    return column
