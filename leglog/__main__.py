"""The command line: opens the window, or does what needs none without loading Qt."""

from __future__ import annotations

import argparse
import builtins
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leglog import __version__
from leglog.errors import LeglogError
from leglog.paths import folders

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; return 0 done, 1 refused with a sentence, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        if options.self_test:
            from leglog.commands.self_test import self_test

            return self_test()
        if options.command is None:
            return _open_window(options.data_dir)
        from leglog.commands.run import run_command

        return run_command(options, folders(options.data_dir))
    except LeglogError as error:
        sys.stderr.write(f"leglog: {error}\n")
        return REFUSED


def _open_window(data: Path | None) -> int:
    """Load Qt with as little beside it as can be, then open the window.

    The collector would walk the growing heap for nothing until the window is painted; ui.opening
    lets it work again.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    # PySide6 has replaced it with one that reads the source of every module imported later, to
    # look for a feature that we do not use; that costs a third of the start.
    builtins.__import__ = plain_import
    from leglog.app import run_window

    return run_window(folders(data))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="leglog",
        description="A private training log for legs and lower back. "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"LegLog {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep the log and all else in this folder"
    )
    parser.add_argument(
        "--self-test", action="store_true", help="try the program's parts on a log of its own"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_import(commands)
    stats = commands.add_parser("stats", help="what the log holds, in numbers")
    stats.add_argument("--json", action="store_true", help="print one JSON object")
    check = commands.add_parser("check", help="check that the log file is whole")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    demo = commands.add_parser("demo", help="fill a new log with a made-up year")
    demo.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("import", help="bring in workouts that another program exported")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--unit", choices=("kg", "lb"), help="the unit, where a file names none")
    parser.add_argument("--dry-run", action="store_true", help="show what would come in")
    parser.add_argument("--yes", action="store_true", help="do not ask before writing")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")


if __name__ == "__main__":
    sys.exit(main())
