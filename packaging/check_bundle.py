"""Fails where a bundle holds what it should not, or has grown: check_bundle.py BUNDLE [INSTALLER].

The budget stands in bundle.json, in megabytes for each system; a twentieth above it is too much.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

GROWTH = 1.05
FORBIDDEN = re.compile(
    r"Qt6?(Qml|Quick|WebEngine|Network|OpenGL|Pdf|Multimedia|3D|Charts|Test)|tkinter|_tkinter"
    r"|libtcl|libtk|/tests?/|pytest|hypothesis|_ssl\.|libssl|libcrypto|icuuc_stub|mscms"
)


def problems(bundle: Path, installer: Path | None, system: str) -> list[str]:
    """Return a sentence for everything that is wrong."""
    budget = json.loads(Path(__file__).with_name("bundle.json").read_text("utf-8"))[system]
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    found = [
        f"{path.relative_to(bundle)} has no place in the bundle"
        for path in files
        if FORBIDDEN.search(path.relative_to(bundle).as_posix())
    ]
    sizes = {"bundle": sum(path.stat().st_size for path in files) / 1e6}
    if installer is not None:
        sizes["installer"] = installer.stat().st_size / 1e6
    for name, size in sizes.items():
        print(f"{name}: {size:.1f} MB of {budget[name]} MB")
        if size > budget[name] * GROWTH:
            found.append(f"the {name} has {size:.1f} MB; its budget is {budget[name]} MB")
    return found


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
