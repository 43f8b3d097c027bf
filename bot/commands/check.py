"""`gridbee check`: one line for each thing that has to be right before it can run."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.commands import machine
from bot.commands.command import Command
from bot.commands.exits import CANNOT_BEGIN, WRONG
from bot.commands.fitness import looked, said, unfit
from bot.commands.half_filled import half_filled
from bot.config import fitting
from bot.config.counted import counted
from bot.config.fitting import Result
from bot.config.settings import Config
from domain.people import Role
from storage.encryption.source import KeysMissing
from storage.engines import async_url, engine_for
from storage.fitness.found import Found, Problem
from storage.loading import load_directory
from storage.memory.directory import Directory
from storage.vault import Vault

OLDER = "of an earlier release: the next start brings it up to date, so make a backup before"

SPOILT = "put back a backup, or wait until those people write again"

PATIENCE = 1.5  # seconds for Telegram and for the database to answer


async def run(args: Namespace, config: Config) -> int:
    """Everything that is wrong, within 3 seconds, and nothing is changed by looking."""
    (wrong, found), channels = await asyncio.gather(
        looked(config, PATIENCE), machine.channels(config, PATIENCE)
    )
    results = await look(config, wrong, found, channels)
    for result in results:
        print(f"{'ok ' if result.fine else 'BAD'}  {result.name}: {result.text}")
    if wrong or found.problem is not None:
        return CANNOT_BEGIN
    return 0 if all(result.fine for result in results) else WRONG


async def look(
    config: Config, wrong: list[Problem], found: Found, channels: list[Result]
) -> list[Result]:
    database, directory = await _database(config, found)
    year = datetime.now(config.zone).year
    return [
        Result("configuration", True, "readable, no unknown keys"),
        *database,
        *fitting.categories(config),
        *fitting.rules(config, directory),
        *fitting.deadlines(config, directory),
        *fitting.calendars(config, directory, year),
        *fitting.budgets(config, directory),
        *fitting.staff(directory),
        machine.keys(config),
        *channels,
        *half_filled(config),
        *machine.robots(config, directory),
        *machine.disk(config, wrong),
        machine.clock(config),
        *machine.web(config),
    ]


async def _database(config: Config, found: Found) -> tuple[list[Result], Directory]:
    """What it says of the database, and who and what is in it: nothing where it cannot be read."""
    if found.problem is not None:
        return [Result("database", False, said(found.problem))], Directory()
    if not found.made:
        return [_empty()], Directory()
    if not found.current:
        return [Result("database", True, OLDER)], Directory()
    engine = engine_for(async_url(config.database_url), writes=False)
    vault = Vault(config.keys)
    vault.give_to(engine)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(vault.check)
            directory = await load_directory(connection)
            cases = await connection.scalar(text("SELECT count(*) FROM cases"))
            spoilt = await connection.run_sync(vault.spoilt_names)
        return [_counted(directory, cases), *_spoilt(spoilt)], directory
    except KeysMissing as error:
        return [Result("database", False, str(error))], Directory()
    except DBAPIError as error:
        problems = unfit(error, config.database_url).problems
        return [Result("database", False, said(one)) for one in problems], Directory()
    finally:
        await engine.dispose()


def _empty() -> Result:
    return Result("database", False, "no areas yet: gridbee load FOLDER")


def _spoilt(names: int) -> list[Result]:
    if not names:
        return []
    said = f"{names} cannot be decrypted, so nobody sees them: {SPOILT}"
    return [Result("names", False, said)]


def _counted(directory: Directory, cases: int | None) -> Result:
    offices = len(directory.offices)
    areas = len(directory.areas) - offices
    if not areas:
        return _empty()
    admins = any(person.has(Role.ADMIN) for person in directory.staff.values())
    hint = "" if admins else "; nobody is an admin yet: gridbee invite admin"
    found = [counted(areas, "area")]
    found += [counted(offices, "office")] if offices else []
    found += [counted(cases, "case")] if cases is not None else []
    return Result("database", True, f"{', '.join(found)}{hint}")


COMMAND = Command(
    "look at configuration, database, categories, rules, calendars, staff, keys, token and machine",
    run,
    opens=False,
)
