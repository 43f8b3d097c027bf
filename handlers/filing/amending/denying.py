"""不是路灯, and then 是路牌: what it is not is said alone, and what it is in the next message."""

from __future__ import annotations

from domain.draft import Draft
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.draft import with_about
from handlers.filing.said_instead import Correction, denied_alone, put_so
from handlers.texts.words import only

DENIED = "denied"
"""In what a filing is about: what it is not, and when that was said."""

OPENLY = ("words-named", "words-not-secret")
"""不是匿名 is about who may read it."""

SHORTEST, LONGEST = 2, 20
"""Letters of the name of a thing (ours)."""


def of_these(
    turn: Turn,
    before: str,
) -> str:
    """What these words only deny, where those before name it, and no place; '' for none."""
    said = turn.event.text
    denied = "" if any(only(key, said) for key in OPENLY) else denied_alone(said)
    if len(denied) < SHORTEST or denied.lower() not in before.lower():
        return ""
    place = whereabouts.find(turn.scene, denied, turn.person)
    return "" if place.sure or place.likely else denied


async def asked(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether that was all, and what it is instead was asked."""
    denied = of_these(turn, words(draft))
    if not denied or not alone(turn):
        return False
    told = {"said": denied, "at": turn.unit.now.isoformat()}
    draft = with_about(draft, draft.about | {DENIED: told})
    kept = await conversation.keep(turn, form, draft)
    if kept is not None:
        conversation.show(turn, form, kept, first=turn.say("denied", what=denied))
    return True


def instead(
    draft: Draft,
    said: str,
) -> Correction | None:
    """What the message right after it puts in its place: 是路牌, or the name of a thing alone."""
    told = draft.about.get(DENIED)
    if not told or told["at"] != draft.touched_at.isoformat():
        return None
    named = put_so(said).strip()
    bare = things(named) and len(named) <= LONGEST
    if named == said.strip() and not bare:
        return None
    return Correction(named, True, told["said"])
