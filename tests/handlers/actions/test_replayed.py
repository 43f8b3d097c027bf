"""Everything that was ever offered or received once more: by another, after months, twice."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from domain.messages import Event, EventKind
from handlers.contents import BUTTONS
from storage.database import Database
from storage.tables import areas, cases, casework, house, people
from tests.architecture.test_what_leaves_the_house import story
from tests.handlers.actions.everybody import PRIVATE
from tests.house import Actor, TestHouse

KEPT = (
    areas.areas,
    areas.groups,
    cases.cases,
    casework.followers,
    casework.history,
    casework.polls,
    casework.templates,
    casework.votes,
    house.audit,
    house.settings,
    people.accounts,
    people.duty,
    people.grants,
    people.invitations,
)
"""What nobody changes who has nothing to do with it."""

OWN = {"f", "m", "n", "x"}
"""Kinds of buttons that are for whoever presses: their own filing, menu and leaving."""

COMMANDS = (
    "/areas",
    "/audit",
    "/away",
    "/duty",
    "/health",
    "/invite lead G01",
    "/people",
    "/policy",
    "/queue",
    "/route 井盖坏了",
    "/stats",
)


async def rows(database: Database) -> dict[str, list[str]]:
    async with database.reader() as reader:
        return {
            table.name: sorted(str(row) for row in await reader.execute(select(table)))
            for table in KEPT
        }


async def lived(house: TestHouse) -> str:
    """A story, and every screen of the staff."""
    number = await story(house, house.rider, f"地砖坏了，{PRIVATE}")
    for command in COMMANDS:
        await house.admin.says(command)
        await house.admin.says("/cancel")
    for command in ("/queue", "/mine", "/away", "/duty", f"/case {number}"):
        await house.coordinator.says(command)
    return number


def offered(house: TestHouse) -> list[str]:
    """What any button ever carried, in any chat."""
    replies = (
        reply
        for chat in house.channel.chats.values()
        for shown in chat
        for reply in (shown.reply, *shown.earlier)
    )
    found = (one.data for reply in replies for row in reply.choices for one in row)
    return sorted(set(found))


def forged() -> list[str]:
    """Of each kind of button some that nobody was shown."""
    values = ("", "1", "1:yes", "2:1", "G01", "invite:lead", "accelerate:1")
    return [f"{kind}:{value}" for kind in sorted({*BUTTONS} - OWN) for value in values]


async def presses(who: Actor, data: list[str]) -> None:
    for one in data:
        await who.does(kind=EventKind.PRESS, data=one, press_ref="p", message_id="0")


async def quarantined(house: TestHouse) -> list[Any]:
    async with house.database.unit() as unit:
        return await unit.arrivals.quarantined()


async def test_what_was_offered_to_others_changes_nothing_and_tells_nothing(
    house: TestHouse,
) -> None:
    await lived(house)
    await house.stranger.says("你好")
    real = [one for one in offered(house) if one[0] not in OWN]
    assert {one[0] for one in real} >= {"a", "c", "q", "s"}
    theirs = [*real, *forged()]
    before = await rows(house.database)
    for who in (house.stranger, house.far_coordinator):
        already = len(who.sees)
        await presses(who, theirs)
        assert await rows(house.database) == before, who.chat
        told = [shown.text for shown in who.sees[already:]]
        assert PRIVATE not in "".join(told), who.chat
    assert not await quarantined(house)


async def test_what_was_offered_long_ago_breaks_nothing(house: TestHouse) -> None:
    await lived(house)
    await house.passes(days=70)
    own = {
        who: sorted(
            {c.data for shown in who.sees for row in shown.reply.choices for c in row}
        )
        for who in (house.rider, house.coordinator, house.lead, house.admin)
    }
    for who, data in own.items():
        await presses(who, data)
        await who.says("/cancel")
        assert who.sees
    assert not await quarantined(house)


async def test_what_comes_again_changes_no_row(house: TestHouse) -> None:
    received: list[Event] = []
    handle = house.intake.handle

    async def noted(events: list[Event]) -> None:
        received.extend(events)
        await handle(events)

    house.intake.handle = noted  # type: ignore[method-assign]
    await lived(house)
    before, sent = await rows(house.database), house.channel.sent
    assert len(received) > 50
    for event in list(reversed(received)):
        await handle([event])
    await house.settle()
    assert await rows(house.database) == before
    assert house.channel.sent == sent
