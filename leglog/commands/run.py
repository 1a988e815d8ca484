"""Runs one command of the command line on the log."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from leglog.errors import AlreadyOpen
from leglog.models.lock import FolderLock
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    import argparse

    from leglog.paths import Folders
    from leglog.services.training_log import TrainingLog


def run_command(options: argparse.Namespace, folders: Folders) -> int:
    """Open the log, do what ``options.command`` says, and return the exit code.

    Raises LeglogError with a sentence where the log cannot be opened or the command is refused.
    """
    with _lock(options.command, folders):
        log = open_log(folders.database)
        try:
            return _COMMANDS[options.command](log, options)
        finally:
            log.close()


def _lock(command: str, folders: Folders) -> AbstractContextManager[object]:
    """Lock the folder; a command that only reads may look over an open window's shoulder."""
    try:
        return FolderLock(folders.data)
    except AlreadyOpen:
        if command in _READING:
            return nullcontext()
        raise


def _check(log: TrainingLog, options: argparse.Namespace) -> int:
    from leglog.services.checking import check_log

    report = check_log(log)
    _print(
        {"tables": report.tables, "problems": list(report.problems)},
        options.json,
        "\n".join(report.problems) or "The log is whole.",
    )
    return 1 if report.problems else 0


def _stats(log: TrainingLog, options: argparse.Namespace) -> int:
    raise NotImplementedError


def _import(log: TrainingLog, options: argparse.Namespace) -> int:
    raise NotImplementedError


def _demo(log: TrainingLog, options: argparse.Namespace) -> int:
    raise NotImplementedError


_COMMANDS = {"check": _check, "stats": _stats, "import": _import, "demo": _demo}
_READING = frozenset({"check", "stats"})


def _print(values: dict[str, Any], as_json: bool, words: str) -> None:
    print(json.dumps(values, ensure_ascii=False) if as_json else words)
