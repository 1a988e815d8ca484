"""The library of exercises as a list with search and filters; two pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _, ngettext
from leglog.ui.exercise_filters import ExerciseFilters
from leglog.ui.exercise_rows import ID_ROLE, ExerciseModel
from leglog.ui.icons import pixmap
from leglog.ui.theme import current_theme
from leglog.ui.widgets.fields import SearchField
from leglog.ui.widgets.rows import TwoLineDelegate
from leglog.ui.widgets.text import Line, Link, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leglog.services.exercises import ExerciseLine
    from leglog.ui.widgets.table_model import AnyIndex

_PLUS_PX = 40


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
    creation_wanted = Signal(str)
    """An exercise of this name is to be made; told only where nothing was found."""

    def __init__(self, *, adds: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ExerciseLine, ...] = ()
        self._adds = adds
        self.search = SearchField(_("Search"), name=_("Search exercises"))
        self.filters = ExerciseFilters()
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
        self.filters.offer(exercises)
        self._find()

    def has(self, exercise_id: int) -> bool:
        """Say whether an exercise is in the library shown, filters aside."""
        return any(one.id == exercise_id for one in self._all)

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
        self.filters.clear()
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
        head.addWidget(self.filters)
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
        self.create_link = Link("")
        self.create_link.linkActivated.connect(
            lambda _link: self.creation_wanted.emit(self.search.text().strip())
        )
        column.addWidget(self.create_link)
        column.addStretch()
        self._nothing.hide()
        return self._nothing

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._find(best_first=True))
        self.search.went_down.connect(self.list.setFocus)
        self.search.returnPressed.connect(self._choose)
        self.list.entered_row.connect(self._choose)
        self.list.doubleClicked.connect(lambda _index: self._choose())
        self.filters.changed.connect(self._find)
        self.list.selectionModel().currentChanged.connect(self._tell_current)

    def _find(self, *, best_first: bool = False) -> None:
        from leglog.services.exercise_search import search

        keep = None if best_first and self.search.text() else self.current_id
        found = search(filter(self.filters.passes, self._all), self.search.text())
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
        self.create_link.setVisible(bool(typed) and not self._adds)
        self.create_link.set_words(_("Create “{text}”").format(text=typed))
        self.found_changed.emit(len(found))

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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
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
        index: AnyIndex,
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
