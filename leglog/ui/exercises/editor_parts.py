"""Fields of the exercise editor that are more than a line: lists, ranges, muscles, equipment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.exercise_fields import EQUIPMENT, InvalidField
from leglog.training.vocabulary import Muscle
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.flow import FlowLayout
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Ends = tuple[int | None, int | None]
_RANGE = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_PERCENT = re.compile(r"(\d+)\s*%?")
_SHARES = (("", 0.0), ("1", 1.0), ("0.5", 0.5))


class LinesField(QPlainTextEdit):
    """Texts of which each stands on its own line."""

    def __init__(self, name: str, *, rows: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * rows + current_theme().px(14))

    def lines(self) -> tuple[str, ...]:
        """Return the lines as they stand."""
        return tuple(self.toPlainText().splitlines())

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show other lines."""
        self.setPlainText("\n".join(lines))


class MuscleFields(QWidget):
    """One choice a muscle: not, as a main one, or as a helping one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        self.choices: dict[Muscle, ComboBox] = {}
        words = {"": "–", "1": "1", "0.5": "½"}
        half = (len(Muscle) + 1) // 2
        for number, muscle in enumerate(Muscle):
            name = labels.muscle(muscle)
            choice = ComboBox(list(words.items()), name=name, small=True)
            choice.setFixedWidth(theme.px(64))
            self.choices[muscle] = choice
            row, column = number % half, number // half * 2
            grid.addWidget(Text(name), row, column)
            grid.addWidget(choice, row, column + 1)

    def muscles(self) -> tuple[tuple[Muscle, float], ...]:
        """Return the muscles chosen with their shares."""
        shares = dict(_SHARES)
        chosen = ((muscle, shares[choice.value]) for muscle, choice in self.choices.items())
        return tuple(pair for pair in chosen if pair[1])

    def show_muscles(self, muscles: Iterable[tuple[Muscle, float]]) -> None:
        """Show other muscles."""
        keys = {share: key for key, share in _SHARES}
        shares = dict(muscles)
        for muscle, choice in self.choices.items():
            choice.set_value(keys[shares.get(muscle, 0.0)])


class EquipmentChips(QWidget):
    """What is needed, each as a chip to tick; none ticked is no equipment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = {kind: Chip(labels.equipment(kind), ticked=True) for kind in EQUIPMENT}
        self._flow = FlowLayout(self)
        for chip in self._known.values():
            self._flow.addWidget(chip)

    def kinds(self) -> tuple[str, ...]:
        """Return what is ticked."""
        return tuple(kind for kind, chip in self._known.items() if chip.isChecked())

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Tick other equipment."""
        for kind, chip in self._known.items():
            chip.setChecked(kind in kinds)


def labelled(name: str, field: QWidget, hint: str = "") -> QVBoxLayout:
    """Return a field below its name, with a hint below it."""
    column = QVBoxLayout()
    column.setSpacing(current_theme().px(3))
    caption = Text(name, Role.CAPTION, "muted")
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)
    if hint:
        column.addWidget(Text(hint, Role.CAPTION, "muted", wrap=True))
    return column


def read_range(field: str, text: str) -> Ends:
    """Return the ends of a typed range ('8–12', '10'); raises InvalidField."""
    text = text.strip()
    if not text:
        return (None, None)
    match = _RANGE.fullmatch(text)
    if match is None:
        raise InvalidField(
            field,
            _("“{text}” cannot be read.").format(text=text),
            _("Write a number, such as 10, or two, such as 8–12."),
        )
    low, high = match.groups()
    return (int(low), int(high or low))


def range_words(ends: Ends) -> str:
    """Return a range as it is typed."""
    low, high = ends
    if low is None:
        return ""
    return str(low) if low == high else f"{low}–{high}"


def read_percent(field: str, text: str) -> float | None:
    """Return a typed percentage as a share; raises InvalidField."""
    text = text.strip()
    if not text:
        return None
    match = _PERCENT.fullmatch(text)
    if match is None:
        raise InvalidField(
            field,
            _("“{text}” cannot be read.").format(text=text),
            _("Write a whole number of percent, such as 88."),
        )
    return int(match.group(1)) / 100


def percent_words(share: float | None) -> str:
    """Return a share as it is typed."""
    return "" if share is None else localized.number(share * 100, 0)
