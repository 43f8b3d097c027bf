"""What one address can make for nothing harms nobody: visits, connections; and two hundred
riders behind one address are not taken for a flood.
"""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.channels.web.limits.gate import KEPT_FREE
from bot.channels.web.server import AT_ONCE
from tests.house import jpeg
from tests.web.site import Person, Site, open_site
from tests.web.test_entrance import rows
from tests.web.test_http import count
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

DESCRIPTORS = 1024
THREE_ADDRESSES, EVERY_ADDRESS = "127.{0}.1.1", "127.1{1}.{2}.1"
STALLED = """POST /api/chat/me/say HTTP/1.1\r
host: x\r
cookie: {cookie}\r
content-type: application/json\r
content-length: 9\r\n\r\n"""
ATTACK = """
import resource, socket, sys, time
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
held = []
for number in range(1100):
    one = socket.socket()
    one.bind((sys.argv[2].format(1 + number % 3, number // 250, number % 250), 0))
    one.settimeout(5)
    one.connect(("127.0.0.1", int(sys.argv[1])))
    held.append(one)
print("held", flush=True)
time.sleep(60)
"""


@contextmanager
def descriptors(most: int) -> Iterator[None]:
    before, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (before, hard))


@contextmanager
def attacked(port: int, whence: str) -> Iterator[subprocess.Popen[str]]:
    """Somebody opens 1,100 connections and asks for nothing."""
    attacker = subprocess.Popen(
        [sys.executable, "-c", ATTACK, str(port), whence],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield attacker
    finally:
        attacker.kill()
        attacker.communicate()


async def test_half_open_connections_leave_descriptors_for_everything_else(
    template: Path, tmp_path: Path
) -> None:
    with descriptors(DESCRIPTORS):
        async with open_site(template, tmp_path / "data") as site:
            rider, free = site.person("rider"), []
            with attacked(site.house.port, THREE_ADDRESSES) as attacker:
                assert attacker.stdout is not None
                held = asyncio.to_thread(attacker.stdout.readline)
                told = asyncio.create_task(held)
                while not told.done():
                    free.append(DESCRIPTORS - len(os.listdir("/proc/self/fd")))
                    await asyncio.sleep(0.05)
                assert await told == "held\n"
                number = await rider.files_hazard(jpeg())
                free.append(DESCRIPTORS - len(os.listdir("/proc/self/fd")))
            assert number == "YH26-0001"
            # two batches may be open that the gate has looked at, or is about to
            assert min(free) >= KEPT_FREE - 2 * AT_ONCE
            assert free[-1] >= KEPT_FREE


async def test_half_open_connections_from_everywhere_do_not_hide_that_the_house_is_well(
    template: Path, tmp_path: Path
) -> None:
    async with open_site(template, tmp_path / "data") as site:
        rider, told = site.person("rider"), []
        with attacked(site.house.port, EVERY_ADDRESS) as attacker:
            assert attacker.stdout is not None
            held = asyncio.create_task(asyncio.to_thread(attacker.stdout.readline))
            while not held.done():
                told.append(await status(site, "/health"))
                await asyncio.sleep(0.02)
            for _ in range(5):
                told.append(await status(site, "/health"))
            assert await rider.says("钱包丢了，帮忙找找") == (200, {"ok": True})
        assert len(told) > 5 and set(told) == {200}


async def test_a_house_whose_connections_are_all_in_use_still_says_how_it_is(
    template: Path, tmp_path: Path
) -> None:
    full = {"connections": 10, "connections_an_address": 9}
    async with open_site(template, tmp_path / "data", limits=full) as site:
        held = [await stalled(site, f"127.30.{number}.1") for number in range(10)]
        assert await status(site, "/health") == 200
        assert await status(site, "/") == 503
        assert await status(site, "/health") == 200
        held.pop().close()
        await asyncio.sleep(0.05)
        assert await status(site, "/") == 200
        for one in held:
            one.close()


async def status(site: Site, path: str) -> int:
    """Over a connection of its own."""
    async with site.http.get(site.url + path, headers={"connection": "close"}) as found:
        return found.status


async def stalled(site: Site, address: str) -> asyncio.StreamWriter:
    """A request whose body does not come."""
    _, writer = await asyncio.open_connection(
        "127.0.0.1", site.house.port, local_addr=(address, 0)
    )
    cookie = site.person("rider").headers["cookie"]
    writer.write(STALLED.format(cookie=cookie).encode())
    await writer.drain()
    return writer


async def test_visits_leave_nothing_and_keep_nobody_waiting(alone: Site) -> None:
    rider = alone.person("rider")
    before = await rows(alone)
    visitors = [await visit(alone, ("", "g_G01")[number % 2]) for number in range(15)]
    for visitor, _ in visitors[:4]:
        log = await visitor.log()
        assert log["new"] and "网格蜂" in log["messages"][0]["html"]
        async with visitor.asks("/api/chat/me/live") as answer:
            assert answer.status == 404
    assert await rows(alone) == before
    loop = asyncio.get_running_loop()
    begun = loop.time()
    assert (await rider.says("钱包丢了，帮忙找找"))[0] == 200
    assert loop.time() - begun < 1


async def test_visits_from_one_address_have_a_limit_and_those_who_spoke_have_their_own(
    template: Path, tmp_path: Path
) -> None:
    limits = {"visits_a_minute": 12, "first_words_an_hour": 5}
    async with open_site(template, tmp_path / "data", phones=False, limits=limits) as s:
        rider = s.person("rider")
        await rider.says("钱包丢了")
        came = [(await visit(s))[0] for _ in range(6)]
        heard = [await one.says("钱包丢了，帮忙找找") for one in came[:5]]
        assert {status for status, _ in heard} == {200}
        post = s.http.post(f"{came[5].base}/say", headers=came[5].headers)
        async with post as answer:
            assert answer.status == 429
            assert int(answer.headers["retry-after"]) > 0
            assert "再试" in (await answer.json())["error"]
        # nobody who has said something is kept out by those who have not
        assert (await rider.says("我的钱包"))[0] == 200
        assert (await came[0].says("黑色的"))[0] == 200


async def test_two_hundred_riders_behind_one_address_each_file_a_case(
    alone: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the letters about them are not what is counted here, and would take five times as long
    monkeypatch.setattr(alone.house.delivery, "offer", lambda handover: None)

    async def files(number: int) -> None:
        rider: Person = (await visit(alone))[0]
        said = await rider.says(f"{number} 号楼楼道着火了")
        assert said == (200, {"ok": True})

    await asyncio.gather(*map(files, range(200)))
    assert await count(alone, "cases") == 200
    assert await count(alone, "web_logins") == 200 + len(alone.tokens)
