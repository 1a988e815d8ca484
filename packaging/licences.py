"""Gathers the licences of the packages that travel in a bundle, which they ask for."""

from __future__ import annotations

import re
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LICENCE = re.compile(r"\.dist-info/.*(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def write_licences(target: Path, modules: Iterable[str]) -> None:
    """Write into ``target`` what goes with every package that one of ``modules`` is of."""
    owners = packages_distributions()
    tops = {module.partition(".")[0] for module in modules}
    names = {name for top in tops for name in owners.get(top, ()) if name.lower() != "leglog"}
    parts = [_of_python(), *(_of_package(distribution(name)) for name in sorted(names))]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n\n".join(parts), "utf-8", newline="\n")


def _of_python() -> str:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = [place / "LICENSE.txt" for place in places]
    found = next((path.read_text("utf-8") for path in texts if path.is_file()), "PSF-2.0")
    return f"{_heading('Python')}{found}"


def _of_package(package: Distribution) -> str:
    about = package.metadata
    named = about.get("License-Expression") or about.get("License", "").partition("\n")[0]
    homes = [line.partition(", ")[2] for line in about.get_all("Project-URL", [])]
    lines = [f"Licence: {named}", *homes[:1], ""]
    files = [file for file in package.files or () if LICENCE.search(file.as_posix())]
    texts = [Path(str(file.locate())).read_text("utf-8", errors="replace") for file in files]
    return _heading(f"{about['Name']} {package.version}") + "\n".join([*lines, *texts])


def _heading(name: str) -> str:
    return f"{name}\n{'=' * len(name)}\n"
