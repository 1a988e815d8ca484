"""When to get help, in words: no diagnosis, and nothing is locked.

The lists follow the warning card of Greenhalgh, Mercer and Finucane and the framework of Finucane
2020 (JOSPT 50:350).
"""

from __future__ import annotations

from leglog.i18n import _


def emergency() -> str:
    """Return what needs help now."""
    return _(
        "Get emergency help now if you have: new numbness around your genitals, bottom or inner "
        "thighs · new trouble passing urine, or loss of bladder or bowel control · weakness in a "
        "leg that is new or getting worse, or pain in both legs · chest pain, or sudden severe "
        "back pain with feeling faint."
    )


def see_a_doctor() -> str:
    """Return what should be seen by a doctor before training."""
    return _(
        "See a doctor before training if you have: back pain after a fall or accident · fever, "
        "feeling ill, or weight loss you cannot explain · a history of cancer, osteoporosis or "
        "long steroid use · strong pain at night, or pain that no position eases."
    )


def keeps_a_record() -> str:
    """Return what LegLog is and is not."""
    return _(
        "LegLog keeps a record. It does not diagnose, and it does not replace your doctor or "
        "physio."
    )
