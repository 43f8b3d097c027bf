"""The sample district as the simulation uses it: configuration, staff, spots, and what riders
say.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.commands import loading
from bot.config import settings as config
from domain.messages import Address, Place
from domain.people import Grant, Role
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.memory.directory import Directory

SAMPLE = Path(__file__).parents[2] / "bot" / "sample"
CHANNEL = "test"
BUILDING = "G15"
GRIDS = tuple(f"G{n:02d}" for n in range(1, 34))
STREETS = ("S1", "S2", "S3", "S4", "S5")
COORDINATORS = 25
INDOORS = ("building", "fire", "charging", "light", "access")

CONFIG: dict[str, Any] = {
    "calendars": [{"name": "district", "hours": ["09:00-12:00", "14:00-17:30"]}],
    "rules": [
        {
            "name": "building",
            "area": BUILDING,
            "category": list(INDOORS),
            "post": "property_staff",
        },
        {"name": "fire exits", "kind": "hazard", "category": "fire", "verify": True},
        {"name": "rubbish", "kind": "hazard", "category": "rubbish", "office": "CG"},
        {"name": "traffic", "kind": "hazard", "category": "traffic", "office": "GA"},
        {
            "name": "supply",
            "kind": "hazard",
            "category": "utility",
            "office": "DL",
            "urgency": "utility",
        },
    ],
}

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"

# (words, weight, category by which people mean it, weight while it rains)
SAYINGS: tuple[tuple[tuple[str, ...], float, float], ...] = (
    (
        (
            "路面有个大坑，差点摔倒",
            "井盖松了，压上去响",
            "辅路积水很深，过不去",
            "护栏倒在非机动车道上",
        ),
        14,
        30,
    ),
    (("消防通道被杂物堵住", "灭火器过期了", "消火栓没有水"), 5, 4),
    (("充电桩坏了，充不进去", "有人飞线充电", "换电柜仓门打不开"), 8, 10),
    (("路灯不亮，看不清台阶", "这里没灯，太黑", "路灯一直闪"), 7, 8),
    (("水管爆了一直漏水", "电线垂下来了", "停电了，门禁也开不了"), 4, 9),
    (("红绿灯不亮", "很多车逆行，差点撞上", "路口违停太多"), 8, 8),
    (("电梯坏了，爬了二十楼", "玻璃快掉下来", "墙皮脱落", "广告牌松了"), 9, 10),
    (("垃圾没人清，很臭", "下水道污水冒出来", "老鼠很多"), 8, 7),
    (("保安不让进小区", "门禁进不去，外卖没法送"), 10, 9),
    (("站长欠薪两个月不发工资", "平台乱扣钱，扣款不说理由"), 3, 2),
    (("电动车爆胎推不动", "车坏在半路，想找修车的"), 6, 8),
    (("头晕发烧，想问哪里看病", "附近哪个医院晚上能拿药"), 3, 3),
    (("手机丢了，可能在电梯口", "捡到一串钥匙"), 3, 3),
    (("居住证怎么办理", "社保怎么转"), 3, 2),
    (("希望有个歇脚的驿站，能喝水", "希望多放几个凳子休息"), 4, 5),
    (("想要一件反光雨衣", "希望发头盔和手套"), 2, 5),
    (("希望暑假有托管，孩子没人看", "想要给孩子过个生日"), 2, 1),
    (("希望有体检义诊", "希望有理发的"), 1, 1),
)
EMERGENCIES = (
    "楼道着火了，浓烟很大",
    "有人晕倒了，快来人",
    "两个人打架，流血了",
    "闻到煤气味，很浓",
    "电梯里困了四个人",
)
URGENT_SHARE = 0.006
INSIDE_SHARE = 0.55  # of the building's filings that are about the house itself
INSIDE = (1, 2, 3, 6, 8)  # rows of SAYINGS


@dataclass(frozen=True, slots=True)
class Matter:
    """What a rider has to say. `again` says that somebody has said it before; `scan` that they
    use the QR code.
    """

    words: str
    place: Place
    area: str
    photo: bool
    scan: bool
    again: bool = False
    lazy: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody on the staff."""

    chat: str
    name: str
    grants: tuple[Grant, ...]
    beside: tuple[str, ...] = ()

    @property
    def leads(self) -> bool:
        return any(grant.role is not Role.COORDINATOR for grant in self.grants)


