"""Qt palettes from colours by name, and colours by name from the system's palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface_alt",
    QPalette.ColorRole.Midlight: "surface_alt",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "control_border",
}
READABLE = 4.5
"""The contrast that words need (WCAG 2.2, level AA)."""
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


def palette_of(colours: Mapping[str, str]) -> QPalette:
    """Return the palette that the widgets of Qt shall use for ``colours``."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colours[name]))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["text_disabled"]))
    return palette


def system_colours(palette: QPalette) -> dict[str, str]:
    """Return the names that high contrast takes from the system, so that its choice holds."""
    window, text = palette.window().color().name(), palette.windowText().color().name()
    base = palette.base().color().name()
    # What the system marks with is often too pale for words: its links, then its text, are not.
    marked, link = palette.highlight().color().name(), palette.link().color().name()
    accent = _read_on(base, marked, link, text)
    on_accent = _read_on(accent, palette.highlightedText().color().name(), base)
    return {
        **dict.fromkeys(("window", "nav"), window),
        **dict.fromkeys(("surface", "surface_alt", "accent_tint", "info_tint"), base),
        **dict.fromkeys(("success_tint", "warning_tint", "danger_tint"), base),
        **dict.fromkeys(("text", "text_muted", "border", "control_border", "focus"), text),
        **dict.fromkeys(("success", "warning", "danger", "info", "chart_line"), text),
        **dict.fromkeys(("warning_border", "danger_border", "accent_border"), text),
        **dict.fromkeys(("accent", "accent_hover", "accent_pressed"), accent),
        "on_accent": on_accent,
    }


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _read_on(ground: str, *wanted: str) -> str:
    """Return the first colour in which words can be read on ``ground``, or else the last."""
    readable = (one for one in wanted if contrast(one, ground) >= READABLE)
    return next(readable, wanted[-1])


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    rgb = QColor(colour)
    red, green, blue = linear(rgb.redF()), linear(rgb.greenF()), linear(rgb.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
