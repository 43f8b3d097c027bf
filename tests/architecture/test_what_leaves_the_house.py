"""What a story leaves in the logs and in the chats: no word and no secret in the one, safe HTML
in the other.
"""

from __future__ import annotations

import logging
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import select

from bot.channels.channel import SendError
from domain.messages import EventKind
from storage.tables.messages import outbox
from tests.house import Actor, TestHouse

SECRET_WORDS = "井盖松了Xq7Zk <b>粗</b> & <script>alert(1)</script>"
NASTY = (
    "<b>",
    "</i></b>",
    "a & b < c > d",
    "<a href='javascript:x'>x</a>",
    "&lt;b&gt;",
    "“引号” \"'",
    "\u202e反",
    "😀" * 30,
)
OPEN_TAGS = {"b", "i", "a"}


class Html(HTMLParser):
    """Raises AssertionError for anything but well-formed <b>, <i> and <a href=…>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in OPEN_TAGS, tag
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        assert all(re.match(r"(https?|tel|tg):", value or "") for _, value in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert not re.search(r"[<>&]", data), data

    def handle_entityref(self, name: str) -> None:
        assert name in ("lt", "gt", "amp", "quot")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def check_html(text: str) -> None:
    parser = Html()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    assert parser.rawdata == ""


@pytest.mark.parametrize(
    "wrong",
    [
        "<u>x</u>",
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "a < b",
        "a & b",
        "<a onclick='x'>y</a>",
    ],
)
def test_the_check_itself_finds_what_is_wrong(wrong: str) -> None:
    with pytest.raises(AssertionError):
        check_html(wrong)


async def story(house: TestHouse, rider: Actor, words: str) -> str:
    """File, take, ask, answer, note, hand back, solve, not solved, solved, rated; lists and
    settings between.
    """
    number = await house.files_hazard(rider, words)
    words = f"{words} 一样"  # signs alone answer nothing
    await house.coordinator.presses("接单")
    await house.coordinator.presses("问一句")
    await house.coordinator.says(words)
    await rider.says(words)
    await house.coordinator.says(f"/case {number}")
    await house.coordinator.presses("退回")
    await house.coordinator.says(words)
    await house.lead.says(f"/case {number}")
    await house.lead.presses("接单")
    question = " ".join(words.split())[:100] or words
    options = "\n".join(f"{one} {question}"[:30] for one in "一二")
    await house.lead.says(f"/deliberate {number} {question}\n{options}")
    await house.lead.says(f"/resolve {number} {words}")
    await house.passes(minutes=1)
    await rider.presses("没解决")
    await rider.says(words)
    await house.passes(days=9)
    for command in (
        "/queue",
        "/overdue",
        "/mine",
        "/stats",
        "/help",
        f"/case {number}",
        "/people",
        "/areas",
        "/health",
    ):
        await house.lead.says(command)
        await house.admin.says(command)
    await rider.says("/my")
    await rider.says("/lang en")
    await rider.says("/my")
    await rider.says("/lang zh")
    async with house.database.unit() as unit:
        assert [row.error for row in await unit.arrivals.quarantined()] == []
    return number


async def letters(house: TestHouse) -> list[dict[str, Any]]:
    async with house.database.reader() as reader:
        return list((await reader.execute(select(outbox.c.reply))).scalars())


@pytest.mark.parametrize("words", [SECRET_WORDS, *NASTY])
async def test_everything_that_is_said_is_safe_html_whatever_people_write(
    house: TestHouse, words: str
) -> None:
    house.rider.name = words[:40]
    await story(house, house.rider, words)
    said = [
        reply
        for reply in await letters(house)
        if "text" in reply and "press_ref" not in reply
    ]
    assert len(said) > 40
    assert any("🗳" in reply["text"] for reply in said)
    for reply in said:
        check_html(reply["text"])


async def test_no_choice_brings_more_than_telegram_carries_back(
    house: TestHouse,
) -> None:
    await story(house, house.rider, SECRET_WORDS)
    data = [
        c["data"]
        for reply in await letters(house)
        for row in reply.get("choices", ())
        for c in row
    ]
    assert data
    assert max(len(one.encode()) for one in data) <= 64


async def test_no_log_line_holds_what_people_wrote_or_a_token(
    house: TestHouse, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as lines:
        house.rider.name = "名字Qw3Er"
        await story(house, house.rider, SECRET_WORDS)
        await house.admin.says("/invite lead G01")
        token = re.findall(r"i_([\w-]+)", house.admin.last.text)[-1]
        await house.stranger.says(f"/start i_{token}")
        house.channel.refuse["rider"] = [SendError("Forbidden: blocked", gone=True)]
        await house.rider.says(SECRET_WORDS)
        await house.rider.does(kind=EventKind.UNREADABLE, text="KeyError")
    logged = "\n".join(
        [
            *map(str, lines),
            *(
                record.getMessage()
                for record in caplog.records
                if record.name[:4] != "aios"
            ),
        ]
    )
    assert "delivery.failed" in logged
    assert "intake.quarantined" in logged
    for secret in ("Xq7Zk", "井盖松了", token, "Qw3Er"):
        assert secret not in logged


def test_no_print_or_log_of_texts_and_tokens_stands_in_the_code() -> None:
    root = Path(__file__).parent.parent.parent
    guilty = re.compile(
        r"log\.\w+\([^)]*\b(text|words|token|secret|password|caption)\s*="
    )
    sources = [
        path
        for floor in ("storage", "handlers", "bot")
        for path in (root / floor).rglob("*.py")
    ]
    assert [
        path.name for path in sources if guilty.search(path.read_text(encoding="utf-8"))
    ] == []
