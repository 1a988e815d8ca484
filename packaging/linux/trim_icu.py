"""Takes display names that nothing asks for out of Qt's ICU data: trim_icu.py BUNDLE.

Names of languages, regions, currencies, units and time zones make half of its 32 MB. Collation,
plural rules, number and date patterns stay. Needs icupkg, readelf and gcc.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

UNUSED = re.compile(r"(lang|region|curr|unit|rbnf|translit|brkitr)/")
UNUSED_ZONE = re.compile(r"zone/(?!.*(root|en|pool|tzdbNames)\.res)")
KEPT = re.compile(r"/(root|pool|supplementalData)\.res$")
SOURCE = """
    .section .note.GNU-stack,"",@progbits
    .section .rodata
    .balign 16
    .globl {symbol}
    .type {symbol}, @object
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
"""


def trim(library: Path) -> None:
    """Write ``library`` anew without the unused items."""
    version = library.name.rpartition(".")[2]
    symbol = f"icudt{version}_dat"
    with tempfile.TemporaryDirectory() as scratch:
        full, small = Path(scratch, f"icudt{version}l.dat"), Path(scratch, "small")
        small.mkdir()
        full.write_bytes(_data(library, symbol))
        items = _run("icupkg", "-l", str(full)).split()
        unused = [item for item in items if _is_unused(item)]
        listed = Path(scratch, "unused.txt")
        listed.write_text("\n".join(unused))
        trimmed = small / full.name
        _run("icupkg", "--ignore-deps", "-r", str(listed), str(full), str(trimmed))
        source = Path(scratch, "data.s")
        source.write_text(SOURCE.format(symbol=symbol, data=trimmed))
        before = library.stat().st_size
        _run(
            "gcc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none",
            "-o", str(library), str(source),
        )  # fmt: skip
        print(f"{library.name}: {before} to {library.stat().st_size} bytes")


def _is_unused(item: str) -> bool:
    return bool(UNUSED.match(item) or UNUSED_ZONE.match(item)) and not KEPT.search(item)


def _data(library: Path, symbol: str) -> bytes:
    """Return the bytes that ``symbol`` stands for."""
    address = size = offset = 0
    for line in _run("readelf", "-sW", "--dyn-syms", str(library)).splitlines():
        parts = line.split()
        if len(parts) >= 8 and parts[7].split("@")[0] == symbol:
            address, size = int(parts[1], 16), int(parts[2], 0)
    for line in _run("readelf", "-lW", str(library)).splitlines():
        found = re.match(r"\s+LOAD\s+(0x\w+)\s+(0x\w+)\s+0x\w+\s+(0x\w+)", line)
        if found:
            start, virtual, length = (int(group, 16) for group in found.groups())
            if virtual <= address < virtual + length:
                offset = start + address - virtual
    content = library.read_bytes()
    return content[offset : offset + size] if size else content[offset:]


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    for found in Path(sys.argv[1]).rglob("libicudata.so.*"):
        if not found.is_symlink():
            trim(found)
