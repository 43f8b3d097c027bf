"""The command line: gridbee demo | run | check | load | roster | invite | quarantine."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken

from bot import logs
from bot.channels.telegram.receive import TokenTaken
from bot.commands import demo, loading, quarantine, roster
from bot.config import checks
from bot.config.settings import PREFIX, Config, ConfigError, load, read
from bot.house import House, hold_folder
from domain.people import Role
from storage.database import AlreadyRunning, Database

try:
    import uvloop
except ImportError:  # Windows has none
    uvloop = None  # type: ignore[assignment]  # a module or nothing


# seconds; SQLite answers in a thread, which would wait 5 ms for its turn whenever we are busy
SWITCH = 0.0005


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="gridbee", description="A rider's line to the micro-grid."
    )
    commands = made.add_subparsers(dest="command", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.add_argument(
            "--config",
            type=Path,
            default=None,
            help="the configuration file (config.toml)",
        )
        return sub

    sub = command(
        "demo", "start with a sample district and a web page, no token needed"
    )
    sub.add_argument("--port", type=int, default=8080)
    sub.add_argument("--data", type=Path, default=Path("data/demo"))
    command("run", "start for real")
    command(
        "check",
        "look at configuration, database, rules, calendars, staff, token, disk and clock",
    )
    sub = command(
        "load", "load areas.geojson, and offices.csv if it is there, from a folder"
    )
    sub.add_argument("folder", type=Path)
    sub = command(
        "roster",
        "load who is on duty from a CSV file with the columns person,area,from,to",
    )
    sub.add_argument("file", type=Path)
    sub = command("invite", "print a one-time invitation link")
    sub.add_argument("role", choices=[role.value for role in Role])
    sub.add_argument(
        "--area", default="", help="the area's code; the whole district if left out"
    )
    sub = command("quarantine", "events that could not be handled")
    sub.add_argument("what", choices=["list", "show", "replay"])
    sub.add_argument("number", type=int, nargs="?")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 fine, 1 something is wrong (said in one line), 2 wrong usage."""
    args = parser().parse_args(argv)
    logs.configure()
    try:
        return _run(COMMANDS[args.command](args, _config(args)))
    except (ConfigError, loading.LoadError, quarantine.NotThere) as error:
        return _say(str(error))
    except (AlreadyRunning, TokenTaken) as error:
        return _say(f"{error}. Stop that one first.")
    except InvalidToken:
        return _say(
            "Telegram does not accept the token: check [telegram] token or token_file"
        )
    except OSError as error:
        return _say(
            f"{error.strerror or error}"
            + (f": {error.filename}" if error.filename else "")
        )
    except KeyboardInterrupt:
        return 0


def _say(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


def _run(work: Coroutine[Any, Any, int]) -> int:
    """The loop, with the interpreter set for a server: measured in docs/adr/0009."""
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)
    return uvloop.run(work) if uvloop is not None else asyncio.run(work)


def _config(args: argparse.Namespace) -> Config:
    """`run` and its siblings read config.toml; the demo needs none."""
    if args.command == "demo" and args.config is None:
        return load(None)
    if (
        args.config is None
        and not Path("config.toml").exists()
        and any(name.startswith(PREFIX) for name in os.environ)
    ):
        return load(None)
    return load(args.config or Path("config.toml"))


async def _until_stopped(house: House, ready: Coroutine[Any, Any, None]) -> int:
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, house.stop)
    greeting = asyncio.create_task(ready)
    try:
        await house.run()
    finally:
        greeting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await greeting
    return 0


def for_demo(config: Config, data: Path, port: int) -> Config:
    """The configuration with a data folder of its own, the web page on and Telegram off."""
    changed = config.model_dump(exclude_defaults=True, include={"service", "web"})
    changed.setdefault("service", {})["data"] = data
    changed.setdefault("web", {}).update(enabled=True, port=port)
    own = read(changed)
    return config.model_copy(
        update={"service": own.service, "web": own.web, "telegram": own.telegram}
    )


