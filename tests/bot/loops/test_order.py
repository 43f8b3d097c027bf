"""Whose choices have the first numbers, of all that goes as one message."""

from __future__ import annotations

from bot.loops.order import as_chosen
from domain.messages import Address, Choice, Matter, Reply
from storage.outbox.letters import ANSWER, NOTICE, Letter
from tests.house import MORNING

RIDER = Address("wechat", "oRider0001")
LATE = Reply(
    "还没办好，对不起。",
    ((Choice("✏️ 补充", "c:1:add"),), (Choice("QZ26-0001", "c:1:open"),)),
    matter=Matter.EMERGENCY,
)
DONE = Reply(
    "你看解决了吗？",
    ((Choice("已解决", "c:2:confirm"),), (Choice("YH26-0002", "c:2:open"),)),
    matter=Matter.RESULT,
)
MENU = Reply("我是网格蜂。", ((Choice("报隐患", "m:hazard"),),))
FORM = Reply("看一眼，没错就点「提交」", ((Choice("提交", "f:1:submit"),),))


def letter(reply: Reply, lane: int, form_id: int | None = None) -> Letter:
    return Letter(1, RIDER, reply, lane, "waiting", MORNING, MORNING, form_id=form_id)


def chosen(*letters: Letter) -> list[Reply]:
    return as_chosen([(one, one.reply) for one in letters])


def test_a_notice_that_asks_comes_before_one_that_only_tells() -> None:
    late, done = letter(LATE, NOTICE), letter(DONE, NOTICE)
    assert chosen(late, done) == [DONE, LATE]
    assert chosen(late, late, done) == [DONE, LATE, LATE]


def test_what_was_answered_comes_before_and_an_open_form_before_all() -> None:
    done, menu = letter(DONE, NOTICE), letter(MENU, ANSWER)
    assert chosen(menu, done) == [MENU, DONE]
    assert chosen(done, menu, letter(FORM, ANSWER, 1)) == [FORM, DONE, MENU]
