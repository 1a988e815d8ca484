"""Runs one command of the command line on the log."""

from __future__ import annotations

import importlib
import io
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from leglog.errors import AlreadyOpen, DamagedLog
from leglog.models.lock import lock_data
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    import argparse

    from leglog.paths import Folders
    from leglog.services.training_log import TrainingLog

# Each is imported when it is asked for: an import needs the readers, a check does not.
_COMMANDS = {
    "backup": "leglog.commands.backup:back_up",
    "check": "leglog.commands.check:print_check",
    "demo": "leglog.commands.demo:make_demo",
    "export": "leglog.commands.export:export_file",
    "import": "leglog.commands.import_files:import_files",
    "report": "leglog.commands.report:make_report",
    "restore": "leglog.commands.restore:restore_backup",
    "stats": "leglog.commands.stats:print_stats",
}
_READING = frozenset({"backup", "check", "export", "stats"})


def run_command(options: argparse.Namespace, folders: Folders) -> int:
    """Open the log, do what ``options.command`` says, and return the exit code.

    Raises LeglogError with a sentence where the log cannot be opened or the command is refused.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Names of other alphabets are no reason to stop where the output cannot show them.
        sys.stdout.reconfigure(errors="backslashreplace")
    module, _colon, name = _COMMANDS[options.command].partition(":")
    do = getattr(importlib.import_module(module), name)
    options.folders = folders
    with _lock(options.command, folders):
        log = _open(options)
        try:
            return int(do(log, options))
        finally:
            log.close()


def _open(options: argparse.Namespace) -> TrainingLog:
    try:
        return open_log(options.folders.database)
    except DamagedLog:
        if options.command == "check" and options.json:
            # A program that asks what is wrong is answered in its own language.
            importlib.import_module("leglog.commands.check").print_damage(options)
        raise


def _lock(command: str, folders: Folders) -> AbstractContextManager[object]:
    """Lock the folder; a command that only reads may look over an open window's shoulder."""
    try:
        return lock_data(folders)
    except AlreadyOpen:
        if command in _READING:
            return nullcontext()
        raise
