"""Quick entry: a line of text for a whole exercise, with a preview of the sets it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.quick_entry import QuickEntryReader
from leglog.services.quick_logging import log_quick_lines
from leglog.ui.announcer import announce
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import IconLabel, ShortText, Text
from leglog.ui.workout import quick_words as words
from leglog.ui.workout.quick_field import QuickField
from leglog.ui.workout.quick_preview import QuickPreview

if TYPE_CHECKING:
    from leglog.services.quick_choices import Choice, QuickReading
    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.workbench import Workbench

QUIET_MS = 600
"""The preview is read out after this rest in typing."""
LINES_KEPT = 50


class QuickBar(Panel):
    """Stands under the sheet; what is typed stays there until it is logged."""

    focus_changed = Signal()
    """The field has the focus now, or has it no more."""

    def __init__(self, bench: Workbench, sheet: SetSheet, parent: QWidget | None = None) -> None:
        super().__init__("footer", parent)
        self._bench, self._sheet = bench, sheet
        self._reader: QuickEntryReader | None = None
        self._readings: tuple[QuickReading, ...] = ()
        self._earlier: list[str] = []
        self._recalled = 0
        self._draft = ""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._read_out)
        self.field = QuickField()
        self.preview = QuickPreview()
        self._build()
        self.field.textChanged.connect(self._on_typed)
        self.field.focused.connect(self._on_focused)
        self.field.entered.connect(self._enter)
        self.field.second_entered.connect(lambda: self._choose(1))
        self.field.completed.connect(lambda: self._choose(max(self.preview.choice, 0)))
        self.field.left.connect(sheet.setFocus)
        self.field.focus_changed.connect(self.focus_changed.emit)
        self.field.stepped.connect(self._step)
        self.preview.chosen.connect(self._choose)
        bench.renewed.connect(self._on_renewed)

    @property
    def readings(self) -> tuple[QuickReading, ...]:
        """What came out of the lines that stand in the field."""
        return self._readings

    def open(self) -> None:
        """Put the focus into the field, with what was typed there before."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that help while typing, for the status line."""
        return (
            ("Enter", _("save these sets")),
            ("Esc", _("back to the table")),
            ("↑", _("earlier lines")),
        )

    def set_narrow(self, narrow: bool) -> None:
        """Keep no room for the preview while nothing is typed; else a hint stands there."""
        self._narrow = narrow
        self._grid.setRowMinimumHeight(1, 0 if narrow else current_theme().px(24))
        self._show_hint()

    def _build(self) -> None:
        theme = current_theme()
        self._grid = QGridLayout(self)
        edge = theme.px(12)
        self._grid.setContentsMargins(edge, theme.px(8), edge, theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        title = QHBoxLayout()
        title.setSpacing(theme.px(6))
        title.addWidget(IconLabel("edit", "text", 16))
        title.addWidget(Text(_("Quick entry"), Role.STRONG))
        self._grid.addLayout(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        title.setContentsMargins(0, theme.px(8), 0, 0)
        self._grid.addWidget(self.field, 0, 1)
        self._grid.addWidget(self.preview, 1, 1)
        words = _("Writes to the exercise you name, or to the current one. F1 shows all forms.")
        self._hint = ShortText(words, Role.CAPTION, "muted")
        self._grid.addWidget(self._hint, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self.set_narrow(False)

    def _on_focused(self) -> None:
        # Exercises may have been added, renamed or archived in the meantime.
        self._reader = None
        self._renew()

    def _on_renewed(self) -> None:
        if self._readings:
            self._renew()

    def _on_typed(self) -> None:
        self._renew()
        self._quiet.start()

    def _renew(self) -> None:
        """Read the lines against the workout as it is now."""
        text = self.field.text
        self._readings = self._get_reader().read(text) if text.strip() else ()
        self.preview.show_readings(self._readings)
        self._show_hint()
        self.field.mark(self._troubled_places())
        self.field.has_choices = bool(self._choices())
        self.field.setAccessibleDescription("; ".join(words.said(one) for one in self._readings))

    def _show_hint(self) -> None:
        self.preview.setVisible(bool(self._readings))
        self._hint.setVisible(not self._narrow and not self._readings)

    def _get_reader(self) -> QuickEntryReader:
        if self._reader is None:
            self._reader = QuickEntryReader(self._bench.log)
        block = self._sheet.current_block
        self._reader.form = self._bench.form
        self._reader.current_id = block.id if block else None
        self._reader.unit = self._bench.preferences.unit
        return self._reader

    def _troubled_places(self) -> list[tuple[int, int]]:
        """Return where in the whole text understanding stops; a place without length is no mark."""
        return [
            (start + reading.span.at, reading.span.length)
            for start, reading in zip(self._starts(), self._readings, strict=True)
            if not reading.is_whole and reading.span.length
        ]

    def _starts(self) -> list[int]:
        """Return where in the text the lines begin that are not empty."""
        starts, place = [], 0
        for line in self.field.text.split("\n"):
            if line.strip():
                starts.append(place)
            place += len(line) + 1
        return starts

    def _unclear(self) -> int | None:
        """Return which line is the first one that is not whole."""
        return next((place for place, one in enumerate(self._readings) if not one.is_whole), None)

    def _choices(self) -> tuple[Choice, ...]:
        place = self._unclear()
        return () if place is None else self._readings[place].choices

    def _enter(self) -> None:
        place = self._unclear()
        if not self._readings:
            self._bench.say(_("Type what was done: squat 40x12 x12 x10."))
        elif place is None:
            self._log()
        elif self.preview.choice >= 0:
            self._choose(self.preview.choice)
        else:
            reading = self._readings[place]
            self.field.go_to(self._starts()[place] + reading.span.at + reading.span.length)
            self._bench.say(self.preview.sentence)

    def _choose(self, which: int) -> None:
        """Write the chosen meaning into its line."""
        place, choices = self._unclear(), self._choices()
        if place is None or which >= len(choices):
            return
        lines = [line for line in self.field.text.split("\n") if line.strip()]
        lines[place] = choices[which].text
        self.field.set_text("\n".join(lines))
        announce(self.field, words.said(self._readings[place]))

    def _log(self) -> None:
        form = self._bench.form
        plans = tuple(one.plan for one in self._readings if one.plan is not None)
        if form is None:
            return
        logged: list[int] = []
        text = self.field.text
        if not self._bench.attempt(
            lambda: logged.extend(log_quick_lines(self._bench.log, form.id, plans))
        ):
            self._bench.repeat_by(self._enter)
            return
        self._earlier = [*self._earlier, text][-LINES_KEPT:]
        self._recalled = 0
        self.field.empty()
        self._bench.say(words.logged(plans))
        self._sheet.show_block(logged[-1])

    def _step(self, by: int) -> None:
        if self._choices():
            announce(self.field, self.preview.step(by))
        else:
            self._recall(by)

    def _recall(self, by: int) -> None:
        """Bring back an earlier line, or on the way down what was being typed."""
        wanted = min(max(self._recalled - by, 0), len(self._earlier))
        if wanted == self._recalled:
            return
        if self._recalled == 0:
            self._draft = self.field.text
        self.field.set_text(self._earlier[-wanted] if wanted else self._draft)
        self._recalled = wanted

    def _read_out(self) -> None:
        if self.field.hasFocus():
            announce(self.field, "; ".join(words.said(one) for one in self._readings))
