"""`gridbee demo`: a sample district, some staff and three phones, in a folder of its own."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.command import Command
from bot.commands.fitness import ready
from bot.commands.sample import prepare
from bot.commands.serving import until_stopped
from bot.config.reading import read
from bot.config.settings import Config
from bot.folder import hold_folder
from bot.house import House
from storage.database import Database


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--data", type=Path, default=Path("data/demo"))


async def run(args: Namespace, config: Config) -> int:
    config = for_demo(config, args.data, args.port)
    config.service.data.parent.mkdir(parents=True, exist_ok=True)
    await ready(config)
    database = Database(config.database_url, keys=config.keys)
    with hold_folder(config.service.data):
        try:
            await database.start()
            phones = await prepare(database, config.service.data, config)
        finally:
            await database.close()
    house = House(config, phones)
    return await until_stopped(house, _greet(house))


def for_demo(config: Config, data: Path, port: int) -> Config:
    """The configuration with a data folder of its own, the web page on and Telegram off."""
    changed = config.model_dump(exclude_defaults=True, include={"service", "web"})
    changed.setdefault("service", {})["data"] = data
    changed.setdefault("web", {}).update(enabled=True, port=port)
    changed["wishes"] = changed["proofs"] = changed["points"] = {}
    changed["matching"] = {}
    changed["members"] = {}
    own = read(changed)
    return config.model_copy(
        update={
            "service": own.service,
            "web": own.web,
            "telegram": own.telegram,
            "wishes": config.wishes or own.wishes,
            "proofs": config.proofs or own.proofs,
            "points": config.points or own.points,
            "matching": config.matching or own.matching,
            "members": config.members or own.members,
        }
    )


async def _greet(house: House) -> None:
    await house.started.wait()
    while house.server is not None and not house.server.started:
        await asyncio.sleep(0.02)
    address = f"http://{house.config.web.host}:{house.port}/"
    print(f"\n  网格蜂 Gridbee\n  {address}\n  Ctrl+C 停止 / stops it\n", flush=True)
    house.links["web"] = address + "?start={code}"


COMMAND = Command(
    "start with a sample district and a web page, no token needed",
    run,
    arguments,
    needs_config=False,
    opens=False,
)
