"""'Keep these changes in the routine?': what was done otherwise, each with a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.training.routine_changes import ChangeKind
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.text import Text
from leglog.ui.workout.sheet_words import seconds_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.keeping_changes import NamedChange
    from leglog.training.routine_changes import RoutineChange
    from leglog.training.vocabulary import Unit

MOST_SHOWN = 4
"""More of them scroll."""


class KeepChanges(QWidget):
    """Nothing is ticked by itself: what is not ticked is left as the routine has it."""

    def __init__(
        self, changes: Sequence[NamedChange], unit: Unit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Text(_("Keep these changes in the routine?"), Role.SECTION))
        self.boxes: list[tuple[CheckBox, RoutineChange]] = []
        scroll = ScrollPage(margin=0)
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.body.setSpacing(theme.px(4))
        for each in changes:
            box = CheckBox(change_words(each, unit).replace("&", "&&"))
            self.boxes.append((box, each.change))
            scroll.body.addWidget(box)
        scroll.body.addStretch()
        scroll.setFixedHeight(theme.px(28) * min(len(changes), MOST_SHOWN))
        column.addWidget(scroll)
        self.setVisible(bool(changes))

    def wanted(self) -> list[RoutineChange]:
        """Return the changes that are ticked."""
        return [change for box, change in self.boxes if box.isChecked()]


def change_words(named: NamedChange, unit: Unit) -> str:
    """Return a difference in a line ('Squat: 4 sets instead of 3')."""
    change, name = named.change, named.name
    match change.kind:
        case ChangeKind.ADDED:
            count = change.after[0] or 0
            words = ngettext("Add {name}, {count} set", "Add {name}, {count} sets", count)
            return words.format(name=name, count=count)
        case ChangeKind.REMOVED:
            return _("Take {name} out").format(name=name)
        case ChangeKind.SWAPPED:
            return _("{name} in place of {old}").format(name=name, old="".join(named.before))
        case ChangeKind.ORDER:
            return _("Order: {names}").format(names=_moved(named))
    words = _("{name}: {after} instead of {before}")
    return words.format(name=name, after=_after(change, unit), before=_before(change, unit))


def _after(change: RoutineChange, unit: Unit) -> str:
    match change.kind:
        case ChangeKind.SETS:
            count = change.after[0] or 0
            return ngettext("{count} set", "{count} sets", count).format(count=count)
        case ChangeKind.REPS:
            reps = _range(*change.after)
            return ngettext("{range} rep", "{range} reps", 1 if reps == "1" else 2).format(
                range=reps
            )
    return _before_or_after(change, change.after, unit)


def _before(change: RoutineChange, unit: Unit) -> str:
    match change.kind:
        case ChangeKind.SETS:
            return str(change.before[0])
        case ChangeKind.REPS:
            return _range(*change.before)
    return _before_or_after(change, change.before, unit)


def _before_or_after(change: RoutineChange, values: tuple[int | None, ...], unit: Unit) -> str:
    if change.kind is ChangeKind.SECONDS:
        return seconds_range(*values)
    loads = [load_g for load_g in values if load_g is not None]
    if len(set(loads)) == 1:
        return localized.load_with_unit(loads[0], unit)
    listed = ", ".join(localized.load(load_g, unit) for load_g in loads)
    return f"{listed} {unit.value}"


def _range(low: int | None, high: int | None) -> str:
    if low is None or high is None or low == high:
        return str(high if low is None else low)
    return f"{low}–{high}"


def _moved(named: NamedChange) -> str:
    """Return the exercises from the first to the last that stands elsewhere, in the new order."""
    places = [
        place
        for place, (before, after) in enumerate(zip(named.before, named.after, strict=True))
        if before != after
    ]
    names = named.after[places[0] : places[-1] + 1] if places else named.after
    return ", ".join(names)
