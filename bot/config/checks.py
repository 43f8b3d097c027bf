"""`gridbee check`: one line for each thing that has to be right before it can run."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import text
from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.config.rule_check import MOST_NAMED, check, try_all
from bot.config.settings import Config
from domain.area import Area
from domain.people import Role
from storage.database import Database
from storage.memory.directory import Directory

ENOUGH_DISK = 500 * 2**20  # bytes
NEVER = "is never reached"  # in what `try_all` says
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    fine: bool
    text: str


async def run(config: Config) -> list[Result]:
    database, directory = await _database(config)
    return [
        Result("configuration", True, "readable, no unknown keys"),
        database,
        *_rules(config, directory),
        *_deadlines(config, directory),
        *_calendars(config, directory, datetime.now(config.zone).year),
        *_staff(directory),
        await _token(config),
        _disk(config),
        await _clock(config),
    ]


async def _database(config: Config) -> tuple[Result, Directory]:
    """What it says of the database, and who and what is in it: nothing where it cannot be read."""
    database = Database(config.database_url)
    try:
        await database.start()
        async with database.reader() as reader:
            cases = await reader.scalar(text("SELECT count(*) FROM cases"))
        directory = database.directory
        offices = len(directory.offices)
        areas = len(directory.areas) - offices
        if not areas:
            return Result(
                "database", False, "no areas yet: gridbee load FOLDER"
            ), directory
        admins = sum(1 for person in directory.staff.values() if person.has(Role.ADMIN))
        hint = "" if admins else "; nobody is an admin yet: gridbee invite admin"
        counted = f"{areas} areas, " + (f"{offices} offices, " if offices else "")
        return Result("database", True, f"{counted}{cases} cases{hint}"), directory
    except Exception as error:
        return Result(
            "database", False, f"{type(error).__name__}: {str(error).splitlines()[0]}"
        ), Directory()
    finally:
        await database.close()


# --- casework ---


def _told(
    name: str, mistakes: Sequence[str], hints: Sequence[str], fine: str
) -> list[Result]:
    """A line for each mistake and each hint; `fine` comes first where there is no mistake."""
    good = [] if mistakes else [Result(name, True, fine)]
    return [
        *good,
        *(Result(name, False, said) for said in mistakes),
        *(Result(name, True, said) for said in hints),
    ]


def _rules(config: Config, directory: Directory) -> list[Result]:
    """Whether the rules fit together and name what is there. That nobody holds a post yet is a
    hint.
    """
    rules, paths = (
        config.routing_rules(),
        {area.code: directory.path(area.code) for area in _areas(directory)},
    )
    if not directory.areas:
        return [
            Result(
                "rules",
                True,
                f"{len(rules)} rules, to be looked at when there are areas",
            )
        ]
    offices = {office.code for office in directory.offices}
    tags = {tag for area in _areas(directory) for tag in area.tags}
    look = partial(
        check,
        rules,
        config.posts,
        areas=paths.keys(),
        tags=tags,
        offices=offices,
        paths=paths,
    )
    mistakes = look(held={post.code for post in config.posts})
    held = {
        grant.post for person in directory.staff.values() for grant in person.grants
    }
    hints = [said for said in look(held=held) if said not in mistakes]
    hints += [
        f"rule '{rule.name}': nobody works in the office {rule.office}, so the rule is passed over"
        for rule in rules
        if rule.office in offices and not directory.members(rule.office)
    ]
    for rule, line in zip(rules, try_all(rules, paths), strict=True):
        if NEVER in line and not any(
            said.startswith(f"rule '{rule.name}': ") for said in mistakes
        ):
            mistakes.append(line)
    return _told("rules", mistakes, hints, f"{len(rules)} rules, all reachable")


def _deadlines(config: Config, directory: Directory) -> list[Result]:
    """Whether the rows of the policy name levels that are there, and which of them do not count."""
    levels = list(dict.fromkeys(area.level for area in _areas(directory)))
    rows = list(enumerate(config.policies, 1))
    mistakes = [
        f"[[policies]] row {number}: there is no level '{row.level}'; there are {', '.join(levels)}"
        for number, row in rows
        if row.level and levels and row.level not in levels
    ]
    idle = [str(number) for number, row in rows if row in config.idle_policies]
    hints = (
        [
            f"[[policies]] rows {', '.join(idle)} are of working time and count only with [[calendars]]"
        ]
        if idle
        else []
    )
    return _told(
        "deadlines",
        mistakes,
        hints,
        f"{len(rows) - len(idle)} rows before the defaults",
    )


def _calendars(config: Config, directory: Directory, year: int) -> list[Result]:
    """Whether the calendars name areas that are there and know the days of this year; of the
    next one it is a hint.
    """
    mistakes = [
        f"calendar '{one.name}': there is no area '{code}'"
        for one in config.calendars
        for code in one.areas
        if directory.areas and code not in directory.areas
    ]
    unknown = {
        soon: [one.name for one in config.calendars if one.unannounced(soon)]
        for soon in (year, year + 1)
    }
    said = {
        soon: [
            f"days of {soon} are not announced yet: give days_file (calendar {', '.join(names)})"
        ]
        if names
        else []
        for soon, names in unknown.items()
    }
    many = len(config.calendars)
    fine = (
        f"{many} calendar{'s' * (many > 1)}"
        if many
        else "none, every clock runs round the clock"
    )
    return _told("calendars", mistakes + said[year], said[year + 1], fine)


def _staff(directory: Directory) -> list[Result]:
    """Areas and offices in which nobody has a role of their own. It is no mistake: their cases
    go up.
    """
    if not directory.areas:
        return []
    used = {
        grant.area
        for person in directory.staff.values()
        for grant in person.grants
        if not grant.post
    }
    alone = [area.code for area in _areas(directory) if area.code not in used]
    idle = [office.code for office in directory.offices if office.code not in used]
    hints = (
        [
            f"no coordinator and no head of their own in {_listed(alone)}: cases go to the area above"
        ]
        if alone
        else []
    )
    hints += [f"nobody works in the offices {_listed(idle)}"] if idle else []
    return _told("staff", [], hints, f"{len(directory.staff)} people with a role")


def _areas(directory: Directory) -> list[Area]:
    return [area for area in directory.areas.values() if not area.is_office]


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(codes[:MOST_NAMED]) + (
        f" and {len(codes) - MOST_NAMED} more" if len(codes) > MOST_NAMED else ""
    )


# --- the machine ---


async def _token(config: Config) -> Result:
    if not config.telegram.secret_token:
        return Result("token", config.web.enabled, "none, Telegram is off")
    api = Api(
        config.telegram.secret_token,
        config.telegram.base_url,
        config.telegram.base_file_url,
    )
    try:
        return Result("token", True, f"@{(await api.call('getMe'))['username']}")
    except TelegramError as error:
        return Result("token", False, f"Telegram says: {error.message}")
    finally:
        await api.close()


def _disk(config: Config) -> Result:
    try:
        config.service.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=config.service.data) as file:
            file.write(b"x")
        free = shutil.disk_usage(config.service.data).free
    except OSError as error:
        return Result(
            "disk", False, f"cannot write to {config.service.data}: {error.strerror}"
        )
    return Result(
        "disk", free > ENOUGH_DISK, f"{free // 2**20} MB free in {config.service.data}"
    )


async def _clock(config: Config) -> Result:
    now = datetime.now(UTC)
    local = now.astimezone(config.zone)
    steady = abs(time.time() - now.timestamp()) < 1
    return Result(
        "clock",
        now > EARLIEST and steady,
        f"{local:%Y-%m-%d %H:%M} in {config.service.timezone}",
    )


async def invitation_link(config: Config, code: str) -> str:
    """The link for this code on the channel that is configured. Telegram is asked for the bot's
    name.
    """
    if not config.telegram.secret_token:
        return f"{config.web.address}/?start={code}"
    api = Api(
        config.telegram.secret_token,
        config.telegram.base_url,
        config.telegram.base_file_url,
    )
    try:
        return f"https://t.me/{(await api.call('getMe'))['username']}?start={code}"
    except TelegramError:
        return f"https://t.me/BOT?start={code}   (Telegram does not answer: put your bot's name for BOT)"
    finally:
        await api.close()
