"""Words that go by us between two sides who do not meet: what may be in them, how many, and what
is said to one that came: that goes back without another press.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from zlib import crc32

from domain.offers import Offered
from domain.wish_words import between, calls
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

WENT = "went"
"""The shape of a message whose words went over: an edit of it is followed, once."""
OVER = "side over"
STAYS_OPEN = timedelta(minutes=10)
"""So long after a word that went the next line goes there too (ours)."""

ANSWER = "answer"
"""What the press below a word that came brings beside its act: it is known by it."""

CAME = re.compile(rf"(?:{PREFIX}:([a-z]+:\d+):\w+)|(?:([a-z]+:\d+):say:{ANSWER})")

Side = Callable[[Turn, int, str], Awaitable[Refused | None]]
"""Words go back to where a word came from; why it is too late for that."""


def unfit(turn: Turn, words: str, room: str) -> Refused | None:
    """Why this may not be passed on, as who says it is called. Where to meet instead of a home is
    the `room`'s to say.
    """
    if len(words) > LONGEST:
        return Refused("refuse-between-long", letters=LONGEST)
    why = between(words) or ("name" if calls(words, turn.person.name) else "")
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


def open_for(offered: Offered) -> timedelta | None:
    """For how long what is said goes there; None for as long as it can be chosen."""
    own = any(one.data.startswith(f"{PREFIX}:") for one in offered.choices)
    return STAYS_OPEN if own else None


def judged(turn: Turn, refused: Refused | None) -> None:
    """Raises why it may not go; an edit of the message is another try."""
    if refused is not None:
        remember(turn)
        raise refused


async def went(turn: Turn, which: str, words: str, said: Safe) -> None:
    """Says where it went, and that the next line goes there too; one press takes it for a matter of
    its own. An edit of these words is followed.
    """
    shown = turn.event.message_id
    if shown:
        row = SentMessage(turn.private, shown, None, None, slot(which), WENT)
        turn.unit.sent_messages.add(row)
    data = f"{PREFIX}:{which}:{await keep(turn, words)}"
    turn.reply(said, [[turn.choice("button-something-new", data)]], silent=True)


async def keep(turn: Turn, words: str) -> str:
    """Keeps words that a press may send; what that press has to bring."""
    await mark(turn, MARK, {"text": words})
    return _edition(words)


async def over(turn: Turn) -> None:
    """What is said from now on does not go there any more."""
    await mark(turn, OVER)
    turn.reply(turn.say("between-over"))


async def over_since(turn: Turn, offered: Offered) -> bool:
    """Whether that was said after the word below which these can be chosen."""
    kept = await marks_in(turn.unit, turn.private, OVER)
    return any(one.touched_at >= offered.made_at for one in kept)


async def taken(turn: Turn, edition: str) -> str:
    """The words that went over and are a matter of their own. Raises Refused for old ones."""
    for one in reversed(await marks_in(turn.unit, turn.private, MARK)):
        if _edition(one.about["text"]) == edition:
            await turn.unit.forms.drop(one)
            return str(one.about["text"])
    raise Refused("refuse-old-button")


def _edition(words: str) -> str:
    return f"{crc32(words.encode()):08x}"
