"""Settings: what belongs to the person, to this computer, and to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.preferences import preferences
from leglog.ui.page import Page
from leglog.ui.preferences.about import AboutCard
from leglog.ui.preferences.accessibility import AccessibilityCard
from leglog.ui.preferences.categories import WIDTH_PX, Categories
from leglog.ui.preferences.general import GeneralCard
from leglog.ui.preferences.keeping import DataCard, TransferCard
from leglog.ui.preferences.logging_card import LoggingCard
from leglog.ui.preferences.reminders_card import RemindersCard
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import SearchField
from leglog.ui.widgets.frames import PageHeader, ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from leglog.ui.desk import Desk
    from leglog.ui.preferences.card import SettingsCard

TWO_COLUMNS_FROM = 1080
"""Width of the page in pixels of the design from which the cards stand side by side."""
SEARCH_PX = 264
IN_LEFT_COLUMN = (GeneralCard, LoggingCard, RemindersCard)


class SettingsPage(Page):
    """Changes apply at once; those of the log are undone like everything else."""

    tables = frozenset({"preference"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.cards: tuple[SettingsCard, ...] = (
            GeneralCard(desk),
            LoggingCard(desk),
            RemindersCard(desk),
            DataCard(desk),
            TransferCard(desk),
            AccessibilityCard(desk),
            AboutCard(desk),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_header())
        row = QHBoxLayout()
        row.setContentsMargins(current_theme().px(24), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_side())
        row.addWidget(self._build_cards(), 1)
        column.addLayout(row, 1)
        self._column_count = 0
        self._place_cards(1)

    def reload(self) -> None:
        """Show the preferences as they are."""
        chosen = preferences(self._desk.log)
        for card in self.cards:
            card.renew(chosen)

    def areas(self) -> tuple[QWidget, ...]:
        """Return the categories, the cards and the search."""
        return (self.categories, self.card_area, self.search)

    def focus_search(self) -> None:
        """Search in the settings."""
        self.search.setFocus()
        self.search.selectAll()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return how to find a setting."""
        return (("Ctrl+F", _("search")), ("F6", _("next area")), ("Ctrl+Z", _("undo")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= current_theme().px(TWO_COLUMNS_FROM)
        self._place_cards(2 if wide else 1)

    def _build_header(self) -> PageHeader:
        header = PageHeader(_("Settings"))
        self.search = SearchField(_("Search settings"))
        self.search.setFixedWidth(current_theme().px(SEARCH_PX))
        self.search.textChanged.connect(self._show_matching)
        self.search.went_down.connect(self._enter_first)
        self.search.returnPressed.connect(self._enter_first)
        header.add(self.search)
        return header

    def _build_side(self) -> QWidget:
        theme = current_theme()
        side = QWidget()
        side.setFixedWidth(theme.px(WIDTH_PX))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, theme.px(24))
        self.categories = Categories(card.title.text() for card in self.cards)
        self.categories.shown.connect(self._jump)
        self.categories.entered_into.connect(self._enter)
        column.addWidget(self.categories)
        column.addStretch()
        at_once = _("Changes apply at once. Ctrl+Z undoes those of the log.")
        column.addWidget(Text(at_once, Role.CAPTION, "muted", wrap=True))
        return side

    def _build_cards(self) -> ScrollPage:
        theme = current_theme()
        self.card_area = ScrollPage(margin=20)
        row = self._beside = QHBoxLayout()
        row.setSpacing(theme.px(14))
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(theme.px(14))
            row.addLayout(column)
        self._none = Text("", tone="muted", wrap=True)
        self._none.hide()
        self.card_area.body.addWidget(self._none)
        self.card_area.body.addLayout(row)
        self.card_area.body.addStretch(1)
        return self.card_area

    def _place_cards(self, columns: int) -> None:
        """Lay the cards into one column or two; Tab follows the reading order either way."""
        if columns == self._column_count:
            return
        self._column_count = columns
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        for card in self.cards:
            left = columns == 1 or isinstance(card, IN_LEFT_COLUMN)
            self._columns[0 if left else 1].addWidget(card)
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._beside.setStretch(number, 1 if number < columns else 0)

    def _show_matching(self, words: str) -> None:
        found = [card.show_matching(words) for card in self.cards]
        self._none.setText(_("Nothing matches “{words}”.").format(words=words.strip()))
        self._none.setVisible(not any(found))

    def _enter_first(self) -> None:
        """Go to the first setting that was found."""
        any(card.focus_first() for card in self.cards if not card.isHidden())

    def _jump(self, row: int) -> None:
        """Scroll to a card; a search that hides it is over."""
        self.search.clear()
        top = self.cards[row].geometry().top()
        self.card_area.verticalScrollBar().setValue(top)

    def _enter(self, row: int) -> None:
        self._jump(row)
        self.cards[row].focus_first()
