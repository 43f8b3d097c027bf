"""What a coordinator does in WeCom becomes the house's events."""

from __future__ import annotations

import pytest

from bot.channels.tencent.xml import Fields, Given, build, parse
from bot.channels.wecom.keys import key_of, label_in
from bot.channels.wecom.receive import (
    Pressed,
    event_of,
    external_id,
    pressed_card,
    switched_off,
)
from domain.messages import Address, Choice, Event, EventKind, MediaKind

AROUND: dict[str, Given] = {
    "ToUserName": "ww1234567890abcdef",
    "FromUserName": "ZhangQiang",
    "CreateTime": 1764150003,
}
ZHANG = Address("wecom", "zhangqiang")
NUMBER = 7300000000000000001


def came(**more: str | int) -> Fields:
    """As it is opened."""
    fields: dict[str, Given] = {**AROUND, **more, "AgentID": 1000002}
    return parse(build(fields).encode())


def said(kind: str, **more: str) -> Event:
    event = event_of(came(MsgType=kind, MsgId=NUMBER, **more))
    assert event is not None
    assert (event.sender, event.chat, event.private) == (ZHANG, ZHANG, True)
    assert (event.external_id, event.message_id) == (f"m:{NUMBER}", str(NUMBER))
    assert event.kind is EventKind.MESSAGE
    return event


def done(name: str, **more: str) -> Event | None:
    return event_of(came(MsgType="event", Event=name, **more))


def pressed(
    key: str, name: str = "template_card_event", task: str = "case-7-1"
) -> Event:
    event = done(name, EventKey=key, TaskId=task, ResponseCode="CODE")
    assert event is not None
    return event


def test_words_and_links_are_words() -> None:
    assert said("text", Content="井盖 ]]> 🚲").text == "井盖 ]]> 🚲"
    link = said("link", Title="标题", Url="https://a.example/?b=1&c=2")
    assert link.text == "标题\nhttps://a.example/?b=1&c=2"
    assert said("poem").text == ""


def test_pictures_voices_and_videos_are_fetched_by_their_media_id() -> None:
    photo = said("image", MediaId="one", PicUrl="https://a.example/one").media[0]
    assert (photo.kind, photo.ref) == (MediaKind.PHOTO, "one https://a.example/one")
    voice = said("voice", MediaId="two", Format="amr").media[0]
    assert (voice.kind, voice.ref) == (MediaKind.VOICE, "two")
    video = said("video", MediaId="three", ThumbMediaId="four").media[0]
    assert (video.kind, video.ref) == (MediaKind.VIDEO, "three")


def test_a_place_comes_in_gcj02_and_is_kept_in_wgs84() -> None:
    where = {"Location_X": "39.905603", "Location_Y": "116.413642"}
    place = said("location", **where, Scale="15").place
    assert place is not None
    assert (place.lat, place.lon) == pytest.approx((39.9042, 116.4074), abs=1e-6)
    plain = event_of(came(MsgType="location", MsgId=NUMBER, **where), gcj02=False)
    assert plain is not None and plain.place is not None
    assert (plain.place.lat, plain.place.lon) == (39.905603, 116.413642)
    for wrong in ("north", "nan", "", "91"):
        broken = said("location", Location_X=wrong, Location_Y="116.4")
        assert broken.place is None


def test_a_press_brings_its_key_its_card_and_the_code_that_changes_it() -> None:
    for name in ("template_card_event", "template_card_menu_event"):
        event = pressed("c:7:accept", name)
        assert (event.kind, event.data) == (EventKind.PRESS, "c:7:accept")
        assert (event.press_ref, event.message_id) == ("CODE", "case-7-1")
    fields = came(MsgType="event", TaskId="case-7-1", ResponseCode="CODE")
    assert pressed_card(fields) == Pressed("case-7-1", "CODE")
    assert pressed_card(came(MsgType="text", Content="x")) is None


def test_a_choice_without_data_is_said_by_its_label() -> None:
    typed = key_of(Choice("下一步", ""))
    assert key_of(Choice("接单", "c:7:accept")) == "c:7:accept"
    assert (label_in(typed), label_in("c:7:accept")) == ("下一步", "")
    event = pressed(typed)
    assert (event.kind, event.text) == (EventKind.MESSAGE, "下一步")
    assert (event.press_ref, event.message_id) == ("", "")


def test_the_menu_says_a_command_or_brings_what_a_button_would() -> None:
    command = done("click", EventKey="/queue")
    assert command is not None
    assert (command.kind, command.text) == (EventKind.MESSAGE, "/queue")
    press = done("click", EventKey="c:7:open")
    assert press is not None and press.kind is EventKind.PRESS
    assert press.press_ref == press.external_id and press.message_id == ""


def test_events_are_told_apart_and_tries_are_not() -> None:
    first = pressed("c:7:accept")
    again = pressed("c:7:accept")
    assert first.external_id == again.external_id
    others = {
        pressed("c:7:back").external_id,
        pressed("c:7:accept", task="case-7-2").external_id,
        pressed("c:7:accept", "template_card_menu_event").external_id,
    }
    assert len(others) == 3 and first.external_id not in others
    low = came(MsgType="event", Event="click", EventKey="/x")
    high = low | {"FromUserName": "ZHANGQIANG"}
    assert external_id(low) == external_id(high)
    assert "zhangqiang" not in external_id(low).lower()


def test_who_is_let_in_and_out_is_told_and_the_rest_is_nobodys_doing() -> None:
    came_in, went = done("subscribe"), done("unsubscribe")
    assert came_in is not None and came_in.kind is EventKind.UNBLOCKED
    assert went is not None and went.kind is EventKind.BLOCKED
    for name in ("enter_agent", "LOCATION", "view", "change_contact", ""):
        assert done(name) is None
    assert event_of(came(MsgType="text", FromUserName="", Content="x")) is None


def test_an_app_that_is_switched_off_is_noticed() -> None:
    assert switched_off(came(MsgType="event", Event="close_inactive_agent"))
    assert not switched_off(came(MsgType="text", Content="close_inactive_agent"))
