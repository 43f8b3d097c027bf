"""Talk of each kind in other words: words that are all of it count more than what letters guess."""

from __future__ import annotations

import pytest

from domain.reading.model import Intent
from domain.reading.read import read

SAID = {
    Intent.STATUS: """
        anyone went there?
        has anybody come to look
        they come already?
        so is the manhole covered already?
        when are they coming
        how much longer
        did my wish get approved
        show my cases
        who's on it
        路灯谁报的
        路灯谁在管
        是谁接的这个活
    """,
    Intent.THANKS: """
        井盖补上了，办事利索
        太感谢各位网格员了
        夸夸王芳网格员
        办得漂亮
        you folks are brilliant
        legends, all of you
        really quick, impressed
        very happy with the repair
        kudos to the coordinator
    """,
    Intent.HUMAN: """
        请联系网格员
        please have someone contact me
        operator
        coordinator please
    """,
    Intent.HOW_TO: """
        都能管些什么事
        is there a manual
        网格员叫什么
    """,
    Intent.COMPLAINT_UNANSWERED: """
        快修啊
        赶紧修
        please fix it
    """,
    Intent.REOPEN: """
        你们修的什么呀
        you call that fixed?
        same as before
        the repair didn't hold
        back to how it was
        lamp worked one day and died
    """,
    Intent.CANCEL: """
        别报了
        don't file it
        I changed my mind
        别弄了，有人来修了
    """,
    Intent.ABUSE: """
        垃圾平台
        bunch of clowns
        dumbass
    """,
    Intent.AD_SPAM: """
        信用卡套现
        SEO services for your business
        hot girls chat now
        澳门赌场上线啦
    """,
}


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        (said.strip(), one)
        for one, all_ in SAID.items()
        for said in all_.strip().splitlines()
    ],
)
def test_each_kind_of_talk_is_heard(said: str, intent: Intent) -> None:
    assert read(said).intent is intent


@pytest.mark.parametrize(
    "said", ["感谢路12号", "开心加油站对面", "文昌网格", "5号网格"]
)
def test_a_place_that_sounds_like_talk_is_a_place(said: str) -> None:
    assert read(said).intent is Intent.PLACE_ONLY


@pytest.mark.parametrize("said", ["太感谢各位网格员了", "找文昌网格长说话"])
def test_who_looks_after_a_grid_is_no_place(said: str) -> None:
    assert not read(said).places


@pytest.mark.parametrize(
    "text",
    [
        "free helmets?",
        "where get free helmet",
        "any free raincoats",
        "免费领头盔吗",
        "哪里免费领雨衣",
    ],
)
def test_who_asks_for_something_free_advertises_nothing(text: str) -> None:
    assert read(text).intent is not Intent.AD_SPAM


@pytest.mark.parametrize(
    "text",
    [
        "free iphone click here",
        "you won a free phone!! tap link",
        "免费领取红包 加微信",
        "免费领鸡蛋",
    ],
)
def test_who_offers_something_free_does(text: str) -> None:
    assert read(text).intent is Intent.AD_SPAM
