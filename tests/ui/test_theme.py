from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from leglog.paths import resources_folder
from leglog.ui.icons import icon, pixmap
from leglog.ui.palettes import READABLE, contrast, system_colours
from leglog.ui.theme import (
    Role,
    Scheme,
    apply_theme,
    current_theme,
    make_theme,
    style_sheet,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TOKENS = json.loads((resources_folder() / "style" / "tokens.json").read_text(encoding="utf-8"))
PAIRS = [
    (mode, first, second, needed)
    for mode in ("light", "dark")
    for first, second, _ratio, needed in TOKENS["contrast_checks"][mode]
]
ICONS = sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("mode", "first", "second", "needed"), PAIRS)
def test_colours_can_be_told_apart(mode: str, first: str, second: str, needed: float) -> None:
    colours = TOKENS["color"][mode]
    assert contrast(colours[first], colours[second]) >= needed


def test_high_contrast_takes_no_colour_that_cannot_be_read(qapp: QApplication) -> None:
    colours = system_colours(qapp.style().standardPalette())
    assert contrast(colours["accent"], colours["surface"]) >= READABLE
    assert contrast(colours["on_accent"], colours["accent"]) >= READABLE


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_rating_can_be_read_on_its_colour(mode: str) -> None:
    for step in TOKENS["pain_ramp"][mode]:
        assert contrast(step["on"], step["fill"]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_muscles_stand_out_from_the_surface(mode: str) -> None:
    surface = TOKENS["color"][mode]["surface"]
    for group in TOKENS["muscle_palette"]["order"]:
        assert contrast(TOKENS["muscle_palette"][mode][group], surface) >= 3


@pytest.mark.parametrize("scheme", list(Scheme))
def test_style_sheet_has_no_open_place(qapp: QApplication, scheme: Scheme) -> None:
    assert "@" not in style_sheet(make_theme(qapp, scheme))


@pytest.mark.parametrize("text_size", range(90, 151, 5))
def test_radio_buttons_are_round_at_every_text_size(qapp: QApplication, text_size: int) -> None:
    """Qt paints a square where the radius is more than half of the whole."""
    sheet = style_sheet(make_theme(qapp, Scheme.LIGHT, text_size))
    found = re.search(
        r"QRadioButton::indicator \{\s*width: (\d+)px.*?border-radius: (\d+)px", sheet, re.DOTALL
    )
    assert found is not None
    inside, radius = (int(number) for number in found.groups())
    assert 2 * radius <= inside + 2 <= 2 * radius + 1


def test_theme_is_the_one_applied(qapp: QApplication) -> None:
    theme = apply_theme(qapp, Scheme.DARK)
    assert current_theme() is theme
    assert qapp.palette().window().color().name().upper() == theme.colours["window"]


def test_text_size_scales_everything(qapp: QApplication) -> None:
    normal, large = make_theme(qapp, Scheme.LIGHT, 100), make_theme(qapp, Scheme.LIGHT, 150)
    assert large.px(100) == pytest.approx(1.5 * normal.px(100), abs=1)
    assert large.points(Role.BODY) == pytest.approx(1.5 * normal.points(Role.BODY))


@pytest.mark.parametrize(("wanted", "given"), [(40, 90), (500, 150)])
def test_text_size_keeps_its_limits(qapp: QApplication, wanted: int, given: int) -> None:
    assert make_theme(qapp, Scheme.LIGHT, wanted).text_size == given


def test_applying_twice_does_not_scale_twice(qapp: QApplication) -> None:
    first = apply_theme(qapp, Scheme.LIGHT, 120)
    assert apply_theme(qapp, Scheme.LIGHT, 120).scale == first.scale
    apply_theme(qapp, Scheme.LIGHT)


def test_ratings_have_eleven_colours(qapp: QApplication) -> None:
    assert len(make_theme(qapp, Scheme.LIGHT).ramp) == 11


def test_muscles_come_in_stacking_order(qapp: QApplication) -> None:
    assert list(make_theme(qapp, Scheme.LIGHT).muscles) == TOKENS["muscle_palette"]["order"]


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    assert not icon(name).isNull()


def test_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    light = pixmap("check").toImage()
    apply_theme(qapp, Scheme.DARK)
    assert pixmap("check").toImage() != light
