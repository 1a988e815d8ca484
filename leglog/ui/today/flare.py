"""The banner of a flare-up that is running."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.today import errands
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.today import Glance, RoutinePlan, RunningFlare
    from leglog.ui.desk import Desk


class FlareBanner(Banner):
    """Says since when, what is paused, and offers a lighter copy of what is next."""

    lighter_wanted = Signal(int)
    """A lighter copy of the routine of this id."""
    end_wanted = Signal(int)
    """The flare-up of this id is over."""
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="warning", icon="flag", parent=parent)
        self._flare: RunningFlare | None = None
        self._plan: RoutinePlan | None = None
        self._lighter = self.add_action(_("Make a lighter copy"), self._copy)
        self.add_action(_("It is over"), self._end, Kind.LINK)
        self.add_action(_("Edit…"), self.edit_wanted.emit, Kind.QUIET)
        self.setFocusProxy(self._lighter)

    def show_flare(self, flare: RunningFlare | None, plan: RoutinePlan | None) -> None:
        """Show the running flare-up, or nothing; ``plan`` is the routine that is next."""
        self._flare, self._plan = flare, plan
        self.setVisible(flare is not None)
        if flare is None:
            return
        lead = _("Flare-up since {day}.").format(day=localized.short_day(flare.first))
        text = _("Progression and records are paused. Go as light as you like, or rest.")
        self._lighter.setVisible(plan is not None)
        self.show_message(lead, text, kind="warning", icon="flag")

    def _copy(self) -> None:
        if self._plan is not None:
            self.lighter_wanted.emit(self._plan.routine_id)

    def _end(self) -> None:
        if self._flare is not None:
            self.end_wanted.emit(self._flare.id)


class FlareSpot(QVBoxLayout):
    """Where the banner stands; it is made when a flare-up runs the first time."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._today = dt.date.min
        self.banner: FlareBanner | None = None

    def show_glance(self, seen: Glance) -> None:
        """Show the flare-up that was seen, or nothing."""
        self._today = seen.today
        if self.banner is None:
            if seen.flare is None:
                return
            self.banner = self._make()
            self.addWidget(self.banner)
        self.banner.show_flare(seen.flare, seen.plan)

    def _make(self) -> FlareBanner:
        desk, banner = self._desk, FlareBanner()
        banner.lighter_wanted.connect(lambda id_: errands.copy_lighter(desk, id_, self._today))
        banner.end_wanted.connect(lambda id_: errands.end_flare(desk, id_, self._today))
        banner.edit_wanted.connect(lambda: errands.open_flare(desk, self._today, self._page))
        return banner
