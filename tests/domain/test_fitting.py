"""What a chat shows of what is said."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fitting import fit
from domain.lengths import CUT, ending, measured, words_of
from domain.messages import ALL, PAGE, Can, Choice, Edits, Key, Measure, Place, Reply
from domain.one_message import merge

PLAIN = Can(
    edits=Edits.NEVER,
    buttons=6,
    numbers=True,
    keyboard=False,
    toasts=False,
    place_out=False,
    pictures=False,
    files=False,
    calls=False,
    text=2048,
    measure=Measure.BYTES,
    merges=True,
)
LINK = '<a href="https://grid.example/p/x">照片和全文</a>'
YES, NO = Choice("解决了", "c:7:confirm"), Choice("没解决", "c:7:reopen")
MORE = Choice("再说一件", "m:file")

texts = st.text(alphabet="井盖松了 ab<&\n🚲", max_size=900)
choices = st.builds(Choice, texts.filter(bool), st.text(max_size=8))
replies = st.builds(
    Reply,
    text=texts,
    choices=st.lists(st.tuples(choices), max_size=9).map(tuple),
    keyboard=st.lists(st.tuples(st.builds(Key, texts)), max_size=2).map(tuple),
    photos=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    files=st.lists(st.integers(1, 9), max_size=2).map(tuple),
    calls=st.sampled_from([(), ("119", "110")]),
    place=st.sampled_from([None, Place(31.2, 121.4)]),
    edits=st.sampled_from(["", "5"]),
    press_ref=st.sampled_from(["", "p"]),
    slot=st.sampled_from(["", "card:7"]),
    silent=st.booleans(),
)


@given(replies, st.booleans())
def test_a_chat_that_shows_everything_is_given_the_very_reply(
    reply: Reply, again: bool
) -> None:
    for can in (ALL, Can()):
        assert fit(reply, can, LINK, again) is reply
    shown = merge([reply], ALL)
    assert shown is not None and shown.reply is reply


@given(st.lists(replies, max_size=4))
def test_what_is_put_together_fits_and_loses_no_choice(said: list[Reply]) -> None:
    fitted = [one for reply in said if (one := fit(reply, PLAIN, LINK)) is not None]
    shown = merge(fitted, PLAIN)
    if shown is None:
        assert not fitted
        return
    offered = [choice for reply in fitted for row in reply.choices for choice in row]
    assert set(shown.offered) == set(offered[:99]) or len(offered) > 99
    labels = "".join(c.label for c in shown.offered)
    if measured(labels, Measure.BYTES) < 1500:
        assert shown.reply.choices or measured(shown.reply.text, Measure.BYTES) <= 2048
    assert not (shown.reply.photos or shown.reply.files or shown.reply.calls)


def test_numbers_run_on_over_all_that_goes_as_one_message() -> None:
    shown = merge(
        [Reply("办好了。", ((YES, NO),)), Reply("还有什么？", ((YES, MORE),))], PLAIN
    )
    assert shown is not None
    labels = [row[0].label for row in shown.reply.choices]
    assert labels == ["1 解决了", "2 没解决", "3 再说一件"]
    assert shown.offered == (YES, NO, MORE)
    assert shown.reply.text == "办好了。\n\n还有什么？"


def test_a_label_that_has_its_number_has_it_once() -> None:
    listed = ((Choice("1. YH26-0001 井盖", "c:1:accept"),), (YES,))
    shown = merge([Reply("哪一件？", listed)], PLAIN)
    assert shown is not None
    labels = [row[0].label for row in shown.reply.choices]
    assert labels == ["1. YH26-0001 井盖", "2 解决了"]


def test_more_choices_than_buttons_are_numbered_lines() -> None:
    many = tuple((Choice(f"网格{n}", f"g:{n}"),) for n in range(8))
    shown = merge([Reply("在哪？", many)], PLAIN)
    assert shown is not None and not shown.reply.choices
    assert shown.reply.text.splitlines()[1:3] == ["1 网格0", "2 网格1"]
    assert shown.offered[7].data == "g:7"


def test_a_toast_is_the_first_line() -> None:
    toast = fit(Reply("记下了 <3", press_ref="p"), PLAIN)
    assert toast is not None and toast.text == "记下了 &lt;3"
    assert fit(Reply(press_ref="p"), PLAIN) is None


def test_an_edit_goes_only_where_it_says_something_new() -> None:
    assert fit(Reply(choices=((YES,),), edits="5"), PLAIN) is None
    assert fit(Reply("卡片", slot="card:7", silent=True), PLAIN, again=True) is None
    asked = fit(Reply("地点？", edits="5"), PLAIN)
    assert asked == Reply("地点？")


def test_what_cannot_be_shown_is_behind_one_link() -> None:
    made = fit(Reply("办好了。", photos=(3,), calls=("119", "110")), PLAIN, LINK)
    assert made == Reply(f"办好了。\n119 110\n{LINK}")


def test_a_long_text_is_cut_above_its_link_and_its_numbers() -> None:
    made = fit(Reply("很长的话。" * 300), PLAIN, LINK)
    assert made is not None
    shown = merge([made], PLAIN)
    assert shown is not None
    assert measured(shown.reply.text, Measure.BYTES) <= 2048
    assert shown.reply.text.endswith(f"…\n{LINK}")


@pytest.mark.parametrize("before", range(12))
def test_a_long_text_is_never_cut_within_a_sign_of_html(before: int) -> None:
    text = "a" * before + "&lt;&amp;" * 600
    shown = ending(text, LINK, PLAIN).removesuffix(f"{CUT}\n{LINK}")
    left = unescape(shown).removeprefix("a" * before)
    assert left and set(left) == {"<", "&"} and left == ("<&" * 600)[: len(left)]


def test_a_persons_own_brackets_open_no_tag() -> None:
    said = '<b>你说：</b>&lt;a href="https://evil.example"&gt;中奖&lt;/a&gt; 3&lt;5'
    assert words_of(said) == '你说：＜a href="https://evil.example">中奖＜/a> 3<5'
    assert words_of(LINK) == LINK


def test_what_its_reader_sent_is_shown_again_on_the_page_alone() -> None:
    reply = Reply("道路井盖", photos=(3,), own=(1, 2))
    assert fit(reply, PAGE) is reply
    for can in (ALL, PLAIN):
        made = fit(reply, can)
        assert made is not None and not made.own
    assert fit(reply, ALL) == Reply("道路井盖", photos=(3,))
    assert fit(Reply("道路井盖", own=(1,)), PLAIN, LINK) == Reply("道路井盖")


def test_that_numbers_are_over_is_said_where_they_stay_in_sight() -> None:
    assert fit(Reply(calls_over=True), PAGE) == Reply(calls_over=True)
    assert fit(Reply(calls_over=True), ALL) is None
    assert fit(Reply(calls_over=True), PLAIN) is None
