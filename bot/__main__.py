"""The command line: gridbee demo | run | check | load | roster | invite | quarantine | rekey."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken

from bot import logs
from bot.channels.telegram.polling import TokenTaken
from bot.commands import check, demo, invite, load, quarantine, rekey, roster, run
from bot.config import reading
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.loading.table import LoadError
from storage.encryption.source import KeysMissing
from storage.file_lock import AlreadyRunning
from storage.lease import LeaseLost

try:
    import uvloop
except ImportError:  # Windows has none
    uvloop = None  # type: ignore[assignment]  # a module or nothing

COMMANDS = {
    "demo": demo.COMMAND,
    "run": run.COMMAND,
    "check": check.COMMAND,
    "load": load.COMMAND,
    "roster": roster.COMMAND,
    "invite": invite.COMMAND,
    "quarantine": quarantine.COMMAND,
    "rekey": rekey.COMMAND,
}

# seconds; SQLite answers in a thread, which would wait 5 ms for its turn whenever we are busy
SWITCH = 0.0005
ALREADY_RUNNING = 2
KEYS_MISSING = 2


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="gridbee", description="A rider's line to the micro-grid."
    )
    verbs = made.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        verb = verbs.add_parser(name, help=command.about, description=command.about)
        verb.add_argument(
            "--config",
            type=Path,
            default=None,
            help="the configuration file (config.toml)",
        )
        command.arguments(verb)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 fine, 1 something is wrong (said in one line), 2 wrong usage,
    running already, or a key is missing.
    """
    args = parser().parse_args(argv)
    logs.configure()
    try:
        return _run(COMMANDS[args.command].run(args, _config(args)))
    except (ConfigError, LoadError, quarantine.NotThere) as error:
        return _say(str(error))
    except AlreadyRunning as error:
        return _say(f"{error}. Stop that one first.", ALREADY_RUNNING)
    except TokenTaken as error:
        return _say(f"{error}. Stop that one first.")
    except KeysMissing as error:
        return _say(f"{error}.", KEYS_MISSING)
    except LeaseLost as error:
        return _say(f"{error}. This one has stopped.")
    except InvalidToken:
        return _say(
            "Telegram does not accept the token: check [telegram] token or token_file"
        )
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        return _say(f"{error.strerror or error}{where}")
    except KeyboardInterrupt:
        return 0


def _say(text: str, code: int = 1) -> int:
    print(text, file=sys.stderr)
    return code


def _run(work: Coroutine[Any, Any, int]) -> int:
    """The loop, with the interpreter set for a server: measured in docs/adr/0009."""
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)
    return uvloop.run(work) if uvloop is not None else asyncio.run(work)


def _config(args: argparse.Namespace) -> Config:
    """config.toml; the environment alone where it says anything and there is no file."""
    path: Path | None = args.config
    if path is None and not COMMANDS[args.command].needs_config:
        return reading.load(None)
    by_environment = any(name.startswith(reading.PREFIX) for name in os.environ)
    if path is None and by_environment and not Path("config.toml").exists():
        return reading.load(None)
    return reading.load(path or Path("config.toml"))


if __name__ == "__main__":
    sys.exit(main())
