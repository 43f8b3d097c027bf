"""What a rider sent, read from the fields of a callback."""

from __future__ import annotations

import pytest

from bot.channels.tencent.said import language_of
from bot.channels.tencent.xml import Fields
from bot.channels.wechat.receive import event_of

HERE: Fields = {
    "FromUserName": "oRider0001",
    "MsgType": "location",
    "MsgId": "1",
    "Location_X": "31.228458",
    "Location_Y": "121.478223",
}
"""Shanghai in GCJ-02: 31.2304, 121.4737 in WGS-84 (a published pair)."""


def test_a_place_comes_in_gcj02_and_is_kept_in_wgs84() -> None:
    event = event_of(HERE)
    assert event is not None and event.place is not None
    assert abs(event.place.lat - 31.2304) < 1e-6
    assert abs(event.place.lon - 121.4737) < 1e-6


def test_what_was_kept_raw_is_read_again_in_the_coordinates_in_which_it_came() -> None:
    for gcj02 in (True, False):
        event = event_of(HERE, gcj02)
        assert event is not None
        again = event_of(event.raw)
        assert again is not None and again.place == event.place


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("路灯坏了", "zh-CN"),
        ("the street lamp is out", "en"),
        ("i_kWqpZa-bXcd_Efgh-Ijkl", ""),
        ("/start i_kWqp", ""),
        ("KMTQ", ""),
        ("g_Glao-Bcd", ""),
        ("ok thanks", ""),
    ],
)
def test_a_code_alone_is_no_language(said: str, language: str) -> None:
    assert language_of(said) == language
