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
    correct_rating,
    moment_to_offer,
    rate_pain,
    rating_at,
    remove_rating,
    usual_score,
    workout_of_day,
)
from leglog.services.periods import flare_on
from leglog.services.preferences import preferences
from leglog.training.dates import local_day
from leglog.training.pain import asks_to_get_checked, is_unusually_high
from leglog.training.vocabulary import Moment
from leglog.ui import labels, localized
from leglog.ui.back.details import PainDetailsForm
from leglog.ui.back.flare_sheet import FlareSheet, flare_words
from leglog.ui.back.help_sheet import HelpSheet
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import DateField
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Popover
from leglog.ui.widgets.text import KeyLine, Link, Text

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
    number takes it away. ``rating`` opens one rating to be corrected; its moment and day stay.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = local_now,
        rating: PainRatingView | None = None,
    ) -> None:
        opened = now()
        super().__init__(
            _("Rate your back"),
            f"{localized.short_day(opened.date())}, {localized.time_of_day(opened)}",
            width=WIDTH,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._now, self._only = desk, now, rating
        self._standing: PainRatingView | None = None
        self._workout_id: int | None = None
        self._today = local_day(now(), preferences(desk.log).day_starts_at_h)
        self._usual = usual_score(desk.log, self._today)
        self._build()
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

    def _build(self) -> None:
        moment = self._only.moment if self._only else None
        moment = moment or moment_to_offer(self._desk.log, self._today, self._now())
        self._moments = SegmentedControl(
            [(each.value, labels.moment(each)) for each in Moment],
            moment.value,
            name=_("When"),
        )
        self._moments.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._moments.chosen.connect(lambda _moment: self._read_standing())
        self._moments.setEnabled(self._only is None)
        self.body.addWidget(self._moments)
        self.body.addWidget(self._build_scale())
        self._high = Link(_("That is higher than usual for you. When to get help"))
        self._high.linkActivated.connect(lambda _href: self._show_help())
        self.body.addWidget(self._high)
        self.form = PainDetailsForm()
        self.form.accepted.connect(self._save)
        self._build_day()
        self.body.addWidget(self.form)
        self._build_foot()
        self._order_focus()

    def _build_scale(self) -> QWidget:
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
        return scale

    def _build_day(self) -> None:
        """Put the day, the flare-up and what goes wrong below the details."""
        grid = self.form.grid
        self._day = DateField(_("Day"))
        self._day.set_day(self._only.day if self._only else self._today)
        self._day.setMaximumDate(localized.to_qdate(max(self._today, self._now().date())))
        self._day.dateChanged.connect(lambda _date: self._read_standing())
        self._day.setEnabled(self._only is None)
        row = grid.rowCount()
        grid.addWidget(Text(_("Day"), tone="muted"), row, 0)
        grid.addWidget(self._day, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._flare = Link(self._flare_words())
        self._flare.linkActivated.connect(lambda _href: self._open_flare())
        grid.addWidget(Text(_("Flare-up"), tone="muted"), row + 1, 0)
        grid.addWidget(self._flare, row + 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        grid.addWidget(self._trouble, row + 2, 1)

    def _build_foot(self) -> None:
        help_link = Link(_("When to get help"))
        help_link.linkActivated.connect(lambda _href: self._show_help())
        self.add_to_foot(help_link)
        self.add_to_foot(KeyLine([("Del", _("clears")), ("Esc", _("cancels"))]))
        self._save_button = self.add_button(
            _("Save"), self._save, kind=Kind.PRIMARY, shortcut="Enter", default=True
        )

    def _order_focus(self) -> None:
        for before, after in (
            (self.scale, self.form),
            (self.form, self._day),
            (self._day, self._flare),
            (self._flare, self._save_button),
            (self._save_button, self._moments),
        ):
            QWidget.setTabOrder(before, after)

    def _read_standing(self) -> None:
        """Show what was rated for this moment before, or nothing."""
        log, moment, day = self._desk.log, self.moment, self.day
        self._workout_id = workout_of_day(log, day) if moment in WORKOUT_MOMENTS else None
        before, typed = self._standing, self.scale.rating if self._standing is None else None
        self._standing = self._only or rating_at(log, moment, day, self._workout_id)
        standing = self._standing
        self.scale.set_name(labels.moment_in_full(moment))
        if standing is not None:
            self.scale.set_rating(standing.score)
            self.form.show_details(standing.details)
        else:
            self.scale.set_rating(typed)
            if before is not None:
                # What was said of another rating belongs to that one.
                self.form.show_details(PainDetails())
        self._show_word()

    def _show_word(self) -> None:
        rating = self.scale.rating
        words = "" if rating is None else f"{rating} {labels.rating_word(rating)}"
        self._word.setText(words)
        self._high.setVisible(rating is not None and is_unusually_high(rating, self._usual))
        self._save_button.setEnabled(rating is not None or self._standing is not None)

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
        if score is not None and asks_to_get_checked(score, self.form.leg_sign):
            self._show_help(
                _("You rated {number} with signs in a leg. Please look at these lists.").format(
                    number=score
                )
            )

    def _rate(self, score: int) -> None:
        details = self.form.details()
        if self._only is not None:
            correct_rating(self._desk.log, self._only.id, score, details)
        else:
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

    def _show_help(self, lead: str = "") -> None:
        HelpSheet(self._desk, self._window(), lead=lead).open()

    def _flare_words(self) -> str:
        flare = flare_on(self._desk.log, self._today)
        return flare_words(flare) if flare else _("Mark the start of one…")

    def _open_flare(self) -> None:
        """Leave for the flare-up; a popover would close under a dialog anyway."""
        window = self._window()
        self.reject()
        FlareSheet(self._desk, self._today, window).open()

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent.window() if isinstance(parent, QWidget) else None
