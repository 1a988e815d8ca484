"""The back around this workout: before, worst during, after; one digit each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.pain import is_unusually_high
from leglog.training.vocabulary import Moment
from leglog.ui import labels
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.text import IconLabel, Link, Text, restyle

if TYPE_CHECKING:
    from leglog.ui.workout.workbench import Workbench

MOMENTS = (Moment.BEFORE, Moment.DURING, Moment.AFTER)


class MomentScale(QWidget):
    """A scale under the name of its moment and what was rated."""

    accepted = Signal()
    details_wanted = Signal(object)
    """Where it hurt, and a note, are to be said of this Moment."""

    def __init__(self, bench: Workbench, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._moment = bench, moment
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(2))
        head = QHBoxLayout()
        head.setSpacing(current_theme().px(6))
        head.addWidget(Text(labels.moment(moment)))
        self._said = Text("")
        head.addWidget(self._said)
        head.addStretch()
        self.details = Link(_("Where, note"))
        self.details.setAccessibleName(
            _("Where it hurt and a note: {moment}").format(moment=labels.moment(moment))
        )
        self.details.linkActivated.connect(lambda _href: self.details_wanted.emit(moment))
        head.addWidget(self.details)
        column.addLayout(head)
        self.scale = RatingScale(labels.moment_in_full(moment), words=labels.rating_word)
        self.scale.rated.connect(self._rate)
        self.scale.cleared.connect(lambda: bench.clear_rating(moment))
        self.scale.accepted.connect(self.accepted.emit)
        column.addWidget(self.scale)
        QWidget.setTabOrder(self.scale, self.details)
        bench.renewed.connect(self.renew)
        self.renew()

    def _rate(self, score: int) -> None:
        self._bench.rate(self._moment, score)
        if is_unusually_high(score, None):
            self._bench.say(_("That is high. Help › When to get help says what to look out for."))

    @property
    def is_rated(self) -> bool:
        """Whether a number is chosen."""
        return self.scale.rating is not None

    def renew(self) -> None:
        """Show what the log says."""
        form = self._bench.form
        score = getattr(form.ratings, self._moment.value) if form else None
        if score != self.scale.rating:
            self.scale.set_rating(score)
        rated = score is not None
        words = str(score) if rated else _("not rated")
        if words == self._said.text():
            return
        self._said.setText(words)
        self._said.setProperty("role", (Role.STRONG if rated else Role.BODY).value)
        self._said.setProperty("tone", "normal" if rated else "muted")
        restyle(self._said)
        self.details.setVisible(rated)


class PainStrip(Panel):
    """Three scales across the bottom of the page; Enter goes to the next one, then on."""

    done = Signal()
    """Enter was pressed on the last scale, or on the first one before the workout."""
    details_wanted = Signal(object)
    """Where it hurt, and a note, are to be said of this Moment."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent, edge="top")
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(24))
        self._title = QWidget()
        column = QVBoxLayout(self._title)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(IconLabel("back_pain", "text", 18))
        head.addWidget(Text(_("Back pain"), Role.STRONG))
        column.addLayout(head)
        column.addWidget(Text(_("0 none, 10 worst"), Role.CAPTION, "muted"))
        row.addWidget(self._title)
        self.scales = tuple(MomentScale(bench, moment) for moment in MOMENTS)
        for scale in self.scales:
            row.addWidget(scale, 1)
            scale.accepted.connect(self.done.emit)
            scale.details_wanted.connect(self.details_wanted.emit)

    def focus_first_unrated(self) -> None:
        """Put the focus on the first scale that is not rated, or on the first."""
        unrated = [scale for scale in self.scales if not scale.is_rated]
        (unrated or self.scales)[0].scale.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the title out where there is little room."""
        self._title.setVisible(not narrow)
