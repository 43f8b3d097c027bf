"""Words that go by us between two sides who do not meet: what may be in them, how many, and what
is said to one that came: that goes back without another press.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from zlib import crc32

from domain.offers import Offered
from domain.wish_words import between
from handlers.dialog.marks import mark, marks_in, too_often
from handlers.dialog.overlong import remember
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from storage.sent_messages import SentMessage

LONGEST = 300
MOST = 20
WITHIN = timedelta(hours=1)
PREFIX = "side"
MARK = "side"
"""The words that went over without a press: one takes them for a matter of their own."""

ANSWER = "answer"
"""What the press below a word that came brings beside its act: it is known by it."""

CAME = re.compile(rf"(?:{PREFIX}:([a-z]+:\d+):\w+)|(?:([a-z]+:\d+):say:{ANSWER})")

Side = Callable[[Turn, int, str], Awaitable[Refused | None]]
"""Words go back to where a word came from; why it is too late for that."""


def unfit(words: str, room: str) -> Refused | None:
    """Why this may not be passed on. Where to meet instead of a home is the `room`'s to say."""
    if len(words) > LONGEST:
        return Refused("refuse-between-long", letters=LONGEST)
    why = between(words)
    if not why:
        return None
    key = f"refuse-{room}-home-said" if why == "home" else f"refuse-between-{why}"
    return Refused(key)


async def counts(turn: Turn) -> None:
    """One more word of this chat. Raises Refused where there were too many."""
    if await too_often(turn.unit, turn.private, "between", MOST, WITHIN):
        raise Refused("refuse-between-often")


def slot(which: str) -> str:
    """Of a message with a word from the other side of `which`, wish:7 or li:7: replies find it."""
    return f"{PREFIX}:{which}"


def replied(sent: SentMessage | None) -> str:
    """What the word is about that was replied to; '' where it was none."""
    prefix, _, which = sent.slot.partition(":") if sent else ("", "", "")
    return which if prefix == PREFIX else ""


def asks(offered: Offered | None) -> str:
    """What the word is about below which these can be chosen; '' where it is none."""
    found = [CAME.fullmatch(one.data) for one in (offered.choices if offered else ())]
    return next((hit[1] or hit[2] for hit in found if hit), "")


def judged(turn: Turn, refused: Refused | None) -> None:
    """Raises why it may not go; an edit of the message is another try."""
    if refused is not None:
        remember(turn)
        raise refused


async def went(turn: Turn, which: str, words: str, said: Safe) -> None:
    """Says where it went; one press takes it for a matter of its own."""
    data = f"{PREFIX}:{which}:{await keep(turn, words)}"
    turn.reply(said, [[turn.choice("button-something-new", data)]], silent=True)


async def keep(turn: Turn, words: str) -> str:
    """Keeps words that a press may send; what that press has to bring."""
    await mark(turn, MARK, {"text": words})
    return _edition(words)


async def taken(turn: Turn, edition: str) -> str:
    """The words that went over and are a matter of their own. Raises Refused for old ones."""
    for one in reversed(await marks_in(turn.unit, turn.private, MARK)):
        if _edition(one.about["text"]) == edition:
            await turn.unit.forms.drop(one)
            return str(one.about["text"])
    raise Refused("refuse-old-button")


def _edition(words: str) -> str:
    return f"{crc32(words.encode()):08x}"
