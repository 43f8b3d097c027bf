"""The robot's connection: lost, begun anew, taken by another, refused; and that this is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.aibot import gaps, line
from tests.aibot.circle import Circle
from tests.fakes.aibot.caller import LongConnection
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import eventually


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "FIRST_WAIT", 0.02)
    monkeypatch.setattr(line, "LONGEST_WAIT", 0.02)
    monkeypatch.setattr(line, "PING_EVERY", 0.1)
    monkeypatch.setattr(gaps, "LOOKED_EVERY", 0.02)


async def health(circle: Circle) -> dict[str, Any]:
    async with aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{circle.port}/health"
        async with session.get(address) as answer:
            return dict(await answer.json())


async def test_what_is_said_meanwhile_waits_and_what_was_missed_is_told(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot = circle.wecom.aibot
    await circle.binds()
    assert "aibot" not in (await health(circle)).get("unheard", {})

    # nobody answers pings: the connection counts as dead, and another is begun
    monkeypatch.setattr(line, "PING_LASTS", 0.1)
    robot.answers_pings = False
    many = robot.counts["aibot_subscribe"]
    await circle.wecom.until(lambda: robot.counts["aibot_subscribe"] > many)
    robot.answers_pings = True
    monkeypatch.setattr(line, "PING_LASTS", 10.0)
    await circle.connected()

    # it is cut while nobody takes connections
    url = circle.robot._line._config.url
    object.__setattr__(circle.robot._line._config, "url", url + "/nowhere")
    await robot.cut()
    await circle.wecom.until(lambda: not robot.connected)
    circle.clock.ahead += gaps.KEPT_EVERY
    await circle.says_in_group("while nobody is there")
    await circle.said_wait("not connected")
    assert await circle.grid.says(circle.zhang, "nobody hears") == ""
    await eventually(lambda: known_as_long(circle))
    await circle.house.watching.look()
    await circle.sees(circle.admin, "断了一分多钟")
    found = await health(circle)
    assert found["channels"] == {"aibot": "unheard"}
    assert found["unheard"]["aibot"]["to"] is None

    object.__setattr__(circle.robot._line._config, "url", url)
    await circle.told(circle.zhang, "while nobody is there")
    told = await circle.sees(circle.admin, "没收到")
    assert "10:00 到 今天 10:10" in told.words
    ended = (await health(circle))["unheard"]["aibot"]
    assert ended["from"][:16] < ended["to"][:16]
    circle.admin.says("/health")
    assert "10:00 到 今天 10:10" in (await circle.sees(circle.admin, "运行情况")).words

    # a kill leaves a gap too, from when it was heard last
    await circle.close()
    circle.clock.ahead += gaps.KEPT_EVERY
    await circle.open()
    await eventually(lambda: gap_ended(circle))
    told = await circle.sees(circle.admin, "今天 10:20")
    assert "10:10 到" in told.words


async def known_as_long(circle: Circle) -> bool:
    return bool(circle.house.setup.refusals)


async def gap_ended(circle: Circle) -> bool:
    gap = circle.house.setup.unheard.get("aibot")
    return gap is not None and gap.until is not None


async def test_who_takes_its_place_ends_it_and_no_other_channel(
    circle: Circle, capsys: pytest.CaptureFixture[str]
) -> None:
    async with aiohttp.ClientSession() as session:
        other = LongConnection(await session.ws_connect(circle.wecom.aibot_url))
        many = circle.wecom.aibot.counts["aibot_subscribe"]
        assert await other.subscribes() == 0
        await eventually(lambda: shut(circle))
        await circle.house.watching.look()
        assert (await health(circle))["channels"] == {"aibot": "displaced"}
        await circle.sees(circle.admin, "被另一个连接顶掉了")
        await circle.files()
        assert circle.wecom.aibot.counts["aibot_subscribe"] == many + 1
        assert not other.closed.is_set()
        await other.ends()
    assert "another connection took the place" in capsys.readouterr().out


async def shut(circle: Circle) -> bool:
    return "aibot" in circle.house.watching.refused


async def test_a_secret_that_is_not_accepted_shuts_this_door_alone(
    telegram: FakeTelegram, data: Path
) -> None:
    circle = Circle(telegram, data)
    circle.over_aibot = {"secret": "another"}
    circle.waits = False
    async with circle:
        await eventually(lambda: shut(circle))
        await circle.house.watching.look()
        assert (await health(circle))["channels"] == {"aibot": "refused"}
        await circle.files()
        assert circle.wecom.aibot.counts["aibot_subscribe"] == 1
