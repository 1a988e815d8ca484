"""Presses Enter on the real window until it is killed; prints the sets that show their tick."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from leglog.services.routine_reading import routine_list
from leglog.services.training_log import open_log
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.services.workouts import finish_workout
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.theme import apply_theme


def main() -> None:
    """Open the window on the log of a folder and log sets, workout after workout."""
    data = Path(sys.argv[1])
    app = QApplication([])
    apply_theme(app)
    desk = Desk(data / "leglog.db")
    log = open_log(desk.database, desk.changed.emit)
    desk.open_with(log)
    window = MainWindow(desk, QSettings(str(data / "window.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 800)
    routine = routine_list(log)[0]

    def go_on() -> None:
        unfinished = open_workouts(log)
        if unfinished:
            window.show_page(Destination(Place.LOG, id=unfinished[0]))
        else:
            window.show_page(Destination(Place.LOG, id=routine.id, start=True))

    go_on()
    window.show()

    def press() -> None:
        page = window.current_page
        if page is None:
            return
        workout_id = open_workouts(log)[0]
        form = workout_form(log, workout_id)
        undone = [row for block in form.blocks for row in block.sets if not row.done]
        if not undone:
            finish_workout(log, workout_id)
            dialog = app.activeModalWidget()
            if dialog is not None:
                dialog.close()
            go_on()
            return
        sheet = page.areas()[2]
        sheet.setFocus()
        QTest.keyClick(sheet, Qt.Key.Key_Return)
        app.processEvents()
        form = workout_form(log, workout_id)
        shown = [row.id for block in form.blocks for row in block.sets if row.done]
        sys.stdout.write(json.dumps(shown) + "\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(0)
    app.exec()


if __name__ == "__main__":
    main()
