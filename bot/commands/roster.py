"""`gridbee roster FILE.csv`: who is on duty, into the database; the whole file is checked before
anything changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.loading import LoadError, table
from domain.people import Person
from storage.database import Database
from storage.memory.directory import Directory

COLUMNS = ("person", "area", "from", "to")
# a spreadsheet saves 2026/11/23 8:00
TIME = re.compile(r"(\d{4})[-/](\d?\d)[-/](\d?\d)[ T](\d?\d):(\d\d)(?::00)?")


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of the roster."""

    line: int
    person: Person
    area: str
    starts_at: datetime
    ends_at: datetime

    def meets(self, other: Turn) -> bool:
        same = (self.person.id, self.area) == (other.person.id, other.area)
        return (
            same and self.starts_at < other.ends_at and other.starts_at < self.ends_at
        )


def read_roster(path: Path, directory: Directory, zone: ZoneInfo) -> list[Turn]:
    """The turns of a file with the columns person, area, from and to; times are local. Raises
    LoadError.
    """
    turns: list[Turn] = []
    for line, row in table(path, COLUMNS):
        try:
            turn = _turn(line, row, directory, zone)
            twin = next((one for one in turns if one.meets(turn)), None)
            if twin is not None:
                raise ValueError(
                    f"overlaps with line {twin.line}, which is the same person and area"
                )
        except ValueError as error:
            raise LoadError(f"{path} line {line}: {error}") from None
        turns.append(turn)
    return turns


def _turn(
    line: int, row: Mapping[str, str], directory: Directory, zone: ZoneInfo
) -> Turn:
    person = _person(row["person"], directory)
    if row["area"] not in directory.areas:
        raise ValueError(f"there is no area or office '{row['area']}'")
    starts_at, ends_at = _moment(row["from"], zone), _moment(row["to"], zone)
    if ends_at <= starts_at:
        raise ValueError(f"ends ({row['to']}) before it begins ({row['from']})")
    return Turn(line, person, row["area"], starts_at, ends_at)


def _person(word: str, directory: Directory) -> Person:
    """Somebody among the staff, by number or exact name."""
    staff = directory.staff.values()
    hits = [one for one in staff if str(one.id) == word.lstrip("#")] or [
        one for one in staff if one.name == word
    ]
    if not hits:
        raise ValueError(
            f"nobody among the staff is '{word}'; write a name as /people shows it, or the number"
        )
    if len(hits) > 1:
        numbers = ", ".join(str(one.id) for one in hits)
        raise ValueError(
            f"'{word}' is the name of {len(hits)} people; write the number: {numbers}"
        )
    return hits[0]


def _moment(text: str, zone: ZoneInfo) -> datetime:
    """A local time as UTC; 24:00 is the end of its day."""
    found = TIME.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day, hour, minute = map(int, found.groups())
        late = timedelta(days=1) if (hour, minute) == (24, 0) else timedelta()
        return (
            datetime(year, month, day, 0 if late else hour, minute, tzinfo=zone) + late
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(
            f"'{text}' is no time; an example is 2026-11-23 08:00"
        ) from None


async def load(database: Database, path: Path, zone: ZoneInfo) -> tuple[int, int]:
    """Puts the file's turns in place of the same people's turns that overlap them. Returns
    (added, replaced).
    """
    turns = read_roster(path, database.directory, zone)
    async with database.unit() as unit:
        gone = 0
        for turn in turns:
            gone += await unit.duty.clear(
                turn.area, turn.starts_at, turn.ends_at, turn.person.id
            )
        for turn in turns:
            await unit.duty.add(turn.person.id, turn.area, turn.starts_at, turn.ends_at)
        unit.history.audit(None, "roster", added=len(turns), replaced=gone)
    return len(turns), gone
