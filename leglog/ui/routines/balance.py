"""The right side of the builder: how long, how many sets of what, and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.training.vocabulary import PatternGroup
from leglog.ui import labels, localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.routines import words
from leglog.ui.routines.hints_panel import HintsPanel
from leglog.ui.routines.section_bar import SectionBar
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Bar, ShareBars
from leglog.ui.widgets.frames import Panel, ScrollPage
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.routine_reading import RoutineView
    from leglog.services.routine_week import Balance

WIDTH_PX = 272
MOST_SETS = 4
"""A bar is full at this many sets, or at the largest number where that is more."""
_ROUTINE, _WEEK = "routine", "week"
_MUSCLES, _MOVEMENTS = "muscles", "movements"
_ALWAYS = (
    PatternGroup.SQUAT,
    PatternGroup.HINGE,
    PatternGroup.SINGLE_LEG,
    PatternGroup.CORE,
)
"""The movements of which none at all is worth seeing; others stand only where they have sets."""


class BalancePanel(Panel):
    """Shows what a routine comes to; hints can be followed or hidden."""

    fix_wanted = Signal(object)
    hide_wanted = Signal(str)
    hidden_wanted = Signal()
    """Show the hidden hints again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = current_theme()
        self._view: RoutineView | None = None
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.setAccessibleName(_("Balance"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollPage(margin=16)
        self._column = scroll.body
        self._column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(16))
        self._column.setSpacing(theme.px(8))
        outer.addWidget(scroll)
        self._build_time()
        self._build_sets()
        self._hints = HintsPanel()
        self._hints.fix_wanted.connect(self.fix_wanted)
        self._hints.hide_wanted.connect(self.hide_wanted)
        self._hints.hidden_wanted.connect(self.hidden_wanted)
        self._column.addWidget(self._hints)
        self._column.addStretch()

    def show_routine(self, view: RoutineView) -> None:
        """Show the figures and hints of ``view``."""
        self._view = view
        self._time.setText(_("about {minutes}").format(minutes=words.minutes(view.duration_s)))
        self._bar.show_sections(view.sections)
        self.span.setVisible(view.week is not None)
        self._show_sets()
        self._hints.show_routine(view)
        # Laid out before it is painted: new hints would lie on each other for a moment.
        self._column.activate()

    def _build_time(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(_("Estimated time"), Role.EXERCISE))
        head.addStretch()
        self._time = Text("", Role.SECTION)
        head.addWidget(self._time)
        self._column.addLayout(head)
        self._bar = SectionBar()
        self._column.addWidget(self._bar)
        self._column.addSpacing(current_theme().px(6))

    def _build_sets(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(_("Sets"), Role.EXERCISE))
        head.addStretch()
        options = [(_ROUTINE, _("Routine")), (_WEEK, _("Week"))]
        self.span = SegmentedControl(options, name=_("Sets of the routine or of the planned week"))
        self.span.chosen.connect(lambda _span: self._show_sets())
        head.addWidget(self.span)
        self._column.addLayout(head)
        kinds = [(_MUSCLES, _("Per muscle")), (_MOVEMENTS, _("Per movement"))]
        self.kind = SegmentedControl(kinds, name=_("Sets per muscle or per movement"))
        self.kind.chosen.connect(lambda _kind: self._show_sets())
        self._column.addWidget(self.kind)
        self._bars = ShareBars(_("Sets"))
        self._column.addWidget(self._bars)
        self._note = Text("", Role.CAPTION, "muted", wrap=True)
        self._column.addWidget(self._note)
        how = HowButton(Figure.DURATION, Figure.HARD_SETS, Figure.MUSCLE_BALANCE)
        self._column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(current_theme().px(6))

    def _show_sets(self) -> None:
        view = self._view
        if view is None:
            return
        week = view.week if self.span.value == _WEEK else None
        balance = week.balance if week else view.balance
        counted = (
            _("{sets} in {workouts}").format(
                sets=_sets(balance.sets), workouts=_workouts(week.workouts)
            )
            if week
            else _sets(balance.sets)
        )
        if self.kind.value == _MOVEMENTS:
            self._bars.set_bars(_pattern_bars(balance))
            note = _("Of {sets}, each counts once, for its movement.")
        else:
            self._bars.set_bars(_muscle_bars(balance))
            note = _(
                "Of {sets}, each counts 1 for a main muscle and ½ for a helping one, "
                "so the bars add up to more."
            )
        self._note.setText(
            note.format(sets=counted)
            if balance.sets
            else _("Sets of strength and core exercises count here.")
        )


def _muscle_bars(balance: Balance) -> list[Bar]:
    theme = current_theme()
    most = max(*balance.by_group.values(), MOST_SETS)
    return [
        Bar(
            labels.muscle_group(group),
            sets / most,
            localized.fixed(sets),
            theme.muscles[group.value],
        )
        for group, sets in balance.by_group.items()
    ]


def _pattern_bars(balance: Balance) -> list[Bar]:
    most = max(*balance.by_pattern.values(), MOST_SETS)
    accent = current_theme().colours["accent"]
    return [
        Bar(labels.pattern_group(group), sets / most, localized.number(sets, 1), accent)
        for group, sets in balance.by_pattern.items()
        if sets or group in _ALWAYS
    ]


def _sets(count: float) -> str:
    return ngettext("{count} set", "{count} sets", localized.plural(count)).format(
        count=localized.number(count, 1)
    )


def _workouts(count: float) -> str:
    return ngettext("{count} workout", "{count} workouts", localized.plural(count)).format(
        count=localized.number(count, 1)
    )
