"""Ways in which a file goes bad, each as a function of its bytes and of chance."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096


def flip_bytes(content: bytearray, chance: random.Random) -> None:
    """Change a few bytes, as a failing disk does."""
    for _count in range(chance.choice((1, 3, 30, 300))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)


def cut(content: bytearray, chance: random.Random) -> None:
    """Lose the end, as an interrupted copy does."""
    del content[chance.randrange(len(content)) :]


def zero_pages(content: bytearray, chance: random.Random) -> None:
    """Empty a few pages, as lost sectors are."""
    for _count in range(chance.choice((1, 2, 8))):
        start = chance.randrange(len(content) // PAGE) * PAGE
        content[start : start + PAGE] = bytes(PAGE)


def swap_pages(content: bytearray, chance: random.Random) -> None:
    """Exchange two pages, as a synchronising program that lost its place does."""
    one, other = (chance.randrange(len(content) // PAGE) * PAGE for _count in range(2))
    first = content[one : one + PAGE]
    content[one : one + PAGE] = content[other : other + PAGE]
    content[other : other + PAGE] = first


def lose_head(content: bytearray, chance: random.Random) -> None:
    """Overwrite the beginning."""
    length = chance.choice((1, 16, 100, PAGE, 3 * PAGE))
    content[:length] = chance.randbytes(length)


KINDS: dict[str, Callable[[bytearray, random.Random], None]] = {
    "flipped": flip_bytes,
    "cut": cut,
    "zeroed": zero_pages,
    "swapped": swap_pages,
    "head": lose_head,
}


def damage(path: Path, kind: str, seed: int) -> None:
    """Damage a file in place; the same seed does the same."""
    content = bytearray(path.read_bytes())
    KINDS[kind](content, random.Random(seed))
    path.write_bytes(content)
