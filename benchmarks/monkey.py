"""Random keys and clicks on Log and Routines: nothing may break, and undo leads back to the start.

Each round opens the window on the same file, sends events until about eighty steps could be undone,
then closes what is open, undoes everything and compares every row of every table with the start of
the round. Rounds on Routines also compare what was logged before any undo: editing a routine never
changes history.

    python -m benchmarks.monkey [--events 20000] [--seed 1] [--data-dir FOLDER]
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from leglog.services.training_log import Action, Change, open_log
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.theme import apply_theme

STEPS_A_ROUND = 80
EVENTS_A_ROUND = 400
HISTORY = ("workout", "workout_exercise", "performed_set")

K = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    *[(key, NONE) for key in range(K.Key_0, K.Key_9 + 1)],
    *[(key, NONE) for key in (K.Key_Comma, K.Key_Period, K.Key_Plus, K.Key_Minus, K.Key_Slash)],
    *[(key, NONE) for key in (K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right) * 2],
    *[(key, NONE) for key in (K.Key_Return, K.Key_Space, K.Key_Tab, K.Key_Escape) * 4],
    *[(key, NONE) for key in (K.Key_Home, K.Key_End, K.Key_PageUp, K.Key_PageDown, K.Key_F2)],
    *[(key, NONE) for key in (K.Key_Insert, K.Key_Delete, K.Key_Backspace, K.Key_F6)],
    *[(key, NONE) for key in (K.Key_S, K.Key_W, K.Key_X, K.Key_N, K.Key_T, K.Key_R, K.Key_G)],
    *[(key, SHIFT) for key in (K.Key_Tab, K.Key_F6, K.Key_F10, K.Key_Exclam)],
    *[(key, CTRL) for key in (K.Key_D, K.Key_G, K.Key_F, K.Key_L, K.Key_B, K.Key_N, K.Key_Z)],
    *[(key, CTRL | SHIFT) for key in (K.Key_D, K.Key_Down, K.Key_Z, K.Key_N)],
    *[(key, ALT) for key in (K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right)],
    (K.Key_Return, CTRL),
)
WORDS = (
    "squat 40x12 x12",
    "plank 30s",
    "skip lunge knee",
    "12,5",
    "12.5",
    "9999",
    "-3",
    "ä€",
    "1:05",
)

Contents = dict[str, list[tuple[object, ...]]]


@dataclass
class Findings:
    """What went wrong, and how much was done."""

    events: int = 0
    steps: int = 0
    undone: int = 0
    problems: Counter[str] = field(default_factory=Counter)

    def add(self, problem: str) -> None:
        """Note a problem."""
        self.problems[problem] += 1


class Round:
    """One window on the log, driven by a timer so that it goes on inside of dialogs too."""

    def __init__(
        self, database: Path, place: Place, chance: random.Random, found: Findings, events: int
    ) -> None:
        self._place, self._chance, self._found, self._left = place, chance, found, events
        self._steps = 0
        self._has_logged = False
        self._busy_with: QWidget | None = None
        self._desk = Desk(database)
        self._log = open_log(database, self._desk.changed.emit)
        self._desk.open_with(self._log)
        self._desk.changed.connect(self._count)
        ini = QSettings(str(database.parent / "window.ini"), QSettings.Format.IniFormat)
        self._window = MainWindow(self._desk, ini)
        self._window.resize(*chance.choice(((1280, 800), (1024, 700))))
        self._database = database

    def run(self) -> None:
        """Send events, then undo everything and compare."""
        application = _application()
        self._window.show_page(Destination(self._place))
        self._window.show()
        application.processEvents()
        before = read_contents(self._database)
        QTimer.singleShot(0, self._tick)
        application.exec()
        self._close_dialogs()
        if self._place is Place.ROUTINES and not self._has_logged:
            after = read_contents(self._database)
            if any(before[name] != after[name] for name in HISTORY):
                self._found.add("editing routines changed what was logged")
        self._undo_all()
        self._compare(before)
        self._window.close()
        self._window.deleteLater()
        application.processEvents()
        self._log.close()

    def _compare(self, before: Contents) -> None:
        after = read_contents(self._database)
        for name, rows in before.items():
            if rows != after[name]:
                lost = [row for row in rows if row not in after[name]][:2]
                new = [row for row in after[name] if row not in rows][:2]
                self._found.add(f"undo left {name} other than it was: lost {lost}, new {new}")

    def _undo_all(self) -> None:
        while self._log.undo_action is not None:
            try:
                self._log.undo()
            except Exception:
                self._found.add("undo failed: " + traceback.format_exc(limit=3))
                return
            self._found.undone += 1

    def _count(self, change: Change) -> None:
        self._has_logged = self._has_logged or change.action is Action.START_WORKOUT
        self._steps += 1
        self._found.steps += 1

    def _tick(self) -> None:
        widget = _front(self._window)
        if widget is self._busy_with:
            # What is closed now would be gone before the keys that are on their way to it.
            QTimer.singleShot(0, self._tick)
            return
        if self._left <= 0 or self._steps >= STEPS_A_ROUND:
            self._close_dialogs()
            _application().exit()
            return
        # Before the event, which may open a dialog that returns much later.
        QTimer.singleShot(0, self._tick)
        self._left -= 1
        self._found.events += 1
        if isinstance(widget, QFileDialog):
            widget.reject()
            return
        if self._window.current_place is not self._place and not _is_in_dialog():
            self._window.show_page(Destination(self._place))
        # Sending an event runs the loop: only what a new dialog asks for may come in between.
        outer, self._busy_with = self._busy_with, widget
        try:
            self._act(widget)
        finally:
            self._busy_with = outer

    def _act(self, widget: QWidget) -> None:
        # To the window, not to the widget, which an event may delete between press and release.
        handle = widget.window().windowHandle()
        kind = self._chance.random()
        if _is_in_dialog() and kind < 0.15:
            _press(handle, Qt.Key.Key_Escape, NONE)
        elif kind < 0.75:
            key, modifiers = self._chance.choice(KEYS)
            if modifiers == ALT and QApplication.activePopupWidget():
                # Qt's own menus do not outlive it on a screen that is drawn into memory.
                modifiers = NONE
            _press(handle, Qt.Key(key), modifiers)
        elif kind < 0.78:
            for letter in self._chance.choice(WORDS):
                _type(letter)
        else:
            # The menu bar leads out of the page: to files, printers and the end of the program.
            top = 60 if widget is self._window else 0
            place = QPoint(
                self._chance.randrange(max(widget.width(), 1)),
                self._chance.randrange(top, max(widget.height(), top + 1)),
            )
            QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, place)
            if isValid(handle):
                QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, place)

    def _close_dialogs(self) -> None:
        for _try in range(20):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                return
            front.close()


def read_contents(database: Path) -> Contents:
    """Return every row of every table."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        ]
        contents = {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608
            for name in names
        }
    connection.close()
    return contents


