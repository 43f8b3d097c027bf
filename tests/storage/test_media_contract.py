"""Pictures: wanted, stored, given to a case, and found by their album."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.messages import Event, Media, MediaKind
from domain.retry import LONGEST
from storage.database import Database
from tests.house import Clock
from tests.storage.making import HERE, THERE, event, filed, new_case, told

PHOTO = Media(MediaKind.PHOTO, "ref-1", 2**33, "路.jpg", "image/jpeg")
VOICE = Media(MediaKind.VOICE, "ref-2", 9, mime="audio/ogg", seconds=12)


async def test_a_picture_is_wanted_until_it_is_stored(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        made = unit.media.add(event("1", album="a1"), PHOTO, form_id=5)
        brought = unit.media.add(
            event("1"), Media(MediaKind.PHOTO, "r", sha="abc"), None
        )
    async with database.unit() as unit:
        (kept,) = await unit.media.wanted(9)
        assert (kept.id, kept.media, kept.form_id, kept.chat, kept.status) == (
            made,
            PHOTO,
            5,
            HERE,
            "wanted",
        )
        await unit.media.settle(made, tries=1, due_at=clock.now + timedelta(minutes=1))
        assert await unit.media.wanted(9) == []
    clock.now += timedelta(minutes=1)
    async with database.unit() as unit:
        assert [(row.id, row.tries) for row in await unit.media.wanted(9)] == [
            (made, 1)
        ]
        await unit.media.settle(made, status="stored", sha="f" * 64, due_at=None)
    async with database.unit() as unit:
        assert await unit.media.wanted(9) == []
        found = await unit.media.get_many([brought, made])
        assert [(row.id, row.status, row.media.sha) for row in found] == [
            (made, "stored", "f" * 64),
            (brought, "stored", "abc"),
        ]
        assert await unit.media.get_many([]) == []


async def test_a_voice_message_keeps_how_long_it_is(database: Database) -> None:
    async with database.unit() as unit:
        made = unit.media.add(event("1"), VOICE, form_id=5)
    async with database.unit() as unit:
        (kept,) = await unit.media.get_many([made])
        assert kept.media == VOICE
        (wanted,) = await unit.media.wanted(9)
        assert wanted.media.seconds == 12


async def test_what_is_wanted_comes_oldest_first_and_no_more_than_asked(
    database: Database, clock: Clock
) -> None:
    ids = []
    for _ in range(3):
        async with database.unit() as unit:
            ids.append(unit.media.add(event("1"), PHOTO, None))
        clock.now += timedelta(seconds=1)
    async with database.unit() as unit:
        assert [kept.id for kept in await unit.media.wanted(2)] == ids[:2]


async def test_one_of_each_chat_is_begun_and_the_try_stands_there_before_the_work(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        album = [unit.media.add(event(str(at)), PHOTO, None) for at in range(5)]
        other = unit.media.add(Event("", THERE, THERE), PHOTO, None)
    channels = (HERE.channel,)
    async with database.unit() as unit:
        begun = await unit.media.begin(4, channels)
        assert [kept.id for kept in begun] == [album[0], other]
        assert {(kept.tries, kept.faults) for kept in begun} == {(1, 1)}
    async with database.unit() as unit:
        assert await unit.media.begin(4, channels, [album[0], other]) == []
        (second,) = await unit.media.begin(4, channels, [other])
        assert second.id == album[1]
        assert await unit.media.begin(4, ("elsewhere",)) == []
        assert await unit.media.faulty() == 0
    for _ in range(2):
        clock.now += timedelta(seconds=4)
        async with database.unit() as unit:
            begun = await unit.media.begin(1, channels)
    async with database.unit() as unit:
        (kept,) = await unit.media.get_many([album[0]])
        assert (kept.tries, kept.faults) == (3, 3)
        assert await unit.media.faulty() == 1
    clock.now += timedelta(seconds=19)
    async with database.unit() as unit:
        (kept,) = await unit.media.begin(1, channels)
        assert kept.id != album[0]
    clock.now += timedelta(seconds=1)
    async with database.unit() as unit:
        begun = await unit.media.begin(9, channels)
        assert [kept.id for kept in begun] == [album[0], other]


async def test_the_pictures_of_a_form_become_the_cases(database: Database) -> None:
    async with database.unit() as unit:
        early = unit.media.add(event("1"), PHOTO, 5)
    async with database.unit() as unit:
        case = await new_case(unit)
        line = await told(unit, case, Act.FILE)
        now = unit.media.add(event("2"), PHOTO, 5)
        unit.media.add(event("3"), PHOTO, 5)
        unit.media.give_to([early, now], case.id, line)
        assert [row.id for row in await unit.media.of_case(case.id)] == [early, now]
    async with database.unit() as unit:
        found = await unit.media.of_case(case.id)
        assert [(row.id, row.case_id, row.history_id) for row in found] == [
            (early, case.id, line),
            (now, case.id, line),
        ]


async def test_a_late_part_of_an_album_finds_the_case_of_the_earlier_ones(
    database: Database,
) -> None:
    case = await filed(database)
    async with database.unit() as unit:
        unit.media.give_to(
            [unit.media.add(event("1", album="a1"), PHOTO, 5)], case.id, 1
        )
    async with database.unit() as unit:
        assert await unit.media.album_case(HERE, "a1") == case.id
        assert await unit.media.album_case(THERE, "a1") is None
        assert await unit.media.album_case(HERE, "a2") is None


async def test_a_picture_waits_no_longer_where_the_clock_is_put_back(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        made = unit.media.add(event("1"), PHOTO, form_id=None)
        await unit.media.settle(made, tries=9, due_at=clock.now + LONGEST)
        assert await unit.media.wanted(9) == []
    clock.now -= timedelta(seconds=40)
    async with database.unit() as unit:
        assert [kept.id for kept in await unit.media.wanted(9)] == [made]
