"""Every dialog that the window can open, by name, and the way in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from leglog.errors import StorageError
from leglog.paths import folders
from leglog.services.backups import make_backup
from leglog.services.exercises import exercise_list
from leglog.services.restoring import backup_list
from leglog.ui.back.check_in_sheet import CheckInSheet
from leglog.ui.back.daily_life_sheet import DailyLifeSheet
from leglog.ui.back.flare_sheet import FlareSheet
from leglog.ui.back.help_sheet import HelpSheet
from leglog.ui.back.ratings_sheet import RatingsSheet
from leglog.ui.desk import Destination, Place
from leglog.ui.error_report import ReportDialog
from leglog.ui.exercises.editor import ExerciseEditor
from leglog.ui.exercises.merge_sheet import MergeSheet
from leglog.ui.exercises.page import ExercisePage
from leglog.ui.first_run.dialog import FirstRunDialog
from leglog.ui.history.page import HistoryPage
from leglog.ui.how import show_how
from leglog.ui.month.page import MonthPage
from leglog.ui.progress.page import ProgressPage
from leglog.ui.recovery_sheet import RecoverySheet
from leglog.ui.routines.page import RoutinePage
from leglog.ui.transfer.export_sheet import ExportSheet
from leglog.ui.transfer.flow import ImportFlow
from leglog.ui.transfer.imports_sheet import ImportsSheet
from leglog.ui.transfer.restore_sheet import RestoreSheet
from leglog.ui.widgets.button import IconButton
from leglog.ui.workout.sheet import SetSheet
from tests.services.actions_transfer import STRONG
from tests.ui.audit import spoken_name
from tests.ui.finding import named
from tests.ui.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.main_window import MainWindow
    from leglog.ui.page import Page
    from leglog.ui.routines.header import RoutineHeader

    Door = Callable[[MainWindow], object]

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = dt.datetime.now().astimezone().date()


P = TypeVar("P", bound="Page")


def _page(window: MainWindow, place: Place, kind: type[P]) -> P:
    window.show_page(Destination(place))
    page = window.current_page
    assert isinstance(page, kind)
    settle(page)
    return page


def _sheet(window: MainWindow) -> SetSheet:
    """Begin a workout and go into its table of sets."""
    window.show_page(Destination(Place.LOG, start=True))
    sheet = window.findChild(SetSheet)
    assert isinstance(sheet, SetSheet)
    sheet.setFocus()
    return sheet


def _rename_workout(window: MainWindow) -> None:
    _sheet(window)
    named(window, "Change the title", IconButton).click()


def _add_to_workout(window: MainWindow) -> None:
    _sheet(window)
    words = "Add exercise"
    next(one for one in window.findChildren(QPushButton) if words in spoken_name(one)).click()


def _plan(window: MainWindow, verb: str) -> None:
    page = _page(window, Place.ROUTINES, RoutinePage)
    page.plan.table.setFocus()
    page.plan.do(verb)


def _header(window: MainWindow) -> RoutineHeader:
    return _page(window, Place.ROUTINES, RoutinePage).header


def _routine(window: MainWindow, verb: str) -> None:
    _header(window).wanted.emit(verb)


def _import(window: MainWindow) -> None:
    path = window.desk.database.parent / "strong.csv"
    path.write_bytes(STRONG)
    ImportFlow(window.desk, window).begin(path)


def _restore(window: MainWindow) -> None:
    sheet = RestoreSheet(window)
    backups = window.desk.database.parent / "backups"
    make_backup(window.desk.database, backups, dt.datetime.now().astimezone())
    sheet.show_backups(backup_list(backups))
    sheet.open()


def _recovery(window: MainWindow) -> None:
    places = folders(window.desk.database.parent)
    RecoverySheet(places, StorageError("The log is damaged.", "Restore it."), window).open()


def _workouts(window: MainWindow) -> QWidget:
    return named(_page(window, Place.HISTORY, HistoryPage), "Workouts")


def _merge(window: MainWindow) -> None:
    own = exercise_list(window.desk.log)[0]
    MergeSheet(window.desk.log, own.id, own.name, window).open()


def _report(window: MainWindow) -> None:
    ReportDialog("Traceback", window.desk.database, window).open()


DOORS: dict[str, Door] = {
    "rate back": lambda window: window.run_action("rate_back"),
    "help of a page": lambda window: window.run_action("help"),
    "keys": lambda window: window.run_action("key_list"),
    "when to get help": lambda window: HelpSheet(window.desk, window).open(),
    "ratings": lambda window: RatingsSheet(window.desk, window).open(),
    "daily tasks": lambda window: DailyLifeSheet(window.desk, TODAY, window).open(),
    "check-in": lambda window: CheckInSheet(window.desk, TODAY, window).open(),
    "flare": lambda window: FlareSheet(window.desk, TODAY, window).open(),
    "how": show_how,
    "error report": _report,
    "first run": lambda window: FirstRunDialog(window.desk, window).open(),
    "finish": lambda window: QTest.keyClick(_sheet(window), Qt.Key.Key_Return, CONTROL),
    "add to workout": _add_to_workout,
    "note of an exercise": lambda window: QTest.keyClicks(_sheet(window), "n"),
    "title of a workout": _rename_workout,
    "felt it here": lambda window: QTest.keyClicks(_sheet(window), "!"),
    "new routine": lambda window: _header(window).new_button.click(),
    "templates": lambda window: _header(window).templates_button.click(),
    "programmes": lambda window: _header(window).programmes_button.click(),
    "rename routine": lambda window: _routine(window, "rename"),
    "note of routine": lambda window: _routine(window, "note"),
    "routine on paper": lambda window: _routine(window, "print"),
    "set by set": lambda window: _plan(window, "sets"),
    "details of exercise": lambda window: _plan(window, "note"),
    "new exercise": lambda window: _page(window, Place.EXERCISES, ExercisePage).make_exercise(),
    "edit exercise": lambda window: ExerciseEditor(
        window.desk.log, exercise_list(window.desk.log)[0].id, parent=window
    ).open(),
    "merge": _merge,
    "delete workout": lambda window: QTest.keyClick(_workouts(window), Qt.Key.Key_Delete),
    "range of days": lambda window: _page(window, Place.PROGRESS, ProgressPage)._ask_range(),
    "several exercises": lambda window: _page(window, Place.PROGRESS, ProgressPage)._ask_filter(),
    "pdf": lambda window: _page(window, Place.MONTH, MonthPage).verbs()["print"](),
    "import": _import,
    "imports": lambda window: ImportsSheet(window.desk, window).open(),
    "export": lambda window: ExportSheet(window.desk, window).open(),
    "restore": _restore,
    "recovery": _recovery,
}
"""Opens the dialog of this name over the window."""
