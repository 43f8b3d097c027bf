"""What befalls a thing, who is only tired, and what is over today; the dangers beside them."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "我不干了 以后别找我",
        "不跑了，以后别再找我了",
        "车座被人割了",
        "my seat got slashed",
        "my tires got slashed",
        "腿都软了",
        "爬了20楼 腿都软了",
        "我站在护栏外面等你",
        "我站在栏杆外面等客人",
        "the fence next to it fell down",
        "烟抽了十分钟",
        "only kidding nobody is on fire",
        "昨天热得晕过去了 今天没事了",
        "昨天摔了 今天没事了",
        "积水到脚脖子",
        "i think a car hit it",
        "电动车倒了砸到别人车门 掉漆了",
        "有人倒了一堆玻璃",
        "有人虐狗，打得直叫",
        "my wife is having a baby soon can i get free milk",
        "lamp on off on off hurts eyes",
        "电梯卡了一下 又好了",
        "lift got stuck but works again",
        "old lady fell i helped her up shes fine",
    ],
)
def test_it_endangers_nobody_now(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "我走了 以后别找我",
        "不活了 以后别找我",
        "我不干了 我要跳楼 以后别找我",
        "对不起 我不干了 以后别找我了 孩子拜托你",
        "我被人割了",
        "车座被人割了 手也割了",
        "手机被人抢了 他还拿刀捅我",
        "我被人推倒了",
        "i got slashed",
        "he got slashed on the seat",
        "腿软站不住了",
        "腿都软了 眼前发黑",
        "低血糖犯了 腿软 看不清 身边没人",
        "我站在护栏外面不想活了",
        "我站在护栏外面等你 不来我就跳",
        "the fence next to me fell down on a kid",
        "he fell down next to it",
        "烟抽了十分钟 床着火了",
        "排烟抽不出去 屋里全是烟",
        "only kidding nobody is on fire, well actually the kitchen is on fire",
        "nobody is helping, my bike is on fire",
        "昨天热得晕过去了 今天又晕了",
        "昨天晕倒了 今天没事了 现在又晕倒了",
        "积水到脖子了",
        "积水到脚脖子 有人被冲走了",
        "a car hit him",
        "倒了一个人 旁边一堆玻璃",
        "wife having baby need hospital",
        "acid in my eyes hurts",
        "火灭了又着了",
        "the fire was out but it started again",
        "凌晨两点回家路上被人盯着",
        "2am someone watching me on my way home",
        "电梯好了又卡住了 有人",
        "有人倒了一桶汽油",
        "someone on bridge looks like will jump",
        "shes fine but my leg is broken",
        "car hit my friend, im fine",
        "guy got hit by a bus he is fine",
        "a car hit it and the driver is bleeding",
    ],
)
def test_somebody_is_in_danger(text: str) -> None:
    assert read(text).danger is not None
