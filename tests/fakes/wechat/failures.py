"""What goes wrong on purpose: refusals and broken connections that a test has planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["errcode", "502", "cut_before", "cut", "timeout", "slow"]
REFUSALS: frozenset[str] = frozenset({"errcode", "502", "cut_before"})
"""Nothing is done; the others are done and then break."""


@dataclass(slots=True)
class Failure:
    """One planned failure; `left` counts down with every call that it hits.

    path     the end of the call's path ("message/custom/send"), None for every call
    openid   only calls for this person, when given
    errcode  of a refusal
    skip     so many calls that it fits pass unharmed first
    seconds  how long "timeout" holds the connection, and "slow" the answer
    """

    path: str | None
    kind: Kind
    left: int
    errcode: int = -1
    openid: str | None = None
    skip: int = 0
    seconds: float = 30.0
    hits: int = 0

    def meets(self, path: str, openid: str | None) -> bool:
        fits = self.path is None or path.endswith(self.path)
        return fits and self.openid in (None, openid)


class FailurePlan:
    """The failures still to come, in the order in which they were planned."""

    def __init__(self) -> None:
        self.planned: list[Failure] = []

    def next_for(self, path: str, openid: str | None) -> Failure | None:
        """The failure that hits this call, used up by one; None when it goes well."""
        for failure in self.planned:
            if not failure.meets(path, openid):
                continue
            if failure.skip > 0:
                failure.skip -= 1
                continue
            failure.left -= 1
            failure.hits += 1
            if failure.left <= 0:
                self.planned.remove(failure)
            return failure
        return None
