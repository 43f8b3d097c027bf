"""Whoever is slow is cut off: with a head, with a body, with reading the answer."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from bot.channels.web.server import Server
from tests.house import jpeg
from tests.web.site import Site, open_site

pytestmark = pytest.mark.asyncio(loop_scope="session")

HEAD, PAUSE = 0.3, 0.4  # seconds
EARLY = 0.01  # by which a timer of the loop may come before its time
LIMITS = {"head_seconds": HEAD, "body_seconds": PAUSE, "upload_minutes": 0.02}
HASTY = {"connection": "close"}


async def ended(reader: asyncio.StreamReader) -> tuple[float, bytes]:
    """(seconds until the other side has closed, what it said)."""
    begun = asyncio.get_running_loop().time()
    try:
        said = await asyncio.wait_for(reader.read(), 5)
    except ConnectionResetError:
        said = b""
    return asyncio.get_running_loop().time() - begun, said


async def drips(writer: asyncio.StreamWriter, text: bytes) -> None:
    """A byte at a time, until the other side has had enough."""
    try:
        for byte in text:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.05)
    except ConnectionError:
        return


async def head(site: Site, text: bytes) -> tuple[float, bytes]:
    """What comes of a head that drips."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.house.port)
    dripping = asyncio.create_task(drips(writer, text))
    found = await ended(reader)
    dripping.cancel()
    writer.close()
    return found


async def body(site: Site, drip: bytes) -> tuple[float, bytes]:
    rider = site.person("rider")
    reader, writer = await asyncio.open_connection("127.0.0.1", site.house.port)
    cookie = rider.headers["cookie"]
    writer.write(
        f"POST /api/chat/me/say HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\n"
        "content-type: application/json\r\ncontent-length: 500\r\n\r\n".encode()
    )
    dripping = asyncio.create_task(drips(writer, drip))
    found = await ended(reader)
    dripping.cancel()
    writer.close()
    return found


async def reads_nothing(site: Site, path: str) -> float:
    """Seconds until an answer that nobody reads is given up."""
    rider = site.person("rider")
    lazy = socket.socket()
    lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    lazy.connect(("127.0.0.1", site.house.port))
    asked = (
        f"GET {path} HTTP/1.1\r\nhost: x\r\ncookie: {rider.headers['cookie']}\r\n\r\n"
    )
    lazy.sendall(asked.encode())
    begun = asyncio.get_running_loop().time()
    assert isinstance(site.house.server, Server)
    connections = site.house.server.server_state.connections
    while not connections:
        await asyncio.sleep(0.01)
    while connections:
        assert asyncio.get_running_loop().time() - begun < 5
        await asyncio.sleep(0.02)
    lazy.close()
    return asyncio.get_running_loop().time() - begun


async def test_slowness_holds_no_connection_and_an_honest_page_is_not_cut(
    template: Path, tmp_path: Path
) -> None:
    async with open_site(template, tmp_path / "data", limits=LIMITS) as site:
        rider = site.person("rider")
        assert (await rider.sends(b"%PDF" + b"x" * 8_000_000, mime="video/mp4"))[0]
        await rider.sends(jpeg())
        (film,) = (await rider.own())[0]["files"]
        listening = asyncio.create_task(listens(site))
        silent, dripping, pausing, endless = await asyncio.gather(
            head(site, b""),
            head(site, b"GET / HTTP/1.1\r\nx: " + b"y" * 200),
            body(site, b""),
            body(site, b'{"id": "' + b"y" * 300),
        )
        assert HEAD - EARLY <= silent[0] < 2 * HEAD and silent[1] == b""
        assert HEAD - EARLY <= dripping[0] < 2 * HEAD and dripping[1] == b""
        assert PAUSE - EARLY <= pausing[0] < 2 * PAUSE and b" 408 " in pausing[1]
        # no pause, but no end either: 0.02 minutes for the whole of it
        assert 1.2 <= endless[0] < 2 and b" 408 " in endless[1]
        # a page that listens may be silent for as long as it likes
        await rider.says("钱包丢了")
        assert "钱包" in await listening
        await rider.site.http.close()
        assert await reads_nothing(site, film["url"]) < 3


async def listens(site: Site) -> str:
    """What a page hears that asked for nothing meanwhile."""
    rider = site.person("rider")
    last = (await rider.log())["last"]
    live = rider.asks("/api/chat/me/live", params={"after": last})
    async with asyncio.timeout(8), live as answer:
        while True:
            line: bytes = await answer.content.readline()
            if line.startswith(b"data:"):
                return line.decode()
