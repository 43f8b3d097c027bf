"""What asks for secrecy and says nothing else, and what tells a matter in it."""

from __future__ import annotations

import pytest

from domain.reading.read import read
from handlers.hearing.confided_first import says_only
from handlers.hearing.who_reads import asks_who_reads


@pytest.mark.parametrize(
    "text",
    [
        "别告诉别人",
        "帮忙保密",
        "我跟你说件事 你可千万别说出去",
        "悄悄跟你说个事",
        "别让我们站长晓得",
        "不要告诉我们老板",
        "只有你知道",
        "别发到群里",
        "别写名字",
        "我想匿名举报",
        "别说是我讲的",
        "keep this between us",
        "please don't tell my boss, i want to tell you something",
        "i'd rather not be named",
        "i don't want anybody to know",
        "please don't share this",
        "keep me out of it",
    ],
)
def test_secrecy_alone_is_no_matter(text: str) -> None:
    assert says_only(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "别告诉站长 他扣我钱",
        "别让别人知道我有病",
        "匿名 楼上天天装修",
        "路灯坏了 别说是我",
        "别跟我说这些",
        "别告诉我你不知道",
        "don't tell anyone, the guard takes money",
        "not confidential",
        "路灯坏了",
    ],
)
def test_a_matter_told_in_confidence_is_one(text: str) -> None:
    assert not says_only(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "我名字你们会给别人看不",
        "会不会有人知道是我报的",
        "will other people see my name",
        "does boss know my name",
    ],
)
def test_who_is_afraid_for_their_name_asks_who_reads(text: str) -> None:
    assert asks_who_reads(text)


@pytest.mark.parametrize(
    "text", ["有人知道是我报的 找我麻烦", "he know my name and say he will find me"]
)
def test_whom_somebody_knows_tells_a_matter(text: str) -> None:
    assert not asks_who_reads(text)
