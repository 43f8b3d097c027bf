"""Open forms: plain JSON, several per chat, gone when dropped."""

from dataclasses import replace
from datetime import timedelta

from domain.answers import Attached, Located, Said
from domain.messages import Place
from storage.database import Database
from tests.house import MORNING
from tests.storage.making import HERE, THERE, draft


async def test_a_draft_comes_back_as_it_was(database: Database) -> None:
    async with database.unit() as unit:
        made = draft(
            unit,
            asking="place",
            about={"case": {"id": 7}, "urgent": True},
            message_id="m1",
            nudged=True,
            touched=MORNING + timedelta(minutes=3),
            answers={
                "what": (Said("1", "“坑” \n😀"),),
                "photos": (Attached("2", 7, "photo"), Attached("3", 8, "voice", 12)),
                "place": Located("3", Place(1.5, 2.5), "门口", "幸福超市"),
            },
        )
        await unit.forms.put(made)
    async with database.unit() as unit:
        assert await unit.forms.of(HERE) == [made]
        assert await unit.forms.get(made.id) == made
        assert await unit.forms.get(made.id + 1) is None


async def test_the_form_that_was_touched_last_lies_on_top(database: Database) -> None:
    async with database.unit() as unit:
        older = draft(unit)
        newer = draft(unit, touched=MORNING + timedelta(seconds=1))
        for one in (newer, older):
            await unit.forms.put(one)
        await unit.forms.put(draft(unit, THERE))
    async with database.unit() as unit:
        assert [one.id for one in await unit.forms.of(HERE)] == [older.id, newer.id]
        await unit.forms.put(replace(older, touched_at=MORNING + timedelta(seconds=2)))
        assert [one.id for one in await unit.forms.of(HERE)] == [newer.id, older.id]
    async with database.unit() as unit:
        assert [one.id for one in await unit.forms.of(HERE)] == [newer.id, older.id]


async def test_a_dropped_form_is_gone_in_the_same_unit_and_after(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = draft(unit)
        await unit.forms.put(made)
    async with database.unit() as unit:
        await unit.forms.drop(made)
        assert await unit.forms.of(HERE) == []
        assert await unit.forms.get(made.id) is None
    async with database.unit() as unit:
        assert await unit.forms.of(HERE) == []


async def test_a_form_that_is_put_and_dropped_in_one_unit_never_was(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = draft(unit)
        await unit.forms.put(made)
        await unit.forms.drop(made)
    async with database.unit() as unit:
        assert await unit.forms.of(HERE) == []


async def test_a_form_that_is_dropped_and_put_again_in_one_unit_stays(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = draft(unit)
        await unit.forms.put(made)
    async with database.unit() as unit:
        await unit.forms.drop(made)
        await unit.forms.put(replace(made, asking="what"))
    async with database.unit() as unit:
        assert [one.asking for one in await unit.forms.of(HERE)] == ["what"]


async def test_forms_of_many_chats_are_loaded_at_one_go(database: Database) -> None:
    async with database.unit() as unit:
        mine, theirs = draft(unit), draft(unit, THERE)
        await unit.forms.put(mine)
        await unit.forms.put(theirs)
    async with database.unit() as unit:
        await unit.forms.load([HERE, THERE])
        assert await unit.forms.of(HERE) == [mine]
        assert await unit.forms.of(THERE) == [theirs]
