"""Connections that ask for nothing give way; those that are answered stay."""

import resource
from ipaddress import ip_network

import pytest

from bot.channels.web.limits.caller import Caller, Callers
from bot.channels.web.limits.gate import FRESH, KEPT_FREE, RESERVE, Gate, room
from bot.commands import machine
from bot.config.limits import LimitsConfig
from bot.config.reading import read

ANY_PORT = {"enabled": True, "port": 0}

PROXY = "10.0.0.1"


class Connection:
    def __init__(self, doors: Gate, peer: str) -> None:
        self.caller: Caller = doors.caller(peer)
        self.was_cut = False
        self.admitted = doors.admit(self, peer)

    def cut(self) -> None:
        self.was_cut = True


class Now:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def doors(now: Now) -> Gate:
    limits = LimitsConfig(
        connections=30, connections_an_address=10, connections_a_network=20
    )
    callers = Callers(limits, [ip_network(PROXY)])
    return Gate(limits, callers, now)


def many(doors: Gate, peer: str, count: int) -> list[Connection]:
    return [Connection(doors, peer) for _ in range(count)]


def admitted(connections: list[Connection]) -> int:
    return sum(one.admitted for one in connections)


def stay(connections: list[Connection]) -> int:
    return sum(one.admitted and not one.was_cut for one in connections)


def test_an_address_and_a_network_have_so_many_and_no_more(doors: Gate) -> None:
    first = many(doors, "198.51.100.1", 15)
    assert (admitted(first), stay(first)) == (15, 10)
    second = many(doors, "198.51.100.2", 15)
    assert (stay(first), stay(second)) == (10, 10)
    third = many(doors, "198.51.100.3", 5)
    assert stay(first + second + third) == 20 and stay(third) == 5
    for one in (*first, *second, *third):
        doors.busy(one)
    assert admitted(many(doors, "198.51.100.4", 5)) == 0
    assert admitted(many(doors, "203.0.113.1", 10)) == 10


def test_who_waits_longest_without_asking_gives_way(doors: Gate, now: Now) -> None:
    first = many(doors, "198.51.100.1", 10)
    now.seconds += FRESH / 2
    assert Connection(doors, "198.51.100.1").admitted
    now.seconds += FRESH
    doors.busy(first[1])
    assert admitted(many(doors, "198.51.100.1", 2)) == 2
    assert [one.was_cut for one in first] == [True, False, True, True] + [False] * 6
    doors.idle(first[1])
    doors.gone(first[5])
    assert Connection(doors, "198.51.100.1").admitted
    assert not any(one.was_cut for one in (first[1], *first[4:]))


def test_many_addresses_with_one_connection_each_keep_out_nobody(doors: Gate) -> None:
    """The newest may stay: its first word is on its way."""
    flood = [Connection(doors, f"198.18.{number}.1") for number in range(40)]
    rider = Connection(doors, "203.0.113.1")
    flood += [Connection(doors, f"198.18.{40 + number}.1") for number in range(20)]
    assert rider.admitted and not rider.was_cut
    assert stay([*flood, rider]) == 30 and stay(flood[-20:]) == 20


def test_who_finds_no_room_may_wait_until_others_come_for_the_same(doors: Gate) -> None:
    asking = [Connection(doors, f"198.18.{number}.1") for number in range(30)]
    for one in asking:
        doors.busy(one)
    spare = [Connection(doors, "203.0.113.1") for _ in range(RESERVE + 2)]
    assert admitted(spare) == 0
    for one in spare:
        doors.reserve(one)
    assert [one.was_cut for one in spare] == [True, True] + [False] * RESERVE
    doors.gone(spare[-1])
    doors.reserve(Connection(doors, "203.0.113.2"))
    assert sum(one.was_cut for one in spare) == 2


def test_a_full_house_makes_room_for_another_address(doors: Gate, now: Now) -> None:
    crowd = [
        one
        for peer in ("198.51.100.1", "203.0.113.1", "192.0.2.1")
        for one in many(doors, peer, 10)
    ]
    assert admitted(crowd) == 30
    now.seconds += 2 * FRESH
    rider = Connection(doors, "198.18.0.1")
    assert rider.admitted
    assert [one.was_cut for one in crowd].index(True) == 0
    for one in crowd:
        doors.busy(one)
    doors.busy(rider)
    assert not Connection(doors, "198.18.0.2").admitted
    doors.gone(rider)
    assert Connection(doors, "198.18.0.2").admitted


def test_a_crowd_that_has_just_come_gives_way_to_somebody_who_is_none(
    now: Now,
) -> None:
    limits = LimitsConfig(
        connections=100, connections_an_address=80, connections_a_network=90
    )
    doors = Gate(limits, Callers(limits, ()), now)
    crowd = many(doors, "198.51.100.1", 80)
    others = many(doors, "203.0.113.1", 20)
    assert admitted(crowd + others) == 100
    riders = [Connection(doors, f"198.18.{number}.1") for number in range(5)]
    assert admitted(riders) == 5
    assert [one.was_cut for one in crowd] == [True] * 5 + [False] * 75
    assert not any(one.was_cut for one in others)
    last = Connection(doors, "198.51.100.1")
    assert last.admitted and stay(crowd) == 74
    for one in crowd + others + riders + [last]:
        doors.busy(one)
    assert not Connection(doors, "198.18.9.1").admitted


def test_behind_a_proxy_only_the_number_in_all_counts(doors: Gate) -> None:
    assert stay(many(doors, PROXY, 40)) == 30


@pytest.mark.parametrize(
    ("descriptors", "most"),
    [(1024, 1024 - KEPT_FREE), (300, 100), (resource.RLIM_INFINITY, 1_000_000)],
)
def test_descriptors_are_left_for_everything_else(
    monkeypatch: pytest.MonkeyPatch, descriptors: int, most: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (descriptors, descriptors))
    assert room() == most


def test_check_says_how_many_connections_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1024, 1024))
    site = {"web": ANY_PORT | {"public_url": "https://grid.example.org"}}
    enough, named = machine.web(read(site))
    assert (enough.text, named.fine) == ("room for 600 connections", True)
    assert "no [web] proxies named" in named.text
    monkeypatch.setattr(resource, "getrlimit", lambda _: (500, 500))
    _, few = machine.web(read({"web": ANY_PORT}))
    assert "fewer than the 600" in few.text
    assert machine.web(read({})) == []
