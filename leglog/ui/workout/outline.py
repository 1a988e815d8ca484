"""The workout at a glance: sections, exercises with a dot a set, and how far it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _, ngettext
from leglog.training.supersets import superset_labels
from leglog.training.units import load_number
from leglog.ui import labels, localized
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Meter
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Text
from leglog.ui.workout.sheet_rows import supersets_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from leglog.services.workout_reading import ExerciseBlock, WorkoutForm
    from leglog.training.vocabulary import Section
    from leglog.ui.workout.workbench import Workbench

AnyIndex = QModelIndex | QPersistentModelIndex
Entry = "tuple[Section, int, int] | ExerciseBlock"
ROW = 26
DOT = 7
MOST_DOTS = 6
BLOCK_ROLE = int(Qt.ItemDataRole.UserRole)


class OutlineModel(QAbstractListModel):
    """One row a section and one an exercise."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[tuple[Section, int, int] | ExerciseBlock] = []
        self.superset_labels: dict[int, str] = {}
        self._ends: dict[int, tuple[bool, bool]] = {}

    def bracket(self, block: ExerciseBlock) -> tuple[bool, bool] | None:
        """Say whether an exercise is the first and the last of its superset; None in none."""
        return self._ends.get(block.id)

    def show_form(self, form: WorkoutForm | None) -> None:
        """Show another form, or the same one as it is now."""
        entries, groups = _entries(form), supersets_of(form)
        self.superset_labels = dict(superset_labels(groups))
        self._ends = {id_: (id_ == ids[0], id_ == ids[-1]) for ids in groups for id_ in ids}
        if len(entries) == len(self.entries):
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == BLOCK_ROLE:
            return None if isinstance(entry, tuple) else entry.id
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            label = "" if isinstance(entry, tuple) else self.superset_labels.get(entry.id, "")
            return f"{label} {_said(entry)}".strip()
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        is_block = index.data(BLOCK_ROLE) is not None
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable if is_block else Qt.ItemFlag.NoItemFlags


