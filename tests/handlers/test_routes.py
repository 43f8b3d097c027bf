"""The rooms' tables of contents: what each names, and that together they fit."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from bot.loops.ticks import TICKS
from domain.commands import COMMAND_ROLES
from handlers import contents, timers
from handlers.admin import routes as admin
from handlers.people import routes as people
from handlers.reminders import routes as reminders
from handlers.stats import routes as stats

ROOMS = (stats, people, admin, reminders)
NAMES = {"COMMANDS", "BUTTONS", "FORMS", "TIMERS", "LOOKS"}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.__name__))
def test_every_room_names_the_same_five_tables(room: ModuleType) -> None:
    assert vars(room).keys() >= NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_no_two_rooms_name_the_same_thing(name: str) -> None:
    found = Counter(key for room in ROOMS for key in getattr(room, name))
    assert [key for key, times in found.items() if times > 1] == []


def test_a_command_is_for_whom_the_table_of_permissions_says() -> None:
    rows = {name: row for room in ROOMS for name, row in room.COMMANDS.items()}
    assert len(rows) >= 20
    assert {name: row.roles for name, row in rows.items()} == {
        name: COMMAND_ROLES.get(name) for name in rows
    }


def test_everything_that_a_room_names_is_in_the_contents() -> None:
    for room in ROOMS:
        assert {
            name: row.handler for name, row in room.COMMANDS.items()
        }.items() <= contents.COMMANDS.items()
        assert room.BUTTONS.items() <= contents.BUTTONS.items()
        assert room.FORMS.items() <= contents.FORMS.items()
        assert room.TIMERS.items() <= timers.DUE.items()
        assert room.LOOKS.items() <= timers.LOOKS.items()


def test_the_clock_looks_at_every_timer() -> None:
    assert {*timers.DUE, *timers.LOOKS} <= TICKS.keys()
