"""Whatever is said with choices becomes a card that WeCom takes, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.tencent.xml import build
from bot.channels.wecom.answers import becomes, says, stamps
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import CAN, draw, text_of, with_choices
from bot.channels.wecom.keys import key_of
from bot.channels.wecom.words import LONGEST_TEXT, parts
from domain.lengths import words_of
from domain.messages import Choice, Edits, Matter, Reply
from tests.fakes.wecom import cards as wecom_cards
from tests.fakes.wecom.phone import Card
from tests.fakes.wecom.xml import read

LABELS = Labels("更多", "已处理")
MAP = "https://bee.example/m?a=1&b=2"
CARD = (
    "🔴 <b>YH26-0007</b> · 道路井盖\n"
    "三号门的井盖松了 &lt;危险&gt;\n"
    f'📍 <a href="{MAP}">幸福街道 · 和平里网格</a>\n'
    "👤 周主任 · 待接单\n"
    "⏰ 今天 11:00 前接单"
)
TAKE, BACK = Choice("✅ 接单", "c:7:accept"), Choice("退回", "c:7:back")


def many(number: int, label: str = "选") -> tuple[tuple[Choice, ...], ...]:
    return tuple((Choice(f"{label}{n}", f"c:7:{n}"),) for n in range(1, number + 1))


def test_a_case_card_is_a_title_words_rows_and_buttons() -> None:
    drawn = draw(Reply(CARD, ((TAKE, BACK),)), "case-7-1", LABELS)
    assert drawn.text == ""
    assert drawn.card == {
        "card_type": "button_interaction",
        "task_id": "case-7-1",
        "main_title": {"title": "🔴 YH26-0007 · 道路井盖"},
        "sub_title_text": "三号门的井盖松了 <危险>",
        "horizontal_content_list": [
            {"keyname": "📍", "value": "幸福街道 · 和平里网格", "type": 1, "url": MAP},
            {"keyname": "👤", "value": "周主任 · 待接单"},
            {"keyname": "⏰", "value": "今天 11:00 前接单"},
        ],
        "card_action": {"type": 1, "url": MAP},
        "button_list": [
            {"text": "✅ 接单", "key": "c:7:accept"},
            {"text": "退回", "key": "c:7:back"},
        ],
    }


def test_six_are_buttons_three_stand_behind_the_corner_and_the_rest_has_numbers() -> (
    None
):
    card = draw(Reply("选一个", many(11)), "case-7-1", LABELS).card
    shown = Card("case-7-1", card)
    assert [one.key for one in shown.buttons] == [f"c:7:{n}" for n in range(1, 7)]
    assert [one.text for one in shown.menu] == ["选7", "选8", "选9"]
    assert card["action_menu"]["desc"] == "更多"
    assert card["sub_title_text"] == "10 选10\n11 选11"
    asked = draw(
        Reply("说说看", many(11), matter=Matter.QUESTION), "case-7-1", LABELS
    ).card
    assert asked["sub_title_text"] == "选10\n选11"


def test_a_label_that_a_button_cuts_is_a_line_with_its_number() -> None:
    long = Choice("幸福街道 · 幸福路口网格", "f:1:place:1")
    card = draw(Reply("在哪儿？", ((TAKE,), (long,))), "say-9", LABELS).card
    assert card["button_list"][1]["text"] == "2 幸福街道 · …"
    assert card["sub_title_text"] == "2 幸福街道 · 幸福路口网格"


def test_a_label_that_has_its_number_has_it_once_and_a_sign_goes_first() -> None:
    numbered = Choice("1. YH26-0012 井盖松了，骑过去会响", "c:12:accept")
    signed = Choice("🏷 道路井盖，不对就改", "f:1:category")
    card = draw(Reply("哪一件？", ((numbered,), (signed,))), "say-9", LABELS).card
    assert card["sub_title_text"] == "1. YH26-0012 井盖松了，骑过去会响"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("⬜ YH26-0012", "⬜ 0012"),
        ("2. YH26-0012 井盖松了", "0012 井盖松了"),
        ("YH26-0012", "YH26-0012"),
        ("🏷 道路井盖，不对就改", "道路井盖，不对就改"),
        ("2. YH26-0012 井盖松了，骑过去会响", "1 0012 井盖…"),
    ],
)
def test_a_long_label_is_told_apart_by_the_end_of_its_number(
    label: str, shown: str
) -> None:
    reply = Reply(CARD, ((Choice(label, "c:7:open"),),))
    assert draw(reply, "case-7-1", LABELS).card["button_list"][0]["text"] == shown


def test_what_is_too_long_for_a_card_goes_before_it_as_a_text() -> None:
    words = "井盖松了" * 60
    reply = Reply(f"<b>标题</b>\n{words}", many(10))
    drawn = draw(reply, "case-7-1", LABELS)
    assert drawn.text == f"标题\n{words}\n10 选10"
    assert "sub_title_text" not in drawn.card  # nobody reads it twice
    living = draw(replace(reply, slot="card:7"), "case-7-1", LABELS).card
    assert len(living["sub_title_text"]) == 160
    longer = draw(Reply("长" * 3000, many(10)), "case-7-1", LABELS)
    messages = parts(longer.text)
    assert max(len(one.encode()) for one in messages) <= LONGEST_TEXT
    assert "".join(messages).replace("\n", "") == "长" * 3000 + "10 选10"


@pytest.mark.parametrize(
    ("said", "title", "below"),
    (
        ("题" * 36, "题" * 36, None),
        ("题" * 40, "题" * 35 + "…", "…" + "题" * 5),
        (
            "要给 YH26-0001 的报事人回一句什么？他会马上看到，照片、语音也可以一起发。",
            "要给 YH26-0001 的报事人回一句什么？他会马上看到，照片、",
            "语音也可以一起发。",
        ),
        (
            "What would you like to tell the rider of YH26-0001?",
            "What would you like to tell the",
            "rider of YH26-0001?",
        ),
    ),
)
def test_a_long_first_line_goes_on_below_the_title_and_is_not_said_twice(
    said: str, title: str, below: str | None
) -> None:
    card = draw(Reply(said, ((TAKE,),)), "x", LABELS).card
    assert card["main_title"]["title"] == title
    assert card.get("sub_title_text") == below


def test_a_card_without_choices_says_that_it_is_done_with() -> None:
    card = draw(Reply(CARD), "case-7-1", LABELS).card
    wecom_cards.check(card)
    assert card["replace_text"] == "已处理" and len(card["button_list"]) == 1
    wecom_cards.check(draw(Reply(), "case-7-1", LABELS).card)


def test_rows_are_the_last_lines_so_that_everything_stays_in_its_order() -> None:
    text = (
        "待办 2 件\n🔴 YH26-0001 道路井盖\n三号门\n🔴 YH26-0002 路灯\n东门\n· 共 2 件"
    )
    card = draw(Reply(text, ((TAKE,),)), "say-9", LABELS).card
    assert "horizontal_content_list" not in card
    assert Card("say-9", card).words == text


def test_a_card_may_get_other_choices_and_keep_its_words() -> None:
    before = draw(Reply(CARD, many(8)), "case-7-1", LABELS).card
    after = with_choices(before, Reply(choices=((BACK,),)), LABELS)
    assert after == draw(Reply(CARD, ((BACK,),)), "case-7-1", LABELS).card
    closed = with_choices(before, Reply(), LABELS)
    assert closed == draw(Reply(CARD), "case-7-1", LABELS).card


def test_a_text_keeps_its_links_and_is_parted_where_wecom_would_cut_it() -> None:
    assert text_of(Reply('看<a href="https://a.b/?c=1&amp;d=2">这里</a>')) == (
        '看<a href="https://a.b/?c=1&d=2">这里</a>'
    )
    line = f'看<a href="{MAP}">这里</a>' + "井" * 300
    assert parts("\n".join([line] * 9)) == ["\n".join([line] * 2)] * 4 + [line]
    whole = "井" * 675 + f'<a href="{MAP}">这里</a>好'
    assert parts(whole) == ["井" * 675, f'<a href="{MAP}">这里</a>好']
    assert parts("") == []
    assert (CAN.edits, CAN.buttons) == (Edits.ONCE, 9)


def test_answers_are_what_the_page_says() -> None:
    assert says("好") == {"MsgType": "text", "Content": "好"}
    assert stamps("已接单")["Button"] == {"ReplaceName": "已接单"}


SIGNS = "井盖 🔴📍<>&\n\"'a1·]]>"
texts = st.text(SIGNS, max_size=400).map(lambda words: escape(words, quote=False))
labels = st.text("选择 1🔴<a", min_size=1, max_size=30).filter(str.strip)
choices = st.builds(
    Choice, labels, st.sampled_from(["", *(f"c:{n}" for n in range(9))])
)
replies = st.builds(
    Reply,
    text=texts,
    choices=st.lists(st.tuples(choices), max_size=14).map(tuple),
    matter=st.sampled_from(Matter),
)


@settings(max_examples=60, deadline=None)
@given(replies)
def test_any_card_is_taken_and_everything_on_it_is_found(reply: Reply) -> None:
    drawn = draw(reply, "case-7-1", LABELS)
    wecom_cards.check(drawn.card)
    assert _again(drawn.card) == drawn.card
    shown = Card("case-7-1", drawn.card)
    seen = f"{shown.words}\n{drawn.text}"
    whole = squeezed(seen)
    for line in words_of(reply.text).split("\n"):
        assert all(word in whole for word in line.split())
    if not drawn.text:
        assert squeezed(shown.words).startswith(squeezed(words_of(reply.text)))
    offered = {key_of(one): one for row in reply.choices for one in row}
    keys = {one.key for one in (*shown.buttons, *shown.menu)}
    assert len(keys) == min(len(offered), 9) or not offered
    left = [one.label.strip() for key, one in offered.items() if key not in keys]
    assert not offered or all(label in seen for label in left)


def squeezed(words: str) -> str:
    """Without what stands between title and words."""
    return "".join(words.replace("…\n…", "").split())


def _again(card: dict[str, Any]) -> Any:
    """As WeCom reads it in an answer."""
    return wecom_cards.from_xml(read(build(becomes(card)))["TemplateCard"])
