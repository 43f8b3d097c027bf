"""The house with a grid's group in WeCom, where the robot is, over a real WebSocket."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.channels.aibot.channel import Aibot
from bot.channels.aibot.receive import CHANNEL, GROUP
from bot.config.reading import read
from bot.config.settings import Config
from domain.messages import Address, Reply
from domain.people import Grant, Role
from storage.outbox.letters import NOTICE
from tests.fakes.aibot.line import BOT_ID, BOT_SECRET
from tests.fakes.aibot.people import Room
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.phone import Card, Shown
from tests.wecom.office import Office


class Circle(Office):
    """Zhang and Li are coordinators of G01, Chen administers all, Wu has no role; all four are in
    the group.
    """

    def __init__(self, telegram: FakeTelegram, data: Path) -> None:
        super().__init__(telegram, data)
        self.chen = self.wecom.member("ChenZhuren", "陈主任")
        self.wu = self.wecom.member("wu", "吴路")
        self.waits = True
        self.over_aibot: dict[str, Any] = {}
        members = (self.zhang, self.li, self.chen, self.wu)
        self.grid: Room = self.wecom.aibot.group("wrG01", *members)

    def config(self) -> Config:
        given = super().config().model_dump(exclude_unset=True)
        section = {"bot_id": BOT_ID, "secret": BOT_SECRET, "url": self.wecom.aibot_url}
        return read(given | {"aibot": section | self.over_aibot})

    async def open(self) -> None:
        await super().open()
        await self.appoints(self.zhang, self.li)
        async with self.house.database.unit() as unit:
            address = Address("wecom", self.chen.userid.lower())
            await unit.people.load([address])
            known = unit.people.meet(address, "陈主任", "zh-CN")
            await unit.staff.grant(known.id, Grant(Role.ADMIN, "C"))
            unit.directory_changes()
        if self.waits:
            await self.connected()

    async def connected(self) -> None:
        await self.wecom.until(lambda: self.wecom.aibot.connected)

    @property
    def robot(self) -> Aibot:
        found = self.house.channels["aibot"]
        assert isinstance(found, Aibot)
        return found

    async def binds(self) -> None:
        await self.grid.says(self.chen, "/bind G01")
        await self.told(self.zhang, "这个群")

    async def says_in_group(
        self, text: str, case_id: int | None = None, lane: int = NOTICE
    ) -> None:
        """A letter of ours."""
        async with self.house.database.unit() as unit:
            to = Address(CHANNEL, f"{GROUP}wrG01")
            unit.outbox.add(to, Reply(text=text), lane, case_id=case_id)
        self.house.delivery.offer(unit.outbox.handover)

    async def told(self, who: Person, words: str) -> Shown:
        """Waits until somebody reads these words in the group; the newest."""

        def found() -> list[Shown]:
            return [one for one in self.grid.phone(who) if words in one.words]

        return (await self.wecom.until(found))[-1]

    async def group_card(self, who: Person, words: str) -> Card:
        """Waits for a card with these words in the group, as they see it."""
        card = (await self.told(who, words)).card
        assert card is not None
        return card
