"""Talk that is about no case: a greeting, how it works, never mind, and what is no talk at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from domain.answers import Located, Said
from domain.case import Case
from domain.places.phrases import may_name, unhedged
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.values.numbers_said import only_number
from handlers.actions.feedback.leaving import withdraw
from handlers.actions.on_case import relays
from handlers.actions.own import how_far, talk
from handlers.casework import whereabouts
from handlers.dialog import conversation
from handlers.dialog.denied import keeps
from handlers.dialog.marks import mark, marked, open_drafts
from handlers.dialog.turn import Turn
from handlers.filing import unclear_before
from handlers.filing.form import FILING, begin
from handlers.people import help, start
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain, words

SOMETHING = "words-something-there"
LATIN = re.compile(r"[a-z']+")
A_FEW = 3
"""Words beside a place: from here on they are no part of it (ours)."""
ONCE = timedelta(hours=12)
"""So long what is no talk is not answered again (ours)."""


async def chat(turn: Turn, reading: Reading) -> None:
    """Who tells where they are just now, in a sentence, may tell next what is the matter there.
    A place that is only mentioned asks nothing.
    """
    said = turn.event.text
    if only("words-praise", said, "words-polite") and not only("words-polite", said):
        return await talk.thanks(turn, reading)
    if not await _tells_where(turn, reading, "words-am-there"):
        await _greet(turn)


async def _tells_where(turn: Turn, reading: Reading, *keys: str) -> bool:
    """Whether a known place stands beside words of these keys, or beside those that say that
    something is wrong there and not what: 这里有点问题 帮看看 G01. It is kept then.
    """
    text = turn.event.text
    said = (anywhere(key).search(plain(text)) for key in (*keys, SOMETHING))
    if reading.said or not any(said):
        return False
    named = whereabouts.find(turn.scene, text, turn.person).sure
    if named is None:
        return False
    await keep_place(turn, whereabouts.name_of(named))
    return True


async def _greet(turn: Turn) -> None:
    """A word that fetches what waits is answered by that, and the numbers below belong to it."""
    private = turn.event.private
    outbox = turn.unit.outbox
    if private and await outbox.fetched(turn.event.chat):
        return
    await start.greet(turn)


async def how_to(turn: Turn, reading: Reading) -> None:
    asks = questioned(turn.event.text, "words-open-question", "words-yes-or-no")
    if asks or not await _tells_where(turn, reading):
        await help.help_(turn, "")


def _stays(text: str) -> bool:
    """Whether a no is said to it, or it is only asked about: 不要撤回, 是不是撤回了, 删掉会怎样;
    能撤回吗 wants it.
    """
    if keeps(text) or text.lower().startswith(tuple(words("words-not-yet"))):
        return True
    said = text.lower()
    if anywhere("words-may-i").search(said):
        return False
    return questioned(said, "words-open-question", "words-yes-or-no")


async def never_mind(turn: Turn, reading: Reading) -> None:
    cases = await turn.unit.cases.open_of(turn.person.id, how_far.MOST_LISTED)
    if cases and _stays(turn.event.text):
        return await how_far.status(turn, reading)
    open_here = await open_drafts(turn) or await relays.running(turn)
    if open_here or not cases:
        return await help.cancel(turn, "")
    named = _of_number(turn.event.text, cases)
    if named is not None:
        return await withdraw(turn, named, "")
    await how_far.to_withdraw(turn, cases)


def _of_number(said: str, cases: Sequence[Case]) -> Case | None:
    """The case that is named by the end of its number: cancel 0002."""
    digits = only_number(said)[0].lstrip("#0")
    found = [one for one in cases if one.number.split("-")[-1].lstrip("0") == digits]
    return found[0] if digits and len(found) == 1 else None


async def place_only(turn: Turn, reading: Reading) -> None:
    """A place and nothing else: it is kept, and the next words say what is there. Where no such
    place is known these are words of a matter; a sentence that tells more, or asks to stay
    unnamed, is one whatever place it names.
    """
    may = may_name(unhedged(turn.event.text))
    if reading.privacy is not Privacy.OPEN or not may:
        return await begin(turn)
    found = whereabouts.find(turn.scene, turn.event.text, turn.person)
    if not (reading.places or found.sure or found.likely):
        return await begin(turn)
    if found.sure and _tells_more(turn.event.text, found.sure.words):
        return await begin(turn)
    await keep_place(turn, turn.event.text.strip())


def _tells_more(text: str, name: str) -> bool:
    """Whether English words beside the name say more than where somebody is: people chucking
    stuff at …
    """
    rest = LATIN.findall(text.lower().replace(name.lower(), " "))
    return len([one for one in rest if one not in words("words-where-fill")]) >= A_FEW


async def keep_place(turn: Turn, words: str) -> None:
    draft = await conversation.begin(turn, FILING, show=False)
    said = Located(turn.event.message_id, None, words)
    draft.answers["place"] = said
    before = await unclear_before.taken(turn)
    if before:
        draft.answers["what"] = (Said("", before),)
        return await conversation.proceed(turn, FILING, draft)
    await turn.unit.forms.put(draft)
    turn.reply(turn.say("place-kept", place=said.words))


async def no_talk(turn: Turn, reading: Reading) -> None:
    """Abuse and advertising are answered once, then passed over for a while."""
    name = "no-talk"
    if await marked(turn, name, ONCE):
        return
    await mark(turn, name)
    abused = reading.intent is Intent.ABUSE
    turn.reply(turn.say("answer-abuse" if abused else "answer-ad"))
