"""Units and tags beside the areas (`gridbee load`), and the duty roster (`gridbee roster`)."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.commands.roster import load
from bot.loading.areas import read_areas
from bot.loading.district import load_district
from bot.loading.table import LoadError
from bot.loading.turns import read_roster
from domain.area import Area
from domain.messages import Address
from domain.people import Grant, Role
from storage.database import Database
from tests.cli.command import SAMPLE, Result, configured, gridbee, stored

SHANGHAI = ZoneInfo("Asia/Shanghai")
HEAD = "person,area,from,to\n"


# --- offices and tags ---


def feature(
    code: str, parent: str = "", level: str = "grid", **more: Any
) -> dict[str, Any]:
    properties = {
        "code": code,
        "name": f"Area {code}",
        "level": level,
        "parent": parent,
    } | more
    return {"type": "Feature", "properties": properties, "geometry": None}


def areas(
    folder: Path, *features: dict[str, Any], offices: str | bytes = ""
) -> dict[str, Area]:
    """What is read of these features and this offices.csv."""
    made = {
        "type": "FeatureCollection",
        "features": list(features) or [feature("C"), feature("G1", "C")],
    }
    (folder / "areas.geojson").write_text(json.dumps(made), encoding="utf-8")
    if offices:
        (folder / "offices.csv").write_bytes(
            offices if isinstance(offices, bytes) else offices.encode()
        )
    return {area.code: area for area in read_areas(folder)}


def test_the_sample_has_the_six_units_below_its_root() -> None:
    offices = [area for area in read_areas(SAMPLE) if area.is_office]
    named = {office.code: office.name for office in offices}
    assert named == {
        "CG": "城管",
        "GA": "公安",
        "ZJ": "住建",
        "SC": "市场监管",
        "WY": "物业",
        "DL": "电力",
    }
    assert {(office.level, office.parent, office.polygon) for office in offices} == {
        ("office", "C", None)
    }


def test_tags_are_a_list_or_a_text_with_commas(tmp_path: Path) -> None:
    found = areas(
        tmp_path,
        feature("C", tags=["catering", " courier ", "catering", ""]),
        feature("A", "C", tags="餐饮，快递, 零售、餐饮"),
        feature("B", "C", tags=None),
        feature("D", "C"),
    )
    assert {code: area.tags for code, area in found.items()} == {
        "C": ("catering", "courier"),
        "A": ("餐饮", "快递", "零售"),
        "B": (),
        "D": (),
    }


def test_a_feature_may_be_a_unit_and_needs_no_parent(tmp_path: Path) -> None:
    found = areas(
        tmp_path,
        feature("C"),
        feature("S", "C"),
        feature("CG", "", "office"),
        feature("GA", "S", "office"),
    )
    assert (found["CG"].parent, found["GA"].parent) == ("C", "S")
    assert found["CG"].is_office and not found["S"].is_office


@pytest.mark.parametrize(
    "offices",
    [
        "code,name\nCG,城管\n",
        b"\xef\xbb\xbf" + "code,name\r\nCG,城管\r\n\r\n".encode(),
        " Code , Name ,note\n CG , 城管 ,x\n,,\n",
        "\n,,\ncode,name,,\n\nCG,城管,,\n",
        "code;name\nCG;城管\n",
        'name,code,parent\n"城管",CG,C\n',
        "code,name,parent\nCG,城管\n",
    ],
)
def test_units_come_from_a_file_beside_the_areas(
    tmp_path: Path, offices: str | bytes
) -> None:
    assert areas(tmp_path, offices=offices)["CG"] == Area("CG", "城管", "office", "C")


@pytest.mark.parametrize(
    ("offices", "says"),
    [
        ("CG,城管\n", "line 1: must be code,name"),
        ("code|name\nCG|城管\n", "line 1: must be code,name"),
        ("code,name\nCG,城管,x\n", "line 2: has 3 cells, but there are 2 columns"),
        ("code,name\nCG,城管\nC/G,城管\n", "line 3: code: "),
        ("code,name\n\nCG,\n", "line 3: name: "),
        ("code,name\nCG,a\nCG,b\n", "line 3: code CG is used twice"),
        ("code,name\nG1,a\n", "line 2: code G1 is used twice"),
        ("code,name,parent\nCG,a,X\n", "line 2: there is no area 'X' to be its parent"),
        (
            "code,name,parent\nCG,a,\nGA,b,CG\n",
            "line 3: there is no area 'CG' to be its parent",
        ),
        ("code,name\nCG,城管\n".encode("gbk"), "is not UTF-8 text"),
    ],
)
def test_a_mistake_in_the_units_names_its_line(
    tmp_path: Path, offices: str | bytes, says: str
) -> None:
    with pytest.raises(LoadError) as caught:
        areas(tmp_path, offices=offices)
    assert f"{tmp_path / 'offices.csv'} {says}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_load_says_how_many_areas_and_units(tmp_path: Path) -> None:
    areas(tmp_path, offices="code,name\nCG,城管\n")
    folder = configured(tmp_path)
    assert gridbee(folder, "load", ".").stdout == "2 areas and 1 office loaded\n"
    (tmp_path / "offices.csv").unlink()
    assert gridbee(folder, "load", ".").stdout == "2 areas loaded\n"


# --- roster ---

STAFF = (("李敏", "G01"), ("张强", "G02"), ("张强", "G03"), ("王 芳", "CG"))


async def _staffed(url: str) -> None:
    database = Database(url)
    await database.start()
    await load_district(database, SAMPLE)
    async with database.unit() as unit:
        for number, (name, area) in enumerate(STAFF):
            person = unit.people.meet(Address("web", f"staff-{number}"), name)
            await unit.staff.grant(person.id, Grant(Role.COORDINATOR, area))
        unit.people.meet(Address("web", "rider"), "小王")
    await database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configured folder whose database has the sample district and four coordinators with the
    numbers 1 to 4.
    """
    asyncio.run(_staffed(f"sqlite:///{tmp_path / 'data' / 'gridbee.db'}"))
    return configured(tmp_path)


