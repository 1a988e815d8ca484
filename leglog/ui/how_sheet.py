"""The sheet that explains figures; imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.explanations import explanations
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.ui.explanations import Figure

WIDTH, HEIGHT = 660, 420


class HowSheet(Sheet):
    """Explains ``figures``, or all where there is none; the others are one click away."""

    def __init__(self, figures: tuple[Figure, ...], parent: QWidget | None = None) -> None:
        super().__init__(_("How is this worked out?"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = current_theme()
        self._known = explanations()
        self._page = ScrollPage(margin=0)
        self._page.setAccessibleName(_("Explanations"))
        self._page.setMinimumHeight(theme.px(HEIGHT))
        # Room between the words and the frame that shows the focus.
        edges = (theme.px(10), theme.px(8), theme.px(18), theme.px(8))
        self._page.body.setContentsMargins(*edges)
        self._page.body.addStretch()
        self.body.addWidget(self._page, 1)
        self._explain(figures or self._known)
        self._others = [each for each in self._known if figures and each not in figures]
        if self._others:
            self._more = self.add_button(_("&All figures"), self._explain_others)
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY, default=True)

    def _explain(self, figures: Iterable[Figure]) -> None:
        for figure in figures:
            found, column = self._known[figure], QVBoxLayout()
            column.setSpacing(current_theme().px(2))
            column.addWidget(Text(found.title, Role.STRONG))
            column.addWidget(Text(found.text, wrap=True))
            column.addWidget(Text(found.source, Role.CAPTION, "muted", wrap=True))
            self._page.body.insertLayout(self._page.body.count() - 1, column)

    def _explain_others(self) -> None:
        self._explain(self._others)
        self._more.hide()
