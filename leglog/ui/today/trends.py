"""Two small charts: the back over 28 days, the training over 12 weeks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from leglog.i18n import _, ngettext
from leglog.training.units import load_number
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.sparkline import MiniBars, Sparkline
from leglog.ui.widgets.text import Link, Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.today import Glance, PainTrend, VolumeTrend

_THOUSANDS_FROM = 1000


class TrendsCard(Card):
    """How the back and the training went lately; more of it is on Progress."""

    progress_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Trends"), parent=parent)
        self._link = Link(_("Open Progress"))
        self._link.linkActivated.connect(lambda _href: self.progress_wanted.emit())
        self.header.addWidget(self._link)
        self.setFocusProxy(self._link)
        self.body.setSpacing(0)
        self._pain_words = self._heading(_("Morning back pain, 28 days"))
        self._pain = Sparkline(_("Morning back pain, 28 days"))
        self._pain.setToolTip(
            _(
                "Dots are morning ratings. The line is the mean of a day and the six days before, "
                "drawn where at least 4 of them were rated."
            )
        )
        self.body.addWidget(self._pain)
        self.body.addSpacing(current_theme().px(16))
        self._volume_words = self._heading(_("Training volume, 12 weeks"))
        self._volume = MiniBars(_("Training volume, 12 weeks"))
        self._volume.setToolTip(
            _(
                "Weight × reps of all sets but warm-up sets. A dumbbell in each hand and each side "
                "count twice; body weight and holds have no weight."
            )
        )
        self.body.addWidget(self._volume)
        how = HowButton(Figure.PAIN_MEAN, Figure.VOLUME_LOAD)
        self.body.addWidget(how, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch()

    def show_glance(self, seen: Glance) -> None:
        """Show the pain and the volume that were seen."""
        self._show_pain(seen.pain)
        self._show_volume(seen.volume, seen.preferences.unit)

    def _heading(self, title: str) -> Text:
        self.body.addWidget(Text(title, Role.STRONG))
        caption = Text("", Role.CAPTION, "muted", wrap=True)
        self.body.addWidget(caption)
        return caption

    def _show_pain(self, trend: PainTrend) -> None:
        summary = _pain_summary(trend)
        self._pain_words.setText(summary)
        self._pain.setAccessibleDescription(summary)
        self._pain.setVisible(trend.rated > 0)
        first = localized.day_of_month(trend.days.first)
        self._pain.set_axes([(0, "0"), (5, "5"), (10, "10")], first, _("today"))
        mean = trend.means[-1]
        last = "" if mean is None else localized.fixed(mean)
        self._pain.set_values(trend.scores, trend.means, last)

    def _show_volume(self, trend: VolumeTrend, unit: Unit) -> None:
        weeks = [None if week is None else float(load_number(week, unit)) for week in trend.weeks_g]
        any_done = any(week is not None for week in weeks)
        in_thousands = max(filter(None, weeks), default=0.0) >= _THOUSANDS_FROM
        if in_thousands:
            weeks = [None if week is None else week / _THOUSANDS_FROM for week in weeks]
        caption = _volume_caption(unit, in_thousands=in_thousands)
        self._volume_words.setText(caption if any_done else _("No workouts in these 12 weeks."))
        self._volume.setVisible(any_done)
        full = [week for week in weeks[:-1] if week is not None]
        places = 1 if in_thousands else 0
        last = localized.fixed(full[-1], places) if full and weeks[-2] is not None else ""
        top = _nice_top(max([week for week in weeks if week is not None], default=0.0))
        ticks = [(value, localized.number(value, 1)) for value in (0, top / 2, top)]
        self._volume.set_axes(ticks, localized.day_of_month(trend.first_week), _("this week"))
        self._volume.set_values(weeks, running=True, last=last)
        said = ", ".join("0" if week is None else localized.fixed(week, places) for week in weeks)
        self._volume.setAccessibleDescription(f"{caption}: {said}")


def _volume_caption(unit: Unit, *, in_thousands: bool) -> str:
    if unit is Unit.KG:
        if in_thousands:
            return _("Tonnes per week (weight × reps ÷ 1000)")
        return _("Kilograms per week (weight × reps)")
    if in_thousands:
        return _("Thousands of pounds per week (weight × reps ÷ 1000)")
    return _("Pounds per week (weight × reps)")


def _pain_summary(trend: PainTrend) -> str:
    if trend.average is None:
        return _("No morning ratings in these 28 days.")
    words = ngettext(
        "Average {average} ({count} rating)", "Average {average} ({count} ratings)", trend.rated
    ).format(average=localized.fixed(trend.average), count=trend.rated)
    if trend.average_before is None:
        return words
    before = _("previous 28 days {average}").format(average=localized.fixed(trend.average_before))
    return f"{words} · {before}"


def _nice_top(highest: float) -> float:
    """Return a round number at or above ``highest``, with a half that is round too."""
    if highest <= 0:
        return 1.0
    step = 10.0 ** math.floor(math.log10(highest))
    return next(step * part for part in (1, 1.6, 2, 3, 4, 5, 6, 8, 10) if step * part >= highest)
