"""等下 加张照片, "wait, add a photo": said after a report was filed, the next photo is of it. So is
one that comes without a word right after a report that has none.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind
from handlers.actions.after import ANSWERED
from handlers.actions.corrections.misplaced import newest
from handlers.actions.on_case.adding import names_proof
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.alone import alone
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, only

RIGHT_AFTER = timedelta(minutes=5)
"""So long a picture without words is of what was filed last (ours)."""

PICTURES = (MediaKind.PHOTO, MediaKind.VIDEO)

BESIDE = (
    "words-wait",
    "words-wait-beside",
    "words-sorry",
    "words-polite",
    "words-nod",
)


async def announced(turn: Turn) -> bool:
    """Whether it was, and the photo is awaited for the newest open report."""
    event = turn.event
    if event.media or event.place or not asks("words-add-photo", event.text, *BESIDE):
        return False
    case = await newest(turn)
    if case is None:
        return False
    await mark(turn, ANSWERED, {"case": case.id, "asked": False})
    turn.reply(turn.say("photo-goes-to", number=case.number), case_id=case.id)
    return True


async def shown(turn: Turn) -> bool:
    """Whether a picture came without words right after a report that was filed without one, and
    went there; a press makes a matter of its own of it. So does what the picture is called, where
    that comes behind it, and what else is said of it.
    """
    if not (only_pictures(turn) or _only_called(turn)):
        return False
    case = await newest(turn)
    if case is None or turn.unit.now - case.filed_at > RIGHT_AFTER:
        return False
    if await _came(turn, case, Act.FILE):
        return False
    if not turn.event.media and not await _came(turn, case, Act.ADD):
        return False
    went = await word_on_case(turn, case.id, matter=True)
    if went:
        await mark(turn, ANSWERED, {"case": case.id, "asked": False})
    return went


def only_pictures(turn: Turn) -> bool:
    """Whether it is a picture without words, or with words that only say whose it is."""
    event = turn.event
    if not event.media or event.place:
        return False
    if any(one.kind not in PICTURES for one in event.media):
        return False
    said = event.text.strip()
    return not said or only("words-whose-picture", said)


def _only_called(turn: Turn) -> bool:
    if not alone(turn):
        return False
    said = turn.event.text.strip().lower()
    named = anywhere("words-picture").search(said) is not None
    return names_proof(turn) or (named and only("words-whose-picture", said))


async def _came(turn: Turn, case: Case, act: Act) -> bool:
    """Whether pictures came with it."""
    return bool(await turn.unit.media.of_last(case.id, act))
