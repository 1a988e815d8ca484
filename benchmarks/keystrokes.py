"""How many keys, or clicks, it takes to log the sample workout of 18 sets, on the real window.

Four passes, each on a new log and each checked on disk: as planned, set by set, with one changed
weight for each exercise that has one, and with the mouse alone. A chord counts as one key; three
ratings with their Enter are counted apart.

    python -m benchmarks.keystrokes
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

from leglog.services.routines import add_routine_from_template
from leglog.services.statistics import statistics
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.theme import apply_theme
from leglog.ui.widgets.rating_scale import RatingScale

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.workout_form import WorkoutForm

TEMPLATE = "s003-legs-and-back"
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


class Person:
    """Someone before the window, who counts what they press."""

    def __init__(self, folder: Path) -> None:
        self.keys = self.clicks = self.rating_keys = 0
        desk = Desk(folder / "leglog.db")
        self.log: TrainingLog = open_log(desk.database, desk.changed.emit)
        add_routine_from_template(self.log, TEMPLATE)
        desk.open_with(self.log)
        ini = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(desk, ini)
        self.window.resize(1280, 800)
        self.window.show_page(Destination(Place.TODAY))
        self.window.show()
        self.window.activateWindow()
        settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the window in front."""
        front = QApplication.activeModalWidget() or self.window
        QTest.keyClick(front.windowHandle(), key, modifiers)
        self.keys += 1
        settle()

    def rate(self, *digits: Qt.Key) -> None:
        """Give ratings, each with Enter, counted apart."""
        before = self.keys
        for digit in digits:
            self.press(digit)
            self.press(K.Key_Return)
        self.rating_keys += self.keys - before
        self.keys = before

    def click(self, widget: QWidget) -> None:
        """Click a widget in its middle."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clicks += 1
        settle()

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button with these words."""
        front = QApplication.activeModalWidget() or self.window
        for button in front.findChildren(QAbstractButton):
            if button.isVisible() and button.text().replace("&", "").startswith(words):
                return button
        raise LookupError(words)

    def scales(self) -> list[RatingScale]:
        """Return the visible scales of the window in front."""
        front = QApplication.activeModalWidget() or self.window
        return [scale for scale in front.findChildren(RatingScale) if scale.isVisible()]

    @property
    def form(self) -> WorkoutForm:
        """The workout that is under way."""
        return workout_form(self.log, open_workouts(self.log)[0])

    def finish_by_keys(self) -> None:
        """Open the end of the workout, rate twice and save."""
        self.press(K.Key_Return, CTRL)
        self.rate(K.Key_4, K.Key_3)
        self.press(K.Key_Return, CTRL)

    def leave(self) -> None:
        """Close the window and the log."""
        self.window.close()
        self.window.deleteLater()
        settle()
        self.log.close()


def as_planned(person: Person) -> None:
    """Ctrl+N, a rating, and one key for the whole workout."""
    person.press(K.Key_N, CTRL)
    person.rate(K.Key_3)
    person.press(K.Key_D, CTRL | SHIFT)
    person.finish_by_keys()


def set_by_set(person: Person) -> None:
    """Enter on every set."""
    person.press(K.Key_N, CTRL)
    person.rate(K.Key_3)
    while _left(person):
        person.press(K.Key_Return)
    person.finish_by_keys()


def with_changed_weights(person: Person) -> None:
    """Each exercise with weights gets one of two digits, taken for all of its sets."""
    person.press(K.Key_N, CTRL)
    person.rate(K.Key_3)
    changed: set[int] = set()
    while _left(person):
        block = next(b for b in person.form.blocks if any(not row.done for row in b.sets))
        row = next(row for row in block.sets if not row.done)
        weighted = row.shown.load_g is not None or str(row.load_mode) == "external"
        if weighted and block.id not in changed:
            changed.add(block.id)
            person.press(K.Key_Backtab, SHIFT)
            person.press(K.Key_2)
            person.press(K.Key_0)
            person.press(K.Key_Tab)
            person.press(K.Key_Down, CTRL | SHIFT)
        person.press(K.Key_Return)
    person.finish_by_keys()


def by_mouse(person: Person) -> None:
    """No key at all."""
    person.click(person.button("Log a workout"))
    person.click(_cell(person.scales()[0], 3))
    person.click(person.button("All as planned"))
    person.click(person.button("Finish"))
    for scale, score in zip(person.scales()[1:], (4, 3), strict=True):
        person.click(_cell(scale, score))
    person.click(person.button("Save workout"))


def main() -> int:
    """Run the passes and print what they took; return 1 where a log is not as expected."""
    _application()
    passes: dict[str, Callable[[Person], None]] = {
        "as planned": as_planned,
        "set by set": set_by_set,
        "one changed weight an exercise": with_changed_weights,
        "mouse alone": by_mouse,
    }
    failed = False
    print(f"{'':32} {'keys':>5} {'for ratings':>12} {'clicks':>7} {'sets on disk':>13}")
    for name, go in passes.items():
        with tempfile.TemporaryDirectory() as folder:
            person = Person(Path(folder))
            go(person)
            done = statistics(person.log)
            person.leave()
        print(f"{name:32} {person.keys:5} {person.rating_keys:12} {person.clicks:7} {done.sets:13}")
        failed = failed or not done.finished_workouts
    return 1 if failed else 0


def settle() -> None:
    """Let the window work off what is due."""
    for _round in range(3):
        _application().processEvents()
        time.sleep(0.002)


def _left(person: Person) -> bool:
    form = person.form
    return form.sets_done < form.sets_planned or any(
        not row.done for block in form.blocks for row in block.sets if not block.skipped
    )


def _cell(scale: RatingScale, score: int) -> QWidget:
    return scale.findChildren(QRadioButton)[score]


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([])
    apply_theme(app)
    return app


if __name__ == "__main__":
    sys.exit(main())
