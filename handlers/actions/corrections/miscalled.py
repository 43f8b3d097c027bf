"""不是路灯，是井盖没了: said right after a report was filed, it says what that report is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.kinds import HASTE
from domain.places.renumbered import renumbered
from domain.privacy import STRICTNESS
from domain.reading.model import Intent, Reading
from domain.things import things
from handlers.actions.corrections.beside_what import only_beside
from handlers.actions.on_case.same_answer import follows
from handlers.actions.on_case.words import word_on_case
from handlers.actions.viewing.case_lines import WORDS, keeps
from handlers.casework.complaints import complained_of
from handlers.casework.happened import NOTHING
from handlers.casework.perform import perform
from handlers.dialog import questions
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import mark
from handlers.dialog.scene import CLOCK
from handlers.dialog.turn import Turn
from handlers.filing.amending import categorised
from handlers.filing.hearing import SURE, heard, read_text
from handlers.filing.said_instead import (
    Correction,
    corrects,
    denies,
    listed,
    put_so,
)
from handlers.filing.thing_told import called
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain, words

LATELY = timedelta(minutes=10)
"""So long such words are for what was filed last (ours)."""


async def corrected(
    turn: Turn,
) -> bool:
    """Whether these words say what the report of just before is about instead: its people read
    them, and its category and urgency follow. A press makes a matter of their own of them.
    """
    code = categorised.told(turn)
    if code is not None:
        return await _put(turn, code)
    said = turn.event.text.strip()
    found = corrects(said)
    may = found or denies(said) or called(said)
    newest = await turn.unit.cases.open_of(turn.person.id, 1) if may else []
    found = found or (listed(said, newest[0].words) if newest else None)
    found = found or (_called(turn, said, newest[0]) if newest else None)
    if not found or not newest or not _lately(turn, newest[0]):
        return False
    return await _told_instead(turn, newest[0], found) or await _offered(
        turn, newest[0]
    )


def _called(turn: Turn, said: str, case: Case) -> Correction | None:
    """It's the drain cover btw: said of a hole in the road; another sort of thing is none, unless
    it is said that the first was none: 其实是路灯.
    """
    thing = called(said)
    alike = read_text(turn, thing).category == case.category if thing else False
    regrets = plain(said).startswith(tuple(words("words-sorry")))
    regrets = regrets or anywhere("words-i-mean").search(plain(said)) is not None
    return Correction(thing, True) if thing and (alike or regrets) else None


async def told_what(turn: Turn, case: Case, said: str, denied: str) -> bool:
    """Whether these words, after it was asked what is wrong with it, say what it is about, in place
    of what was `denied` before.
    """
    found = corrects(said) or Correction(put_so(said), True, denied)
    return await _told_instead(turn, case, found)


async def _told_instead(turn: Turn, case: Case, found: Correction) -> bool:
    now = _now(turn, found, case)
    if now and await word_on_case(turn, case.id, matter=True):
        told = read_text(turn, now)
        if only_beside(now, case):
            told = replace(told, category=case.category)
        await _follow(turn, case.id, now, told)
    return bool(now)


async def _put(turn: Turn, code: str) -> bool:
    """分类错了 是噪音: whether it was said of the newest one; its people read it, and its category
    follows.
    """
    newest = await turn.unit.cases.open_of(turn.person.id, 1)
    if not newest or not _lately(turn, newest[0]):
        return False
    if not await word_on_case(turn, newest[0].id, matter=True):
        return True
    case = await turn.unit.cases.get(newest[0].id)
    wanted = turn.setup.catalogue.get(code)
    if case is not None and wanted is not None and wanted.kind is case.kind:
        haste = max(case.urgency, wanted.urgency, key=HASTE.index)
        privacy = max(case.privacy, wanted.privacy, key=STRICTNESS.index)
        changes = {"category": code, "urgency": haste, "privacy": privacy}
        await _reclassify(turn, case, changes)
    return True


def _now(
    turn: Turn,
    found: Correction,
    case: Case,
) -> str:
    """What it is about now: the matter or the thing that is named, or the same words with what was
    denied put right; '' where none of that is clear.
    """
    said, denied = found.said, found.denied
    if denied and denied in case.words and not things(denied):
        return case.words.replace(denied, said, 1)
    if not denied and (right := renumbered(case.words, said)):
        return right
    thing = things(said) and (found.plain or things(denied) & things(case.words))
    another = not denied or only("words-that-one", denied)
    beside = another and anywhere("words-beside-it").search(said.lower())
    return said if thing or beside or _tells(found, read_text(turn, said)) else ""


async def _offered(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether it was asked if they put this report right: no talk, and no question."""
    said = turn.event.text.strip()
    if heard(turn).said or questioned(said):
        return False
    if await follows(turn, heard(turn)):
        return True
    await mark(turn, WORDS, {"text": said})
    await questions.ask_meant(turn, f"{case.id}:with_words", f"{case.id}:as_new")
    new = turn.choice("button-as-new", f"c:{case.id}:as_new")
    text = turn.say("correction-which", number=case.number, words=said)
    turn.reply(text, [[keeps(turn, case)], [new]], case_id=case.id)
    return True


async def edited(
    turn: Turn,
    text: str,
) -> None:
    """What was filed just before follows the words that were changed in it."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    case = await turn.unit.cases.get(sent.case_id) if sent and sent.case_id else None
    if case is None or case.filer_id != turn.person.id or not _lately(turn, case):
        return
    found = corrects(text)
    said = found.said if found else text.strip()
    told = read_text(turn, said)
    if told.intent is Intent.REPORT and told.report >= A_MATTER:
        await _follow(turn, case.id, said, told)


def _lately(
    turn: Turn,
    case: Case,
) -> bool:
    return case.open and turn.unit.now - case.filed_at <= LATELY


def _tells(
    found: Correction,
    told: Reading,
) -> bool:
    """Whether a matter is named; behind a word for wrong a guess will do."""
    if told.intent is not Intent.REPORT:
        return False
    return found.plain or told.report >= A_MATTER


async def _follow(
    turn: Turn,
    case_id: int,
    said: str,
    told: Reading,
) -> None:
    """What is clear of the new words counts, and they stand before the first ones; urgency and
    privacy are never lowered by a guess.
    """
    case = await turn.unit.cases.get(case_id)
    if case is None:
        return
    directory, me = turn.unit.directory, turn.person.id
    if complained_of(directory, case.area, said, me):
        return  # it stands in no open case's words
    category, changes = turn.setup.catalogue.get(told.category), dict[str, Any]()
    if category is not None:
        if category.kind is case.kind and told.sure >= SURE:
            changes["category"] = category.code
        hastes = (case.urgency, told.urgency, category.urgency)
        changes["urgency"] = max(hastes, key=HASTE.index)
    changes["words"] = turn.label("corrected-words", now=said, before=case.words)
    changes["privacy"] = max(case.privacy, told.privacy, key=STRICTNESS.index)
    await _reclassify(turn, case, changes)


async def _reclassify(turn: Turn, case: Case, changes: dict[str, Any]) -> None:
    if replace(case, **changes) != case:
        clock = replace(turn.scene, actor=CLOCK)
        await perform(
            clock,
            case,
            Act.RECLASSIFY,
            NOTHING,
            changes,
        )
