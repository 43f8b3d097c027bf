"""What people send and press, and how it looks on the other side: albums, places, files, edits,
long words, markup.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image
from sqlalchemy import select

from storage.tables.cases import cases
from storage.tables.media import media
from storage.tables.messages import outbox
from storage.tables.people import people
from tests.fakes.telegram.message import Message
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.state import Query
from tests.fakes.telegram.text import utf16_length
from tests.house import jpeg
from tests.telegram.town import PICTURE, RIDER, STRANGER, Town

LOST = "钱包丢了，帮忙找找"
EMOJI = "换好了" + "😀" * 2997


async def in_charge(town: Town, words: str = "路口地砖坏了") -> Message:
    """A case that the coordinator has taken. Returns its card in the group."""
    card = await town.files(words)
    town.group.presses(town.coordinator, "接单", card)
    await town.sees(town.rider, "接单了")
    await town.may_press(town.coordinator, "办好了")
    return card


async def asked(town: Town) -> None:
    """The coordinator is asked how it was solved."""
    await town.may_press(town.coordinator, "办好了")
    town.coordinator.presses("办好了")
    await town.sees(town.coordinator, "怎么解决")


async def marker(town: Town, who: FakeUser) -> None:
    """Everything said before is answered."""
    who.says("/lang")
    await town.sees(who, "Which language")
    await town.rest()


# --- albums ---


async def test_an_album_gets_one_answer_and_keeps_all_its_parts(town: Town) -> None:
    town.rider.sends_album(
        [jpeg(colour=(n, 0, 0)) for n in (10, 20, 30)], "路口地砖坏了"
    )
    await town.telegram.until(town.rider.last)
    town.rider.sends_location(town.place().lat, town.place().lon)
    await town.sees(town.rider, "3 张照片")
    assert len(town.rider.sees()) == 2
    town.rider.presses("提交")
    await town.telegram.until(
        lambda: sum(bool(m.media) for m in town.group.sees()) == 3
    )


async def test_an_album_with_words_is_the_answer_of_a_solved_case(town: Town) -> None:
    await in_charge(town)
    await asked(town)
    town.coordinator.sends_album(
        [jpeg(colour=(0, n, 0)) for n in (10, 20)], "换了新井盖"
    )
    answer = await town.sees(town.rider, "办好了")
    await town.rest()
    assert "换了新井盖" in answer.words and answer.labels[:2] == ["已解决", "没解决"]
    assert sum(bool(message.media) for message in town.rider.sees()) == 2
    assert len([m for m in town.coordinator.sees() if "辛苦了" in m.words]) == 1


# --- places ---


async def test_a_live_location_counts_once_where_it_was_first(town: Town) -> None:
    town.rider.sends_photo(PICTURE, "路口地砖坏了")
    await town.sees(town.rider, "在哪儿")
    place = town.place()
    live = town.rider.sends_location(place.lat, place.lon, live=True)
    await town.sees(town.rider, "看一眼")
    for step in range(5):
        town.rider.moves(live, place.lat + step / 100, place.lon)
    await marker(town, town.rider)
    assert len([m for m in town.rider.sees() if "看一眼" in m.words]) == 1
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    case = (await town.rows(select(cases)))[0]
    assert (case.lat, case.lon) == pytest.approx((place.lat, place.lon))


async def test_a_venue_is_a_place_with_its_name(town: Town) -> None:
    town.rider.sends_photo(PICTURE, "路口地砖坏了")
    await town.sees(town.rider, "在哪儿")
    where = {"latitude": town.place().lat, "longitude": town.place().lon}
    town.rider.sends_raw(
        location=where,
        venue={"location": where, "title": "幸福超市", "address": "幸福路 1 号"},
    )
    await town.sees(town.rider, "幸福超市")
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    case = (await town.rows(select(cases)))[0]
    assert (
        case.lat == pytest.approx(where["latitude"])
        and "幸福路 1 号" in case.place_words
    )
    await town.telegram.until(lambda: [m for m in town.group.sees() if m.location])


async def test_the_name_of_a_venue_alone_is_nobodys_word(town: Town) -> None:
    where = {"latitude": town.place().lat, "longitude": town.place().lon}
    venue = {"location": where, "title": "消防支队", "address": "人民路 100 号"}
    town.rider.sends_raw(location=where, venue=venue)
    await town.sees(town.rider, "怎么了？")
    town.rider.says("路口地砖坏了")
    assert "消防支队 人民路 100 号" in (await town.sees(town.rider, "看一眼")).words


# --- files ---


async def test_a_voice_message_starts_a_filing_and_reaches_the_coordinator(
    town: Town,
) -> None:
    town.rider.sends_voice(b"OggS what happened", duration=12)
    town.rider.sends_location(town.place().lat, town.place().lon)
    await town.sees(town.rider, "1 段语音，12 秒")
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    heard = await town.telegram.until(lambda: [m for m in town.group.sees() if m.media])
    assert town.telegram.bytes_of(heard[0]) == b"OggS what happened"
    await town.sees(town.group, "没写字，有 1 段语音，12 秒")


async def test_a_picture_sent_as_a_file_goes_on_without_its_exif_data_and_never_by_its_id(
    town: Town,
) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "SpyCam", {1: "N", 2: (24.0, 26.0, 0.0)}
    data = jpeg(exif=exif)
    assert b"SpyCam" in data
    town.rider.sends_document(data, "IMG_1.jpg", "image/jpeg", caption="路口地砖坏了")
    await town.sees(town.rider, "在哪儿")
    sent = (await town.rows(select(media)))[0].ref
    town.rider.sends_location(town.place().lat, town.place().lon)
    await town.sees(town.rider, "看一眼")
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    files = await town.telegram.until(
        lambda: [m for m in town.group.sees() if m.media], 10
    )
    with Image.open(io.BytesIO(town.telegram.bytes_of(files[0]))) as picture:
        assert not picture.getexif()
    assert all(
        sent not in str(call.params)
        for call in town.calls()
        if call.method.startswith("send")
    )
    await town.telegram.until(lambda: [m for m in town.group.sees() if m.labels], 10)


@pytest.mark.parametrize("reply", [False, True])
async def test_a_file_above_twenty_megabytes_is_refused_kindly(
    town: Town, reply: bool
) -> None:
    if reply:
        await town.files()
        town.rider.says("补充一句", reply_to=await town.sees(town.rider, "编号"))
        receipt = await town.sees(town.rider, "编号")
        item = {
            "file_id": "big",
            "file_unique_id": "big",
            "file_size": 21 * 2**20,
            "file_name": "a.mp4",
        }
        town.rider.sends_raw(document=item, **town.rider._quote(receipt))
    else:
        town.rider.sends_document(b"x", "a.zip", "application/zip", size=21 * 2**20)
    await town.sees(town.rider, "20 MB")
    await town.rest()
    assert [
        row for row in await town.rows(select(media)) if row.size > 20 * 2**20
    ] == []


async def test_a_sticker_gets_a_kind_sentence(town: Town) -> None:
    town.rider.sends_raw(sticker={"file_id": "s", "emoji": "🐝"})
    await town.sees(town.rider, "请发文字、照片、语音或位置")
    town.rider.sends_raw(dice={"emoji": "🎲", "value": 3})
    await town.telegram.until(lambda: len(town.rider.sees()) == 2)


# --- edits ---


async def test_an_edited_message_changes_the_draft_and_later_the_case(
    town: Town,
) -> None:
    sent = town.rider.sends_photo(PICTURE, "路口地砖坏了")
    await town.sees(town.rider, "在哪儿")
    town.rider.sends_location(town.place().lat, town.place().lon)
    await town.sees(town.rider, "看一眼")
    town.rider.edits(sent, "路口井盖不见了")
    await town.sees(town.rider, "井盖不见了")
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    town.rider.edits(sent, "路口井盖又回来了")
    await town.sees(town.second_coordinator, "又回来了")
    assert (await town.rows(select(cases)))[0].words == "路口井盖不见了"


async def test_a_card_that_says_the_same_already_is_no_failure(town: Town) -> None:
    card = await town.files()
    before = len(town.group.sees())
    town.group.says(town.coordinator, "我看到了", reply_to=card)
    await town.telegram.until(
        lambda: [
            c for c in town.calls() if c.method.startswith("edit") and c.status == 400
        ]
    )
    await town.rest()
    assert (
        len([m for m in town.group.sees() if m.labels]) == 1
        and len(town.group.sees()) <= before + 1
    )
    assert [
        row
        for row in await town.rows(select(outbox))
        if row.state not in ("sent", "dropped")
    ] == []


async def test_a_card_that_was_deleted_is_sent_anew_and_lives_on_there(
    town: Town,
) -> None:
    card = await town.files()
    card.deleted = True
    before = len(town.group.sees())
    town.coordinator.presses("接单")
    await town.telegram.until(
        lambda: [m for m in town.group.sees() if "处理中" in m.words]
    )
    await town.rest()
    new = [m for m in town.group.sees() if "处理中" in m.words][-1]
    await asked(town)
    town.coordinator.says("换好了")
    await town.telegram.until(lambda: "已办好" in new.words)
    await town.rest()
    assert len(town.group.sees()) == before + 1, "one new card, edited from then on"


# --- presses ---


async def test_a_press_that_is_too_old_for_an_answer_is_done_all_the_same(
    town: Town,
) -> None:
    await town.drafts()
    town.rider.presses("提交")
    town.telegram.expire_queries()
    await town.sees(town.rider, "编号")
    await town.rest()
    assert len(town.calls("answerCallbackQuery")) == 1


async def test_a_stranger_in_the_group_gets_an_answer_but_nothing_else(
    town: Town,
) -> None:
    card = await town.files()
    town.group.presses(town.stranger, "接单", card)
    await town.telegram.until(town.stranger.alerts)
    assert "私聊" in town.stranger.alerts()[0].text
    town.second_rider.says("/help")
    await town.sees(town.second_rider, "/my")
    town.group.presses(town.second_rider, "接单", card)
    await town.telegram.until(town.second_rider.alerts)
    await town.rest()
    assert "接单" in card.labels and town.telegram.messages(STRANGER) == []


CASE = (
    "c:",
    "c:abc:open",
    "c:99999999999999999999999:open",
    "c:-1:open",
    "c:1:to:x",
    "c:1:rate:9",
)
FORM = ("f:", "f:1", "f:1:", "f:x:y:z")
LIST = (
    "q:",
    "q:queue:",
    "q:queue:99999999999999999999",
    "q:1:only:late",
    "a:",
    "a:areas:",
)
ODD = ("", "x", *CASE, *FORM, *LIST, "m:", "x:", ":", "🐝")


async def test_every_press_is_answered_whatever_it_carries(town: Town) -> None:
    await town.files()
    card = town.coordinator.last()
    assert card is not None
    for who in (town.rider, town.coordinator, town.admin):
        for data in ODD:
            query = Query(
                str(9_000_000 + town.telegram.state.number("odd")), who.id, data
            )
            town.telegram.state.queries[query.id] = query
            where = card.raw | {"chat": who.chat.raw()}
            press = {
                "id": query.id,
                "from": who.user.raw(),
                "message": where,
                "data": data,
                "chat_instance": "1",
            }
            town.telegram.updates.push("callback_query", press)
    await town.telegram.until(
        lambda: (
            not any(
                who.unanswered() for who in (town.rider, town.coordinator, town.admin)
            )
        )
    )


# --- long words ---


@pytest.mark.parametrize("photo", [False, True])
async def test_three_thousand_emoji_as_an_answer_reach_the_rider_whole(
    town: Town, photo: bool
) -> None:
    await in_charge(town)
    await asked(town)
    if photo:
        size = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}
        kept = town.telegram.state.store(PICTURE, "photo", width=320, height=240)
        town.coordinator.sends_raw(
            photo=[size | {"file_id": kept.file_id}], caption=EMOJI
        )
    else:
        town.coordinator.sends_raw(text=EMOJI)
    last = await town.telegram.until(
        lambda: next((m for m in town.rider.sees() if "已解决" in m.labels), None)
    )
    await town.rest()
    assert sum(message.words.count("😀") for message in town.rider.sees()) == 2997
    assert all(
        utf16_length(message.text) <= 4096 and utf16_length(message.caption) <= 1024
        for message in town.every_message()
    )
    assert (
        last is not None
        and sum("已解决" in message.labels for message in town.rider.sees()) == 1
    )
    assert [
        call for call in town.refused() if "answerCallbackQuery" not in call.method
    ] == []


async def test_a_card_full_of_emoji_stays_within_a_caption_and_loses_nothing_of_its_end(
    town: Town,
) -> None:
    card = await in_charge(town, "地砖坏了" + "😀" * 900)
    await asked(town)
    town.coordinator.sends_raw(text="换好了" + "😎" * 900)
    await town.telegram.until(
        lambda: "✅" in card.words or [m for m in town.group.sees() if "✅" in m.words]
    )
    await town.rest()
    assert town.refused() == []


async def test_words_above_the_limit_are_refused_with_the_figures(town: Town) -> None:
    town.rider.says("坏" * 3001)
    told = await town.sees(town.rider, "3001")
    assert "3000" in told.words or "3,000" in told.words


# --- markup ---

EVIL = "<b>Eve</b> & <Co> &lt; </i>"


async def test_whatever_people_type_is_shown_as_they_typed_it(town: Town) -> None:
    town.group.chat.name = town.group.chat.name + EVIL
    town.rider.user.first_name = town.coordinator.user.first_name = EVIL
    async with town.house.database.unit() as unit:
        await unit.query(people.update().where(people.c.id == 1).values(name=EVIL))
        unit.directory_changes()
    town.rider.sends_photo(PICTURE, "地砖坏了" + EVIL)
    await town.sees(town.rider, "在哪儿")
    town.rider.says("大桥下面" + EVIL)
    await town.sees(town.rider, "大桥下面" + EVIL)
    await town.sees(town.rider, "地砖坏了" + EVIL)
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    # the district's desk has it; let 李敏's grid have it
    async with town.house.database.unit() as unit:
        await unit.query(cases.update().values(area="G01", assignee_id=1))
    town.admin.says("/case YH26-0001")
    await town.sees(town.admin, "地砖坏了" + EVIL)
    town.coordinator.says("/queue")
    await town.sees(town.coordinator, "待办")
    town.coordinator.presses("YH26-0001")
    await town.sees(town.coordinator, "大桥下面" + EVIL)
    town.coordinator.presses("接单")
    await town.sees(town.rider, EVIL)
    await asked(town)
    town.coordinator.says("换好了" + EVIL)
    await town.sees(town.rider, "换好了" + EVIL)
    town.rider.says("/my")
    town.admin.says("/people")
    await town.sees(town.admin, EVIL)
    town.admin.says(f"/announce C {EVIL}")
    await town.sees(town.admin, "📢 " + EVIL)
    town.admin.says(f"/invite {EVIL}")
    town.admin.says(f"/grant {EVIL} lead G01")
    town.admin.says(f"/areas {EVIL}")
    town.coordinator.says(f"/case {EVIL}")
    town.coordinator.says(f"/queue {EVIL}")
    await marker(town, town.admin)
    await marker(town, town.coordinator)
    assert town.refused() == []
    marked = {
        entity["type"]
        for message in town.every_message()
        for entity in message.entities
    }
    assert "bold" in marked and marked <= {"bold", "italic", "bot_command", "text_link"}


async def test_every_button_fits_into_sixty_four_bytes_with_ids_of_any_size(
    town: Town,
) -> None:
    await in_charge(town)
    town.coordinator.presses("转派")
    await town.sees(town.coordinator, "转给谁")
    for command in ("/queue", "/mine", "/overdue", "/case YH26-0001"):
        town.coordinator.says(command)
    for command in ("/my", "/lang", "/forget", "/start", LOST):
        town.rider.says(command)
    await town.sees(town.rider, "看一眼")
    town.rider.presses("改一改")
    await town.sees(town.rider, "要改哪里")
    town.rider.presses("更多分类")
    for command in ("/areas", "/announce 雨"):
        town.admin.says(command)
    await marker(town, town.admin)
    await marker(town, town.rider)
    data = {button.data for button in town.every_button() if button.data}
    assert len(data) > 40 and all(len(one.encode()) + 18 <= 64 for one in data), max(
        data, key=len
    )
    assert town.telegram.messages(RIDER)
