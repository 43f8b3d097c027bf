"""The command line: gridbee demo, run, check, load and the others of `COMMANDS`."""

from __future__ import annotations

import gc

# nearly all that imports make is kept: to look through it again and again takes a fifth of a start
gc.disable()

from bot.interrupted import quietly

with quietly():
    import argparse
    import asyncio
    import os
    import sys
    from collections.abc import Coroutine, Sequence
    from importlib import import_module
    from pathlib import Path
    from typing import Any

    from bot import logs
    from bot.commands.command import Command
    from bot.commands.ending import ending
    from bot.commands.fitness import ready
    from bot.config import reading
    from bot.config.settings import Config

    try:
        import uvloop
    except ImportError:  # Windows has none
        uvloop = None  # type: ignore[assignment]  # a module or nothing

COMMANDS = (
    "demo",
    "run",
    "check",
    "load",
    "roster",
    "stations",
    "export",
    "members",
    "coupons",
    "listings",
    "invite",
    "poster",
    "quarantine",
    "rekey",
)
"""Each a module of `bot.commands`; the one that runs is imported, all of them for the help."""

# seconds; SQLite answers in a thread, which would wait 5 ms for its turn whenever we are busy
SWITCH = 0.0005


def command(name: str) -> Command:
    found: Command = import_module(f"bot.commands.{name}").COMMAND
    return found


def parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """Of what begins with a command's name: that command alone."""
    made = argparse.ArgumentParser(
        prog="gridbee", description="A rider's line to the micro-grid."
    )
    alone = bool(argv) and argv[0] in COMMANDS
    if not alone:
        made.add_argument("--version", action="version", version=_version())
    verbs = made.add_subparsers(dest="command", required=True)
    for name in argv[:1] if alone else COMMANDS:
        row = command(name)
        verb = verbs.add_parser(name, help=row.about, description=row.about)
        verb.add_argument(
            "--config",
            type=Path,
            default=None,
            help="the configuration file (config.toml)",
        )
        row.arguments(verb)
    return made


def _version() -> str:
    """As it was installed; a checkout that is not has none."""
    metadata = import_module("importlib.metadata")
    try:
        return f"gridbee {metadata.version('gridbee')}"
    except metadata.PackageNotFoundError:
        return "gridbee, not installed: the version stands in pyproject.toml"


def main(argv: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 fine, 1 something is wrong (said in one line), 2 wrong usage,
    running already, a key is missing, or folder or database cannot be used (said in one line).
    """
    words = sys.argv[1:] if argv is None else argv
    url = ""
    try:
        with quietly():
            args = parser(words).parse_args(words)
        logs.configure()
        config = _config(args)
        url = config.database_url
        return _run(_ready(command(args.command), args, config))
    except Exception as error:
        line, code = ending(error, url)
        print(line, file=sys.stderr)
        return code
    except KeyboardInterrupt:
        return 0


async def _ready(
    row: Command,
    args: argparse.Namespace,
    config: Config,
) -> int:
    """The command, where folder and database can be used. Raises Unfit."""
    if row.opens:
        await ready(config)
    return await row.run(args, config)


def _run(work: Coroutine[Any, Any, int]) -> int:
    """The loop, with the interpreter set for a server: measured in docs/adr/0009."""
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 10, 20)
    return uvloop.run(work) if uvloop is not None else asyncio.run(work)


def _config(args: argparse.Namespace) -> Config:
    """config.toml; the environment alone where it says anything and there is no file."""
    path: Path | None = args.config
    if path is None and not command(args.command).needs_config:
        return reading.load(None)
    by_environment = any(name.startswith(reading.PREFIX) for name in os.environ)
    if path is None and by_environment and not Path("config.toml").exists():
        return reading.load(None)
    return reading.load(path or Path("config.toml"))


if __name__ == "__main__":
    sys.exit(main())
