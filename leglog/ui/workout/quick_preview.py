"""What typed lines would do, shown while they are typed: sets, choices, or what is not clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.icons import icon
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.flow import FlowLayout
from leglog.ui.widgets.text import IconLabel, KeyLine, Tag, Text
from leglog.ui.workout import quick_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.quick_choices import QuickReading
    from leglog.services.quick_plan import QuickPlan

ROW, CHIP = 26, 22
MOST_ROWS = 6


class QuickPreview(QWidget):
    """Chips for one line, a row a line for several, and a list where something is to be chosen."""

    chosen = Signal(int)
    """A choice was clicked, by its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column.addWidget(self._chips)
        column.addLayout(self._build_sentence())
        self._choices = _List(_("What it can mean"))
        self._choices.itemClicked.connect(lambda item: self.chosen.emit(self._choices.row(item)))
        self._lines = _List(_("Preview of each line"))
        column.addWidget(self._choices)
        column.addWidget(self._lines)
        self.show_readings(())

    @property
    def choice(self) -> int:
        """The place of the choice that is marked, -1 for none."""
        return self._choices.currentRow()

    @property
    def sentence(self) -> str:
        """What is not clear; empty where everything is."""
        return self._sentence.text() if self._sentence.isVisibleTo(self) else ""

    def step(self, by: int) -> str:
        """Mark the next choice and return its words."""
        count = self._choices.count()
        here = self._choices.currentRow()
        row = (here + by) % count if here >= 0 else (0 if by > 0 else count - 1)
        self._choices.setCurrentRow(row)
        return self._choices.item(row).text()

    def show_readings(self, readings: Sequence[QuickReading]) -> None:
        """Show what came out of the lines."""
        unclear = next((one for one in readings if not one.is_whole), None)
        single = readings[0] if len(readings) == 1 else None
        self._show_chips(single)
        self._choices.show_rows([words.choice(one) for one in unclear.choices] if unclear else [])
        self._show_lines(readings if len(readings) > 1 else ())
        sentence = ""
        if unclear is not None:
            hint = _("Choose with Up and Down, then Enter.") if unclear.choices else ""
            sentence = f"{unclear.sentence} {hint}".strip()
        self._sentence.setText(sentence)
        if unclear is not None and unclear.choices:
            self._icon.set_icon("info", "info")
        else:
            self._icon.set_icon("warning", "danger")
        for part in (self._icon, self._sentence):
            part.setVisible(bool(sentence))

    def _build_sentence(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(6))
        self._icon = IconLabel("warning", "danger", 16)
        self._sentence = Text("", wrap=True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        return row

    def _show_chips(self, reading: QuickReading | None) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        plan = (reading.plan or reading.so_far) if reading else None
        self._chips.setVisible(plan is not None)
        if plan is None or reading is None:
            return
        whole = reading.is_whole
        for widget in _chips(plan, whole=whole):
            widget.setMinimumHeight(current_theme().px(CHIP))
            self._flow.addWidget(widget)

    def _show_lines(self, readings: Sequence[QuickReading]) -> None:
        self._lines.clear()
        for reading in readings:
            item = QListWidgetItem(words.said(reading))
            name, colour = ("check", "success") if reading.is_whole else ("warning", "danger")
            item.setIcon(icon(name, colour, 16))
            state = _("understood") if reading.is_whole else _("not clear yet")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}")
            self._lines.add_row(item)
        self._lines.fit()
        first = next((place for place, one in enumerate(readings) if not one.is_whole), None)
        if first is not None:
            self._lines.scrollToItem(self._lines.item(first))


class _List(QListWidget):
    """A short list that never takes the focus from the field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("rows", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_rows(self, rows: Sequence[str]) -> None:
        """Show these texts; none is marked."""
        if rows != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            for text in rows:
                self.add_row(QListWidgetItem(text))
        self.fit()

    def add_row(self, item: QListWidgetItem) -> None:
        """Add a row of the usual height."""
        item.setSizeHint(QSize(0, current_theme().px(ROW)))
        self.addItem(item)

    def fit(self) -> None:
        """Be as high as the rows, and hide without any."""
        row = current_theme().px(ROW)
        self.setFixedHeight(row * min(self.count(), MOST_ROWS) + 2 * self.frameWidth())
        self.setVisible(bool(self.count()))


def _chips(plan: QuickPlan, *, whole: bool) -> list[QWidget]:
    named = words.head(plan)
    texts = words.chips(plan)
    head = Text(f"{named}:" if texts else named, Role.CAPTION)
    font = current_theme().font(Role.CAPTION, bold=True)
    head.setFont(font)
    chips: list[QWidget] = [head, *(Tag(text, "success" if whole else "tag") for text in texts)]
    if words.remark(plan):
        chips.append(Tag(words.remark(plan)))
    if whole:
        chips.append(KeyLine([("Enter", _("saves"))]))
    return chips
