"""What is said while a filing is open: an answer goes into it; talk is answered, and then its
question is shown again, so that nobody believes that it was sent.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from domain.offers import is_number, settle
from domain.reading.model import Reading
from handlers.actions.carers import told_fixed
from handlers.dialog import conversation, ending, filling, into_draft, typed
from handlers.dialog.alone import alone
from handlers.dialog.consent import consents, only_cancels, sends_it
from handlers.dialog.denied import keeps, waits_to_send
from handlers.dialog.fields import words
from handlers.dialog.fits import waits
from handlers.dialog.fixed import carried_out
from handlers.dialog.turn import Turn
from handlers.filing import (
    all_right,
    categorised,
    details,
    here,
    sent_with,
)
from handlers.filing.correcting import REST, corrected
from handlers.filing.details import HOW_FAR
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.filing.judging import answers
from handlers.filing.summary import rest
from handlers.filing.two_matters import BETWEEN, apart, made_one
from handlers.filing.wishing import anywhere_will_do
from handlers.hearing import about_us, explained, shown_with
from handlers.hearing.elsewhere import elsewhere, rooms
from handlers.hearing.filing_talk import (
    answer_no,
    answer_talk,
    change,
    how_far,
    names_another,
    of_a_case,
    summary_again,
    talks,
    unsent,
)
from handlers.hearing.in_danger import maybe_calm
from handlers.hearing.staff import crew
from handlers.texts.asking import wonders
from handlers.texts.words import asks, only

WHO_MAY_KNOW = {
    "words-anonymous": "anonymous:anonymous",
    "words-named": "anonymous:named",
    "words-not-secret": "secret:no",
}
ASKED = ("words-file", "words-consent", "words-cancel", "words-leave-it")
"""What sends a report or drops it, and with a question mark asks how it stands: 提交？"""
CHANGES = ("change", "kind", "anonymous", "secret", "more")
"""Buttons of 改一改 that may be typed while the summary or a question stands."""


async def to_filing(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> None:
    """To the form, unless it is talk."""
    said = turn.event.text
    if alone(turn) and await _of_the_report(turn, draft):
        return
    if await shown_with.heard(turn, draft):
        return
    if await maybe_calm(turn, draft):
        return conversation.show(turn, FILING, draft)
    if typed.chosen(turn, FILING, draft):
        return await into_draft.on_message(turn, FILING, draft)
    if draft.asking in BETWEEN and await _put_right(turn, draft):
        return
    if await _elsewhere(turn, draft):
        return
    if here.unseen(turn, draft) or await here.as_before(turn, draft):
        return
    if alone(turn) and await crew.beside(turn, reading):
        return conversation.show(turn, FILING, draft)
    choice = _typed(turn, draft)
    if choice is not None:
        return await into_draft.on_press(turn, FILING, draft, choice)
    if _consents(turn, draft):
        return await _consented(turn, draft)
    if await names_another(turn, draft, reading):
        return await of_a_case(turn, draft, reading)
    if turn.person.staff and carried_out(said) and await told_fixed.by_carer(turn):
        return
    if all_right.told(turn, draft, reading):
        return all_right.ask(turn, draft)
    talk = talks(turn, reading) and _plain(turn)
    if talk and not only_cancels(said) and answers(turn, FILING, draft):
        return await into_draft.on_message(turn, FILING, draft)
    with_words = details.taken(turn, draft, reading) if _plain(turn) else None
    if with_words is not None:
        return await _added(turn, draft, with_words, reading)
    if not talk and draft.asking == "photos" and not turn.event.media:
        return await _beside_the_photos(turn, draft)
    if not talk:
        return await into_draft.on_message(turn, FILING, draft)
    await answer_talk(turn, draft, reading)


async def _put_right(turn: Turn, draft: Draft) -> bool:
    """Whether it says what sort of matter it is, that it is one with another, what was wrong in
    what was told, or the last of it and that it is to be sent.
    """
    if alone(turn) and await made_one(turn, FILING, draft):
        return True
    if await categorised.put_right(turn, FILING, draft):
        return True
    return await corrected(turn, FILING, draft) or await sent_with.sent(turn, draft)


async def _of_the_report(turn: Turn, draft: Draft) -> bool:
    """Whether it says that something in it is wrong, that it stays as it is, or no."""
    said = turn.event.text
    if asks("words-wrong", said, "words-sorry"):
        await change(turn, draft)
    elif _stays(said):
        unsent(turn, draft)
    elif waits(said):
        conversation.show(turn, FILING, draft, first=turn.say("take-your-time"))
    else:
        told = about_us.beside(turn, draft) or explained.of_the_report(turn, draft)
        return told or await _declined(turn, draft)
    return True


async def _declined(turn: Turn, draft: Draft) -> bool:
    """Whether it is a number that stands before no choice, or a bare no: 不要 wants none of it,
    不行 wants it otherwise. Neither is a word of the matter.
    """
    said, chooses = turn.event.text, FILING.view(turn, draft).by_number
    if not chooses or typed.chosen(turn, FILING, draft):
        return False
    if is_number(said):
        first = "not-a-place" if needs(draft) == "place" else "not-an-answer"
        conversation.show(turn, FILING, draft, first=turn.say(first))
    elif asks("words-decline", said, "words-polite"):
        await answer_no(turn, draft)
    elif asks("words-no", said, "words-polite"):
        await _otherwise(turn, draft)
    else:
        return False
    return True


async def _otherwise(turn: Turn, draft: Draft) -> None:
    if needs(draft):
        unsent(turn, draft)
    else:
        await change(turn, draft)


def _stays(said: str) -> bool:
    """Whether it is neither sent nor dropped: that was asked, or a no was said to it."""
    asked = any(wonders(key, said) for key in ASKED)
    return asked or keeps(said) or waits_to_send(said)


async def _added(
    turn: Turn,
    draft: Draft,
    with_words: Draft,
    reading: Reading,
) -> None:
    """With what goes on from it; the place is asked on."""
    if reading.intent in HOW_FAR:
        await how_far(turn, reading)
    kept = await conversation.keep(turn, FILING, with_words)
    if kept is not None:
        asked = kept.asking == "photos" or needs(draft) == needs(kept) == "place"
        first = turn.say("taken-down") if asked else ""
        conversation.show(turn, FILING, kept, first=first)


async def _beside_the_photos(
    turn: Turn,
    draft: Draft,
) -> None:
    """Words or a place, while new pictures are asked for: they are kept, and it is said so. Another
    matter is a draft of its own.
    """
    if await apart(turn, FILING, draft):
        return
    taken = filling.take(FILING, draft, FILING.heard(turn, draft), [])
    kept = await conversation.keep(turn, FILING, taken)
    if kept is not None:
        conversation.show(turn, FILING, kept, first=turn.say("taken-down"))


def _plain(turn: Turn) -> bool:
    """Words and nothing beside them."""
    return alone(turn) and not into_draft.no_words(turn.event)


async def _elsewhere(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether it was for another room; gifts may be what is wished, until a wish has its words."""
    if await elsewhere(turn, writing=True):
        return True
    return alone(turn) and bool(words(draft)) and await rooms(turn)