def play(database: Path, events: int, seed: int) -> Findings:
    """Send ``events`` random events to the log at ``database`` and return what was found."""
    found = Findings()
    chance = random.Random(seed)

    def on_error(kind: type[BaseException], error: BaseException, trace: object) -> None:
        lines = traceback.format_exception(error)
        found.add("".join(lines[-4:]))

    def on_message(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not" not in text:
            found.add(f"Qt: {text}\n" + "".join(traceback.format_stack(limit=6)[:-1]))

    sys.excepthook = on_error
    qInstallMessageHandler(on_message)
    places = (Place.LOG, Place.ROUTINES)
    number = 0
    while found.events < events:
        share = min(EVENTS_A_ROUND, events - found.events)
        Round(database, places[number % 2], chance, found, share).run()
        number += 1
    qInstallMessageHandler(None)
    sys.excepthook = sys.__excepthook__
    return found


def main() -> int:
    """Play, print what was found, and return 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data-dir", type=Path)
    options = parser.parse_args()
    apply_theme(_application())
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.data_dir or Path(scratch)
        database = folder / "leglog.db"
        if not database.exists():
            _make_log(database)
        found = play(database, options.events, options.seed)
    print(f"{found.events} events, {found.steps} steps done, {found.undone} undone at the end")
    for problem, times in found.problems.most_common():
        print(f"--- {times} times\n{problem}")
    return 1 if found.problems else 0


def _make_log(database: Path) -> None:
    from leglog.services.routines import add_routine_from_template

    log = open_log(database)
    for slug in ("s001-rachel-beginner", "s002-full-session"):
        try:
            add_routine_from_template(log, slug)
        except Exception as error:
            print(f"no template {slug}: {error}")
    log.close()


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


def _press(handle: QWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press and release a key; the press may have closed the window."""
    QTest.keyPress(handle, key, modifiers)
    if isValid(handle):
        # Without the modifiers, whose own release would come to a window that is gone by then.
        QTest.keyRelease(handle, key)


def _type(letter: str) -> None:
    """Post a letter to what has the focus; posted events die with their widget."""
    focus = QApplication.focusWidget()
    if focus is not None:
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, letter)
        QApplication.postEvent(focus, press)


def _front(window: QWidget) -> QWidget:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def _is_in_dialog() -> bool:
    return bool(QApplication.activePopupWidget() or QApplication.activeModalWidget())


if __name__ == "__main__":
    sys.exit(main())
