from __future__ import annotations

import pytest

from leglog.charts.readings import Reading
from leglog.charts.screen import Screen
from tests.charts.scenes import look, scenes

SIZE = (900, 500)
DAY = scenes()["volume_and_pain"].first_day.toordinal()  # type: ignore[union-attr]  # it has days
READINGS = [Reading(("one",), x=DAY + 10.0), Reading(("two",), x=DAY + 20.0)]


@pytest.mark.parametrize("sharpness", [1.0, 1.25, 2.0])
def test_picture_has_the_dots_of_its_screen(sharpness: float) -> None:
    data = scenes()["volume_and_pain"]
    picture = Screen().draw(data, READINGS, look("light"), SIZE, sharpness)
    assert (picture.width, picture.height) == (SIZE[0] * sharpness, SIZE[1] * sharpness)
    assert len(picture.dots) == 4 * picture.width * picture.height


def test_readings_stand_at_the_same_points_on_every_screen() -> None:
    data = scenes()["volume_and_pain"]
    plain, sharp = (
        Screen().draw(data, READINGS, look("light"), SIZE, sharpness) for sharpness in (1.0, 2.0)
    )
    assert plain.spots == sharp.spots
    first, second = (spot.x or 0 for spot in plain.spots)
    assert 0 < first < second < SIZE[0]
    assert 0 < plain.bottom < plain.top < SIZE[1]


def test_second_chart_looks_as_if_it_were_the_first() -> None:
    data, other = scenes()["volume_and_pain"], scenes()["habits"]
    screen = Screen()
    screen.draw(other, [], look("dark"), (700, 300), 2.0)
    again = screen.draw(data, READINGS, look("light"), SIZE, 1.0)
    assert again == Screen().draw(data, READINGS, look("light"), SIZE, 1.0)