def _typed(
    turn: Turn,
    draft: Draft,
) -> Choice | None:
    """A label of 改一改 that was typed; not while words are asked for."""
    said = turn.event.text
    if not alone(turn) or (draft.asking or needs(draft)) == "what":
        return None
    if anywhere_will_do(draft, said):
        return Choice("", f"f:{draft.id}:no_place")
    for key, pressed in WHO_MAY_KNOW.items():
        if only(key, said):
            return Choice("", f"f:{draft.id}:{pressed}")
    choice = settle(said, rest(turn, draft).offered, by_number=False)
    known = choice is not None and choice.data.split(":")[2] in CHANGES
    return choice if known else None


def _consents(
    turn: Turn,
    draft: Draft,
) -> bool:
    """A thumb says yes to what would be sent, and answers no question."""
    asked = draft.asking or needs(draft)
    sign = into_draft.no_words(turn.event)
    return alone(turn) and consents(turn.event.text) and not (sign and asked)


async def _consented(
    turn: Turn,
    draft: Draft,
) -> None:
    """Sends what is complete; else shows what is missing, or what would be sent."""
    if needs(draft):
        return unsent(turn, draft)
    sends = draft.asking == REST and sends_it(turn.event.text)
    if sends or not draft.asking:
        return await ending.finish(turn, FILING, draft)
    await summary_again(turn, draft)
