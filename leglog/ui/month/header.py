"""The head of the Month page: which month, how many of them, and the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Kind
from leglog.ui.widgets.frames import PageHeader
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MonthHeader(PageHeader):
    """Asks for other months and for the PDF; the page says what they are."""

    step_wanted = Signal(int)
    """The month before (-1) or after (1) shall be shown."""
    pdf_wanted = Signal()

    def __init__(self, kept: str | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Monthly review"), raised=True, parent=parent)
        self.title.setContentsMargins(0, 0, current_theme().px(12), 0)
        self.earlier = IconButton("chevron_left", _("Month before"))
        self.later = IconButton("chevron_right", _("Month after"))
        self.earlier.clicked.connect(lambda _checked=False: self.step_wanted.emit(-1))
        self.later.clicked.connect(lambda _checked=False: self.step_wanted.emit(1))
        self.name = Text("", Role.STRONG)
        self.name.setMinimumWidth(current_theme().px(130))
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.months = SegmentedControl(
            [("1", _("1M")), ("3", _("3M")), ("6", _("6M")), ("12", _("12M"))],
            kept if kept in ("1", "3", "6", "12") else "1",
            name=_("Months in the review"),
        )
        for widget in (self.earlier, self.name, self.later, self.months):
            self.add_left(widget)
        save = Button(
            _("Save &PDF for physio…"), icon="export", shortcut="Ctrl+E", kind=Kind.PRIMARY
        )
        save.clicked.connect(lambda _checked: self.pdf_wanted.emit())
        self.add(save)
