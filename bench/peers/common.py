"""What all peers share, so that only the framework differs: sentences, buttons, the tables, the
command line.
"""

import argparse
import datetime
import sqlite3
import time
from dataclasses import dataclass

import aiosqlite

TOKEN = "1:BENCH"
COORDINATOR, SQUARES, EDGE = 9000, 10, 0.012
SOUTH, WEST = 39.89, 116.29
HOOK = "/hook"
GREETING = (
    "您好，我是网格蜂。看到隐患随手拍，有困难就说一声，"
    "有心愿也可以讲。发一张照片并写一句话就行。"
)
ASK_PLACE = "收到照片。请发送位置，我们好找到地方。"
CATEGORIES = {
    "road": "路面设施",
    "fire": "消防通道",
    "ebike": "电动车充电",
    "waste": "垃圾堆放",
    "other": "其他",
}
MENU = (
    ("menu:hazard", "随手拍"),
    ("menu:help", "求助"),
    ("menu:wish", "微心愿"),
    ("menu:mine", "我的上报"),
)
CARD = (
    ("case:accept", "接单"),
    ("case:pass", "转派"),
    ("case:ask", "追问"),
    ("case:reject", "不受理"),
)
CASES = """CREATE TABLE IF NOT EXISTS cases (
id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
words TEXT NOT NULL, photo TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
category TEXT NOT NULL, filer INTEGER NOT NULL, filed_at REAL NOT NULL)"""
HISTORY = """CREATE TABLE IF NOT EXISTS history (
id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id),
at REAL NOT NULL, who INTEGER NOT NULL, what TEXT NOT NULL)"""
PRAGMAS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
ADD_CASE = "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ADD_HISTORY = "INSERT INTO history (case_id, at, who, what) VALUES (?, ?, ?, ?)"
LAST = "SELECT coalesce(max(id), 0) FROM cases"

Buttons = list[list[tuple[str, str]]]


@dataclass(slots=True)
class Draft:
    """What a rider has said so far. Degrees are WGS-84; `photo` is Telegram's file id."""

    words: str = ""
    photo: str = ""
    lat: float = 0.0
    lon: float = 0.0
    category: str = "road"


def rows(pairs: tuple[tuple[str, str], ...], width: int = 2) -> Buttons:
    """Arrange (data, label) pairs as rows of (label, data)."""
    return [
        [(label, data) for data, label in pairs[i : i + width]]
        for i in range(0, len(pairs), width)
    ]


def summary(draft: Draft) -> str:
    """What the rider reads before sending."""
    place = f"{draft.lat:.5f}, {draft.lon:.5f}"
    said = f"隐患：{draft.words}\n类别：{CATEGORIES[draft.category]}\n位置：{place}\n照片：1 张"
    return f"{said}\n\n对吗？可以改类别，或者提交。"


def summary_buttons(draft: Draft) -> Buttons:
    """The other categories, then change, cancel and submit."""
    others = tuple(
        (f"cat:{key}", label)
        for key, label in CATEGORIES.items()
        if key != draft.category
    )
    return [*rows(others), [("修改", "change"), ("取消", "cancel"), ("提交", "submit")]]


def receipt(number: str) -> str:
    """What the rider reads afterwards."""
    return f"已收到，编号 {number}。网格员会在 24 小时内接单，每一步都会告诉您。谢谢！"


def card(number: str, draft: Draft) -> str:
    """The coordinator's caption."""
    place = f"位置：{draft.lat:.5f}, {draft.lon:.5f}"
    title = f"{number} 隐患 · {CATEGORIES[draft.category]}"
    return f"{title}\n{draft.words}\n{place}\n待接单"


def case_rows(
    case_id: int, draft: Draft, filer: int
) -> tuple[str, tuple[object, ...], tuple[object, ...]]:
    """The case's number (YH26-0001), its row and its first row of history."""
    now = time.time()
    number = f"YH{datetime.date.today():%y}-{case_id:04d}"
    row = (
        case_id,
        number,
        "hazard",
        draft.words,
        draft.photo,
        draft.lat,
        draft.lon,
        draft.category,
        filer,
        now,
    )
    return number, row, (case_id, now, filer, "filed")


def prepare(path: str) -> int:
    """Create the tables; return the last case's id."""
    with sqlite3.connect(path) as base:
        for statement in (*PRAGMAS, CASES, HISTORY):
            base.execute(statement)
        last: int = base.execute(LAST).fetchone()[0]
    base.close()
    return last


class Cases:
    """The cases over aiosqlite, as a usual bot keeps them: one connection, one transaction per
    case.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.last = prepare(path)
        self.base: aiosqlite.Connection | None = None

    async def open(self) -> None:
        """Connect; to be called inside the running loop."""
        self.base = await aiosqlite.connect(self.path)
        for statement in PRAGMAS:
            await self.base.execute(statement)

    async def close(self) -> None:
        """Disconnect."""
        if self.base is not None:
            await self.base.close()

    async def add(self, draft: Draft, filer: int) -> str:
        """Store a case and its history in one durable commit; return its number.

        Both inserts and the commit go to aiosqlite's thread as one job: three hops would cost the
        peers time and let two riders' transactions mix.
        """
        assert self.base is not None
        self.last += 1
        number, row, history = case_rows(self.last, draft, filer)
        # `_execute` is what every public method of aiosqlite calls; there is no public way to run
        # one function there.
        await self.base._execute(self.store, row, history)  # type: ignore[no-untyped-call]
        return number

    def store(self, row: tuple[object, ...], history: tuple[object, ...]) -> None:
        """Runs in aiosqlite's thread."""
        assert self.base is not None
        base = self.base._conn
        base.execute(ADD_CASE, row)
        base.execute(ADD_HISTORY, history)
        base.commit()


def options(purpose: str | None) -> argparse.Namespace:
    """Read `--base`, `--db` and `--port`."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument(
        "--base", required=True, help="the API server, e.g. http://127.0.0.1:8081"
    )
    parser.add_argument("--db", required=True, help="path of the SQLite file")
    parser.add_argument(
        "--port", type=int, default=0, help="take updates by webhook there; 0: poll"
    )
    return parser.parse_args()


def webhook(port: int) -> dict[str, object]:
    """What is told to setWebhook; 100 connections are the most that Telegram opens."""
    return {"url": f"http://127.0.0.1:{port}{HOOK}", "max_connections": 100}


def coordinator(draft: Draft) -> int:
    """The chat of whoever looks after the square in which the case lies."""
    row, column = int((draft.lat - SOUTH) / EDGE), int((draft.lon - WEST) / EDGE)
    return COORDINATOR + row * SQUARES + column
