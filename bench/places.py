"""How long a search for places takes among 100,000 names, and what they cost to build.

A made-up district: roads with house numbers, crossings, estates with their houses, shops with
branches, grids by number and by name, some English names. The sentences name a place in full,
with a typing error, by a number that nobody knows, or none. Times are of the CPU, so that the
machine's other work does not count; memory is what the process grew by, entries included.
`python -m bench.places [--size 100000] [--rounds 2000]`.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice

import psutil

from domain.messages import Place
from domain.places.areas import area_entries
from domain.places.entries import ROAD, Entry
from domain.places.gazetteer import Gazetteer, sure

SEARCH_MS, BUILD_S, MEMORY_MB = 2.0, 3.0, 120.0
SYLLABLES = (
    "安宝昌春德丰福光国海汉和恒宏华嘉建江金景锦康乐龙隆民明南"
    "宁平祺庆荣瑞盛顺泰天万文祥新兴秀旭雅阳永裕元云"
)
ESTATES = ("小区", "花园", "家园", "苑", "新村", "公寓", "名邸", "华府")
SHOPS = (
    "便民超市",
    "大药房",
    "沙县小吃",
    "水果店",
    "五金店",
    "换电站",
    "奶茶",
    "理发店",
    "快餐",
    "烟酒行",
)
PUBLIC = ("小学", "幼儿园", "医院", "大厦", "广场", "农贸市场", "派出所", "卫生站")
SAYINGS = (
    "{}路灯不亮，昨天差点摔了，麻烦找人来看看",
    "井盖没了！！{}旁边，晚上骑过去要命",
    "我在{}门口，电动车坏了",
    "昨天那场雨下完到现在{}底下积水还没退 我估摸着"
    "到膝盖了 电动车过不去 推着走电机就进水 绕路要多跑三公里",
    "{}",
    "there is a deep pothole on {}, almost flipped my scooter this morning",
)
NOTHING = (
    "手机没电了哪里可以充一下，跑了一天了，谢谢你们",
    "保安不让进，说外卖一律放门口，能不能帮忙协调一下，每天都这样，超时扣钱",
    "什么时候能好，都三天了没人管吗，我已经说了好几次了",
)


class Town:
    """The names of a district, by chance but the same in every run."""

    def __init__(self) -> None:
        self.chance = random.Random(8)

    def word(self, length: int = 2) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=length))

    def place(self) -> Place:
        return Place(self.chance.uniform(24.4, 24.6), self.chance.uniform(118.0, 118.2))

    def entries(self) -> Iterator[Entry]:
        """Without end."""
        yield from area_entries((f"G{n:02}", f"{self.word(3)}网格") for n in range(300))
        while True:
            yield from self.road()
            yield from self.estate()

    def road(self) -> Iterator[Entry]:
        length = self.chance.choice((2, 2, 3))
        name = self.word(length) + self.chance.choice(("路", "街", "大道"))
        yield Entry(name, place=self.place(), kind=ROAD)
        yield Entry(f"{name}与{self.word()}路路口", place=self.place())
        yield Entry(
            f"{self.word()}{self.chance.choice(PUBLIC)}({name}店)", place=self.place()
        )
        for number in range(1, 60, 3):
            yield Entry(f"{name}{number}号", place=self.place(), kind="building")
        for _ in range(6):
            shop = f"{self.word()}{self.chance.choice(SHOPS)}"
            address = f"{name}{self.chance.randrange(200)}号"
            yield Entry(shop, place=self.place(), aliases=(address,), kind="shop")
        yield Entry("停车场", place=self.place(), kind="amenity")

    def estate(self) -> Iterator[Entry]:
        name = f"{self.word()}{self.chance.choice(ESTATES)}"
        yield Entry(name, place=self.place())
        for number in range(1, 14):
            yield Entry(f"{name}{number}号楼", place=self.place(), kind="building")
        yield Entry(
            f"{self.word()} Tower {self.chance.randrange(90)}", place=self.place()
        )


def sentence(chance: random.Random, name: str) -> str:
    """One of the sayings about the place; a third has a wrong character, a fifth names no place."""
    if chance.random() < 0.2:
        return chance.choice(NOTHING)
    if chance.random() < 0.33 and len(name) > 3:
        wrong = chance.randrange(len(name))
        name = name[:wrong] + chance.choice(SYLLABLES) + name[wrong + 1 :]
    return chance.choice(SAYINGS).format(name)


def searched(gazetteer: Gazetteer, texts: list[str], near: Place | None) -> list[float]:
    """Milliseconds of each search, in order of size."""
    times = []
    for text in texts:
        start = time.process_time()
        sure(gazetteer.find(text, near))
        times.append((time.process_time() - start) * 1000)
    return sorted(times)


def report(name: str, times: list[float]) -> str:
    p99 = times[len(times) * 99 // 100]
    median = statistics.median(times)
    return f"{name}: CPU median {median:.2f} ms, p99 {p99:.2f} ms, longest {times[-1]:.2f} ms"


def allocated(size: int) -> float:
    """MB that Python holds for entries and gazetteer; apart, as measuring makes it slow."""
    tracemalloc.start()
    gazetteer = Gazetteer(islice(Town().entries(), size))
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    assert len(gazetteer) == size
    return held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=2000)
    options = parser.parse_args()
    process = psutil.Process()
    before = process.memory_info().rss
    entries = list(islice(Town().entries(), options.size))
    start = time.process_time()
    gazetteer = Gazetteer(entries)
    built = time.process_time() - start
    gc.collect()
    grown = (process.memory_info().rss - before) / 1e6
    chance = random.Random(5)
    texts = [
        sentence(chance, chance.choice(entries).name) for _ in range(options.rounds)
    ]
    long = ["，".join(texts[i : i + 12]) for i in range(0, len(texts) - 12, 12)]
    print(
        f"{len(gazetteer):,} names: built in {built:.2f} s of CPU (at most {BUILD_S})"
    )
    print(
        report(f"search (p99 at most {SEARCH_MS} ms)", searched(gazetteer, texts, None))
    )
    print(report("search with a point", searched(gazetteer, texts, Place(24.5, 118.1))))
    print(report("search in 400 characters", searched(gazetteer, long, None)))
    print(
        f"memory: the process grew by {grown:.0f} MB (at most {MEMORY_MB:.0f})", end=""
    )
    print(f", of which {allocated(options.size):.0f} MB are entries and gazetteer")


if __name__ == "__main__":
    main()
