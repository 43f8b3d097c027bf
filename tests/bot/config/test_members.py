"""`[members]`: there are grid members where the section stands, with the six posts or with own
ones; and what `gridbee members` writes of them.
"""

from __future__ import annotations

import pytest

from bot.commands.members import table
from bot.config.mistakes import ConfigError
from bot.config.reading import read
from domain.area import Area
from domain.members import MemberTerms
from storage.memory.directory import Directory

OWN = {
    "code": "bridge",
    "zh": "桥面观察员",
    "en": "bridge watcher",
    "does_zh": "看结冰",
    "does_en": "looks for ice",
}


def test_the_section_alone_switches_members_on_with_six_posts() -> None:
    assert read({}).setup({}).members is None
    usual = read({"members": {}}).setup({}).members
    assert usual == MemberTerms() and len(usual.posts) == 6
    own = read({"members": {"posts_each": 1, "posts": [OWN]}}).setup({}).members
    assert own is not None and own.posts_each == 1
    assert [post.name("en") for post in own.posts] == ["bridge watcher"]


def test_what_is_no_post_or_asks_too_often_is_refused() -> None:
    for wrong in ({"silent_days": 1}, {"posts": [OWN | {"code": "a:b"}]}):
        with pytest.raises(ConfigError):
            read({"members": wrong})


def test_what_a_post_lacks_is_told_with_its_name_said_once() -> None:
    with pytest.raises(ConfigError) as raised:
        read({"members": {"posts": [{"code": "bridge", "zh": "桥面观察员"}]}})
    said = str(raised.value)
    assert said.count("post of members 'bridge'") == 1
    assert said.endswith("en: is missing; does_zh: is missing; does_en: is missing")


def test_the_table_counts_by_grid_and_post_and_names_nobody() -> None:
    directory = Directory(
        [Area("S1", "一街", "street"), Area("G1", "甲网格", "grid", "S1")]
    )
    counts = {("G1", "helper"): 2, ("G1", "gone"): 1}
    lines = table(counts, directory, read({})).splitlines()
    assert lines == [
        "area,area_name,post,post_name,members",
        "G1,一街 · 甲网格,gone,gone,1",
        "G1,一街 · 甲网格,helper,志愿服务员,2",
    ]
