"""What says a number alone, as people choose."""

from __future__ import annotations

import pytest

from domain.messages import Choice
from domain.offers import is_number, number, settle

OFFERED = (Choice("✅ 提交", "submit"), Choice("✏️ 改一改", "change"))


TWO = "2 ２ ② 2. #2 2️⃣ 二 2吧 第2 第二 第二个 第二项 选2 选二 选择2 我选2 按2 点２ 回复2 选第二个"
ENGLISH = "2👌|second|the second one|2nd|option 2|Pick 2|I choose the second one|no. 2"
NONE = "2个 两个 选2个 2号 2号楼 二楼 第二个路口 第二天 选我 第 十一点 1234 一二 。"
NO_ENGLISH = "2 people|second floor|no 2|number|"


@pytest.mark.parametrize("said", [*TWO.split(), *ENGLISH.split("|")])
def test_a_choice_is_named_as_people_name_it(said: str) -> None:
    assert number(said) == 2
    assert settle(said, OFFERED) == OFFERED[1]
    assert settle(said, OFFERED, by_number=False) is None


@pytest.mark.parametrize("said", [*NONE.split(), *NO_ENGLISH.split("|")])
def test_how_many_and_where_is_no_choice(said: str) -> None:
    assert not is_number(said)
    assert settle(said, OFFERED) is None


def test_nought_is_a_number_and_no_choice() -> None:
    assert is_number("0") and is_number("００")
    assert settle("0", OFFERED) is None
