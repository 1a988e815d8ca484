from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.i18n import use_language
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.commands.conftest import Leglog


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language(None, resources_folder())


def test_commands_speak_the_language_of_the_environment(
    leglog: Leglog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert leglog("check").out == "Das Logbuch ist vollständig.\n"


def test_commands_speak_english_everywhere_else(
    leglog: Leglog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "tlh_QO.UTF-8")
    assert leglog("check").out == "The log is whole.\n"
