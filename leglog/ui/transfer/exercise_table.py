"""The table of a file's exercises: what each is called here, to be changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leglog.i18n import _, alphabetical
from leglog.services.import_matching import Match
from leglog.ui import localized
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.rows import dress_table, paint_row_ground
from leglog.ui.widgets.table_model import ALIGN, DISPLAY, LEFT, Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leglog.services.import_matching import FoundExercise
    from leglog.ui.widgets.table_model import AnyIndex

_EDIT = int(Qt.ItemDataRole.EditRole)
NAME, SETS, HERE, MATCH = range(4)
NEW, SKIP = "new", "skip"
_LOOK = int(Qt.ItemDataRole.UserRole)
_TO_CHECK = _LOOK + 1
_LOOKS = {
    "same": ("check", "success"),
    "likely": ("warning", "warning"),
    "new": ("plus", "info"),
    "skip": ("minus", "text_muted"),
}
"""Sign and colour of how sure a match is."""


class ExerciseMatches(RowsModel["FoundExercise"]):
    """One row an exercise of the file; the third column is what is meant here."""

    changed = Signal()
    """The person matched an exercise by hand."""

    def __init__(self) -> None:
        super().__init__(
            Column(_("In the file"), lambda found: found.name),
            Column(_("Sets"), lambda found: localized.number(found.sets), is_number=True),
            Column(_("In LegLog"), self._words_here),
            Column(_("Match"), lambda found: self._words_of_match(found)[0]),
        )
        self._names: Mapping[int, str] = {}
        self._by_hand: dict[str, str] = {}

    def show_found(self, found: Sequence[FoundExercise], names: Mapping[int, str]) -> None:
        """Show the exercises of a file; ``names`` are those here, by their ids."""
        self._names = names
        self.show_rows(found)

    @property
    def matches(self) -> dict[str, int | None]:
        """What was matched by hand: names of the file and ids here, None for a new exercise."""
        return {
            name: None if value == NEW else int(value)
            for name, value in self._by_hand.items()
            if value != SKIP
        }

    @property
    def skipped(self) -> frozenset[str]:
        """The names of exercises that shall stay out."""
        return frozenset(name for name, value in self._by_hand.items() if value == SKIP)

    def options(self) -> list[tuple[str, str]]:
        """Return what an exercise may be: a new one, none, or any that is here."""
        known = sorted(self._names.items(), key=lambda item: alphabetical(item[1]))
        return [
            (NEW, _("Create as new")),
            (SKIP, _("Skip")),
            *((str(number), name) for number, name in known),
        ]

    def to_check(self) -> int:
        """Return how many matches are only likely and were not looked at."""
        return sum(self._is_doubtful(found) for found in self.rows)

    def counts(self) -> tuple[int, int, int]:
        """Return how many are matched, new and skipped."""
        values = [self._value(found) for found in self.rows]
        new, skipped = values.count(NEW), values.count(SKIP)
        return len(values) - new - skipped, new, skipped

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        found = self.row_at(index)
        if found is None:
            return None
        if role == _EDIT:
            return self._value(found)
        if role == _TO_CHECK:
            return self._is_doubtful(found)
        if role == _LOOK:
            return self._words_of_match(found)[1]
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: object, role: int = _EDIT) -> bool:
        if role != _EDIT or index.column() != HERE or not isinstance(value, str):
            return False
        self._by_hand[self.rows[index.row()].name] = value
        first, last = self.index(index.row(), NAME), self.index(index.row(), MATCH)
        self.dataChanged.emit(first, last)
        self.changed.emit()
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that the third column can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == HERE else flags

    def _value(self, found: FoundExercise) -> str:
        proposed = NEW if found.known_id is None else str(found.known_id)
        return self._by_hand.get(found.name, proposed)

    def _is_doubtful(self, found: FoundExercise) -> bool:
        return found.match is Match.LIKELY and found.name not in self._by_hand

    def _words_here(self, found: FoundExercise) -> str:
        value = self._value(found)
        if value == NEW:
            return _("Create as new")
        return _("Skip") if value == SKIP else self._names.get(int(value), found.known_as or "")

    def _words_of_match(self, found: FoundExercise) -> tuple[str, str]:
        """Return how sure it is, in words and as the name of its look."""
        value = self._value(found)
        if value == SKIP:
            return _("left out"), "skip"
        if value == NEW:
            return _("new exercise"), "new"
        if found.name in self._by_hand:
            return _("your choice"), "same"
        if found.match is Match.LIKELY:
            return _("likely, please check"), "likely"
        return _("same exercise"), "same"


class DoubtfulOnly(QSortFilterProxyModel):
    """Shows all, or what was doubtful when it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: frozenset[int] | None = None

    def show_doubtful(self, only: bool) -> None:
        """Show the rows that need a look now, or all of them."""
        source = self.sourceModel()
        rows = range(source.rowCount())
        doubtful = (n for n in rows if source.index(n, NAME).data(_TO_CHECK))
        self._rows = frozenset(doubtful) if only else None
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        return self._rows is None or row in self._rows


