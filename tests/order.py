"""In which order the tests run: what takes longest starts first, so that nothing long is left for
one worker alone.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "seconds.toml"


@cache
def seconds() -> dict[str, float]:
    """By file, how long its longest test takes."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        f"tests/{folder}/{name}": spent
        for folder, files in table.items()
        for name, spent in files.items()
    }


def turn(name: str) -> float:
    """A file's place in the order: the smallest comes first."""
    return -seconds().get(name, 0.0)
