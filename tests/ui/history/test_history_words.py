from __future__ import annotations

import pytest

from leglog.services.history_detail import DoneExercise, PlannedTarget
from leglog.training.vocabulary import LoadMode, Section, SetType, Side, Unit
from leglog.ui.history import words


def _target(
    reps: tuple[int | None, int | None] = (None, None),
    seconds: tuple[int | None, int | None] = (None, None),
    load_g: int | None = None,
    side: Side = Side.BOTH,
    set_type: SetType = SetType.WORKING,
) -> PlannedTarget:
    return PlannedTarget(set_type, side, reps, seconds, load_g, Unit.KG, LoadMode.EXTERNAL, None)


def _planned(*targets: PlannedTarget) -> str:
    exercise = DoneExercise(Section.MAIN, 1, "Squat", False, "", "", None, targets, (), None)
    return words.planned(exercise, Unit.KG)


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ((), "not planned"),
        ((_target((8, 12)),) * 3, "planned 3 × 8–12"),
        ((_target((10, 10), load_g=14_000),) * 2, "planned 2 × 10 · 14 kg"),
        ((_target(seconds=(20, 30), side=Side.EACH),), "planned 1 × 20–30 s each side"),
        ((_target(seconds=(60, 120)),), "planned 1 × 1–2 min"),
        ((_target(seconds=(45, 75)),), "planned 1 × 45 s–1:15"),
        ((_target((10, None), set_type=SetType.AMRAP),), "planned 1 × 10+"),
        ((_target((8, 8)), _target((6, 6))), "planned 2 sets"),
        ((_target(),), "planned 1 set"),
    ],
)
def test_plan_is_said_in_a_line(targets: tuple[PlannedTarget, ...], said: str) -> None:
    assert _planned(*targets) == said