class WorkoutOutline(Panel):
    """A click or Enter on an exercise jumps to it."""

    block_wanted = Signal(int)
    exercise_wanted = Signal()
    """Another exercise shall be added."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("side", parent)
        self._bench = bench
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(0)
        self._model = OutlineModel()
        self.list = _List(self._model)
        self.list.setItemDelegate(_Delegate(self.list, self._model))
        self.list.clicked.connect(self._jump)
        self.list.entered_row.connect(self._jump)
        column.addWidget(self.list, 1)
        add = Button(_("&Add exercise"), icon="plus", kind=Kind.LINK)
        add.clicked.connect(self.exercise_wanted.emit)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        row.addWidget(add)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._build_foot())
        bench.renewed.connect(self._renew)

    def show_current(self, block: ExerciseBlock | None) -> None:
        """Mark the exercise that the cursor of the sheet is in."""
        for row, entry in enumerate(self._model.entries):
            if block is not None and not isinstance(entry, tuple) and entry.id == block.id:
                self.list.setCurrentIndex(self._model.index(row))
                return

    def _build_foot(self) -> QFrame:
        theme = current_theme()
        foot = Panel("footer")
        column = QVBoxLayout(foot)
        edge = theme.px(12)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(6))
        row = QHBoxLayout()
        self._done = Text("", Role.STRONG)
        self._volume = Text("", Role.CAPTION, "muted")
        row.addWidget(self._done)
        row.addStretch()
        row.addWidget(self._volume)
        column.addLayout(row)
        self._meter = Meter(_("Sets done"))
        column.addWidget(self._meter)
        self._last = Text("", Role.CAPTION, "muted")
        column.addWidget(self._last)
        return foot

    def _renew(self) -> None:
        form = self._bench.form
        self._model.show_form(form)
        if form is None:
            return
        done, planned = form.sets_done, form.sets_planned
        words = ngettext("{done} of {count} set", "{done} of {count} sets", planned).format(
            done=done, count=planned
        )
        self._done.setText(words)
        self._meter.set_share(done / planned if planned else 0.0, words)
        self._volume.setText(_("{load} so far").format(load=self._load(form.volume_load_g)))
        last = form.last_volume_load_g
        self._last.setText(
            "" if last is None else _("Last time {load}").format(load=self._load(last))
        )

    def _load(self, load_g: int) -> str:
        unit = self._bench.preferences.unit
        number = localized.number(round(float(load_number(load_g, unit))))
        return f"{number} {unit.value}"

    def _jump(self, index: QModelIndex) -> None:
        block_id = index.data(BLOCK_ROLE)
        if isinstance(block_id, int):
            self.block_wanted.emit(block_id)


class _List(QListView):
    """Enter on a row tells it; a click does so already."""

    entered_row = Signal(QModelIndex)

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Exercises of this workout"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusRing", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, model: OutlineModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(current_theme().px(120), current_theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a section with its count, or an exercise with its dots."""
        entry = self._model.entries[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, tuple):
            _paint_section(painter, QRect(option.rect), *entry)
        else:
            current = self._view.currentIndex() == index
            _paint_block(painter, QRect(option.rect), entry, current=current)
            ends = self._model.bracket(entry)
            if ends is not None:
                _paint_bracket(painter, QRect(option.rect), *ends)
            if current and self._view.hasFocus():
                painter.setPen(QPen(current_theme().colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRect(option.rect).adjusted(1, 1, -1, -2))
        painter.restore()


def _entries(form: WorkoutForm | None) -> list[tuple[Section, int, int] | ExerciseBlock]:
    entries: list[tuple[Section, int, int] | ExerciseBlock] = []
    section: Section | None = None
    for block in form.blocks if form else ():
        if block.section is not section:
            section = block.section
            members = [each for each in form.blocks if each.section is section] if form else []
            complete = sum(each.is_complete for each in members)
            entries.append((section, complete, len(members)))
        entries.append(block)
    return entries


def _said(entry: tuple[Section, int, int] | ExerciseBlock) -> str:
    if isinstance(entry, tuple):
        section, done, count = entry
        return _("{section}, {done} of {count}").format(
            section=labels.section(section), done=done, count=count
        )
    if entry.skipped:
        return _("{name}, skipped").format(name=entry.name)
    return _("{name}, {done} of {count} sets done").format(
        name=entry.name, done=entry.done, count=len(entry.sets)
    )


def _paint_section(
    painter: QPainter, place: QRect, section: Section, done: int, count: int
) -> None:
    theme = current_theme()
    place.adjust(theme.px(12), theme.px(4), -theme.px(12), 0)
    painter.setFont(theme.small_font(bold=True))
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, labels.section(section))
    painter.setFont(theme.small_font())
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    words = _("{done} of {count}").format(done=done, count=count)
    painter.drawText(place, flags, words)
    if done == count:
        size = theme.px(14)
        left = place.right() - QFontMetrics(painter.font()).horizontalAdvance(words) - size - 8
        spot = QRect(left, place.center().y() - size // 2, size, size)
        painter.drawPixmap(spot, pixmap("check", "success", 14))


def _paint_block(painter: QPainter, place: QRect, block: ExerciseBlock, *, current: bool) -> None:
    theme = current_theme()
    if current:
        painter.fillRect(place, theme.colour("accent_tint"))
        painter.fillRect(
            QRect(place.topLeft(), QSize(theme.px(3), place.height())), theme.colour("accent")
        )
    inside = place.adjusted(theme.px(24), 0, -theme.px(12), 0)
    complete = block.is_complete
    width = _paint_state(painter, inside, block)
    font = theme.font(Role.BODY, bold=current)
    font.setStrikeOut(block.skipped)
    painter.setFont(font)
    painter.setPen(theme.colour("text_muted" if complete and not current else "text"))
    inside.adjust(0, 0, -width - theme.px(8), 0)
    name = QFontMetrics(font).elidedText(block.name, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, name)


def _paint_bracket(painter: QPainter, place: QRect, first: bool, last: bool) -> None:
    """Paint the part of a superset's bracket that stands beside one of its exercises."""
    theme = current_theme()
    left, right = place.left() + theme.px(13), place.left() + theme.px(19)
    middle = place.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour("text_muted"), 2))
    painter.drawLine(
        left, middle if first else place.top(), left, middle if last else place.bottom()
    )
    if first or last:
        painter.drawLine(left, middle, right, middle)


def _paint_state(painter: QPainter, place: QRect, block: ExerciseBlock) -> int:
    """Paint a tick, or a dot for each set; return the width used."""
    theme = current_theme()
    if block.skipped:
        return 0
    if block.is_complete:
        size = theme.px(14)
        spot = QRect(place.right() - size, place.center().y() - size // 2, size, size)
        painter.drawPixmap(spot, pixmap("check", "success", 14))
        return size
    if len(block.sets) > MOST_DOTS:
        painter.setFont(theme.small_font())
        painter.setPen(theme.colour("text_muted"))
        words = f"{block.done}/{len(block.sets)}"
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, words)
        return QFontMetrics(painter.font()).horizontalAdvance(words)
    step = theme.px(DOT + 3)
    for number, row in enumerate(reversed(block.sets)):
        centre = QPointF(place.right() - number * step - DOT / 2, place.center().y() + 0.5)
        painter.setPen(QPen(theme.colour("accent" if row.done else "control_border"), 1))
        painter.setBrush(QBrush(theme.colour("accent")) if row.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, theme.px(DOT) / 2, theme.px(DOT) / 2)
    return step * len(block.sets)
