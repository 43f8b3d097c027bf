"""The house with a rider in WeChat, over real HTTP; coordinators and the admin are in Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Self

from bot.config.reading import read
from bot.config.settings import Config
from domain.messages import Address, Matter, Reply
from storage.outbox.due import FAR
from storage.outbox.letters import NOTICE
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wechat.phone import Shown
from tests.fakes.wechat.server import APP_ID, KEY, SECRET, TOKEN, FakeWeChat
from tests.telegram.town import Town, free_port

OPENID = "oRider0001"


class Village(Town):
    def __init__(self, telegram: FakeTelegram, data: Path) -> None:
        super().__init__(telegram, data)
        self.port = free_port()
        self.web = {"enabled": True, "port": self.port}
        self.wechat = FakeWeChat(clock=lambda: self.clock().timestamp())
        self.over_wechat: dict[str, Any] = {}
        self.language = "zh-CN"

    def config(self) -> Config:
        given = super().config().model_dump(exclude_unset=True)
        section = {
            "app_id": APP_ID,
            "secret": SECRET,
            "token": TOKEN,
            "aes_key": KEY,
            "base_url": self.wechat.url,
        }
        service = given["service"] | {"language": self.language}
        more = {"service": service, "wechat": section | self.over_wechat}
        return read(given | more)

    async def open(self) -> None:
        await super().open()
        self.wechat.callback_url = f"http://127.0.0.1:{self.port}/wechat"

    async def __aenter__(self) -> Self:
        await self.wechat.start()
        await super().__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await super().__aexit__(*error)
        await self.wechat.stop()

    async def writes_wechat(
        self, *texts: str, matter: Matter = Matter.NEWS, openid: str = OPENID
    ) -> None:
        """Notices of ours to the rider about one case, committed together."""
        rider = Address("wechat", openid)
        async with self.house.database.unit() as unit:
            for text in texts:
                reply = Reply(text=text, matter=matter)
                unit.outbox.add(rider, reply, NOTICE, case_id=1, about="YH26-0001")
        self.house.delivery.offer(unit.outbox.handover)
        await asyncio.sleep(0.05)

    async def parked(self, *words: str, openid: str = OPENID) -> bool:
        """Whether the letters with these words, and no others, wait for the rider's next word; and
        nothing is under way.
        """
        chat = self.house.delivery.queues._chats.at(Address("wechat", openid))
        if chat is None or chat.busy or len(chat.queue) != len(words):
            return False
        waiting = [letter for _, letter in sorted(chat.queue)]
        held = chat.bucket.wait(asyncio.get_running_loop().time()) > FAR.seconds
        texts = zip(words, waiting, strict=True)
        return held and all(word in one.reply.text for word, one in texts)

    async def shows(self, words: str, openid: str = OPENID) -> Shown:
        """Waits until the rider's phone shows these words."""
        rider = self.wechat.rider(openid)

        def found() -> list[Shown]:
            return [one for one in rider.phone if words in one.words]

        return (await self.wechat.until(found))[-1]
