"""Requests and answers of the addresses that Tencent calls."""

from __future__ import annotations

import asyncio

from starlette.types import Receive, Send

from bot.channels.tencent.xml import LARGEST


async def respond(send: Send, status: int, body: bytes) -> None:
    kind = b"text/xml; charset=utf-8" if body[:1] == b"<" else b"text/plain"
    headers = [
        (b"content-type", kind),
        (b"content-length", b"%d" % len(body)),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def is_there(receive: Receive) -> bool:
    """Whether the other side still waits; after the body, and before the answer."""
    try:
        async with asyncio.timeout(0):
            message = await receive()
    except TimeoutError:
        return True
    return bool(message["type"] != "http.disconnect")


async def body_of(receive: Receive) -> bytes | None:
    """None where it is too long, or the other side went away."""
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body", False):
            return body
