from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from leglog.ui.widgets.rating_scale import RatingScale

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _word(rating: int) -> str:
    return "moderate" if 3 <= rating <= 5 else "other"


def _focused(qtbot: QtBot, scale: RatingScale) -> RatingScale:
    qtbot.addWidget(scale)
    with qtbot.waitExposed(scale):
        scale.show()
    scale.setFocus()
    return scale


def _press(qtbot: QtBot, keys: str) -> None:
    for key in keys:
        qtbot.keyClicks(QApplication.focusWidget(), key)


@pytest.fixture
def scale(qtbot: QtBot) -> RatingScale:
    return _focused(qtbot, RatingScale("Back pain", words=_word))


def test_scale_starts_without_a_rating(scale: RatingScale) -> None:
    assert scale.rating is None


@pytest.mark.parametrize("digit", range(10))
def test_each_digit_rates(qtbot: QtBot, scale: RatingScale, digit: int) -> None:
    with qtbot.waitSignal(scale.rated) as told:
        _press(qtbot, str(digit))
    assert told.args == [digit]
    assert scale.rating == digit


def test_one_then_zero_rates_ten(qtbot: QtBot, scale: RatingScale) -> None:
    _press(qtbot, "10")
    assert scale.rating == 10


def test_zero_long_after_one_rates_zero(qtbot: QtBot) -> None:
    scale = _focused(qtbot, RatingScale(pause_ms=0))
    _press(qtbot, "10")
    assert scale.rating == 0


def test_one_zero_zero_ends_at_zero(qtbot: QtBot, scale: RatingScale) -> None:
    _press(qtbot, "100")
    assert scale.rating == 0


def test_equals_sign_rates_ten(qtbot: QtBot, scale: RatingScale) -> None:
    _press(qtbot, "=")
    assert scale.rating == 10


def test_arrows_change_and_stop_at_the_ends(qtbot: QtBot, scale: RatingScale) -> None:
    scale.set_rating(9)
    for _time in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert scale.rating == 10
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert scale.rating == 9


def test_arrow_rates_zero_where_nothing_was_rated(qtbot: QtBot, scale: RatingScale) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert scale.rating == 0


def test_delete_clears_and_tells_once(qtbot: QtBot, scale: RatingScale) -> None:
    scale.set_rating(4)
    with qtbot.waitSignal(scale.cleared):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert scale.rating is None
    with qtbot.assertNotEmitted(scale.cleared):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)


def test_enter_goes_on_without_rating(qtbot: QtBot, scale: RatingScale) -> None:
    with qtbot.waitSignal(scale.accepted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert scale.rating is None


def test_control_digit_is_left_to_the_window(qtbot: QtBot, scale: RatingScale) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert scale.rating is None


def test_click_rates(qtbot: QtBot, scale: RatingScale) -> None:
    cell = scale.findChildren(QRadioButton)[7]
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert scale.rating == 7


def test_clicking_the_rating_again_keeps_it(qtbot: QtBot, scale: RatingScale) -> None:
    cell = scale.findChildren(QRadioButton)[7]
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert scale.rating == 7
    assert cell.isChecked()


def test_set_rating_tells_nobody(qtbot: QtBot, scale: RatingScale) -> None:
    with qtbot.assertNotEmitted(scale.rated):
        scale.set_rating(3)


def test_set_rating_refuses_eleven(scale: RatingScale) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        scale.set_rating(11)


@pytest.mark.parametrize("rating", [None, 0, 6])
def test_scale_is_one_tab_stop(scale: RatingScale, rating: int | None) -> None:
    scale.set_rating(rating)
    stops = [
        cell
        for cell in scale.findChildren(QRadioButton)
        if cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1


def test_scale_says_what_is_rated(scale: RatingScale) -> None:
    assert scale.accessibleName() == "Back pain, not rated"
    scale.set_rating(3)
    assert scale.accessibleName() == "Back pain, 3 of 10, moderate"
    assert scale.findChildren(QRadioButton)[5].accessibleName() == "5 of 10, moderate"
