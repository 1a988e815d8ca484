"""Workouts and their sets in words."""

from __future__ import annotations

from leglog.i18n import _, pgettext
from leglog.training.vocabulary import (
    LoadMode,
    Section,
    SetType,
    Side,
)


def section(value: Section) -> str:
    """Return the name of a part of a workout ('Warm-up')."""
    return {
        Section.WARM_UP: _("Warm-up"),
        Section.MAIN: _("Main"),
        Section.ACCESSORY: _("Accessory"),
        Section.CORE: _("Core"),
        Section.COOL_DOWN: _("Cool-down"),
    }[value]


def set_type(value: SetType) -> str:
    """Return what a set is for ('Warm-up set')."""
    return {
        SetType.WARM_UP: _("Warm-up set"),
        SetType.WORKING: _("Working set"),
        SetType.DROP: _("Drop set"),
        SetType.FAILURE: _("To failure"),
        SetType.AMRAP: _("As many as possible"),
    }[value]


def set_type_letter(value: SetType) -> str:
    """Return the letter shown in place of a set's number; empty for a working set."""
    return {
        SetType.WARM_UP: pgettext("letter of a warm-up set", "W"),
        SetType.WORKING: "",
        SetType.DROP: pgettext("letter of a drop set", "D"),
        SetType.FAILURE: pgettext("letter of a set to failure", "F"),
        SetType.AMRAP: pgettext("letter of a set of as many as possible", "A"),
    }[value]


def side(value: Side) -> str:
    """Return which side works ('each side')."""
    return {
        Side.BOTH: _("both together"),
        Side.EACH: _("each side"),
        Side.LEFT: _("left"),
        Side.RIGHT: _("right"),
    }[value]


def side_short(value: Side) -> str:
    """Return which side works as in a narrow column ('each', 'L', '—')."""
    return {
        Side.BOTH: "—",
        Side.EACH: pgettext("each side, short", "each"),
        Side.LEFT: pgettext("left side, short", "L"),
        Side.RIGHT: pgettext("right side, short", "R"),
    }[value]


def load_mode(value: LoadMode) -> str:
    """Return what the load of a set means ('Added to body weight')."""
    return {
        LoadMode.EXTERNAL: _("Weight"),
        LoadMode.PER_DUMBBELL: _("Each dumbbell"),
        LoadMode.BODYWEIGHT: _("Body weight"),
        LoadMode.ADDED: _("Added to body weight"),
        LoadMode.ASSISTED: _("Assistance"),
        LoadMode.BAND: _("Band"),
        LoadMode.NONE: _("No weight"),
    }[value]
