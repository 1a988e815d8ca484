"""Typed lines read against the workout at hand: plans, choices, or where it stops."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.services.exercises import exercise_list
from leglog.services.last_time import sets_last_time
from leglog.services.load_modes import usual_load_mode
from leglog.services.quick_choices import Choice, QuickReading, unclear, which_to_skip
from leglog.services.quick_names import Found, Names
from leglog.services.quick_plan import (
    QuickPlan,
    Refused,
    Subject,
    likely_readings,
    plan_sets,
    subject_of,
)
from leglog.services.set_values import SetValues
from leglog.training.quick_line import (
    Ambiguity,
    QuickLine,
    QuickSkip,
    Span,
    Trouble,
    format_line,
    parse_line,
)
from leglog.training.vocabulary import LoadMode, SetType, Unit

if TYPE_CHECKING:
    from leglog.services.exercises import ExerciseLine
    from leglog.services.last_time import LastSet
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm
    from leglog.training.quick_line import Result


class QuickEntryReader:
    """Reads lines for one workout; ``form`` and ``current_id`` follow it as it goes on."""

    def __init__(self, log: TrainingLog) -> None:
        self._log = log
        self._names = Names(exercise_list(log))
        self._usual: dict[tuple[int, int], Subject] = {}
        self.form: WorkoutForm | None = None
        self.current_id: int | None = None
        """The exercise of the workout that a line without a name is for."""
        self.unit = Unit.KG

    def read(self, text: str) -> tuple[QuickReading, ...]:
        """Return what each line says; a row filled by one line is not filled by the next."""
        taken: set[int] = set()
        return tuple(self._read(line, taken) for line in text.split("\n") if line.strip())

    def _read(self, text: str, taken: set[int]) -> QuickReading:
        result = parse_line(text, self.unit, self._names.is_name)
        if isinstance(result, QuickSkip):
            return self._skip(text, result)
        line = _line_of(result)
        subject = self._subject(text, line, result)
        if isinstance(subject, QuickReading):
            return subject
        if isinstance(result, Trouble):
            return self._trouble(text, result, subject, taken)
        readings = result.readings if isinstance(result, Ambiguity) else (result,)
        return self._planned(text, readings, subject, taken, _span_of(result))

    def _planned(
        self,
        text: str,
        readings: tuple[QuickLine, ...],
        subject: Subject,
        taken: set[int],
        span: Span,
    ) -> QuickReading:
        """Return the plan of the readings that suit the exercise: one, or several to choose."""
        whole: list[tuple[QuickLine, QuickPlan, set[int]]] = []
        refused = ""
        for line in likely_readings(readings, subject):
            rows = set(taken)
            try:
                whole.append((line, _plan(subject, line, rows), rows))
            except Refused as refusal:
                refused = refused or refusal.sentence
        if not whole:
            return QuickReading(text, span=span, sentence=refused)
        if len(whole) == 1:
            _line, plan, rows = whole[0]
            taken |= rows
            return QuickReading(text, plan)
        choices = tuple(Choice(format_line(line), subject.name, plan) for line, plan, _ in whole)
        sentence = _("This can be read in two ways.")
        return QuickReading(text, span=span, sentence=sentence, choices=choices)

    def _trouble(
        self, text: str, trouble: Trouble, subject: Subject, taken: set[int]
    ) -> QuickReading:
        so_far = None
        if trouble.so_far.sets:
            try:
                so_far = _plan(subject, trouble.so_far, set(taken))
            except Refused:
                so_far = None
        so_far = so_far or QuickPlan(subject.exercise_id, subject.name)
        return QuickReading(text, span=trouble.span, sentence=trouble.sentence, so_far=so_far)

    def _subject(self, text: str, line: QuickLine, result: Result) -> Subject | QuickReading:
        """Return the exercise that a line is for, or what to ask about it."""
        if not line.name:
            block = self._block(self.current_id)
            if isinstance(result, Trouble) and (block is None or not line.sets):
                return QuickReading(text, span=result.span, sentence=result.sentence)
            if block is None:
                return QuickReading(text, sentence=_("Name the exercise first: squat 40x12."))
            return subject_of(block)
        found = self._names.find(line.name, self._today())
        if found.exercise is not None:
            return self._subject_of(found.exercise)
        return unclear(text, line.name, line.name_span, found)

    def _skip(self, text: str, skip: QuickSkip) -> QuickReading:
        """Return the exercise to leave out: the longest run of words that names one of today's."""
        if not skip.words:
            block = self._block(self.current_id)
            if block is None:
                return QuickReading(text, sentence=_("Name the exercise to skip."))
            return QuickReading(text, _skipped(block, skip.reason))
        nearly: Found | None = None
        for count in range(len(skip.words), 0, -1):
            name, rest = " ".join(skip.words[:count]), " ".join(skip.words[count:])
            found = self._names.find_among(name, self._today())
            reason = "; ".join(part for part in (rest, skip.reason) if part)
            if found.exercise is not None:
                return QuickReading(text, _skipped(self._of_exercise(found.exercise.id), reason))
            if found.candidates and not found.nearly:
                return which_to_skip(text, name, skip.name_span, found, reason)
            if found.candidates and nearly is None:
                nearly, near_name, near_reason = found, name, reason
        if nearly is not None:
            return which_to_skip(text, near_name, skip.name_span, nearly, near_reason)
        sentence = _("No exercise of this workout starts with “{name}”.")
        return QuickReading(
            text, span=skip.name_span, sentence=sentence.format(name=skip.words[0])
        )  # fmt: skip

    def _today(self) -> frozenset[int]:
        return (
            frozenset(block.exercise_id for block in self.form.blocks) if self.form else frozenset()
        )

    def _block(self, block_id: int | None) -> ExerciseBlock | None:
        blocks = self.form.blocks if self.form else ()
        return next((block for block in blocks if block.id == block_id), None)

    def _of_exercise(self, exercise_id: int) -> ExerciseBlock | None:
        """Return the exercise's place in the workout: the current one, else one with open sets."""
        blocks = [
            b for b in (self.form.blocks if self.form else ()) if b.exercise_id == exercise_id
        ]
        blocks.sort(key=lambda block: (block.id != self.current_id, block.is_complete))
        return blocks[0] if blocks else None

    def _subject_of(self, exercise: ExerciseLine) -> Subject:
        block = self._of_exercise(exercise.id)
        if block is not None:
            subject = subject_of(block)
            return subject if block.sets else replace(self._from_library(exercise), block=block)
        return self._from_library(exercise)

    def _from_library(self, exercise: ExerciseLine) -> Subject:
        form = self.form
        key = (form.id if form else 0, exercise.id)
        if key not in self._usual:
            mode, last = _usual(self._log, form, exercise.id)
            self._usual[key] = Subject(
                exercise.id, exercise.name, exercise.measure, mode, exercise.per_side, None, last
            )
        return self._usual[key]


