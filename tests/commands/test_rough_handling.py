"""The command line in rough hands: closed pipes, Ctrl+C, devices and folders for files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.commands.conftest import Leglog

CHECKOUT = Path(__file__).parents[2]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@contextmanager
def running(
    log_path: Path, *arguments: object, stdin: int | None = None, stdout: int
) -> Iterator[subprocess.Popen[str]]:
    """Run the command line; what still runs at the end is ended."""
    with subprocess.Popen(
        [sys.executable, "-m", "leglog", "--data-dir", log_path.parent, *map(str, arguments)],
        cwd=CHECKOUT,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_ctrl_c if os.name == "posix" else None,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _heed_ctrl_c() -> None:
    # What is started in the background inherits that Ctrl+C is ignored, and the tests may be.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@needs_posix
@pytest.mark.parametrize("command", [("stats",), ("check", "--json"), ("--help",)])
def test_output_that_nobody_reads_ends_quietly(log_path: Path, command: tuple[str, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with running(log_path, *command, stdout=writes) as process:
        os.close(writes)
        _out, told = process.communicate(timeout=60)
    assert told == ""


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a full device")
def test_output_that_finds_no_space_is_told(log_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    with running(log_path, "stats", stdout=full) as process:
        os.close(full)
        _out, told = process.communicate(timeout=60)
    assert told == "leglog: The output could not be written: no space left on device.\n"
    assert process.returncode == 1


@contextmanager
def asked(log_path: Path, *arguments: object) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run a command in a terminal up to its question; yield it and the terminal's other end."""
    try:
        terminal, keyboard = os.openpty()
    except OSError as error:
        pytest.skip(f"this system has no pseudo-terminals: {error.strerror}")
    with running(log_path, *arguments, stdin=keyboard, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = ""
        while not said.endswith("[y/N] "):
            said += process.stdout.read(1)
        yield process, terminal
    os.close(terminal)
    os.close(keyboard)


def stopped(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Press Ctrl+C until it is heard: one that comes before the first read waits for another."""
    while True:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=10)


@needs_posix
def test_ctrl_c_at_a_question_ends_quietly(log_path: Path, strong: Path, leglog: Leglog) -> None:
    with asked(log_path, "import", strong, "--unit", "kg") as (process, _terminal):
        assert stopped(process) == ("", "\n")
    assert process.returncode == 130
    assert leglog("stats").out.startswith("0 of 0 workouts finished")


@needs_posix
def test_end_of_input_at_a_question_is_a_no(log_path: Path) -> None:
    with asked(log_path, "restore", log_path) as (process, terminal):
        os.write(terminal, b"\x04")
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "\nNothing was changed.\n", "")


@needs_posix
def test_export_does_not_take_the_place_of_a_pipe(leglog: Leglog, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code, _out, err = leglog("export", pipe, "--format", "csv", "--force")
    assert code == 1
    assert "pipe is not a file." in err
    assert pipe.is_fifo()


@needs_posix
def test_export_through_a_link_writes_the_file_that_it_leads_to(
    leglog: Leglog, tmp_path: Path
) -> None:
    link, file = tmp_path / "link.csv", tmp_path / "file.csv"
    file.touch()
    link.symlink_to(file)
    assert leglog("export", link, "--format", "csv", "--force").code == 0
    assert link.is_symlink()
    assert file.stat().st_size > 0


def test_export_to_a_missing_folder_names_the_file_not_the_log(
    leglog: Leglog, tmp_path: Path
) -> None:
    target = tmp_path / "none" / "log.csv"
    err = leglog("export", target, "--format", "csv").err
    assert f"{target} could not be written: no such file or directory." in err


@needs_posix
def test_file_without_end_is_too_large_to_import(leglog: Leglog) -> None:
    code, _out, err = leglog("import", "/dev/zero", "--yes")
    assert code == 1
    assert "is larger than 64 MB" in err


@needs_posix
def test_pipe_is_no_backup(leglog: Leglog, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    code, _out, err = leglog("restore", tmp_path / "pipe", "--yes")
    assert code == 1
    assert "is damaged, or no backup of LegLog" in err


@pytest.mark.parametrize("month", ["0001-01", "1899-12"])
def test_review_of_a_month_before_all_logs_is_refused(leglog: Leglog, month: str) -> None:
    code, _out, err = leglog("report", "--month", month, "--months", "12")
    assert code == 1
    assert "There are no logs from before 1900." in err


def test_one_of_anything_is_told_as_one(leglog: Leglog, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
        '2025-08-03 07:10:00,"Legs","Squat (Barbell)",1,60,8\n'
    )
    assert (
        "one.csv: Strong, 1 workout, 1 set, " in leglog("import", file, "--unit", "kg", "--yes").out
    )
    assert leglog("stats").out.startswith("1 of 1 workout finished, 1 set, 1 hard set\n")
    exported = leglog("export", tmp_path / "out.csv", "--format", "csv").out
    assert exported.startswith("1 workout with 1 set is in ")
