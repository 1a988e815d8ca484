"""Progress: training volume above back pain, as a chart and as a table."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.periods import Range
from leglog.ui import tasks
from leglog.ui.desk import Destination, Place
from leglog.ui.errors import show_error
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.page import Page
from leglog.ui.progress import words
from leglog.ui.progress.table import SORT_ROLE, ProgressTable
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.frames import Card, EmptyState, PageHeader
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from leglog.services.progress import Progress
    from leglog.ui.desk import Desk
    from leglog.ui.progress.drawing import ProgressCanvas
    from leglog.ui.tasks import Progress as TaskProgress

DRAWING_AFTER_MS = 300
FIGURES = (
    Figure.HARD_SETS,
    Figure.VOLUME_LOAD,
    Figure.ADHERENCE,
    Figure.DAY_PAIN,
    Figure.PAIN_MEAN,
    Figure.BANDS,
    Figure.FLARE,
)


class ProgressPage(Page):
    """Shows one range of days; the range, the measure and the table stay as chosen."""

    tables = frozenset(
        {
            "workout",
            "workout_exercise",
            "performed_set",
            "pain_rating",
            "exercise",
            "exercise_muscle",
            "period",
            "planned_workout",
            "preference",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Progress | None = None
        self._canvas: ProgressCanvas | None = None
        self._is_loading = False
        self._model = ProgressTable()
        self._build()

    def reload(self) -> None:
        """Read the range again and draw it; the first time matplotlib is loaded meanwhile."""
        # Imported when first shown: the window is painted before SQLAlchemy is there.
        from leglog.services.preferences import preferences
        from leglog.services.progress import progress

        unit = preferences(self._desk.log).unit
        self._measured = words.Measured(words.Measure(self._measure.value), unit)
        today = dt.datetime.now().astimezone().date()
        self._shown = progress(self._desk.log, Range(self._range.value), today)
        self._show_figures()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the header, the filters and the chart or table."""
        return (self._header, self._filters, self._card)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (("T", _("chart or table")), ("F6", _("next area")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and self._canvas is not None:
            self._canvas.redraw()

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header()
        column.addWidget(self._header)
        inside = QVBoxLayout()
        margin = theme.px(24)
        inside.setContentsMargins(margin, theme.px(12), margin, theme.px(14))
        inside.setSpacing(theme.px(12))
        self._filters = self._build_filters()
        inside.addWidget(self._filters)
        self._summary = Text("", wrap=True)
        inside.addWidget(self._summary)
        self._card = self._build_card()
        inside.addWidget(self._card, 1)
        column.addLayout(inside, 1)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(DRAWING_AFTER_MS)
        self._drawing.timeout.connect(lambda: self._waiting.setText(_("Drawing…")))

    def _build_header(self) -> PageHeader:
        header = PageHeader(_("Progress"), raised=True)
        self._range = SegmentedControl(
            [
                (Range.MONTH_1.value, _("1M")),
                (Range.MONTHS_3.value, _("3M")),
                (Range.MONTHS_6.value, _("6M")),
                (Range.YEAR_1.value, _("1Y")),
                (Range.ALL.value, _("All")),
            ],
            Range.MONTHS_3.value,
            name=_("Range of days"),
        )
        self._range.chosen.connect(lambda _range: self.reload())
        self._table_button = Button(_("Show as table"), icon="table", shortcut="T")
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._on_table_toggled)
        key = QShortcut(
            QKeySequence("T"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        key.activated.connect(self._table_button.toggle)
        header.add(self._range)
        header.add(self._table_button)
        return header

    def _build_filters(self) -> QWidget:
        filters = QWidget()
        row = QHBoxLayout(filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(8))
        self._measure = ComboBox(
            [
                (words.Measure.HARD_SETS.value, _("Hard sets")),
                (words.Measure.LOAD.value, _("Volume by weight")),
            ],
            name=_("Measure"),
        )
        self._measure.chosen.connect(lambda _measure: self.reload())
        label = Text(_("&Measure"), tone="muted")
        label.setBuddy(self._measure)
        how = HowButton(*FIGURES)
        row.addWidget(label)
        row.addWidget(self._measure)
        row.addStretch()
        row.addWidget(how)
        return filters

    def _build_card(self) -> Card:
        theme = current_theme()
        card = Card(padding=8)
        self._views = QStackedWidget()
        self._waiting = Text("", tone="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = self._build_empty()
        self._table = self._build_table()
        for view in (self._waiting, self._empty, self._table):
            self._views.addWidget(view)
        card.body.addWidget(self._views, 1)
        self._note = Text("", tone="muted", wrap=True)
        self._note.setContentsMargins(theme.px(4), 0, 0, 0)
        card.body.addWidget(self._note)
        return card

    def _build_empty(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        state = EmptyState(
            _("Nothing to draw yet"),
            _("One workout draws the first bar, four ratings within seven days the first line."),
        )
        start = Button(_("&Log a workout"), icon="plus", shortcut="Ctrl+N", kind=Kind.PRIMARY)
        start.clicked.connect(lambda: self._desk.go(Destination(Place.LOG, start=True)))
        state.add_action(start)
        column.addWidget(state, 0, Qt.AlignmentFlag.AlignCenter)
        return frame

    def _build_table(self) -> QTableView:
        table = QTableView()
        dress_table(table)
        table.setAccessibleName(_("Training volume and back pain as a table"))
        sorted_rows = QSortFilterProxyModel(table)
        sorted_rows.setSourceModel(self._model)
        sorted_rows.setSortRole(SORT_ROLE)
        table.setModel(sorted_rows)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        copy = QShortcut(QKeySequence.StandardKey.Copy, table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy_rows)
        return table

    def _show_figures(self) -> None:
        shown = self._shown
        self._model.show_progress(shown, self._measured)
        self._table.resizeColumnsToContents()
        has_any = shown is not None and (shown.summary.workouts or shown.summary.rated_days)
        self._note.setText(words.note(self._measured) if has_any else "")
        if shown is None or not has_any:
            self._summary.setText(_("No workouts and no ratings in these days."))
            self._views.setCurrentWidget(self._empty)
            return
        self._summary.setText(words.summary_sentence(shown, self._measured.unit))
        if self._table_button.isChecked():
            self._views.setCurrentWidget(self._table)
        elif self._canvas is not None:
            self._views.setCurrentWidget(self._canvas)
            self._canvas.show_progress(shown, self._measured, self._summary.text())
        else:
            self._load_canvas()

    def _load_canvas(self) -> None:
        self._views.setCurrentWidget(self._waiting)
        if self._is_loading:
            return
        self._is_loading = True
        self._drawing.start()
        tasks.run(_import_drawing, self._on_loaded, self._on_failed, parent=self)

    def _on_loaded(self, canvas: type[ProgressCanvas]) -> None:
        self._is_loading = False
        self._drawing.stop()
        self._canvas = canvas()
        self._views.addWidget(self._canvas)
        self._show_figures()

    def _on_failed(self, error: Exception) -> None:
        self._is_loading = False
        self._drawing.stop()
        self._table_button.setChecked(True)
        show_error(self, error)

    def _on_table_toggled(self, as_table: bool) -> None:
        self._table_button.setText(_("Show as chart") if as_table else _("Show as table"))
        self._show_figures()

    def _copy_rows(self) -> None:
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        proxy = self._table.model()
        if not isinstance(proxy, QSortFilterProxyModel):
            return
        source = [proxy.mapToSource(proxy.index(row, 0)).row() for row in rows]
        QGuiApplication.clipboard().setText(self._model.as_text(source))
        self._desk.say(_("Copied."))


def _import_drawing(_progress: TaskProgress) -> type[ProgressCanvas]:
    from leglog.ui.progress.drawing import ProgressCanvas

    return ProgressCanvas