def setup() -> Setup:
    """The default configuration with a calendar and five routing rules; nobody is too fast for a
    frozen clock.
    """
    made = config.read(CONFIG).setup({CHANNEL: "test:{code}"})
    return replace(made, most_messages_a_minute=10**9)


def _names() -> list[str]:
    return [
        f"{surname}{given}"
        for given in ("明亮", "小军", "海燕", "建国")
        for surname in SURNAMES
    ]


def staff(property_staff: int) -> list[Post]:
    """25 coordinators for 33 grids (the last eight have two), the building's people, units,
    mediators, leads.
    """
    names = iter(_names())
    grids = [grid for grid in GRIDS if grid != BUILDING]
    shared: dict[int, list[str]] = {
        n: [BUILDING] if n == 0 else [] for n in range(COORDINATORS)
    }
    for n, grid in enumerate(grids):
        shared[1 + n % (COORDINATORS - 1)].append(grid)
    made: list[tuple[str, tuple[Grant, ...]]] = [
        (f"coordinator-{n}", tuple(Grant(Role.COORDINATOR, grid) for grid in mine))
        for n, mine in shared.items()
    ]
    for n in range(property_staff):
        made.append(
            (f"house-{n}", (Grant(Role.COORDINATOR, BUILDING, "property_staff"),))
        )
    for unit, count in (
        ("CG", 5),
        ("GA", 3),
        ("DL", 3),
        ("ZJ", 1),
        ("SC", 1),
        ("WY", 1),
    ):
        made += [
            (f"{unit}-{n}", (Grant(Role.COORDINATOR, unit),)) for n in range(count)
        ]
    made += [
        (f"mediator-{n}", (Grant(Role.COORDINATOR, "D", "mediator"),)) for n in range(3)
    ]
    for first in range(0, len(GRIDS), 3):
        three = GRIDS[first : first + 3]
        made.append(
            (f"grid-lead-{first // 3}", tuple(Grant(Role.LEAD, grid) for grid in three))
        )
    made += [(f"street-{code}", (Grant(Role.LEAD, code),)) for code in STREETS]
    made += [
        ("district", (Grant(Role.LEAD, "D"),)),
        ("admin", (Grant(Role.ADMIN, "C"),)),
    ]
    return [Post(chat, next(names), grants) for chat, grants in made]


async def settle(database: Database, people: list[Post]) -> None:
    """The sample district with its people, as an admin and their invitations would have made
    them.
    """
    await loading.load(database, SAMPLE)
    async with database.unit() as unit:
        for one in people:
            person = unit.people.meet(Address(CHANNEL, one.chat), one.name, "zh-CN")
            for grant in one.grants:
                await unit.staff.grant(person.id, grant)


class Town:
    """Where things happen and what is said of them."""

    def __init__(self, chance: random.Random, directory: Directory) -> None:
        self.chance = chance
        self.spots = {
            grid: [self._spot(directory, grid) for _ in range(40)] for grid in GRIDS
        }
        self.building = directory.middle(BUILDING)

    def _spot(self, directory: Directory, grid: str) -> Place:
        """A place in the grid: somewhere around its middle that is still inside."""
        middle = directory.middle(grid)
        assert middle is not None
        for spread in (0.006, 0.003, 0.001):
            for _ in range(8):
                lat, lon = (
                    self.chance.gauss(middle.lat, spread),
                    self.chance.gauss(middle.lon, spread),
                )
                place = Place(round(lat, 5), round(lon, 5))
                if directory.locate(place) == grid:
                    return place
        return middle

    def matter(self, area: str, rain: bool) -> Matter:
        chance = self.chance
        inside = area == BUILDING and chance.random() < INSIDE_SHARE
        rows = [SAYINGS[i] for i in INSIDE] if inside else SAYINGS
        said = chance.choice(
            chance.choices(rows, [row[2] if rain else row[1] for row in rows])[0][0]
        )
        if chance.random() < URGENT_SHARE:
            said = chance.choice(EMERGENCIES)
        place = self.building if area == BUILDING else chance.choice(self.spots[area])
        assert place is not None
        words = (
            f"{said}，{chance.randint(1, 30)}楼"
            if inside
            else f"{said}，{chance.randint(1, 400)}号附近"
        )
        return Matter(
            words,
            place,
            area,
            photo=chance.random() < 0.6,
            scan=chance.random() < (0.7 if inside else 0.15),
            lazy=chance.random() < 0.015,
        )
