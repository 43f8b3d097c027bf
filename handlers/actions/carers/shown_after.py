"""A picture without words right after staff said what they did: it goes where their words went, and
whoever heard these hears them again with it. In WeChat and WeCom no words stand below a picture, so
it comes as a message of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.states import State
from handlers.actions.after import DONE
from handlers.actions.carers.in_hand import shows_work
from handlers.actions.corrections.more_photos import BESIDE, only_pictures
from handlers.actions.doing import refusal_for
from handlers.actions.on_case.words import word_on_case
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.happened import Given, Happened
from handlers.casework.notices.notices import NOTICES
from handlers.casework.notices.telling import hear
from handlers.dialog.marks import marked
from handlers.dialog.turn import Turn
from handlers.texts.words import only
from storage.history import Line

RIGHT_AFTER = timedelta(minutes=5)
"""So long a picture is of what was said last (ours)."""
WITH_WORDS = timedelta(minutes=30)
"""The same of one whose words say so."""


async def shown(
    turn: Turn,
    drafts: Sequence[Draft],
) -> bool:
    """Whether it went there, and not to a form that was talked about since; a press makes a matter
    of its own of it.
    """
    if not turn.person.staff:
        return False
    bare = only_pictures(turn)
    if not bare and not (turn.event.media and await _of_work(turn)):
        return False
    kept = await marked(turn, DONE, RIGHT_AFTER if bare else WITH_WORDS)
    if kept and drafts and drafts[-1].touched_at >= kept.touched_at:
        return False
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    line = await turn.unit.history.line(kept.about["line"]) if kept else None
    if case is None or line is None:
        return False
    if case.state is not line.state:  # nobody waits for those words any more
        return await word_on_case(turn, case.id, matter=True, act=Act.NOTE)
    act = await _kept_as(turn, case, line)
    if act is None:
        return False
    hush = frozenset(one.to for one in NOTICES[act])
    went = await word_on_case(turn, case.id, matter=True, act=act, hush=hush)
    if went:
        await _told_again(turn, case, line)
    return went


async def _of_work(turn: Turn) -> bool:
    """Whether the words below it only add it, 再补一张; or say that it is done, where they have
    nothing else in hand of which that would be told.
    """
    said = turn.event.text
    if turn.event.place:
        return False
    if only("words-add-photo", said, "words-one-more-shot", *BESIDE):
        return True
    if not (shows_work(said) or only("words-done", said, "words-this", *BESIDE)):
        return False
    carried = await in_charge(turn)
    return all(one.state is not State.IN_PROGRESS for one in carried)


async def _kept_as(
    turn: Turn,
    case: Case,
    line: Line,
) -> Act | None:
    """What its filer was told they see as well: not yet what a lead has to look at first."""
    inside = line.act is Act.NOTE or line.state is State.VERIFYING
    for act in (Act.NOTE,) if inside else (Act.TELL, Act.NOTE):
        if await refusal_for(turn.scene, case, act.value) is None:
            return act
    return None


async def _told_again(
    turn: Turn,
    case: Case,
    line: Line,
) -> None:
    unit, album = turn.unit, turn.event.album
    if album:
        came = [
            one for _, one in await unit.media.of_album(turn.event.chat, album, case.id)
        ]
    else:
        came = [one.id for one in await unit.media.of_line(unit.history.last)]
    if line.state is State.VERIFYING:
        unit.media.give_to(
            came, case.id, line.id
        )  # the lead passes on what came with it
    given = Given(line.words, tuple(came), album=bool(album))
    await hear(turn.scene, Happened(line.act, case, case, line.id, given))
