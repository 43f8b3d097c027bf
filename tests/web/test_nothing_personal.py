"""A whole story over HTTP, with its accidents: no name, number, token and word of it is in a log,
an answer of /health, an export or the list of the quarantine, and no name in the database's file.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import select
from starlette.requests import Request

from bot import logs
from bot.channels.web.receive import Receiver
from bot.commands import quarantine
from domain.messages import MediaKind
from domain.privacy import Privacy
from handlers import desk
from storage.tables.cases import cases
from storage.tables.media import media
from tests.handlers.stats.test_register import table
from tests.house import jpeg
from tests.web.site import SOON, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONE, NAME, SAID = "13812345678", "张晓梅Qz", "宿舍楼下井盖松了Xq7"
OWED, HIDDEN = f"老板欠我三个月工资没发Wq3，我叫{NAME}，电话{PHONE}", "店长骂人Hd5"
ACCIDENT = f"could not read '{OWED}'"


@contextmanager
def listened() -> Iterator[io.StringIO]:
    """All that goes to standard error, with everything at DEBUG that `configure` leaves there."""
    heard, root = io.StringIO(), logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    with redirect_stderr(heard):
        logs.configure()
        root.setLevel(logging.DEBUG)
        try:
            yield heard
        finally:
            root.handlers[:], root.level = before, level
            structlog.reset_defaults()


async def broken(*_: object) -> Any:
    raise ValueError(ACCIDENT)


async def broken_page(_: object, request: Request, *__: object) -> Any:
    await request.body()
    raise ValueError(ACCIDENT)


async def story(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """An open, an anonymous and a confidential case; a handler and a page that break."""
    rider, carer = site.person("rider"), site.person("coordinator")
    await rider.sends(jpeg(), caption=SAID, name=f"{NAME}.jpg")
    await rider.hears("发个位置")
    middle = site.house.database.directory.middle("G01")
    assert middle is not None
    await rider.says(place={"lat": middle.lat, "lon": middle.lon})
    await rider.says("匿名")
    await rider.presses("提交")
    await rider.hears("收到，编号")
    await carer.presses("接单")
    await rider.says(OWED)
    await rider.presses("提交")
    with monkeypatch.context() as patch:
        patch.setattr(desk, "answer", broken)
        await rider.says(f"{HIDDEN} {PHONE}")
        await rider.hears("已经留给同事看了")
    with monkeypatch.context() as patch:
        patch.setattr(Receiver, "say", broken_page)
        # the server closes a connection on which it broke
        alone = {**rider.headers, "connection": "close"}
        said = site.http.post(f"{rider.base}/say", json={"text": OWED}, headers=alone)
        async with said as answer:
            assert answer.status == 500
            assert ACCIDENT not in await answer.text()
    for command in ("/queue", "/people", "/health", "/audit", "/invite lead G01"):
        await site.person("admin").says(command)
    await rider.hears("收到，编号")


JUNK = (
    b"\x16\x03\x01\x02\0\x01\0\r\n\r\n",
    b"GET / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
    b"GET /health HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\n"
    b"upgrade: websocket\r\n\r\n",
)


async def test_what_is_no_request_writes_no_line(site: Site) -> None:
    """Whoever sends such by the thousand fills no disk."""
    with listened() as heard:
        for sent in JUNK:
            port = site.house.port
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(sent)
            assert (await reader.read()).startswith(b"HTTP/1.1 ")
            writer.close()
    assert heard.getvalue() == ""


async def exported(site: Site) -> bytes:
    """The register as an admin gets it."""
    await site.person("admin").says("/register")
    until = asyncio.get_running_loop().time() + SOON
    while asyncio.get_running_loop().time() < until:
        async with site.house.database.reader() as reader:
            drawn = select(media.c.sha).where(media.c.status == "stored")
            drawn = drawn.where(media.c.kind == MediaKind.DOCUMENT)
            found = (await reader.scalars(drawn)).first()
        if found:
            return site.house.files.get(found)
        await asyncio.sleep(0.05)
    raise AssertionError("no register")


def lying_in(folder: Path) -> bytes:
    """The database's files as they lie there."""
    return b"".join(path.read_bytes() for path in folder.glob("gridbee.db*"))


async def test_nothing_personal_is_in_what_leaves_the_house(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with listened() as heard:
        await story(site, monkeypatch)
        async with site.http.get(f"{site.url}/health") as answer:
            health = await answer.text()
        await quarantine.show(site.house.database, None)
        register = table(await exported(site))
    logged, listed = heard.getvalue(), capsys.readouterr().out
    assert "intake.quarantined" in logged
    assert "uvicorn.error" in logged
    assert "ValueError at test_nothing_personal.py" in listed
    async with site.house.database.unit() as unit:
        names = {name for name in (await unit.people.named(range(1, 20))).values()}
        found = (await unit.query(select(cases.c.privacy))).scalars()
    assert set(found) == {Privacy.ANONYMOUS, Privacy.CONFIDENTIAL}
    assert "李敏" in names
    personal = {*names, *site.tokens.values(), PHONE, NAME, SAID, OWED, HIDDEN}
    for where, text in (("logs", logged), ("list", listed), ("health", health)):
        assert [one for one in personal if one in text] == [], where
    assert len(register) == 2
    told = "".join(value for row in register for value in row.values())
    # an anonymous case's words may leave, its filer not; a confidential one's neither
    assert SAID in told
    assert [one for one in (PHONE, NAME, OWED, HIDDEN, "小王") if one in told] == []
    at_rest = lying_in(site.data)
    assert [one for one in names if one.encode() in at_rest] == []
