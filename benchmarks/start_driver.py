"""A started program that tells when it got somewhere: a bare window, or LegLog untouched.

Prints one line of JSON: the clock at that moment, megabytes of memory, imported modules. Nothing of
Qt is imported before LegLog does it, since the order of imports is what a start is made of.

    python -m benchmarks.start_driver (bare | painted | usable | settled | chart) [--data-dir …]
"""

from __future__ import annotations

import os
import sys
import time
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from leglog.ui.desk import Desk

SETTLED_AFTER_MS = 3000


def main() -> int:
    """Start what is asked for; the process ends as soon as it has told."""
    wanted, *arguments = sys.argv[1:]
    if wanted.startswith("bare"):
        return _bare(settled=wanted == "bare-settled")
    sys.meta_path.insert(0, _Watch(_WAYS[wanted]))
    from leglog.__main__ import main as start

    return start(arguments)


class _Watch:
    """Lets ``leglog.app`` be imported as ever, and hands it on before it runs."""

    def __init__(self, prepare: Callable[[ModuleType], None]) -> None:
        self._prepare = prepare

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the one module that is watched."""
        if name != "leglog.app":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_and_prepare(module: ModuleType) -> None:
                run(module)
                self._prepare(module)

            spec.loader.exec_module = run_and_prepare  # type: ignore[method-assign]  # one module's own
        return spec


def _tell() -> None:
    line = f'{{"at": {time.time()}, "mb": {_memory_mb()}, "modules": {_modules()}}}'
    print(line, flush=True)
    os._exit(0)


def _memory_mb() -> float:
    """Return what the process has in memory now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _modules() -> str:
    return "[" + ", ".join(f'"{name}"' for name in sorted(sys.modules)) + "]"


def _bare(*, settled: bool) -> int:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Paint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                _tell()
            return False

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLabel("bare"))
    paint = Paint()
    if settled:
        QTimer.singleShot(SETTLED_AFTER_MS, _tell)
    else:
        window.installEventFilter(paint)
    window.show()
    return app.exec()


def _at_first_paint(app: ModuleType) -> None:
    from PySide6.QtCore import QEvent, QObject

    def stop(_self: QObject, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            _tell()
        return False

    app.Opening.eventFilter = stop


def _when_ready(app: ModuleType, do: Callable[[Desk], object]) -> None:
    """Let ``do`` follow once the log is open and all that waited for it has been done."""
    from PySide6.QtCore import QTimer

    make: Callable[..., Desk] = app.Desk

    def made(*arguments: object) -> Desk:
        desk = make(*arguments)
        desk.ready.connect(lambda: QTimer.singleShot(0, lambda: do(desk)))
        return desk

    vars(app)["Desk"] = made


def _after_a_while(app: ModuleType) -> None:
    from PySide6.QtCore import QTimer

    _when_ready(app, lambda _desk: QTimer.singleShot(SETTLED_AFTER_MS, _tell))


def _with_a_chart(app: ModuleType) -> None:
    def open_progress(desk: Desk) -> None:
        from PySide6.QtCore import QTimer

        from leglog.ui.desk import Destination, Place

        desk.go(Destination(Place.PROGRESS))
        QTimer.singleShot(2 * SETTLED_AFTER_MS, _tell)

    _when_ready(app, open_progress)


_WAYS: dict[str, Callable[[ModuleType], None]] = {
    "painted": _at_first_paint,
    "usable": lambda app: _when_ready(app, lambda _desk: _tell()),
    "settled": _after_a_while,
    "chart": _with_a_chart,
}


if __name__ == "__main__":
    sys.exit(main())
