"""A routine on paper, to train from: the plan, how each exercise is done, boxes to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.vocabulary import Measure, Side
from leglog.ui import labels, localized
from leglog.ui.routines import words
from leglog.ui.widgets.paper_flow import FAINT_INK, Pen, Piece, draw_pages, space, text_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPagedPaintDevice

    from leglog.services.planned_sets import PlannedSetValues
    from leglog.services.routine_paper import ExerciseText
    from leglog.services.routine_reading import PlannedExerciseView, RoutineView, SectionView
    from leglog.ui.widgets.paper_flow import Block

_BOXES_A_ROW = 5
_BOX_GAP = 2.0
_WRITING_MM = 9.0
_CAPTION_PT, _SMALL_PT, _BODY_PT = 7.0, 8.0, 9.5


def draw_routine(
    device: QPagedPaintDevice, view: RoutineView, texts: Mapping[int, ExerciseText]
) -> bool:
    """Draw a routine on the device's paper; False where the device could not be written.

    ``texts`` tell how exercises are done, by their ids; without them there are boxes alone.
    """

    def blocks(pen: Pen) -> Sequence[Block]:
        found = [_head(pen, view)]
        for part in view.sections:
            found += _section(pen, part, texts)
        return found

    return draw_pages(device, blocks, lambda page, pages: (view.name, _page_words(page, pages)))


def _page_words(page: int, pages: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=pages)


def _head(pen: Pen, view: RoutineView) -> Block:
    facts = [_("about {minutes}").format(minutes=words.minutes(view.duration_s))]
    if view.counted_sets:
        facts.append(words.sets(view.counted_sets))
    if view.weekdays:
        facts.append(", ".join(localized.weekday(day - 1) for day in sorted(view.weekdays)))
    pieces = [
        *text_pieces(pen, view.name, 17, bold=True),
        *text_pieces(pen, " · ".join(facts), _BODY_PT, faint=True),
    ]
    if view.note:
        pieces += [space(1), *text_pieces(pen, view.note, _BODY_PT)]
    return (*pieces, space(3), _day_boxes(pen), space(2))


def _day_boxes(pen: Pen) -> Piece:
    """Return the boxes for the day and for the back, which is rated around the workout."""
    font = pen.font(_CAPTION_PT)
    caption = pen.line_height(font)
    boxes = (
        (_("Date"), 2),
        (_("Back before (0–10)"), 1),
        (_("Worst during (0–10)"), 1),
        (_("Back after (0–10)"), 1),
    )
    unit = (pen.width - _BOX_GAP * (len(boxes) - 1)) / sum(share for _name, share in boxes)

    def draw(pen: Pen, x: float, y: float) -> None:
        for name, share in boxes:
            pen.text(x, y, name, font, FAINT_INK)
            pen.box(x, y + caption + 0.5, unit * share, _WRITING_MM)
            x += unit * share + _BOX_GAP

    return Piece(caption + 0.5 + _WRITING_MM, draw)


def _section(
    pen: Pen, part: SectionView, texts: Mapping[int, ExerciseText]
) -> list[tuple[Piece, ...]]:
    """Return a block for each exercise; the head of the section stays with the first."""
    if not part.exercises:
        return []
    height = pen.line_height(pen.font(12, bold=True))

    def draw(pen: Pen, x: float, y: float) -> None:
        name, bold = labels.section(part.section), pen.font(12, bold=True)
        pen.text(x, y, name, bold)
        width = pen.text_width(name, bold)
        small = pen.font(_SMALL_PT)
        lower = height - pen.line_height(small) - 0.6
        pen.text(x + width + 3, y + lower, words.section(part), small, FAINT_INK)
        pen.line(x, y + height + 0.5, x + pen.width, y + height + 0.5, thick=True)

    head = (space(3), Piece(height + 2, draw))
    blocks = [
        _exercise(pen, item, texts.get(item.exercise_id), _mates(part, item))
        for item in part.exercises
    ]
    return [(*head, *blocks[0]), *blocks[1:]]


def _mates(part: SectionView, item: PlannedExerciseView) -> list[str]:
    """Return the names of the others in an exercise's superset."""
    if item.superset is None:
        return []
    return [
        other.name
        for other in part.exercises
        if other.superset == item.superset and other.id != item.id
    ]


