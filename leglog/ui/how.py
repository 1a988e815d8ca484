"""'How is this worked out?': one sheet for every figure of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.widgets.button import Button, Kind, Size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.ui.explanations import Figure


class HowButton(Button):
    """Opens the sheet on the figures that stand beside it."""

    def __init__(self, *figures: Figure, parent: QWidget | None = None) -> None:
        super().__init__(
            _("How is this worked out?"), kind=Kind.LINK, size=Size.SMALL, parent=parent
        )
        self._figures = figures
        self.set_flush()
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked: show_how(self.window(), *self._figures))


def show_how(parent: QWidget, *figures: Figure) -> None:
    """Open the sheet on ``figures``; the others are one click away."""
    # Imported when wanted: the button stands on the page that is painted first.
    from leglog.ui.how_sheet import HowSheet

    HowSheet(figures, parent).open()
