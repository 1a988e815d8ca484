"""Worked figures that every formula has to meet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ORACLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "oracles.json").read_text("utf-8")
)
