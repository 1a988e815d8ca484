from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from leglog.services.routine_exercises import (
    PlanDetails,
    correct_planned_sets,
    correct_routine_exercise,
    make_superset,
)
from leglog.services.routine_paper import exercise_texts
from leglog.services.routine_reading import routine_view
from leglog.services.routines import add_routine, add_routine_from_template, rename_routine
from leglog.ui.actions import menu_actions
from leglog.ui.routines.paper_sheet import PaperSheet, file_name, routine_pdf, usual_paper
from leglog.ui.widgets.paper_flow import Piece, pages_of
from tests.ui.finding import pick, texts
from tests.ui.routines.reading import items

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.routines.page import RoutinePage

LONG = "Evening routine for legs, hips and lower back, second half 60"


def _pdf(log: TrainingLog, folder: Path, paper: str = "a4", *, steps: bool = True) -> Path:
    """A template with a long name, seven sets of a lift and a superset, as a PDF."""
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    rename_routine(log, routine_id, LONG)
    view = routine_view(log, routine_id)
    make_superset(log, view.exercises[2].id)
    lift = view.exercises[3]
    correct_planned_sets(log, lift.id, [replace(lift.sets[0], rpe_halves=15)] * 7)
    correct_routine_exercise(log, lift.id, PlanDetails(90, "3-1-1-0", 20, "Knee over the foot"))
    view = routine_view(log, routine_id)
    texts = exercise_texts(log, {one.exercise_id for one in view.exercises}) if steps else {}
    path = folder / "plan.pdf"
    path.write_bytes(routine_pdf(view, texts, paper))
    return path


def _text(path: Path) -> str:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([reader, str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_paper_has_the_plan_as_text(log: TrainingLog, tmp_path: Path) -> None:
    text = _text(_pdf(log, tmp_path))
    for words in (
        LONG,
        "Deadlift with one held weight",
        "7 × 10–12, rest 90 s",
        "Tempo 3-1-1-0 · Step 20 cm",
        "Knee over the foot",
        "7 · 10–12 · last time · RPE 7.5",
        "Superset: in turn with",
        "1. Stand hip-width",
        "Back before (0–10)",
    ):
        assert words in text


def test_steps_can_be_left_out(log: TrainingLog, tmp_path: Path) -> None:
    text = _text(_pdf(log, tmp_path, steps=False))
    assert "Deadlift with one held weight" in text
    assert "Stand hip-width" not in text


@pytest.mark.parametrize(
    ("paper", "box"), [("a4", (595, 842)), ("letter", (612, 792))], ids=["a4", "letter"]
)
def test_paper_has_the_chosen_size(
    log: TrainingLog, tmp_path: Path, paper: str, box: tuple[int, int]
) -> None:
    found = re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", _pdf(log, tmp_path, paper).read_bytes()
    )
    assert found
    assert {tuple(round(float(side)) for side in sizes) for sizes in found} == {box}


def _block(count: int, height: float) -> tuple[Piece, ...]:
    return (Piece(height, lambda _pen, _x, _y: None),) * count


def test_block_goes_to_the_next_page_as_a_whole() -> None:
    pages = pages_of([_block(6, 10), _block(5, 10)], 100)
    assert [len(page) for page in pages] == [6, 5]


def test_block_longer_than_a_page_breaks_between_lines() -> None:
    pages = pages_of([_block(3, 10), _block(15, 10)], 100)
    assert [len(page) for page in pages] == [10, 8]


def test_print_stands_in_the_menu_and_the_page_answers_it(page: RoutinePage) -> None:
    (spec,) = [one for one in menu_actions() if one.id == "print"]
    assert spec.shortcut == "Ctrl+P"
    page.verbs()["print"]()
    (sheet,) = page.findChildren(PaperSheet)
    assert sheet.isVisible()


def test_page_without_a_routine_has_nothing_to_print(empty_page: RoutinePage, qtbot: QtBot) -> None:
    assert "print" not in empty_page.verbs()
    with qtbot.waitSignal(empty_page.verbs_changed):
        add_routine(empty_page.desk.log, "Legs")
    assert "print" in empty_page.verbs()


def test_sheet_saves_and_says_where(page: RoutinePage, qtbot: QtBot, tmp_path: Path) -> None:
    pick(qtbot, page.header.menu_button, "Print or save as PDF…")
    sheet = page.findChild(PaperSheet)
    assert sheet is not None
    with qtbot.waitSignal(page.desk.said) as said:
        sheet.save(tmp_path / "Legs.pdf")
    assert said.args == ["Saved as Legs.pdf."]
    assert items(page)[0].name in _text(tmp_path / "Legs.pdf")


def test_folder_that_is_gone_is_told_and_the_sheet_stays(page: RoutinePage, tmp_path: Path) -> None:
    page.verbs()["print"]()
    sheet = page.findChild(PaperSheet)
    assert sheet is not None
    sheet.save(tmp_path / "gone" / "Legs.pdf")
    assert sheet.isVisible()
    assert "Choose another one" in " ".join(texts(sheet))


def test_letter_is_offered_where_it_is_usual() -> None:
    assert usual_paper() == "a4"
    QLocale.setDefault(QLocale("en_US"))
    assert usual_paper() == "letter"


def test_file_name_is_taken_by_every_system() -> None:
    assert file_name('Legs A/B: "heavy"?') == "Legs A-B- -heavy--"
    assert file_name(" .. ") == "Routine"
