"""The library of exercises as a list with search and filters; two pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _, ngettext
from leglog.training.vocabulary import MuscleGroup
from leglog.ui import labels, localized
from leglog.ui.icons import pixmap
from leglog.ui.theme import current_theme
from leglog.ui.widgets.chip import Chip, FlowLayout
from leglog.ui.widgets.fields import ComboBox, SearchField
from leglog.ui.widgets.rows import CAPTION_ROLE, TRAILING_ROLE, TwoLineDelegate
from leglog.ui.widgets.text import Line, Link, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leglog.services.exercises import ExerciseLine

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EXERCISE_MIME = "application/x-leglog-exercise"
ID_ROLE = Qt.ItemDataRole.UserRole + 1
_ANY = ""
_PLUS_PX = 40
_ROOM_FOR_PLUS = "\u2003\u2003"
"""Blank text of the plus's width, so that long names end before it."""


class ExerciseModel(QAbstractListModel):
    """The exercises found; rows can be dragged by their id."""

    def __init__(self, *, shows_days: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_days = shows_days
        self._lines: tuple[ExerciseLine, ...] = ()

    def show(self, lines: Sequence[ExerciseLine]) -> None:
        """Show ``lines`` instead of what was there."""
        if tuple(lines) == self._lines:
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, exercise_id: int) -> int | None:
        """Return the row of an exercise, or None where it is not among those found."""
        return next((n for n, one in enumerate(self._lines) if one.id == exercise_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case _ if role == ID_ROLE:
                return line.id
            case _ if role == CAPTION_ROLE:
                return _caption(line, with_equipment=not self._shows_days)
            case _ if role == TRAILING_ROLE:
                return self._trailing(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(line)
            case _:
                return None

    def _trailing(self, line: ExerciseLine) -> str | None:
        if not self._shows_days:
            return _ROOM_FOR_PLUS
        return localized.short_day(line.last_done) if line.last_done else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [EXERCISE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        line = self._lines[indexes[0].row()]
        mime.setData(EXERCISE_MIME, QByteArray(str(line.id).encode()))
        mime.setText(line.name)
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


class ExerciseFinder(QWidget):
    """Search field, filters, and the list of what was found.

    ``adds`` shows a plus in each row, drags rows and tells with ``chosen`` what shall be added;
    without it rows show the day on which the exercise was last done.
    """

    chosen = Signal(int)
    """The id of an exercise: Enter, a double click or its plus."""
    current_changed = Signal(int)
    found_changed = Signal(int)
    """How many were found."""

    def __init__(self, *, adds: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ExerciseLine, ...] = ()
        self._adds = adds
        self.search = SearchField(_("Search"), name=_("Search exercises"))
        self.list = _FoundList()
        self.model = ExerciseModel(shows_days=not adds, parent=self)
        self._build()
        self._connect()

    @property
    def current_id(self) -> int | None:
        """The exercise in the current row, or None."""
        found = self.list.currentIndex().data(ID_ROLE)
        return found if isinstance(found, int) else None

    def show_exercises(self, exercises: Sequence[ExerciseLine]) -> None:
        """Take the whole library; the current row and what was typed stay."""
        self._all = tuple(exercises)
        kinds = sorted({kind for one in exercises for kind in one.equipment}, key=labels.equipment)
        options = [(_ANY, _("Any equipment")), *((kind, labels.equipment(kind)) for kind in kinds)]
        self._equipment.set_options(options)
        self._find()

    def select(self, exercise_id: int) -> None:
        """Make an exercise the current row; filters that hide it are cleared."""
        if self.model.row_of(exercise_id) is None:
            self.clear()
        row = self.model.row_of(exercise_id)
        if row is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def clear(self) -> None:
        """Empty the search and take back all filters."""
        self.search.clear()
        self._muscle.set_value(_ANY)
        self._equipment.set_value(_ANY)
        for chip in self._chips:
            chip.setChecked(False)
        self._find()

    def focus_search(self) -> None:
        """Put the focus into the search field, with its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(10))
        head.setSpacing(theme.px(8))
        head.addWidget(self.search)
        head.addLayout(self._build_filters())
        chips = FlowLayout()
        self._no_equipment = Chip(_("No equipment"), ticked=True)
        self._one_leg = Chip(_("One side"), ticked=True, name=_("One leg or side at a time"))
        self._holds = Chip(_("Holds"), ticked=True)
        self._chips = (self._no_equipment, self._one_leg, self._holds)
        for chip in self._chips:
            chips.addWidget(chip)
        head.addLayout(chips)
        column.addLayout(head)
        column.addWidget(Line())
        self.list.setModel(self.model)
        self.list.setItemDelegate(
            _AddingDelegate(self.list, self.chosen.emit) if self._adds
            else TwoLineDelegate(self.list, height=42)
        )  # fmt: skip
        self.list.setDragEnabled(self._adds)
        column.addWidget(self.list, 1)
        column.addWidget(self._build_nothing(), 1)

    def _build_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        groups = [(group.value, labels.muscle_group(group)) for group in MuscleGroup]
        self._muscle = ComboBox(
            [(_ANY, _("Any muscle")), *groups], name=_("Filter by muscle"), small=True
        )
        self._equipment = ComboBox(
            [(_ANY, _("Any equipment"))], name=_("Filter by equipment"), small=True
        )
        for combo, share in ((self._muscle, 4), (self._equipment, 5)):
            row.addWidget(combo, share)
            combo.setMinimumContentsLength(6)
            combo.setSizeAdjustPolicy(
                ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        return row

    def _build_nothing(self) -> QWidget:
        theme = current_theme()
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        self._nothing_text = Text("", tone="muted", wrap=True)
        column.addWidget(self._nothing_text)
        link = Link(_("Clear search and filters"))
        link.linkActivated.connect(lambda _link: self._clear_and_search())
        column.addWidget(link)
        column.addStretch()
        self._nothing.hide()
        return self._nothing

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._find(best_first=True))
        self.search.went_down.connect(self.list.setFocus)
        self.search.returnPressed.connect(self._choose)
        self.list.entered_row.connect(self._choose)
        self.list.doubleClicked.connect(lambda _index: self._choose())
        self._muscle.chosen.connect(lambda _value: self._find())
        self._equipment.chosen.connect(lambda _value: self._find())
        for chip in self._chips:
            chip.clicked.connect(lambda _on: self._find())
        self.list.selectionModel().currentChanged.connect(self._tell_current)

    def _find(self, *, best_first: bool = False) -> None:
        from leglog.services.exercise_search import search

        keep = None if best_first and self.search.text() else self.current_id
        found = search(filter(self._passes, self._all), self.search.text())
        self.model.show(found)
        row = self.model.row_of(keep) if keep is not None else None
        if found:
            self.list.setCurrentIndex(self.model.index(row or 0))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        typed = self.search.text().strip()
        self._nothing_text.setText(
            _("Nothing matches “{text}”.").format(text=typed)
            if typed
            else _("No exercise matches these filters.")
        )
        self.found_changed.emit(len(found))

    def _passes(self, one: ExerciseLine) -> bool:
        muscle, equipment = self._muscle.value, self._equipment.value
        return not (
            (muscle and muscle not in one.groups)
            or (equipment and equipment not in one.equipment)
            or (self._no_equipment.isChecked() and one.needs_equipment)
            or (self._one_leg.isChecked() and not one.per_side)
            or (self._holds.isChecked() and not one.is_hold)
        )

    def _clear_and_search(self) -> None:
        self.clear()
        self.focus_search()

    def _choose(self) -> None:
        if (exercise_id := self.current_id) is not None and self.model.rowCount():
            self.chosen.emit(exercise_id)

    def _tell_current(self, index: QModelIndex) -> None:
        exercise_id = index.data(ID_ROLE)
        if isinstance(exercise_id, int):
            self.current_changed.emit(exercise_id)


class _FoundList(QListView):
    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Exercises"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_row.emit()
            return
        super().keyPressEvent(event)


class _AddingDelegate(TwoLineDelegate):
    """Rows with a plus at the right end that adds the exercise."""

    def __init__(self, view: QListView, add: Callable[[int], object]) -> None:
        super().__init__(view, height=44)
        self._add = add

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row and its plus."""
        super().paint(painter, option, index)
        theme = current_theme()
        size = theme.px(16)
        place = QRect(option.rect)
        left = place.right() - theme.px(12) - size
        top = place.top() + (place.height() - size) // 2
        painter.drawPixmap(QRect(left, top, size, size), pixmap("plus", "accent", 16))

    def editorEvent(
        self,
        event: QEvent,
        model: object,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            plus = QRect(option.rect)
            plus.setLeft(plus.right() - current_theme().px(_PLUS_PX))
            exercise_id = index.data(ID_ROLE)
            if plus.contains(event.position().toPoint()):
                self._add(exercise_id)
                return True
        return False


def found_words(count: int) -> str:
    """Return how many exercises were found ('31 exercises')."""
    return ngettext("{count} exercise", "{count} exercises", count).format(count=count)


def _caption(line: ExerciseLine, *, with_equipment: bool) -> str:
    muscles = ", ".join(
        word if not number else word[:1].lower() + word[1:]
        for number, word in enumerate(labels.muscle(one) for one in line.muscles[:3])
    )
    muscles = muscles or labels.category(line.category)
    if not with_equipment:
        return muscles
    things = [labels.equipment(kind).lower() for kind in line.equipment if kind != "none"]
    return f"{muscles} · {', '.join(things) or labels.equipment('none').lower()}"


def _said(line: ExerciseLine) -> str:
    said = f"{line.name}, {_caption(line, with_equipment=True)}"
    if line.last_done is None:
        return said
    last = _("last done {day}").format(day=localized.short_day(line.last_done))
    return f"{said}, {last}"
