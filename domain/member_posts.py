"""The posts (六大员) that a mobile grid member may hold: data, so an office may have others."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MemberPost:
    """`names` and `does`, what one does in a line, are by language."""

    code: str
    names: Mapping[str, str]
    does: Mapping[str, str]

    def name(self, language: str) -> str:
        return self.names.get(language) or next(iter(self.names.values()), self.code)

    def line(self, language: str) -> str:
        return self.does.get(language) or next(iter(self.does.values()), "")


@cache
def usual_posts() -> tuple[MemberPost, ...]:
    """The six, in the order in which they are offered."""
    source = files("domain").joinpath("member_posts.toml").read_text("utf-8")
    rows = tomllib.loads(source)["posts"]
    return tuple(MemberPost(row["code"], row["names"], row["does"]) for row in rows)
