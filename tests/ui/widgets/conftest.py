"""Widgets write numbers as in Britain here."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_britain(british: None) -> None:
    """Every test here reads numbers and dates as in Britain."""
