"""How the exercise under the cursor is done, and what it means for the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.muscles import group_shares
from leglog.training.vocabulary import Unit
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Bar, ShareBars
from leglog.ui.widgets.frames import Callout, Panel, ScrollPage
from leglog.ui.widgets.text import IconLabel, Link, Text
from leglog.ui.workout.past_words import time_in_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.exercise_guide import ExerciseGuide
    from leglog.services.exercise_past import PastTime
    from leglog.services.exercises import ExerciseName


class GuidePanel(Panel):
    """Cues, back care, muscles and the easier and harder neighbours of one exercise."""

    exercise_wanted = Signal(int)
    """An easier or harder exercise shall be looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        theme = current_theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(12), 0, 0)
        scroll = ScrollPage(margin=16)
        outer.addWidget(scroll)
        body = scroll.body
        body.setSpacing(theme.px(12))
        self._cues_title = Text(_("Form cues"), Role.STRONG)
        body.addWidget(self._cues_title)
        self._cues = Text("", wrap=True)
        body.addWidget(self._cues)
        self._own_note = Callout("note", _("Your note"))
        body.addWidget(self._own_note)
        self._care = Callout("back_pain", _("Back care"))
        body.addWidget(self._care)
        self._times_title = Text(_("Last times"), Role.STRONG)
        body.addWidget(self._times_title)
        self._times = Text("", wrap=True)
        body.addWidget(self._times)
        self._works = Text(_("Works"), Role.STRONG)
        body.addWidget(self._works)
        self._muscles = ShareBars(_("Muscles"))
        body.addWidget(self._muscles)
        self._easier = _Neighbour("easier", _("Easier"))
        self._harder = _Neighbour("harder", _("Harder"))
        for neighbour in (self._easier, self._harder):
            neighbour.wanted.connect(self.exercise_wanted.emit)
            body.addWidget(neighbour)
        body.addStretch()

    def show_times(self, times: Sequence[PastTime], unit: Unit) -> None:
        """Show what was done the last times; nothing hides the paragraph."""
        self._times_title.setVisible(bool(times))
        self._times.setVisible(bool(times))
        self._times.setText(
            "\n".join(
                f"{localized.day_of_month(each.date)}:  {time_in_line(each, unit)}"
                for each in times
            )
        )

    def show_exercise(self, detail: ExerciseGuide | None) -> None:
        """Show another exercise; None empties the panel."""
        self.show_times((), Unit.KG)
        cues = detail.cues if detail else ()
        self._cues_title.setVisible(bool(cues))
        self._cues.setText("\n".join(f"•  {cue}" for cue in cues))
        self._own_note.set_text(detail.own_note if detail else "")
        self._care.set_text(detail.back_care if detail else "")
        self._works.setVisible(detail is not None and bool(detail.muscles))
        self._muscles.set_bars(_bars(detail) if detail else [])
        self._easier.show_neighbour(detail.easier if detail else None)
        self._harder.show_neighbour(detail.harder if detail else None)


class _Neighbour(QWidget):
    wanted = Signal(int)

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._id = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(8))
        row.addWidget(IconLabel(icon, "text_muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        label = Text(words, tone="muted")
        label.setMinimumWidth(current_theme().px(46))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._link = Link("")
        self._link.setWordWrap(True)  # one long name would widen all that stands beside the sheet
        self._link.linkActivated.connect(lambda _link: self.wanted.emit(self._id))
        row.addWidget(self._link, 1)

    def show_neighbour(self, exercise: ExerciseName | None) -> None:
        self.setVisible(exercise is not None)
        if exercise is not None:
            self._id = exercise.id
            self._link.set_words(exercise.name)


def _bars(detail: ExerciseGuide) -> list[Bar]:
    theme = current_theme()
    shares = group_shares(dict(detail.muscles))
    return [
        Bar(
            labels.muscle_group(group),
            share,
            localized.number(share, 1),
            theme.muscles[group.value],
        )
        for group, share in sorted(shares.items(), key=lambda item: -item[1])
        if group is not None
    ]
