"""Settings of the whole program: units, steps, looks, the week."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from leglog.i18n import _
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.language import KEY, Language, chosen_language
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.theme import LARGEST_TEXT, SMALLEST_TEXT, Scheme, current_theme
from leglog.ui.widgets.fields import ComboBox, NumberField
from leglog.ui.widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from leglog.services.preferences import Preferences
    from leglog.ui.desk import Desk

STEPS_G = {Unit.KG: (500, 1000, 1250, 2000, 2500, 5000), Unit.LB: (1134, 2268, 4536)}
"""Smallest weight steps offered: in kilograms, and 2.5, 5 and 10 lb."""
TEXT_STEP = 10
HIGHEST_GOAL = 14
LATEST_START_H = 12


class GeneralCard(SettingsCard):
    """Theme, text size and language belong to this computer, the rest to the log."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("General"))
        self._unit = SegmentedControl(
            [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")], name=_("Unit of weights")
        )
        self._unit.chosen.connect(lambda value: self.change("unit", value))
        caption = _("Changes what you see; what was typed is kept.")
        self.add_row(_("Units"), caption, self._unit)
        self._step = ComboBox(name=_("Smallest weight step"))
        self._step.chosen.connect(lambda value: self.change("load_step_g", int(value)))
        caption = _("Barbells and most else: + and − in the log, and what is suggested.")
        self.add_row(_("Smallest weight step"), caption, self._step)
        self._add_looks()
        self._add_language()
        self._add_time()

    def renew(self, chosen: Preferences) -> None:
        """Show the preferences as they are."""
        self._unit.set_value(chosen.unit.value)
        self._week.set_value(str(chosen.week_starts_on))
        with QSignalBlocker(self._goal):
            self._goal.setValue(chosen.weekly_goal)
        self._day.set_value(str(chosen.day_starts_at_h))
        offer_steps(self._step, chosen.unit, chosen.load_step_g)
        self._show_looks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_size"):
            self._show_looks()

    def _add_looks(self) -> None:
        self._scheme = SegmentedControl(
            [
                (Scheme.SYSTEM.value, _("System")),
                (Scheme.LIGHT.value, _("Light")),
                (Scheme.DARK.value, _("Dark")),
                (Scheme.HIGH_CONTRAST.value, _("High contrast")),
            ],
            name=_("Theme"),
        )
        self._scheme.chosen.connect(self._desk.ask_for)
        self.add_row(_("Theme"), "", self._scheme)
        sizes = range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)
        self._size = ComboBox(
            [(str(size), _("{percent} %").format(percent=size)) for size in sizes],
            name=_("Text size"),
        )
        self._size.chosen.connect(lambda size: self._desk.ask_for(f"text_size_{size}"))
        caption = _("On top of your system’s text size.")
        self.add_row(_("Text size"), caption, self._size)

    def _add_language(self) -> None:
        # A language calls itself what it is called: whoever looks for it may read no other.
        self._language = SegmentedControl(
            [
                (Language.SYSTEM.value, _("System")),
                (Language.ENGLISH.value, "English"),
                (Language.GERMAN.value, "Deutsch"),
            ],
            name=_("Language"),
        )
        self._language.chosen.connect(self._keep_language)
        self.add_row(_("Language"), _("Applies when LegLog starts the next time."), self._language)

    def _keep_language(self, language: str) -> None:
        self._desk.keep(KEY, language)
        self._desk.say(_("The language changes when LegLog starts the next time."))

    def _add_time(self) -> None:
        self._week = SegmentedControl(
            [("1", _("Monday")), ("7", _("Sunday"))], name=_("First day of the week")
        )
        self._week.chosen.connect(lambda value: self.change("week_starts_on", int(value)))
        self.add_row(_("Week starts on"), _("For Today, the calendar and the charts."), self._week)
        hours = [
            (str(hour), localized.time_of_day(dt.time(hour))) for hour in range(LATEST_START_H + 1)
        ]
        self._day = ComboBox(hours, name=_("Day starts at"))
        self._day.chosen.connect(lambda hour: self.change("day_starts_at_h", int(hour)))
        caption = _("What you do before belongs to the day before.")
        self.add_row(_("Day starts at"), caption, self._day)
        self._goal = NumberField(1, HIGHEST_GOAL, name=_("Workouts a week"))
        self._goal.valueChanged.connect(lambda goal: self.change("weekly_goal", goal))
        caption = _("What a week is measured by while no days are planned.")
        self.add_row(_("Workouts a week"), caption, self._goal)

    def _show_looks(self) -> None:
        theme = current_theme()
        self._scheme.set_value(theme.scheme.value)
        self._size.set_value(str(theme.text_size))
        self._language.set_value(chosen_language(self._desk.kept(KEY)).value)


def offer_steps(box: ComboBox, unit: Unit, chosen_g: int) -> None:
    """Offer the steps of ``unit``, and the chosen one where it is of the other unit."""
    steps = sorted({*STEPS_G[unit], chosen_g})
    box.set_options(
        [(str(step), localized.load_with_unit(step, unit)) for step in steps], str(chosen_g)
    )
