"""Whether two matters are the same thing twice: by category, place, words, pictures and age.

No single sign is enough. Character distances alone tell two potholes from a pothole and a manhole hardly better than
a coin (tests/domain/test_likeness.py holds the pairs), so words are first read for the things that they name.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from domain.case import Case, Kind
from domain.categories import of_kind
from domain.messages import Place

ONE_SIDED = 0.7
"""Weight of like letters where only one side names a thing of the table: the other may well mean another one."""
WordsRatio = Callable[[str, str], float]

ENOUGH = 0.5
"""From this likeness on a filer is asked whether it is the same."""
SAME_PICTURE = 16
"""Bits by which dHashes of one picture may differ; those of two pictures differ by 18 or more (facts/components.md)."""
FLAT = 6  # a hash with fewer set or unset bits is of a wall, the night or a blank: it says nothing
POINT, NEAR, WIDE = 50, 100, 250  # metres
GROUP = 3  # from so many cases on they are a common problem (共性问题)
ODD_WORDS = 40  # of an area's newest texts that name no known thing so many are compared by their letters
METRES_A_DEGREE = 111_195
MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Window:
    """Within which radius, and for how many weeks, another case of the same category may be the same."""

    radius_metres: int
    weeks: int


DEFAULT_WINDOW = Window(WIDE, 12)
"""FixMyStreet's radius and Signalen's window."""
AT_A_POINT = Window(POINT, 12)
WINDOWS: dict[str, Window] = {
    **{category.code: DEFAULT_WINDOW for category in of_kind(Kind.HAZARD)},
    "light": AT_A_POINT, "charging": AT_A_POINT, "building": AT_A_POINT, "fire": AT_A_POINT,
    "rest": Window(500, 26),  # a wish for something in the neighbourhood, and it takes longer
}  # fmt: skip
"""Other kinds of help and wish are one person's: whoever stands there with a flat tyre is not helped by "me too"."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared. `at` is aware; `hashes` are 64-bit picture hashes, signed or not; `where` the place's words."""

    kind: Kind
    category: str
    place: Place | None
    area: str
    words: str
    at: datetime
    hashes: tuple[int, ...] = ()
    where: str = ""


def distance(a: Place, b: Place) -> float:
    """Metres between two places, on a flat map: good to 0.1% within some kilometres, also across the date line."""
    east = abs(a.lon - b.lon)
    across = min(east, 360 - east) * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(a.lat - b.lat, across) * METRES_A_DEGREE


def bits_apart(a: int, b: int) -> int:
    return ((a ^ b) & MASK).bit_count()


def same_picture(a: Iterable[int], b: Iterable[int]) -> bool:
    """Whether a picture of the one is also among the other's."""
    telling = [one for one in b if FLAT <= (one & MASK).bit_count() <= 64 - FLAT]
    return any(bits_apart(one, other) <= SAME_PICTURE for one in a for other in telling)


