"""The hive's year in figures, beside those of the places (facts/places.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.simulate.hive.scale import (
    MERCHANTS,
    ORDERS,
    PROJECTS,
    REDEEMED,
    RIDERS,
    SERVICES,
    STATIONS,
    WISHES,
)

CLAIMED = 97
OF_ORDER = """EXISTS (SELECT 1 FROM listings n WHERE n.id = p.need_id
AND n.resource_id IS NOT NULL)"""
Row = tuple[str, str, int, str]
ROWS: tuple[Row, ...] = (
    ("wishes received", "wishes WHERE state = 'received'", WISHES, "建阳 60+"),
    (
        "services: hazards solved and paid",
        "point_transfers WHERE why = 'solved' AND refused = '' AND reverses IS NULL",
        SERVICES,
        "建阳 1,200+",
    ),
    ("gifts fetched", "gift_orders WHERE state = 'handed'", REDEEMED, "建阳 100+"),
    (
        "riders who are members",
        "members WHERE state IN ('member', 'resting')",
        RIDERS,
        "建阳 235",
    ),
    (
        "orders claimed",
        f"listings p WHERE kind = 'project' AND {OF_ORDER}",
        CLAIMED,
        "雨山 97",
    ),
    (
        "orders filed",
        "listings WHERE kind = 'need' AND resource_id IS NOT NULL",
        ORDERS,
        "雨山 160+ served",
    ),
    (
        "projects done",
        f"listings p WHERE kind = 'project' AND state = 'done' AND NOT {OF_ORDER}",
        PROJECTS,
        "平湖 27; 20+",
    ),
)
LOADED = (
    ("stations", STATIONS, "建阳 25"),
    ("merchants", MERCHANTS, "建阳 118"),
    ("services", SERVICES, "建阳 1,200+"),
)
STATES = (
    ("wishes", "SELECT state, count(*) FROM wishes GROUP BY 1"),
    (
        "claims",
        "SELECT iif(ended_at IS NULL, 'open', 'ended'), count(*) FROM wish_claims GROUP BY 1",
    ),
    (
        "orders",
        """SELECT state, count(*) FROM listings WHERE kind = 'need'
        AND resource_id IS NOT NULL GROUP BY 1""",
    ),
    (
        "needs and resources",
        """SELECT kind || ' ' || state, count(*) FROM listings
        WHERE kind IN ('need', 'resource') AND resource_id IS NULL GROUP BY 1""",
    ),
    (
        "projects",
        f"""SELECT state, count(*) FROM listings p WHERE kind = 'project'
        AND NOT {OF_ORDER} GROUP BY 1""",
    ),
    ("members", "SELECT state, count(*) FROM members GROUP BY 1"),
    ("errands", "SELECT state, count(*) FROM errands GROUP BY 1"),
    (
        "coupons",
        "SELECT state || coalesce(' by ' || how, ''), count(*) FROM coupons GROUP BY 1",
    ),
    ("gift orders", "SELECT state, count(*) FROM gift_orders GROUP BY 1"),
    (
        "points",
        """SELECT why || iif(refused = '', '', ' (not: ' || refused || ')'), count(*)
        FROM point_transfers GROUP BY 1""",
    ),
)


DECLINED = """SELECT count(*) FROM cases c WHERE kind = 'wish' AND NOT EXISTS (
SELECT 1 FROM wishes w WHERE w.case_id = c.id AND w.published_at IS NOT NULL)"""


def beside(world: Any) -> Iterator[str]:
    share = world.scale.share
    yield f"| the hive, {world.size.hive} riders | played | at this size | the places |"
    yield "|---|---|---|---|"
    for name, figure, place in LOADED:
        yield f"| {name} loaded | {world.loaded[name]:,} | {figure:,} | {place} |"
    for name, rows, figure, place in ROWS:
        played = world.peek(f"SELECT count(*) FROM {rows}")
        yield f"| {name} | {played:,} | {figure * share:,.0f} | {place} |"


def states(world: Any) -> Iterator[str]:
    for name, query in STATES:
        found = world.peeking.execute(query).fetchall()
        told = ", ".join(f"{state} {count:,}" for state, count in found)
        yield f"{name.capitalize()}: {told or 'none'}."
    yield wishes(world)
    yield hours(world)
    done = ", ".join(
        f"{what} {count:,}" for what, count in world.presses.most_common(24)
    )
    yield f"Pressed: {done}."


def wishes(world: Any) -> str:
    """What became of wishes and claims that stands in no state of theirs."""
    ask = world.peek
    filed = ask("SELECT count(*) FROM cases WHERE kind = 'wish'")
    never = ask(DECLINED)
    lapsed = ask("SELECT count(*) FROM wish_claims WHERE ended_at >= until")
    thanked = ask("SELECT count(*) FROM wishes WHERE thanks != ''")
    elsewhere = world.presses["wish:as_hazard"]
    back = world.presses["wish:give_back"]
    return (
        f"Wishes filed {filed}, never on the list {never}, a hazard in truth {elsewhere}, "
        f"thanked for {thanked}; claims given back {back}, lapsed {lapsed}."
    )


def hours(world: Any) -> str:
    """Service for others: of whom it was said, and what orders were thanked for."""
    ask = world.peek
    rate = world.setup.points.hour
    paid = ask(
        """SELECT coalesce(sum(e.amount), 0) FROM point_transfers t
        JOIN point_entries e ON e.transfer_id = t.id AND e.amount > 0
        WHERE t.why IN ('served', 'came')"""
    )
    return (
        f"Hours of service paid {paid / rate:,.1f}; orders thanked for "
        f"{world.presses['li:thank']}."
    )


def tiers(world: Any) -> str:
    """How far riders came: what they earned in all."""
    query = """SELECT coalesce(sum(e.amount), 0) FROM point_entries e
    JOIN point_transfers t ON t.id = e.transfer_id
    WHERE (e.account LIKE 'rider:%' OR e.account LIKE 'honour:%')
    AND t.why NOT IN ('lapsed', 'ordered', 'returned')
    GROUP BY substr(e.account, instr(e.account, ':'))"""
    earned = [row[0] for row in world.peeking.execute(query)]
    limits = world.setup.points.tiers
    names = ("bronze", "silver", "gold", "platinum", "diamond", "royal")
    reached = [sum(one >= limit for limit in limits) for one in earned]
    counts = {name: reached.count(n + 1) for n, name in enumerate(names)}
    told = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    return f"Tiers: {told or 'none'}."
