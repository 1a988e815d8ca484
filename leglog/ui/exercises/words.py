"""How past sets and bests of an exercise are put into words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.records import Record, RecordKind
from leglog.training.units import KG_PER_LB
from leglog.training.vocabulary import LoadMode, Unit
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.services.exercise_history import PastSet
    from leglog.services.exercises import ExerciseDetail

_SHOWN = (
    RecordKind.HEAVIEST_LOAD,
    RecordKind.E1RM,
    RecordKind.LONGEST_HOLD,
    RecordKind.REPS_AT_LOAD,
)


def done(sets: Sequence[PastSet]) -> str:
    """Return the sets of a workout ('32 kg × 10, 10, 8', '25, 20 s', '3 × 12')."""
    parts = []
    for load, run in groupby(sets, key=_load):
        counts = _counts(list(run))
        parts.append(_("{load} × {counts}").format(load=load, counts=counts) if load else counts)
    return "; ".join(part for part in parts if part)


def bests(detail: ExerciseDetail) -> list[tuple[str, str]]:
    """Return the best sets: what is meant, and the figure with its unit."""
    shown: list[tuple[str, str]] = []
    for kind in _SHOWN:
        of_kind = [one for one in detail.bests if one.kind is kind]
        if kind is RecordKind.REPS_AT_LOAD:
            # Reps at each load are many; only those with body weight alone are worth a line.
            of_kind = [one for one in of_kind if one.load_g is None]
        if of_kind:
            best = max(of_kind, key=lambda one: one.value)
            shown.append((_best_name(kind), _best_figure(best, detail)))
    return shown


def _best_name(kind: RecordKind) -> str:
    return {
        RecordKind.HEAVIEST_LOAD: _("Heaviest"),
        RecordKind.E1RM: _("Estimated 1-rep max"),
        RecordKind.LONGEST_HOLD: _("Longest hold"),
        RecordKind.REPS_AT_LOAD: _("Most reps"),
    }[kind]


def _best_figure(best: Record, detail: ExerciseDetail) -> str:
    mode = best.load_mode or LoadMode.EXTERNAL
    unit = detail.load_units.get(mode, Unit.KG)
    match best.kind:
        case RecordKind.HEAVIEST_LOAD:
            return _with_sign(localized.load_with_unit(round(best.value), unit), mode)
        case RecordKind.E1RM:
            value = best.value if unit is Unit.KG else best.value / float(KG_PER_LB)
            return f"{localized.number(value, 1)} {unit.value}"
        case RecordKind.LONGEST_HOLD:
            return localized.duration(round(best.value))
        case _:
            return localized.number(best.value, 0)


def facts(detail: ExerciseDetail) -> list[str]:
    """Return the words in boxes beside the name ('Strength', 'Hip hinge', 'Barbell')."""
    things = [labels.equipment(kind) for kind in detail.equipment]
    words = [labels.category(detail.category), labels.pattern(detail.pattern)]
    words += [", ".join(things) or labels.equipment("none"), labels.measure(detail.measure)]
    return list(dict.fromkeys(words))


def _load(one: PastSet) -> str:
    if one.load_g is None:
        return ""
    return _with_sign(localized.load_with_unit(one.load_g, one.load_unit), one.load_mode)


def _with_sign(load: str, mode: LoadMode) -> str:
    return {LoadMode.ADDED: "+", LoadMode.ASSISTED: "−"}.get(mode, "") + load


def _counts(sets: Sequence[PastSet]) -> str:
    """Return reps, or else seconds or metres; the two sides of one set as '10/9'."""
    if any(one.reps is not None for one in sets):
        return ", ".join(_paired(sets, (one.reps for one in sets)))
    if any(one.duration_s is not None for one in sets):
        if len(sets) == 1:
            return localized.duration(sets[0].duration_s or 0)
        counts = ", ".join(_paired(sets, (one.duration_s for one in sets)))
        return _("{seconds} s").format(seconds=counts)
    metres = [one.distance_m for one in sets if one.distance_m is not None]
    return ", ".join(_("{metres} m").format(metres=localized.number(one, 0)) for one in metres)


def _paired(sets: Sequence[PastSet], counts: Iterable[int | None]) -> list[str]:
    texts: list[str] = []
    pair: int | None = None
    for one, count in zip(sets, counts, strict=True):
        text = "–" if count is None else str(count)
        if texts and one.pair is not None and one.pair == pair:
            texts[-1] += f"/{text}"
        else:
            texts.append(text)
        pair = one.pair
    return texts
