"""`gridbee rekey`: all that is encrypted in the database is encrypted again with the first key."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial

from bot.commands.command import Command
from bot.commands.database import held
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from storage.database import Database
from storage.encrypt_again import encrypt_again
from storage.vault import only


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--new",
        action="store_true",
        help="make a new first key in the data folder's key file before",
    )


async def run(args: Namespace, config: Config) -> int:
    """It may be killed at any moment and called again. The old keys are needed until it is done."""
    if args.new and config.encryption.given:
        raise ConfigError(
            "the keys are in the configuration: put a new one before them in [encryption] keys"
            " (openssl rand -base64 32 makes one), then: gridbee rekey"
        )
    async with held(config) as database:
        if args.new:
            config.keys.add()
            await database.take_keys()
        await _encrypt(database)
    return 0


async def _encrypt(database: Database) -> None:
    ring = database.vault.ring
    await encrypt_again(database.engine, ring, print_changed)
    async with database.engine.begin() as connection:
        await connection.run_sync(partial(only, first=ring.first))
    print(
        f"all is encrypted with key {ring.first}; backups of before need the older keys"
    )


def print_changed(column: str, changed: int) -> None:
    print(f"{column}: {changed} encrypted again")


COMMAND = Command("encrypt names and letters again, with the first key", run, arguments)
