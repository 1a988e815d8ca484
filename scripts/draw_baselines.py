"""Draws the pictures with which tests/charts compares the charts; look at them before committing.

.venv/bin/python -m scripts.draw_baselines
"""

from __future__ import annotations

import sys
from pathlib import Path

from leglog.charts.figures import save_picture
from tests.charts.scenes import SCHEMES, SIZE, look, scenes

BASELINES = Path(__file__).parent.parent / "tests" / "charts" / "baselines"


def main() -> int:
    """Write one picture for each chart and scheme."""
    BASELINES.mkdir(exist_ok=True)
    for name, data in scenes().items():
        for scheme in SCHEMES:
            path = BASELINES / f"{name}-{scheme}.png"
            save_picture(path, data, look(scheme), SIZE, dots_per_inch=72)
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
