"""Twenty thousand spoilt updates by seed: the reader bears them all, and hears whoever is honest
between them. `make faults` tries ten times as many.
"""

from __future__ import annotations

import json

import orjson
import pytest
from telegram.error import TelegramError

from bot.channels.telegram import loose
from bot.channels.telegram.receive import read_safely
from domain.messages import EventKind
from tests.faults.reading import fuzz, updates_of_a_rider
from tests.faults.samples import WORDS

MANY, SEED = 20_000, 20261127
HALF = "\ud83d"


def test_spoilt_updates_raise_nothing_and_hide_nobody_honest() -> None:
    found = fuzz(MANY, SEED)
    assert found.wrong == {}
    assert found.updates == MANY + MANY // 100
    # a fuzz that spoils everything, or nothing, would show nothing
    assert all(found.kinds[kind] > 100 for kind in EventKind), found.kinds


@pytest.mark.parametrize(
    "worst",
    [
        b'"\\ud83d"',
        b"1e999",
        b"NaN",
        b"9" * 5000,
        b"[" * 1100 + b"]" * 1100,
        b'{"a":' * 5000 + b"0" + b"}" * 5000,
        b'"\\u0000 \\" ] } \\\\"',
        b'"\xff\xfe"',
    ],
)
def test_an_update_that_is_no_json_leaves_the_others_in_its_answer(
    worst: bytes,
) -> None:
    honest = [updates_of_a_rider(number) for number in (1, 3)]
    spoilt = b'{"update_id":900000002,"poll":%b}' % worst
    first, last = map(orjson.dumps, honest)
    body = b'{"ok":true,"result":[%b,%b, %b]}' % (first, spoilt, last)
    read = loose.updates(body)
    assert [read[0], read[2]] == honest
    assert read[1]["update_id"] == 900_000_002


def test_what_cannot_be_read_at_all_is_kept_as_it_came() -> None:
    text = b'{"update_id":7,"message":%b}' % (b"[" * 2000 + b"]" * 2000)
    event = read_safely(loose.one(text))
    assert event is not None and event.kind is EventKind.UNREADABLE
    assert (event.external_id, event.raw["unread"]) == ("7", text.decode())


def test_half_a_character_costs_only_itself() -> None:
    update = updates_of_a_rider(1)
    update["message"]["text"] = f"{WORDS}{HALF}"
    event = read_safely(loose.one(json.dumps(update).encode()))
    assert event is not None and (event.kind, event.text) == (EventKind.MESSAGE, WORDS)


@pytest.mark.parametrize(
    "cut",
    [b"", b"{", b'{"ok":true}', b"<html>", b'{"ok":true,"result":[{"update_id":1'],
)
def test_an_answer_that_has_no_end_is_asked_for_again(cut: bytes) -> None:
    with pytest.raises(TelegramError):
        loose.updates(cut)


def test_what_decorates_a_message_may_be_anything() -> None:
    update = updates_of_a_rider(1)
    update["message"]["from"] |= {
        "language_code": 5,
        "last_name": ["x"],
        "username": {},
    }
    event = read_safely(update)
    assert event is not None and event.kind is EventKind.MESSAGE
    assert (event.text, event.language, event.name) == (WORDS, "", "小赵")


def test_an_update_without_a_number_is_the_same_when_it_comes_again() -> None:
    update = {"message": updates_of_a_rider(1)["message"]}
    first, again = read_safely(update), read_safely(orjson.loads(orjson.dumps(update)))
    assert first is not None and first.text == WORDS
    assert first == again
