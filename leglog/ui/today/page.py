"""Today: what is next, how the back is, where this week stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.today import Glance, glance
from leglog.training.dates import local_day
from leglog.training.kept_plans import DayState, WeekDay
from leglog.ui import localized
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.page import Page
from leglog.ui.today import errands
from leglog.ui.today.columns import TodayColumns
from leglog.ui.today.easy_week import EasyWeekSpot
from leglog.ui.today.first_steps import FirstSteps
from leglog.ui.today.flare import FlareSpot
from leglog.ui.today.header import TodayHeader
from leglog.ui.today.more_of_back import MoreOfBack
from leglog.ui.today.morning import MorningCheck
from leglog.ui.today.next_up import NextUpCard
from leglog.ui.today.trends import TrendsCard
from leglog.ui.today.turn_of_day import TurnOfDay
from leglog.ui.today.unfinished import UnfinishedBanner
from leglog.ui.today.week_strip import WeekStrip
from leglog.ui.widgets.frames import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent


def local_now() -> dt.datetime:
    """Return the time here, with its zone."""
    return dt.datetime.now().astimezone()


class TodayPage(Page):
    """The first page; painted from a first look at the file, before the log is open.

    What is pressed before the log is open is kept and done as soon as it is.
    """

    tables = frozenset(
        {
            "exercise",
            "daily_task",
            "pain_rating",
            "peg_rating",
            "performed_set",
            "period",
            "planned_set",
            "planned_workout",
            "preference",
            "phase_routine",
            "programme",
            "programme_phase",
            "routine",
            "routine_exercise",
            "task_rating",
            "workout",
            "workout_exercise",
        }
    )

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = local_now,
    ) -> None:
        super().__init__(desk, parent)
        self._now = now
        self._seen: Glance | None = None
        self._chosen: int | None = None
        self._turn = TurnOfDay(now, self)
        self._build()
        self._connect()
        desk.when_ready(lambda _log: self._on_ready())

    def reload(self) -> None:
        """Look at the file again; where it cannot be read now, what is shown stays."""
        wait_s = 1.0 if self._desk.is_ready else 0.0
        seen = glance(self._desk.database, self._now(), self._chosen, wait_s=wait_s)
        if seen is None:
            self._show_unread()
            return
        if self._seen is not None and seen.today != self._seen.today:
            self._chosen = None
        self._seen = seen
        self._show(seen)
        self._turn.wait(seen.today, seen.preferences.day_starts_at_h)

    def open(self, destination: Destination) -> None:
        """Put the focus where the next key is wanted."""
        if self._first_steps is not None and not self._first_steps.isHidden():
            self._first_steps.setFocus()
        elif self._morning.asks:
            self._morning.setFocus()
        else:
            self._header.button.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the cards in the order of their use."""
        cards = (self._morning, self._banner, self._header, self._next_up, self._week, self._trends)
        return cards if self._first_steps is None else (*cards, self._first_steps)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the page for the status line."""
        keys = (("Ctrl+N", _("log a workout")), ("Ctrl+B", _("rate your back")))
        return (("0–9", _("rate this morning")), *keys) if self._morning.asks else keys

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Answer which routine Ctrl+N begins, and what else can be logged."""
        if self._seen is None or not self._seen.beginning.is_over:
            return {}
        return {"log_workout": self._log_next, "log_other": self._header.open_menu}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_columns"):
            self._columns.fit(self.width())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = TodayHeader()
        column.addWidget(self._header)
        scroll = ScrollPage()
        column.addWidget(scroll, 1)
        self._banner = UnfinishedBanner()
        self._banner.hide()
        scroll.body.addWidget(self._banner)
        self._flare = FlareSpot(self._desk, self)
        scroll.body.addLayout(self._flare)
        self._easy = EasyWeekSpot(self._desk)
        scroll.body.addLayout(self._easy)
        self._next_up, self._week = NextUpCard(), WeekStrip()
        self._morning, self._trends = MorningCheck(), TrendsCard()
        self._more = MoreOfBack(self._desk)
        self._morning.body.addWidget(self._more)
        self._first_steps: FirstSteps | None = None
        self._columns = TodayColumns(
            (self._next_up, self._week), (self._morning, self._trends), self._morning
        )
        scroll.body.addLayout(self._columns, 1)
        self._order_focus()

    def _order_focus(self) -> None:
        """Tab goes from the question to what is next, whatever side it is on."""
        stops = (self._morning, self._banner, self._header, self._next_up, self._week)
        for before, after in zip(stops, (*stops[1:], self._trends), strict=True):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._connect_workouts()
        self._morning.rated.connect(self._rate)
        self._morning.skipped.connect(self._skip)
        self._morning.asks_changed.connect(self.verbs_changed)
        self._morning.note_wanted.connect(lambda: self._desk.ask_for("rate_back"))
        self._trends.progress_wanted.connect(lambda: self._go(Place.PROGRESS))
        self._turn.turned.connect(self._turn_day)

    def _connect_workouts(self) -> None:
        self._header.workout_wanted.connect(self._log_next)
        self._header.routine_wanted.connect(self._start)
        self._header.free_workout_wanted.connect(lambda: self._start(None))
        self._banner.resume_wanted.connect(lambda id_: self._go(Place.LOG, id_))
        self._banner.finish_wanted.connect(lambda id_: errands.finish(self._desk, id_))
        self._banner.discard_wanted.connect(lambda id_: errands.discard(self._desk, id_))
        self._next_up.routine_chosen.connect(self._choose)
        self._next_up.day_chosen.connect(self._move)
        self._next_up.exercise_wanted.connect(lambda id_: self._go(Place.EXERCISES, id_))
        self._week.day_wanted.connect(self._open_day)

    def _show(self, seen: Glance) -> None:
        begun = seen.beginning.is_over
        self._header.show_glance(seen)
        self._banner.show_workout(seen.open_workout, seen.today)
        self._flare.show_glance(seen)
        self._easy.show_day(seen.today)
        self._more.show_glance(seen)
        self._show_first_steps(None if begun else seen)
        for card in (self._week, self._morning, self._trends):
            card.setVisible(begun)
        if begun:
            self._next_up.show_glance(seen)
            self._week.show_week(seen.week, seen.today)
            self._morning.show_mornings(seen.mornings, self._now(), seen.today)
            self._trends.show_glance(seen)
        else:
            self._next_up.hide()
        self._columns.set_visible(True)
        self.verbs_changed.emit()

    def _show_first_steps(self, seen: Glance | None) -> None:
        """Show the steps of a new log; they are made when they are needed."""
        if self._first_steps is None:
            if seen is None:
                return
            self._first_steps = steps = FirstSteps()
            steps.routine_wanted.connect(lambda: self._go(Place.ROUTINES))
            steps.days_wanted.connect(self._pick_days)
            steps.rating_wanted.connect(lambda: self._desk.ask_for("rate_back"))
            steps.workout_wanted.connect(self._log_first)
            steps.import_wanted.connect(lambda: self._desk.ask_for("import"))
            self._columns.put_first(steps, steps.beside)
        self._first_steps.setVisible(seen is not None)
        self._first_steps.beside.setVisible(seen is not None)
        if seen is not None:
            self._first_steps.show_glance(seen)

    def _show_unread(self) -> None:
        """Show the date alone: the opening that follows says what is wrong with the file."""
        self._header.title.setText(localized.long_day(local_day(self._now())))

    def _on_ready(self) -> None:
        """Show what only the open log tells, or all where the first look could not read it."""
        if self._seen is not None:
            self._easy.show_day(self._seen.today)
        elif self.isVisible():
            self.reload()

    def _go(self, place: Place, id_: int | None = None) -> None:
        self._desk.go(Destination(place, id=id_))

    def _log_next(self) -> None:
        """Go on with today's workout where it was left, or begin what is next."""
        seen = self._seen
        under_way = seen.open_workout if seen else None
        if seen and under_way and under_way.day == seen.today:
            self._go(Place.LOG, under_way.id)
        else:
            self._start(seen.plan.routine_id if seen and seen.plan else None)

    def _log_first(self) -> None:
        """Begin the routine, as Ctrl+N does; without one, a workout without a plan."""
        if self._seen is not None and self._seen.beginning.has_routine:
            self._desk.ask_for("log_workout")
        else:
            self._start(None)

    def _start(self, routine_id: int | None) -> None:
        if self._seen is not None:
            errands.start_workout(self._desk, self._seen.today, routine_id)

    def _choose(self, routine_id: int) -> None:
        self._chosen = routine_id
        self.reload()

    def _pick_days(self) -> None:
        routines = self._seen.routines if self._seen else ()
        self._go(Place.ROUTINES, routines[0].id if routines else None)

    def _open_day(self, day: WeekDay) -> None:
        if day.state is DayState.UNFINISHED:
            self._go(Place.LOG, day.workout_id)
        else:
            self._desk.go(Destination(Place.HISTORY, id=day.workout_id, day=day.date))

    def _rate(self, score: int, day: dt.date) -> None:
        errands.rate_morning(self._desk, score, day, self._now())

    def _skip(self, day: dt.date) -> None:
        # Hiding what has the focus would send it on, and the page would scroll after it.
        self._header.button.setFocus()
        errands.skip_morning(self._desk, day)

    def _move(self, to: dt.date) -> None:
        if self._seen is not None and self._seen.week.next_up is not None:
            errands.move_next(self._desk, self._seen.week.next_up, to, self._seen.today)

    def _turn_day(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
        errands.lay_down_week(self._desk, local_day(self._now()))