THINGS = """
    井盖 窨井 阴井 下水井 检修井 井圈 没盖子 manhole drain_cover | 结冰 冰 积雪 雪 ice icy snow | 狗 dog | 头盔 helmet
    坑 塌陷 塌了 陷下去 陷进去 凹陷 破洞 pothole hole sinkhole | 石子 碎石 沙子 沙石 砂石 gravel grit sand | 手套 gloves
    积水 淹 水坑 水深 很深的水 flood flooded flooding puddle deep_water standing_water | 渣土 撒了 泥土 spilled dirt mud
    树枝 大树 树倒 树干 树杈 tree branch branches | 围挡 施工 修路 工地 construction road_works roadworks building_site
    外机 outdoor_unit | 机油 柴油 漏油 一滩油 全是油 有油 oil | 减速带 减速坎 speed_bump hump | 逆行 逆向 wrong_way
    护栏 栏杆 隔离栏 隔离墩 石墩 rail guardrail guard_rail railing bollard barrier | 电梯 升降梯 elevator lift
    地砖 道砖 砖松 砖翘 路沿 马路牙 盲道 tile paving curb kerb | 违停 乱停 停满 占道 占满 堆满 停在 parked parking
    路灯 照明 街灯 没灯 没有灯 灯不亮 灯坏 灯灭 太黑 很黑 street_light streetlight street_lamp lamp | 插座 插排 socket
    红绿灯 信号灯 交通灯 绿灯 红灯 traffic_light traffic_signal signal | 玻璃 glass window_pane | 灭火器 extinguisher
    斑马线 标线 人行横道 人行道线 zebra road_marking markings | 广告牌 招牌 灯箱 门头 billboard sign signboard
    墙皮 外墙 瓷砖 墙砖 脱落 plaster facade | 门禁 单元门 大门坏 防盗门 door | 消火栓 消防栓 hydrant | 油烟 烧烤 fumes
    楼道灯 楼梯灯 声控灯 楼梯间的灯 stairwell_light light_on_the_stairs stair_light | 燃气 煤气 天然气 gas
    充电桩 桩子 充电站 充电口 扫码充电 充不进 充不上 充电器 charger charging_station charging_point | 停水 没水 no_water
    换电柜 电池柜 充电柜 仓门 battery_cabinet swap_station swapping | 着火 起火 冒烟 浓烟 smoke burning on_fire
    飞线 私拉 乱拉 拉线 拉了一根线 cable_out cables extension_cord | 电线 电缆 漏电 有根线 垂下 wire wires live_wire
    消防通道 安全出口 通道堵 逃生 exit escape_route fire_lane | 污水 下水道 化粪池 臭水 返味 sewage drain sewer
    水管 爆管 漏水 自来水 pipe burst water_leak leaking_water | 垃圾 rubbish garbage trash litter bin | 雨衣 raincoat
    停电 断电 跳闸 没电了 power_cut power_outage blackout outage | 老鼠 蟑螂 rat rats mice vermin
    厕所 卫生间 洗手间 toilet restroom bathroom wc | 喝水 热水 饮水 喝口水 接水 drinking hot_water water_dispenser
    驿站 歇脚 休息站 rest_station rest_stop shelter place_to_rest | 空调 风扇 air_conditioning fan
    凳子 椅子 座位 地方坐 坐一下 seat bench chair | 热饭 微波炉 microwave heat_up
    保安 不让进 拦着 进不去 guard let_me_in | 欠薪 工资 扣钱 扣款 罚款 wage wages unpaid fined deduct
    爆胎 轮胎 车胎 扎胎 tyre tire puncture
"""
"""What cases are about: the words for one thing, then `|`; `_` is a space. Places (stairs, gate) are no things."""


ROWS = [row.split() for row in re.split(r"[|\n]", THINGS) if row.strip()]
WORDS = [(word.replace("_", " "), thing) for thing, words in enumerate(ROWS) for word in words]
CHINESE = [(word, thing) for word, thing in WORDS if not word.isascii()]
ENGLISH = [(f" {word}{end} ", thing) for word, thing in WORDS if word.isascii() for end in ("", "s", "es")]
FIGURE = r"([a-z]|\d+|[一二三四五六七八九十]+)\s*"
ORDINALS = tuple(
    re.compile(rf"{FIGURE}(?:{after})|\b(?:{before})\s*(?:no\.?\s*)?([a-z]\b|\d+)", re.IGNORECASE)
    for after, before in (
        ("号楼|栋|幢|座", "building|block|tower"), ("单元", "unit"), ("号[桩仓]", "charger"), ("号电?梯", "lift"),
    )
)  # fmt: skip
DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def _figure(text: str) -> str:
    """'十二' and '12' are the same figure; a letter stays what it is."""
    if text[0] not in DIGITS and text[0] != "十":
        return text.lstrip("0").casefold()
    tens, ten, ones = text.rpartition("十")
    return str((DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0))


