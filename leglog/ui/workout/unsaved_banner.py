"""The banner over a workout that the disk does not take: the sentence, and Try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.ui.workout.workbench import Workbench


class UnsavedBanner(Banner):
    """Stays until something could be saved; ``home`` names who has the focus after that."""

    def __init__(
        self, bench: Workbench, home: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(kind="danger", parent=parent)
        self._bench, self._home = bench, home
        self.again = self.add_action(_("&Try again"), self._try_again)
        bench.unsaved_changed.connect(self._renew)
        self.hide()

    def _renew(self) -> None:
        unsaved = self._bench.unsaved
        if unsaved is not None:
            # The sentence may name a long path: only the text of a banner goes on in a new line.
            self.show_message("", f"{unsaved.sentence} {unsaved.remedy}".rstrip(), kind="danger")
        self.setVisible(unsaved is not None)

    def _try_again(self) -> None:
        unsaved, home = self._bench.unsaved, self._home()
        if unsaved is not None:
            unsaved.again()
        if self._bench.unsaved is None:
            home.setFocus()
