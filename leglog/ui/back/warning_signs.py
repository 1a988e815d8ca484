"""When to get help, in words: no diagnosis, and nothing is locked.

The emergency list follows the warning card of Greenhalgh, Mercer and Finucane, the other one the
framework of Finucane 2020 (JOSPT 50:350). Most single signs say little, so the words are 'get
checked', never 'you have'.
"""

from __future__ import annotations

from leglog.i18n import _


def emergency_title() -> str:
    """Return the heading of what needs help now."""
    return _("Get emergency help now if you have")


def emergency() -> tuple[str, ...]:
    """Return what needs help now."""
    return (
        _("new numbness or tingling between the legs, around the genitals or back passage"),
        _("new trouble starting, stopping or feeling urine"),
        _("leaking urine or stool"),
        _("loss of sexual sensation"),
        _("new or growing weakness or numbness in both legs"),
        _("sudden severe pain in the chest or back with feeling faint"),
    )


def checked_title() -> str:
    """Return the heading of what should be looked at soon."""
    return _("Get checked, today or soon, if you have")


def checked() -> tuple[str, ...]:
    """Return what should be looked at before training on."""
    return (
        _("back pain after a fall or crash, or after a minor knock with thin bones or steroids"),
        _("fever, or feeling ill with it"),
        _("had cancer at any time"),
        _("weight loss that you cannot explain"),
        _("constant pain at night that no position eases"),
        _("new weakness in one leg, or a foot that drops"),
        _("pain in the chest or belly with it"),
    )


def keeps_a_record() -> str:
    """Return what LegLog is and is not."""
    return _(
        "LegLog keeps a record. It does not diagnose, and it does not replace your doctor or "
        "physio."
    )


def none_apply() -> str:
    """Return the answer that nothing of it is there."""
    return _("None of these apply to me")


def some_apply() -> str:
    """Return the answer that something is, or may be, there."""
    return _("One or more apply, or I am not sure")


def advice() -> str:
    """Return what is said to somebody with a sign, or who is not sure."""
    return _(
        "Thank you for checking. If it is one of the points on the left, get emergency help now. "
        "Otherwise get checked before you train. You can still use LegLog to keep a record; it "
        "suggests no progress until you change this answer."
    )


def in_one_text(title: str, signs: tuple[str, ...]) -> str:
    """Return a list of signs as one paragraph."""
    return _("{title}: {signs}.").format(title=title, signs=" · ".join(signs))
