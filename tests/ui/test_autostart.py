from __future__ import annotations

import plistlib
from configparser import ConfigParser
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from leglog.ui.autostart import (
    Autostart,
    StartFile,
    StartValue,
    autostart_of,
    desktop_entry,
    launch_agent,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["file", "value"])
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    """Both ways; the registry is a file of the same interface."""
    if request.param == "file":
        return StartFile(tmp_path / "new" / "entry", b"LegLog")
    run = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    return StartValue(run, r'"C:\LegLog\leglog.exe" --minimised')


def test_start_is_off_until_it_is_switched_on_and_removed_when_off(autostart: Autostart) -> None:
    seen = [autostart.is_on]
    for on in (True, False, False):
        autostart.switch(on=on)
        seen.append(autostart.is_on)
    assert seen == [False, True, False, False]


def test_entry_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        StartFile(tmp_path / "file" / "entry", b"").switch(on=True)


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("/opt/leglog/leglog", r'"/opt/leglog/leglog" "--minimised"'),
        ("/opt/a b/100%/leglog", r'"/opt/a b/100%%/leglog" "--minimised"'),
        ('/x"$`/leglog', r'"/x\\"\\$\\`/leglog" "--minimised"'),
    ],
)
def test_desktop_entry_quotes_what_it_starts(program: str, line: str) -> None:
    parser = ConfigParser(interpolation=None)
    parser.read_string(desktop_entry((program, "--minimised")).decode())
    assert parser["Desktop Entry"]["Exec"] == line
    assert parser["Desktop Entry"]["Type"] == "Application"


def test_launch_agent_runs_the_program_at_login() -> None:
    command = ("/Applications/LegLog.app/Contents/MacOS/LegLog", "--minimised")
    agent = plistlib.loads(launch_agent(command))
    assert (agent["ProgramArguments"], agent["RunAtLoad"]) == (list(command), True)


def test_log_that_was_named_on_the_command_line_is_not_started_with_the_computer(
    tmp_path: Path,
) -> None:
    assert autostart_of(tmp_path / "leglog.db") is None
