"""What somebody says of the case in their hands that is not done yet: 没找到地方, 要等材料, "can't
find it". One press keeps it for colleagues, tells its filer, or puts the case on hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Event
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.told_of import names, told_of
from domain.values.ordinal import without_place
from handlers.actions.asking.said import latest, pictures, remember
from handlers.actions.carers import asked_short, serials, those_say
from handlers.actions.carers.about_case import able, meant_last, offer
from handlers.actions.carers.fitting import not_ours
from handlers.actions.doing import refusal_for
from handlers.actions.emergencies import help_comes
from handlers.actions.viewing.in_charge import in_charge
from handlers.actions.viewing.whose import numbered
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Refused, Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, begins, plain

OF_THIS = "of_this"
"""The press on the case that is meant, of several."""
ACTS = ("note", "tell", "hold")
"""What can be done with such words, in this order."""
ASKING = ("ask", "tell", "note")
"""The same of what is asked."""
SHOWN = ("resolve", "note", "tell")
"""The same of a picture of the work."""
FOUND_NOTHING = ("resolve", "note", "tell")
"""The same of a place where nothing is wrong."""
NOT_OURS = ("return", "reject", *ACTS[:2])
"""The same of words that say whose it is not."""
LONGEST_THING = {True: 20, False: 6}
"""Letters of what may be named beside, of English or not (ours)."""
LONGEST = 60
"""Letters: whoever says more tells of more than how it stands (ours)."""


def under_way(text: str) -> bool:
    """Whether the words tell how far somebody has come with something, and ask nothing."""
    said = plain(text)
    if len(said) > LONGEST or questioned(said):
        return False
    found = anywhere("words-under-way").search(said) or told_how(said)
    told = found is not None or begins("words-arrived", said)
    turned = _refused(said) or _told_those(said) or those_say.tells(said)
    return told or not_ours(said) or turned


def told_how(said: str) -> re.Match[str] | None:
    """Where they tell who was called, what was done there or who does not let them."""
    return anywhere("words-help-comes").search(said) or help_comes.told().search(said)


def _refused(said: str) -> bool:
    """物业不管: whether those whom it concerns do nothing, and else at most a thing is named."""
    rest = _beside_refusing(said)
    short = sum(letter.isalnum() for letter in rest) <= LONGEST_THING[rest.isascii()]
    refused = short and rest != plain(said)
    return refused and not anywhere("words-gone-bad").search(rest)


def _told_those(said: str) -> bool:
    """我跟物业说了: whether those whom it concerns were told, and nothing else is said."""
    left, count = _telling().subn(" ", said)
    return count > 0 and not any(map(str.isalnum, left))


@cache
def _telling() -> re.Pattern[str]:
    fill, told = "words-refusing-fill", "words-told-those"
    who, beside, done, to = (
        anywhere(key).pattern
        for key in ("words-those", fill, told, "words-tells-those")
    )
    return re.compile(rf"(?:(?:{to})\s*)+(?:{who})\s*(?:(?:{beside})\s*)*(?:{done})")


def _beside_refusing(said: str) -> str:
    return _refusing().sub(" ", plain(said))


@cache
def _refusing() -> re.Pattern[str]:
    keys = ("words-those", "words-refusing-fill", "words-refusing")
    who, fill, refuse = (anywhere(key).pattern for key in keys)
    return re.compile(rf"(?:{who})\s*(?:(?:{fill})\s*)*(?:{refuse})")


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether they were told of a case in hand, and it was asked what shall become of them. Where
    somebody is comes from who was called to an emergency.
    """
    where = reading.intent is Intent.PLACE_ONLY
    if not (where or under_way(turn.event.text)):
        return False
    cases = await in_hand(turn, reading)
    if where:
        cases = tuple(one for one in cases if one.urgency is Urgency.URGENT)
    if not cases or _own_matter(cases, reading, turn.event.text):
        return False
    await ask(turn, cases)
    return True


async def ask(turn: Turn, cases: Sequence[Case]) -> None:
    """What shall become of the words; of several cases first which one is meant."""
    said, media = without_place(turn.event.text), await pictures(turn)
    if len(cases) == 1:
        acts = await able(turn, cases[0], acts_for(said))
        return await offer(turn, cases[0], said, acts, media)
    await remember(turn, said, ACTS[0], media)
    turn.reply(turn.say("in-hand-which", words=said), numbered(turn, cases, OF_THIS))


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """It was this case."""
    said, media = await latest(turn)
    acts = await able(turn, case, acts_for(said))
    if not acts:
        raise Refused("refuse-old-button")
    turn.toast()
    await offer(turn, case, said, acts, media)


def acts_for(said: str, usual: tuple[str, ...] = ACTS) -> tuple[str, ...]:
    """What may become of the words: it is given back where they say whose it is not."""
    if shows_work(said):
        return SHOWN
    if _all_well(said):
        return FOUND_NOTHING
    if asked_short.asks(said):
        return ASKING
    return NOT_OURS if not_ours(said) else usual


def shows_work(said: str) -> bool:
    """Whether they say that a picture shows the work, or the place before it: 修前, 修后."""
    return asks("words-shows-work", said, "words-shows-work-fill")


def found_nothing(event: Event) -> bool:
    """Whether somebody tells who was there that nothing is wrong; 没问题 alone is a nod."""
    said = plain(event.text)
    beside, found = anywhere("words-nothing-found").subn(" ", said)
    if len(said) > LONGEST or questioned(said):
        return False
    if anywhere("words-gone-bad").search(beside):
        return False
    was_there = event.media or anywhere("words-looked-at").search(said)
    return bool(found or (was_there and _all_well(said)))


def _all_well(said: str) -> bool:
    keys = "words-nothing-found", "words-no-problem"
    return any(anywhere(key).search(plain(said)) for key in keys)


async def in_hand(turn: Turn, reading: Reading) -> tuple[Case, ...]:
    """The case that was told of last, or opened; else those that the words tell of, or that were
    taken, of all that they carry.
    """
    last = await meant_last(turn, turn.event.text)
    if last is not None and await able(turn, last, ACTS):
        return (last,)
    carried = await in_charge(turn)
    carried = [
        one for one in carried if await refusal_for(turn.scene, one, ACTS[0]) is None
    ]
    shown = serials.opened(await turn.unit.offers.last(turn.private))
    said = turn.event.text
    taken = tuple(one for one in carried if one.state is State.IN_PROGRESS)
    opened = tuple(one for one in carried if one.id == shown)
    named = serials.among(turn, carried, said) or told_of(carried, said, reading)
    return named or opened or taken or tuple(carried)


def _own_matter(cases: Sequence[Case], reading: Reading, said: str) -> bool:
    """Whether they report another thing."""
    if _refused(said):
        return bool(things(_beside_refusing(said))) and not any(
            names(one, said) for one in cases
        )
    if reading.intent is not Intent.REPORT or reading.report < A_MATTER:
        return False
    theirs = {case.category for case in cases}
    another = reading.category not in theirs and bool(things(said))
    another = another and not any(names(one, said) for one in cases)
    another = another and not (told_how(plain(said)) or not_ours(said))
    rest = those_say.beside(plain(said))
    another = another and (rest is None or bool(things(rest)))
    return bool(reading.places) or another
