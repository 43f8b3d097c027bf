"""The demo's district: the sample areas, some staff, and three phones with their keys."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import orjson

from bot.commands.load import LISTINGS
from bot.commands.sample_hive import fill
from bot.config.settings import Config
from bot.loading.district import load_district, load_stations
from bot.loading.gifts import load_gifts
from bot.loading.listings import load_listings
from bot.loading.merchants import load_merchants
from domain.messages import Address
from domain.people import Grant, Person, Role
from domain.points.ledger import OPEN_BANK, Transfer, Why, moved
from domain.points.ledger import rider as account
from storage.database import Database
from storage.unit import Unit

SAMPLE = Path(__file__).parents[1] / "sample"
REST = SAMPLE / "rest"
HIVE = SAMPLE / "hive"
FIRST_POINTS = 60
SHOP = "M001"
"""Its chat is the coordinator's phone, so that both sides of a coupon can be tried."""
PHONES = (
    ("rider", "demo-rider", "骑手 小王"),
    ("coordinator", "demo-coordinator", "网格员 李敏"),
    ("admin", "demo-admin", "管理员 陈主任"),
)
STAFF = (
    ("demo-coordinator", "李敏", Role.COORDINATOR, "G01"),
    ("demo-admin", "陈主任", Role.ADMIN, "C"),
    ("demo-lead-1", "赵网格长", Role.LEAD, "G01"),
    ("demo-lead-2", "周主任", Role.LEAD, "S1"),
    ("demo-2", "张强", Role.COORDINATOR, "S1"),
    ("demo-3", "王芳", Role.COORDINATOR, "S2"),
)


async def prepare(
    database: Database, data: Path, config: Config | None = None
) -> list[dict[str, str]]:
    """Loads the sample where nothing is there yet, with a configuration also the menu of services,
    members, wishes and orders. Returns the three phones for the page.
    """
    if not database.directory.areas:
        await load_district(database, SAMPLE)
        await load_stations(database, REST)
        await load_gifts(database, HIVE / "gifts.csv")
        await load_merchants(database, HIVE / "merchants.csv")
        if config is not None:
            await load_menu(database, config)
        async with database.unit() as unit:
            await _people(unit)
        if config is not None:
            await fill(database, HIVE, config)
    tokens = _tokens(data)
    async with database.unit() as unit:
        for role, chat, _ in PHONES:
            await unit.logins.add(tokens[role], chat)
    return [
        {"role": role, "chat": chat, "token": tokens[role], "title": title}
        for role, chat, title in PHONES
    ]


async def load_menu(database: Database, config: Config) -> None:
    """The services and resources of the sample."""
    setup = config.setup({})
    for name, kind in LISTINGS.items():
        path = HIVE / f"{name}.csv"
        await load_listings(database, path, kind, setup)


async def _people(unit: Unit) -> None:
    """The coordinator looks after every grid, so that wherever the pin drops their phone rings;
    their colleagues, to whom they may hand on, stand by in the streets above.
    """
    rider = unit.people.meet(Address("web", "demo-rider"), "小王")
    for chat, name, role, area in STAFF:
        person: Person = unit.people.meet(Address("web", chat), name)
        await unit.staff.grant(person.id, Grant(role, area))
        if chat == "demo-coordinator":
            await unit.merchant_keepers.tie(SHOP, person.id)
            for one in list(unit.directory.areas.values()):
                if one.level == "grid":
                    await unit.staff.grant(person.id, Grant(role, one.code))
    unit.people.change(rider)
    await _something_to_spend(unit, rider)


async def _something_to_spend(unit: Unit, rider: Person) -> None:
    """Points for a first gift."""
    entries = moved(OPEN_BANK, account(rider.id), FIRST_POINTS)
    made = Transfer("sample", Why.SOLVED, entries, rider.id)
    await unit.points.book(made)


def _tokens(data: Path) -> dict[str, str]:
    """The phones' keys, kept beside the database so that a reload after a restart still fits."""
    path = data / "demo.json"
    if path.exists():
        return dict(orjson.loads(path.read_bytes()))
    tokens = {role: secrets.token_urlsafe(24) for role, _, _ in PHONES}
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(orjson.dumps(tokens))
    return tokens