async def _demo(args: argparse.Namespace, config: Config) -> int:
    config = for_demo(config, args.data, args.port)
    lock = hold_folder(config.service.data)
    database = Database(config.database_url)
    try:
        await database.start()
        phones = await demo.prepare(database, config.service.data)
    finally:
        await database.close()
        lock.close()
    house = House(config, phones)
    return await _until_stopped(house, _greet(house))


async def _greet(house: House) -> None:
    await house.started.wait()
    while house.server is not None and not house.server.started:
        await asyncio.sleep(0.02)
    address = f"http://{house.config.web.host}:{house.port}/"
    print(f"\n  网格蜂 Gridbee\n  {address}\n  Ctrl+C 停止 / stops it\n", flush=True)
    house.links["web"] = address + "?start={code}"


async def _serve(args: argparse.Namespace, config: Config) -> int:
    if not config.telegram.secret_token and not config.web.enabled:
        raise ConfigError(
            "nothing to do: set [telegram] token (or token_file), or [web] enabled = true"
        )
    house = House(config)

    async def ready() -> None:
        await house.started.wait()
        print("gridbee is running", flush=True)

    return await _until_stopped(house, ready())


async def _check(args: argparse.Namespace, config: Config) -> int:
    results = await checks.run(config)
    for result in results:
        print(f"{'ok ' if result.fine else 'BAD'}  {result.name}: {result.text}")
    return 0 if all(result.fine for result in results) else 1


async def _with_database(config: Config, work: Any) -> int:
    database = Database(config.database_url)
    try:
        await database.start()
        await work(database)
    finally:
        await database.close()
    return 0


async def _alone(config: Config, work: Any) -> int:
    """As `_with_database`, but not beside a running house: it counts ids in memory and would not
    see the change.
    """
    lock = hold_folder(config.service.data)

    async def held(database: Database) -> None:
        await database.hold()
        await work(database)

    try:
        return await _with_database(config, held)
    finally:
        lock.close()


async def _load(args: argparse.Namespace, config: Config) -> int:
    async def work(database: Database) -> None:
        many = await loading.load(database, args.folder)
        offices = len(database.directory.offices)
        print(
            f"{many - offices} areas and {offices} offices loaded"
            if offices
            else f"{many} areas loaded"
        )

    return await _alone(config, work)


async def _roster(args: argparse.Namespace, config: Config) -> int:
    async def work(database: Database) -> None:
        added, replaced = await roster.load(database, args.file, config.zone)
        print(f"{added} shifts loaded, {replaced} replaced")

    return await _alone(config, work)


async def _invite(args: argparse.Namespace, config: Config) -> int:
    async def work(database: Database) -> None:
        area = args.area or database.directory.root
        if area not in database.directory.areas:
            raise ConfigError(
                f"there is no area {area or 'at all'}; load areas first: gridbee load FOLDER"
            )
        async with database.unit() as unit:
            token = await unit.staff.invite(Role(args.role), area, None)
            unit.history.audit(None, "invite", role=args.role, area=area)
        print(await checks.invitation_link(config, f"i_{token}"))

    return await _with_database(config, work)


async def _quarantine(args: argparse.Namespace, config: Config) -> int:
    if args.what != "list" and args.number is None:
        raise quarantine.NotThere(f"which one? gridbee quarantine {args.what} NUMBER")
    if args.what == "replay":
        house = House(config)
        lock = hold_folder(config.service.data)
        try:
            await house.database.start()
            await quarantine.replay(house, args.number)
        finally:
            await house.database.close()
            lock.close()
        return 0
    return await _with_database(
        config, lambda database: quarantine.show(database, args.number)
    )


COMMANDS = {
    "demo": _demo,
    "run": _serve,
    "check": _check,
    "load": _load,
    "roster": _roster,
    "invite": _invite,
    "quarantine": _quarantine,
}

if __name__ == "__main__":
    sys.exit(main())
