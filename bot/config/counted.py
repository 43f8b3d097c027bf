"""So many of something, as an operator reads it: 1 office, 2 offices."""

from __future__ import annotations

SEVERAL = {"person": "people"}


def counted(many: int, one: str) -> str:
    """The number and the noun for so many; `one` is its singular."""
    return f"{many} {one if many == 1 else SEVERAL.get(one, f'{one}s')}"
