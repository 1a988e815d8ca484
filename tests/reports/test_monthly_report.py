"""The pages of the review: nothing overlaps or leaves the page, words can be taken out again."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import shutil
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from sqlalchemy import update

from leglog.errors import LeglogError
from leglog.models.exercise import Exercise
from leglog.models.workout import Workout
from leglog.reports.choices import ReportOptions, ReportWords
from leglog.reports.monthly import MOST_PAGES, typeset, write_report
from leglog.reports.writing import PlainWriting
from leglog.services.demo import fill_with_demo
from leglog.services.monthly_review import monthly_review
from leglog.services.physio_note import LONGEST_NOTE, write_physio_note
from leglog.services.training_log import TrainingLog, open_log
from leglog.training.periods import months_before
from leglog.training.vocabulary import Unit
from leglog.ui import labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.artist import Artist
    from matplotlib.transforms import Bbox

    from leglog.charts.paper import Sheet
    from leglog.services.monthly_review import MonthlyReview

TODAY = dt.date(2026, 11, 19)
MONTHS = [months_before(TODAY.replace(day=1), back) for back in range(13)]
ENGLISH = ReportWords(PlainWriting(), labels, Unit.KG)
GERMAN = ReportWords(PlainWriting("de"), labels, Unit.KG, "de")
FINE = 288
LONG = "Einbeiniges rumänisches Kreuzheben mit Kurzhantel am Kabelzug"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, fresh_log_file: Path) -> Iterator[TrainingLog]:
    """A made-up year, only read by the tests."""
    path = tmp_path_factory.mktemp("demo") / "leglog.db"
    path.write_bytes(fresh_log_file.read_bytes())
    log = open_log(path)
    fill_with_demo(log, TODAY)
    yield log
    log.close()


@pytest.fixture(scope="module")
def long_names(
    tmp_path_factory: pytest.TempPathFactory, fresh_log_file: Path
) -> Iterator[TrainingLog]:
    """The same year, with names of sixty characters and long notes everywhere."""
    path = tmp_path_factory.mktemp("long") / "leglog.db"
    path.write_bytes(fresh_log_file.read_bytes())
    log = open_log(path)
    fill_with_demo(log, TODAY)
    with log.upkeep() as session:
        for number, exercise in enumerate(session.query(Exercise)):
            exercise.name = f"{LONG[:57]}{number:3d}"
        session.execute(update(Workout).values(title="W" * 60, note="Ein langer Satz. " * 60))
    write_physio_note(log, MONTHS[1], ("Sitzen ist schlimmer als Heben. " * 40)[:LONGEST_NOTE])
    yield log
    log.close()


def boxes(sheet: Sheet) -> list[tuple[str, Bbox]]:
    """Return the words of a page with where they stand, in points."""
    # At the dots of a screen letters are moved to whole dots and grow wider than on paper.
    sheet.figure.set_dpi(FINE)
    canvas = FigureCanvasAgg(sheet.figure)
    renderer = canvas.get_renderer()
    points = Affine2D().scale(72 / FINE)
    return [
        (text.get_text(), text.get_window_extent(renderer).transformed(points))
        for text in _texts(sheet)
        if text.get_visible() and text.get_text().strip()
    ]


def _texts(sheet: Sheet) -> list[Text]:
    found: list[Artist] = sheet.figure.findobj(Text)
    return [each for each in found if isinstance(each, Text)]


def assert_neat(sheet: Sheet) -> None:
    found = boxes(sheet)
    paper = sheet.paper
    for text, box in found:
        assert box.x0 >= paper.margin / 2, text
        assert box.x1 <= paper.width - paper.margin / 2, text
        assert box.y0 >= paper.margin / 2, text
        assert box.y1 <= paper.height - paper.margin / 2, text
    for (first, a), (second, b) in itertools.combinations(found, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1.5 or down <= 1.5, f"{first!r} lies on {second!r}"


def pages(review: MonthlyReview, said: ReportWords, **options: bool) -> list[Sheet]:
    sheets, _root = typeset(review, said, ReportOptions(letter=options.get("letter", False)))
    return sheets


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_no_month_of_the_year_overlaps_or_is_cut(demo: TrainingLog, month: dt.date) -> None:
    sheets = pages(monthly_review(demo, month, TODAY), ENGLISH)
    assert len(sheets) <= MOST_PAGES
    for sheet in sheets:
        assert_neat(sheet)


@pytest.mark.parametrize("month", MONTHS[:3], ids=str)
def test_names_of_sixty_characters_fit_in_german(long_names: TrainingLog, month: dt.date) -> None:
    sheets = pages(monthly_review(long_names, month, TODAY), GERMAN)
    assert len(sheets) <= MOST_PAGES
    for sheet in sheets:
        assert_neat(sheet)


@pytest.mark.parametrize("letter", [False, True], ids=["a4", "letter"])
@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_longer_reports_fit_on_either_paper(
    demo: TrainingLog, long_names: TrainingLog, months: int, letter: bool
) -> None:
    for log in (demo, long_names):
        sheets = pages(monthly_review(log, MONTHS[1], TODAY, months), GERMAN, letter=letter)
        assert len(sheets) <= MOST_PAGES
        for sheet in sheets:
            assert_neat(sheet)


def test_whole_name_is_on_the_page(long_names: TrainingLog) -> None:
    review = monthly_review(long_names, MONTHS[1], TODAY)
    words = " ".join(text for sheet in pages(review, GERMAN) for text, _box in boxes(sheet))
    together = "".join(words.split())
    assert "".join(review.around[0].name.split()) in together
    assert "Oktober 2026" in words
    assert "…" in words, "long notes are shortened"


def test_empty_month_is_one_short_page(log: TrainingLog) -> None:
    (sheet,) = pages(monthly_review(log, MONTHS[3], TODAY), ENGLISH)
    words = [text for text, _box in boxes(sheet)]
    assert any("No workouts and no ratings in August 2026." in text for text in words)
    assert_neat(sheet)


@pytest.fixture(scope="module")
def pdf(demo: TrainingLog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "review.pdf"
    count = write_report(path, monthly_review(demo, MONTHS[1], TODAY), GERMAN)
    assert count == 2
    return path


def test_pdf_names_its_title_and_language(pdf: Path) -> None:
    content = pdf.read_bytes()
    assert b"/Lang (de)" in content
    assert b"/DisplayDocTitle true" in content
    assert "Monthly review, Oktober 2026".encode("ascii") in content
    assert b"/MarkInfo << /Marked true >>" in content


def test_every_font_of_the_pdf_is_embedded(pdf: Path) -> None:
    content = pdf.read_bytes()
    descriptors = re.findall(rb"/Type /FontDescriptor.*?>>", content, re.DOTALL)
    assert descriptors
    assert all(b"/FontFile2" in one for one in descriptors)


def test_figures_of_the_pdf_are_told_in_words(pdf: Path) -> None:
    content = pdf.read_bytes()
    figures = re.findall(rb"<<[^<>]*(?:<<[^<>]*>>[^<>]*)*/S /Figure.*?endobj", content, re.DOTALL)
    alts = re.findall(rb"/Alt (.*)", content)
    assert len(figures) == len(alts) == 2


def test_charts_of_the_pdf_are_no_images(pdf: Path) -> None:
    assert b"/Subtype /Image" not in pdf.read_bytes()


def test_marks_are_balanced_on_every_page(pdf: Path) -> None:
    streams = re.findall(rb"stream\n(.*?)\nendstream", pdf.read_bytes(), re.DOTALL)
    pages_found = 0
    for stream in streams:
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        if b"BDC" in content:
            pages_found += 1
            begun = content.count(b" BDC\n") + content.count(b" BMC\n")
            assert begun == content.count(b"\nEMC\n")
    assert pages_found == 2


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_text_of_the_pdf_can_be_taken_out(pdf: Path, demo: TrainingLog) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    review = monthly_review(demo, MONTHS[1], TODAY)
    assert f"{review.month.planned_done} of {review.month.planned}" in text
    assert "Clamshell" in text
    assert "not a medical record" in text


def test_folder_that_cannot_be_written_is_said(demo: TrainingLog, tmp_path: Path) -> None:
    review = monthly_review(demo, MONTHS[1], TODAY)
    with pytest.raises(LeglogError, match="could not be written"):
        write_report(tmp_path / "none" / "review.pdf", review, ENGLISH)


def test_note_that_was_not_ticked_stays_out(demo: TrainingLog) -> None:
    review = monthly_review(demo, MONTHS[1], TODAY)
    noted = next(one for one in review.workouts if one.note)
    sheets, _root = typeset(review, ENGLISH, ReportOptions(left_out_notes={noted.id}))
    words = [text for sheet in sheets for text, _box in boxes(sheet)]
    assert not any(noted.note in text for text in words)


def test_strange_characters_and_dollars_are_written_plainly(log: TrainingLog) -> None:
    fill_with_demo(log, TODAY)
    with log.upkeep() as session:
        session.execute(update(Workout).values(title="$x_2$ 💪 脚 \\frac"))
    for sheet in pages(monthly_review(log, MONTHS[1], TODAY), ENGLISH):
        assert_neat(sheet)


def test_days_and_numbers_of_a_table_do_not_wrap(demo: TrainingLog) -> None:
    sheets = pages(monthly_review(demo, MONTHS[1], TODAY), GERMAN)
    words = [text for sheet in sheets for text, _box in boxes(sheet)]
    assert "13. Okt" in words
    assert "13." not in [text.strip() for text in words]
