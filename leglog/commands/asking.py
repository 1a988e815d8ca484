"""Questions on the command line."""

from __future__ import annotations


def answer(question: str) -> str | None:
    """Return what is typed, in small letters; None where the input has ended."""
    try:
        return input(question).strip().lower()
    except EOFError:
        print()
        return None