def roster(folder: Path, text: str | bytes) -> Result:
    (folder / "r.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return gridbee(folder, "roster", "r.csv")


def shifts(folder: Path) -> list[tuple[int, str, str, str]]:
    async def read() -> list[tuple[int, str, str, str]]:
        database = stored(folder)
        await database.start()
        found = database.directory.shifts
        await database.close()
        local = [
            (
                s.person_id,
                s.area,
                s.starts_at.astimezone(SHANGHAI),
                s.ends_at.astimezone(SHANGHAI),
            )
            for s in found
        ]
        return [
            (who, area, f"{start:%d %H:%M}", f"{end:%d %H:%M}")
            for who, area, start, end in local
        ]

    return asyncio.run(read())


def test_a_roster_is_loaded_with_local_times(folder: Path) -> None:
    text = HEAD + (
        "李敏,G01,2026-11-23 08:00,2026-11-23 20:00\n"
        "#3,S1,2026/11/23 20:00,2026/11/24 8:00\n"
        "王 芳,CG,2026-11-24T00:00:00,2026-11-24 24:00\n"
        "\n"
        " 2 , G02 ,2026-11-25 08:00,2026-11-25 09:00\n"
    )
    result = roster(folder, text)
    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        "4 shifts loaded, 0 replaced\n",
        "",
    )
    assert shifts(folder) == [
        (1, "G01", "23 08:00", "23 20:00"),
        (3, "S1", "23 20:00", "24 08:00"),
        (4, "CG", "24 00:00", "25 00:00"),
        (2, "G02", "25 08:00", "25 09:00"),
    ]


def test_whoever_is_put_down_while_on_leave_is_named(folder: Path) -> None:
    async def leave() -> None:
        database = stored(folder)
        await database.start()
        async with database.unit() as unit:
            person = await unit.people.get(1)
            assert person is not None
            back = datetime(2026, 11, 24, tzinfo=SHANGHAI).astimezone(UTC)
            unit.people.change(replace(person, away_until=back))
        await database.close()

    asyncio.run(leave())
    result = roster(
        folder,
        HEAD
        + "李敏,G01,2026-11-23 08:00,2026-11-23 20:00\n"
        + "李敏,G01,2026-11-24 08:00,2026-11-24 20:00\n",
    )
    assert result.stdout == (
        "line 2: 李敏 is on leave until 2026-11-24 00:00\n2 shifts loaded, 0 replaced\n"
    )


def test_the_same_roster_once_more_changes_nothing_and_a_new_one_replaces_what_overlaps(
    folder: Path,
) -> None:
    first = (
        HEAD
        + "1,G01,2026-11-23 08:00,2026-11-23 12:00\n1,G01,2026-11-23 12:00,2026-11-23 18:00\n"
    )
    assert roster(folder, first).stdout == "2 shifts loaded, 0 replaced\n"
    before = shifts(folder)
    assert roster(folder, first).stdout == "2 shifts loaded, 2 replaced\n"
    assert shifts(folder) == before
    second = HEAD + (
        "1,G01,2026-11-23 11:00,2026-11-23 12:00\n"
        "1,G02,2026-11-23 12:00,2026-11-23 18:00\n"
        "2,G01,2026-11-23 12:00,2026-11-23 18:00\n"
    )
    assert roster(folder, second).stdout == "3 shifts loaded, 1 replaced\n"
    assert shifts(folder) == [
        (1, "G01", "23 11:00", "23 12:00"),
        (1, "G01", "23 12:00", "23 18:00"),
        (1, "G02", "23 12:00", "23 18:00"),
        (2, "G01", "23 12:00", "23 18:00"),
    ]


