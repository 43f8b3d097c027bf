"""`gridbee invite`: a one-time invitation, as a link and as QR codes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.channels.table import switched_on
from bot.commands.codes import draw
from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import folder_for
from bot.config.fitting import listed
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.workshop.workshop import Workshop
from domain.people import Role
from domain.start_codes import Begins
from storage.memory.directory import Directory


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("role", choices=[role.value for role in Role])
    parser.add_argument(
        "--area",
        default="",
        help="the area's code; the whole district if left out",
    )
    parser.add_argument(
        "--to",
        type=Path,
        help="a folder for QR codes that are the same, one for each channel",
    )


async def run(args: Namespace, config: Config) -> int:
    async with opened(config) as database:
        _check_channels(config)
        area = _area(args.area, database.directory)
        if args.to:
            folder_for(args.to)  # an invitation that nobody can hand over is not made
        async with database.unit() as unit:
            token = await unit.staff.invite(Role(args.role), area, None)
            unit.history.audit(None, "invite", role=args.role, area=area)
        code = Begins.INVITATION + token
        print(await _link(config, code))
        if args.to:
            await _draw(config, code, args.to)
    return 0


def _check_channels(config: Config) -> None:
    """Raises ConfigError where a link would lead nowhere."""
    if not any(one.link for one in switched_on(config).values()):
        raise ConfigError(
            "no channel is on by which it could be taken: set [telegram] token (or token_file), "
            "or [web] enabled = true"
        )


def _area(wanted: str, directory: Directory) -> str:
    """Its code, given in large or small letters. Raises ConfigError."""
    if not directory.areas:
        raise ConfigError(
            "there is no area at all; load areas first: gridbee load FOLDER"
        )
    said = (wanted or directory.root).casefold()
    found = next((one for one in directory.areas if one.casefold() == said), "")
    if not found:
        there = listed(list(directory.areas))
        raise ConfigError(f"there is no area {wanted}; there are {there}")
    return found


async def _link(config: Config, code: str) -> str:
    """The link for this code on the first channel that is configured."""
    links = (one.link for one in switched_on(config).values() if one.link)
    return await next(links)(config, code)


async def _draw(config: Config, code: str, folder: Path) -> None:
    workshop = Workshop()
    try:
        await draw(workshop, config, code, folder, "invitation")
    finally:
        workshop.close()


COMMAND = Command("print a one-time invitation link, draw its QR codes", run, arguments)
