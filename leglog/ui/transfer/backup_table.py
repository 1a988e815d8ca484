"""The table of backups: when, why, what each holds, and whether it is whole."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leglog.i18n import _
from leglog.services.backups import DAYS_KEPT, WEEKS_KEPT, BackupKind
from leglog.ui import localized
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.rows import dress_table, paint_row_ground
from leglog.ui.widgets.table_model import ALIGN, DISPLAY, SAID, Column, RowsModel

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection

    from leglog.services.restoring import BackupView
    from leglog.ui.widgets.table_model import AnyIndex

CHOICE, WHEN, KIND, WORKOUTS, SIZE, CHECK = range(6)


class BackupModel(RowsModel["BackupView"]):
    """One row a backup, the newest first; the mark in front reads the whole row aloud."""

    def __init__(self) -> None:
        super().__init__(
            Column("", lambda _view: ""),
            Column(_("Backup"), lambda view: moment_words(view.backup.made_at)),
            Column(_("Kind"), lambda view: kind_words(view.backup.kind, view.backup.made_at)),
            Column(_("Workouts"), _workouts, is_number=True),
            Column(_("Size"), lambda view: size_words(view.size), is_number=True),
            Column(_("Check"), _check),
        )

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        if role == SAID and index.column() == CHOICE:
            cells = (index.sibling(index.row(), column).data() for column in range(WHEN, CHECK + 1))
            return ", ".join(cells)
        return super().data(index, role)


class BackupTable(QTableView):
    """Rows with a round mark; the arrows choose."""

    chosen = Signal(int)
    """The row that is chosen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.backups = BackupModel()
        self.setModel(self.backups)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        dress_table(self, row=34)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_BackupDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(_("Backups, the newest first"))
        self.setProperty("box", "card")
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHEN, QHeaderView.ResizeMode.Stretch)
        for column, width in ((CHOICE, 46), (KIND, 170), (WORKOUTS, 90), (SIZE, 88), (CHECK, 150)):
            header.resizeSection(column, theme.px(width))

    def _on_selection(self, selected: QItemSelection) -> None:
        if selected.indexes():
            self.chosen.emit(selected.indexes()[0].row())


class _BackupDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = current_theme()
        painter.save()
        place = QRect(option.rect)
        selected = paint_row_ground(painter, option, theme, bar=index.column() == CHOICE)
        if index.column() == CHOICE:
            _paint_mark(painter, place, on=selected)
        else:
            self._paint_text(painter, place, index, selected=selected)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, place: QRect, index: AnyIndex, *, selected: bool
    ) -> None:
        theme = current_theme()
        painter.setFont(theme.font(Role.BODY, bold=selected and index.column() == WHEN))
        words = str(index.data())
        colour = "text_muted" if index.column() == KIND else "text"
        inner = place.adjusted(theme.px(8), 0, -theme.px(8), 0)
        if index.column() == CHECK:
            whole = words == _("readable")
            colour = "success" if whole else "danger"
            size = theme.px(16)
            corner = QPoint(inner.left(), inner.center().y() - size // 2)
            icon = pixmap("check" if whole else "warning", colour, 16)
            painter.drawPixmap(QRect(corner, QSize(size, size)), icon)
            inner.setLeft(inner.left() + theme.px(22))
        painter.setPen(theme.colour(colour))
        painter.drawText(inner, int(index.data(ALIGN)), words)


def _paint_mark(painter: QPainter, place: QRect, *, on: bool) -> None:
    """Paint the round mark of a choice."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.px(8)
    centre = place.center()
    painter.setPen(QPen(theme.colour("accent" if on else "control_border"), 1))
    painter.setBrush(theme.colour("accent" if on else "surface"))
    painter.drawEllipse(centre, radius, radius)
    if on:
        painter.setBrush(theme.colour("on_accent"))
        painter.drawEllipse(centre, theme.px(3), theme.px(3))


def _check(view: BackupView) -> str:
    return _("damaged") if view.figures is None else _("readable")


def _workouts(view: BackupView) -> str:
    return "–" if view.figures is None else localized.number(view.figures.workouts)


def moment_words(moment: dt.datetime) -> str:
    """Return a local moment in words: 'Today 08:02', 'Mon 17 Nov 18:06'."""
    today = dt.datetime.now().astimezone().date()
    time = localized.time_of_day(moment)
    if moment.date() == today:
        return _("Today {time}").format(time=time)
    words = localized.short_day(moment.date())
    if moment.year != today.year:
        words = localized.day(moment.date())
    return f"{words} {time}"


def kind_words(kind: BackupKind, made_at: dt.datetime) -> str:
    """Return why a backup was made; of the older daily ones one a week or month is left."""
    if kind is BackupKind.DAILY:
        age = (dt.datetime.now().astimezone() - made_at).days
        if age < DAYS_KEPT:
            return _("daily")
        return _("weekly") if age < WEEKS_KEPT * 7 else _("monthly")
    return {
        BackupKind.AFTER_WORKOUT: _("after a workout"),
        BackupKind.BY_HAND: _("by hand"),
        BackupKind.BEFORE_IMPORT: _("before an import"),
        BackupKind.BEFORE_RESTORE: _("before a restore"),
        BackupKind.BEFORE_UPGRADE: _("before an upgrade"),
    }[kind]


def size_words(size: int) -> str:
    """Return a number of bytes in words."""
    if size < 100_000:
        return _("{size} KB").format(size=localized.number(size / 1000, 0))
    return _("{size} MB").format(size=localized.fixed(size / 1_000_000))
