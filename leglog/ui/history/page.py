"""History: the days of a month, the list of workouts, and one of them in detail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services import workouts
from leglog.services.history import EVERYTHING, filter_choices
from leglog.services.history_days import day_summaries, workout_days
from leglog.services.history_detail import workout_detail
from leglog.services.preferences import preferences
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.ui.desk import Destination, Place
from leglog.ui.history import words
from leglog.ui.history.detail import WorkoutDetailPanel
from leglog.ui.history.filters import HistoryFilters
from leglog.ui.history.marks import day_marks
from leglog.ui.history.workout_list import ID_ROLE, WorkoutList, WorkoutListModel
from leglog.ui.page import Page
from leglog.ui.theme import Role, current_theme
from leglog.ui.whole_workout import WorkoutActions, as_whole
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import EmptyState, Panel
from leglog.ui.widgets.month_calendar import MonthCalendar
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

    from leglog.services.history_detail import WorkoutDetail
    from leglog.ui.desk import Desk

LEFT_WIDTH, NARROW_LEFT_WIDTH = 368, 324
LEAST_LIST_HEIGHT = 100
ROOMY_FROM = 760
"""Width from which the days have their full width, in pixels of the design."""


class HistoryPage(Page):
    """A day of the calendar and a row of the list show the same workout."""

    tables = frozenset(
        {
            "workout",
            "workout_exercise",
            "performed_set",
            "pain_rating",
            "planned_workout",
            "routine",
            "preference",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._preferences = preferences(desk.log)
        self._model = WorkoutListModel(desk.log, self._preferences.unit)
        self._shown: WorkoutDetail | None = None
        self._build()

    def reload(self) -> None:
        """Read month, list and the chosen workout again; what was chosen stays chosen."""
        self._preferences = preferences(self._desk.log)
        self._calendar.set_first_weekday(self._preferences.week_starts_on - 1)
        chosen = self._shown.id if self._shown else None
        self._filters.offer(filter_choices(self._desk.log))
        self._model.search(self._filters.sought, self._preferences.unit)
        self._mark_days()
        if chosen is None or not self._choose(chosen):
            self._choose_first()

    def open(self, destination: Destination) -> None:
        """Show a workout, or the newest one of a day."""
        if destination.id is not None:
            self._filters.clear()
            self._choose(destination.id)
        elif destination.day is not None:
            self._calendar.set_current(destination.day)
            self._on_day(destination.day)

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self._filters.search.setFocus()
        self._filters.search.selectAll()

    def areas(self) -> tuple[QWidget, ...]:
        """Return calendar, list and detail."""
        return (self._calendar, self._list, self._detail)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (
            ("Enter", _("open in Log")),
            ("PgUp", _("month before")),
            ("Ctrl+F", _("search")),
            ("Del", _("delete")),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The strips of the calendar were given in the colours of the theme before.
        if event.type() is event.Type.StyleChange and hasattr(self, "_calendar"):
            self._mark_days()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        roomy = self.width() >= theme.px(ROOMY_FROM)
        self._left.setFixedWidth(theme.px(LEFT_WIDTH if roomy else NARROW_LEFT_WIDTH))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = _scrolling(self._build_left())
        row.addWidget(self._left)
        self._detail = WorkoutDetailPanel()
        self._detail.open_wanted.connect(self._open_in_log)
        self._detail.repeat_wanted.connect(self._repeat)
        self._detail.removal_wanted.connect(self._ask_removal)
        self._detail.menu_wanted.connect(self._open_menu)
        self._whole = WorkoutActions(self._desk, self)
        self._whole.wanted.connect(self._on_whole)
        self._right = QStackedWidget()
        holder = QWidget()
        holding = QHBoxLayout(holder)
        holding.setContentsMargins(0, 0, 0, 0)
        # Nearly all of the room, up to its greatest width.
        holding.addWidget(self._detail, 1000)
        holding.addStretch(1)
        self._right.addWidget(_scrolling(holder))
        self._right.addWidget(self._build_empty())
        self._right.addWidget(QWidget())
        row.addWidget(self._right, 1)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self._copy)

    def _build_left(self) -> QWidget:
        theme = current_theme()
        panel = Panel("panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        self._calendar = MonthCalendar(_today(), first_weekday=self._preferences.week_starts_on - 1)
        self._calendar.day_chosen.connect(self._on_day)
        self._calendar.day_opened.connect(self._open_day)
        self._calendar.month_shown.connect(lambda *_month: self._mark_days())
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(self._calendar)
        legend = _("Letter: routine · bar: sets · strip: morning pain · dashed: planned or open")
        inside.addWidget(Text(legend, Role.CAPTION, "muted", wrap=True))
        self._filters = HistoryFilters()
        self._filters.changed.connect(self._on_filter)
        self._filters.search.went_down.connect(self._go_into_list)
        inside.addWidget(self._filters)
        column.addLayout(inside)
        self._list = WorkoutList(self._model)
        self._list.opened.connect(lambda _id: self._open_in_log())
        self._list.removal_wanted.connect(lambda _id: self._ask_removal())
        self._list.selectionModel().currentChanged.connect(self._on_row)
        self._list.setMinimumHeight(theme.px(LEAST_LIST_HEIGHT))
        column.addWidget(self._list, 1)
        return panel

    def _build_empty(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        state = EmptyState(
            _("Nothing here yet"), _("Every workout that you log appears here, day by day.")
        )
        start = Button(_("&Log a workout"), icon="plus", shortcut="Ctrl+N", kind=Kind.PRIMARY)
        start.clicked.connect(lambda: self._desk.go(Destination(Place.LOG, start=True)))
        state.add_action(start)
        column.addWidget(state, 0, Qt.AlignmentFlag.AlignCenter)
        return frame

    def _mark_days(self) -> None:
        first, last = self._calendar.first_shown, self._calendar.last_shown
        self._calendar.set_days(day_marks(day_summaries(self._desk.log, first, last)))

    def _on_day(self, day: dt.date) -> None:
        found = workout_days(self._desk.log, day)
        if found and not self._choose(found[0]):
            # The filters hide it from the list, but the day was asked for.
            self._list.setCurrentIndex(QModelIndex())
            self._show_workout(found[0])

    def _go_into_list(self) -> None:
        self._list.setFocus()

    def _on_filter(self) -> None:
        self._model.search(self._filters.sought, self._preferences.unit)
        self._choose_first()

    def _choose(self, workout_id: int) -> bool:
        index = self._model.index_of(workout_id)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
            self._show_workout(workout_id)
        return index.isValid()

    def _choose_first(self) -> None:
        found = self._model.rowCount() > 0
        self._filters.show_found(found=found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        else:
            self._shown = None
            self._right.setCurrentIndex(2 if self._filters.sought != EVERYTHING else 1)

    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        workout_id = current.data(ID_ROLE)
        if isinstance(workout_id, int):
            self._show_workout(workout_id)

    def _show_workout(self, workout_id: int) -> None:
        try:
            self._shown = workout_detail(self._desk.log, workout_id)
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        self._detail.show_detail(self._shown, self._preferences.unit)
        self._right.setCurrentIndex(0)
        if self._calendar.current != self._shown.date:
            self._calendar.set_current(self._shown.date)

    def _open_in_log(self) -> None:
        if self._shown is not None:
            self._desk.go(Destination(Place.LOG, id=self._shown.id))

    def _open_day(self, day: dt.date) -> None:
        """Open the workout of a day; on a day without one, another day's is still shown."""
        if self._shown is not None and self._shown.date == day:
            self._open_in_log()

    def _open_menu(self, button: QWidget) -> None:
        if self._shown is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._whole.fill(menu, as_whole(workout_form(self._desk.log, self._shown.id)))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_whole(self, workout_id: int) -> None:
        """Show what became of a workout; one that is begun again is logged."""
        if workout_id in open_workouts(self._desk.log):
            self._desk.go(Destination(Place.LOG, id=workout_id))
        else:
            self._choose(workout_id)

    def _repeat(self) -> None:
        if self._shown is None:
            return
        try:
            again = workouts.repeat_workout(self._desk.log, self._shown.id, _today())
        except LeglogError as error:
            self._desk.say(error.sentence)
            return
        self._desk.go(Destination(Place.LOG, id=again))

    def _ask_removal(self) -> None:
        if self._shown is not None:
            self._whole.ask_removal(as_whole(workout_form(self._desk.log, self._shown.id)))

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(words.as_text(self._shown, self._preferences.unit))
            self._desk.say(_("Copied."))


def _scrolling(content: QWidget) -> QScrollArea:
    """Return what scrolls where the content has too little room, as with large text."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
