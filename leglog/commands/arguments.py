"""What the command line understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from leglog import __version__


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; ``command`` is None where the window is wanted."""
    parser = argparse.ArgumentParser(
        prog="leglog",
        description="A private training log for legs and lower back. "
        "Without a command it opens the window, with a backup (FILE.leglog) alone it offers to "
        "restore it there.",
    )
    parser.add_argument("--version", action="version", version=f"LegLog {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep the log and all else in this folder"
    )
    parser.add_argument("--minimised", action="store_true", help="begin with a minimised window")
    parser.add_argument(
        "--self-test", action="store_true", help="try the program's parts on a log of its own"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_import(commands)
    _add_export(commands)
    _add_backup(commands)
    stats = commands.add_parser("stats", help="what the log holds, in numbers")
    stats.add_argument("--json", action="store_true", help="print one JSON object")
    check = commands.add_parser("check", help="check that the log file is whole")
    check.add_argument(
        "--full", action="store_true", help="also read every value, and every backup through"
    )
    check.add_argument("--json", action="store_true", help="print one JSON object")
    demo = commands.add_parser("demo", help="fill a new log with a made-up year")
    demo.add_argument("--json", action="store_true", help="print one JSON object")
    _add_report(commands)
    return parser


def _add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("report", help="the review of a month, also as a PDF")
    parser.add_argument(
        "--month", metavar="YYYY-MM", help="the month with which it ends; the last one that is over"
    )
    parser.add_argument(
        "--months", type=int, choices=(1, 3, 6, 12), default=1, help="how many months it spans"
    )
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write one or two pages")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--name", default="", help="the name on the first page")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("import", help="bring in workouts that another program exported")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--unit", choices=("kg", "lb"), help="the unit, where a file names none")
    parser.add_argument(
        "--columns",
        metavar="FIELD=HEADING,…",
        help="what the columns of any other table are, such as date=Day,score=Pain; fields: "
        "date, time, workout, exercise, sets, reps, load, unit, duration, distance, rpe, note; "
        "score for back ratings; weight for body weight",
    )
    parser.add_argument(
        "--dates", choices=("ymd", "dmy", "mdy"), help="the order of dates in such a table"
    )
    parser.add_argument(
        "--keep-odd",
        action="store_true",
        help="keep sets with a value that cannot be right, without that value",
    )
    parser.add_argument(
        "--as-typed",
        action="store_true",
        help="take weights that were converted for the file (22.68 kg) as typed (50 lb)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would come in")
    parser.add_argument("--yes", action="store_true", help="do not ask before writing")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("export", help="take the log out: see docs/export.md")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--format",
        choices=("csv", "strong", "json", "sqlite"),
        required=True,
        help="csv: LegLog's own; strong: Strong's layout, in kg; json: everything; "
        "sqlite: the log itself",
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="make a checked copy of the log")
    backup.add_argument("--to", type=Path, metavar="DIR", help="in this folder")
    backup.add_argument("--json", action="store_true", help="print one JSON object")
    restore = commands.add_parser("restore", help="list the backups, or go back to one")
    restore.add_argument("file", nargs="?", type=Path, metavar="FILE")
    restore.add_argument("--dry-run", action="store_true", help="show what would change")
    restore.add_argument("--yes", action="store_true", help="do not ask before restoring")
    restore.add_argument("--json", action="store_true", help="print JSON")
