"""Settings of keeping: where the log is, its backups, and the ways in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.made_up_year import is_made_up, is_there
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.widgets.button import Button

if TYPE_CHECKING:
    from leglog.services.preferences import Preferences
    from leglog.ui.desk import Desk


class DataCard(SettingsCard):
    """Where the log is, and its copies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Data and backups"))
        folder = Button(_("Open &folder"), icon="folder")
        folder.clicked.connect(lambda: desk.ask_for("open_folder"))
        move = Button(_("Mo&ve…"))
        move.clicked.connect(lambda: desk.ask_for("move_data"))
        self._where = self.add_row(_("Where your data is"), " ", folder, move)
        now = Button(_("&Back up now"), icon="backup")
        now.clicked.connect(lambda: desk.ask_for("back_up"))
        caption = _("After each day’s first change. Keeps 14 days, 8 weeks, 12 months.")
        self.add_row(_("Automatic backup"), caption, now)
        second = Button(_("C&hoose…"), icon="folder")
        second.clicked.connect(lambda: desk.ask_for("second_folder"))
        caption = _("Each backup goes there too: a USB drive, or a folder that is synchronised.")
        self.add_row(_("Second backup folder"), caption, second)
        back = Button(_("&Restore…"), icon="restore")
        back.clicked.connect(lambda: desk.ask_for("restore"))
        caption = _("You see what would change first, and can take it back.")
        self.add_row(_("Go back to a backup"), caption, back)
        self._add_made_up_year()

    def renew(self, chosen: Preferences) -> None:
        """Show where the file is and how large it has become."""
        size = self._desk.database.stat().st_size / 1e6
        self._where.caption.setText(
            _("{path}, {size} MB").format(path=self._desk.database, size=localized.fixed(size))
        )
        if not is_made_up(self._desk.database):
            self._remove.setVisible(is_there(self._desk))

    def _add_made_up_year(self) -> None:
        """Offer the made-up year from everywhere but itself."""
        if is_made_up(self._desk.database):
            return
        look = Button(_("&Look around"))
        look.clicked.connect(lambda: self._desk.ask_for("look_around"))
        self._remove = Button(_("Re&move"), icon="trash")
        self._remove.clicked.connect(self._remove_made_up_year)
        caption = _("In a window and a folder of its own; nothing of it gets into your log.")
        self.add_row(_("Made-up year"), caption, self._remove, look)

    def _remove_made_up_year(self) -> None:
        self._desk.ask_for("remove_made_up_year")
        self._remove.setVisible(is_there(self._desk))


class TransferCard(SettingsCard):
    """The ways in and out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Import and export"))
        bring = Button(_("&Import…"), icon="import")
        bring.clicked.connect(lambda: desk.ask_for("import"))
        caption = _("CSV from Strong, Hevy or FitNotes. You see a preview first.")
        made = Button(_("I&mports…"))
        made.clicked.connect(lambda: desk.ask_for("imports"))
        self.add_row(_("Import workouts"), caption, made, bring)
        take = Button(_("&Export…"), icon="export")
        take.clicked.connect(lambda: desk.ask_for("export_data"))
        caption = _("All of it as JSON or SQLite, or CSV for other programs.")
        self.add_row(_("Export everything"), caption, take)
