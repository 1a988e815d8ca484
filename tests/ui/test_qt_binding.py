from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel


def test_wrapped_calls_keep_their_references_to_none(qapp: QApplication) -> None:
    """Some releases of PySide6 lose one at each call and end the program after some thousands."""
    label = QLabel("a")
    before = sys.getrefcount(None)
    for _number in range(20_000):
        label.setText("b")
    assert abs(sys.getrefcount(None) - before) < 2_000
