"""All ratings of the back, day by day, to be corrected or taken away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.pain import PainRatingView, ratings_between, remove_rating
from leglog.training.vocabulary import LegSign
from leglog.ui import labels, localized
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.list_table import ListTable
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.table_model import Column
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk

WIDTH, HEIGHT = 720, 460


def _columns() -> tuple[Column[PainRatingView], ...]:
    return (
        Column(_("Day"), lambda each: localized.day(each.day)),
        Column(_("When"), lambda each: labels.moment(each.moment)),
        Column(_("Rating"), lambda each: f"{each.score} {labels.rating_word(each.score)}"),
        Column(_("Said with it"), details_words),
    )


class RatingsSheet(Sheet):
    """Enter corrects a rating, Del takes it away; Ctrl+Z of the window brings it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Ratings of your back"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
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
        return self.table.current

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

    def _build_table(self) -> ListTable[PainRatingView]:
        name = _("Ratings, the newest first")
        table = ListTable(name, *_columns(), stretched=3, height=HEIGHT)
        table.doubleClicked.connect(lambda _index: self.edit_current())
        table.on_key("Return", self.edit_current)
        table.on_key("F2", self.edit_current)
        table.on_key("Del", self.remove_current)
        return table

    def _on_changed(self, change: Change) -> None:
        if "pain_rating" in change.tables:
            self._reload()

    def _reload(self) -> None:
        ratings = ratings_between(self._desk.log, dt.date.min, dt.date.max)
        self.table.show_rows(reversed(ratings))
        self._empty.setVisible(not ratings)


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
