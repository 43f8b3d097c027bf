"""What is said while a filing is open: an answer goes into it; talk is answered, and then its
question is shown again, so that nobody believes that it was sent.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Reading
from handlers.actions.carers import work_shown
from handlers.dialog import conversation, ending, filling, into_draft, typed
from handlers.dialog.alone import alone
from handlers.dialog.consent import consents, only_cancels, sends_it
from handlers.dialog.fields import words
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing import all_right, details, here, perhaps, sent_with
from handlers.filing.amending import categorised
from handlers.filing.amending.correcting import corrected
from handlers.filing.amending.elsewhere_put import put_elsewhere
from handlers.filing.details import HOW_FAR
from handlers.filing.draft import REST, needs
from handlers.filing.form import FILING
from handlers.filing.judging import answers
from handlers.filing.made_one import made_one
from handlers.filing.taken_down import take_down
from handlers.filing.two_matters import BETWEEN, apart, second
from handlers.filing.where import same_there
from handlers.hearing import of_the_report, shown_with
from handlers.hearing.elsewhere import elsewhere, rooms
from handlers.hearing.filing_talk import (
    answer_talk,
    how_far,
    names_another,
    of_a_case,
    summary_again,
    talks,
    unsent,
)
from handlers.hearing.in_danger import maybe_calm
from handlers.hearing.labels import typed_label
from handlers.hearing.staff import crew
from handlers.texts.words import asks


async def to_filing(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> None:
    """To the form, unless it is talk."""
    danger = perhaps.answered(turn, draft)
    if danger:
        return await perhaps.call(turn, draft)
    if danger is False:
        return await conversation.proceed(turn, FILING, perhaps.nobody(draft))
    if all_right.found_again(turn, draft):
        return all_right.ask(turn, draft)
    if await _no_answer(turn, draft, reading):
        return
    choice = typed_label(turn, draft)
    if choice is not None:
        return await into_draft.on_press(turn, FILING, draft, choice)
    if _consents(turn, draft):
        return await _consented(turn, draft)
    if await names_another(turn, draft, reading):
        return await of_a_case(turn, draft, reading)
    if turn.person.staff and await work_shown.done_or_shown(turn, reading):
        return
    if all_right.told(turn, draft, reading):
        return all_right.ask(turn, draft)
    await _answer_or_talk(turn, draft, reading)


async def _no_answer(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether it was said of the report itself, in its choices, or for somebody else, and that is
    seen to.
    """
    chosen = typed.yes_or_no(turn, FILING, draft) if alone(turn) else None
    if chosen is not None:
        await sent_with.answered(turn, draft, chosen)
        return True
    if alone(turn) and await of_the_report.heard(turn, draft):
        return True
    if await shown_with.heard(turn, draft):
        return True
    if await maybe_calm(turn, draft):
        conversation.show(turn, FILING, draft)
        return True
    if typed.chosen(turn, FILING, draft):
        await into_draft.on_message(turn, FILING, draft)
        return True
    if draft.asking in BETWEEN and await _put_right(turn, draft):
        return True
    if await _elsewhere(turn, draft):
        return True
    if here.unseen(turn, draft) or await here.as_before(turn, draft):
        return True
    if not alone(turn) or not await crew.beside(turn, reading):
        return False
    conversation.show(turn, FILING, draft)
    return True


async def _answer_or_talk(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> None:
    """What the form asked for, what tells more of the matter, or talk."""
    talk = talks(turn, reading) and _plain(turn)
    gives_up = talk and only_cancels(turn.event.text)
    if talk and not gives_up and answers(turn, FILING, draft):
        return await into_draft.on_message(turn, FILING, draft)
    tells = _plain(turn) and not gives_up
    with_words = details.taken(turn, draft, reading) if tells else None
    if with_words is not None:
        return await _added(turn, draft, with_words, reading)
    if talk:
        return await answer_talk(turn, draft, reading)
    if draft.asking == "photos" and not turn.event.media:
        return await _beside_the_photos(turn, draft)
    await into_draft.on_message(turn, FILING, draft)


async def _put_right(turn: Turn, draft: Draft) -> bool:
    """Whether it says what sort of matter it is, that it is one with another, what was wrong in
    what was told, or the last of it and that it is to be sent.
    """
    if alone(turn) and await made_one(turn, FILING, draft):
        return True
    same = same_there.told(turn, draft)
    if same is not None:
        again = second(turn, FILING, draft, same) if same else take_down(turn, draft)
        await again
        return True
    if await categorised.put_right(turn, FILING, draft):
        return True
    if await put_elsewhere(turn, FILING, draft):
        return True
    return await corrected(turn, FILING, draft) or await sent_with.sent(turn, draft)


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
    if not (sends or not draft.asking):
        return await summary_again(turn, draft)
    others = await _told_together(turn, draft)
    await ending.finish(turn, FILING, draft)
    for other in others:
        await ending.finish(turn, FILING, other)


async def _told_together(turn: Turn, draft: Draft) -> list[Draft]:
    """What was told in one message with it and is complete, where both are to be sent."""
    if not asks("words-send-both", turn.event.text, "words-consent", "words-file"):
        return []
    ids = {draft.id, draft.about.get("beside")} - {None}
    found = [one for one in await open_drafts(turn) if one.id != draft.id]
    beside = [one for one in found if {one.id, one.about.get("beside")} & ids]
    return [one for one in beside if not (one.asking or needs(one))]
