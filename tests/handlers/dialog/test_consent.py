"""What counts as yes and what says nothing but never mind."""

from __future__ import annotations

import pytest

from handlers.dialog.consent import consents, only_cancels


@pytest.mark.parametrize(
    "text",
    [
        "提交",
        "提交！",
        "提  交",
        "好的，提交吧",
        "确认提交",
        "嗯嗯",
        "OK",
        "send it",
        "yes, submit",
    ],
)
def test_a_word_of_consent_sends(text: str) -> None:
    assert consents(text)


@pytest.mark.parametrize(
    "text",
    [
        "第二个",
        "2",
        "b",
        "选一",
        "提交了吗",
        "收到",
        "好的但是地点不对",
        "send it to the lead",
        "",
    ],
)
def test_a_number_or_anything_more_is_no_consent(text: str) -> None:
    assert not consents(text)


@pytest.mark.parametrize(
    "text",
    [
        "算了",
        "算了算了",
        "还是算了吧",
        "我不想报了",
        "取消，谢谢",
        "Cancel it, pls",
        "never mind",
    ],
)
def test_a_bare_never_mind_is_one(text: str) -> None:
    assert only_cancels(text)


@pytest.mark.parametrize(
    "text",
    [
        "算了，还是路灯吧",
        "算了，不匿名了",
        "那个垃圾的不用了",
        "谢谢",
        "我",
        "never mind, the lamp",
        "",
    ],
)
def test_what_says_more_is_a_change_of_mind(text: str) -> None:
    assert not only_cancels(text)
