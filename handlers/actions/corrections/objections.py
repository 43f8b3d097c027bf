"""不对: about nothing that is being filled in. It may be the case that was talked of last."""

from __future__ import annotations

import re
from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Reading
from domain.states import State
from domain.told_of import names
from handlers.actions.corrections import what_is_wrong
from handlers.actions.doing import refusal_for
from handlers.actions.on_case.confiding import reopen
from handlers.actions.viewing.sent_already import of_a_form
from handlers.actions.viewing.showing import open_case
from handlers.casework.cards.opened import OFFERED, of_filer
from handlers.dialog.fields import A_MATTER
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.amending import denying
from handlers.filing.said_instead import denied_alone, wants_change
from handlers.texts.words import anywhere, asks, begins, only, plain, words

LOOKED_AT = 5
"""Of one's own cases, the newest first."""

LATELY = timedelta(days=14)
"""So long words alone question that a case is not ours (ours, as long as "not solved" counts)."""

JUST_NOW = timedelta(hours=2)
"""So long a slip is one of what was filed last (ours)."""

PIECE = re.compile(r"[a-z]{4,}|(?=([^\W_\x00-\x7f]{2}))")
"""What two sayings may share; shorter Latin words are in every one."""


async def _objected(turn: Turn) -> None:
    """Asks what is wrong, with what can be said of the newest case that still can be changed."""
    case = await _newest(turn)
    if case is None:
        return turn.reply(turn.say("wrong-what"))
    rows = of_filer(turn.language, turn.person, case)
    if case.open:
        await what_is_wrong.ask(turn, case)
    text = turn.say("wrong-of-case", number=case.number)
    turn.reply(text, rows, case_id=case.id)


async def objected_to(turn: Turn) -> bool:
    """Whether it is said that something is wrong, or of what was filed just before asked whether it
    can be changed, and what it is was asked: 不对, 打错了, 能改吗.
    """
    said = turn.event.text
    if asks("words-wrong", said, "words-sorry"):
        await _objected(turn)
        return True
    if denied_alone(said):
        return await _denied(turn)
    slip = asks("words-own-mistake", said, "words-sorry", "words-polite", "words-wrong")
    wants = wants_change(said) and not of_a_form(said)
    if turn.person.staff or not (slip or wants):
        return False
    if await filed_last(turn, JUST_NOW) is None:
        return False
    await _objected(turn)
    return True


async def _denied(turn: Turn) -> bool:
    """Whether it is of what was filed just before, and what that is instead was asked."""
    case = await filed_last(turn, JUST_NOW)
    if case is None:
        return False
    denied = denying.of_these(turn, case.words)
    if denied:
        await what_is_wrong.ask(turn, case, denied)
        turn.reply(turn.say("denied", what=denied), case_id=case.id)
    return bool(denied)


async def disputed(turn: Turn, reading: Reading) -> bool:
    """Whether these words do not accept that the case which was talked of last is not ours: it is
    looked at once more, with them as the reason.
    """
    disputes = _disputes(turn.event.text)
    if not (disputes or anywhere("words-not-so").search(plain(turn.event.text))):
        return False
    case = await _newest(turn)
    if case is None or not _turned_away_lately(turn, case):
        return False
    another = reading.report >= A_MATTER and reading.category != case.category
    if another or not (disputes or await _denies(turn, case)):
        return False
    if await refusal_for(turn.scene, case, "reopen") is not None:
        return False
    await reopen(turn, case)
    return True


async def asks_whom(turn: Turn, reading: Reading) -> bool:
    """Whether it is asked who has what was turned away: the answer is shown, it says so."""
    said = plain(turn.event.text)
    asks = anywhere("words-whom-to-call").search(said)
    if not asks or reading.report >= A_MATTER:
        return False
    case = await _newest(turn)
    if case is None or not _turned_away_lately(turn, case):
        return False
    await open_case(turn, case, "")
    return True


async def turned_away_last(turn: Turn, lately: timedelta) -> Case | None:
    """The case that was talked of last, where that was turned away not longer ago."""
    case = await _newest(turn)
    if case is None or not _turned_away_lately(turn, case, lately):
        return None
    return case


def _turned_away_lately(
    turn: Turn,
    case: Case,
    lately: timedelta = LATELY,
) -> bool:
    now = turn.unit.now
    since = now - (case.closed_at or now)
    return case.state is State.REJECTED and since <= lately


def _disputes(text: str) -> bool:
    """不对 alone says too little: that is asked about."""
    said = plain(text)
    return said.startswith(tuple(words("words-disputing"))) or (
        begins("words-wrong", said) and not only("words-wrong", said)
    )


async def _denies(turn: Turn, case: Case) -> bool:
    """It says that the reason, or what was reported, is not so: "not the mall's", of a reason that
    names the mall.
    """
    denial = anywhere("words-not-so")
    said = plain(turn.event.text)
    if not denial.search(said):
        return False
    last = await turn.unit.history.last_of(case.id)
    reason = last.words if last is not None and last.act is Act.REJECT else ""
    theirs, ours = (denial.sub(" ", one) for one in (said, plain(reason)))
    return names(case, said) or not _pieces(theirs).isdisjoint(_pieces(ours))


def _pieces(said: str) -> set[str]:
    """Words of Latin letters, and every two Chinese letters that stand together."""
    return {piece[1] or piece[0] for piece in PIECE.finditer(said)}


async def _newest(turn: Turn) -> Case | None:
    cases = await turn.unit.cases.filed_by(turn.person.id, LOOKED_AT)
    found = [case for case in cases if case.open or case.state in OFFERED]
    return max(found, key=lambda case: case.touched_at or case.filed_at, default=None)
