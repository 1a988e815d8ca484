from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.errors import InvalidValue, NotFound
from leglog.models.workout import PlannedWorkout
from leglog.services.catalogue_file import templates
from leglog.services.planning import lay_down_planned_workouts
from leglog.services.routine_reading import routine_list, routine_view
from leglog.services.routine_templates import template_list
from leglog.services.routines import (
    add_routine,
    add_routine_from_template,
    archive_routine,
    duplicate_routine,
    hide_hint,
    note_routine,
    plan_weekdays,
    remove_routine,
    rename_routine,
    restore_routine,
    show_hidden_hints,
)
from leglog.training.vocabulary import LoadMode, LoadRule, MuscleGroup, Section, Side

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

THURSDAY = dt.date(2025, 11, 20)
FRIDAY = dt.date(2025, 11, 21)


def _planned_days(log: TrainingLog) -> list[dt.date]:
    with log.reading() as session:
        return list(session.scalars(select(PlannedWorkout.date).order_by(PlannedWorkout.date)))


def test_new_routine_stands_after_the_others(log: TrainingLog) -> None:
    first, second = add_routine(log, "Legs"), add_routine(log, "  Back   day ")
    assert [(one.id, one.name) for one in routine_list(log)] == [
        (first, "Legs"),
        (second, "Back day"),
    ]


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_routine_needs_a_name(log: TrainingLog, name: str) -> None:
    with pytest.raises(InvalidValue):
        add_routine(log, name)


@pytest.mark.parametrize("template", [one["id"] for one in templates()])
def test_template_is_copied_whole(log: TrainingLog, template: str) -> None:
    view = routine_view(log, add_routine_from_template(log, template))
    (source,) = [one for one in templates() if one["id"] == template]
    wanted = [
        (part["section"], item["sets"], item["rest_seconds"], item["notes"])
        for part in source["sections"]
        for item in part["items"]
    ]
    copied = [(one.section, len(one.sets), one.rest_s, one.note) for one in view.exercises]
    assert copied == wanted


def test_template_takes_weights_from_the_last_time(log: TrainingLog) -> None:
    view = routine_view(log, add_routine_from_template(log, "s003-legs-and-back"))
    sets = {item.name: item.sets[0] for item in view.exercises}
    assert sets["Forward lunge"].side is Side.EACH
    assert sets["Barbell deadlift"].load_mode is LoadMode.EXTERNAL
    assert sets["Dumbbell bent-over row"].load_mode is LoadMode.PER_DUMBBELL
    assert all(one.load_rule is LoadRule.FROM_LAST for one in sets.values())
    assert all(one.load_g is None for one in sets.values())


def test_unknown_template_is_refused(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        add_routine_from_template(log, "no-such-template")


def test_card_and_copy_of_a_template_say_the_same(log: TrainingLog) -> None:
    for card in template_list(log):
        view = routine_view(log, add_routine_from_template(log, card.id))
        assert (card.duration_s, card.counted_sets) == (view.duration_s, view.counted_sets)


def test_name_and_note_are_corrected(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    rename_routine(log, routine_id, "Legs A")
    note_routine(log, routine_id, " in the garage ")
    view = routine_view(log, routine_id)
    assert (view.name, view.note) == ("Legs A", "in the garage")


def test_weekdays_plan_the_rest_of_the_week(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    plan_weekdays(log, routine_id, {1, 5}, THURSDAY)
    assert routine_view(log, routine_id).weekdays == {1, 5}
    assert _planned_days(log) == [FRIDAY]


def test_changed_weekdays_leave_past_plans_alone(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    plan_weekdays(log, routine_id, {3, 5}, THURSDAY - dt.timedelta(days=3))
    plan_weekdays(log, routine_id, {6}, THURSDAY)
    assert _planned_days(log) == [dt.date(2025, 11, 19), dt.date(2025, 11, 22)]


def test_same_weekdays_again_are_no_step_of_undo(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    before = log.undo_action
    plan_weekdays(log, routine_id, set(), THURSDAY)
    assert log.undo_action is before


def test_unknown_weekday_is_refused(log: TrainingLog) -> None:
    with pytest.raises(InvalidValue):
        plan_weekdays(log, add_routine(log, "Legs"), {0}, THURSDAY)


def test_duplicate_has_the_same_sets_and_no_weekdays(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, "s002-full-session")
    plan_weekdays(log, routine_id, {1}, THURSDAY)
    original, copy = (routine_view(log, one) for one in (routine_id, duplicate_routine(log, 1)))
    assert copy.name == f"{original.name} (copy)"
    assert copy.weekdays == frozenset()
    assert [one.sets for one in copy.exercises] == [one.sets for one in original.exercises]
    assert not {one.id for one in copy.exercises} & {one.id for one in original.exercises}


def test_archived_routine_is_listed_apart_and_planned_no_more(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    plan_weekdays(log, routine_id, {5}, THURSDAY)
    archive_routine(log, routine_id, THURSDAY)
    assert routine_list(log) == ()
    assert [one.id for one in routine_list(log, archived=True)] == [routine_id]
    assert _planned_days(log) == []
    lay_down_planned_workouts(log, THURSDAY)
    assert _planned_days(log) == []


def test_restored_routine_is_planned_again(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    plan_weekdays(log, routine_id, {5}, THURSDAY)
    archive_routine(log, routine_id, THURSDAY)
    restore_routine(log, routine_id, THURSDAY)
    assert _planned_days(log) == [FRIDAY]
    assert not routine_view(log, routine_id).is_archived


def test_removed_routine_leaves_past_plans_with_its_name(log: TrainingLog) -> None:
    routine_id = add_routine(log, "Legs")
    plan_weekdays(log, routine_id, {3, 5}, THURSDAY - dt.timedelta(days=3))
    remove_routine(log, routine_id, THURSDAY)
    with log.reading() as session:
        plans = session.execute(select(PlannedWorkout.routine_id, PlannedWorkout.routine_name))
        assert [tuple(row) for row in plans] == [(None, "Legs")]
    with pytest.raises(NotFound):
        routine_view(log, routine_id)


def test_hidden_hint_stays_hidden_until_all_are_shown(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, "s003-legs-and-back")
    before = routine_view(log, routine_id).hints
    hide_hint(log, routine_id, before[-1].key)
    view = routine_view(log, routine_id)
    assert view.hints == before[:-1]
    assert view.hidden_hints == 1
    show_hidden_hints(log, routine_id)
    assert routine_view(log, routine_id).hints == before


def test_balance_counts_each_muscle_by_its_share(log: TrainingLog) -> None:
    view = routine_view(log, add_routine_from_template(log, "s003-legs-and-back"))
    assert view.counted_sets == 18
    assert view.balance.by_group[MuscleGroup.QUADS] == 10.5
    assert view.duration_s == sum(part.duration_s for part in view.sections)


def test_empty_routine_has_all_sections_and_nothing_in_them(log: TrainingLog) -> None:
    view = routine_view(log, add_routine(log, "Legs"))
    assert [part.section for part in view.sections] == list(Section)
    assert (view.exercises, view.duration_s, view.hints) == ((), 0, ())
