"""Opens the robot's WebSocket, through the proxy by which the house goes out."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, ClientWSTimeout

from bot.http.addresses import parted, proxy_for

CONNECT = 15.0  # seconds
CLOSED = ClientWSTimeout(ws_close=1.0)
LARGEST = 4 * 2**20  # bytes of a frame


async def dial(session: ClientSession, url: str) -> ClientWebSocketResponse:
    """Raises ClientError or OSError."""
    async with asyncio.timeout(CONNECT):
        socket: ClientWebSocketResponse = await session.ws_connect(
            url,
            max_msg_size=LARGEST,
            timeout=CLOSED,
            **by_proxy(url),
        )
        return socket


def by_proxy(url: str) -> dict[str, Any]:
    """By HTTPS_PROXY and NO_PROXY, as of https: aiohttp itself heeds WSS_PROXY alone. Raises
    ValueError for a proxy that cannot be used, or an address that is none.
    """
    scheme, _, rest = url.partition("://")
    origin, _ = parted(f"{'https' if scheme == 'wss' else 'http'}://{rest}")
    proxy = proxy_for(origin)
    if proxy is None:
        return {}
    host = f"[{proxy.host}]" if ":" in proxy.host else proxy.host
    headers = {"Proxy-Authorization": proxy.permit} if proxy.permit else {}
    return {"proxy": f"http://{host}:{proxy.port}", "proxy_headers": headers}
