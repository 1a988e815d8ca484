"""Every action there is: done, taken back, done again."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leglog.services.training_log import Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import Change, TrainingLog
    from tests.conftest import Contents

MODULES = [
    importlib.import_module(f"tests.services.{path.stem}")
    for path in sorted(Path(__file__).parent.glob("actions_*.py"))
]
EXAMPLES: dict[Action, Callable[..., object]] = {}
PREPARE: dict[Action, Callable[..., object]] = {}
for module in MODULES:
    EXAMPLES |= module.EXAMPLES
    PREPARE |= getattr(module, "PREPARE", {})


@pytest.mark.parametrize("action", Action)
def test_every_action_undoes_and_redoes(
    log: TrainingLog,
    contents: Callable[[], Contents],
    changes: list[Change],
    action: Action,
) -> None:
    prepare = PREPARE.get(action)
    prepared = (prepare(log),) if prepare else ()
    changes.clear()
    before = contents()
    EXAMPLES[action](log, *prepared)
    after = contents()
    assert after != before
    assert [change.action for change in changes] == [action]
    assert log.undo_action is action
    log.undo()
    assert contents() == before
    log.redo()
    assert contents() == after