@lru_cache(maxsize=8192)
def things(words: str) -> frozenset[int]:
    """The things that the words name, as numbers in the table THINGS."""
    english = " ".join(re.findall("[a-z]+", words.casefold()))
    found = [thing for word, thing in CHINESE if word in words]
    return frozenset(found + [thing for word, thing in ENGLISH if word in f" {english} "] if english else found)


FILLER = re.compile(  # what is said of anything, and so tells nothing apart
    r"这里|那里|这边|这个|那个|这|那|附近|一直|总是|老是|太|很|特别|非常|有点|了|的|就|都|在|晚上|白天|骑车|差点|容易|过不去|看不见"
    r"|麻烦|希望|想要|想|能不能|有人|没人|几天|好几|危险|赶紧|处理|\b(?:the|an?|is|are|it|its|there|here|this|that|on|in|at|of"
    r"|and|to|very|i|my|we|was|has|been|for|please|nearly|almost|wish|want|dangerous|across|broken)\b", re.IGNORECASE
)  # fmt: skip


@lru_cache(maxsize=8192)
def gist(words: str) -> str:
    """The words without filler; all of them where nothing else is left."""
    return FILLER.sub(" ", words).strip(" ,.!?，。！？、") or words


@lru_cache(maxsize=8192)
def _ordinals(words: str) -> tuple[frozenset[str], ...]:
    """Which buildings, units, chargers and lifts are named: ({'3'}, {}, {}, {})."""
    return tuple(frozenset(_figure(a or b) for a, b in pattern.findall(words)) for pattern in ORDINALS)


def elsewhere(a: str, b: str) -> bool:
    """Whether both say which building, unit, charger or lift they mean, and mean different ones."""
    return any(one and other and not one & other for one, other in zip(_ordinals(a), _ordinals(b), strict=True))


def contradict(a: str, b: str) -> bool:
    """Whether the words cannot mean the same: another thing, or the same in another building."""
    return bool(things(a) and things(b) and not things(a) & things(b)) or elsewhere(a, b)


def words_alike(a: str, b: str, ratio: WordsRatio) -> float:
    """0..1; from 0.5 on two descriptions may be taken for one thing's."""
    if not a.strip() or not b.strip() or contradict(a, b):
        return 0.0
    alike = ratio(gist(a), gist(b))
    if things(a) & things(b):
        return (1 + alike) / 2
    return alike * ONE_SIDED if things(a) or things(b) else alike


def _by_place(metres: float) -> float:
    """How much nearness says, 0..1: within 50 m, where the phone's own error lies, enough alone; at 250 m nothing."""
    if metres <= POINT:
        return 0.75 - 0.15 * metres / POINT
    return max(0.0, 0.6 * (WIDE - metres) / (WIDE - POINT))


def _in_reach(new: Matter, old: Matter) -> float | None:
    """What the place says, 0..1; None where the two cannot be the same at all."""
    within = WINDOWS.get(new.category)
    if within is None or (new.kind, new.category) != (old.kind, old.category):
        return None
    if abs(new.at - old.at) > timedelta(weeks=within.weeks):
        return None
    if new.place is None or old.place is None:
        return 0.0 if new.area == old.area else None
    metres = distance(new.place, old.place)
    return _by_place(metres) if metres <= within.radius_metres else None


def likeness(new: Matter, old: Matter, words_ratio: WordsRatio) -> float:
    """How likely both are the same, 0..1: ENOUGH is enough to ask.

    Place and words add up as independent signs; the window's oldest weighs a tenth less than a fresh one.
    Without coordinates on a side the words, or a picture, have to carry it alone.
    """
    near = _in_reach(new, old)
    if near is None:
        return 0.0
    if same_picture(new.hashes, old.hashes):
        return 0.95 + 0.05 * near
    placed = bool(new.where or old.where) and elsewhere(f"{new.words} {new.where}", f"{old.words} {old.where}")
    if placed or contradict(new.words, old.words):
        return 0.0
    said = words_alike(new.words, old.words, words_ratio)
    telling = min(1.0, max(0.0, (said - 0.3) / 0.4))
    aged = abs(new.at - old.at) / timedelta(weeks=WINDOWS[new.category].weeks)
    return (1 - (1 - near) * (1 - 0.9 * telling)) * (1 - 0.1 * aged)


