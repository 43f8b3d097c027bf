"""What goes between two sides who do not meet, and which words are kept back."""

from __future__ import annotations

import pytest

from domain.wish_words import between, tells_who

KEPT_BACK = (
    ("home", "住3号楼502"),
    ("home", "桂花苑3幢502"),
    ("home", "3-502"),
    ("home", "幸福路3号"),
    ("home", "我住桂花小区"),
    ("home", "送到3号楼502"),
    ("home", "三号楼五零二"),
    ("home", "我住在5栋"),
    ("home", "1203号"),
    ("home", "3-1-1203"),
    ("home", "I live in room 502"),
    ("home", "building 3, 502"),
    ("home", "3 Xingfu Road"),
    ("home", "Xingfu Road 3"),
    ("home", "住三号楼"),
    ("home", "放 3 单元 502 室门口"),
    ("contact", "微我 abc888"),
    ("contact", "微我abc888"),
    ("contact", "wechat abc888"),
    ("contact", "my wechat is liu"),
    ("contact", "加我 liu_qiang88"),
    ("contact", "call me on 13800138000"),
    ("contact", "telegram @liu_88"),
    ("contact", "我的号 abc888"),
    ("contact", "打我电话13800138000"),
    ("cash", "现金200块"),
    ("cash", "pay you 200 cash"),
    ("cash", "给你200块"),
    ("cash", "给你转账"),
    ("cash", "I pay you 200"),
    ("cash", "给您50元"),
    ("name", "我叫刘强"),
    ("name", "我叫小刘"),
    ("name", "我姓刘"),
    ("name", "my name is Ahmed"),
    ("name", "I'm called Ahmed"),
    ("name", "我是小王"),
    ("name", "我名字叫刘强"),
    ("name", "叫我小李吧"),
    ("name", "刘先生收"),
    ("name", "我叫万一"),
)
PASSES = (
    "3号门见",
    "20:30",
    "杯子200毫升",
    "我叫了外卖",
    "我叫外卖了",
    "3号线地铁站见",
    "幸福路口见",
    "幸福路3号门见",
    "12.5 到 12.20 都行，9:00-18:30",
    "明天下午 3 点放，黑色 42 码",
    "50-200块的都行",
    "3-5天",
    "我住得远，周六行吗",
    "我叫上朋友一起",
    "我是周六来",
    "叫我一声",
    "微信上说不行",
    "12月3号见",
    "3号下午见",
    "3号楼下见",
    "杯子500ml",
    "2号口出来",
    "meet at gate 3",
    "8:30 tomorrow",
    "200 ml",
    "room for two cups?",
    "call me when you're there",
    "I'm on my way",
    "take line 2",
    "I'm ready",
    "this is fine",
    "微我一下",
    "加我一个",
    "给你20块香皂",
    "高一点的杯子",
    "我姓啥不重要",
    "我叫他放前台",
    "the street light is out",
    "in 20 minutes",
    "2 big street lamps",
    "我叫车过来",
    "我是老司机",
    "周五12号见",
    "12-20到货",
    "3-10天到",
    "要XL码",
    "一共12个",
    "我在5楼等",
    "楼下小卖部",
    "5楼前台 103 寝",
    "路上小心",
    "放红领驿站前台",
    "驿站幸福路店",
    "我住院了，过几天来",
    "我们住一个方向",
)


@pytest.mark.parametrize(("why", "words"), KEPT_BACK)
def test_what_tells_who_or_where_somebody_is_stays_here(why: str, words: str) -> None:
    assert between(words) == why


@pytest.mark.parametrize("words", PASSES)
def test_what_only_sounds_like_it_goes(words: str) -> None:
    assert between(words) == ""


def test_a_public_place_has_its_street_and_number() -> None:
    assert tells_who("幸福路3号红领驿站") == ""
    assert tells_who("3栋2单元502室") == "home"
