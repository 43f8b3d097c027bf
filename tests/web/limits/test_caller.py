"""Whose address counts: nobody can choose their own."""

from typing import Any

import pytest

from bot.channels.web.limits.caller import Caller, Callers
from bot.config.limits import LimitsConfig
from bot.config.reading import read

PROXIED = {"web": {"proxies": ["127.0.0.1", "10.0.0.0/8"]}}


def callers(config: Any) -> Callers:
    made = read(config)
    return Callers(made.limits, made.web.named_proxies)


@pytest.mark.parametrize(
    ("peer", "said", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9/32"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1/32"),
        ("127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1/32"),
        ("127.0.0.1", "1.2.3.4, 198.51.100.1, 10.1.1.1", "198.51.100.1/32"),
        ("127.0.0.1", "", "127.0.0.1/32"),
        ("127.0.0.1", "10.1.1.1", "10.1.1.1/32"),
        ("127.0.0.1", "nonsense", "127.0.0.1/32"),
        ("127.0.0.1", "1.2.3.4, nonsense", "127.0.0.1/32"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1/32"),
        ("", "198.51.100.1", "unknown"),
    ],
)
def test_only_a_named_proxy_says_who_calls_and_only_its_own_word_counts(
    peer: str, said: str, address: str
) -> None:
    assert callers(PROXIED).of(peer, said).address == address


def test_no_proxy_is_believed_until_one_is_named_or_must_be_there() -> None:
    forged = ("127.0.0.1", "198.51.100.1")
    assert callers({}).of(*forged).address == "127.0.0.1/32"
    https = {"web": {"public_url": "https://grid.example.org"}}
    assert callers(https).of(*forged).address == "198.51.100.1/32"
    assert callers(https).of("10.0.0.1", "198.51.100.1").address == "10.0.0.1/32"
    elsewhere = {"web": https["web"] | {"proxies": ["10.0.0.1"]}}
    assert callers(elsewhere).of(*forged).address == "127.0.0.1/32"


def test_a_network_is_a_24_or_a_56_and_an_address_of_ipv6_is_a_line() -> None:
    plain = callers({})
    assert plain.of("203.0.113.9") == Caller("203.0.113.9/32", "203.0.113.0/24")
    line = Caller("2001:db8:0:1::/64", "2001:db8::/56")
    assert plain.of("2001:db8:0:1::9") == line
    assert plain.of("2001:db8:0:1:aaaa::7%eth0") == line
    wide = Callers(LimitsConfig(ipv4_network=16, ipv6_network=48), ())
    assert wide.of("203.0.113.9").network == "203.0.0.0/16"
    assert wide.of("2001:db8:0:1::9").network == "2001:db8::/48"
