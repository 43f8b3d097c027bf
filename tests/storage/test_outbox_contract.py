"""The outbox: what is said, in which order, what takes its place, and what became of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from domain.messages import Address, Choice, Key, Place, Reply
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT, NOTICE, Letter
from storage.tables.messages import outbox
from tests.house import Clock
from tests.storage.letters import HELLO, MINUTE, put, states
from tests.storage.making import HERE, THERE

FULL = Reply(
    text="<b>坑</b> “😀”",
    choices=((Choice("接单", "c:1:accept"), Choice("x", "y")), (Choice("z", "z"),)),
    keyboard=((Key("📍", True),), (Key("返回"),)),
    photos=(3, 4),
    files=(5,),
    calls=("119", "120"),
    place=Place(30.25, 120.5),
    edits="m1",
    slot="card:1",
    press_ref="p1",
    silent=True,
)


async def test_a_letter_comes_back_as_it_was(database: Database) -> None:
    made = await put(
        database,
        reply=FULL,
        lane=NOTICE,
        case_id=1,
        form_id=2,
        about="YH26-0001",
        replaces="card:1",
    )
    async with database.unit() as unit:
        assert await unit.outbox.waiting() == [made]


async def test_what_waits_comes_by_lane_and_then_in_the_order_in_which_it_was_said(
    database: Database,
) -> None:
    notice = await put(database, lane=NOTICE)
    answers = [await put(database) for _ in range(2)]
    async with database.unit() as unit:
        assert [letter.id for letter in await unit.outbox.waiting()] == [
            answers[0].id,
            answers[1].id,
            notice.id,
        ]


async def test_delivery_is_handed_what_waits_and_what_takes_anothers_place(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        now = unit.outbox.add(HERE, HELLO)
        unit.outbox.add(HERE, HELLO, at=clock.now + MINUTE)
        unit.outbox.add(HERE, HELLO, ANNOUNCEMENT)
        edit = unit.outbox.add(HERE, HELLO, at=clock.now + MINUTE, replaces="k")
        await unit.flush()
        assert unit.outbox.handover == [now, edit]


async def test_a_newer_letter_takes_the_place_of_unsent_ones_with_its_key(
    database: Database, clock: Clock
) -> None:
    at = clock.now + MINUTE
    old = [await put(database, replaces="k"), await put(database, replaces="k", at=at)]
    assert (await states(database))[old[0].id] == "dropped"
    held = await put(database, replaces="k", at=at, held=True, lane=NOTICE)
    others = [
        await put(database, THERE, replaces="k"),
        await put(database, replaces="l"),
        await put(database),
    ]
    elsewhere = await put(database, Address("web", HERE.chat), replaces="k")
    new = await put(database, replaces="k")
    found = await states(database)
    assert {found[letter.id] for letter in (*old, held)} == {"dropped"}
    assert {found[letter.id] for letter in (*others, elsewhere, new)} == {"waiting"}


async def test_within_one_unit_only_the_last_of_a_key_is_written(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.outbox.add(HERE, HELLO, replaces="k")
        other = unit.outbox.add(THERE, HELLO, replaces="k")
        last = unit.outbox.add(HERE, HELLO, replaces="k")
    assert await states(database) == {other.id: "waiting", last.id: "waiting"}


async def test_within_one_unit_a_letter_already_handed_over_is_taken_back(
    database: Database,
) -> None:
    async with database.unit() as unit:
        first = unit.outbox.add(HERE, HELLO, replaces="k")
        await unit.flush()
        last = unit.outbox.add(HERE, HELLO, replaces="k")
        await unit.flush()
        assert unit.outbox.handover == [last]
    assert await states(database) == {first.id: "dropped", last.id: "waiting"}


async def test_a_sent_letter_is_not_dropped_by_a_newer_one(database: Database) -> None:
    made = await put(database, replaces="k")
    await mark(database, made, "sent")
    await put(database, replaces="k")
    assert (await states(database))[made.id] == "sent"


async def mark(
    database: Database, letter: Letter, state: str, again: datetime | None = None
) -> None:
    async with database.unit() as unit:
        row = {
            "of": letter.id,
            "to_state": state,
            "again_at": again or unit.now,
            "tried": 3,
            "why": "so",
        }
        await unit.outbox.mark([row | {"sent": unit.now if state == "sent" else None}])


async def test_what_became_of_letters_is_written_down(
    database: Database, clock: Clock
) -> None:
    sent, again, lost = [await put(database) for _ in range(3)]
    await mark(database, sent, "sent")
    await mark(database, again, "waiting", clock.now + MINUTE)
    await mark(database, lost, "gave_up")
    async with database.unit() as unit:
        await unit.outbox.mark([])
        (left,) = await unit.outbox.waiting()
        assert (left.id, left.tries, left.due_at) == (again.id, 3, clock.now + MINUTE)
        assert await unit.outbox.count() == 0
    async with database.reader() as reader:
        rows = {row.id: row for row in await reader.execute(select(outbox))}
    assert rows[sent.id].sent_at == clock.now
    assert (rows[lost.id].error, rows[lost.id].sent_at, rows[lost.id].state) == (
        "so",
        None,
        "gave_up",
    )


async def test_letters_done_with_are_pruned_after_a_while_and_no_others(
    database: Database, clock: Clock
) -> None:
    old, lost, unsent = await put(database), await put(database), await put(database)
    await mark(database, old, "sent")
    await mark(database, lost, "gave_up")
    clock.now += MINUTE
    new = await put(database)
    await mark(database, new, "sent")
    async with database.unit() as unit:
        assert await unit.outbox.prune(clock.now) == 2
    assert await states(database) == {new.id: "sent", unsent.id: "waiting"}


async def test_nothing_more_is_sent_to_an_address_that_is_gone(
    database: Database, clock: Clock
) -> None:
    sent = await put(database)
    await mark(database, sent, "sent")
    for more in ({}, {"at": clock.now + MINUTE}, {"at": clock.now, "held": True}):
        await put(database, lane=NOTICE, **more)
    other = await put(database, THERE)
    async with database.unit() as unit:
        unit.outbox.add(HERE, HELLO)
        assert await unit.outbox.drop_address(HERE) == 4
    found = await states(database)
    assert (found.pop(sent.id), found.pop(other.id), set(found.values())) == (
        "sent",
        "waiting",
        {"dropped"},
    )
