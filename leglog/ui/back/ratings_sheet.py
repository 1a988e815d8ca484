"""All ratings of the back, day by day, to be corrected or taken away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.pain import PainRatingView, ratings_between, remove_rating
from leglog.training.vocabulary import LegSign
from leglog.ui import labels, localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk

AnyIndex = QModelIndex | QPersistentModelIndex
WIDTH, HEIGHT = 720, 460
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class RatingsModel(QAbstractTableModel):
    """One row a rating, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.ratings: tuple[PainRatingView, ...] = ()

    def show_ratings(self, ratings: Sequence[PainRatingView]) -> None:
        """Show other ratings."""
        self.beginResetModel()
        self.ratings = tuple(reversed(ratings))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ratings)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if not index.isValid() or role not in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)):
            return None
        rating = self.ratings[index.row()]
        return (
            localized.day(rating.day),
            labels.moment(rating.moment),
            f"{rating.score} {labels.rating_word(rating.score)}",
            details_words(rating),
        )[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (_("Day"), _("When"), _("Rating"), _("Said with it"))[section]


class RatingsSheet(Sheet):
    """Enter corrects a rating, Del takes it away; Ctrl+Z of the window brings it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Ratings of your back"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.model = RatingsModel()
        self.table = self._build_table()
        self.body.addWidget(self.table, 1)
        self._empty = Text(_("Nothing has been rated yet."), tone="muted")
        self.body.addWidget(self._empty)
        self.add_button(_("&Remove"), self.remove_current, kind=Kind.QUIET, icon="trash")
        self.add_button(_("&Edit…"), self.edit_current, icon="edit")
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY)
        desk.changed.connect(self._on_changed)
        self._reload()
        self.table.setFocus()

    @property
    def current(self) -> PainRatingView | None:
        """The rating at the cursor."""
        row = self.table.currentIndex().row()
        return self.model.ratings[row] if 0 <= row < len(self.model.ratings) else None

    def edit_current(self) -> None:
        """Open the rating at the cursor to be corrected."""
        if self.current is not None:
            # The popover offers this sheet's neighbours, which import it.
            from leglog.ui.pain_popover import PainPopover

            PainPopover(self._desk, self, rating=self.current).open_over(self)

    def remove_current(self) -> None:
        """Take the rating at the cursor away."""
        if self.current is None:
            return
        try:
            remove_rating(self._desk.log, self.current.id)
        except LeglogError as error:
            self._desk.say(error.sentence)
        else:
            self._desk.say(_("Rating removed. Ctrl+Z brings it back."))

    def _build_table(self) -> QTableView:
        table = QTableView()
        dress_table(table)
        table.setModel(self.model)
        table.setAccessibleName(_("Ratings, the newest first"))
        table.setMinimumHeight(current_theme().px(HEIGHT))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(lambda _index: self.edit_current())
        for key, do in (
            ("Return", self.edit_current),
            ("F2", self.edit_current),
            ("Del", self.remove_current),
        ):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)
        return table

    def _on_changed(self, change: Change) -> None:
        if "pain_rating" in change.tables:
            self._reload()

    def _reload(self) -> None:
        row = self.table.currentIndex().row()
        self.model.show_ratings(ratings_between(self._desk.log, dt.date.min, dt.date.max))
        self._empty.setVisible(not self.model.ratings)
        if self.model.ratings:
            self.table.selectRow(min(max(row, 0), len(self.model.ratings) - 1))


def details_words(rating: PainRatingView) -> str:
    """Return what was said beside the number, in a line."""
    details = rating.details
    parts = [_("from memory")] if rating.recalled else []
    if details.region is not None:
        parts.append(labels.pain_region(details.region))
    if details.side is not None:
        parts.append(labels.pain_side(details.side))
    if details.leg_sign not in (None, LegSign.NONE):
        parts.append(labels.leg_sign(details.leg_sign))
    parts += [labels.trigger(each) for each in details.triggers]
    if details.note:
        parts.append(details.note)
    return " · ".join(parts)
