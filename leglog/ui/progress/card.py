"""The card with the chart or its table, the line that reads values, and the note below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from leglog.charts.readings import Reading
from leglog.i18n import _
from leglog.ui.announcer import announce
from leglog.ui.chart_view import ChartView
from leglog.ui.how import show_how
from leglog.ui.progress.table import SORT_ROLE, ProgressTable
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Button, Kind, Size
from leglog.ui.widgets.frames import Card, EmptyState
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.text import KeyLine, Text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from leglog.ui.progress.content import Content


class ChartCard(Card):
    """Shows a ``Content`` as a chart, as a table, or says what is missing."""

    day_wanted = Signal(object)
    """A day whose workouts or ratings are to be opened."""
    copied = Signal()
    remark_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=8, parent=parent)
        self.content: Content | None = None
        self._as_table = False
        self.views = QStackedWidget()
        self.chart = ChartView()
        self.table = self._build_table()
        self.empty = EmptyState(_("Nothing to draw yet"), "")
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        self.nothing = frame
        for view in (self.chart, self.table, self.nothing):
            self.views.addWidget(view)
        self.body.addWidget(self.views, 1)
        self.body.addWidget(self._build_readout())
        self.body.addLayout(self._build_foot())
        self.chart.pointed.connect(self._read_out)
        self.chart.opened.connect(self._open)
        self.chart.copy_wanted.connect(self._copy_reading)

    def show_content(self, content: Content, *, as_table: bool) -> None:
        """Show other figures."""
        self.content, self._as_table = content, as_table
        self.model.show_table(content.table)
        self.table.setAccessibleName(_("{chart} as a table").format(chart=content.name))
        self._note.setText(content.note)
        has_chart = content.data is not None and not as_table
        self.readout.setVisible(has_chart)
        if content.data is None:
            self.empty.text.setText(content.missing)
            self.views.setCurrentWidget(self.nothing)
        elif as_table:
            self.table.resizeColumnsToContents()
            self.views.setCurrentWidget(self.table)
        else:
            self.views.setCurrentWidget(self.chart)
            self.chart.show_chart(content.data, content.readings, content.name, content.summary)

    @property
    def current_view(self) -> QWidget:
        """The chart or the table, whichever is shown."""
        return self.views.currentWidget() or self.views

    def _build_table(self) -> QTableView:
        self.model = ProgressTable()
        table = QTableView()
        dress_table(table)
        rows = QSortFilterProxyModel(table)
        rows.setSourceModel(self.model)
        rows.setSortRole(SORT_ROLE)
        table.setModel(rows)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        copy = QShortcut(QKeySequence.StandardKey.Copy, table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy_rows)
        table.activated.connect(self._open_row)
        return table

    def _build_readout(self) -> QWidget:
        theme = current_theme()
        self.readout = QWidget()
        self.readout.setProperty("box", "readout")
        row = QHBoxLayout(self.readout)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(2))
        self.reading = Text("", tone="muted")
        self.reading.setAccessibleName(_("Values at the cursor"))
        row.addWidget(self.reading, 1)
        keys = KeyLine([("← →", _("move")), ("Enter", _("open")), ("+ −", _("zoom"))])
        row.addWidget(keys)
        return self.readout

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(current_theme().px(8), 0, 0, 0)
        self._note = Text("", tone="muted", wrap=True)
        how = Button(_("How is this worked out?"), kind=Kind.LINK, size=Size.SMALL)
        how.setAutoDefault(False)
        how.clicked.connect(lambda _checked: self._explain())
        remark = Button(_("&Remark…"), kind=Kind.LINK, size=Size.SMALL)
        remark.setAutoDefault(False)
        remark.clicked.connect(lambda _checked: self.remark_wanted.emit())
        row.addWidget(self._note, 1)
        row.addWidget(remark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(how, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _explain(self) -> None:
        if self.content is not None:
            show_how(self.window(), *self.content.figures)

    def _read_out(self, reading: object) -> None:
        if not isinstance(reading, Reading):
            self.reading.setText(_("Point at the chart to read its values."))
            return
        self.reading.setText(reading.sentence)
        if self.chart.canvas.hasFocus():
            announce(self.chart.canvas, reading.sentence)

    def _open(self, reading: object) -> None:
        if isinstance(reading, Reading) and reading.day is not None:
            self.day_wanted.emit(reading.day)

    def _open_row(self, index: QModelIndex) -> None:
        day = self.model.day_of(self._source_row(index.row()))
        if day is not None:
            self.day_wanted.emit(day)

    def _source_row(self, row: int) -> int:
        rows = self.table.model()
        if not isinstance(rows, QSortFilterProxyModel):
            return row
        return rows.mapToSource(rows.index(row, 0)).row()

    def _copy_rows(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        text = self.model.as_text([self._source_row(row) for row in rows])
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _copy_reading(self) -> None:
        current = self.chart.canvas.current
        if current is not None:
            QGuiApplication.clipboard().setText("\t".join(current.words))
            self.copied.emit()
