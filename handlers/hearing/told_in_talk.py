"""A matter within words that are answered as talk: nobody cares, how does it work, when is it done.
What fits no own case is not dropped: it is filed, or one press files it as it was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.values.text import told_much
from handlers.actions.emergencies.belonging import ABOUT_PEOPLE, elsewhere
from handlers.actions.on_case import as_said, relays
from handlers.actions.own import talk, undecided
from handlers.casework import whereabouts
from handlers.casework.awaited import open_of
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing import unclear_before
from handlers.filing.hearing import SURE, read_text
from handlers.filing.said_instead import corrects
from handlers.hearing.behind_talk import asks_for
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, begins, plain

ANGRY = (Intent.COMPLAINT_UNANSWERED, Intent.ABUSE)
STANDS = (Intent.STATUS, Intent.REOPEN)
ASKING = (Intent.HOW_TO, Intent.STATUS)
WAITED = (Intent.COMPLAINT_UNANSWERED, Intent.REOPEN)
"""What is said of a case; where none is open it may be a matter: 转正转了半年还没转."""
GUESSED = (Intent.CHAT, Intent.CONFIRM)
MISSED = ("missing",)
DONE = (State.CLOSED, State.RESOLVED)
LOOKED_AT = 10
CLEAR = 0.5
"""From this margin on it is that matter (ours)."""
NAMED = 0.28
"""How much of a report names a matter and says little of it (ours): enough where it is secret."""
SHORT, LONG = 5, 10
"""Letters: 进度 names nothing; and who only asks how it works says less (ours)."""


async def is_matter(turn: Turn, reading: Reading) -> bool:
    """Whether it is filed: who is angry of something, or tells what and where while they ask."""
    angry = reading.intent in ANGRY or relays.only_wonders(turn, reading)
    angry = angry or _still_there(turn, reading) or _nods_at(turn, reading)
    asks = begins("words-asks-us", turn.event.text)
    told = (reading.intent is Intent.HOW_TO and not asks) or _in_a_chat(turn, reading)
    asked = not asks and asked_with(turn, reading)
    asked = asked or _of_life(turn, reading) or _whether_ours(turn, reading)
    asked = asked or (not turn.person.staff and asks_for(turn, reading))
    told = told or _of_somebody(turn, reading, MISSED)
    if not (angry or told or asked) or await _fits(turn, reading):
        return False
    if asked or _of_somebody(turn, reading, MISSED):
        return True
    there, what = _place(turn, reading), bool(reading.category)
    secret = secret_told(reading, turn.event.text)
    if what and (secret or _cries_of(turn, reading)):
        return True
    return (there or what) if angry else (there and what)


def _still_there(turn: Turn, reading: Reading) -> bool:
    """那个坑还在: what is guessed to be asked of one's own names a thing and how it is."""
    said = turn.event.text
    if reading.intent not in STANDS or reading.said or questioned(said):
        return False
    still = anywhere("words-as-before").search(plain(said))
    return bool(still and things(said))


def _nods_at(turn: Turn, reading: Reading) -> bool:
    """就是那个坑, where none of theirs may be meant: what sounds like a yes names a thing."""
    clear = reading.intent is Intent.CONFIRM and reading.sure >= SURE
    return clear and bool(things(turn.event.text))


def secret_told(reading: Reading, text: str) -> bool:
    """Whether it is nobody else's business, and more is told than asked: 让我自己赔 这怎么搞."""
    secret = reading.privacy is Privacy.CONFIDENTIAL and reading.sure >= CLEAR
    return secret and told_much(text) >= LONG


def asked_with(turn: Turn, reading: Reading) -> bool:
    """头盔怎么领, 被扣钱怎么投诉: whether what is left without the question tells a matter."""
    if reading.intent not in ASKING or not reading.category:
        return False
    rest, count = anywhere("words-how-sign").subn(" ", plain(turn.event.text))
    told = read_text(turn, rest) if count else None
    if told is None or told.danger is not None or told.category != reading.category:
        return False
    least = NAMED if told.privacy is Privacy.CONFIDENTIAL else A_MATTER
    return told.report >= least and told.sure >= SURE


def _of_life(turn: Turn, reading: Reading) -> bool:
    """工伤怎么认定, 老家医保在这能用吗: what a rider asks is not how this works, and who knows
    answers it.
    """
    if turn.person.staff or reading.intent not in ASKING:
        return False
    guessed = reading.intent is Intent.HOW_TO or not reading.said
    return guessed and reading.names and reading.kind in (Kind.HELP, Kind.WISH)


