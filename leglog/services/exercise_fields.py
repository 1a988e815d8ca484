"""The fields of an exercise that a person can fill in, and what may stand in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.training.vocabulary import Category, LoadBasis, Measure, Muscle, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NAME = 80
MOST_SETS, MOST_REPS, MOST_SECONDS = 20, 1000, 7200
MOST_BODY_WEIGHT = 1.5
EQUIPMENT = (
    "mat", "chair", "wall", "step", "stick", "strap", "band", "dumbbell", "kettlebell",
    "barbell", "bench", "rack", "box", "cable", "machine", "trap-bar", "pull-up-bar",
    "hyperextension-bench", "ankle-weights", "foam-roller", "pool",
)  # fmt: skip
"""What can be needed, from what is in every home to what is in a gym."""

_WEIGHED = (LoadBasis.TOTAL, LoadBasis.PER_DUMBBELL, LoadBasis.SINGLE, LoadBasis.STACK)
_BASES: dict[Measure, tuple[LoadBasis, ...]] = {
    Measure.WEIGHT_REPS: _WEIGHED,
    Measure.BODYWEIGHT_REPS: (LoadBasis.NONE, LoadBasis.ADDED),
    Measure.ASSISTED_REPS: (LoadBasis.ASSIST,),
    Measure.DURATION: (LoadBasis.NONE,),
    Measure.WEIGHT_DURATION: (*_WEIGHED, LoadBasis.ADDED),
    Measure.DISTANCE_DURATION: (LoadBasis.NONE,),
}


class InvalidField(InvalidValue):
    """A field of an exercise cannot be stored as it is; ``field`` is its name."""

    def __init__(self, field: str, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.field = field


@dataclass(frozen=True, slots=True)
class ExerciseFields:
    """An exercise as it is edited. Ranges are (least, most), with None where they are open."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    """The person's own other names; the catalogue's are not edited."""
    category: Category = Category.STRENGTH
    pattern: Pattern = Pattern.SQUAT
    measure: Measure = Measure.WEIGHT_REPS
    load_basis: LoadBasis = LoadBasis.TOTAL
    per_side: bool = False
    compound: bool = False
    """Whether several joints move."""
    bodyweight_factor: float | None = None
    """Share of body weight that is moved, where it is known."""
    equipment: tuple[str, ...] = ()
    muscles: tuple[tuple[Muscle, float], ...] = ()
    """How far a set counts for each: 1.0 or 0.5."""
    default_sets: int = 3
    default_reps: tuple[int | None, int | None] = (None, None)
    default_s: tuple[int | None, int | None] = (None, None)
    instructions: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    common_mistakes: tuple[str, ...] = ()
    back_care: str = ""
    easier_id: int | None = None
    harder_id: int | None = None


def fitting_load_bases(measure: Measure) -> tuple[LoadBasis, ...]:
    """Return what the number in the weight field can mean, the usual meaning first."""
    return _BASES[measure]


def tidied(fields: ExerciseFields) -> ExerciseFields:
    """Return the fields without blank lines and spaces around; an open end of a range is closed."""
    return replace(
        fields,
        name=" ".join(fields.name.split()),
        aliases=_lines(fields.aliases),
        equipment=fields.equipment or ("none",),
        muscles=tuple(dict(fields.muscles).items()),
        default_reps=_closed(fields.default_reps),
        default_s=_closed(fields.default_s),
        instructions=_lines(fields.instructions),
        cues=_lines(fields.cues),
        common_mistakes=_lines(fields.common_mistakes),
        back_care=fields.back_care.strip(),
    )


def check_fields(fields: ExerciseFields) -> None:
    """Raise InvalidField for the first field that cannot be stored as it is."""
    _check_name(fields.name)
    if fields.load_basis not in fitting_load_bases(fields.measure):
        raise InvalidField(
            "load_basis",
            _("What the weight means does not fit how the exercise is measured."),
            _("Choose one of the meanings offered."),
        )
    if not 1 <= fields.default_sets <= MOST_SETS:
        raise InvalidField(
            "default_sets", _("Sets are a number from 1 to {most}.").format(most=MOST_SETS)
        )
    _check_range("default_reps", fields.default_reps, MOST_REPS, _("Reps"))
    _check_range("default_s", fields.default_s, MOST_SECONDS, _("Seconds"))
    if (
        fields.bodyweight_factor is not None
        and not 0 < fields.bodyweight_factor <= MOST_BODY_WEIGHT
    ):
        raise InvalidField(
            "bodyweight_factor", _("The share of body weight is a number from 1 to 150 %.")
        )
    if fields.easier_id is not None and fields.easier_id == fields.harder_id:
        raise InvalidField(
            "harder_id", _("The same exercise cannot be both the easier and the harder one.")
        )


def _check_name(name: str) -> None:
    if not name:
        raise InvalidField("name", _("Give the exercise a name."))
    if len(name) > LONGEST_NAME:
        raise InvalidField(
            "name",
            _("The name is too long: {length} letters.").format(length=len(name)),
            _("{most} fit.").format(most=LONGEST_NAME),
        )


def _check_range(field: str, ends: tuple[int | None, int | None], most: int, what: str) -> None:
    low, high = ends
    if low is None or high is None:
        return
    if not (1 <= low <= most and 1 <= high <= most):
        raise InvalidField(
            field, _("{what} are a number from 1 to {most}.").format(what=what, most=most)
        )
    if low > high:
        raise InvalidField(
            field,
            _("{what} go from {low} down to {high}.").format(what=what, low=low, high=high),
            _("Write the smaller number first."),
        )


def _closed(ends: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Return 8 to 8 for a lone 8."""
    low, high = ends
    return (low if low is not None else high, high if high is not None else low)


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for each in lines if (line := each.strip())))
