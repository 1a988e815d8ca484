"""The preview of an import: what a file holds, and what shall become of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.services.transfer import ImportChoices
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.transfer.conflicts_card import ConflictsCard
from leglog.ui.transfer.exercise_table import ExerciseMatches, ExerciseTable
from leglog.ui.transfer.import_words import (
    about,
    converted_words,
    facts,
    guess_words,
    report_lines,
    sample,
)
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.facts import FactStrip
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.services.import_matching import UnitGuess
    from leglog.services.transfer import ImportPreview

UNKNOWN = "unknown"
WIDTH, HEIGHT, SIDE = 978, 666, 300
ALL, TO_CHECK = "all", "to_check"


class ImportDialog(Sheet):
    """Asks for the unit where the file has none; the button names what it will do."""

    unit_chosen = Signal(object)
    """The person said in which Unit the file's weights are; None takes that back."""
    choices_changed = Signal(object)
    """Matches, conflicts or odd values were decided: carries ImportChoices."""
    import_wanted = Signal()

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Import preview"), file_name, width=WIDTH, parent=parent)
        self._name = file_name
        self._preview: ImportPreview | None = None
        self._waits_for_unit = False
        words = _("Nothing has been changed yet. A backup is made before the import.")
        self.body.addWidget(Banner(_("Trial run."), words))
        self._unit_row = self._build_unit_row()
        self.body.addWidget(self._unit_row)
        self.as_typed = CheckBox("")
        self.as_typed.toggled.connect(self._tell_choices)
        self.as_typed.hide()
        self.body.addWidget(self.as_typed)
        self._facts = FactStrip()
        self._fact_card = Card(padding=10)
        self._fact_card.body.addWidget(self._facts)
        self.body.addWidget(self._fact_card)
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(16))
        row.addWidget(self._build_exercises(), 1)
        self._side = QWidget()
        self._side.setFixedWidth(current_theme().px(SIDE))
        self._side.setLayout(self._build_right())
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self._reason = Text("", Role.CAPTION, "muted")
        self.add_to_foot(self._reason)
        self._report = self.add_button(_("Save &report…"), self._save_report)
        self.add_button(_("Cancel"), self.reject)
        self._import = self.add_button(
            _("&Import"), self.import_wanted.emit, kind=Kind.PRIMARY, default=True
        )
        room = parent.height() - current_theme().px(24) if parent else HEIGHT
        self.resize(current_theme().px(WIDTH), min(current_theme().px(HEIGHT), room))

    @property
    def choices(self) -> ImportChoices:
        """What was decided so far."""
        return ImportChoices(
            self.matches.matches,
            self.matches.skipped,
            dict(self.conflicts.decisions),
            self.keep_odd.isChecked(),
            self.as_typed.isChecked(),
        )

    def show_guess(self, guess: UnitGuess) -> None:
        """Say which unit is likely, why, and what follows for the heaviest set; the person decides.

        What is shown was compared as if it were that unit.
        """
        if self._preview is not None:
            self.subtitle.setText(about(self._preview, with_unit=False))
        example = sample(self._preview) if self._preview else ""
        self._sample.setText(" ".join((guess_words(guess), example)).strip())
        self._wait_for_unit()

    def show_preview(
        self, preview: ImportPreview, *, asked: bool, names: Mapping[int, str] | None = None
    ) -> None:
        """Show what the import would bring; ``asked`` says that the unit came from the person."""
        self._preview = preview
        self._waits_for_unit = False
        self.subtitle.setText(about(preview))
        self._unit_row.setVisible(asked)
        self._sample.setText(sample(preview))
        if preview.converted is not None:
            self.as_typed.setText(converted_words(preview.converted))
        self.as_typed.setVisible(preview.converted is not None)
        self.matches.show_found(preview.exercises, names or {})
        self.conflicts.show_conflicts(preview.conflicts)
        self.conflicts.setVisible(bool(preview.conflicts))
        lines = report_lines(preview)
        self._problems.setPlainText("\n".join(lines))
        self._lines_card.setVisible(bool(lines))
        odd = len(preview.file.odd) or (1 if self.keep_odd.isChecked() else 0)
        self.keep_odd.setVisible(bool(odd))
        self._side.setVisible(bool(lines or preview.conflicts or odd))
        self.show_counts(preview)

    def show_counts(self, preview: ImportPreview) -> None:
        """Show the figures after a decision; the table stays as it is."""
        self._preview = preview
        self._facts.set_facts(facts(preview))
        self._fact_card.show()
        self._filter.show()
        self._report.setEnabled(True)
        matched, new, skipped = self.matches.counts()
        to_check = self.matches.to_check()
        parts = [_("{count} matched").format(count=matched), _("{count} new").format(count=new)]
        if skipped:
            parts.append(_("{count} skipped").format(count=skipped))
        self._counts.setText(" · ".join(parts))
        self._filter.set_words(ALL, _("All {count}").format(count=self.matches.rowCount()))
        self._filter.set_words(TO_CHECK, _("To check {count}").format(count=to_check))
        self._show_button(preview, to_check)

    def _show_button(self, preview: ImportPreview, to_check: int) -> None:
        if self._waits_for_unit:
            return
        count = len(preview.added)
        if count or not preview.has_news:
            words = ngettext("&Import {count} workout", "&Import {count} workouts", count)
            self._import.setText(words.format(count=localized.number(count)))
        else:
            days = len(preview.new_ratings) + len(preview.new_check_ins)
            words = ngettext("&Import {count} entry", "&Import {count} entries", days)
            self._import.setText(words.format(count=localized.number(days)))
        self._import.setEnabled(preview.has_news)
        if not preview.has_news:
            self._reason.setText(_("Everything in this file is here already."))
        else:
            words = ngettext(
                "{count} exercise is only likely: please check it.",
                "{count} exercises are only likely: please check them.",
                to_check,
            )
            self._reason.setText(words.format(count=to_check) if to_check else "")

    def _wait_for_unit(self) -> None:
        self._waits_for_unit = True
        self._import.setText(_("&Import"))
        self._import.setEnabled(False)
        self._report.setEnabled(False)
        self._reason.setText(_("Choose the unit of the weights first."))

    def _build_unit_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(12))
        row.addWidget(Text(_("The file does not say its unit. Its weights are in")))
        units = SegmentedControl(
            [(UNKNOWN, "?"), (Unit.KG.value, "kg"), (Unit.LB.value, "lb")],
            UNKNOWN,
            name=_("Unit of the weights in the file"),
        )
        units.chosen.connect(self._on_unit)
        row.addWidget(units)
        self._sample = Text("", tone="muted", wrap=True)
        row.addWidget(self._sample, 1)
        return box

    def _on_unit(self, value: str) -> None:
        self.unit_chosen.emit(None if value == UNKNOWN else Unit(value))

    def _build_exercises(self) -> Card:
        card = Card(_("Exercises"))
        self._counts = Text("", Role.CAPTION, "muted")
        card.header.addWidget(self._counts)
        self._filter = SegmentedControl(
            # Counted as soon as the file was compared with the log.
            [
                (ALL, _("All {count}").format(count="")),
                (TO_CHECK, _("To check {count}").format(count="")),
            ],
            name=_("Which exercises are shown"),
        )
        card.header.addWidget(self._filter)
        self.matches = ExerciseMatches()
        self.matches.changed.connect(self._tell_choices)
        self.table = ExerciseTable(self.matches)
        self.table.setMinimumHeight(current_theme().px(220))
        self._filter.chosen.connect(lambda value: self.table.shown.show_doubtful(value == TO_CHECK))
        card.body.addWidget(self.table, 1)
        return card

    def _build_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(12))
        self.conflicts = ConflictsCard()
        self.conflicts.changed.connect(self._tell_choices)
        self.conflicts.hide()
        column.addWidget(self.conflicts, 3)
        self._lines_card = Card(_("Lines with something to say"))
        self._problems = QPlainTextEdit()
        self._problems.setReadOnly(True)
        self._problems.setTabChangesFocus(True)
        self._problems.setAccessibleName(_("Lines that were left out"))
        self._lines_card.body.addWidget(self._problems, 1)
        self.keep_odd = CheckBox(_("&Keep sets without the odd value"))
        self.keep_odd.toggled.connect(self._tell_choices)
        self.keep_odd.hide()
        self._lines_card.body.addWidget(self.keep_odd)
        column.addWidget(self._lines_card, 2)
        return column

    def _tell_choices(self) -> None:
        self.choices_changed.emit(self.choices)

    def _save_report(self) -> None:
        if self._preview is None:
            return
        start = f"{Path(self._name).stem}-import.txt"
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save report"), start, _("Text (*.txt)")
        )
        if name:
            lines = [about(self._preview), self._counts.text(), *report_lines(self._preview)]
            try:
                Path(name).write_text("\n".join(lines) + "\n", "utf-8")
            except OSError as error:
                self._reason.setText(
                    _("The report could not be saved: {reason}.").format(
                        reason=(error.strerror or str(error)).lower()
                    )
                )