def _usual(
    log: TrainingLog, form: WorkoutForm | None, exercise_id: int
) -> tuple[LoadMode, tuple[SetValues, ...]]:
    """Return what a load of the exercise means, and the working sets of last time."""
    with log.reading() as session:
        exercise = session.scalar(select(Exercise).where(Exercise.id == exercise_id))
        mode = LoadMode.EXTERNAL if exercise is None else usual_load_mode(exercise)
        last: tuple[LastSet, ...] = ()
        if form is not None:
            last = sets_last_time(session, [exercise_id], form.date, form.id)[exercise_id]
    sets = [
        SetValues(load_g=one.load_g, load_unit=one.load_unit)
        for one in last
        if one.set_type is not SetType.WARM_UP
    ]
    return mode, tuple(sets)


def _line_of(result: QuickLine | Ambiguity | Trouble) -> QuickLine:
    match result:
        case QuickLine():
            return result
        case Ambiguity():
            return result.readings[0]
        case Trouble():
            return result.so_far


def _span_of(result: QuickLine | Ambiguity) -> Span:
    if isinstance(result, Ambiguity):
        return result.span
    return Span(result.name_span.at + result.name_span.length)


def _plan(subject: Subject, line: QuickLine, taken: set[int]) -> QuickPlan:
    block = subject.block
    return QuickPlan(
        subject.exercise_id,
        subject.name,
        block.id if block else None,
        plan_sets(subject, line.sets, taken),
        line.note,
    )


def _skipped(block: ExerciseBlock | None, reason: str) -> QuickPlan | None:
    if block is None:
        return None
    return QuickPlan(block.exercise_id, block.name, block.id, skipped=True, reason=reason)
