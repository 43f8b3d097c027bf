"""Pages that listen never take all the connections: who asks or says something finds one."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.channels.web.limits.caller import Caller
from bot.channels.web.limits.open_pages import OF_A_CHAT, OpenPages
from bot.config.limits import LimitsConfig
from tests.telegram.town import eventually
from tests.web.site import Person, open_site

pytestmark = pytest.mark.asyncio(loop_scope="session")

FEW = {
    "connections": 60,
    "connections_an_address": 45,
    "connections_a_network": 54,
}
HERE, BESIDE = Caller("a1", "a"), Caller("a2", "a")
LIVE = "/api/chat/me/live"


async def test_so_many_of_a_chat_an_address_a_network_and_in_all() -> None:
    pages = OpenPages(LimitsConfig(**FEW))
    first = [pages.take("chat", HERE) for _ in range(OF_A_CHAT)]
    assert all(first) and pages.take("chat", HERE) is None
    assert all(pages.take(f"{n}", HERE) for n in range(30 - OF_A_CHAT))
    assert pages.take("another", HERE) is None  # 30 of the address's 45
    assert all(pages.take(f"{n}", BESIDE) for n in range(6))
    assert pages.take("another", BESIDE) is None  # 36 of the network's 54
    away = [Caller(f"b{n}", f"b{n}") for n in range(5)]
    assert [bool(pages.take("x", one)) for one in away] == [True] * 4 + [False]
    over = first[0]
    assert over is not None
    over()
    assert pages.take("x", away[-1]) and pages.take("x", away[-1]) is None


async def test_a_machine_that_listens_everywhere_keeps_nobody_from_saying_something(
    template: Path, tmp_path: Path
) -> None:
    limits = {"connections": 12}
    async with (
        open_site(template, tmp_path / "data", limits=limits) as site,
        AsyncExitStack() as held,
    ):
        rider, other = site.person("rider"), site.person("coordinator")
        for _ in range(8):
            assert (await held.enter_async_context(rider.asks(LIVE))).status == 200
        assert await listens(other) == 429
        assert (await other.says("/queue"))[0] == 200
        assert (await other.log())["messages"]
        await held.aclose()

        async def room_again() -> bool:
            return await listens(other) == 200

        await eventually(room_again)


async def listens(person: Person) -> int:
    async with person.asks(LIVE) as answer:
        return int(answer.status)
