"""A house of 0.2.0 goes on with the program of today: what was filed and offered counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, select

from domain import changes
from domain.acts import Act
from domain.kinds import Supervision
from domain.messages import EventKind, Reply
from domain.states import State
from storage.figures.register_query import query_of
from storage.figures.scope import Scope
from storage.tables.media import media
from storage.tables.metadata import metadata
from tests.house import Shown
from tests.storage.migrated import Migrated
from tests.storage.old_house import OldHouse

MINUTE = timedelta(minutes=1)
ZONE = ZoneInfo("Asia/Shanghai")
PARTS = ("YH26-0014-1", "YH26-0014-2")
STATES = {
    "YH26-0001": State.IN_PROGRESS,
    "YH26-0002": State.IN_PROGRESS,
    "YH26-0003": State.HELD,
    "YH26-0004": State.RETURNED,
    "YH26-0005": State.REJECTED,
    "YH26-0006": State.DELIBERATING,
    "YH26-0007": State.VERIFYING,
    "YH26-0008": State.RESOLVED,
    "YH26-0009": State.CLOSED,
    "YH26-0010": State.REOPENED,
    "YH26-0011": State.WITHDRAWN,
    "YH26-0012": State.ASSIGNED,
    "YH26-0013": State.MERGED,
    "YH26-0014": State.IN_PROGRESS,
    "YH26-0014-1": State.ASSIGNED,
    "YH26-0014-2": State.ASSIGNED,
    "YH26-0015": State.ASSIGNED,
}
OF_THE_OFFICE = ["YH26-0002", "YH26-0014-1", "YH26-0015"]


@pytest.fixture
async def house(
    url: str, tmp_path: Path, migrated: Migrated
) -> AsyncIterator[OldHouse]:
    on_server = "" if url.startswith("sqlite") else url
    async with OldHouse(tmp_path, migrated, on_server) as made:
        yield made


@pytest.fixture
async def sqlite_house(tmp_path: Path, migrated: Migrated) -> AsyncIterator[OldHouse]:
    async with OldHouse(tmp_path, migrated) as made:
        yield made


async def test_its_tables_become_those_of_a_fresh_database(house: OldHouse) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with house.database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_every_case_is_there_and_the_office_has_its_own(house: OldHouse) -> None:
    cases = {number: await house.case(number) for number in STATES}
    assert {number: case.state for number, case in cases.items()} == STATES
    offices = [number for number, case in cases.items() if case.office == "CG"]
    assert offices == OF_THE_OFFICE
    assert cases["YH26-0002"].supervision is Supervision.YELLOW
    assert [cases[one].parent_id for one in PARTS] == [cases["YH26-0014"].id] * 2
    async with house.database.unit() as unit:
        listed = await unit.cases.open_in(["CG"], 9, office=True)
    assert sorted(case.number for case in listed) == OF_THE_OFFICE


async def test_the_town_is_there_with_its_offices_shifts_and_policy(
    house: OldHouse,
) -> None:
    directory = house.database.directory
    assert {area.code for area in directory.offices} >= {"CG", "GA", "DL"}
    middle = directory.middle("G01")
    assert middle is not None and directory.locate(middle) == "G01"
    assert [row.limit.accept for row in directory.policy_rows] == [timedelta(hours=4)]
    assert len(directory.shifts) == 1
    async with house.database.reader() as reader:
        login = await reader.logins.find("a token of the web chat")
    assert login is not None and login.chat == "0a1b2c"


async def test_every_history_can_be_played_back_to_its_case(house: OldHouse) -> None:
    for number in STATES:
        first, *later = await house.history(number)
        played = changes.first(first.changed["row"])
        for line in later:
            fields = {k: v for k, v in line.changed.items() if k in changes.NAMES}
            played = changes.after(played, fields)
        case = await house.case(number)
        assert replace(played, touched_at=None) == replace(case, touched_at=None)


async def test_a_step_of_before_is_taken_back(house: OldHouse) -> None:
    for who, number, act in (
        (house.coordinator, "YH26-0015", Act.HAND_ON),
        (house.street_lead, "YH26-0002", Act.SUPERVISE),
    ):
        *_, line = await house.history(number)
        assert line.act is act
        house.clock.now = line.at + MINUTE
        await who.says(f"/undo {number}")
    back = await house.case("YH26-0015")
    assert (back.office, back.assignee_id) == ("", house.people["coordinator"].id)
    assert (await house.case("YH26-0002")).supervision is Supervision.NONE
    assert (await house.case("YH26-0002")).office == "CG"


async def test_a_button_of_before_hands_the_case_to_the_office(house: OldHouse) -> None:
    await house.coordinator.does(
        kind=EventKind.PRESS, data="c:1:to:unit:CG", press_ref="x", message_id="12"
    )
    case = await house.case("YH26-0001")
    assert (case.office, case.assignee_id) == ("CG", house.people["cg"].id)
    assert "YH26-0001" in house.office.last.text


async def test_a_card_of_before_is_edited_where_it_stands(house: OldHouse) -> None:
    card = Shown("23", Reply("the card"))
    house.channel.chats["cg"] = [card]
    await house.office.says("/resolve YH26-0002 换了灯泡")
    assert [before.text for before in card.earlier] == ["the card"]
    assert "YH26-0002" in card.text


async def test_a_draft_of_before_is_finished(house: OldHouse) -> None:
    await house.second_rider.sends_place("G01")
    await house.second_rider.presses("✅ 提交")
    case = await house.case("YH26-0016")
    assert case.words == "路灯不亮"
    async with house.database.unit() as unit:
        assert len(await unit.media.of_case(case.id)) == 1


async def test_a_letter_of_before_is_said_when_its_time_has_come(
    house: OldHouse,
) -> None:
    await house.passes(days=1)
    assert any("明天再说" in shown.text for shown in house.rider.sees)


async def test_the_figures_of_before_are_those_of_now(house: OldHouse) -> None:
    whole = frozenset(house.database.directory.areas)
    scope, day = Scope(whole, whole), date(2026, 11, 23)
    async with house.database.unit() as unit:
        kept = await unit.daily.between(ZONE, day, day, scope)
        rows = await unit.daily.between(ZONE, day, day, Scope(whole, office="CG"))
    assert sum(tally.filed for tally in kept.values()) == 15
    assert sum(tally.filed for tally in rows.values()) == 2


async def test_an_order_for_a_register_of_before_is_read(house: OldHouse) -> None:
    spec = (await house.orders())["sheet"]
    assert "unit" in spec["query"]["scope"] or "units" in spec["query"]["scope"]
    async with house.database.reader() as reader:
        found = reader.register.rows(query_of(spec["query"]), ["number", "team"], 99)
        rows = [tuple(row) async for row in found]
    assert rows == [(number, "CG") for number in OF_THE_OFFICE]


async def test_the_papers_that_were_ordered_are_drawn(sqlite_house: OldHouse) -> None:
    assert set(await sqlite_house.orders()) == {"sheet", "slip"}
    await sqlite_house.fetches()
    async with sqlite_house.database.reader() as reader:
        rows = select(media.c.status).where(media.c.kind == "document")
        assert list(await reader.scalars(rows)) == ["stored", "stored"]
