"""`gridbee run`: the house for real."""

from __future__ import annotations

import contextlib
from argparse import Namespace

from bot.channels.table import switched_on
from bot.commands.command import Command
from bot.commands.serving import until_stopped
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.house import House


async def run(args: Namespace, config: Config) -> int:
    if not switched_on(config):
        raise ConfigError(
            "nothing to do: set [telegram] token (or token_file), or [web] enabled = true"
        )
    house = House(config)
    return await until_stopped(house, _greet(house))


async def _greet(house: House) -> None:
    await house.started.wait()
    with contextlib.suppress(OSError):  # nobody reads it
        print("gridbee is running", flush=True)


COMMAND = Command("start for real", run)
