"""How a workout leaves the table: finished, closed, put aside; and what else its head asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from leglog.i18n import _
from leglog.ui.desk import Destination, Place
from leglog.ui.whole_workout import as_whole
from leglog.ui.widgets.asking import LineSheet
from leglog.ui.workout.finish import FinishDialog

if TYPE_CHECKING:
    from leglog.ui.desk import Desk
    from leglog.ui.whole_workout import WorkoutActions
    from leglog.ui.workout.workbench import Workbench


class Ending(QObject):
    """Does what is wanted with the workout on the table as a whole."""

    exercise_wanted = Signal()
    """Another exercise shall be added."""

    def __init__(
        self, desk: Desk, bench: Workbench, actions: WorkoutActions, window_of: QWidget
    ) -> None:
        super().__init__(window_of)
        self._desk, self._bench, self._actions = desk, bench, actions
        self._widget = window_of
        actions.gone.connect(self.put_aside)

    def put_aside(self) -> None:
        """Leave the workout as it is and offer others."""
        self._bench.show(None)

    def finish(self) -> None:
        """Ask how it was and save it; a workout that is finished already is closed."""
        form = self._bench.form
        if form is None:
            return
        if not self._bench.is_open:
            self._desk.go(Destination(Place.HISTORY, id=form.id))
            self.put_aside()
            return
        dialog = FinishDialog(self._bench, form, self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished_workout.connect(self._on_finished)
        dialog.rejected.connect(self._bench.give_up_unsaved)
        dialog.open()
        dialog.focus_first_unrated()

    def finish_if_open(self) -> None:
        """Finish what is still being logged; what is finished stays in front."""
        if self._bench.is_open:
            self.finish()

    def ask_title(self) -> None:
        """Ask for another title."""
        form = self._bench.form
        if form is None:
            return
        title, name = _("Change the title"), _("Title")
        sheet = LineSheet(title, name, form.title, self._bench.rename, self._widget)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def open_menu(self, button: QWidget) -> None:
        """Open the menu of the workout below a button."""
        form = self._bench.form
        if form is None:
            return
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Rename…"), self.ask_title)
        menu.addAction(_("&Add exercise"), self.exercise_wanted.emit)
        if self._bench.is_open:
            menu.addAction(_("Put &aside"), self.put_aside)
        menu.addSeparator()
        self._actions.fill(menu, as_whole(form))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_finished(self) -> None:
        form = self._bench.form
        title = form.title if form else ""
        self.put_aside()
        self._bench.say(_("{title} is saved.").format(title=title))
        self._desk.go(Destination(Place.TODAY))
