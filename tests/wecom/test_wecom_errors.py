"""Every error code of WeCom's table does what the table says, as the documents have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.messages import Address
from storage.tables.messages import outbox
from storage.tables.people import accounts
from tests.architecture.code import ROOT
from tests.telegram.town import eventually
from tests.wecom.office import Office

SEND = "message/send"
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Row:
    """How a message ends that was refused with a code: its state, after how long it is tried
    again, and how often WeCom was asked; `gone` whether they are out of reach from then on.
    """

    code: int
    state: str = "waiting"
    after: timedelta = MINUTE
    asked: int = 1
    gone: bool = False


ROWS = (
    *(Row(code, asked=2) for code in (40001, 40014, 42001)),
    *(Row(code) for code in (40013, 40056, 41001, 301002)),
    *(Row(code) for code in (48002, 60011, 60020, 45009, 45033)),
    *(Row(code, "gave_up", gone=True) for code in (60111, 81013)),
    *(Row(code, "gave_up") for code in (40058, 44004, 47001)),
)
"""Without those of `ELSEWHERE`."""
ELSEWHERE = {
    -1: "below",
    40007: "test_a_file_is_sent_up_once_and_again_when_wecom_has_forgotten_it",
    40029: "tests/wecom/test_wecom_joining.py",
    42014: "test_a_card_whose_answer_was_lost_stands_once_and_is_still_changed",
}
OF_NO_DOCUMENT = {40058, 44004, 47001}
"""Some of "anything else"."""
CODE = re.compile(r"-?(?<![0-9])[0-9]{1,6}(?![0-9])")


async def ended(office: Office, userid: str) -> Any:
    """The letter that was refused."""
    c = outbox.c
    refused = select(outbox).where(c.chat == userid, c.error.startswith("errcode"))
    (row,) = await eventually(lambda: office.rows(refused))
    return row


async def test_what_becomes_of_a_message_by_each_code(office: Office) -> None:
    wecom = office.wecom
    for number, row in enumerate(ROWS):
        userid = f"member{number}"
        person = wecom.member(userid)
        await office.appoints(person)
        await office.rest()
        before = wecom.counts.get(SEND, 0)
        wecom.fail(SEND, row.code, times=row.asked)
        await office.writes_wecom(userid, "有消息")
        letter = await ended(office, userid)
        assert letter.error == f"errcode {row.code}"
        assert letter.state == row.state, row
        assert wecom.counts.get(SEND, 0) - before == row.asked, row
        assert (userid in await _gone(office)) is row.gone, row
        if row.state != "waiting":
            continue
        assert abs(letter.due_at - office.clock() - row.after) < 10 * SECOND, row
        assert letter.tries == 0, "nothing is wrong with the letter"
        office.clock.ahead += row.after + SECOND
        office.house.delivery.at_last(Address("wecom", userid))
        await office.reads(person, "有消息")


async def _gone(office: Office) -> list[str]:
    c = accounts.c
    lost = select(c.chat).where(c.channel == "wecom", c.unreachable_at.is_not(None))
    return [row.chat for row in await office.rows(lost)]


async def test_what_is_busy_is_asked_again_a_second_later(office: Office) -> None:
    office.wecom.fail(SEND, -1)
    await office.writes_wecom("zhangqiang", "有消息")
    letter = await ended(office, "zhangqiang")
    assert (letter.state, letter.tries) == ("waiting", 1)
    assert letter.due_at - office.clock() <= SECOND
    office.house.delivery.at_last(Address("wecom", "zhangqiang"))
    await office.reads(office.zhang, "有消息")


@pytest.mark.parametrize("name", ["wecom.md", "wecom.zh-CN.md"])
def test_the_documents_have_each_of_these_codes_and_no_other(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    told = {
        int(code)
        for line in text.rpartition("\n| errcode |")[2].splitlines()
        if line.startswith("| ")
        for code in CODE.findall(line.split("|")[1])
    }
    tried = {row.code for row in ROWS} - OF_NO_DOCUMENT | ELSEWHERE.keys()
    assert told == tried
