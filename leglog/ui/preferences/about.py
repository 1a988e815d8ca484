"""What the program is, its help, and when to get help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog import __version__
from leglog.i18n import _
from leglog.ui.back import warning_signs as signs
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.widgets.button import Button

if TYPE_CHECKING:
    from leglog.ui.desk import Desk


class AboutCard(SettingsCard):
    """The lists of warning signs stand here in full, as they do under Help."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("About and help"))
        keys = Button(_("&Keys"), shortcut="Ctrl+/")
        keys.clicked.connect(lambda: desk.ask_for("key_list"))
        caption = _("F1 explains the page in front.")
        self.add_row(_("All keys"), caption, keys)
        answer = Button(_("Change my ans&wer…"))
        answer.clicked.connect(lambda: desk.ask_for("when_to_get_help"))
        self.add_row(_("When to get help"), signs.keeps_a_record(), answer)
        for title, points in (
            (signs.emergency_title(), signs.emergency()),
            (signs.checked_title(), signs.checked()),
        ):
            self.add_text(signs.in_one_text(title, points))
        self.add_text(_("LegLog {version}, under the MIT licence").format(version=__version__))
        stays = _("Data stays on this computer. There is no account, and nothing is sent anywhere.")
        self.add_text(stays, "muted")
