"""Opens the robot's WebSocket, through the proxy by which the house goes out."""

from __future__ import annotations

from base64 import b64decode
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect

from bot.http.addresses import parted, proxy_for

CONNECT = 15.0  # seconds
CLOSING = 1.0  # seconds
LARGEST = 4 * 2**20  # bytes of a frame


async def dial(url: str) -> ClientConnection:
    """Raises WebSocketException or OSError. Nothing is asked by itself: WeCom has pings of its own
    and does not say that it compresses.
    """
    return await connect(
        url,
        proxy=proxy_of(url),
        compression=None,
        open_timeout=CONNECT,
        close_timeout=CLOSING,
        ping_interval=None,
        max_size=LARGEST,
    )


def proxy_of(url: str) -> str | None:
    """By HTTPS_PROXY and NO_PROXY, as of https. Raises ValueError for a proxy that cannot be used,
    or an address that is none.
    """
    scheme, _, rest = url.partition("://")
    origin, _ = parted(f"{'https' if scheme == 'wss' else 'http'}://{rest}")
    proxy = proxy_for(origin)
    if proxy is None:
        return None
    host = f"[{proxy.host}]" if ":" in proxy.host else proxy.host
    return f"http://{_who(proxy.permit)}{host}:{proxy.port}"


def _who(permit: str) -> str:
    """'name:word@' of a Basic authorization."""
    if not permit:
        return ""
    name, _, word = b64decode(permit.removeprefix("Basic ")).decode().partition(":")
    return f"{quote(name, safe='')}:{quote(word, safe='')}@"
