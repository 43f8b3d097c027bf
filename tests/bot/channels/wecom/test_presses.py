"""What a card shows counts only when the answer that says so has arrived."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import pytest

from bot.channels.tencent.turns import Turns
from bot.channels.wecom.answers import Answer
from bot.channels.wecom.api import Api
from bot.channels.wecom.as_it_is import AsItIs
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.drawn import Card, Standing
from bot.channels.wecom.presses import Presses
from bot.channels.wecom.receive import CHANNEL, Pressed
from domain.messages import Address, Event
from storage.database import Database

ZHANG = Address(CHANNEL, "zhangqiang")
AT = (ZHANG, "case-1-1-1")
NOW: Card = {"task_id": AT[1], "main_title": {"title": "as it is"}}
NEWER: Card = {"task_id": AT[1], "main_title": {"title": "newer"}}


class Kept(Cards):
    async def keep(self, at: Standing, code: str) -> None:
        """Codes are another matter."""


class Fresh:
    async def card(self, chat: Address, task_id: str, known: Card | None) -> Card:
        return NOW


async def stored(events: Sequence[Event]) -> None:
    """All of it is."""


@pytest.fixture
def cards() -> Cards:
    turns: Turns[Answer] = Turns(CHANNEL, lambda chat: False)
    return Kept(cast(Database, None), cast(Api, None), turns)


async def pressed(cards: Cards, number: int) -> Callable[[bool], None]:
    presses = Presses(cards._turns, cards, cast(AsItIs, Fresh()), stored)
    event = Event(f"press-{number}", ZHANG, ZHANG)
    taken = await presses.take(event, Pressed(AT[1], f"code-{number}"))
    assert taken.answer is not None and taken.gone is not None
    return taken.gone


async def test_who_had_gone_before_the_answer_has_the_old_card_still(
    cards: Cards,
) -> None:
    cards.changed(AT, NOW, done=False)
    gone = await pressed(cards, 1)
    for _ in range(3):  # tries, for none of which anybody waited
        gone(False)
    assert cards.unshown(AT) == NOW
    (await pressed(cards, 2))(True)
    assert cards.unshown(AT) is None and cards.last(AT) == NOW


async def test_what_has_changed_while_the_answer_was_on_its_way_is_not_forgotten(
    cards: Cards,
) -> None:
    gone = await pressed(cards, 1)
    cards.changed(AT, NEWER, done=False)
    gone(True)
    assert cards.unshown(AT) == NEWER
