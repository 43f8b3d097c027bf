"""The rooms of each floor: which uses which, in one order, and nothing goes in a circle."""

from __future__ import annotations

import pytest

from bench.modules import FLOORS, circles, reached, rooms
from tests.architecture.code import ROOT, arrows, none

HANDLERS = (
    "desk",
    "hearing",
    "timers",
    "contents",
    "reminders",
    "admin",
    "stats",
    "people",
    "lists",
    "coupons",
    "stations",
    "gifts",
    "points",
    "members",
    "wishes",
    "matching",
    "proofs",
    "actions",
    "filing",
    "casework",
    "dialog",
    "texts",
)
"""Each uses only those that come after it."""
INNER = {
    "actions": (
        "carers",
        "own",
        "asking",
        "corrections",
        "on_case",
        "emergencies",
        "feedback",
        "viewing",
    ),
    "hearing": ("staff", "own"),
    "filing": ("amending", "where"),
    "people": ("duty", "leave"),
    "lists": ("in_words",),
    "casework": ("rearranging", "cards", "notices", "carers", "letters"),
}
"""The rooms of a room, in the same way; beside them stand its files."""
MANY = 45
MEMORY = ("memory", "session", "unit", "database")
"""Each knows nothing of those that come after it; the stores stand between session and unit."""


def test_a_room_of_handlers_uses_only_those_below_it() -> None:
    used = rooms("handlers", arrows())
    assert sorted(used) == sorted(HANDLERS)
    none(
        f"{room} uses {other}"
        for place, room in enumerate(HANDLERS)
        for other in sorted(used[room])
        if other not in HANDLERS[place + 1 :]
    )


@pytest.mark.parametrize("room", INNER)
def test_rooms_of_a_room_use_only_those_below_them(room: str) -> None:
    used = rooms(f"handlers.{room}", arrows())
    order = INNER[room]
    none(
        f"{room}/{name} uses {other}"
        for place, name in enumerate(order)
        for other in sorted(used[name])
        if other in order[:place]
    )
    assert circles(used) == []


def test_no_room_of_handlers_is_too_full_to_look_through() -> None:
    none(
        f"{folder.name} holds {many} files"
        for folder in sorted((ROOT / "handlers").rglob("*/"))
        if (many := len(list(folder.glob("*.py")))) > MANY
    )


def test_storage_is_built_from_memory_to_database() -> None:
    used = rooms("storage", arrows())
    assert set(MEMORY) <= used.keys()
    none(
        f"{room} reaches {other}"
        for place, room in enumerate(MEMORY)
        for other in sorted(reached(used, room))
        if other in MEMORY[place + 1 :]
    )


def test_only_the_database_knows_the_unit_and_no_store_the_database() -> None:
    used = rooms("storage", arrows())
    assert [room for room, others in used.items() if "database" in others] == []
    assert [room for room, others in used.items() if "unit" in others] == ["database"]


@pytest.mark.parametrize("floor", FLOORS)
def test_the_rooms_of_a_floor_use_each_other_in_one_direction(floor: str) -> None:
    used = rooms(floor, arrows())
    assert len(used) > 5
    assert circles(used) == []


def test_no_module_reaches_itself_not_even_for_a_type() -> None:
    assert len(arrows()) > 100
    assert circles(arrows()) == []
