"""Draws the icon's sizes, .ico and .icns from its one SVG: draw_icons.py SVG FOLDER."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]


def draw(source: Path, folder: Path) -> None:
    """Write SIZE.png for each size, leglog.ico and leglog.icns into ``folder``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _app = QGuiApplication([])
    renderer = QSvgRenderer(str(source))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    with Image.open(folder / "1024.png") as large:
        large.save(folder / "leglog.icns")
    with Image.open(folder / "256.png") as middle:
        middle.save(folder / "leglog.ico", sizes=ICO_SIZES)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
