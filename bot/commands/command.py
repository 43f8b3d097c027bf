"""What a verb of the command line is to the parser."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.config.settings import Config


def no_arguments(parser: ArgumentParser) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Command:
    """`about` is its line in the help; `run` gives the exit code.

    `needs_config` is false where it runs without a configuration file, `opens` where it looks by
    itself whether folder and database can be used.
    """

    about: str
    run: Callable[[Namespace, Config], Coroutine[Any, Any, int]]
    arguments: Callable[[ArgumentParser], None] = no_arguments
    needs_config: bool = True
    opens: bool = True
