"""The turns of a roster: who is on duty from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config.dated import moment_of
from bot.loading.table import LoadError, table
from domain.people import Person
from storage.memory.directory import Directory

COLUMNS = ("person", "area", "from", "to")


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of the roster. Times are aware UTC."""

    line: int
    person: Person
    area: str
    starts_at: datetime
    ends_at: datetime

    def meets(self, other: Turn) -> bool:
        same = (self.person.id, self.area) == (other.person.id, other.area)
        overlap = self.starts_at < other.ends_at and other.starts_at < self.ends_at
        return same and overlap


def read_roster(
    path: Path,
    directory: Directory,
    zone: ZoneInfo,
) -> list[Turn]:
    """The turns of a file with the columns person, area, from and to; times are local.

    Raises LoadError.
    """
    turns: list[Turn] = []
    for row in table(path, COLUMNS):
        try:
            turn = _turn(row.line, row, directory, zone)
            _check_alone(turn, turns)
        except ValueError as error:
            raise LoadError(f"{path} line {row.line}: {error}") from None
        turns.append(turn)
    return turns


def _check_alone(turn: Turn, turns: list[Turn]) -> None:
    twin = next((one for one in turns if one.meets(turn)), None)
    if twin is not None:
        where = f"overlaps with line {twin.line}"
        raise ValueError(f"{where}, which is the same person and area")


def _turn(
    line: int, row: Mapping[str, str], directory: Directory, zone: ZoneInfo
) -> Turn:
    person = _person(row["person"], directory)
    if row["area"] not in directory.areas:
        raise ValueError(f"there is no area or office '{row['area']}'")
    starts_at = moment_of(row["from"], zone)
    ends_at = moment_of(row["to"], zone)
    if ends_at <= starts_at:
        raise ValueError(f"ends ({row['to']}) before it begins ({row['from']})")
    return Turn(line, person, row["area"], starts_at, ends_at)


def _person(word: str, directory: Directory) -> Person:
    """Somebody among the staff, by number or exact name."""
    staff = directory.staff.values()
    numbered = [one for one in staff if str(one.id) == word.lstrip("#")]
    hits = numbered or [one for one in staff if one.name == word]
    if not hits:
        raise ValueError(
            f"nobody among the staff is '{word}'; "
            "write a name as /people shows it, or the number"
        )
    if len(hits) > 1:
        numbers = ", ".join(str(one.id) for one in hits)
        raise ValueError(
            f"'{word}' is the name of {len(hits)} people; write the number: {numbers}"
        )
    return hits[0]
