"""A code of so many figures as it is read out and typed: 123456, 123 456, 1 2 3 4 5 6."""

from __future__ import annotations

import re

from domain.values.text import spoken

GROUPS = re.compile(r"([0-9]+)(?:( |-)[0-9]+(?:\2[0-9]+)*)?")


def figures(said: str, many: int) -> str | None:
    """The `many` figures, None for what is no such code.

    They stand together, one by one, or in groups of one length with the same gap: 2026-11 is
    a month, 11-27 a day, and neither is a code.
    """
    typed = spoken(said)
    hit = GROUPS.fullmatch(typed)
    if hit is None:
        return None
    pieces = typed.split(hit[2]) if hit[2] else [typed]
    even = len(set(map(len, pieces))) == 1
    code = "".join(pieces)
    a_day = hit[2] == "-" and len(pieces[0]) < 3
    return code if even and not a_day and len(code) == many else None
