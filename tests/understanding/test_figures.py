"""What only sounds like a danger, and the dangers that stand beside it."""

from __future__ import annotations

import pytest

from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "电梯里有人抽烟",
        "people smoking in the lift",
        "有个骑手老抢我电梯",
        "孩子打疫苗的本子丢了",
        "孩子的水杯丢了",
        "老爸的老年卡不见了",
        "腿上缝了三针",
        "网线掉下来拖地上",
        "internet cable came down and is dragging on the ground",
        "就这个，绊倒好几个人了",
        "好几个骑手在这摔过",
        "security guard shoved me",
    ],
)
def test_what_only_sounds_like_one_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "楼道有人抽烟把纸箱点着了",
        "抽烟把床烧着了",
        "加油站有人抽烟",
        "烟头没灭 垃圾桶冒烟",
        "睡着了被子着火了",
        "车刚打着了就冒烟",
        "people smoking in the stairwell, cardboard caught fire",
        "有个骑手老抢我电梯 今天打了我",
        "抢电梯把人推下楼梯 不动了",
        "孩子丢了",
        "孩子的水杯找到了 人不见了",
        "孩子走丢了背着书包",
        "腿上缝了三针又裂开了 血止不住",
        "网线掉下来缠住脖子了",
        "internet cable came down, rider is caught by the neck",
        "绊倒好几个人 有个老人不动了",
        "security guard pushed me down the stairs",
        "guard shoved me into traffic",
        "人被电动车压在底下",
    ],
)
def test_a_danger_beside_it_is_one(text: str) -> None:
    assert read(text).danger is not None


def test_whoever_is_beneath_the_bike_is_in_danger_and_the_bike_is_not() -> None:
    assert read("电动车被人压在底下").danger is None


@pytest.mark.parametrize(
    "text",
    [
        "公厕没水",
        "公厕没纸",
        "长椅坏了",
        "那个饮水点没水了",
        "toilet has no water",
        "bench broken",
    ],
)
def test_what_does_not_serve_as_it_should_is_no_wish(text: str) -> None:
    assert read(text).kind is Kind.HAZARD


@pytest.mark.parametrize(
    "text", ["这里缺个厕所", "想要个长椅", "wish there was a bench", "哪里有厕所"]
)
def test_what_is_missing_is_one(text: str) -> None:
    assert read(text).kind is Kind.WISH


@pytest.mark.parametrize(
    "text", ["罚单贴满了路牌", "二维码扫不出来", "QR code won't scan"]
)
def test_a_ticket_on_a_sign_and_a_code_that_is_torn_are_no_secret(text: str) -> None:
    assert read(text).privacy is Privacy.OPEN


@pytest.mark.parametrize("text", ["站长给我贴罚单", "路边二维码是假的 扫了被扣钱"])
def test_what_somebody_was_made_to_pay_is_one(text: str) -> None:
    assert read(text).privacy is Privacy.CONFIDENTIAL


@pytest.mark.parametrize("text", ["落叶底下有个窟窿", "就这个，绊倒好几个人了"])
def test_what_people_trip_over_is_the_road(text: str) -> None:
    assert read(text).category == "road"


@pytest.mark.parametrize("text", ["再见", "再见啦", "拜拜", "goodbye", "bye"])
def test_a_bare_goodbye_is_one(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["再见了", "再见了 我走了", "再见了各位", "goodbye everyone"]
)
def test_a_last_one_is_a_danger(text: str) -> None:
    assert read(text).danger is not None
