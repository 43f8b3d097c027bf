"""Media, history, posts and timers on both engines."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from domain.acts import Act
from domain.messages import Address, Media, MediaKind
from storage.database import Database
from storage.sent_messages import SentMessage
from tests.house import Clock
from tests.storage.making import HERE, THERE, event, filed, new_case, told

PHOTO = Media(MediaKind.PHOTO, "ref-1", 2**33, "路.jpg", "image/jpeg")


# --- media ---


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


# --- history ---


async def test_the_history_tells_who_when_where_from_and_what_changed(
    database: Database, clock: Clock
) -> None:
    case = await filed(database)
    async with database.unit() as unit:
        first = unit.history.add(
            case, Act.ACCEPT, 7, "web", "我来", assignee_id=7, told=[1, 2]
        )
    clock.now += timedelta(hours=1)
    async with database.unit() as unit:
        second = unit.history.add(case, Act.ESCALATE, None, "clock")
        lines = await unit.history.of(case.id)
    assert [
        (line.id, line.actor_id, line.act, line.words, line.changed) for line in lines
    ] == [
        (first, 7, Act.ACCEPT, "我来", {"assignee_id": 7, "told": [1, 2]}),
        (second, None, Act.ESCALATE, "", {}),
    ]
    assert [line.at for line in lines] == [clock.now - timedelta(hours=1), clock.now]
    assert {line.state for line in lines} == {case.state}


async def test_a_line_of_the_history_is_never_written_over(database: Database) -> None:
    case = await filed(database)
    async with database.unit() as unit:
        first = await told(unit, case, words="eins")
    database.memory.ids["history"] = iter([first])
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            await told(unit, case, words="zwei")
    async with database.unit() as unit:
        assert [line.words for line in await unit.history.of(case.id)] == ["eins"]


def test_no_code_changes_or_deletes_lines_of_the_history() -> None:
    root = Path(__file__).parent.parent.parent
    sources = [
        path
        for floor in ("storage", "handlers", "bot")
        for path in (root / floor).rglob("*.py")
    ]
    guilty = re.compile(
        r"(update|delete)\(\s*(t\.|tables\.)?(history|audit)\b|\b(history|audit)\.(update|delete)\("
    )
    assert [
        path.name for path in sources if guilty.search(path.read_text(encoding="utf-8"))
    ] == []


async def test_the_audit_log_keeps_who_did_what_newest_first(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.history.audit(1, "invite", role="lead")
        unit.history.audit(None, "load", areas=3)
    async with database.unit() as unit:
        found = await unit.staff.audit_lines(9)
        assert [(row.actor_id, row.act, row.detail) for row in found] == [
            (None, "load", {"areas": 3}),
            (1, "invite", {"role": "lead"}),
        ]
        assert len(await unit.staff.audit_lines(1)) == 1


# --- posts ---


async def test_a_message_is_found_again_and_a_card_wherever_it_stands(
    database: Database,
) -> None:
    card = SentMessage(HERE, "10", 4, None, "card:4", "photo")
    other = SentMessage(THERE, "10", 4, None, "card:4")
    word = SentMessage(HERE, "11", 4, 9)
    async with database.unit() as unit:
        for post in (card, other, word):
            unit.sent_messages.add(post)
        assert await unit.sent_messages.at(HERE, "10") == card
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "11") == word
        assert await unit.sent_messages.at(Address("web", "rider"), "10") is None
        assert set(await unit.sent_messages.cards(4)) == {card, other}
        assert await unit.sent_messages.cards(5) == []


async def test_the_same_message_written_down_twice_is_one_post(
    database: Database,
) -> None:
    for case_id in (1, 2):
        async with database.unit() as unit:
            unit.sent_messages.add(SentMessage(HERE, "10", case_id, None))
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "10") == SentMessage(
            HERE, "10", 2, None
        )


async def test_the_same_message_twice_in_one_unit_keeps_the_last(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.sent_messages.add(SentMessage(HERE, "10", 1, None))
        unit.sent_messages.add(SentMessage(HERE, "10", 2, None))
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "10") == SentMessage(
            HERE, "10", 2, None
        )


# --- timers ---


async def test_there_is_at_most_one_timer_per_kind_and_subject(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        unit.timers.set("case", 1, clock.now + timedelta(hours=9))
        unit.timers.set("case", 2, clock.now - timedelta(hours=2))
        unit.timers.set("draft", 1, clock.now)
    async with database.unit() as unit:
        unit.timers.set("case", 1, clock.now - timedelta(hours=1))
        assert await unit.timers.due("case", 9) == [
            (2, clock.now - timedelta(hours=2)),
            (1, clock.now - timedelta(hours=1)),
        ]
        assert [subject for subject, _ in await unit.timers.due("case", 1)] == [2]
        assert await unit.timers.subjects("case") == {1, 2}
        unit.timers.set("case", 1, None)
        unit.timers.set("draft", 1, None)
        unit.timers.set("draft", 1, clock.now + timedelta(hours=1))
    async with database.unit() as unit:
        assert await unit.timers.subjects("case") == {2}
        assert await unit.timers.due("draft", 9) == []
    clock.now += timedelta(hours=1)
    async with database.unit() as unit:
        assert await unit.timers.due("draft", 9) == [(1, clock.now)]
