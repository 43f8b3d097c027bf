"""What is encrypted, on both engines: not to be read without its key, and keys change."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import String, insert, select, type_coerce
from structlog.testing import capture_logs

from domain.matching.listing import ListingKind
from domain.messages import (
    Address,
    Choice,
    Event,
    EventKind,
    Media,
    MediaKind,
    Place,
    Reply,
)
from domain.offers import Offered
from domain.people import Grant, Role
from domain.points.ledger import Transfer, Why
from domain.stations.station import Station
from storage.database import Database
from storage.encrypt_again import encrypt_again, encrypted_columns
from storage.encryption.source import KeysMissing, KeySource
from storage.tables.house import encryption_keys
from storage.tables.people import people
from storage.vault import only
from tests.domain.needing import listing

OLD, NEW, OTHER = (bytes([number]) * 32 for number in (1, 2, 3))
NAME, SAID, PHONE = "李敏Qz", "收到Xk", "13812345678"
HERE = Address("web", "v1")
MARKED = "~李"  # a name of before that begins with our mark


async def opened(url: str, *keys: bytes) -> Database:
    made = Database(url, keys=KeySource(keys) if keys else None)
    await made.start()
    return made


async def fill(database: Database) -> None:
    """A value in each column that is encrypted."""
    async with database.unit() as unit:
        unit.people.meet(HERE, NAME)
        unit.people.meet(Address("web", "v2"), MARKED)
        unit.outbox.add(HERE, Reply(text=f"{SAID} {NAME}"))
        told = Offered((Choice(NAME, "a:1"),), None, unit.now, notice=True)
        await unit.offers.put(HERE, told)
        await unit.offers.put(HERE, told)
        await unit.stations.replace([Station("Y1", SAID, Place(0, 0), phone=PHONE)])
        await unit.points.book(Transfer("g", Why.AWARD, person_id=1, words=SAID))
        await unit.listings.add(listing(whose=NAME, note=SAID))
        await unit.web.put("v1", False, {"text": SAID}, "e1")
        raw = {"contact": {"first_name": NAME, "phone_number": PHONE}}
        event = Event("e2", HERE, HERE, EventKind.MESSAGE, raw=raw)
        unit.media.add(event, Media(MediaKind.DOCUMENT, SAID, name=NAME), None)
        await unit.arrivals.quarantine(event, "KeyError")


async def stored(database: Database) -> dict[str, str]:
    """Each column as it lies there, without any key."""
    found = {}
    async with database.engine.connect() as connection:
        for column in encrypted_columns():
            rows = await connection.execute(select(type_coerce(column, String)))
            found[f"{column.table.name}.{column.name}"] = "\n".join(rows.scalars())
    return found


async def read(database: Database) -> list[str]:
    """The same as the stores read it."""
    async with database.unit() as unit:
        await unit.people.load([HERE, Address("web", "v2")])
        names = await unit.people.named([1, 2])
        letters = await unit.outbox.waiting()
        web = await unit.web.after("v1", 0, 9)
        kept = await unit.arrivals.quarantined()
        (file,) = await unit.media.get_many([1])
        (station,) = unit.stations.all
        (gift,) = await unit.points.everything()
        (need,) = await unit.listings.open_all(ListingKind.NEED)
    return [
        *names.values(),
        letters[0].reply.text,
        web[0].body["text"],
        kept[0].raw["contact"]["phone_number"],
        file.media.name,
        file.media.ref,
        station.phone,
        gift.transfer.words,
        need.whose,
        need.note,
    ]


READABLE = [
    NAME,
    MARKED,
    f"{SAID} {NAME}",
    SAID,
    PHONE,
    NAME,
    SAID,
    PHONE,
    SAID,
    NAME,
    SAID,
]


async def ids(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        rows = await connection.execute(select(encryption_keys.c.id))
        return set(rows.scalars())


def hidden(columns: dict[str, str]) -> bool:
    everything = "".join(columns.values())
    return all(columns.values()) and not any(
        one in everything for one in (NAME, SAID, PHONE, MARKED)
    )


async def test_nothing_that_is_encrypted_can_be_read_in_the_database(url: str) -> None:
    database = await opened(url, OLD)
    await fill(database)
    columns = await stored(database)
    assert len(columns) > 3
    assert hidden(columns)
    assert await read(database) == READABLE
    await database.close()
    again = await opened(url, OLD)
    assert await read(again) == READABLE
    await again.close()


async def test_what_was_written_before_there_were_keys_is_encrypted_at_the_start(
    url: str,
) -> None:
    before = await opened(url)
    await fill(before)
    assert PHONE in (await stored(before))["quarantine.raw"]
    await before.close()
    database = await opened(url, OLD)
    assert hidden(await stored(database))
    assert await read(database) == READABLE
    await database.close()


async def test_a_wrong_or_missing_key_is_refused_and_nothing_is_changed(
    url: str, tmp_path: Path
) -> None:
    database = await opened(url, OLD)
    await fill(database)
    there = await stored(database)
    file = tmp_path / "gridbee.keys"
    for source in (KeySource((OTHER,)), KeySource(file=file)):
        wrong = Database(url, keys=source)
        for step in (wrong.start, wrong.hold):
            with pytest.raises(KeysMissing, match=database.vault.ring.first):
                await step()
        await wrong.close()
    assert not file.exists()
    assert await stored(database) == there
    assert await ids(database) == database.vault.ring.ids
    await database.close()


async def test_a_new_first_key_writes_the_old_one_reads_and_rekey_leaves_one(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await opened(url, OLD)
    await fill(database)
    await database.close()
    both = await opened(url, NEW, OLD)
    assert await read(both) == READABLE
    async with both.unit() as unit:
        unit.people.meet(Address("web", "v3"), "王")
    assert len(await ids(both)) == 2
    # killed within: what is done is done, and the next one goes on
    monkeypatch.setattr("storage.encrypt_again.PIECE", 1)
    with pytest.raises(asyncio.CancelledError):
        await encrypt_again(both.engine, both.vault.ring, killed)
    assert await read(both) == READABLE
    changed: dict[str, int] = {}
    await encrypt_again(both.engine, both.vault.ring, changed.__setitem__)
    assert changed.pop("people.name") == 0
    assert sum(changed.values()) < len(changed)
    async with both.engine.begin() as connection:
        await connection.run_sync(partial(only, first=both.vault.ring.first))
    await both.close()
    new = await opened(url, NEW)
    assert await read(new) == READABLE
    await new.close()


def killed(column: str, changed: int) -> None:
    if column == "people.name":
        raise asyncio.CancelledError


async def test_a_value_is_good_in_its_own_column_only(url: str) -> None:
    database = await opened(url, OLD)
    ring = database.vault.ring
    moved = ring.encrypt('{"text": "x"}', "outbox.reply")
    row = {
        "id": 1,
        "language": "",
        "muted": False,
        "last_area": "",
        "made_at": database.clock(),
    }
    async with database.engine.begin() as connection:
        await connection.execute(insert(people), row | {"name": ""})
        await connection.exec_driver_sql(f"UPDATE people SET name = '{moved}'")
    async with database.unit() as unit:
        person = await unit.people.get(1)
    assert person is not None
    assert person.name == ""
    await database.close()


SPOILT = {  # of keys that were never here, cut short, no base64
    "people.name": "~AAAAAAAA",
    "offers.choices": "~x",
    "web_messages.body": "~====",
    "media.name": "~李",
    "media.ref": "~AAAA",
}


async def test_a_spoilt_value_keeps_the_house_from_nothing_and_is_said_once(
    url: str,
) -> None:
    database = await opened(url, OLD)
    await fill(database)
    async with database.unit() as unit:
        unit.people.meet(Address("web", "v3"), "王")
        await unit.staff.grant(3, Grant(Role.COORDINATOR, "G01"))
    async with database.engine.begin() as connection:
        for column, value in SPOILT.items():
            table, name = column.split(".")
            await connection.exec_driver_sql(f"UPDATE {table} SET {name} = '{value}'")
    await database.close()
    with capture_logs() as lines:
        again = await opened(url, OLD)
        await read_spoilt(again)
    assert sorted(line["column"] for line in lines) == sorted(SPOILT)
    await again.close()


async def read_spoilt(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(database.vault.spoilt_names) == 3
    async with database.unit() as unit:
        await unit.people.load([HERE])
        assert await unit.people.named([1, 2]) == {1: "", 2: ""}
        offered = await unit.offers.last(HERE)
        assert offered is not None
        assert offered.choices == ()
        assert (await unit.web.after("v1", 0, 9))[0].body == {}
        (file,) = await unit.media.get_many([1])
        assert (file.media.name, file.media.ref) == ("", "")
        assert unit.people.meet(HERE, NAME).name == NAME
