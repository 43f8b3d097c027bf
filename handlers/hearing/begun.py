"""What was begun before and goes on for a while: a question that may be answered by typing, an
emergency, the talk with somebody who was called.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Kind
from domain.offers import is_number
from domain.reading.model import Intent, Reading
from domain.values.number import case_number
from handlers.actions import (
    all_clear,
    calming,
    confiding,
    emergencies,
    relays,
    which_over,
    which_place,
    who_comes,
)
from handlers.actions.belonging import confides
from handlers.actions.sent_already import of_a_form, sends, tell
from handlers.contents import INTENTS, QUESTIONS
from handlers.dialog import into_draft, questions
from handlers.dialog.consent import consents
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fits import waits
from handlers.dialog.questions import Question
from handlers.dialog.turn import Turn
from handlers.filing.emergency import ask_place
from handlers.lists import bare
from handlers.people import start
from handlers.stations import asked as stations
from handlers.texts.words import FILL, asks, only, wonders

Begun = Callable[[Turn], Awaitable[Draft | None]]
GoesOn = Callable[[Turn, Draft, Reading], Awaitable[bool]]

ANSWERED = (
    Intent.STATUS,
    Intent.COMPLAINT_UNANSWERED,
    Intent.THANKS,
    Intent.CONFIRM,
    Intent.AD_SPAM,
)
"""What is answered as talk while an emergency runs; all else goes to the people who are on it."""

ROOMS = (
    "words-points",
    "words-gifts",
    "words-coupons",
    "words-wishes",
    "words-member",
    "words-proof",
    "words-order",
)
"""Whoever asks for one of these has left the question."""

SHORT = 20  # letters: what is longer is no try at an answer


async def goes_on(
    turn: Turn,
    drafts: list[Draft],
    reading: Reading,
) -> bool:
    """Whether it belongs to what was begun after the form that is open, the latest first."""
    found: list[tuple[Draft, GoesOn]] = []
    for begun, row in ROWS:
        mark = await begun(turn)
        if mark is not None and _since(drafts, mark):
            found.append((mark, row))
    found.sort(key=lambda one: _age(one[0]), reverse=True)
    for mark, row in found:
        if await row(turn, mark, reading):
            return True
    return False


def alone(turn: Turn) -> bool:
    """Words and nothing else."""
    event = turn.event
    return bool(event.text.strip()) and not (event.media or event.place)


def _age(mark: Draft) -> tuple[object, int]:
    return mark.touched_at, mark.id


def _since(
    drafts: list[Draft],
    mark: Draft,
) -> bool:
    """Whether the form that is open was there before."""
    if not drafts:
        return True
    last = drafts[-1]
    return (last.touched_at, last.id) < (mark.touched_at, mark.id)


def _names_a_case(turn: Turn) -> bool:
    return alone(turn) and bool(case_number(turn.event.text))


# --- the three ---


async def _question(
    turn: Turn,
    mark: Draft,
    reading: Reading,
) -> bool:
    if start.typed(turn):  # one of the big buttons is no answer
        await questions.settle(turn)
        return False
    asked = QUESTIONS.get(mark.about["kind"])
    if await _placed(turn, asked, mark):
        return True
    if not alone(turn):
        return False
    if reading.intent is Intent.CANCEL and not (asked and asked.either):
        await questions.settle(turn)
        turn.reply(turn.say("form-cancelled"))
        return True
    said = turn.event.text.strip()
    if only("words-polite", said):
        return False
    if waits(said):
        turn.reply(turn.say("take-your-time"))
        return True
    short = len(said) <= SHORT and reading.report < A_MATTER
    left = _names_a_case(turn) or any(asks(room, said, FILL) for room in ROOMS)
    left = left or (turn.person.staff and bare.asks_more(turn, said))
    return await questions.answered(
        turn,
        QUESTIONS,
        mark.about,
        near=short and not left,
    )


async def _placed(
    turn: Turn,
    asked: Question | None,
    mark: Draft,
) -> bool:
    """Whether a pin answers what was asked; in an emergency it says where that is."""
    pinned = turn.event.place and asked and asked.placed
    if not pinned or await emergencies.running(turn):
        return False
    return await questions.placed(turn, asked, mark.about)


async def _emergency(
    turn: Turn,
    mark: Draft,
    reading: Reading,
) -> bool:
    """没事了 ends it, how it stands is answered, all else goes to the people who are on it. What
    only sounds like taking it back (位置发错了) goes to them too, with a press to end it.
    """
    case = await emergencies.running(turn)
    if case is None or _names_a_case(turn):
        return False
    if start.typed(turn) not in ("", Kind.HELP):  # that one may be a cry
        return False
    if only("words-all-clear", turn.event.text):
        await which_over.said(turn, case)
        return True
    if await which_place.typed(turn, case):
        return True
    if _sounds_calm(turn, reading):
        return await which_over.calms(turn, case, reading)
    rest = calming.beside(turn)
    if rest is not None and rest.danger is not None:
        return await emergencies.hear(turn, case, rest)
    if into_draft.no_words(turn.event):
        await INTENTS[Intent.STATUS](turn, reading)
        return True
    if _a_number(turn):
        heard = await emergencies.hear(turn, case, reading)
        if case.place is None and not case.place_words:
            ask_place(turn, case)
        return heard
    if alone(turn) and await _no_form(turn, case):
        return True
    if confides(case, reading):
        await confiding.begin(turn, case)
        return True
    if who_comes.asked(turn, reading):
        await who_comes.answer(turn, case)
        return True
    if alone(turn) and await stations.asked(turn, filing=True):
        return True
    # what is only guessed to be talk goes on as well: it may be "right here"
    if reading.intent in ANSWERED and reading.said and alone(turn):
        return False
    return await emergencies.hear(turn, case, reading)


async def _no_form(turn: Turn, case: Case) -> bool:
    """Whether it is said of a form, and of what went out already means nothing: 提交, "fine"."""
    said = turn.event.text
    if sends(said) or of_a_form(said):
        await tell(turn, case, sent=True)
        return True
    if not consents(said) or only("words-nod", said, "words-polite"):
        return False
    all_clear.offer(turn, case)
    return True


def _sounds_calm(turn: Turn, reading: Reading) -> bool:
    wonders_so = wonders("words-all-clear", turn.event.text)
    return wonders_so or reading.intent is Intent.CANCEL or calming.is_over(turn)


async def maybe_calm(turn: Turn, draft: Draft) -> bool:
    """Whether it may end an emergency, where a report was begun since: a press says which."""
    said = turn.event.text
    calm = only("words-all-clear", said) and not only("words-leave-it", said)
    case = await emergencies.running(turn) if calm and alone(turn) else None
    if case is not None:
        all_clear.offer(turn, case, draft)
    return case is not None


def _a_number(turn: Turn) -> bool:
    """Of no choice that was offered: it is kept, and says nothing by itself."""
    return alone(turn) and is_number(turn.event.text)


async def _relay(
    turn: Turn,
    mark: Draft,
    reading: Reading,
) -> bool:
    """不找了 ends it; whatever else is said goes to whoever was called, but what is confidential
    where the case is not: a draft of its own, and one press gives it to them after all.
    """
    case = await relays.running(turn)
    if case is None or _names_a_case(turn):
        return False
    if alone(turn) and relays.over(turn.event.text):
        await relays.hang_up(turn, case, "")
        return True
    if alone(turn) and confides(case, reading):
        await confiding.begin(turn, case)
        return True
    await relays.pass_on(turn, case, reading)
    return True


ROWS: tuple[tuple[Begun, GoesOn], ...] = (
    (questions.begun, _question),
    (emergencies.begun, _emergency),
    (relays.begun, _relay),
)
