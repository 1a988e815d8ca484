"""Workouts that are in the file and here too: which of the two counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.services.import_conflicts import Conflict, Decision
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Card, ScrollPage
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class ConflictsCard(Card):
    """One line of choices a conflict; nothing is chosen for the person but what is here."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Conflicts"))
        self.decisions: dict[str, Decision] = {}
        self._scroll = ScrollPage(margin=0)
        self._scroll.body.setSpacing(current_theme().px(6))
        # One of them is seen whole, however little room there is.
        self._scroll.setMinimumHeight(current_theme().px(96))
        self.body.addWidget(self._scroll, 1)
        self._shown: tuple[Conflict, ...] = ()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show other conflicts; what was decided about one stays."""
        if tuple(conflicts) == self._shown:
            return
        self._shown = tuple(conflicts)
        while (item := self._scroll.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for conflict in conflicts:
            self._scroll.body.addWidget(self._row(conflict))
        self._scroll.body.addStretch()

    def _row(self, conflict: Conflict) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addWidget(Line())
        day = localized.day(conflict.date)
        column.addWidget(Text(day, Role.STRONG))
        column.addWidget(Text(compared_words(conflict), Role.CAPTION, "muted", wrap=True))
        choice = SegmentedControl(
            [
                (Decision.MINE.value, _("Keep mine")),
                (Decision.FILE.value, _("Use file")),
                (Decision.BOTH.value, _("Keep both")),
            ],
            self.decisions.get(conflict.key, Decision.MINE).value,
            name=_("Workout of {day}").format(day=day),
        )
        choice.chosen.connect(lambda value: self._decide(conflict.key, Decision(value)))
        column.addWidget(choice)
        return box

    def _decide(self, key: str, decision: Decision) -> None:
        self.decisions[key] = decision
        self.changed.emit()


def compared_words(conflict: Conflict) -> str:
    """Return sets and load of both: 'yours: 17 sets, 3220 kg · file: 18 sets, 3380 kg'."""
    mine = _amount(conflict.mine_sets, conflict.mine_load_kg)
    file = _amount(conflict.file_sets, conflict.file_load_kg)
    return _("yours: {mine} · file: {file}").format(mine=mine, file=file)


def _amount(sets: int, load_kg: float) -> str:
    words = ngettext("{count} set", "{count} sets", sets).format(count=localized.number(sets))
    if not load_kg:
        return words
    return _("{sets}, {load} kg").format(sets=words, load=localized.number(load_kg, 0))
