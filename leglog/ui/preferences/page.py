"""Settings: what belongs to the person, to this computer, and to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog import __version__
from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.preferences import change_preference, preferences
from leglog.settings import AskRpe
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.back import warning_signs as signs
from leglog.ui.page import Page
from leglog.ui.theme import Scheme, current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.frames import Card, PageHeader, ScrollPage
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.setting_rows import SettingRow
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from leglog.settings import Value
    from leglog.ui.desk import Desk

STEPS_G = {Unit.KG: (500, 1000, 1250, 2000, 2500, 5000), Unit.LB: (1134, 2268, 4536)}
"""Smallest weight steps offered: in kilograms, and 2.5, 5 and 10 lb."""


class SettingsPage(Page):
    """Changes apply at once; those of the log are undone like everything else."""

    tables = frozenset({"preference"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = PageHeader(_("Settings"))
        column.addWidget(self._header)
        self._scroll = ScrollPage()
        column.addWidget(self._scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(theme.px(16))
            row.addLayout(side, 1)
        _stack(left, self._general(), self._logging(), self._about())
        _stack(right, self._data(), self._transfer(), self._when_to_get_help())
        self._scroll.body.addLayout(row)

    def reload(self) -> None:
        """Show the preferences as they are."""
        chosen = preferences(self._desk.log)
        self._unit.set_value(chosen.unit.value)
        self._week.set_value(str(chosen.week_starts_on))
        self._rpe.set_value(chosen.ask_rpe.value)
        self._show_steps(chosen.unit, chosen.load_step_g)
        self._scheme.set_value(current_theme().scheme.value)
        size = self._desk.database.stat().st_size / 1e6
        self._where.caption.setText(
            _("{path}, {size} MB").format(path=self._desk.database, size=localized.fixed(size))
        )

    def areas(self) -> tuple[QWidget, ...]:
        """Return the one area."""
        return (self._scroll,)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_scheme"):
            self._scheme.set_value(current_theme().scheme.value)

    def _general(self) -> Card:
        card = Card(_("General"))
        self._unit = SegmentedControl(
            [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")], name=_("Unit of weights")
        )
        self._unit.chosen.connect(lambda value: self._change("unit", value))
        self._step = ComboBox(name=_("Smallest weight step"))
        self._step.chosen.connect(lambda value: self._change("load_step_g", int(value)))
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
        self._week = SegmentedControl(
            [("1", _("Monday")), ("7", _("Sunday"))], name=_("First day of the week")
        )
        self._week.chosen.connect(lambda value: self._change("week_starts_on", int(value)))
        for title, caption, control in (
            (_("Units"), _("Changes what you see; what was typed is kept."), self._unit),
            (_("Smallest weight step"), _("Used by + and − in the log."), self._step),
            (_("Theme"), "", self._scheme),
            (_("Week starts on"), "", self._week),
        ):
            card.body.addWidget(SettingRow(title, caption, control))
        return card

    def _logging(self) -> Card:
        card = Card(_("Logging"))
        self._rpe = ComboBox(
            [
                (AskRpe.NEVER.value, _("Never")),
                (AskRpe.LAST.value, _("Last set only")),
                (AskRpe.EVERY.value, _("Every set")),
            ],
            name=_("Ask for RPE"),
        )
        self._rpe.chosen.connect(lambda value: self._change("ask_rpe", value))
        caption = _("How hard a set felt, 1–10: 10 means that no rep was left.")
        card.body.addWidget(SettingRow(_("Ask for RPE"), caption, self._rpe))
        return card

    def _data(self) -> Card:
        card = Card(_("Data and backups"))
        folder = Button(_("Open &folder"), icon="folder")
        folder.clicked.connect(lambda: self._desk.ask_for("open_folder"))
        self._where = SettingRow(_("Where your data is"), " ", folder)
        card.body.addWidget(self._where)
        now = Button(_("&Back up now"), icon="backup")
        now.clicked.connect(lambda: self._desk.ask_for("back_up"))
        caption = _("After each day’s first change. Keeps 14 days, 8 weeks, 12 months.")
        card.body.addWidget(SettingRow(_("Automatic backup"), caption, now))
        return card

    def _transfer(self) -> Card:
        card = Card(_("Import"))
        start = Button(_("&Import…"), icon="import")
        start.clicked.connect(lambda: self._desk.ask_for("import"))
        caption = _("CSV from Strong, Hevy or FitNotes. You see a preview first.")
        card.body.addWidget(SettingRow(_("Import workouts"), caption, start))
        return card

    def _about(self) -> Card:
        card = Card(_("About"))
        card.body.addWidget(
            Text(_("LegLog {version}, under the MIT licence").format(version=__version__))
        )
        stays = _("Data stays on this computer. There is no account, and nothing is sent anywhere.")
        card.body.addWidget(Text(stays, tone="muted", wrap=True))
        return card

    def _when_to_get_help(self) -> Card:
        card = Card(_("When to get help"))
        for title, points in (
            (signs.emergency_title(), signs.emergency()),
            (signs.checked_title(), signs.checked()),
        ):
            card.body.addWidget(Text(signs.in_one_text(title, points), wrap=True))
        card.body.addWidget(Text(signs.keeps_a_record(), wrap=True))
        answer = Button(_("Change my answer…"))
        answer.clicked.connect(lambda: self._desk.ask_for("when_to_get_help"))
        card.body.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show_steps(self, unit: Unit, load_step_g: int) -> None:
        steps = sorted({*STEPS_G[unit], load_step_g})
        self._step.set_options(
            [(str(step), localized.load_with_unit(step, unit)) for step in steps], str(load_step_g)
        )

    def _change(self, key: str, value: Value) -> None:
        try:
            change_preference(self._desk.log, key, value)
        except LeglogError as error:
            self._desk.say(error.sentence)


def _stack(column: QVBoxLayout, *cards: Card) -> None:
    """Put cards below each other, each as high as what it holds."""
    for card in cards:
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(card)
    column.addStretch(1)
