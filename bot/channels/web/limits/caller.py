"""Who calls, by address: the other end of the connection, or whom a proxy of ours names.

Anybody can write `X-Forwarded-For`, so it counts only from a proxy that the configuration names,
and of its entries only the last one that is no such proxy itself: those before it are the
caller's own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from bot.config.limits import LimitsConfig

LINE = 64  # bits; what one subscriber gets of IPv6 at least (RFC 6177)
Ip = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Caller:
    """`address` is one line: an IPv4 address or an IPv6 /64. `network` is it with those beside
    it.
    """

    address: str
    network: str


class Callers:
    """`proxies` are the networks whose word on the caller's address and scheme is taken."""

    def __init__(
        self,
        limits: LimitsConfig,
        proxies: Iterable[Network],
    ) -> None:
        self._proxies = tuple(proxies)
        self._bits = (limits.ipv4_network, limits.ipv6_network)

    def trusts(self, peer: str) -> bool:
        """Whether this end of a connection is a proxy of ours."""
        ip = parsed(peer)
        return ip is not None and any(ip in network for network in self._proxies)

    def of(self, peer: str, forwarded: str = "") -> Caller:
        """`forwarded` is the header, '' where there is none."""
        named = [peer]
        if forwarded and self.trusts(peer):
            named += [part.strip() for part in reversed(forwarded.split(","))]
        ours = peer
        for address in named:
            if parsed(address) is None:
                break
            ours = address
            if not self.trusts(address):
                break
        return _caller(ours, *self._bits)


@lru_cache(10_000)
def parsed(address: str) -> Ip | None:
    """None for what is no address, such as the end of a pipe."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(ip, "ipv4_mapped", None) or ip


@lru_cache(10_000)
def _caller(address: str, bits4: int, bits6: int) -> Caller:
    ip = parsed(address)
    if ip is None:
        return Caller("unknown", "unknown")
    four = isinstance(ip, IPv4Address)
    line = 32 if four else LINE
    beside = bits4 if four else bits6
    return Caller(_network(ip, line), _network(ip, beside))


def _network(ip: Ip, bits: int) -> str:
    return str(ip_network(f"{ip}/{bits}", strict=False))
