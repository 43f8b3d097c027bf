"""How well a message fits what was asked, and that the best slot gets it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.draft import Draft
from domain.messages import Address, Event, Media, MediaKind, Place
from handlers.dialog import filling
from handlers.dialog.fields import Photos, Spot, Text, located, words
from handlers.dialog.fits import Fit, Heard
from handlers.dialog.form import Form, Step, View

HERE = Address("test", "1")
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def heard(text: str = "", report: float = 0.0, place: float = 0.0) -> Heard:
    return Heard(Event("1", HERE, HERE, text=text), report, place)


def asking(name: str, free: bool = False) -> tuple[Form, Draft]:
    """A form that asks for this step."""
    steps = (Step("what", Text(free)), Step("photos", Photos()), Step("place", Spot()))

    async def finish(turn: object, draft: Draft) -> None:
        raise AssertionError("it does not end here")

    form = Form("test", steps, lambda _: name, lambda *_: View(""), finish)
    return form, Draft(1, HERE, 1, "test", {}, NOW, NOW)


@pytest.mark.parametrize("field", [Text(), Text(free=True), Spot(), Photos()])
@pytest.mark.parametrize("text", ["？", "👍", "!!!", "…", "🙏🙏"])
def test_signs_and_emoji_answer_nothing(field: Text | Spot | Photos, text: str) -> None:
    assert not field.fits(heard(text)).taken


@pytest.mark.parametrize(
    "text",
    [
        "谢谢",
        "谢谢你们！",
        "多谢啦",
        "Thanks",
        "thank you!",
        "你好",
        "好的，谢谢",
    ],
)
def test_thanks_and_greetings_are_no_reason_and_no_place(text: str) -> None:
    assert Text().fits(heard(text)) == Fit(0.0, "not-said")
    assert Spot().fits(heard(text)) == Fit(0.0, "not-a-place")
    assert Text(free=True).fits(heard(text)).taken


@pytest.mark.parametrize("text", ["嗯", "OK", "好的", "收到。", "got it"])
def test_a_bare_nod_is_a_word_only_where_it_may_answer(text: str) -> None:
    for field in (Text(), Text(free=True)):
        assert field.fits(heard(text)) == Fit(0.0, "not-said")
    assert Spot().fits(heard(text)) == Fit(0.0, "not-a-place")
    assert Text(free=True, nods=True).fits(heard(text)).taken


@pytest.mark.parametrize(
    "text",
    [
        "等一下",
        "等等…",
        "稍等哈",
        "好的，稍等一下",
        "我看看",
        "让我想想吧",
        "Hold on",
        "ok, just a moment",
        "wait!",
    ],
)
@pytest.mark.parametrize(
    "field", [Text(), Text(free=True), Text(free=True, nods=True), Spot()]
)
def test_that_an_answer_will_come_is_none(field: Text | Spot, text: str) -> None:
    assert field.fits(heard(text)) == Fit(0.0, "take-your-time")


@pytest.mark.parametrize(
    "text",
    ["等一下就到", "稍等，电工明天来", "等路灯修好再说", "wait for the electrician"],
)
def test_what_says_more_than_wait_is_an_answer(text: str) -> None:
    assert Text().fits(heard(text)).taken
    assert Text(free=True).fits(heard(text)).taken


@pytest.mark.parametrize("text", ["谢谢餐厅门口", "你好便利店", "thanksgiving market"])
def test_a_name_that_begins_with_thanks_may_be_a_place(text: str) -> None:
    assert Spot().fits(heard(text)).taken


def test_a_matter_is_no_place_and_says_so() -> None:
    fit = Spot().fits(heard("老板拖欠工资三个月", report=1.0))
    assert (fit.taken, fit.why) == (False, "not-a-place")


@pytest.mark.parametrize(
    ("asked", "said", "slot"),
    [
        ("place", heard("老榕树下"), "place"),
        ("place", heard("老榕树下" * 11), "what"),
        ("place", heard("老板拖欠工资", report=0.9), "what"),
        ("what", heard("和平里三号门", place=1.0), "place"),
        ("what", heard("老榕树下"), "what"),
        ("", heard("老榕树下"), "what"),
    ],
)
def test_words_go_where_they_fit_best(asked: str, said: Heard, slot: str) -> None:
    form, draft = asking(asked)
    filled = filling.take(form, draft, said, [])
    assert {"what": words(filled), "place": located(filled).words} == {
        "what": said.text if slot == "what" else "",
        "place": said.text if slot == "place" else "",
    }


def test_a_pin_and_words_of_one_message_fill_both_slots() -> None:
    form, draft = asking("place")
    event = Event("1", HERE, HERE, text="路灯不亮", place=Place(24.4, 118.1))
    filled = filling.take(form, draft, Heard(event, report=0.9), [])
    assert words(filled) == "路灯不亮" and located(filled).place is not None


def test_a_picture_is_taken_and_the_sign_beside_it_is_not() -> None:
    form, draft = asking("what")
    photo = Media(MediaKind.PHOTO, "ref", 10)
    event = Event("1", HERE, HERE, text="？", media=(photo,))
    filled = filling.take(form, draft, Heard(event), [])
    assert words(filled) == "" and "photos" in filled.answers


def test_what_fits_nothing_is_told_why_by_what_was_asked() -> None:
    form, draft = asking("place")
    step, fit = filling.best(form, draft, heard("谢谢"))
    assert (step, fit) == (None, Fit(0.0, "not-a-place"))