class ExerciseTable(QTableView):
    """Enter, F2 or a click in the third column opens the choice; letters find in it."""

    def __init__(self, matches: ExerciseMatches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.shown = DoubtfulOnly()
        self.shown.setSourceModel(matches)
        self.setModel(self.shown)
        dress_table(self, row=36)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_MatchDelegate(matches, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.clicked.connect(self._open_choice)
        self.setAccessibleName(_("Exercises of the file"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((SETS, 52), (HERE, 200), (MATCH, 164)):
            header.resizeSection(column, theme.px(width))

    def _open_choice(self, index: QModelIndex) -> None:
        if index.column() == HERE:
            self.edit(index)


class _MatchDelegate(QStyledItemDelegate):
    """Paints the choice as a field with an arrow, and how sure a match is with its sign."""

    def __init__(self, matches: ExerciseMatches, view: QTableView) -> None:
        super().__init__(view)
        self._matches = matches

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        theme = current_theme()
        painter.save()
        place = QRect(option.rect)
        paint_row_ground(painter, option, theme, bar=index.column() == NAME)
        painter.setFont(theme.font(Role.BODY))
        words = str(index.data())
        inner = place.adjusted(theme.px(8), 0, -theme.px(8), 0)
        if index.column() == HERE:
            _paint_field(painter, place, words)
        elif index.column() == MATCH:
            self._paint_match(painter, inner, words, str(index.data(_LOOK)))
        else:
            painter.setPen(theme.colour("text"))
            _paint_words(painter, inner, words, int(index.data(ALIGN)))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        box = ComboBox(
            self._matches.options(), str(index.data(_EDIT)), name=_("In LegLog"), parent=parent
        )
        box.chosen.connect(lambda _value: self._done(box))
        box.showPopup()
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, ComboBox):
            editor.set_value(str(index.data(_EDIT)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, ComboBox) and editor.value != index.data(_EDIT):
            model.setData(index, editor.value)

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _paint_match(self, painter: QPainter, place: QRect, words: str, look: str) -> None:
        theme = current_theme()
        icon, colour = _LOOKS[look]
        size = theme.px(16)
        corner = QPoint(place.left(), place.center().y() - size // 2)
        painter.drawPixmap(QRect(corner, QSize(size, size)), pixmap(icon, colour, 16))
        painter.setPen(theme.colour(colour))
        _paint_words(painter, place.adjusted(theme.px(22), 0, 0, 0), words, LEFT)


def _paint_field(painter: QPainter, place: QRect, words: str) -> None:
    theme = current_theme()
    box = place.adjusted(theme.px(4), theme.px(4), -theme.px(8), -theme.px(5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("control_border"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    size = theme.px(16)
    corner = QPoint(box.right() - size - theme.px(5), box.center().y() - size // 2)
    painter.drawPixmap(QRect(corner, QSize(size, size)), pixmap("chevron_down", "text", 16))
    painter.setPen(theme.colour("text"))
    inner = box.adjusted(theme.px(8), 0, -size - theme.px(8), 0)
    _paint_words(painter, inner, words, LEFT)


def _paint_words(painter: QPainter, place: QRect, words: str, flags: int) -> None:
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, flags, shown)
