"""这个类别错了, "wrong category, it should be rubbish": staff put the case in their hands under
another one. Of several it is asked which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.reading.model import Reading
from domain.values.number import certain
from domain.values.numbers_said import MEASURED, leading, only_number
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.commands import find, seen_as
from handlers.actions.card_labels import key_of
from handlers.actions.carers.in_hand import in_hand
from handlers.actions.carers.turned import without_this
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.whose import numbered, say_whose
from handlers.dialog.alone import alone
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.amending import categorised
from handlers.texts.words import words

ACT = "category"
ENDS = "。.！!~～ "
LATELY = timedelta(minutes=10)
"""So long such words are of what they filed themselves (ours)."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was said so of a case of theirs, and was done or asked. Raises Refused for a
    number that nothing has.
    """
    if not (turn.person.staff and alone(turn)):
        return False
    numbers, said = numbered_apart(turn.event.text)
    code = code_of(turn, said)
    if code is None or await _filed_lately(turn):
        return False
    return await put(turn, reading, ACT, code, numbers)


def numbered_apart(text: str) -> tuple[tuple[str, ...], str]:
    """The numbers before the words, or the only one among them, and the words."""
    named = leading(without_this(text.strip()))
    if named.numbers:
        return named.numbers, named.rest
    number, beside = only_number(text)
    if certain(number) and not MEASURED.search(text):
        return (number,), " ".join(beside.split())
    return (), named.rest


async def put(
    turn: Turn, reading: Reading, act: str, value: str, numbers: Sequence[str]
) -> bool:
    """Whether a case of theirs is put under it, or it was asked which. Raises Refused."""
    found = [one for number in numbers for one in await seen_as(turn, number)]
    if numbers and not found:
        await find(turn, numbers[0])  # raises that there is none
    cases = found or [*await in_hand(turn, reading)]
    able = [one for one in cases if not await refusal_for(turn.scene, one, act)]
    if len(able) == 1:
        await begin(turn, able[0], act, value)
    elif able:
        text = turn.say("card-which", act=turn.label(key_of(act)))
        turn.reply(text, numbered(turn, able, act))
    elif cases:
        await say_whose(turn, cases[0])
    return bool(cases)


def code_of(turn: Turn, said: str) -> str | None:
    """Also where nothing behind it says that it is one: 应该归水电."""
    whole = turn.event
    turn.event = replace(whole, text=said)
    code = categorised.told(turn)
    if code is None:
        word = min(words("words-sort-behind"))
        turn.event = replace(whole, text=f"{said.rstrip(ENDS)} {word}")
        code = categorised.told(turn)
    turn.event = whole
    return code


async def _filed_lately(turn: Turn) -> bool:
    return await filed_last(turn, LATELY) is not None
