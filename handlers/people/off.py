"""Staff say in plain words that they are off: leave is offered for just that, with one press."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time

from domain.people import Person
from domain.reading.model import Reading
from domain.values.days_ahead import A_DAY, days_ahead
from domain.values.period import Period
from domain.values.text import letters, spoken
from handlers.actions.on_case import as_said
from handlers.casework import phrases
from handlers.dialog import questions
from handlers.dialog.turn import Refused, Turn
from handlers.people.duty.told import show
from handlers.people.leave import rights
from handlers.people.leave.away import OFF, TO, away
from handlers.people.leave.planned import ask_days
from handlers.people.scope import HEADS, areas_of, colleagues
from handlers.texts.asking import questioned
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere

SIGNS = re.compile(r"[^\w:/-]+")
OFF_WORK, SICK, SOFT = "words-off-work", "words-sick", "words-off-soft"
"""What takes leave by itself; what does where no report is written; what does with a day only."""
WORDS = (OFF_WORK, SICK, SOFT, "words-off-filler")
LONGEST = 30
"""Letters: whoever says more tells a story (ours)."""
LONGEST_LEFT = {True: 30, False: 8}
"""In English or not: of what stands beside a holiday whose days we do not know."""


async def said(turn: Turn, reading: Reading) -> bool:
    """The same of a row of what staff say beside a report."""
    return await _asked(turn, (OFF_WORK,))


async def asked(turn: Turn) -> bool:
    """Whether somebody said so, and was asked."""
    return await _asked(turn, (OFF_WORK, SICK))


async def _asked(turn: Turn, by_themselves: tuple[str, ...]) -> bool:
    said, beside = rights.parted(turn, spoken(turn.event.text), WORDS[:3])
    to = rights.stand_in_of(turn, beside)
    told = [one for one in WORDS[:3] if anywhere(one).search(said)]
    if letters(said) > LONGEST or not told:
        return False
    person, left = _named(turn, bare(said), said)
    if not left and {*told} & {*by_themselves}:
        await _how_long(turn, person, ill=OFF_WORK not in told)
        return _undone(turn, beside)
    moves = anywhere("words-holiday-moves").search(said) is not None
    moves = moves and len(left) <= LONGEST_LEFT[left.isascii()]
    if moves and {*told} & {*by_themselves}:
        await _how_long(turn, person, ill=False)  # it has other days each year
        return _undone(turn, beside)
    whose = anywhere("words-off-whose").sub(" ", left).strip()
    days = days_of(turn, whose)
    if days is None:
        return False
    await offer(turn, days, person, to)
    return _undone(turn, "" if to else beside)


async def beside(turn: Turn) -> None:
    """The leave that is the reason for what was asked: 我今天不在，全给张强."""
    whole = turn.event
    why, comma, _ = whole.text.replace(",", "，").partition("，")
    if not comma:
        return
    turn.event = replace(whole, text=why)
    said = bare(spoken(why))
    for key in ("words-off-whose", "words-all-of"):
        said = anywhere(key).sub(" ", said).strip()
    days = days_of(turn, said)
    if days is not None and any(anywhere(one).search(spoken(why)) for one in WORDS[:3]):
        await offer(turn, days, None)
    turn.event = whole


def _undone(turn: Turn, beside: str) -> bool:
    """What was said beside it is not lost: true."""
    far = rights.far_named(turn, beside) if beside else None
    if far is not None:
        turn.reply(turn.say("stand-in-far", name=far.name))
    elif beside:
        turn.reply(turn.say("orders-undone", words=beside))
    return True


async def of_others(turn: Turn, reading: Reading) -> bool:
    """李敏休假了没: whether it was asked if a colleague is on leave, and is answered."""
    said = spoken(turn.event.text)
    if letters(said) > LONGEST or not anywhere(OFF_WORK).search(said):
        return False
    others = [one for one in colleagues(turn) if one.id != turn.person.id]
    named = any(one.name and spoken(one.name) in said for one in others)
    begins = anywhere("words-yes-or-no").match(said) is not None
    if not named or not (begins or questioned(said)):
        return False
    show(turn)
    return True


async def _how_long(turn: Turn, person: Person | None, *, ill: bool) -> None:
    """For how long; whoever is ill may want help for it."""
    if person is not None:
        return await ask_days(turn, person)
    await away(turn, "")
    if ill:
        await as_said.offer(turn)


def bare(said: str) -> str:
    """Without the words that say so."""
    for key in WORDS:
        said = anywhere(key).sub(" ", said)
    return " ".join(SIGNS.sub(" ", said).split())


def _named(turn: Turn, said: str, whole: str) -> tuple[Person | None, str]:
    """The colleague who is off, and the rest. Raises Refused where that is not theirs to say."""
    others = [one for one in colleagues(turn) if one.id != turn.person.id]
    found = [one for one in others if one.name and spoken(one.name) in said]
    if len(found) != 1:
        return None, said
    told = spoken(found[0].name)
    if anywhere("words-me").search(whole.partition(told)[2]):
        return None, said.replace(told, " ").strip()  # 跟赵网格长说我请假
    if not areas_of(turn, *HEADS):
        raise Refused("refuse-away-other", name=found[0].name)
    return found[0], said.replace(spoken(found[0].name), " ").strip()


async def offered(turn: Turn, said: str, to: Person | None = None) -> bool:
    """Whether these are days, and leave for them was offered, with what one carries for whom."""
    days = days_of(turn, said)
    if days is not None:
        await offer(turn, days, None, to)
    return days is not None


async def offer(
    turn: Turn, days: Period, person: Person | None, to: Person | None = None
) -> None:
    """A yes right after it takes it, and another day is offered in its place."""
    first, last = _midnight(turn, days.first), _midnight(turn, days.last + A_DAY)
    at = {
        "first": phrases.day(turn.language, first, turn.setup),
        "day": phrases.day(turn.language, last, turn.setup),
    }
    now = days.first == _today(turn)
    whose = f"#{person.id} " if person else ""
    theirs = f"{TO}{to.id}" if to else ""
    pressed = f"{OFF}:{whose}{stamp_of(days)}{theirs}"
    await questions.ask(turn, OFF, {"press": pressed, "other": person is not None})
    yes = turn.choice(
        "button-off-now" if now else "button-off",
        f"w:{pressed}",
        **at,
    )
    text = turn.say("ask-off-today" if now else "ask-off", **at)
    if person is not None:
        text = turn.say("ask-off-other", name=person.name, **at)
    elif to is not None and not now:
        text = turn.say("ask-off-plain", **at)
    if to is not None:
        text = Safe(f"{text}\n{turn.say('off-stand-in', to=to.name)}")
    turn.reply(text, [[yes]])


def stamp_of(days: Period) -> str:
    """As the press brings them."""
    return f"{days.first.isoformat()},{(days.last + A_DAY - days.first).days}d"


def days_of(turn: Turn, said: str) -> Period | None:
    """The days off; a part of a day is offered as the day."""
    part = anywhere("words-day-part").search(said) is not None
    said = anywhere("words-day-part").sub(" ", said).strip()
    if part and not said:
        return Period(_today(turn), _today(turn))
    return days_ahead(said, turn.unit.now, turn.setup.zone)


def _today(turn: Turn) -> date:
    return turn.unit.now.astimezone(turn.setup.zone).date()


def _midnight(turn: Turn, day: date) -> datetime:
    return datetime.combine(day, time(), turn.setup.zone)
