"""Rules of wishes: what may stand on the list, and when the clock looks at one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.wish_words import REASONS, calls, tells_who, unfit
from domain.wishes.moments import moments, next_moment, on_the_list_until
from domain.wishes.rights import MAY, WishAct, WishViewer
from domain.wishes.wish import Claim, Wish, WishState, WishTerms

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("一双防水手套，42 码", ""),
        ("想要一个 10000 毫安的充电宝", ""),
        ("给女儿一套二年级的课外书，50元左右", ""),
        ("护膝一副，200 块以内", ""),
        ("a rain coat, size XL", ""),
        ("有人周末陪我练普通话", ""),
        ("手机支架，2026 年新款", ""),
        ("", "empty"),
        ("  \n ", "empty"),
        ("好" * 121, "long"),
        ("一台 3000元 的手机", "dear"),
        ("电动车电池 ¥1,200", "dear"),
        ("两百块以内的雨衣", ""),
        ("三百五十块的头盔", "dear"),
        ("一万块的车", "dear"),
        ("两块香皂", ""),
        ("手套，电话１３８００００１１１１", "contact"),
        ("电动车电池 ¥1200", "dear"),
        ("a phone for 900 yuan", "dear"),
        ("先借点钱周转", "cash"),
        ("发个红包给我", "cash"),
        ("现金 100", "cash"),
        ("some cash please", "cash"),
        ("看这个 https://example.org/x", "link"),
        ("淘宝链接 m.tb.cn/h.5x", "link"),
        ("一双手套，电话 138 0000 1111", "contact"),
        ("加我微信细说", "contact"),
        ("微信号：rider_2026", "contact"),
        ("mail me: a.b@corp.example", "contact"),
        ("打我一三八零零零零一一一一", "contact"),
        ("幺三八 0000 幺幺幺幺", "contact"),
        ("138.0000.1111", "contact"),
        ("1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣1️⃣1️⃣1️⃣1️⃣", "contact"),
        ("V是rider88", "contact"),
        ("你加我 wei xin abc", "contact"),
        ("加 w e i x i n", "contact"),
        ("微❤️ abc", "contact"),
        ("v x abcde1", "contact"),
        ("壹叁捌零零零零一二三四", "contact"),
        ("one three eight, zero zero zero zero one two three four", "contact"),
        ("my wei xin is abc", "contact"),
        ("我是顺风站的，穿红头盔", "name"),
        ("我是圆通的小赵，放好了", "name"),
        ("小王想要一个保温杯", "name"),
        ("我是在地铁站等你的", ""),
        ("v 领的，两三件", ""),
        ("at one, two or three o'clock", ""),
        ("加个v聊", "contact"),
        ("bit.ly/3xY", "link"),
        ("看 dwz.cn", "link"),
        ("某宝点com搜", "link"),
        ("放我家门口", "home"),
        ("3单元1203室", "home"),
        ("room 12, please", "home"),
        ("手机，1k5 左右", "dear"),
        ("两千的车", "dear"),
        ("1千5的头盔", "dear"),
        ("两千毫安的充电宝", ""),
        ("1.5kg 的哑铃", ""),
        ("适合两室一厅的小暖风机", ""),
        ("一双三十七码的鞋，两副手套", ""),
    ],
)
def test_only_what_may_stand_on_the_list_does(words: str, why: str) -> None:
    assert unfit(words, 200) == why
    assert why in ("", *REASONS)


def test_what_one_side_says_to_the_other_tells_nobody_who_they_are() -> None:
    assert tells_who("我电话 13800001111") == "contact"
    assert tells_who("看 www.shop.example") == "link"
    assert tells_who("放 3 单元 502 室门口") == "home"
    assert tells_who("明天下午 3 点放，黑色 42 码") == ""
    assert tells_who("12.5 到 12.20 都行，9:00-18:30") == ""


def test_somebody_is_called_by_the_whole_of_their_name() -> None:
    assert calls("Zork here, it is at the gate", "zork")
    assert calls("放好了，石榴", "石榴")
    assert not calls("zorks", "Zork")
    assert not calls("A pair of gloves", "A")


def wish(state: WishState, looked: int = 0, until: datetime | None = None) -> Wish:
    return Wish(1, state, "手套", "G01", NOW, until, looked)


CLAIM = Claim(1, 3, "", NOW, NOW + 14 * DAY)


def test_a_wish_is_asked_after_twice_before_its_sixty_days_are_over() -> None:
    until = on_the_list_until(None, NOW, WishTerms())
    assert until == NOW + 60 * DAY
    found = moments(wish(WishState.OPEN, until=until), None)
    assert [(at - NOW) / DAY for at in found] == [46, 57, 60]


def test_a_claim_is_reminded_at_seventy_percent_and_ends_after_its_days() -> None:
    held = wish(WishState.CLAIMED)
    assert [(at - NOW) / DAY for at in moments(held, CLAIM)] == pytest.approx([9.8, 14])
    assert next_moment(wish(WishState.CLAIMED, looked=1), CLAIM) == CLAIM.until
    assert next_moment(wish(WishState.CLAIMED, looked=2), CLAIM) is None


def test_what_comes_back_has_time_to_be_claimed_once_more() -> None:
    old = wish(WishState.CLAIMED, until=NOW + DAY)
    assert on_the_list_until(old, NOW, WishTerms()) == NOW + 15 * DAY
    fresh = wish(WishState.CLAIMED, until=NOW + 40 * DAY)
    assert on_the_list_until(fresh, NOW, WishTerms()) == NOW + 40 * DAY


def test_every_running_state_has_a_next_moment_and_no_ended_one_has() -> None:
    for state in WishState:
        at = next_moment(wish(state, until=NOW + DAY), CLAIM)
        running = wish(state).running
        assert (at is not None) == running, state


def test_whoever_gains_does_not_confirm() -> None:
    """Neither the claimer nor a stranger says that it was received, nor the wisher for another
    that it may be looked away from.
    """
    receives = (WishAct.RECEIVE, WishAct.WITNESS, WishAct.THANK, WishAct.MISSING)
    for act in receives:
        assert WishViewer.CLAIMER not in MAY[act].who
        assert WishViewer.STRANGER not in MAY[act].who
    assert MAY.keys() == {*WishAct} - {WishAct.SHOW}
