"""Questions on the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.i18n import _

if TYPE_CHECKING:
    import argparse


def answer(question: str) -> str | None:
    """Return what is typed, in small letters; None where the input has ended."""
    try:
        return input(question).strip().lower()
    except EOFError:
        print()
        return None


def may_ask(options: argparse.Namespace) -> bool:
    """Say whether somebody is there; whoever asks for JSON is a program and is not asked back."""
    return sys.stdin.isatty() and not options.json


def agrees_to_import(options: argparse.Namespace, question: str) -> bool:
    """Ask before an import is written, unless that was said; raises where nobody can answer."""
    if options.yes or options.json:
        return True
    if not may_ask(options):
        raise ImportRejected(
            _("Nothing was imported: there is nobody to ask."), _("Say --yes to import.")
        )
    return answer(question) in ("y", "yes")
