"""Whatever comes from WeChat, each kind of message and of event: what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import select

from domain.messages import Address
from storage.tables.cases import cases
from storage.tables.casework import history
from storage.tables.forms import forms
from storage.tables.messages import seen
from tests.fakes.wechat.callbacks import Callback
from tests.telegram.town import PICTURE
from tests.wechat.village import OPENID, Village

AMR = b"#!AMR\n"
FILM = b"0000ftypmp42" + b"1" * 100


async def cancels(village: Village) -> None:
    await village.wechat.rider(OPENID).says("算了").over()


async def test_words_pictures_voices_films_places_and_links_begin_a_report(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    sends: tuple[Callable[[], Callback], ...] = (
        partial(rider.says, "路口地砖坏了"),
        partial(rider.sends_photo, PICTURE),
        partial(rider.sends_voice, AMR, "路口的井盖没了"),
        partial(rider.sends_video, FILM),
        partial(rider.sends_link, "路口地砖坏了", "https://example.org/a"),
    )
    for sent in sends:
        said = await sent().over()
        assert said.outcome == "passive", said
        assert len(await village.rows(select(forms.c.id))) >= 1
        await cancels(village)
    spot = village.place()
    said = await rider.sends_location(spot.lat, spot.lon).over()
    assert said.outcome == "passive" and "怎么了" in rider.last.words
    assert rider.faults == 0
    assert await village.rows(select(cases.c.id)) == []


async def test_a_film_alone_is_asked_about_as_a_photo_alone_is(
    village: Village,
) -> None:
    rider, asked = village.wechat.rider(OPENID), []
    for sent in (
        partial(rider.sends_photo, PICTURE),
        partial(rider.sends_video, FILM),
    ):
        await sent().over()
        asked.append(rider.last.words)
        await cancels(village)
    assert asked[0] == asked[1] and asked[0].startswith("在哪儿？")


async def test_nine_pictures_in_an_emergency_are_one_line_and_one_notice(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("有人晕倒了叫不醒").over()
    spot = village.place()
    await rider.sends_location(spot.lat, spot.lon).over()
    card = await village.sees(village.group, "QZ26-0001")
    village.coordinator.presses("接单", card)
    await village.shows("接单了")
    before = len(rider.phone)
    for callback in rider.sends_photos([PICTURE] * 9):
        await callback.over()
    await village.rest()
    lines = await village.rows(select(history.c.words).where(history.c.act == "add"))
    assert [row.words for row in lines].count("") == 1
    assert len(rider.phone) == before + 1
    there = village.telegram.state.chats[village.coordinator.id].messages.values()
    assert sum("photo" in one.raw for one in there) == 9
    assert sum("补充" in one.words for one in there) == 1


async def test_a_scene_is_a_start_code_whether_they_follow_or_scan(
    village: Village,
) -> None:
    new = village.wechat.rider("oNew", follows=False)
    await new.follows("g_G01").over()
    assert "幸福路口网格" in new.last.words
    known = village.wechat.rider(OPENID)
    await known.scans("g_G07").over()
    assert known.last.how == "passive" and known.last.words != new.last.words
    nobody = village.wechat.rider("oNobody", follows=False)
    await nobody.follows().over()
    assert nobody.last.how == "passive" and "幸福路口网格" not in nobody.last.words


async def test_each_button_of_the_menu_does_what_it_is_called(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    await village.wechat.until(lambda: village.wechat.state.menu)
    for name, words in (
        ("报隐患", "拍张照"),
        ("求助", "遇到什么难处"),
        ("许心愿", "想要什么"),
        ("我的事项", "你还没有报过事"),
        ("怎么用", "/my"),
        ("通知开关", "通知不发了"),
    ):
        clicked = await rider.clicks(name).over()
        assert clicked.outcome == "passive", name
        assert words in rider.last.words, name
    await rider.clicks("English").over()
    assert rider.last.how == "passive" and rider.faults == 0


async def test_what_is_nobodys_word_is_received_and_no_more(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("/help").over()
    known = await village.rows(select(seen.c.external_id))
    for callback in (
        rider.is_at(24.446, 118.088),
        rider.does("VIEW", EventKey="https://example.org"),
        rider.does("TEMPLATESENDJOBFINISH", MsgID=1, Status="success"),
        rider.does("location_select", EventKey="x"),
        rider.does("subscribe_msg_popup_event"),
        rider.does("nobody_knows_this", EventKey="x"),
    ):
        assert (await callback.over()).outcome == "nothing"
    assert await village.rows(select(seen.c.external_id)) == known
    assert await village.rows(select(cases.c.id)) == []


async def test_a_kind_of_message_that_nobody_knows_is_answered(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    said = await rider.sends_raw("miniprogrampage", Title="一张卡片").over()
    assert said.outcome == "passive" and rider.faults == 0
    assert await village.rows(select(cases.c.id)) == []


async def test_who_unfollows_is_out_of_reach_until_they_follow_again(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("/help").over()

    async def doors() -> Sequence[Address]:
        async with village.house.database.unit() as unit:
            await unit.people.load([Address("wechat", OPENID)])
            person = unit.people.at(Address("wechat", OPENID))
            return await unit.people.addresses(person.id) if person else ()

    assert len(await doors()) == 1
    assert (await rider.unfollows().over()).outcome == "nothing"
    assert not await doors()
    await rider.follows().over()
    assert len(await doors()) == 1


async def test_what_the_map_calls_a_place_is_kept_with_it_and_is_nobodys_word(
    village: Village,
) -> None:
    """A pin before anything was said begins no report of a fire brigade."""
    rider, spot = village.wechat.rider(OPENID), village.place()
    await rider.sends_location(spot.lat, spot.lon, "消防支队(人民路100号)").over()
    assert rider.last.words.startswith("怎么了")
    await rider.says("路口地砖坏了").over()
    assert "消防支队(人民路100号)" in rider.last.words
    await rider.sends_location(spot.lat, spot.lon, "幸福超市").over()
    assert "幸福超市" in rider.last.words and "消防" not in rider.last.words
    await rider.says("1").over()
    await rider.says("有人晕倒了叫不醒").over()
    await rider.sends_location(spot.lat, spot.lon, "沃尔玛(建设路店)").over()
    filed = await village.rows(select(cases.c.words, cases.c.place_words))
    assert [tuple(row) for row in filed] == [
        ("路口地砖坏了", "幸福超市"),
        ("有人晕倒了叫不醒", "沃尔玛(建设路店)"),
    ]
    told = await village.rows(select(history.c.words).where(history.c.act == "add"))
    assert [row.words.rpartition(" · ")[2] for row in told] == ["沃尔玛(建设路店)"]
