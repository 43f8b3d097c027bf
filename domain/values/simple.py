"""Letters as they are written in simplified Chinese: what reads words knows only those."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files


def _pairs(*sections: str) -> dict[int, str]:
    """For `str.translate`; each pair in the table is a letter and what is read in its place."""
    table: Mapping[str, list[str]] = tomllib.loads(
        (files("domain") / "simple.toml").read_text("utf-8")
    )
    letters = "".join(line for section in sections for line in table[section])
    return dict(zip(map(ord, letters[::2]), letters[1::2], strict=True))


TRADITIONAL = _pairs("traditional")
"""門 is 门: the same word, also in a name."""

SPOKEN = TRADITIONAL | _pairs("cantonese")
"""冇 is 没 too: another word that says the same, as the name of a place it would not."""
