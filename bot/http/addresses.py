"""Where a request goes: the host of an address, and the proxy by which the environment sends it."""

from __future__ import annotations

import os
import sys
from base64 import b64encode
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import SplitResult, quote, unquote, urlsplit

UNUSABLE = "not an http or https address"
SAFE = "/:@!$&'()*+,;=%~?"  # of a path and a query; anything else is written as %XX


@dataclass(frozen=True, slots=True)
class Origin:
    """`authority` is what the Host header says; `permit` the Authorization that the address
    carried, or nothing.
    """

    secure: bool
    host: str
    port: int
    authority: str
    permit: str = ""


@dataclass(frozen=True, slots=True)
class Proxy:
    host: str
    port: int
    permit: str

    def connect_to(self, origin: Origin) -> bytes:
        """The request that opens a tunnel."""
        host = f"[{origin.host}]" if ":" in origin.host else origin.host
        there = f"{host}:{origin.port}"
        permit = f"Proxy-Authorization: {self.permit}\r\n" if self.permit else ""
        return f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n{permit}\r\n".encode()


def parted(url: str) -> tuple[Origin, str]:
    """The host of an http or https address, and what is asked of it.

    Raises ValueError, which does not name the address: it may carry a token.
    """
    parts, port = _split(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(UNUSABLE)
    secure = parts.scheme == "https"
    port = port or (443 if secure else 80)
    authority = parts.netloc.rpartition("@")[2]
    origin = Origin(
        secure,
        parts.hostname,
        port,
        authority,
        _permit(parts),
    )
    query = f"?{parts.query}" if parts.query else ""
    return origin, quote((parts.path or "/") + query, safe=SAFE)


def proxy_for(origin: Origin) -> Proxy | None:
    """By HTTPS_PROXY and NO_PROXY, in either case; plain HTTP goes straight to the host.

    Raises ValueError for a proxy that is not reached by plain HTTP.
    """
    if not (origin.secure and _may_be_proxied()):
        return None
    system = import_module("urllib.request")
    url = system.getproxies().get("https", "")
    if not url or system.proxy_bypass(origin.authority):
        return None
    parts, port = _split(url if "://" in url else f"http://{url}")
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("HTTPS_PROXY has to be an address that begins with http://")
    return Proxy(
        parts.hostname,
        port or 80,
        _permit(parts),
    )


def _may_be_proxied() -> bool:
    """Whether the environment names a proxy; other systems than Linux keep them elsewhere too. Most
    houses have none, and need no module that reads them.
    """
    named = any(name.lower() == "https_proxy" for name in os.environ)
    return named or sys.platform != "linux"


def _split(url: str) -> tuple[SplitResult, int | None]:
    """The parts of an address and its port, if it has one."""
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError:
        raise ValueError(UNUSABLE) from None


def _permit(parts: SplitResult) -> str:
    if parts.username is None:
        return ""
    both = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Basic {b64encode(both.encode()).decode()}"
