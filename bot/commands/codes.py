"""QR codes of a start code, one for each channel that has an address for it, as pictures."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.channels.table import switched_on
from bot.commands.writing import folder_for
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.workshop.workshop import Workshop


async def draw(
    workshop: Workshop, config: Config, code: str, folder: Path, name: str
) -> None:
    """As NAME-CHANNEL.png in a folder that is made if need be. Raises ConfigError where no channel
    has one.
    """
    folder_for(folder)
    for channel, link in (await _links(config, code)).items():
        _, drawn = await workshop.picture("code", b"", channel, words=link)
        picture = folder / f"{name}-{channel}.png"
        picture.write_bytes(drawn)
        print(f"{picture}  {link}")


async def _links(config: Config, code: str) -> dict[str, str]:
    """Of each channel that has an address for it; of the others it is said why not."""
    links: dict[str, str] = {}
    for name, maker in switched_on(config).items():
        link = await maker.link(config, code) if maker.link else ""
        if link.startswith("http"):
            links[name] = link
        elif link:
            print(f"{name} has no code for it now: {link}", file=sys.stderr)
    if not links:
        raise ConfigError("no channel has a code for it now: see gridbee check")
    return links
