"""Time from process start to the first painted Today page, against a bare PySide6 window.

Both are started in turns, each on a virtual or real screen; the ratio of their medians counts,
since machines are noisy. Fails where something heavy is imported by the first paint.

    python -m benchmarks.startup [--runs 9] [--data-dir FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TARGET = 1.3
FORBIDDEN = ("sqlalchemy", "alembic", "matplotlib", "numpy", "PIL")

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(time.time(), flush=True)
            sys.stdout.flush()
            import os; os._exit(0)
        return False
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(QLabel("bare"))
paint = Paint()
window.installEventFilter(paint)
window.show()
app.exec()
"""

LEGLOG = """
import json, sys, time
from leglog import __main__ as command
from PySide6.QtCore import QEvent, QObject
import leglog.app as app
def stop(self, watched, event):
    if event.type() is QEvent.Type.Paint:
        print(time.time(), json.dumps(sorted(sys.modules)), flush=True)
        import os; os._exit(0)
    return False
app.Opening.eventFilter = stop
command.main(sys.argv[1:])
"""


def main() -> int:
    """Print the ratio and what was imported; return 1 where a forbidden module was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--data-dir", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        data = options.data_dir or _year_of_data(Path(scratch))
        bare, ours, modules = [], [], set[str]()
        for _ in range(options.runs + 1):
            bare.append(_run(BARE, [])[0])
            seconds, found = _run(LEGLOG, ["--data-dir", str(data)])
            ours.append(seconds)
            modules |= found
    # The first pair fills the file cache and is left out.
    floor, figure = statistics.median(bare[1:]), statistics.median(ours[1:])
    print(f"bare window        {floor * 1000:7.0f} ms   1.00 x")
    print(
        f"Today, first paint {figure * 1000:7.0f} ms   {figure / floor:.2f} x   target {TARGET} x"
    )
    pairs = statistics.median(o / b for o, b in zip(ours[1:], bare[1:], strict=True))
    print(f"pairwise median               {pairs:.2f} x")
    heavy = [name for name in FORBIDDEN if name in modules]
    print("imported by the first paint that should not be:", ", ".join(heavy) or "nothing")
    return 1 if heavy else 0


def _run(program: str, arguments: list[str]) -> tuple[float, set[str]]:
    """Return the seconds from the start of the process to its first paint, and its modules."""
    started = time.time()
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    painted, _, modules = result.stdout.strip().partition(" ")
    return float(painted) - started, set(json.loads(modules or "[]"))


def _year_of_data(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "leglog", "--data-dir", str(folder), "demo"],
        check=True,
        capture_output=True,
    )
    return folder


if __name__ == "__main__":
    sys.exit(main())
