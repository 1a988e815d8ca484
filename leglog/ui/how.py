"""'How is this worked out?': one sheet for every figure of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind, Size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.ui.explanations import Figure

WIDTH, HEIGHT = 660, 420


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
    from PySide6.QtWidgets import QVBoxLayout

    from leglog.ui.explanations import explanations
    from leglog.ui.widgets.frames import ScrollPage
    from leglog.ui.widgets.sheet import Sheet
    from leglog.ui.widgets.text import Text

    theme = current_theme()
    sheet = Sheet(_("How is this worked out?"), width=WIDTH, parent=parent)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = ScrollPage(margin=0)
    page.setAccessibleName(_("Explanations"))
    page.setMinimumHeight(theme.px(HEIGHT))
    # Room between the words and the frame that shows the focus.
    page.body.setContentsMargins(theme.px(10), theme.px(8), theme.px(18), theme.px(8))
    sheet.body.addWidget(page, 1)
    known = explanations()

    def add(each: Figure) -> None:
        found, column = known[each], QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(Text(found.title, Role.STRONG))
        column.addWidget(Text(found.text, wrap=True))
        column.addWidget(Text(found.source, Role.CAPTION, "muted", wrap=True))
        page.body.insertLayout(page.body.count() - 1, column)

    page.body.addStretch()
    for figure in figures or tuple(known):
        add(figure)
    others = [figure for figure in known if figures and figure not in figures]
    if others:

        def show_all() -> None:
            for figure in others:
                add(figure)
            more.hide()

        more = sheet.add_button(_("&All figures"), show_all)
    sheet.add_button(_("C&lose"), sheet.accept, kind=Kind.PRIMARY, default=True)
    sheet.open()
