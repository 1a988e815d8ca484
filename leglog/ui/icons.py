"""Icons in the colours of the theme, sharp on every screen."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from leglog.paths import resources_folder
from leglog.ui.theme import current_theme

ICON_PX = 18


def icon(name: str, colour: str = "text", size: int = ICON_PX) -> QIcon:
    """Return the icon ``name`` in the theme's ``colour``, greyed where it is disabled.

    ``size`` is in pixels of the design. FileNotFoundError says that there is no such icon.
    """
    theme = current_theme()
    made = QIcon(pixmap(name, colour, size))
    grey = _drawn(name, theme.colours["text_disabled"], theme.px(size), _ratio())
    made.addPixmap(grey, QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str = "text", size: int = ICON_PX) -> QPixmap:
    """Return the picture of the icon ``name``; see ``icon``."""
    theme = current_theme()
    return _drawn(name, theme.colours.get(colour, colour), theme.px(size), _ratio())


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    # QtSvg is a millisecond at start: only a window that shows an icon pays for it.
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    source = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
