"""What the files around the program say of it, held to what is there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from leglog import __version__

CHECKOUT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "packaging/README.md")
# In pieces, so that this file does not hold what it looks for.
PRIVATE = re.compile(
    r"(?<![\w.])/(?:ho" + r"me|Use" + r"rs)/\w|[A-Za-z]:\\+Use" + r"rs\\|(?i:"
    r"pypi\." + r"org|python" + r"hosted|npm" + r"js\.|registry\.\w+\.|--index-" + r"url)"
)


def text(name: str) -> str:
    return (CHECKOUT / name).read_text("utf-8")


@cache
def tracked_files() -> tuple[str, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True, text=True
    )
    return tuple(name for name in listed.stdout.split("\0") if (CHECKOUT / name).is_file())


@cache
def pins() -> dict[str, str]:
    lines = [line.partition("#")[0].strip() for line in text("constraints.txt").splitlines()]
    named = (line.split("==") for line in lines if line)
    return {canonicalize_name(name): version for name, version in named}


def requirements() -> list[Requirement]:
    project = tomllib.loads(text("pyproject.toml"))
    lines = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for name in ("scripts/requirements-dev.txt", "packaging/requirements.txt"):
        lines += [line.partition("#")[0].strip() for line in text(name).splitlines()]
    return [Requirement(line) for line in lines if line]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_a_target(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", text(page), re.MULTILINE))
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_to_a_file(page: str) -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", text(page))
    assert [link for link in links if not (CHECKOUT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("requirement", requirements(), ids=lambda one: f"{one}")
def test_every_dependency_is_pinned_to_a_version_that_is_allowed(requirement: Requirement) -> None:
    pin = pins().get(canonicalize_name(requirement.name))
    assert pin is not None
    assert requirement.specifier.contains(pin)


def test_version_has_its_part_of_the_changelog() -> None:
    headings = re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == __version__


def test_no_file_names_a_private_place() -> None:
    found = [
        f"{name}:{number}: {match[0]}"
        for name in tracked_files()
        for number, line in enumerate(
            (CHECKOUT / name).read_bytes().decode("utf-8", "replace").splitlines(), start=1
        )
        if (match := PRIVATE.search(line))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "/ho" + "me/rachel/leglog",
        "see /Use" + "rs/rachel/leglog",
        "C:\\Use" + "rs\\rachel",
        "https://py" + "pi.org/simple",
        "https://files.python" + "hosted.org",
    ],
)
def test_private_places_are_recognised(line: str) -> None:
    assert PRIVATE.search(line)


@pytest.mark.parametrize("line", ["ui/home/page.py", "https://semver.org", "~/.local/share"])
def test_other_places_are_not(line: str) -> None:
    assert not PRIVATE.search(line)


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return names


def test_nothing_imports_pyplot() -> None:
    found = [
        str(path.relative_to(CHECKOUT))
        for path in (CHECKOUT / "leglog").rglob("*.py")
        if any(name.startswith("matplotlib.pyplot") for name in imported_names(path))
    ]
    assert found == []


def test_page_of_the_schema_is_as_the_tables_are() -> None:
    script = CHECKOUT / "scripts" / "schema_page.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0
