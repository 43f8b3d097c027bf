"""`gridbee invite`: a one-time invitation, as a link and as QR codes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.channels.table import maker, switched_on
from bot.commands.codes import draw
from bot.commands.command import Command
from bot.commands.database import opened
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.workshop.workshop import Workshop
from domain.people import Role
from domain.present import present
from domain.start_codes import Begins


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
        area = args.area or database.directory.root
        if area not in database.directory.areas:
            named = area or "at all"
            raise ConfigError(
                f"there is no area {named}; load areas first: gridbee load FOLDER"
            )
        async with database.unit() as unit:
            token = await unit.staff.invite(Role(args.role), area, None)
            unit.history.audit(None, "invite", role=args.role, area=area)
        code = Begins.INVITATION + token
        print(await _link(config, code))
        if args.to:
            await _draw(config, code, args.to)
    return 0


async def _link(config: Config, code: str) -> str:
    """The link for this code on the first channel that is configured."""
    links = (one.link for one in switched_on(config).values() if one.link)
    link = next(links, maker("web").link)
    return await present(link, "the page has links")(config, code)


async def _draw(config: Config, code: str, folder: Path) -> None:
    workshop = Workshop()
    try:
        await draw(workshop, config, code, folder, "invitation")
    finally:
        workshop.close()


COMMAND = Command("print a one-time invitation link, draw its QR codes", run, arguments)