def _exercise(
    pen: Pen, item: PlannedExerciseView, text: ExerciseText | None, mates: Sequence[str]
) -> Block:
    pieces = [
        space(1.5),
        *text_pieces(pen, item.name, 11, bold=True),
        *text_pieces(pen, " · ".join(_plan(item)), _BODY_PT),
    ]
    if mates:
        said = _("Superset: in turn with {names}").format(names=", ".join(mates))
        pieces += text_pieces(pen, said, _SMALL_PT)
    for note in (item.note, text.own_note if text else ""):
        if note:
            pieces += text_pieces(pen, note, _SMALL_PT)
    pieces += [space(1), *_boxes(pen, item)]
    if text is not None:
        pieces += _how(pen, text)
    return (*pieces, space(1.5))


def _plan(item: PlannedExerciseView) -> list[str]:
    plan = [words.summary(item)]
    if item.tempo:
        plan.append(_("Tempo {tempo}").format(tempo=item.tempo))
    if item.step_height_cm:
        plan.append(_("Step {height} cm").format(height=item.step_height_cm))
    return plan


def _how(pen: Pen, text: ExerciseText) -> Block:
    pieces: list[Piece] = []
    for number, step in enumerate(text.steps, start=1):
        pieces += text_pieces(pen, f"{number}. {step}", _SMALL_PT, faint=True, left=2)
    if text.back_care:
        said = _("For the back: {care}").format(care=text.back_care)
        pieces += text_pieces(pen, said, _SMALL_PT, left=2)
    return tuple(pieces)


def _boxes(pen: Pen, item: PlannedExerciseView) -> Block:
    """Return a box for each set, five in a row, with its target above."""
    rows = range(0, len(item.sets), _BOXES_A_ROW)
    return tuple(_box_row(pen, item, first) for first in rows)


def _box_row(pen: Pen, item: PlannedExerciseView, first: int) -> Piece:
    font = pen.font(_CAPTION_PT)
    line = pen.line_height(font)
    width = (pen.width - _BOX_GAP * (_BOXES_A_ROW - 1)) / _BOXES_A_ROW
    sets = item.sets[first : first + _BOXES_A_ROW]
    captions = [
        pen.lines(_caption(one, number), width, font)
        for number, one in enumerate(sets, start=first + 1)
    ]
    top = line * max(map(len, captions)) + 0.5

    def draw(pen: Pen, x: float, y: float) -> None:
        for one, caption in zip(sets, captions, strict=True):
            for number, text in enumerate(caption):
                pen.text(x, y + number * line, text, font, FAINT_INK)
            _draw_box(pen, item.measure, one, x, y + top, width)
            x += width + _BOX_GAP

    return Piece(top + _WRITING_MM + 1.5, draw)


def _draw_box(
    pen: Pen, measure: Measure, one: PlannedSetValues, x: float, y: float, width: float
) -> None:
    font = pen.font(6)
    low = _WRITING_MM - pen.line_height(font)
    pen.box(x, y, width, _WRITING_MM)
    parts = (Side.LEFT, Side.RIGHT) if one.side is Side.EACH else (Side.BOTH,)
    each = width / len(parts)
    for number, side in enumerate(parts):
        left = x + number * each
        if number:
            pen.line(left, y, left, y + _WRITING_MM)
        if side is not Side.BOTH:
            pen.text(left + 0.7, y + 0.3, labels.side_short(side), font, FAINT_INK)
        written = _written(measure)
        pen.text(
            left + each - pen.text_width(written, font) - 0.7, y + low, written, font, FAINT_INK
        )


def _caption(one: PlannedSetValues, number: int) -> str:
    """Return what is above a box ('1 · 10–12 · 40 kg · RPE 8')."""
    letter = labels.set_type_letter(one.set_type)
    parts = [f"{number}{letter}", words.target(one)]
    load = words.weight(one)
    if load != words.NOTHING:
        parts.append(load)
    if one.rpe_halves is not None:
        parts.append(_("RPE {rpe}").format(rpe=localized.rpe(one.rpe_halves)))
    return " · ".join(parts)


def _written(measure: Measure) -> str:
    """Return what is to be written into a box."""
    return {
        Measure.WEIGHT_REPS: _("weight × reps"),
        Measure.BODYWEIGHT_REPS: _("reps"),
        Measure.ASSISTED_REPS: _("help × reps"),
        Measure.DURATION: _("time"),
        Measure.WEIGHT_DURATION: _("weight × time"),
        Measure.DISTANCE_DURATION: _("distance, time"),
    }[measure]
