"""What was begun before and goes on for a while: a question that may be answered by typing, an
emergency, the talk with somebody who was called.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.values.numbers_said import leading
from domain.values.text import letters
from handlers.actions.carers.card_words import said_in
from handlers.actions.emergencies import emergencies
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case import confiding, relays
from handlers.contents import QUESTIONS
from handlers.dialog import questions
from handlers.dialog.alone import alone, names_a_case
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fits import waits
from handlers.dialog.questions import Question, slipped
from handlers.dialog.turn import Turn
from handlers.hearing import in_danger
from handlers.hearing.staff import for_us
from handlers.lists import bare
from handlers.people import settings, start
from handlers.texts.words import FILL, anywhere, asks, begins, only

Begun = Callable[[Turn], Awaitable[Draft | None]]
GoesOn = Callable[[Turn, Draft, Reading], Awaitable[bool]]

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


# --- a question, and somebody who was called ---


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
    if reading.intent is Intent.CANCEL and not _answers(asked, turn.event.text):
        await questions.settle(turn)
        turn.reply(turn.say("form-cancelled"))
        return True
    said = turn.event.text.strip()
    if only("words-polite", said):
        return False
    if waits(said):
        turn.reply(turn.say("take-your-time"))
        return True
    short = letters(said) <= SHORT and reading.report < A_MATTER
    left = names_a_case(turn) or any(asks(room, said, FILL) for room in ROOMS)
    left = left or (turn.person.staff and _of_work(turn, said))
    return await questions.answered(
        turn,
        QUESTIONS,
        mark.about,
        near=short and not left,
    )


def _answers(
    asked: Question | None,
    said: str,
) -> bool:
    """Whether what sounds like giving up is an answer to it."""
    return asked is not None and (asked.either or (asked.slips and slipped(said)))


def _of_work(turn: Turn, said: str) -> bool:
    """Whether staff ask for a list, name an act or say that they are there: no try at an answer."""
    if bare.asks_more(turn, said) or begins("words-arrived", said):
        return True
    whole = [one for one in leading(said).numbers if not one.startswith("#")]
    if for_us.plainly(turn) or whole:
        return True  # 0001谢谢骑手 is of that case
    return bool(said_in(said).act) or anywhere("words-counted").search(said) is not None


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


async def _relay(
    turn: Turn,
    mark: Draft,
    reading: Reading,
) -> bool:
    """不找了 ends it; whatever else is said goes to whoever was called, but what is confidential
    where the case is not: a draft of its own, and one press gives it to them after all.
    """
    case = await relays.running(turn)
    if case is None or names_a_case(turn):
        return False
    if alone(turn) and await _of_their_data(turn):
        return True
    if alone(turn) and relays.over(turn.event.text):
        await relays.hang_up(turn, case, "")
        return True
    if alone(turn) and confides(case, reading):
        await confiding.begin(turn, case)
        return True
    await relays.pass_on(turn, case, reading)
    return True


async def _of_their_data(turn: Turn) -> bool:
    """删掉我的信息, "what do you keep of me": that is ours to answer, whoever was called."""
    if await settings.asked_to_forget(turn):
        return True
    return await settings.asked_what_is_kept(turn)


ROWS: tuple[tuple[Begun, GoesOn], ...] = (
    (questions.begun, _question),
    (emergencies.begun, in_danger.goes_on),
    (relays.begun, _relay),
)
