"""What a chat refuses for good is said in the next plainer form: the content always arrives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select
from telegram.error import (
    BadRequest,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.errors import judged
from bot.channels.telegram.refusals import Step, next_step
from domain.messages import Address, Choice, Event, Media, MediaKind, Place, Reply
from storage.outbox.letters import NOTICE
from storage.tables.messages import outbox
from tests.fakes.telegram.message import Message
from tests.house import jpeg
from tests.telegram.town import GROUP, PICTURE, RIDER, Town, eventually

WORDS = "<b>XY26-0001</b> 路口地砖坏了"
CARD = Reply(text=WORDS, choices=((Choice("接单", "c:1:accept"),),))
PHOTO, VOICE, PAPER = MediaKind.PHOTO, MediaKind.VOICE, MediaKind.DOCUMENT
MIME = {PHOTO: "image/jpeg", VOICE: "audio/ogg", PAPER: "application/pdf"}
RIBBON = jpeg((2000, 90))


async def card(
    town: Town, kind: MediaKind, files: Sequence[bytes], chat: int = GROUP
) -> None:
    """A card with files that came through the web, put into the outbox as a handler would."""
    web = Address("web", "7")
    async with town.house.database.unit() as unit:
        ids = tuple(
            unit.media.add(
                Event("1", web, web),
                Media(kind, "", mime=MIME[kind], sha=town.house.files.put(data)),
                form_id=None,
            )
            for data in files
        )
        reply = Reply(text=CARD.text, choices=CARD.choices, photos=ids)
        unit.outbox.add(Address("telegram", str(chat)), reply, NOTICE)
    town.house.delivery.offer(unit.outbox.handover)
    await town.rest()


def standing(town: Town, chat: int = GROUP) -> list[Message]:
    return town.telegram.messages(chat)


def kinds(town: Town, chat: int = GROUP) -> list[str]:
    """What the messages of the chat are, oldest first."""
    return [m.media[0] if m.media else "text" for m in standing(town, chat)]


# --- the table ---


@pytest.mark.parametrize(
    ("error", "step"),
    [
        (BadRequest("Can't parse entities: unclosed start tag"), Step.MARKUP),
        (BadRequest("Message thread not found"), Step.TOPIC),
        (BadRequest("Topic_closed"), Step.TOPIC),
        (BadRequest("Button_data_invalid"), Step.BUTTONS),
        (BadRequest("Photo_invalid_dimensions"), Step.FORM),
        (BadRequest("Image_process_failed"), Step.FORM),
        (BadRequest("Wrong file identifier/http url specified"), Step.FORM),
        (NetworkError("Request Entity Too Large (413)"), Step.FORM),
        (BadRequest("Not enough rights to send photos to the chat"), Step.KIND),
        (BadRequest("Not enough rights to send documents to the chat"), Step.KIND),
        (BadRequest("Voice_messages_forbidden"), Step.KIND),
        (Forbidden("Forbidden: CHAT_SEND_PHOTOS_FORBIDDEN"), Step.KIND),
        (BadRequest("Something new"), Step.UNKNOWN),
        (BadRequest("Not enough rights to send text messages to the chat"), None),
        (BadRequest("Have no rights to send a message"), None),
        (BadRequest("Chat not found"), None),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), None),
        (TimedOut(), None),
        (NetworkError("Bad Gateway"), None),
        (RetryAfter(3), None),
    ],
)
def test_each_error_has_its_next_form(error: TelegramError, step: Step | None) -> None:
    assert next_step(error) is step


def test_who_may_not_write_at_all_is_gone_and_who_refuses_one_kind_is_not() -> None:
    muted = BadRequest("Not enough rights to send text messages to the chat")
    assert judged(muted).gone
    assert not judged(BadRequest("Not enough rights to send photos to the chat")).gone


# --- one file ---


@pytest.mark.parametrize(
    ("kind", "content", "forbidden", "shown"),
    [
        (PHOTO, PICTURE, set(), ["photo"]),
        (PHOTO, RIBBON, set(), ["document"]),
        (PHOTO, PICTURE, {"photo"}, ["document"]),
        (PHOTO, PICTURE, {"photo", "document"}, ["text"]),
        (VOICE, b"OggS", set(), ["voice"]),
        (VOICE, b"OggS", {"voice"}, ["document"]),
        (VOICE, b"OggS", {"voice", "document"}, ["text"]),
        (PAPER, b"%PDF", {"document"}, ["text"]),
    ],
)
async def test_a_card_arrives_with_its_buttons_in_the_best_form_that_the_group_takes(
    town: Town, kind: MediaKind, content: bytes, forbidden: set[str], shown: list[str]
) -> None:
    town.group.chat.forbidden = forbidden
    await card(town, kind, [content])
    assert kinds(town) == shown
    message = standing(town)[-1]
    assert message.words.startswith("XY26-0001 路口地砖坏了")
    assert message.labels == ["接单"]
    assert ("收不了" in message.words) is (shown == ["text"])
    if shown != ["text"]:
        assert town.telegram.bytes_of(message) == content


async def test_a_picture_larger_than_telegram_takes_goes_as_a_file(town: Town) -> None:
    data = jpeg((6000, 4100))
    await card(town, PHOTO, [data])
    assert kinds(town) == ["document"]
    assert town.telegram.bytes_of(standing(town)[0]) == data


async def test_a_riders_own_photo_goes_as_a_file_where_photos_are_forbidden(
    town: Town,
) -> None:
    town.group.chat.forbidden = {"photo"}
    await town.files()
    await town.telegram.until(lambda: "document" in kinds(town), 10)
    assert any("接单" in m.labels for m in standing(town))


async def test_a_person_who_takes_no_voice_gets_it_as_a_file(town: Town) -> None:
    town.rider.chat.forbidden = {"voice"}
    await card(town, VOICE, [b"OggS"], RIDER)
    assert kinds(town, RIDER) == ["document"]


# --- albums ---


async def test_an_album_with_one_picture_out_of_bounds_comes_picture_by_picture(
    town: Town,
) -> None:
    await card(town, PHOTO, [PICTURE, RIBBON, PICTURE])
    assert kinds(town) == ["document", "photo", "photo"]
    assert standing(town)[-1].labels == ["接单"]


async def test_a_group_that_forbids_photos_is_asked_once_for_an_album(
    town: Town,
) -> None:
    town.group.chat.forbidden = {"photo"}
    await card(town, PHOTO, [PICTURE, PICTURE, PICTURE])
    assert kinds(town) == ["document", "document", "document"]
    refused = [call.method for call in town.refused()]
    assert refused == ["sendMediaGroup", "sendPhoto"]


async def test_an_album_that_a_group_takes_in_no_form_is_said_in_a_line(
    town: Town,
) -> None:
    town.group.chat.forbidden = {"photo", "document"}
    await card(town, PHOTO, [PICTURE, PICTURE])
    assert kinds(town) == ["text"]
    assert "2 个文件" in standing(town)[0].words
    assert standing(town)[0].labels == ["接单"]


# --- what Telegram never said before ---


@pytest.mark.parametrize("times", [1, 2, 3, 4])
async def test_an_unknown_refusal_of_a_photo_costs_no_words(
    town: Town, times: int
) -> None:
    """Twice the photo, twice the file, each with the words and without."""
    town.telegram.fail(
        "sendPhoto", min(times, 2), "400", description="Bad Request: SOMETHING_NEW"
    )
    if times > 2:
        town.telegram.fail(
            "sendDocument", times - 2, "400", description="Bad Request: SOMETHING_NEW"
        )
    await card(town, PHOTO, [PICTURE])
    shown = {1: ["photo", "text"], 2: ["document"]}
    assert kinds(town) == (shown | {3: ["document", "text"], 4: ["text"]})[times]
    said = [m for m in standing(town) if m.words.startswith("XY26-0001")]
    assert len(said) == 1 and said[0].labels == ["接单"]


@pytest.mark.parametrize(("times", "buttons"), [(1, ["接单"]), (2, [])])
async def test_an_unknown_refusal_of_words_costs_markup_first_and_then_buttons(
    town: Town, times: int, buttons: list[str]
) -> None:
    town.telegram.fail(
        "sendMessage", times, "400", description="Bad Request: SOMETHING_NEW"
    )
    await card(town, PHOTO, [])
    [message] = standing(town)
    assert message.words == "XY26-0001 路口地砖坏了" and message.labels == buttons


async def test_a_card_that_cannot_be_changed_for_an_unknown_reason_is_sent_anew(
    town: Town,
) -> None:
    await town.files()
    town.telegram.fail(
        "editMessageText",
        1,
        "400",
        chat_id=GROUP,
        description="Bad Request: SOMETHING_NEW",
    )
    town.telegram.fail(
        "editMessageCaption",
        1,
        "400",
        chat_id=GROUP,
        description="Bad Request: SOMETHING_NEW",
    )
    before = len(standing(town))
    town.group.presses(town.coordinator, "接单")
    await town.telegram.until(lambda: len(standing(town)) > before)
    assert "李敏" in standing(town)[-1].words


# --- places and numbers ---


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(place=Place(24.5, 118.1)), "24.500000, 118.100000"),
        (Reply(text="!", calls=("120",)), "120 急救"),
    ],
)
async def test_a_place_or_number_that_a_chat_refuses_is_said_in_words(
    town: Town, reply: Reply, words: str
) -> None:
    town.group.chat.forbidden = {"location", "contact"}
    async with town.house.database.unit() as unit:
        unit.outbox.add(Address("telegram", str(GROUP)), reply, NOTICE)
    town.house.delivery.offer(unit.outbox.handover)
    await town.sees(town.group, words)


# --- nobody can be reached ---


async def state_of_letters(town: Town) -> Any:
    rows = await town.rows(select(outbox.c.state, outbox.c.error))
    return [row for row in rows if row.state == "gave_up"]


async def test_admins_hear_of_a_group_in_which_the_bot_is_muted(town: Town) -> None:
    town.group.chat.forbidden = {"text", "photo", "document"}
    await card(town, PHOTO, [PICTURE])
    await town.sees(town.admin, "禁言")


async def test_admins_hear_of_a_letter_that_a_group_takes_in_no_form(
    town: Town,
) -> None:
    town.telegram.fail(
        "sendMessage",
        9,
        "400",
        chat_id=GROUP,
        description="Bad Request: SOMETHING_NEW",
    )
    await card(town, PHOTO, [])
    await town.sees(town.admin, "发不进")
    assert await eventually(lambda: state_of_letters(town))
    town.telegram.failures.clear()
    await town.writes(GROUP, "B")
    await town.sees(town.group, "B")


async def test_a_bot_that_is_muted_is_noticed_at_once(town: Town) -> None:
    town.group._stands(town.admin, "restricted")
    await town.sees(town.admin, "禁言")
