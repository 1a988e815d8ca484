"""Widgets in lines, as words of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from leglog.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Block(QWidget):
    """A widget that asks for 40 by 10 pixels."""

    def sizeHint(self) -> QSize:
        return QSize(40, 10)


class Room(QWidget):
    """Three blocks in a flow with gaps of 5 across and 2 down."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, across=5, down=2)
        self.blocks = [Block() for _number in range(3)]
        for block in self.blocks:
            self.flow.addWidget(block)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    return room


@pytest.mark.parametrize(("width", "height"), [(130, 10), (129, 22), (85, 22), (84, 34), (10, 34)])
def test_height_follows_from_the_width(room: Room, width: int, height: int) -> None:
    assert room.flow.heightForWidth(width) == height


def test_what_finds_no_room_begins_the_next_line(room: Room) -> None:
    room.flow.setGeometry(QRect(3, 4, 90, 50))
    places = [block.pos() for block in room.blocks]
    assert places == [QPoint(3, 4), QPoint(48, 4), QPoint(3, 16)]


def test_hidden_widgets_take_no_room(room: Room) -> None:
    room.blocks[1].hide()
    assert room.flow.heightForWidth(85) == 10
