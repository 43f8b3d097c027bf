"""Spoilt updates against Telegram's reader, in answers of a hundred with an honest one among them:
nothing is raised, nothing stalls, and the honest one is read.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.channels.telegram import loose
from bot.channels.telegram.receive import read_safely
from domain.messages import Address, Event, EventKind
from storage.columns import PlainJson
from tests.faults.mutations import mutated
from tests.faults.samples import WORDS, updates

AT_ONCE = 100  # updates in an answer (core.telegram.org/bots/api#getupdates)
WORDS_OF = (
    "external_id",
    "text",
    "data",
    "press_ref",
    "message_id",
    "reply_to",
    "album",
    "name",
    "language",
)
LONGEST = {"text": 2**20}  # letters; the handlers cut what is too long to be said
LONGEST_OTHER = 1000
LARGEST = 2**31
KEPT_EACH = (
    5  # every so many updates it is tried whether an unreadable one can be put aside
)


@dataclass
class Found:
    """What became of so many spoilt updates; `wrong` should be empty."""

    updates: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0  # seconds of processor for one answer of a hundred


def answers(many: int, seed: int) -> Iterator[bytes]:
    """Answers to getUpdates with so many spoilt updates in all, each with an honest one in its
    middle.
    """
    chance = random.Random(seed)
    honest = [orjson.dumps(update) for update in updates()]
    for start in range(0, many, AT_ONCE):
        size = min(AT_ONCE, many - start)
        spoilt = [mutated(chance.choice(honest), chance) for _ in range(size)]
        spoilt.insert(size // 2, orjson.dumps(updates_of_a_rider(start)))
        yield b'{"ok":true,"result":[%b]}' % b",".join(spoilt)


def updates_of_a_rider(number: int) -> dict[str, Any]:
    """An honest update with a number of its own."""
    who = {
        "id": 5001,
        "is_bot": False,
        "first_name": "小赵",
        "language_code": "zh-hans",
    }
    chat = {"id": 5001, "type": "private"}
    message = {"message_id": number + 1, "from": who, "chat": chat, "text": WORDS}
    return {"update_id": 900_000_000 + number, "message": message}


def fuzz(many: int, seed: int) -> Found:
    found = Found()
    for body in answers(many, seed):
        begun = time.process_time()
        _answer(body, found)
        found.slowest = max(found.slowest, time.process_time() - begun)
    return found


def _answer(body: bytes, found: Found) -> None:
    try:
        read = loose.updates(body)
    except Exception as error:
        found.wrong[f"the answer: {type(error).__name__}"] += 1
        return
    events = [_event(update, found) for update in read]
    heard = [event for event in events if event and event.sender.chat == "5001"]
    if [event.text for event in heard] != [WORDS]:
        found.wrong["the honest one was not heard"] += 1


def _event(update: Any, found: Found) -> Event | None:
    found.updates += 1
    try:
        event = read_safely(update)
    except Exception as error:
        found.wrong[f"the reader: {type(error).__name__}"] += 1
        return None
    found.kinds[event.kind if event else "none of ours"] += 1
    if event is not None:
        found.wrong.update(complaints(event))
        if event.kind is EventKind.UNREADABLE and found.updates % KEPT_EACH == 0:
            found.wrong.update(_kept(event.raw))
    return event


def complaints(event: Event) -> Iterator[str]:
    """What the floors below could stumble over."""
    for name in WORDS_OF:
        yield from _words(name, getattr(event, name), LONGEST.get(name, LONGEST_OTHER))
    for address in (event.sender, event.chat):
        yield from _address(address)
    for media in event.media:
        for name in ("ref", "name", "mime"):
            yield from _words(f"media.{name}", getattr(media, name), LONGEST_OTHER)
        for name in ("size", "seconds"):
            value = getattr(media, name)
            if type(value) is not int or not 0 <= value < LARGEST:
                yield f"media.{name} is {type(value).__name__}"


def _words(name: str, value: Any, longest: int) -> Iterator[str]:
    if type(value) is not str:
        yield f"{name} is {type(value).__name__}"
        return
    if len(value) > longest:
        yield f"{name} is too long"
    if "\0" in value or value != value.encode("utf-8", "ignore").decode():
        yield f"{name} cannot be stored"


def _address(address: Address) -> Iterator[str]:
    number, _, thread = address.chat.partition("#")
    if (
        not number.lstrip("-").isdecimal()
        or not (thread or "0").lstrip("-").isdecimal()
    ):
        yield "an address is no number"
    if len(address.chat) > 40:
        yield "an address is too long"


def _kept(raw: Any) -> Iterator[str]:
    """Whether it can be put aside, and read again by whoever looks at it."""
    column: Any = PlainJson()
    try:
        text = column.process_bind_param(raw, None)
        column.process_result_value(text, None)
        json.loads(text)
    except Exception as error:
        yield f"it cannot be kept: {type(error).__name__}"
