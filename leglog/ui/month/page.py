"""Month: what was trained and how the back was, beside the month before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _, ngettext
from leglog.training.periods import months_before
from leglog.training.vocabulary import Band
from leglog.ui import labels, localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.month import words
from leglog.ui.page import Page
from leglog.ui.patterns.cards import PatternCards
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import Bar, ShareBars
from leglog.ui.widgets.button import IconButton
from leglog.ui.widgets.facts import Fact, FactStrip
from leglog.ui.widgets.frames import Card, PageHeader, ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.monthly_review import MonthlyReview
    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk, Destination


FIGURES = (
    Figure.ADHERENCE,
    Figure.VOLUME_LOAD,
    Figure.HARD_SETS,
    Figure.MUSCLE_BALANCE,
    Figure.DAY_PAIN,
    Figure.BANDS,
    Figure.PAIN_CHANGE,
)


class MonthPage(Page):
    """Shows one month; PgUp and PgDn go back and forth."""

    tables = frozenset(
        {
            "check_in",
            "workout",
            "workout_exercise",
            "performed_set",
            "pain_rating",
            "exercise_muscle",
            "planned_workout",
            "preference",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = _today()
        self._build()

    def reload(self) -> None:
        """Read the month again."""
        from leglog.services.monthly_review import monthly_review
        from leglog.services.preferences import preferences

        review = monthly_review(self._desk.log, self._day, _today())
        unit = preferences(self._desk.log).unit
        self._name.setText(localized.month(self._day))
        self._later.setEnabled(months_before(self._day, -1).replace(day=1) <= _today())
        self._headline.setText(words.headline(review))
        self._facts.set_facts(_facts(review, unit))
        self._patterns.show_day(min(review.month.days.last, _today()))
        self._bands.set_bars(_band_bars(review))
        self._balance.set_bars(_balance_bars(review))
        self._caption.setText(
            _("Hard sets by muscle group. Thick bar {month}, thin grey bar {before}.").format(
                month=localized.month_name(self._day.month),
                before=localized.month_name(review.before.days.first.month),
            )
        )

    def open(self, destination: Destination) -> None:
        """Show the month of a day, where one is named."""
        if destination.day is not None:
            self._show(destination.day)

    def areas(self) -> tuple[QWidget, ...]:
        """Return the header and the review."""
        return (self._header, self._scroll)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (("PgUp", _("month before")), ("PgDn", _("month after")))

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header()
        column.addWidget(self._header)
        self._scroll = ScrollPage()
        column.addWidget(self._scroll, 1)
        body = self._scroll.body
        body.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        self._headline = Text("", Role.TITLE, wrap=True)
        body.addWidget(self._headline)
        facts = Card()
        self._facts = FactStrip()
        facts.body.addWidget(self._facts)
        body.addWidget(facts)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self._bands = ShareBars(_("Rated days by band"))
        row.addWidget(_card(_("Rated days by band"), self._bands), 1, Qt.AlignmentFlag.AlignTop)
        self._balance = ShareBars(_("Balance, sets by muscle group"))
        self._caption = Text("", Role.CAPTION, "muted", wrap=True)
        balance = _card(_("Balance, sets by muscle group"), self._balance, self._caption)
        row.addWidget(balance, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(row)
        self._patterns = PatternCards(self._desk)
        body.addWidget(self._patterns)
        body.addStretch()

    def _build_header(self) -> PageHeader:
        header = PageHeader(_("Monthly review"), raised=True)
        earlier = IconButton("chevron_left", _("Month before"))
        self._later = IconButton("chevron_right", _("Month after"))
        self._name = Text("", Role.STRONG)
        self._name.setMinimumWidth(current_theme().px(130))
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, key, by in ((earlier, "PgUp", -1), (self._later, "PgDown", 1)):
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        for widget in (earlier, self._name, self._later):
            header.add_left(widget)
        header.add(HowButton(*FIGURES))
        return header

    def _move(self, by: int) -> None:
        self._show(months_before(self._day.replace(day=1), -by))

    def _show(self, day: dt.date) -> None:
        self._day = min(day, _today())
        self.reload()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _card(title: str, *content: QWidget) -> Card:
    card = Card(title)
    for widget in content:
        card.body.addWidget(widget)
    return card


def _facts(review: MonthlyReview, unit: Unit) -> list[Fact]:
    month, before = review.month, review.before
    then = localized.month_name(before.days.first.month)
    mean = month.mean_pain
    return [
        Fact(
            _("Workouts"),
            words.workouts(month),
            _("{month} {figure}").format(month=then, figure=words.workouts(before)),
            role=Role.FIGURE,
        ),
        Fact(
            _("Volume"),
            words.volume(month.volume.total_load_g, unit),
            _("{month} {figure}").format(
                month=then, figure=words.volume(before.volume.total_load_g, unit)
            ),
            role=Role.FIGURE,
        ),
        Fact(
            _("Average back pain"),
            "–" if mean is None else localized.fixed(mean),
            words.rated(month),
            role=Role.FIGURE,
        ),
        Fact(
            _("Is that a meaningful change?"),
            words.change_title(review),
            words.change_caption(),
            role=Role.STRONG,
        ),
    ]


def _band_bars(review: MonthlyReview) -> list[Bar]:
    theme = current_theme()
    rated = max(len(review.month.pain), 1)
    rated_before = max(len(review.before.pain), 1)
    now, then = review.month.days_in_band, review.before.days_in_band
    return [
        Bar(
            labels.band(band),
            now[band] / rated,
            ngettext("{count} day", "{count} days", now[band]).format(count=now[band]),
            theme.colours[f"band_{band.value}_text"],
            then[band] / rated_before,
            localized.number(then[band]),
        )
        for band in Band
    ]


def _balance_bars(review: MonthlyReview) -> list[Bar]:
    theme = current_theme()
    now, then = review.month.volume.hard_sets, review.before.volume.hard_sets
    most = max((*now.values(), *then.values()), default=0.0) or 1.0
    return [
        Bar(
            labels.muscle_group(group),
            now.get(group, 0.0) / most,
            localized.number(now.get(group, 0.0), 1),
            theme.muscles[group.value],
            then.get(group, 0.0) / most,
            localized.number(then.get(group, 0.0), 1),
        )
        for group in review.groups
    ]
