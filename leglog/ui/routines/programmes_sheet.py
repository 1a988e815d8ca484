"""The dialog with the person's programmes and the templates for new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from leglog.i18n import _
from leglog.ui.routines import programme_words as words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.frames import Card, ScrollPage
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.services.programme_reading import ProgrammeTemplate, ProgrammeView


class ProgrammesSheet(Sheet):
    """Cards of programmes, each with what can be done with it, and below them the templates."""

    wanted = Signal(str, int)
    """'start', 'stop', 'longer', 'edit', 'archive', 'restore' or 'delete', and the programme."""
    template_chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Programmes"),
            _("Routines that take turns. At most one programme runs."),
            width=720,
            parent=parent,
        )
        theme = current_theme()
        self._scroll = ScrollPage(margin=4)
        self._scroll.body.setSpacing(theme.px(10))
        self.body.addWidget(self._scroll, 1)
        new = Button(_("&New programme…"), icon="plus")
        new.clicked.connect(self.new_wanted)
        self.add_to_foot(new)
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY, default=True)
        self.cards: dict[int, ProgrammeCard] = {}
        self.template_buttons: dict[str, Button] = {}
        self.resize(theme.px(720), theme.px(600))

    def show_programmes(
        self,
        programmes: Sequence[ProgrammeView],
        templates: Sequence[ProgrammeTemplate],
        today: dt.date,
    ) -> None:
        """Show what there is now; the focus goes to the card it was in."""
        focused = next((id_ for id_, card in self.cards.items() if card.has_focus), None)
        body = self._scroll.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.cards = {}
        for view in programmes:
            card = ProgrammeCard(view, today)
            card.wanted.connect(lambda name, id_=view.id: self.wanted.emit(name, id_))
            self.cards[view.id] = card
            body.addWidget(card)
        body.addWidget(Text(_("Templates"), Role.EXERCISE))
        for template in templates:
            body.addWidget(self._template_card(template))
        body.addStretch()
        if focused in self.cards:
            self.cards[focused].main_button.setFocus()

    def _template_card(self, template: ProgrammeTemplate) -> Card:
        card = _low(Card(template.name))
        use = Button(_("Use"), size=Size.SMALL)
        use.setAccessibleName(_("Use: {name}").format(name=template.name))
        use.clicked.connect(lambda: self.template_chosen.emit(template.id))
        self.template_buttons[template.id] = use
        card.header.addWidget(use)
        card.body.setSpacing(current_theme().px(3))
        card.body.addWidget(Text(words.template_facts(template), tone="muted", wrap=True))
        card.body.addWidget(Text(template.description, wrap=True))
        routines = ", ".join(template.routines)
        card.body.addWidget(Text(routines, Role.CAPTION, "muted", wrap=True))
        return card


class ProgrammeCard(Card):
    """One programme: its state, days and phases."""

    wanted = Signal(str)

    def __init__(self, view: ProgrammeView, today: dt.date) -> None:
        super().__init__(view.name)
        _low(self)
        self._view = view
        self.body.setSpacing(current_theme().px(3))
        tone = "success" if view.is_running else "muted"
        facts = [words.state(view, today), words.weeks(view.weeks)]
        if view.weekdays:
            facts.insert(1, words.weekdays(view.weekdays))
        self.body.addWidget(Text(" · ".join(facts), Role.STRONG, tone, wrap=True))
        if view.note:
            self.body.addWidget(Text(view.note, wrap=True))
        for phase in view.phases:
            now = view.phase_on(today) is phase
            self.body.addWidget(
                Text(words.phase(phase), Role.STRONG if now else Role.BODY, wrap=True)
            )
            if phase.note:
                self.body.addWidget(Text(phase.note, Role.CAPTION, "muted", wrap=True))
        self.body.addLayout(self._buttons(today))

    @property
    def has_focus(self) -> bool:
        """Whether the focus is in this card."""
        return self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())

    def menu(self) -> QMenu:
        """Return what else can be done."""
        menu, view = QMenu(self), self._view
        entries = [("delete", _("&Delete"))]
        if view.is_archived:
            entries.insert(0, ("restore", _("&Take out of the archive")))
        else:
            entries.insert(0, ("archive", _("&Archive")))
        for name, text in entries:
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, name=name: self.wanted.emit(name))
        return menu

    def _buttons(self, today: dt.date) -> QHBoxLayout:
        view, row = self._view, QHBoxLayout()
        row.setContentsMargins(0, current_theme().px(6), 0, 0)
        row.setSpacing(current_theme().px(6))
        self.main_button = self._button(
            "stop" if view.is_running else "start",
            _("End it") if view.is_running else _("Start today"),
        )
        self.main_button.setEnabled(not view.is_archived)
        row.addWidget(self.main_button)
        phase = view.phase_on(today)
        if phase is not None and phase.last_week is not None:
            row.addWidget(self._button("longer", _("Stay a week longer in this phase")))
        row.addWidget(self._button("edit", _("Edit…")))
        more = IconButton("more", _("More for {name}").format(name=view.name), size=Size.SMALL)
        more.clicked.connect(lambda: self._open_menu(more))
        row.addWidget(more)
        row.addStretch()
        return row

    def _button(self, name: str, text: str) -> Button:
        button = Button(text, size=Size.SMALL)
        button.setAccessibleName(f"{text}: {self._view.name}")
        button.clicked.connect(lambda _on=False: self.wanted.emit(name))
        return button

    def _open_menu(self, under: QWidget) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


def _low(card: Card) -> Card:
    """Keep a card as high as what is in it, with a title as wide as the card."""
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    card.title.setWordWrap(True)
    card.header.setStretch(0, 1)
    return card