def _whether_ours(turn: Turn, reading: Reading) -> bool:
    """坑洞你们管吗: whoever looks after that answers it best by taking it."""
    if reading.intent not in (Intent.HOW_TO, Intent.CHAT) or not reading.category:
        return False
    return anywhere("words-do-you-handle").search(plain(turn.event.text)) is not None


def _in_a_chat(turn: Turn, reading: Reading) -> bool:
    """嘿 路灯又坏了哈哈: a thing is named beside what makes a chat of it."""
    return reading.intent is Intent.CHAT and bool(things(turn.event.text))


def _of_somebody(turn: Turn, reading: Reading, codes: Sequence[str]) -> bool:
    """我室友昨晚没回来: what sounds like a chat tells clearly what befell somebody."""
    chat = reading.intent is Intent.CHAT and reading.category in codes
    return chat and reading.sure >= CLEAR and not questioned(turn.event.text)


def _cries_of(turn: Turn, reading: Reading) -> bool:
    """我去 这坑也太大了吧: what is wrong is named in a guessed chat."""
    said = plain(turn.event.text)
    wrong = anywhere("words-befallen").search(said) is not None
    clear = reading.sure >= SURE and wrong and not questioned(said)
    return _in_a_chat(turn, reading) and clear and not reading.said


async def offered(turn: Turn, reading: Reading) -> None:
    """One press below the answer files what was said, where that may have been a matter. Thanks
    that tell what is where are for a case that was done, or sarcasm: 真行 又是一地垃圾.
    """
    await unclear_before.keep(turn, reading)
    if reading.perhaps and reading.said and not await open_drafts(turn):
        return await as_said.offer(turn)  # 不想活了哈哈哈
    righted = reading.intent is Intent.CANCEL and _says_instead(turn, reading)
    guessed = (reading.intent in GUESSED and not reading.said) or righted
    guessed = guessed or _of_somebody(turn, reading, ABOUT_PEOPLE)
    much = told_much(turn.event.text) >= LONG
    of_none = reading.intent in WAITED and (much or not reading.said)
    asks = of_none or reading.intent in ASKING
    if not (guessed or asks or await _thanks_only(turn, reading)):
        return
    if await _own(turn) or await _of_the_last(turn, reading):
        return
    if await open_drafts(turn):  # the place is kept, and what is there comes next
        return
    if reading.perhaps is not None:
        return await as_said.offer(turn)
    told = told_much(turn.event.text)
    points = anywhere("words-points-at").search(plain(turn.event.text))
    matter = (reading.category or points) and told >= SHORT
    status = reading.intent is Intent.STATUS and not reading.said
    most = SHORT if status or of_none else LONG
    if matter or told >= most or _place(turn, reading):
        await as_said.offer(turn)


async def _of_the_last(turn: Turn, reading: Reading) -> bool:
    """Whether it plainly asks of what ended lately, which was told, and names no place."""
    if reading.intent is not Intent.STATUS or not reading.said or _place(turn, reading):
        return False
    return await undecided.ended_lately(turn) is not None


def _says_instead(turn: Turn, reading: Reading) -> bool:
    """我报错了 不是坑 是减速带断了, where nothing is there to be put right: that is a matter."""
    return bool(reading.category) and corrects(turn.event.text) is not None


async def _thanks_only(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether thanks name a matter and its place, and nothing of theirs was done lately."""
    if reading.intent is not Intent.THANKS or not reading.category:
        return False
    return _place(turn, reading) and await talk.lately(turn, DONE) is None


async def _fits(turn: Turn, reading: Reading) -> bool:
    """Whether an open case of their own may be meant; none is where a matter is clear and its place
    is named, and that is another one or another place.
    """
    clear = reading.sure >= SURE and _place(turn, reading)
    own = await _own(turn, LOOKED_AT)
    spot = whereabouts.spotted(turn.scene, None, turn.event.text, turn.person)
    return any(
        not clear or (one.category in reading.likely and not elsewhere(one, spot))
        for one in own
    )


async def _own(turn: Turn, most: int = 1) -> list[Case]:
    return await open_of(turn.unit, turn.person.id, most)


def _place(turn: Turn, reading: Reading) -> bool:
    named = whereabouts.find(turn.scene, turn.event.text, turn.person)
    return bool(reading.places or named.sure)
