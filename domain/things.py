"""Which things a report names: two potholes are told from a pothole and a manhole by this, not
by their letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

ONE_SIDED = 0.7
"""Weight of like letters where only one side names a thing of the table: the other may well mean
another one.
"""
WordsRatio = Callable[[str, str], float]

THINGS = """
    井盖 下水道盖 下水道盖子 井盖子 雨水篦子 窨井 阴井 下水井 检修井 井圈 没盖子 manhole drain_cover
    结冰 冰 积雪 雪 ice icy snow
    狗 dog | 头盔 helmet | 共享单车 shared_bike shared_bikes
    坑 塌陷 塌了 陷下去 陷进去 凹陷 破洞 pothole hole sinkhole
    石子 碎石 沙子 沙石 砂石 gravel grit sand | 手套 gloves
    积水 淹 水坑 水深 很深的水 flood flooded flooding puddle deep_water standing_water
    渣土 撒了 泥土 spilled dirt mud
    树枝 大树 树倒 树干 树杈 tree branch branches
    围挡 施工 修路 工地 construction road_works roadworks building_site
    外机 outdoor_unit | 机油 柴油 漏油 一滩油 全是油 有油 oil | 减速带 减速坎 speed_bump hump
    逆行 逆向 wrong_way
    护栏 栏杆 隔离栏 隔离墩 石墩 rail guardrail guard_rail railing bollard barrier
    电梯 升降梯 elevator lift
    地砖 道砖 砖松 砖翘 路沿 马路牙 盲道 tile paving curb kerb
    违停 乱停 停满 占道 占满 堆满 停在 parked parking
    路灯 照明 街灯 没灯 没有灯 灯不亮 灯坏 灯灭 太黑 很黑 street_light streetlight street_lamp lamp
    插座 插排 socket
    红绿灯 信号灯 交通灯 绿灯 红灯 traffic_light traffic_signal signal | 玻璃 glass window_pane
    灭火器 extinguisher
    斑马线 标线 人行横道 人行道线 zebra road_marking markings
    广告牌 招牌 灯箱 门头 billboard sign signboard
    墙皮 外墙 瓷砖 墙砖 脱落 plaster facade | 门禁 单元门 大门坏 防盗门 door | 消火栓 消防栓 hydrant
    油烟 烧烤 fumes
    楼道灯 楼梯灯 声控灯 楼梯间的灯 stairwell_light light_on_the_stairs stair_light
    燃气 煤气 天然气 gas
    充电桩 桩子 充电站 充电口 扫码充电 充不进 充不上 充电器 charger charging_station charging_point
    停水 没水 no_water
    换电柜 电池柜 充电柜 仓门 battery_cabinet swap_station swapping
    着火 起火 冒烟 浓烟 smoke burning on_fire
    飞线 私拉 乱拉 拉线 拉了一根线 cable_out cables extension_cord
    电线 电缆 漏电 有根线 垂下 wire wires live_wire
    消防通道 安全出口 通道堵 逃生 exit escape_route fire_lane
    污水 下水道 化粪池 臭水 返味 sewage drain sewer
    水管 爆管 漏水 自来水 pipe burst water_leak leaking_water
    垃圾 rubbish garbage trash litter bin | 雨衣 raincoat
    停电 断电 跳闸 没电了 power_cut power_outage blackout outage | 老鼠 蟑螂 rat rats mice vermin
    厕所 卫生间 洗手间 toilet restroom bathroom wc
    喝水 热水 饮水 喝口水 接水 drinking hot_water water_dispenser
    驿站 歇脚 休息站 rest_station rest_stop shelter place_to_rest | 空调 风扇 air_conditioning fan
    凳子 椅子 座位 地方坐 坐一下 seat bench chair | 热饭 微波炉 microwave heat_up
    保安 不让进 拦着 进不去 guard let_me_in
    欠薪 工资 扣钱 扣款 罚款 wage wages unpaid fined deduct
    爆胎 轮胎 车胎 扎胎 tyre tire puncture
    噪音 噪声 太吵 很吵 吵死 吵得 广场舞 音响 noise noisy loud_music
    马蜂 黄蜂 蜂窝 wasp hornet | 毒蛇 有蛇 条蛇 snake | 野猫 流浪猫 stray_cat
    违建 违章建筑 违法建筑 私搭 搭建 illegal_building illegal_structure
    摆摊 摊位 摊贩 小贩 street_vendor stall | 物业 property_management
    变质 馊了 发霉 地沟油 过期肉 spoiled_food rotten_food gutter_oil
