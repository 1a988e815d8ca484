"""The banner of an easy week: offered after a break, and named while it runs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.desk import Destination, Place
from leglog.ui.today import errands
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind

if TYPE_CHECKING:
    from leglog.services.easy_week import EasyWeekNews
    from leglog.ui.desk import Desk

ANSWERED = "today/as_planned_since"
"""The day of the last workout before the break for which the plan was wanted as it is."""


class EasyWeekSpot(QVBoxLayout):
    """Where the banner stands; it is made when there is something to say the first time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = dt.date.min
        self.banner: Banner | None = None

    def show_day(self, today: dt.date) -> None:
        """Show what there is to say on ``today``, as soon as the log is open."""
        self._today = today
        if self._desk.is_ready:
            self._show()

    def _show(self) -> None:
        from leglog.services.easy_week import easy_week_news

        news = easy_week_news(self._desk.log, self._today)
        offered = news.break_since is not None and self._is_asked(news.break_since)
        if news.running is None and not offered:
            if self.banner is not None:
                self.banner.hide()
            return
        if self.banner is None:
            self.banner = Banner()
            self.addWidget(self.banner)
        self.banner.clear_actions()
        self._tell_running(self.banner, news) if news.running else self._offer(self.banner, news)
        self.banner.show()

    def _tell_running(self, banner: Banner, news: EasyWeekNews) -> None:
        running = news.running
        if running is None or running.last is None:
            return
        banner.show_message(
            _("Easy week until {day}.").format(day=localized.short_day(running.last)),
            _("Workouts begin with half the sets and 60 % of the weight."),
        )

        def end() -> None:
            errands.end_easy_week(self._desk, running, self._today)
            self._give_focus_back()

        banner.add_action(_("End it"), end, Kind.LINK)

    def _offer(self, banner: Banner, news: EasyWeekNews) -> None:
        banner.show_message(
            _("Welcome back."),
            _("Start with an easy week? Half the sets and 60 % of the weight for seven days."),
        )
        banner.add_action(_("Use Easy week"), self._begin)
        banner.add_action(_("As planned"), lambda: self._decline(news.break_since), Kind.LINK)

    def _begin(self) -> None:
        errands.begin_easy_week(self._desk, self._today)
        self._give_focus_back()

    def _is_asked(self, since: dt.date) -> bool:
        return self._desk.kept(ANSWERED) != since.isoformat()

    def _decline(self, since: dt.date | None) -> None:
        if since is not None:
            self._desk.keep(ANSWERED, since.isoformat())
        self._show()
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        """Put the focus where Today has it at first; it was on a button that is gone."""
        self._desk.go(Destination(Place.TODAY))
