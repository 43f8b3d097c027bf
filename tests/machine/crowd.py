"""Everybody whom the machine knows, the settings that it tries, and what they may press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Address
from domain.people import Grant, Role
from domain.policies import Limit, Row
from domain.rules import Rule
from domain.working_hours import WorkingHours
from handlers.actions.table import ACTS as TABLE
from handlers.dialog.setup import Setup
from tests.house import Actor, TestHouse

HOUR = timedelta(hours=1)
GROUP = Address("test", "-100")
MORE = (
    ("cg", "城管小吴", Grant(Role.COORDINATOR, "CG")),
    ("cg_lead", "城管队长", Grant(Role.LEAD, "CG")),
    ("police", "片警老何", Grant(Role.COORDINATOR, "G01", post="police")),
    ("mediator", "调解员孙姐", Grant(Role.COORDINATOR, "D", post="mediator")),
    ("far_lead", "滨河街道办", Grant(Role.LEAD, "S2")),
)
RIDERS = ("rider", "second_rider", "stranger")
STAFF = (
    "coordinator",
    "second_coordinator",
    "far_coordinator",
    "lead",
    "street_lead",
    "admin",
    *(one[0] for one in MORE),
)
EVERYBODY = (*RIDERS, *STAFF)
DAY = ((9 * 60, 12 * 60), (14 * 60, 18 * 60))
OFFICE = WorkingHours(ZoneInfo("Asia/Shanghai"), (DAY, DAY, DAY, DAY, DAY, (), ()))
RULES = (
    Rule("crime", words=("报警",), post="police"),
    Rule("market", words=("占道",), office="CG", verify=True),
    Rule("looked at", words=("核实",), verify=True),
    Rule("whispered", words=("私下",), privacy="confidential"),
)
FLAVOURS = ("", "报警", "占道", "核实", "私下")
ROWS = (
    Row(Limit(2 * HOUR, 48 * HOUR, 4 * HOUR, working=True), category="road"),
    Row(Limit(8 * HOUR, 72 * HOUR, None, working=True), urgency=Urgency.COMPLEX),
)
CALENDARS: dict[str, Mapping[str, WorkingHours]] = {
    "clock": {},
    "office": {"": OFFICE},
    "one street": {"S1": OFFICE},
}
POLICIES = (
    "general 4h20m 9",
    "general 48 240 working",
    "utility 1 9.7 working",
    "road 5 50",
    "urgent 0.5 1.5",
)
ACTS: dict[str, Act] = {
    **{name: row.act for name, row in TABLE.items()},
    "withdraw": Act.WITHDRAW,
    "all_clear": Act.WITHDRAW,
    "confirm": Act.CONFIRM,
    "rate": Act.RATE,
    "join": Act.JOIN,
    "vote": Act.NOTE,
}
"""Everything that has a button, by its name in the button's data."""
EMERGENCIES = (
    "有人晕倒了",
    "着火了，有人被困",
    "有人要跳河",
    "我被人打了",
    "腿好像断了",
)
"""Whoever says one of these has a case, whatever else they were doing."""
TALK = (
    "进度怎么样了",
    "谢谢你们",
    "你好",
    "怎么用",
    "人工",
    "没人管吗",
    "没解决！",
    "没事了",
    "好的",
    "傻逼",
    "加微信兼职日结",
    "👍",
    "🙏",
    "？",
    "😭😭",
)
EVERYDAY = (
    "地砖坏了",
    "想要一个喝水歇脚的地方",
    "快递柜打不开",
    "小区保安不让进",
    "在体育场3号门",
)
PRESSED = {"withdraw": "yes", "rate": "4", "vote": "0"}
PLAIN = frozenset(
    {
        "accept",
        "return",
        "ask",
        "tell",
        "note",
        "add",
        "answer",
        "reopen",
        "redo",
        "reject",
        "confirm",
        "rate",
        "resume",
    }
)
"""Whoever may do these in this state succeeds: nothing else is asked of them."""
OF_THE_WHOLE = ("withdraw", "all_clear", "confirm", "reopen", "rate")
"""What a filer says of the whole case, never of one of its parts."""
COMMANDS = {name: row.command for name, row in TABLE.items() if row.command}


def setup_of(calendar: str, rows: bool, rules: bool) -> Setup:
    return Setup(
        most_messages_a_minute=10**6,
        most_cases_an_hour=10**6,
        calendars=CALENDARS[calendar],
        rows=ROWS if rows else (),
        rules=RULES if rules else RULES[2:3],
        cap=3,
    )


async def gather(house: TestHouse) -> dict[str, Actor]:
    """Opens the house, gives the further people their roles and the grid its group; riders say
    hello.
    """
    await house.__aenter__()
    actors = {name: getattr(house, name) for name in EVERYBODY if hasattr(house, name)}
    for chat, name, grant in MORE:
        actors[chat] = Actor(house, chat, name)
        await house.joins(actors[chat], grant.role, grant.area, grant.post)
    async with house.database.unit() as unit:
        await unit.groups.bind(GROUP, "G01", house.people["admin"].id)
    for name in RIDERS:
        await actors[name].says("/start")
    async with house.database.unit() as unit:
        found = await unit.people.at_many([actors[name].address for name in RIDERS])
        house.people |= {address.chat: person for address, person in found.items()}
    return actors


def word_for(name: str, value: str, cases: Mapping[int, Case]) -> str:
    """The value of a button as somebody would type it after a command."""
    if TABLE[name].wants == "case":
        return cases[int(value)].number
    if TABLE[name].wants in ("day", "more_days"):
        return "3d"
    return "+".join(one.partition(":")[2] or one for one in value.split("+"))
