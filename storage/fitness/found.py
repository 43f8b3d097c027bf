"""How a database was found, and what keeps it from being used."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

OURS = {"people", "cases", "outbox"}
"""Tables that there were from the first release on."""

REVISIONS = "alembic_version"
STANDING = "SELECT * FROM alembic_version"


class Reason(Enum):
    """Why a database, a folder or a clock cannot be used. What to do about it says the command
    line.
    """

    TOO_EARLY = auto()
    NO_FOLDER = auto()
    NOT_A_FILE = auto()
    NOT_A_FOLDER = auto()
    NOT_WRITABLE = auto()
    EMPTY = auto()
    TWO_NAMES = auto()
    NOT_SQLITE = auto()
    DAMAGED = auto()
    LOCKED = auto()
    FULL = auto()
    DISK_FAILS = auto()
    FOREIGN = auto()
    NEWER = auto()
    UNREACHABLE = auto()
    NO_ENTRY = auto()
    NO_DATABASE = auto()
    ONLY_READS = auto()
    NO_RIGHT = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """`what` is the file, folder or server; `more` what it said itself. No password in either."""

    reason: Reason
    what: str
    more: str = ""


class Unfit(Exception):
    """Nothing was changed. All of `problems` have to be mended, the first first."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].reason.name)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Found:
    """`made` is false where there are no tables yet; `current` where they are of an older release,
    and the next start that writes brings them up to date.
    """

    problem: Problem | None = None
    made: bool = True
    current: bool = True


def judged(
    what: str,
    tables: Collection[str],
    revisions: Collection[str],
    known: Collection[str],
    newest: str,
) -> Found:
    """Whose tables these are. `known` are the revisions of this release and all before it."""
    if not tables:
        return Found(made=False)
    if REVISIONS not in tables or not set(tables) >= OURS:
        return Found(Problem(Reason.FOREIGN, what))
    newer = sorted(set(revisions) - set(known))
    if newer:
        return Found(Problem(Reason.NEWER, what, newer[-1]))
    return Found(current=newest in revisions)
