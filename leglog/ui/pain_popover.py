"""Rating the back from anywhere: a digit and Enter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.pain import (
    WORKOUT_MOMENTS,
    PainDetails,
    PainRatingView,
    moment_to_offer,
    rate_pain,
    rating_at,
    remove_rating,
    workout_of_day,
)
from leglog.services.preferences import preferences
from leglog.training.dates import local_day
from leglog.training.vocabulary import LegSign, Moment, PainSide
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.fields import DateField, LineEdit
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Popover
from leglog.ui.widgets.text import KeyLine, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.desk import Desk

WIDTH = 480


def local_now() -> dt.datetime:
    """Return the time here, with its zone."""
    return dt.datetime.now().astimezone()


class PainPopover(Popover):
    """Rates a moment of a day, with where it hurts and a note; needs the open log.

    A moment that was rated before shows its rating; saving replaces it, and saving it without a
    number takes it away.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = local_now,
    ) -> None:
        opened = now()
        super().__init__(
            _("Rate your back"),
            f"{localized.short_day(opened.date())}, {localized.time_of_day(opened)}",
            width=WIDTH,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._now = desk, now
        self._standing: PainRatingView | None = None
        self._workout_id: int | None = None
        today = local_day(now(), preferences(desk.log).day_starts_at_h)
        self._build(today, moment_to_offer(desk.log, today, now()))
        self._read_standing()
        self.scale.setFocus()

    @property
    def moment(self) -> Moment:
        """The moment that is rated."""
        return Moment(self._moments.value)

    @property
    def day(self) -> dt.date:
        """The day that is rated."""
        return self._day.day

    def _build(self, today: dt.date, moment: Moment) -> None:
        self._moments = SegmentedControl(
            [(each.value, labels.moment(each)) for each in Moment],
            moment.value,
            name=_("When"),
        )
        self._moments.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._moments.chosen.connect(lambda _moment: self._read_standing())
        self.scale = RatingScale(large=True, words=labels.rating_word)
        self.scale.rated.connect(lambda _score: self._show_word())
        self.scale.cleared.connect(self._show_word)
        self.scale.accepted.connect(self._save)
        self._word = Text("", Role.STRONG)
        ends = QHBoxLayout()
        ends.addWidget(Text(_("0 no pain"), Role.CAPTION, "muted"), 1)
        ends.addWidget(self._word)
        worst = Text(_("10 worst imaginable"), Role.CAPTION, "muted")
        worst.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        ends.addWidget(worst, 1)
        scale = QWidget()
        grid = QGridLayout(scale)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(current_theme().px(4))
        grid.addWidget(self.scale, 0, 0)
        grid.addLayout(ends, 1, 0)
        self.body.addWidget(self._moments)
        self.body.addWidget(scale)
        self.body.addLayout(self._details(today))
        self.add_to_foot(KeyLine([("Del", _("clears")), ("Esc", _("cancels"))]))
        self._save_button = self.add_button(
            _("Save"), self._save, kind=Kind.PRIMARY, shortcut="Enter", default=True
        )
        for before, after in (
            (self.scale, self._at_left),
            (self._note, self._day),
            (self._day, self._save_button),
            (self._save_button, self._moments),
        ):
            QWidget.setTabOrder(before, after)

    def _details(self, today: dt.date) -> QGridLayout:
        theme = current_theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        self._at_left = Chip(_("Left"), name=_("Where: left"))
        self._centre = Chip(_("Centre"), name=_("Where: centre"))
        self._at_right = Chip(_("Right"), name=_("Where: right"))
        self._leg_left = Chip(_("Into left leg"))
        self._leg_right = Chip(_("Into right leg"))
        where = QHBoxLayout()
        where.setSpacing(theme.px(6))
        for chip in (self._at_left, self._centre, self._at_right, self._leg_left, self._leg_right):
            where.addWidget(chip)
        where.addStretch()
        self._centre.toggled.connect(self._leave_sides)
        for chip in (self._at_left, self._at_right):
            chip.toggled.connect(self._leave_centre)
        self._note = LineEdit(_("optional"), name=_("Note"))
        self._note.returnPressed.connect(self._save)
        self._day = DateField(_("Day"))
        self._day.set_day(today)
        self._day.setMaximumDate(localized.to_qdate(max(today, self._now().date())))
        self._day.dateChanged.connect(lambda _date: self._read_standing())
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        grid.addWidget(Text(_("Where"), tone="muted"), 0, 0)
        grid.addLayout(where, 0, 1)
        grid.addWidget(Text(_("Note"), tone="muted"), 1, 0)
        grid.addWidget(self._note, 1, 1)
        grid.addWidget(Text(_("Day"), tone="muted"), 2, 0)
        grid.addWidget(self._day, 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._trouble, 3, 1)
        return grid

    def _read_standing(self) -> None:
        """Show what was rated for this moment before, or nothing."""
        log, moment, day = self._desk.log, self.moment, self.day
        self._workout_id = workout_of_day(log, day) if moment in WORKOUT_MOMENTS else None
        typed = self.scale.rating if self._standing is None else None
        self._standing = rating_at(log, moment, day, self._workout_id)
        standing = self._standing
        self.scale.set_name(labels.moment_in_full(moment))
        if standing is not None:
            self.scale.set_rating(standing.score)
            self._show_details(standing.details)
        else:
            self.scale.set_rating(typed)
        self._show_word()

    def _show_details(self, details: PainDetails) -> None:
        side, leg = details.side, details.leg_sign
        self._at_left.setChecked(side in (PainSide.LEFT, PainSide.BOTH))
        self._at_right.setChecked(side in (PainSide.RIGHT, PainSide.BOTH))
        self._centre.setChecked(side is PainSide.CENTRE)
        self._leg_left.setChecked(leg in (LegSign.LEFT, LegSign.BOTH))
        self._leg_right.setChecked(leg in (LegSign.RIGHT, LegSign.BOTH))
        self._note.setText(details.note)

    def _show_word(self) -> None:
        rating = self.scale.rating
        words = "" if rating is None else f"{rating} {labels.rating_word(rating)}"
        self._word.setText(words)
        self._save_button.setEnabled(rating is not None or self._standing is not None)

    def _leave_sides(self, centre: bool) -> None:
        if centre:
            self._at_left.setChecked(False)
            self._at_right.setChecked(False)

    def _leave_centre(self, side: bool) -> None:
        if side:
            self._centre.setChecked(False)

    def _save(self) -> None:
        """Save, or say here what prevents it; without a number there is nothing to save."""
        score, standing = self.scale.rating, self._standing
        if score is None and standing is None:
            return
        try:
            if score is not None:
                self._rate(score)
            elif standing is not None:
                remove_rating(self._desk.log, standing.id)
        except LeglogError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.accept()

    def _rate(self, score: int) -> None:
        kept = self._standing.details if self._standing else PainDetails()
        details = PainDetails(
            region=kept.region,
            side=self._side(),
            leg_sign=self._leg_sign(),
            triggers=kept.triggers,
            note=self._note.text(),
        )
        rate_pain(
            self._desk.log,
            score,
            self.moment,
            self.day,
            self._workout_id,
            details=details,
            now=self._now(),
        )
        self._desk.say(_("Back rated {number}.").format(number=score))

    def _side(self) -> PainSide | None:
        if self._centre.isChecked():
            return PainSide.CENTRE
        sides = {
            (True, True): PainSide.BOTH,
            (True, False): PainSide.LEFT,
            (False, True): PainSide.RIGHT,
        }
        return sides.get((self._at_left.isChecked(), self._at_right.isChecked()))

    def _leg_sign(self) -> LegSign | None:
        legs = {
            (True, True): LegSign.BOTH,
            (True, False): LegSign.LEFT,
            (False, True): LegSign.RIGHT,
        }
        return legs.get((self._leg_left.isChecked(), self._leg_right.isChecked()))
