"""What is said while an emergency of this chat goes on."""

from __future__ import annotations

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Kind
from domain.offers import is_number
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies import (
    all_clear,
    calming,
    emergencies,
    of_its_kind,
    which_over,
    which_place,
    who_comes,
)
from handlers.actions.emergencies.belonging import confides, of_the_accident
from handlers.actions.on_case import confiding
from handlers.actions.viewing.sent_already import of_a_form, sends, tell
from handlers.contents import INTENTS
from handlers.dialog import into_draft
from handlers.dialog.alone import alone, names_a_case
from handlers.dialog.consent import consents
from handlers.dialog.turn import Turn
from handlers.filing.emergency import ask_place
from handlers.hearing import meanwhile
from handlers.hearing.who_reads import asks_who_reads
from handlers.people import start
from handlers.stations import asked as stations
from handlers.texts.asking import wonders
from handlers.texts.words import asks, only

ANSWERED = (
    Intent.STATUS,
    Intent.COMPLAINT_UNANSWERED,
    Intent.THANKS,
    Intent.CONFIRM,
)
"""What is answered as talk while an emergency runs; all else goes to the people who are on it."""

NODS = (Intent.THANKS, Intent.CONFIRM)
NOTHING_MORE = ("words-nod", "words-praise", "words-beside-thanks")
"""What thanks or a nod may be made of that tell nothing."""


async def goes_on(
    turn: Turn,
    mark: Draft,
    reading: Reading,
) -> bool:
    """没事了 ends it, how it stands is answered, all else goes to the people who are on it. What
    only sounds like taking it back (位置发错了) goes to them too, with a press to end it.
    """
    case = await emergencies.running(turn)
    if case is None or names_a_case(turn):
        return False
    if _of_the_menu(turn):
        return False
    if only("words-all-clear", turn.event.text):
        await which_over.said(turn, case)
        return True
    if await which_place.typed(turn, case):
        return True
    if _sounds_calm(turn, case, reading):
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
    if alone(turn) and asks_who_reads(turn.event.text):
        turn.reply(turn.say("secret-who-reads"))
        return True
    reading = of_the_accident(case, reading, turn.event.text)
    if confides(case, reading):
        await confiding.begin(turn, case)
        return True
    if await _answered(turn, case, reading):
        return True
    return not _is_talk(turn, reading) and await emergencies.hear(turn, case, reading)


def _of_the_menu(turn: Turn) -> bool:
    """Whether a big button was typed. 求助 may be a cry, and 上报 in so many words is about what
    goes on: a form would take the place that is still to be said.
    """
    said = start.typed(turn)
    mine = said == Kind.HAZARD and start.labelled(turn) != said
    return bool(said) and said != Kind.HELP and not mine


async def _answered(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it asks of another matter, how far those are who come, or for a station."""
    if await meanwhile.asked(turn, reading):
        return True
    if who_comes.asked(turn, reading):
        await who_comes.answer(turn, case)
        return True
    return alone(turn) and await stations.asked(turn, filing=True)


def _is_talk(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it is answered as talk. What is only guessed to be that goes on: it may be "right
    here"; so do thanks or a nod that tell more: "thanks, come fast", "ok police is here".
    """
    said = turn.event.text
    if reading.intent not in ANSWERED or not (reading.said and alone(turn)):
        return False
    nods = reading.intent in NODS
    return not nods or only("words-polite", said, *NOTHING_MORE)


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


def _sounds_calm(turn: Turn, case: Case, reading: Reading) -> bool:
    said = turn.event.text
    if of_its_kind.ended(case, reading, said):
        return True
    wonders_so = wonders("words-all-clear", said)
    if wonders_so or asks("words-out-now", said, *of_its_kind.OUT_NOW):
        return True
    if only("words-no-danger", said, "words-over", "words-polite"):
        return True
    if asks("words-nothing-true", said, "words-in-jest-fill", "words-polite"):
        return True
    return reading.intent is Intent.CANCEL or calming.is_over(turn)


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
