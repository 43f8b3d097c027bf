"""The house with coordinators in WeCom, over real HTTP; riders and the admin are in Telegram."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from bot.channels.wecom.channel import Wecom
from bot.config.reading import read
from bot.config.settings import Config
from domain.messages import Address, Matter, Reply
from domain.people import Grant, Role
from storage.outbox.letters import NOTICE
from storage.tables.messages import outbox
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.phone import Card, Shown
from tests.fakes.wecom.server import AGENT_ID, CORP_ID, KEY, SECRET, TOKEN, FakeWeCom
from tests.telegram.town import Town, eventually, free_port

SECTION = {
    "corp_id": CORP_ID,
    "agent_id": AGENT_ID,
    "secret": SECRET,
    "token": TOKEN,
    "aes_key": KEY,
}


class Office(Town):
    def __init__(self, telegram: FakeTelegram, data: Path) -> None:
        super().__init__(telegram, data)
        self.port = free_port()
        self.web = {"enabled": True, "port": self.port}
        self.wecom = FakeWeCom(clock=lambda: self.clock().timestamp())
        self.over_wecom: dict[str, Any] = {}
        self.zhang = self.wecom.member("ZhangQiang", "张强")
        self.li = self.wecom.member("li.min", "李敏")

    def config(self) -> Config:
        given = super().config().model_dump(exclude_unset=True)
        section = SECTION | {"base_url": self.wecom.url}
        return read(given | {"wecom": section | self.over_wecom})

    async def open(self) -> None:
        await super().open()
        self.wecom.callback_url = f"http://127.0.0.1:{self.port}/wecom"

    async def __aenter__(self) -> Self:
        await self.wecom.start()
        await super().__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await super().__aexit__(*error)
        await self.wecom.stop()

    @property
    def channel(self) -> Wecom:
        found = self.house.channels["wecom"]
        assert isinstance(found, Wecom)
        return found

    async def appoints(self, *people: Person, area: str = "G01") -> None:
        """Coordinators of the area, whom only WeCom reaches."""
        async with self.house.database.unit() as unit:
            for person in people:
                address = Address("wecom", person.userid.lower())
                await unit.people.load([address])
                known = unit.people.meet(address, person.member.name, "zh-CN")
                await unit.staff.grant(known.id, Grant(Role.COORDINATOR, area))
            unit.directory_changes()

    async def writes_wecom(
        self, userid: str, *texts: str, matter: Matter = Matter.NEWS
    ) -> None:
        async with self.house.database.unit() as unit:
            for text in texts:
                reply = Reply(text=text, matter=matter)
                unit.outbox.add(Address("wecom", userid), reply, NOTICE)
        self.house.delivery.offer(unit.outbox.handover)

    async def card(self, who: Person, words: str) -> Card:
        """Waits until a card with these words stands on their phone; the newest."""

        def found() -> list[Card]:
            return [card for card in who.cards if words in card.words]

        return (await self.wecom.until(found))[-1]

    async def reads(self, who: Person, words: str) -> Shown:
        """Waits for a message with these words; the newest."""

        def found() -> list[Shown]:
            return [one for one in who.phone if words in one.words]

        return (await self.wecom.until(found))[-1]

    async def said_wait(self, why: str) -> None:
        """Until some letter waits for this reason."""

        async def waits() -> bool:
            rows = await self.rows(select(outbox.c.error))
            return any(row.error == why for row in rows)

        await eventually(waits)
