"""What must hold of the hive whatever people try: questions that the tables answer with 0."""

from __future__ import annotations

from typing import Any

HAS_TIME = (
    "EXISTS (SELECT 1 FROM timers t WHERE t.kind IN ({kinds}) AND t.subject = {row})"
)
LEDGER = {
    "the ledger does not sum to zero": "SELECT coalesce(sum(amount), 0) FROM point_entries",
    "transfers that do not sum to zero": """
        SELECT count(*) FROM (SELECT 1 FROM point_entries
        GROUP BY transfer_id HAVING sum(amount) != 0)""",
    "balances that are not the sum of their entries": """
        SELECT count(*) FROM point_accounts a WHERE balance != (
        SELECT coalesce(sum(amount), 0) FROM point_entries e WHERE e.account = a.account)""",
    "accounts below zero": """
        SELECT count(*) FROM point_accounts WHERE balance < 0 AND NOT may_be_negative""",
    "points held for an order that is over": """
        SELECT count(*) FROM point_accounts a WHERE account LIKE 'held:%' AND balance != 0
        AND NOT EXISTS (SELECT 1 FROM gift_orders o
        WHERE 'held:' || o.id = a.account AND o.state = 'open')""",
}
STOCK = {
    "gifts whose stock is not what is left and ordered": """
        SELECT count(*) FROM gifts g WHERE supplied != "left" + (
        SELECT count(*) FROM gift_orders o WHERE o.gift = g.code
        AND o.state IN ('open', 'handed'))""",
    "offers whose coupons are not those taken and left": """
        SELECT count(*) FROM coupon_offers f WHERE supplied IS NOT NULL
        AND supplied != "left" + (SELECT count(*) FROM coupons c WHERE c.offer = f.code
        AND c.state IN ('taken', 'used'))""",
    "below zero": """
        SELECT (SELECT count(*) FROM gifts WHERE "left" < 0)
        + (SELECT count(*) FROM coupon_offers WHERE "left" < 0)
        + (SELECT count(*) FROM listings WHERE "left" < 0)
        + (SELECT count(*) FROM errands WHERE missing < 0)""",
    "wishes with two open claims": """
        SELECT count(*) FROM (SELECT 1 FROM wish_claims WHERE ended_at IS NULL
        GROUP BY case_id HAVING count(*) > 1)""",
    "needs and resources whose rest is not what projects leave": """
        SELECT count(*) FROM listings l WHERE l.kind IN ('need', 'resource')
        AND l.state = 'open' AND l.resource_id IS NULL
        AND l.capacity - l."left" != (SELECT coalesce(sum(p.capacity), 0)
        FROM listings p WHERE p.kind = 'project' AND p.state IN ('open', 'done')
        AND l.id IN (p.need_id, p.resource_id))""",
    "orders whose carrier speaks for who ordered them": """
        SELECT count(*) FROM listings p WHERE p.kind = 'project' AND p.state = 'done'
        AND p.keeper_id = coalesce(p.whose_id, -1)""",
    "orders with two who serve": """
        SELECT count(*) FROM (SELECT 1 FROM listings p JOIN listings n ON n.id = p.need_id
        WHERE p.kind = 'project' AND p.state = 'open' AND n.resource_id IS NOT NULL
        GROUP BY p.need_id HAVING count(*) > 1)""",
}
WITH_ONE = "state IN ('asked', 'open', 'claimed', 'handed')"
UNSETTLED = """why = 'award' AND NOT EXISTS (
SELECT 1 FROM point_transfers s WHERE s.key = 'settled:' || r.key)"""
OPEN = (
    ("wishes", WITH_ONE, "case_id", "wish", "case"),
    (
        "listings",
        "state = 'open' AND kind != 'service' AND looked < 2",
        "id",
        "listing",
    ),
    ("members", "state = 'applied'", "id", "member"),
    ("members", "state = 'member'", "person_id", "member_silent"),
    ("gift_orders", "state = 'open'", "id", "gift"),
    ("coupons", "state = 'taken'", "id", "coupon"),
    ("errands", "state = 'open'", "id", "errand"),
    ("point_transfers", UNSETTLED, "id", "award", "award_ends"),
)
LATE = """SELECT count(*) FROM timers WHERE due_at < ? AND kind IN (
'wish', 'listing', 'member', 'member_silent', 'gift', 'coupon', 'offer', 'errand', 'award',
'errand_hours', 'errand_unsaid',
'award_ends', 'points', 'points_notice', 'points_lapse')"""
AN_HOUR = 3_600_000
SERVED = """SELECT a.chat FROM listings p JOIN accounts a ON a.person_id = p.keeper_id
WHERE p.kind = 'project' AND p.need_id = ? ORDER BY p.id"""
USED = "SELECT count(*) FROM coupons WHERE state = 'used'"


def broken(world: Any) -> list[str]:
    """A line for each that does not hold."""
    found = [
        f"{what}: {world.peek(query)}"
        for what, query in (LEDGER | STOCK).items()
        if world.peek(query)
    ]
    for table, where, row, *kinds in OPEN:
        listed = ", ".join(f"'{one}'" for one in kinds)
        timed = HAS_TIME.format(kinds=listed, row=f"r.{row}")
        count = world.peek(
            f"SELECT count(*) FROM {table} r WHERE {where} AND NOT {timed}"
        )
        if count:
            found.append(f"{table} that are open without a next time: {count}")
    now = int(world.now.timestamp() * 1000)
    late = world.peek(LATE, now - AN_HOUR)
    if late:
        found.append(f"moments that have passed: {late}")
    return found + _counted(world)


def _counted(world: Any) -> list[str]:
    """What the tables say beside what people saw."""
    found = []
    used = world.peek(USED)
    if used != world.uses:
        found.append(f"coupons used: {used}, seen used: {world.uses}")
    for need, chat in world.first_claims.items():
        served = world.peek(SERVED, need)
        if served not in (None, chat):
            found.append(f"order {need}: {chat} pressed first, {served} has it")
    return found
