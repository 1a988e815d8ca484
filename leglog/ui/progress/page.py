"""Progress: charts of training and the back over any range of days, each also as a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.periods import DaySpan, Range
from leglog.ui.desk import Destination, Place
from leglog.ui.letter_keys import unless_off
from leglog.ui.page import Page
from leglog.ui.progress import saving
from leglog.ui.progress.card import ChartCard
from leglog.ui.progress.choices import CUSTOM, choices_from
from leglog.ui.progress.filter_sheet import FilterSheet
from leglog.ui.progress.filters import Filters
from leglog.ui.progress.range_sheet import RangeSheet
from leglog.ui.progress.reading import read_shown
from leglog.ui.progress.remark_sheet import RemarkSheet
from leglog.ui.tasks import Reader
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind
from leglog.ui.widgets.frames import PageHeader, ScrollPage
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leglog.ui.desk import Desk
    from leglog.ui.progress.choices import Choices
    from leglog.ui.progress.content import Content
    from leglog.ui.progress.reading import Offered, Shown

KEPT = "progress/choices"


class ProgressPage(Page):
    """Shows one chart of one range of days; what is chosen stays so from start to start."""

    tables = frozenset(
        {
            "check_in",
            "daily_task",
            "exercise",
            "exercise_muscle",
            "pain_rating",
            "peg_rating",
            "performed_set",
            "period",
            "planned_workout",
            "preference",
            "routine",
            "task_rating",
            "workout",
            "workout_exercise",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.choices: Choices = choices_from(desk.kept(KEPT))
        self._offered: Offered | None = None
        self._is_outdated = True
        self._reader = Reader(self, self._show, wait=self._wait)
        self._build()

    @property
    def is_reading(self) -> bool:
        """Whether what is chosen is still being read."""
        return self._reader.is_reading

    @property
    def span(self) -> DaySpan:
        """The days that are chosen, up to today."""
        today = _today()
        span = self._offered.span(self.choices, today) if self._offered is not None else None
        if span is None:
            return DaySpan(today, today)
        return span.up_to(today)

    def reload(self) -> None:
        """Read everything again and draw it; what is shown stays meanwhile."""
        self._is_outdated = True
        self._read_chosen()

    def _read_chosen(self) -> None:
        """Read what is chosen; what there is to choose from changes only with the log."""
        log, choices, today = self._desk.log, self.choices, _today()
        offered = None if self._is_outdated else self._offered
        self._reader.ask(lambda: read_shown(log, choices, today, offered))

    def _show(self, shown: Shown) -> None:
        self._is_outdated = self._reader.is_behind
        if shown.offered != self._offered:
            self._offered = shown.offered
            self._show_choices()
        self._show_content(shown.content)

    def _show_choices(self) -> None:
        if self._offered is not None:
            self._filters.show_choices(self.choices, self._offered)
        self._range.set_value(self.choices.reach)
        self._later.setEnabled(self.choices.back > 0 or self.choices.reach == CUSTOM)

    def _wait(self) -> None:
        self.summary.setText(_("Reading…"))

    def areas(self) -> tuple[QWidget, ...]:
        """Return the header, the filters and the chart or table."""
        return (self._header, self._filters, self.card)

    def focus_search(self) -> None:
        """Go to what narrows the charts down."""
        self._filters.focus_first()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (
            ("T", _("chart or table")),
            ("PgUp", _("earlier")),
            ("+", _("zoom")),
            ("Shift+→", _("move on")),
            ("M", _("remark")),
        )

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Return the answer to Ctrl+E."""
        return {"export": self._open_menu}

    def choose(self, choices: Choices) -> None:
        """Show something else, and keep the choice."""
        self.choices = choices
        self._desk.keep(KEPT, choices.as_text())
        self._show_choices()
        self._read_chosen()

    def save(self, kind: str) -> None:
        """Copy or save what is shown: 'copy', 'png', 'svg', 'pdf' or 'csv'."""
        content = self.card.content
        if content is None or content.data is None:
            self._desk.say(_("There is nothing to save yet."))
            return
        if kind == "copy":
            saving.copy_picture(self.card.current_view, self._desk)
            return
        path = saving.ask_path(self, f"leglog-{self.choices.chart}", kind)
        if path is not None:
            size = self.card.views.size()
            saving.save(self, self._desk, content, kind, path, (size.width(), size.height()))

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header()
        column.addWidget(self._header)
        # Where large words leave little room, it scrolls before a chart is squeezed.
        scroll = ScrollPage()
        inside = scroll.body
        margin = theme.px(24)
        inside.setContentsMargins(margin, theme.px(12), margin, theme.px(14))
        inside.setSpacing(theme.px(12))
        self._filters = Filters()
        self._filters.changed.connect(lambda: self.choose(self._filters.apply_to(self.choices)))
        self._filters.several_wanted.connect(self._ask_filter)
        inside.addWidget(self._filters)
        self.summary = Text("", wrap=True)
        inside.addWidget(self.summary)
        self.card = ChartCard()
        self._build_card_ways()
        inside.addWidget(self.card, 1)
        column.addWidget(scroll, 1)

    def _build_card_ways(self) -> None:
        card = self.card
        card.day_wanted.connect(lambda day: self._desk.go(Destination(Place.HISTORY, day=day)))
        card.remark_wanted.connect(self._ask_remark)
        self._key("M", unless_off(self._ask_remark))
        card.copied.connect(lambda: self._desk.say(_("Copied.")))
        card.chart.zoomed.connect(self._zoom)
        card.chart.panned.connect(self._pan)
        card.chart.failed.connect(lambda: self._table_button.setChecked(True))
        start = Button(_("&Log a workout"), icon="plus", shortcut="Ctrl+N", kind=Kind.PRIMARY)
        start.clicked.connect(lambda: self._desk.go(Destination(Place.LOG, start=True)))
        old = Button(_("&Import old data…"), icon="import")
        old.clicked.connect(lambda: self._desk.ask_for("import"))
        card.empty.add_action(start)
        card.empty.add_action(old)

    def _build_header(self) -> PageHeader:
        header = PageHeader(_("Progress"), raised=True)
        earlier = IconButton("chevron_left", _("Earlier"))
        self._later = IconButton("chevron_right", _("Later"))
        for button, key, by in ((earlier, "PgUp", -1), (self._later, "PgDown", 1)):
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))
            self._key(key, button.click)
            header.add(button)
        self._range = SegmentedControl(
            [
                (Range.MONTH_1.value, _("1M")),
                (Range.MONTHS_3.value, _("3M")),
                (Range.MONTHS_6.value, _("6M")),
                (Range.YEAR_1.value, _("1Y")),
                (Range.ALL.value, _("All")),
                (CUSTOM, _("Custom…")),
            ],
            self.choices.reach,
            name=_("Range of days"),
        )
        self._range.chosen.connect(self._on_range)
        self._table_button = Button(_("Show as table"), icon="table", shortcut="T")
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._on_table_toggled)
        self._key("T", unless_off(self._table_button.toggle))
        self._export = Button(_("&Export"), icon="export", shortcut="Ctrl+E")
        self._export.clicked.connect(lambda _checked: self._open_menu())
        for widget in (self._range, self._table_button, self._export):
            header.add(widget)
        return header

    def _key(self, key: str, do: Callable[[], object]) -> None:
        shortcut = QShortcut(
            QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        shortcut.activated.connect(do)

    def _open_menu(self) -> None:
        menu = saving.build_menu(self, self.save)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._export.mapToGlobal(self._export.rect().bottomLeft()))

    def _show_content(self, content: Content) -> None:
        self.summary.setText(content.summary)
        self.card.show_content(content, as_table=self._table_button.isChecked())

    def _on_table_toggled(self, as_table: bool) -> None:
        self._table_button.setText(_("Show as chart") if as_table else _("Show as table"))
        if self.card.content is not None:
            self._show_content(self.card.content)

    def _on_range(self, reach: str) -> None:
        if reach == CUSTOM:
            self._ask_range()
        else:
            self.choose(replace(self.choices, reach=reach, back=0))

    def _ask_range(self) -> None:
        sheet = RangeSheet(self.span, _today(), self)
        sheet.accepted.connect(lambda: self.choose(self.choices.with_span(sheet.span, _today())))
        # Until it is confirmed the old range holds.
        sheet.rejected.connect(lambda: self._range.set_value(self.choices.reach))
        sheet.open()

    def _ask_remark(self) -> None:
        if self._offered is not None and self._offered.first_day is not None:
            day = min(self._day_at_cursor() or self.span.last, _today())
            RemarkSheet(self._desk, _today(), day, self).open()

    def _ask_filter(self) -> None:
        if self._offered is None:
            return
        sheet = FilterSheet(
            self.choices.only, self._offered.exercises, self._offered.routines, self
        )
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(lambda: self.choose(replace(self.choices, only=sheet.only)))
        sheet.rejected.connect(lambda: self._filters.only.set_value(self.choices.only))
        sheet.open()

    def _move(self, by: int) -> None:
        self.choose(self.choices.moved(by, self.span, _today()))

    def _pan(self, by: int) -> None:
        self.choose(self.choices.panned(by, self.span, _today()))

    def _zoom(self, by: int) -> None:
        span = self.span
        around = self._day_at_cursor() or span.first + dt.timedelta(days=len(span) // 2)
        self.choose(self.choices.zoomed(by, around, span, _today()))

    def _day_at_cursor(self) -> dt.date | None:
        current = self.card.chart.canvas.current
        return None if current is None else current.day


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