class _Groups(list[int]):
    """Union-find: who stands over each index, at first itself."""

    def root(self, one: int) -> int:
        while self[one] != one:
            self[one] = one = self[self[one]]
        return one

    def join(self, ones: Iterable[int]) -> None:
        first, *others = map(self.root, ones)
        for other in others:
            self[self.root(other)] = first


def clusters(cases: Sequence[Case], words_ratio: WordsRatio, least: int = GROUP) -> list[list[Case]]:
    """Groups of at least `least` cases of one category that lie near each other or, in one area, speak of one thing.

    The largest group first, in it the newest case. Near linear in the number of cases.
    """
    groups = _Groups(range(len(cases)))
    by_category: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for index in sorted(range(len(cases)), key=lambda index: cases[index].filed_at, reverse=True):
        by_category[cases[index].kind, cases[index].category].append(index)
    for (_, category), ones in by_category.items():
        _join_near(cases, ones, min(NEAR, WINDOWS.get(category, DEFAULT_WINDOW).radius_metres), groups)
        _join_alike(cases, ones, words_ratio, groups)
    found: dict[int, list[Case]] = defaultdict(list)
    for ones in by_category.values():
        for one in ones:
            found[groups.root(one)].append(cases[one])
    return sorted((group for group in found.values() if len(group) >= least), key=len, reverse=True)


def _join_near(cases: Sequence[Case], ones: list[int], metres: int, groups: _Groups) -> None:
    """Cells whose diagonal is the reach: all in one cell are near; only neighbours have to be measured.

    The cells are as wide as at the case nearest to the equator, which is right for places within some degrees.
    """
    placed = [(one, place) for one in ones if (place := cases[one].place)]
    high = metres / METRES_A_DEGREE / math.sqrt(2) * 0.999
    wide = high / max(0.01, max((math.cos(math.radians(place.lat)) for _, place in placed), default=1))
    cells: dict[tuple[int, int], dict[Place, int]] = defaultdict(dict)
    for one, place in placed:
        cell = cells[math.floor(place.lat / high), math.floor(place.lon / wide)]
        groups.join((one, next(iter(cell.values()), one)))
        cell.setdefault(place, one)
    for (row, column), cell in cells.items():
        for up, along in NEIGHBOURS:
            other = cells.get((row + up, column + along), {})
            ends = [next(iter(cell.values())), *list(other.values())[:1]]
            apart = len({groups.root(end) for end in ends}) > 1
            if apart and any(distance(a, b) <= metres for a in cell for b in other):
                groups.join(ends)


NEIGHBOURS = [(up, along) for up in range(3) for along in range(-2, 3) if (up, along) > (0, 0)]


def _join_alike(cases: Sequence[Case], ones: list[int], words_ratio: WordsRatio, groups: _Groups) -> None:
    """Joins those who name the same thing in the same area; odd words are compared by their letters."""
    named: dict[tuple[str, int], list[int]] = defaultdict(list)
    odd: dict[str, dict[str, int]] = defaultdict(dict)
    for one in ones:
        area, words = cases[one].area, cases[one].words
        for thing in things(words):
            named[area, thing].append(one)
        if not things(words) and words.strip():
            groups.join((one, odd[area].setdefault(words, one)))
    for same in named.values():
        groups.join(same)
    for texts in odd.values():
        newest = list(texts.items())[:ODD_WORDS]
        for at, (words, one) in enumerate(newest):
            for other_words, other in newest[:at]:
                if groups.root(one) != groups.root(other) and words_alike(words, other_words, words_ratio) >= ENOUGH:
                    groups.join((one, other))
