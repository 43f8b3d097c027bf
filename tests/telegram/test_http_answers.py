"""Answers as servers give them: every way to say where a body ends, and every way to break off."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.http import connection
from bot.http.client import Client
from bot.http.connection import SLICE
from bot.http.errors import NoAnswer
from bot.http.multipart import Upload, form
from tests.telegram.wire import PATIENCE, Link, Serve, Wire

JSON = b"application/json"
OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = OK + b"Content-Length: 5\r\n\r\n"
CHUNKS = OK + b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE = {
    "length": LENGTH + b"hello",
    "headers in small letters": LENGTH.lower().replace(b"http", b"HTTP") + b"hello",
    "chunks": CHUNKS + b"3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
    "chunks with a trailer": CHUNKS + b"5;a=b\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n",
    "100 first": b"HTTP/1.1 100 Continue\r\n\r\n" + LENGTH + b"hello",
}
LAST = {
    "Connection: close": OK + b"Connection: close\r\nContent-Length: 5\r\n\r\nhello",
    "chunks and close": CHUNKS[:-2]
    + b"Connection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "until it closes": OK + b"\r\nhello",
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\nhello",
}
BROKEN = {
    "nothing": b"",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-",
    "a head": LENGTH,
    "too little": LENGTH + b"hell",
    "too little and close": OK
    + b"Connection: close\r\nContent-Length: 5\r\n\r\n"
    + b"hell",
    "half the chunks": CHUNKS + b"3\r\nhel\r\n",
    "only 100": b"HTTP/1.1 100 Continue\r\n\r\n",
    "another protocol": b"SSH-2.0-OpenSSH_9.6\r\n",
    "an upgrade": OK.replace(b"200 OK", b"101 Switching")
    + b"Upgrade: x\r\nConnection: Upgrade\r\n\r\n",
}


@asynccontextmanager
async def asked(serve: Serve) -> AsyncIterator[tuple[Client, Wire]]:
    client = Client()
    try:
        async with asyncio.timeout(PATIENCE), Wire(serve) as wire:
            yield client, wire
            await client.close()
    finally:
        await client.close()


async def ask(client: Client, wire: Wire) -> tuple[int, bytes]:
    return await client.post(wire.url, JSON, b"{}", PATIENCE, PATIENCE)


def says(answer: bytes, size: int = 1 << 20) -> Serve:
    """Gives this answer to each request, in pieces of this size."""

    async def serve(link: Link) -> None:
        while True:
            await link.request()
            for start in range(0, len(answer), size):
                await link.say(answer[start : start + size])
                await asyncio.sleep(0)

    return serve


@pytest.mark.parametrize("answer", WHOLE)
@pytest.mark.parametrize("size", [1 << 20, 1])
async def test_a_whole_answer_is_read_and_the_connection_kept(
    answer: str, size: int
) -> None:
    async with asked(says(WHOLE[answer], size)) as (client, wire):
        assert [await ask(client, wire) for _ in range(2)] == [(200, b"hello")] * 2
        assert len(wire.links) == 1


@pytest.mark.parametrize("answer", LAST)
async def test_after_the_last_answer_of_a_connection_comes_another_one(
    answer: str,
) -> None:
    async def serve(link: Link) -> None:
        await link.request()
        await link.say(LAST[answer])

    async with asked(serve) as (client, wire):
        assert [await ask(client, wire) for _ in range(2)] == [(200, b"hello")] * 2
        assert len(wire.links) == 2


async def test_an_answer_without_a_body_is_whole() -> None:
    async with asked(says(b"HTTP/1.1 204 No Content\r\n\r\n")) as (client, wire):
        assert [await ask(client, wire) for _ in range(2)] == [(204, b"")] * 2
        assert len(wire.links) == 1


async def test_a_redirect_is_not_followed() -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: /else\r\nContent-Length: 0\r\n\r\n"
    async with asked(says(moved)) as (client, wire):
        assert await client.get(wire.url, PATIENCE, PATIENCE) == (302, b"")


@pytest.mark.parametrize("answer", BROKEN)
@pytest.mark.parametrize("how", ["close", "cut"])
async def test_an_answer_that_breaks_off_may_have_been_meant(
    answer: str, how: str
) -> None:
    async def serve(link: Link) -> None:
        await link.request()
        await link.say(BROKEN[answer])
        if how == "close":
            link.writer.write_eof()
            await link.gone()

    async with asked(serve) as (client, wire):
        with pytest.raises(NoAnswer) as caught:
            await ask(client, wire)
        assert "127.0.0.1" not in repr(caught.value)


async def test_a_large_answer_is_read_whole() -> None:
    large = bytes(range(256)) * 16 * 1024
    answer = OK + b"Content-Length: %d\r\n\r\n" % len(large) + large
    async with asked(says(answer)) as (client, wire):
        assert await client.get(wire.url, PATIENCE, PATIENCE) == (200, large)


@pytest.mark.parametrize("head", [OK, CHUNKS, OK + b"Content-Length: 3000000\r\n\r\n"])
async def test_an_answer_longer_than_any_is_not_read_on(
    head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MOST", 2_000_000)
    body = b"%x\r\n" % 3_000_000 if head == CHUNKS else b""
    if head == OK:
        body = b"\r\n"
    async with asked(says(head + body + b"x" * 3_000_000)) as (client, wire):
        with pytest.raises(NoAnswer, match="too long"):
            await ask(client, wire)


# --- what is asked ---


async def test_the_head_says_only_what_is_needed_and_asks_for_no_compression() -> None:
    heads = []

    async def serve(link: Link) -> None:
        while True:
            heads.append((await link.request())[0].decode())
            await link.answer()

    async with asked(serve) as (client, wire):
        await ask(client, wire)
        await client.get(wire.url + "/a b\r\nX: 网?q=1#here", PATIENCE, PATIENCE)
    path, host = "/bot1:KEPT/getMe", f"Host: 127.0.0.1:{wire.port}\r\n"
    told = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n"
    assert heads == [
        f"POST {path} HTTP/1.1\r\n{host}{told}",
        f"GET {path}/a%20bX:%20%E7%BD%91?q=1 HTTP/1.1\r\n{host}\r\n",
    ]


async def test_what_an_address_carries_as_a_name_and_password_goes_into_the_head() -> (
    None
):
    heads = []

    async def serve(link: Link) -> None:
        heads.append((await link.request())[0])
        await link.answer()

    async with asked(serve) as (client, wire):
        url = wire.url.replace("//", "//me:s%40y@")
        await client.post(url, JSON, b"", PATIENCE, PATIENCE)
    assert b"\r\nAuthorization: Basic bWU6c0B5\r\n" in heads[0]
    assert b"\r\nHost: 127.0.0.1:" in heads[0]


# --- large bodies ---


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


async def test_a_photo_goes_out_as_it_is_and_without_a_copy(traced: None) -> None:
    photo = bytes(range(256)) * 64 * 1024  # 16 MB
    made = form({"chat_id": "5"}, {"photo": Upload('图 "1".jpg', photo)})
    seen = {"size": 0, "differs": 0}

    async def serve(link: Link) -> None:
        head = await link.head()
        left = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        before = await link.reader.readuntil(b"image/jpeg\r\n\r\n")
        left -= len(before)
        while seen["size"] < len(photo):
            data = await link.reader.read(min(65536, len(photo) - seen["size"]))
            there = memoryview(photo)[seen["size"] : seen["size"] + len(data)]
            seen["differs"] += data != there
            seen["size"] += len(data)
        left -= seen["size"]
        assert (await link.reader.readexactly(left)).endswith(b"--\r\n")
        assert 'filename="图 %221%22.jpg"'.encode() in before
        await link.answer()

    async with asked(serve) as (client, wire):
        tracemalloc.reset_peak()
        held, _ = tracemalloc.get_traced_memory()
        answer = await client.post(
            wire.url, made.kind, made.start, PATIENCE, PATIENCE, made.rest
        )
        _, peak = tracemalloc.get_traced_memory()
    assert answer == (200, b"{}") and seen == {"size": len(photo), "differs": 0}
    assert peak - held < 8 * SLICE


async def test_an_answer_before_the_body_was_read_is_taken_and_ends_the_connection() -> (
    None
):
    async def serve(link: Link) -> None:
        await link.head()
        await link.answer(b"too large", 413)
        await over.wait()

    over = asyncio.Event()
    large = bytes(32 << 20)
    async with asked(serve) as (client, wire):
        for _ in range(2):
            answer = await client.post(
                wire.url, JSON, b"", PATIENCE, PATIENCE, (large,)
            )
            assert answer == (413, b"too large")
        assert len(wire.links) == 2
        over.set()


async def test_an_early_answer_is_read_though_the_server_speaks_no_more() -> None:
    async def serve(link: Link) -> None:
        await link.head()
        await link.answer(b"too large", 413)
        link.writer.write_eof()
        await over.wait()

    over = asyncio.Event()
    async with asked(serve) as (client, wire):
        answer = await client.post(
            wire.url, JSON, b"", PATIENCE, PATIENCE, (bytes(32 << 20),)
        )
        over.set()
    assert answer == (413, b"too large")
