"""The right side of the builder: how long, how many sets for each muscle, and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.routine_hints import Hint, HintKind
from leglog.training.vocabulary import Section
from leglog.ui import labels, localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.routines import words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Bar, ShareBars
from leglog.ui.widgets.frames import Panel, ScrollPage
from leglog.ui.widgets.text import IconLabel, Link, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from leglog.services.routine_reading import RoutineView, SectionView

WIDTH_PX = 272
MOST_SETS = 4
"""A bar is full at this many sets, or at the largest number where that is more."""


class BalancePanel(Panel):
    """Shows what a routine comes to; hints can be followed or hidden."""

    fix_wanted = Signal(object)
    hide_wanted = Signal(str)
    hidden_wanted = Signal()
    """Show the hidden hints again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = current_theme()
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.setAccessibleName(_("Balance"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollPage(margin=16)
        scroll.body.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(16))
        scroll.body.setSpacing(theme.px(8))
        outer.addWidget(scroll)
        head = QHBoxLayout()
        head.addWidget(Text(_("Estimated time"), Role.EXERCISE))
        head.addStretch()
        self._time = Text("", Role.SECTION)
        head.addWidget(self._time)
        scroll.body.addLayout(head)
        self._bar = SectionBar()
        scroll.body.addWidget(self._bar)
        scroll.body.addSpacing(theme.px(6))
        scroll.body.addWidget(Text(_("Sets per muscle"), Role.EXERCISE))
        self._muscles = ShareBars(_("Sets per muscle"))
        scroll.body.addWidget(self._muscles)
        self._note = Text("", Role.CAPTION, "muted", wrap=True)
        scroll.body.addWidget(self._note)
        how = HowButton(Figure.DURATION, Figure.HARD_SETS, Figure.MUSCLE_BALANCE)
        scroll.body.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addSpacing(theme.px(6))
        self._hints_title = Text(_("Hints"), Role.EXERCISE)
        scroll.body.addWidget(self._hints_title)
        self._hints = QVBoxLayout()
        self._hints.setSpacing(theme.px(10))
        scroll.body.addLayout(self._hints)
        self._hidden = Link("")
        self._hidden.linkActivated.connect(lambda _link: self.hidden_wanted.emit())
        scroll.body.addWidget(self._hidden)
        scroll.body.addStretch()
        self._shown: tuple[Hint, ...] | None = None

    def show_routine(self, view: RoutineView) -> None:
        """Show the figures and hints of ``view``."""
        self._time.setText(_("about {minutes}").format(minutes=words.minutes(view.duration_s)))
        self._time.setToolTip(_how_time_is_worked_out())
        self._bar.show_sections(view.sections)
        self._muscles.set_bars(_bars(view))
        self._note.setText(
            _(
                "Of {sets}, each counts 1 for a main muscle and ½ for a helping one, "
                "so the bars add up to more."
            ).format(sets=words.sets(view.counted_sets))
        )
        self._hints_title.setVisible(bool(view.hints or view.hidden_hints))
        self._hidden.setVisible(bool(view.hidden_hints))
        self._hidden.set_words(_("Show hidden hints ({count})").format(count=view.hidden_hints))
        if view.hints != self._shown:
            self._shown = view.hints
            self._fill_hints(view.hints)

    def _fill_hints(self, hints: tuple[Hint, ...]) -> None:
        while (item := self._hints.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for hint in hints:
            row = HintRow(hint)
            row.fix_wanted.connect(self.fix_wanted)
            row.hide_wanted.connect(self.hide_wanted)
            self._hints.addWidget(row)


class HintRow(QWidget):
    """A hint: a tick where the routine does it already, else what to do about it."""

    fix_wanted = Signal(object)
    hide_wanted = Signal(str)

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        icon, colour, name = (
            ("check", "success", _("Done")) if hint.holds else ("info", "info", _("Hint"))
        )
        row.addWidget(IconLabel(icon, colour, 16, name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(words.hint(hint), wrap=True))
        if not hint.holds:
            column.addLayout(self._links(hint))
        row.addLayout(column, 1)

    def _links(self, hint: Hint) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(10))
        if (fix := fix_words(hint)) is not None:
            link = Link(fix)
            link.linkActivated.connect(lambda _link: self.fix_wanted.emit(hint))
            row.addWidget(link)
        hide = Link(_("Hide this hint"))
        hide.linkActivated.connect(lambda _link: self.hide_wanted.emit(hint.key))
        row.addWidget(hide)
        row.addStretch()
        return row


class SectionBar(QWidget):
    """The parts of the time side by side, with their minutes and names below."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[SectionView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sections(self, sections: tuple[SectionView, ...]) -> None:
        """Show the sections that have anything in them."""
        self._parts = tuple(part for part in sections if part.duration_s)
        self.setAccessibleName(
            ", ".join(
                f"{labels.section(part.section)} {words.minutes(part.duration_s)}"
                for part in self._parts
            )
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(220), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        gap, height = theme.px(2), theme.px(10)
        whole = sum(part.duration_s for part in self._parts)
        if not whole:
            painter.fillRect(0, 0, self.width(), height, theme.colour("chart_grid"))
            return
        room = self.width() - gap * (len(self._parts) - 1)
        left, free = 0, 0
        strong, small = theme.font(Role.CAPTION, bold=True), theme.font(Role.CAPTION)
        for part in self._parts:
            width = max(theme.px(3), round(room * part.duration_s / whole))
            quiet = part.section in (Section.WARM_UP, Section.COOL_DOWN)
            colour = theme.colour("accent")
            colour.setAlphaF(0.45 if quiet else 1.0)
            painter.fillRect(left, 0, width, height, colour)
            minutes = localized.number(max(1, round(part.duration_s / 60)))
            name = _short(part.section)
            wide = max(
                QFontMetrics(strong).horizontalAdvance(minutes),
                QFontMetrics(small).horizontalAdvance(name),
            )
            start = max(left, free)
            if start + wide <= self.width():
                text = QRect(start, height + theme.px(4), wide + 1, theme.px(16))
                painter.setFont(strong)
                painter.setPen(theme.colour("text"))
                painter.drawText(text, Qt.AlignmentFlag.AlignLeft, minutes)
                painter.setFont(small)
                painter.setPen(theme.colour("text_muted"))
                painter.drawText(text.translated(0, theme.px(16)), Qt.AlignmentFlag.AlignLeft, name)
                free = start + wide + theme.px(8)
            left += width + gap


def fix_words(hint: Hint) -> str | None:
    """Return what the link of a hint does, or None where there is nothing to do at a click."""
    if hint.holds:
        return None
    if hint.kind is HintKind.COMPOUND_FIRST:
        return _("Move it first")
    if hint.kind is HintKind.SUPERSET_UNEQUAL:
        most = max(item.sets for item in hint.items)
        return _("Make all {count}").format(count=most)
    return None


def _short(section: Section) -> str:
    if section is Section.COOL_DOWN:
        return _("Cool")
    return labels.section(section)


def _how_time_is_worked_out() -> str:
    return _(
        "Each rep 3 s plus its pause, or the length of the hold, twice for each side; "
        "the rests between sets; 60 s to go to each exercise. Supersets share their rest."
    )


def _bars(view: RoutineView) -> list[Bar]:
    theme = current_theme()
    most = max(*view.sets_by_group.values(), MOST_SETS)
    return [
        Bar(
            labels.muscle_group(group),
            sets / most,
            localized.fixed(sets),
            theme.muscles[group.value],
        )
        for group, sets in view.sets_by_group.items()
    ]