"""
"""What cases are about: the words for one thing, then `|`; `_` is a space. Places (stairs, gate)
are no things.
"""


ROWS = [row.split() for row in re.split(r"[|\n]", THINGS) if row.strip()]
WORDS = [
    (word.replace("_", " "), thing)
    for thing, words in enumerate(ROWS)
    for word in words
]
CHINESE = [(word, thing) for word, thing in WORDS if not word.isascii()]
ENGLISH = [
    (f" {word}{end} ", thing)
    for word, thing in WORDS
    if word.isascii()
    for end in ("", "s", "es")
]
FIGURE = r"([a-z]|\d+|[一二三四五六七八九十]+)\s*"
ORDINALS = tuple(
    re.compile(
        rf"{FIGURE}(?:{after})|\b(?:{before})\s*(?:no\.?\s*)?([a-z]\b|\d+)",
        re.IGNORECASE,
    )
    for after, before in (
        ("号楼|栋|幢|座", "building|block|tower"),
        ("单元", "unit"),
        ("号[桩仓]", "charger"),
        ("号电?梯", "lift"),
    )
)
DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def whole(text: str, word: str) -> str:
    """The name that ends in this word and stands in the text: 路灯 for 灯; else the word."""
    names = (name for name, _ in CHINESE if name.endswith(word) and name in text)
    return max(names, key=len, default=word)


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
    return frozenset(
        found + [thing for word, thing in ENGLISH if word in f" {english} "]
        if english
        else found
    )


HEAD = re.compile(r".*的(\w{1,3})")


def head(words: str) -> str:
    """What a phrase ends with: 灯 of 垃圾桶那边的灯; '' where nothing is said of it before."""
    found = HEAD.fullmatch(words.strip())
    return found[1] if found else ""


NAMES = frozenset(word for word, _ in WORDS)


def word_of(text: str) -> str:
    """The longest word of a thing that stands in the text; '' for none."""
    said = text.casefold()
    english = f" {' '.join(re.findall('[a-z]+', said))} "
    found = [word for word, _ in CHINESE if word in said]
    found += [word.strip() for word, _ in ENGLISH if word in english]
    return max(found, key=len, default="")


POINTS = re.compile(r"^(?:the |that |this |an? |my |这个|那个)")


def names_one(text: str) -> bool:
    """Whether the text is the word of such a thing, and nothing else: "the manhole"."""
    said = POINTS.sub("", text.casefold())
    return said in NAMES or said.removesuffix("s") in NAMES


FILLER = re.compile(  # what is said of anything, and so tells nothing apart
    r"这里|那里|这边|这个|那个|这|那|附近|一直|总是|老是|太|很|特别|非常|有点|了|的|就|都|在|晚上|白天|骑车|差点"
    r"|容易|过不去|看不见|麻烦|希望|想要|想|能不能|有人|没人|几天|好几|危险|赶紧|处理"
    r"|\b(?:the|an?|is|are|it|its|there|here|this|that|on|in|at|of"
    r"|and|to|very|i|my|we|was|has|been|for|please|nearly|almost"
    r"|wish|want|dangerous|across|broken)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def gist(words: str) -> str:
    """The words without filler; all of them where nothing else is left."""
    return FILLER.sub(" ", words).strip(" ,.!?，。！？、") or words


@lru_cache(maxsize=8192)
def _ordinals(words: str) -> tuple[frozenset[str], ...]:
    """Which buildings, units, chargers and lifts are named: ({'3'}, {}, {}, {})."""
    return tuple(
        frozenset(_figure(a or b) for a, b in pattern.findall(words))
        for pattern in ORDINALS
    )


def elsewhere(a: str, b: str) -> bool:
    """Whether both say which building, unit, charger or lift they mean, and mean different ones."""
    return any(
        one and other and not one & other
        for one, other in zip(_ordinals(a), _ordinals(b), strict=True)
    )


def contradict(a: str, b: str) -> bool:
    """Whether the words cannot mean the same: another thing, or the same in another building."""
    return bool(things(a) and things(b) and not things(a) & things(b)) or elsewhere(
        a, b
    )


def words_alike(a: str, b: str, ratio: WordsRatio) -> float:
    """0..1; from 0.5 on two descriptions may be taken for one thing's."""
    if not a.strip() or not b.strip() or contradict(a, b):
        return 0.0
    alike = ratio(gist(a), gist(b))
    if things(a) & things(b):
        return (1 + alike) / 2
    return alike * ONE_SIDED if things(a) or things(b) else alike
