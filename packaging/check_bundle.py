"""Fails where a bundle holds what it should not, or has grown: check_bundle.py BUNDLE [INSTALLER].

The budget stands in bundle.json, in megabytes for each system; a twentieth above it is too much.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

GROWTH = 1.05
FORBIDDEN_FILES = re.compile(
    r"Qt6?(Qml|Quick|WebEngine|Network|OpenGL|Pdf|Multimedia|3D|Charts|Test)|tkinter|_tkinter"
    r"|libtcl|libtk|/tests?/|pytest|hypothesis|_ssl\.|libssl|libcrypto|(icuuc|mscms|ucrtbase)\.dll"
)
FORBIDDEN_MODULES = re.compile(
    r"PySide6\.Qt(Qml|Quick|WebEngine|Network|OpenGL|Pdf|Multimedia|3D|Charts|Test)"
    r"|(tkinter|idlelib|test|pytest|_pytest|hypothesis|IPython|mypy|pip|setuptools|ssl)(\.|$)"
    r"|.+\.tests?(\.|$)|(numpy|matplotlib|sqlalchemy|alembic)\.testing(\.|$)"
)


def problems(bundle: Path, installer: Path | None, system: str) -> list[str]:
    """Return a sentence for everything that is wrong."""
    budget = json.loads(Path(__file__).with_name("bundle.json").read_text("utf-8"))[system]
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = {"bundle": sum(path.stat().st_size for path in files) / 1e6}
    if installer is not None:
        sizes["installer"] = installer.stat().st_size / 1e6
    names = [path.relative_to(bundle).as_posix() for path in files]
    return [*misplaced(names, modules(bundle)), *too_large(sizes, budget)]


def misplaced(files: list[str], modules: list[str]) -> list[str]:
    """Name what has no place in a bundle."""
    found = [name for name in files if FORBIDDEN_FILES.search(f"/{name}")]
    found += [name for name in modules if FORBIDDEN_MODULES.match(name)]
    return [f"{name} has no place in the bundle" for name in found]


def too_large(sizes: dict[str, float], budget: dict[str, float]) -> list[str]:
    """Name what has grown past its budget; both are in megabytes."""
    for name, size in sizes.items():
        print(f"{name}: {size:.1f} MB of {budget[name]} MB")
    return [
        f"the {name} has {size:.1f} MB; its budget is {budget[name]} MB"
        for name, size in sizes.items()
        if size > budget[name] * GROWTH
    ]


def modules(bundle: Path) -> list[str]:
    """Return the modules inside the program's own archive."""
    from PyInstaller.archive.readers import CArchiveReader

    places = ("leglog.exe", "leglog", "Contents/MacOS/leglog")
    program = next(bundle / place for place in places if (bundle / place).is_file())
    return sorted(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)


def main() -> int:
    """Check the bundle named by the arguments; return 1 where something is wrong."""
    bundle = Path(sys.argv[1])
    installer = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    windows = any(bundle.glob("*.exe"))
    system = "windows" if windows else "macos" if bundle.suffix == ".app" else "linux"
    found = problems(bundle, installer, system)
    for sentence in found:
        print(f"problem: {sentence}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
