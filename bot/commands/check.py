"""`gridbee check`: one line for each thing that has to be right before it can run."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from sqlalchemy import text

from bot.commands import machine
from bot.commands.command import Command
from bot.config import fitting
from bot.config.fitting import Result
from bot.config.settings import Config
from domain.people import Role
from storage.database import Database
from storage.memory.directory import Directory


async def run(args: Namespace, config: Config) -> int:
    results = await look(config)
    for result in results:
        print(f"{'ok ' if result.fine else 'BAD'}  {result.name}: {result.text}")
    return 0 if all(result.fine for result in results) else 1


async def look(config: Config) -> list[Result]:
    database, directory = await _database(config)
    year = datetime.now(config.zone).year
    return [
        Result("configuration", True, "readable, no unknown keys"),
        database,
        *fitting.categories(config),
        *fitting.rules(config, directory),
        *fitting.deadlines(config, directory),
        *fitting.calendars(config, directory, year),
        *fitting.staff(directory),
        machine.keys(config),
        await machine.token(config),
        machine.disk(config),
        machine.clock(config),
    ]


async def _database(config: Config) -> tuple[Result, Directory]:
    """What it says of the database, and who and what is in it: nothing where it cannot be read."""
    database = Database(config.database_url, keys=config.keys)
    try:
        await database.start()
        async with database.reader() as reader:
            cases = await reader.scalar(text("SELECT count(*) FROM cases"))
        return _counted(database.directory, cases), database.directory
    except Exception as error:
        why = f"{type(error).__name__}: {str(error).splitlines()[0]}"
        return Result("database", False, why), Directory()
    finally:
        await database.close()


def _counted(directory: Directory, cases: int | None) -> Result:
    offices = len(directory.offices)
    areas = len(directory.areas) - offices
    if not areas:
        return Result("database", False, "no areas yet: gridbee load FOLDER")
    admins = any(person.has(Role.ADMIN) for person in directory.staff.values())
    hint = "" if admins else "; nobody is an admin yet: gridbee invite admin"
    counted = f"{areas} areas, " + (f"{offices} offices, " if offices else "")
    return Result("database", True, f"{counted}{cases} cases{hint}")


COMMAND = Command(
    "look at configuration, database, categories, rules, calendars, staff, keys, token and machine",
    run,
)
