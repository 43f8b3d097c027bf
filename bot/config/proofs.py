"""[proofs] of config.toml: whether riders get proof slips, and of which reports."""

from __future__ import annotations

from pydantic import Field

from bot.config.section import Section
from domain.kinds import Kind
from domain.proofs import Proofs


class ProofsConfig(Section):
    """Where the section stands, slips are given out."""

    kinds: tuple[Kind, ...] = Field(default=(Kind.HAZARD, Kind.HELP), min_length=1)

    def given(self, key: bytes, page: str) -> Proofs:
        """`key` is the house's; `page` where its web server is found, '' for none."""
        return Proofs(key, frozenset(self.kinds), page)
