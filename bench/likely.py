"""Made-up cases that may repeat each other: where, and in which words."""

from __future__ import annotations

import random

from domain.kinds import Kind
from domain.likeness import Matter
from domain.messages import Place
from storage.database import Database, utc_now

SOUTH, NORTH, WEST, EAST = 24.44, 24.53, 118.08, 118.20  # bot/sample
WEIGHTS = {
    "road": 30,
    "fire": 6,
    "charging": 10,
    "light": 10,
    "utility": 6,
    "traffic": 12,
    "building": 10,
    "rubbish": 10,
    "hazard_other": 6,
}
INDOORS = ("building", "charging", "fire")
SAYINGS = {
    "road": (
        "路面有个大坑",
        "井盖松了，压上去响",
        "辅路积水很深",
        "路面结冰很滑",
        "护栏倒在非机动车道上",
    ),
    "fire": ("消防通道被堵住", "灭火器过期了", "消火栓没有水"),
    "charging": ("充电桩坏了充不进去", "有人飞线充电", "换电柜仓门打不开"),
    "light": ("路灯不亮", "这里没有灯，太黑", "路灯一直闪"),
    "utility": ("水管爆了一直漏水", "有煤气味", "电线垂下来了"),
    "traffic": ("红绿灯不亮", "很多车逆行", "路口违停太多"),
    "building": ("电梯坏了", "玻璃快掉下来", "墙皮脱落", "广告牌松了"),
    "rubbish": ("垃圾没人清，很臭", "下水道污水冒出来", "老鼠很多"),
    "hazard_other": ("这里很危险", "有隐患，请来看看", "施工围挡没有反光条"),
}
HAZARDS = tuple(SAYINGS)


class Town:
    """Where things happen and what is said of them, by chance but the same in every run."""

    def __init__(self, database: Database) -> None:
        self.chance = random.Random(26)
        self.directory = database.directory
        self.spots = [self._anywhere() for _ in range(300)]
        self.buildings = [self._anywhere() for _ in range(25)]

    def _anywhere(self) -> Place:
        return Place(self.chance.uniform(SOUTH, NORTH), self.chance.uniform(WEST, EAST))

    def around(self, place: Place, metres: float) -> Place:
        spread = metres / 111_195
        return Place(
            place.lat + self.chance.gauss(0, spread),
            place.lon + self.chance.gauss(0, spread),
        )

    def scene(self, busy: float) -> tuple[str, Place]:
        """A category and a place: with probability `busy` in one of the buildings."""
        if self.chance.random() < busy:
            return self.chance.choice(INDOORS), self.around(
                self.chance.choice(self.buildings), 15
            )
        category = self.chance.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
        if self.chance.random() < 0.3:
            return category, self.around(self.chance.choice(self.spots), 80)
        return category, self._anywhere()

    def says(self, category: str) -> str:
        return f"{self.chance.choice(SAYINGS[category])}，靠近{self.chance.randint(1, 9999)}号"

    def matter(self, busy: float, placed: bool) -> Matter:
        category, place = self.scene(busy)
        area, hashes = self.directory.locate(place), (self.chance.getrandbits(64),)
        where = place if placed else None
        return Matter(
            Kind.HAZARD, category, where, area, self.says(category), utc_now(), hashes
        )