GOOD = "1,G01,2026-11-23 08:00,2026-11-23 12:00\n"
BAD: dict[str, tuple[str | bytes, str]] = {
    "nobody": (
        HEAD + GOOD + "赵六,G01,2026-11-23 08:00,2026-11-23 09:00\n",
        "line 3: nobody among the staff is '赵六'",
    ),
    "a rider": (
        HEAD + "小王,G01,2026-11-23 08:00,2026-11-23 09:00\n",
        "line 2: nobody among the staff is '小王'",
    ),
    "no person": (
        HEAD + ",G01,2026-11-23 08:00,2026-11-23 09:00\n",
        "line 2: nobody among the staff is ''",
    ),
    "two of a name": (
        HEAD + "张强,G01,2026-11-23 08:00,2026-11-23 09:00\n",
        "line 2: '张强' is the name of 2 people; write the number: 2, 3",
    ),
    "no area": (
        HEAD + "1,G99,2026-11-23 08:00,2026-11-23 09:00\n",
        "line 2: there is no area or office 'G99'",
    ),
    "the end first": (
        HEAD + "1,G01,2026-11-23 08:00,2026-11-23 07:00\n",
        "line 2: ends (2026-11-23 07:00) before it begins",
    ),
    "no time at all": (
        HEAD + "1,G01,2026-11-23 08:00,2026-11-23 08:00\n",
        "line 2: ends ",
    ),
    "no date": (
        HEAD + "1,G01,2026-02-30 08:00,2026-11-23 08:00\n",
        "line 2: '2026-02-30 08:00' is no time; an example is 2026-11-23 08:00",
    ),
    "a day only": (
        HEAD + "1,G01,2026-11-23,2026-11-24\n",
        "line 2: '2026-11-23' is no time",
    ),
    "half past 24": (
        HEAD + "1,G01,2026-11-23 08:00,2026-11-23 24:30\n",
        "line 2: '2026-11-23 24:30' is no time",
    ),
    "the year 0": (
        HEAD + "1,G01,0000-11-23 08:00,2026-11-23 08:00\n",
        "line 2: '0000-11-23 08:00' is no time",
    ),
    "a short line": (HEAD + "1,G01\n", "line 2: '' is no time"),
    "itself twice": (
        HEAD + GOOD + "李敏,G01,2026-11-23 11:00,2026-11-23 13:00\n",
        "line 3: overlaps with line 2, which is the same person and area",
    ),
    "another header": (
        "who,area,from,to\n" + GOOD,
        "line 1: must be person,area,from,to",
    ),
    "nothing": ("", "line 1: must be person,area,from,to"),
    "another encoding": ((HEAD + "李敏,G01,x,y\n").encode("gbk"), "is not UTF-8 text"),
}


@pytest.mark.parametrize("why", BAD)
def test_a_mistake_in_the_roster_names_its_line_and_changes_nothing(
    folder: Path, why: str
) -> None:
    text, says = BAD[why]
    result = roster(folder, text)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"r.csv {says}") and result.stderr.count("\n") == 1
    assert shifts(folder) == []


def test_a_roster_that_is_not_there_is_said(folder: Path) -> None:
    result = gridbee(folder, "roster", "nowhere.csv")
    assert (result.returncode, result.stderr) == (1, "there is no nowhere.csv\n")


async def test_two_times_of_an_hour_that_comes_twice_are_one_moment(
    tmp_path: Path,
) -> None:
    """The clock goes back on 2026-10-25 in Berlin; as in the calendars, a time that comes twice
    is its first.
    """
    url = f"sqlite:///{tmp_path / 'x.db'}"
    await _staffed(url)
    database = Database(url)
    await database.start()
    path = tmp_path / "r.csv"
    path.write_text(
        HEAD + "1,G01,2026-10-25 02:30,2026-10-25 24:00\n", encoding="utf-8"
    )
    turn = read_roster(path, database.directory, ZoneInfo("Europe/Berlin"))[0]
    assert turn.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert turn.ends_at == datetime(2026, 10, 25, 23, 0, tzinfo=UTC)
    assert await load(database, path, SHANGHAI) == (1, 0)
    async with database.unit() as unit:
        assert [
            (line.act, line.detail) for line in await unit.staff.audit_lines(1)
        ] == [("roster", {"added": 1, "replaced": 0})]
    await database.close()
