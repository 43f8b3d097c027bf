"""怎么撤回, "how do I add a photo", 位置发错了怎么办: a rider who asks how it is done hears how,
with the press for it where there is one. It is no word of a case, and no place.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.values.text import letters
from handlers.actions.own import how_far, own
from handlers.actions.viewing.case_lines import opens
from handlers.contents import INTENTS
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE, heard
from handlers.hearing.told_in_talk import asked_with, offered, secret_told
from handlers.hearing.topics import Topic, asked_for, asks_how
from handlers.points.card import card
from handlers.texts.asking import questioned
from handlers.texts.words import plain

LONGEST = 50
"""Letters: whoever says more tells of something else (ours)."""
MOST_LISTED = 3
IN_DANGER = "how-report-danger"
"""The numbers first, for who asks how a danger would be reported that is not there now."""
Answer = Callable[[Turn, Reading], Awaitable[None]]


async def _withdraw(turn: Turn, reading: Reading) -> None:
    """One press away, of what they have open."""
    cases = await _open(turn)
    if not cases:
        return await INTENTS[Intent.CANCEL](turn, reading)
    await how_far.to_withdraw(turn, cases)


async def _mine(turn: Turn, reading: Reading) -> None:
    await own.my(turn, "")


async def _points(turn: Turn, reading: Reading) -> None:
    await card(turn)


async def _how_long(turn: Turn, reading: Reading) -> None:
    """How far theirs are and when they are due; who has none is told how it works."""
    intent = Intent.STATUS if await _open(turn) else Intent.HOW_TO
    await INTENTS[intent](turn, reading)


async def _open(turn: Turn) -> list[Case]:
    return [*await turn.unit.cases.open_of(turn.person.id, MOST_LISTED)]


@dataclass(frozen=True, slots=True)
class RidersTopic(Topic):
    """It is answered by the text `told`; with an open case by `added` and the press that adds to
    it; or by what answers that talk. `anyway`: it is no matter, however it sounds.
    """

    told: str = ""
    added: str = ""
    intent: Intent | None = None
    does: Answer | None = None
    anyway: bool = False


TOPICS = (
    RidersTopic(
        "words-ask-new-phone",
        told="how-new-phone-rider",
        asked=True,
    ),
    RidersTopic(
        "words-ask-no-road",
        told="how-no-road",
        anyway=True,
    ),
    RidersTopic(
        "words-ask-for-another",
        told="how-for-another",
        asked=True,
    ),
    RidersTopic(
        "words-ask-place",
        told="how-right-place",
    ),
    RidersTopic(
        "words-ask-kind",
        told="how-right-kind",
    ),
    RidersTopic(
        "words-ask-link",
        told="how-link",
    ),
    RidersTopic(
        "words-ask-no-photo",
        told="how-no-photo",
        asked=True,
    ),
    RidersTopic(
        "words-ask-photo",
        told="how-send-photo",
        added="how-add-photo",
    ),
    RidersTopic(
        "words-ask-location",
        told="how-location",
    ),
    RidersTopic(
        "words-ask-mistake",
        told="how-right",
    ),
    RidersTopic(
        "words-ask-again",
        told="how-again",
        anyway=True,
    ),
    RidersTopic(
        "words-ask-forget",
        told="how-forget",
    ),
    RidersTopic(
        "words-ask-withdraw",
        does=_withdraw,
    ),
    RidersTopic(
        "words-ask-anonymous",
        told="how-anonymous",
    ),
    RidersTopic(
        "words-ask-rate",
        told="how-rate",
    ),
    RidersTopic(
        "words-ask-quiet",
        told="how-mute",
    ),
    RidersTopic(
        "words-ask-language",
        told="how-language",
        asked=True,
    ),
    RidersTopic(
        "words-ask-name",
        told="how-name",
    ),
    RidersTopic(
        "words-ask-person",
        intent=Intent.HUMAN,
    ),
    RidersTopic(
        "words-ask-mine",
        does=_mine,
        asked=True,
    ),
    RidersTopic(
        "words-ask-more",
        told="how-report",
        added="how-add-more",
    ),
    RidersTopic(
        "words-ask-hurry",
        intent=Intent.STATUS,
    ),
    RidersTopic(
        "words-ask-progress",
        intent=Intent.STATUS,
    ),
    RidersTopic(
        "words-ask-points",
        does=_points,
    ),
    RidersTopic(
        "words-ask-how-long",
        does=_how_long,
        asked=True,
    ),
    RidersTopic(
        "words-ask-help",
        intent=Intent.HOW_TO,
        asked=True,
    ),
    RidersTopic(
        "words-ask-report",
        told="how-report",
    ),
)
"""The first that is named counts."""


async def of_nothing(turn: Turn, reading: Reading) -> bool:
    """Whether a rider asked where no report is written, and is answered."""
    if turn.person.staff:
        return False
    if reading.asks_of is not None and alone(turn):
        turn.reply(turn.say(IN_DANGER), calls=reading.asks_of.calls)
        await offered(turn, reading)
        return True
    topic = _topic(turn, reading)
    if topic is None:
        return False
    if topic.does is not None:
        await topic.does(turn, reading)
    elif topic.intent is not None:
        await INTENTS[topic.intent](turn, reading)
    else:
        await _tell(turn, topic)
    return True


def beside(turn: Turn, draft: Draft) -> bool:
    """Whether it was asked while a report is written: it is answered, and that is shown again."""
    reading = heard(turn)
    topic = _topic(turn, reading)
    told = IN_DANGER if reading.asks_of else topic.told if topic else ""
    if not told:
        return False
    conversation.show(turn, FILING, draft, first=turn.say(told))
    return True


async def _tell(turn: Turn, topic: RidersTopic) -> None:
    cases = await _open(turn) if topic.added else []
    rows = [[opens(one), turn.choice("button-add", f"c:{one.id}:add")] for one in cases]
    turn.reply(turn.say(topic.added if cases else topic.told), rows)


def _topic(turn: Turn, reading: Reading) -> RidersTopic | None:
    """What is asked for, and no matter is told with it: 平台撤回我的单怎么办."""
    said = plain(turn.event.text)
    if not alone(turn) or letters(said) > LONGEST or reading.danger is not None:
        return None
    how = asks_how(said)
    if not (how or questioned(said, "words-open-question")):
        return None
    topic = asked_for(said, TOPICS)
    if topic is None or not (how or topic.asked):
        return None
    matter = _tells(reading) or asked_with(turn, reading)
    matter = matter or secret_told(reading, turn.event.text)
    return topic if topic.anyway or not matter else None


def _tells(reading: Reading) -> bool:
    if reading.report < A_MATTER:
        return False
    return reading.sure >= SURE or reading.privacy is Privacy.CONFIDENTIAL
