"""A lean HTTP/1.1 keep-alive server for the fake Bot API: one asyncio.Protocol per connection.

aiohttp.web would be slower than the fastest bot measured here, so requests are cut out of the
stream by hand: request line, content length or chunks, body. Only what Bot API clients really send
is understood.
"""

import asyncio
import re
from collections.abc import Callable
from typing import Any, Protocol, cast
from urllib.parse import parse_qsl

import orjson

Params = dict[str, Any]
Reply = Callable[[bytes], None]

HEAD_END = b"\r\n\r\n"
LENGTH = b"\r\ncontent-length:"
CHUNKED = b"\r\ntransfer-encoding: chunked"
PART_NAME = re.compile(rb'(?i)content-disposition:[^\r]*?[ ;]name="?([^";\r]+)"?')
FILE_NAME = re.compile(rb"(?i)content-disposition:[^\r]*filename")
JSON_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
)
JPEG_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%b"
)


class Api(Protocol):
    """What the server needs of the fake Bot API behind it."""

    def call(self, method: str, params: Params, reply: Reply) -> None:
        """Handle a method; `reply` gets the JSON body, now or (getUpdates) later."""

    def file(self, path: str) -> bytes:
        """Return the bytes of a file to be downloaded."""


class Connection(asyncio.Protocol):
    """One client's connection. Answers leave `latency` seconds after they are ready, without
    blocking others.
    """

    def __init__(
        self, api: Api, latency: float, loop: asyncio.AbstractEventLoop
    ) -> None:
        self.api = api
        self.latency = latency
        self.loop = loop
        self.waiting = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write to."""
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the transport: answers that are still due are dropped."""
        self.transport = None

    def data_received(self, data: bytes) -> None:
        """Handle every whole request that has arrived; keep the rest."""
        data = self.waiting + data
        while True:
            head_end = data.find(HEAD_END)
            if head_end < 0:
                break
            taken = cut_body(data[:head_end].lower(), data, head_end + 4)
            if taken is None:
                break
            body, end = taken
            self.handle(data[: data.index(b" HTTP/")], body)
            data = data[end:]
        self.waiting = data

    def handle(self, line: bytes, body: bytes) -> None:
        """Route one request by its line, cut before the version: /bot<token>/<method> or
        /file/bot<token>/<path>.
        """
        target = line[line.index(b" ") + 1 :].decode()
        if target.startswith("/file/"):
            self.send(JPEG_HEAD, self.api.file(target))
            return
        params = read_params(body) if body else {}
        if "?" in target:
            target, _, query = target.partition("?")
            params = dict(parse_qsl(query)) | params
        self.api.call(target[target.rindex("/") + 1 :].lower(), params, self.reply)

    def reply(self, body: bytes) -> None:
        """Send a JSON body."""
        self.send(JSON_HEAD, body)

    def send(self, head: bytes, body: bytes) -> None:
        """Write the answer after the latency. A constant latency keeps pipelined answers in
        order.
        """
        answer = head % (len(body), body)
        if self.latency:
            self.loop.call_later(self.latency, self.write, answer)
        else:
            self.write(answer)

    def write(self, answer: bytes) -> None:
        """Write, unless the client has gone."""
        if self.transport is not None:
            self.transport.write(answer)


def cut_body(head: bytes, data: bytes, at: int) -> tuple[bytes, int] | None:
    """The body that begins at `at`, and where it ends; None while it is incomplete. `head` is in
    lower case.
    """
    found = head.find(LENGTH)
    if found >= 0:
        line_end = head.find(b"\r\n", found + 2)
        end = at + int(head[found + len(LENGTH) : line_end if line_end > 0 else None])
        return (data[at:end], end) if len(data) >= end else None
    if CHUNKED in head:
        return cut_chunks(data, at)
    return b"", at


def cut_chunks(data: bytes, at: int) -> tuple[bytes, int] | None:
    """The same for `Transfer-Encoding: chunked` without trailers."""
    parts: list[bytes] = []
    while (line_end := data.find(b"\r\n", at)) >= 0:
        size = int(data[at:line_end].split(b";")[0], 16)
        end = line_end + 2 + size + 2
        if len(data) < end:
            return None
        if size == 0:
            return b"".join(parts), end
        parts.append(data[line_end + 2 : end - 2])
        at = end
    return None


def read_params(body: bytes) -> Params:
    """Read a JSON, multipart or urlencoded body, told apart by how it begins. Form values stay
    strings.
    """
    if body.startswith(b"{"):
        params: Params = orjson.loads(body)
        return params
    if body.startswith(b"--"):
        return read_multipart(body)
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def read_multipart(body: bytes) -> Params:
    """Read the fields of a multipart body; an uploaded file becomes its size in bytes."""
    params: Params = {}
    for part in body.split(body[: body.index(b"\r\n")]):
        head, _, value = part.partition(HEAD_END)
        name = PART_NAME.search(head)
        if name is not None:
            value = value.removesuffix(b"\r\n")
            params[name[1].decode()] = (
                len(value) if FILE_NAME.search(head) else value.decode()
            )
    return params


async def serve(api: Api, latency: float, port: int = 0) -> tuple[asyncio.Server, int]:
    """Listen on 127.0.0.1; `latency` in seconds. Returns the server and its port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Connection(api, latency, loop), "127.0.0.1", port, backlog=1024
    )
    return server, server.sockets[0].getsockname()[1]
