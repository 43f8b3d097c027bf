"""The only file that knows all the parts: what a house has, made from the configuration and put
together. Nothing of it runs yet.
"""

from __future__ import annotations

from bot.building import build, setup_of
from bot.channels.channel import Channel
from bot.channels.making import Parts, Phones
from bot.config.settings import Config
from bot.loops.delivery import Delivery
from bot.loops.fetching import Fetching
from bot.loops.intake import Intake
from bot.loops.switched_off import SwitchedOff
from bot.loops.ticks import Ticks
from bot.loops.trying import Trying
from bot.loops.unreadable import Unreadable
from bot.loops.watching import Watching
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from storage.database import Database


class Inventory:
    """`phones` makes the demo page."""

    def __init__(self, config: Config, phones: Phones = ()) -> None:
        self.config = config
        self.database = Database(config.database_url, keys=config.keys)
        self.files = Files(config.service.data / "files")
        self.workshop = Workshop()
        page = {"web": config.web.address + "/?start={code}"}
        self.links: dict[str, str] = page if config.web.enabled else {}
        self.setup: Setup = setup_of(config, self.links, self.files)
        self.channels: dict[str, Channel] = {}
        self.delivery = Delivery(self.database, self.setup, self.channels)
        parts = (self.database, self.setup, self.delivery)
        self.intake = Intake(*parts, Unreadable(config.service.data))
        self.ticks = Ticks(*parts)
        self.trying = Trying(self.database, self.setup, self.channels, self.delivery)
        self.watching = Watching(*parts, self.channels)
        self.switched_off = SwitchedOff(*parts, self.watching)
        self.built = build(self._parts(phones))
        self.channels.update(self.built.channels)
        self.database.memory.switched_on = frozenset(self.channels)

    def _parts(self, phones: Phones) -> Parts:
        return Parts(
            self.config,
            self.database,
            self.setup,
            self.files,
            self.workshop,
            self.intake.offer,
            self.delivery.queues.pending,
            self.delivery.at_last,
            self.delivery.offer,
            phones,
        )

    def fetching(self) -> Fetching:
        return Fetching(
            self.database,
            self.setup,
            self.channels,
            self.files,
            self.delivery,
            self.workshop,
        )
