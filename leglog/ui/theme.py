"""Colours, sizes and fonts of the window, for light, dark and high contrast."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from leglog.paths import resources_folder
from leglog.ui.palettes import palette_of, system_colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QGuiApplication

BASE_PX = 13
"""The text size in pixels at which the sizes of the design were drawn."""

SMALLEST_TEXT, LARGEST_TEXT = 90, 150
"""The limits of the text size in percent of the system's."""

_PROPERTY = "leglogTheme"
_FONT_PROPERTY = "leglogSystemFont"


class Scheme(StrEnum):
    """What the person chose for light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Role(StrEnum):
    """A place of text in the hierarchy of a page."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "body_strong"
    SECTION = "section"
    EXERCISE = "exercise"
    TITLE = "page_title"
    HEADLINE = "headline"
    FIGURE = "figure"
    TIMER = "timer"


@dataclass(frozen=True, slots=True)
class RatingColours:
    """The two colours of one rating: of the cell and of the number on it."""

    fill: str
    on: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the program; read it with ``current_theme`` while painting."""

    scheme: Scheme
    text_size: int
    """Percent of the system's text size."""
    dark: bool
    scale: float
    """Pixels on the screen for one pixel of the design."""
    colours: Mapping[str, str]
    ramp: tuple[RatingColours, ...]
    """Colours of the ratings 0 to 10."""
    muscles: Mapping[str, str]
    """Colours of the muscle groups, in stacking order."""
    hatches: Mapping[str, str]
    """Patterns of the muscle groups in matplotlib's notation."""
    fonts: Mapping[str, tuple[float, int]]
    """Size in pixels of the design and weight, by role."""

    def colour(self, name: str) -> QColor:
        """Return the colour called ``name`` ('accent', 'text_muted'), or KeyError."""
        return QColor(self.colours[name])

    def px(self, design_px: float) -> int:
        """Return a size of the design in pixels of the screen, at least 1."""
        return max(1, round(design_px * self.scale))

    def points(self, role: str) -> float:
        """Return the text size of ``role`` in points; never below 11 px at 100 %."""
        smallest = 11 * self.text_size / 100
        return _points(max(self.fonts[role][0] * self.scale, smallest))

    def font(self, role: str = Role.BODY, *, bold: bool = False) -> QFont:
        """Return the font of ``role``, with figures of equal width where it has them."""
        font = QFont(QApplication.font())
        font.setPointSizeF(self.points(role))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight(self.fonts[role][1]))
        return font

    def small_font(self, *, bold: bool = False) -> QFont:
        """Return the font of small buttons, fields and chips, between body and caption."""
        font = self.font(Role.BODY, bold=bold)
        font.setPointSizeF(self.small_points())
        return font

    def small_points(self) -> float:
        """Return the size of the small font in points."""
        return (self.points(Role.BODY) + self.points(Role.CAPTION)) / 2


def current_theme() -> Theme:
    """Return the theme of the running application; the light one where none was applied."""
    app = application()
    theme = app.property(_PROPERTY)
    if isinstance(theme, Theme):
        return theme
    return make_theme(app, Scheme.LIGHT)


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_size: int = 100) -> Theme:
    """Dress the whole application, follow the system's light and dark, and return the theme."""
    from leglog.ui.widgets.focus_ring import show_focus_ring

    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    _tell_system(app, scheme)
    theme = make_theme(app, scheme, text_size)
    app.setProperty(_PROPERTY, theme)
    font = theme.font()
    # 'tnum' gives figures of equal width, so that columns of numbers line up.
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    if scheme is Scheme.HIGH_CONTRAST:
        app.setPalette(app.style().standardPalette())
    else:
        app.setPalette(palette_of(theme.colours))
    app.setStyleSheet(style_sheet(theme))
    if app.findChild(_SystemFollower) is None:
        _SystemFollower(app)
    show_focus_ring(app)
    return theme


def make_theme(app: QApplication, scheme: Scheme, text_size: int = 100) -> Theme:
    """Build the theme for ``scheme``; ``text_size`` is kept within its limits."""
    text_size = min(max(text_size, SMALLEST_TEXT), LARGEST_TEXT)
    dark = _is_dark(app, scheme)
    mode = "dark" if dark else "light"
    tokens = _tokens()
    colours = tokens["color"][mode]
    if scheme is Scheme.HIGH_CONTRAST:
        colours = colours | system_colours(app.style().standardPalette())
    muscles = tokens["muscle_palette"]
    return Theme(
        scheme=scheme,
        text_size=text_size,
        dark=dark,
        scale=QFontInfo(_system_font(app)).pixelSize() / BASE_PX * text_size / 100,
        colours=MappingProxyType(colours),
        ramp=tuple(RatingColours(s["fill"], s["on"]) for s in tokens["pain_ramp"][mode]),
        muscles=MappingProxyType({name: muscles[mode][name] for name in muscles["order"]}),
        hatches=MappingProxyType(muscles["hatch"]),
        fonts=MappingProxyType(
            {
                role: (float(f["px"]), int(f["weight"]))
                for role, f in tokens["type"]["scale"].items()
            }
        ),
    )


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with ``@colour``, ``@px(12)`` and ``@pt(caption)`` filled in.

    ``@round(16)`` is the radius that makes a circle of 16 with its line: Qt squares a larger one.
    """
    import re

    def value(found: re.Match[str]) -> str:
        name, argument = found.group(1), found.group(2)
        if name == "round":
            return f"{(theme.px(float(argument)) + 2) // 2}px"
        if name == "px":
            return f"{theme.px(float(argument))}px"
        if name == "pt":
            size = theme.small_points() if argument == "small" else theme.points(argument)
            return f"{size:.3f}pt"
        return theme.colours[name]

    return re.sub(r"@(\w+)(?:\(([\w.]+)\))?", value, _template())


class _SystemFollower(QObject):
    """Applies the theme anew when the system changes between light and dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self) -> None:
        theme, app = current_theme(), application()
        if theme.scheme is Scheme.SYSTEM and _is_dark(app, Scheme.SYSTEM) != theme.dark:
            apply_theme(app, theme.scheme, theme.text_size)


def application() -> QApplication:
    """Return the running application, or TypeError where there is none with windows."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        msg = "a theme needs a QApplication"
        raise TypeError(msg)
    return app


def _is_dark(app: QGuiApplication, scheme: Scheme) -> bool:
    if scheme is Scheme.HIGH_CONTRAST:
        return QPalette().window().color().lightness() < 128
    if scheme is Scheme.SYSTEM:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def _tell_system(app: QGuiApplication, scheme: Scheme) -> None:
    """Ask for title bars and native dialogs of the same kind."""
    wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}.get(scheme)
    if wanted is None:
        app.styleHints().unsetColorScheme()
    elif app.styleHints().colorScheme() is not wanted:
        app.styleHints().setColorScheme(wanted)


def _system_font(app: QApplication) -> QFont:
    """Return the font the application started with: the scale is counted from it."""
    font = app.property(_FONT_PROPERTY)
    if not isinstance(font, QFont):
        font = QFont(app.font())
        app.setProperty(_FONT_PROPERTY, font)
    return font


def _points(px: float) -> float:
    return px * 72 / QApplication.primaryScreen().logicalDotsPerInchY()


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(
        (resources_folder() / "style" / "tokens.json").read_text(encoding="utf-8")
    )
    return tokens


@cache
def _template() -> str:
    return (resources_folder() / "style" / "leglog.qss").read_text(encoding="utf-8")
