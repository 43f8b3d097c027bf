"""A case opened: its filer sees its story, the people who look after it the card and all that was
said.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind, Reply
from domain.permissions import may
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.actions.viewing.own_case import open_own
from handlers.actions.viewing.story import story
from handlers.casework import phrases
from handlers.casework.cards import card, opened
from handlers.casework.cards.card_files import NOT_HERE, files_of
from handlers.casework.merged_in import merged_in, read_there
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from storage.memory.media import Kept

INSIDE = tuple(Act)
LONGEST_STORY = 40
SAID = (Act.FILE, Act.ADD, Act.ASK, Act.ANSWER, Act.TELL, Act.NOTE)
"""What is read of a case in the one that it was merged into."""


def seen(turn: Turn, case: Case) -> str:
    return phrases.seen(turn.unit, turn.person, case, turn.language, 40)


async def open_case(turn: Turn, case: Case, value: str) -> None:
    turn.toast()
    own = case.filer_id == turn.person.id
    staff = turn.person.grants and not own
    if case.parent_id is not None and own:
        # their number is the whole's
        case = await turn.unit.cases.get(case.parent_id) or case
    reach = turn.unit.directory.reach(case)
    if staff or may(turn.person, Act.NOTE, case, reach):
        return await show_card(turn, case)
    await open_own(turn, case)


async def show_card(turn: Turn, case: Case) -> None:
    """The card with all that was said, pictures, files, the place and the buttons."""
    reach = turn.unit.directory.reach(case)
    may_read = reads(turn.person, case, reach, Aspect.WORDS)
    taken_in = await _taken_in(turn, case) if may_read else []
    kept = await _files(turn, case, taken_in) if may_read else []
    quoted = INSIDE if may_read else ()
    lines = [await card.text(turn.scene, case, turn.language, may_read), Safe("")]
    lines += await story(turn, case, INSIDE, quoted, most=LONGEST_STORY)
    for one in taken_in:
        lines.append(turn.say("card-taken-in-story", number=one.number))
        lines += await story(turn, one, SAID, SAID, most=LONGEST_STORY)
    missing = sum(1 for row in kept if row.status in NOT_HERE)
    if missing:
        lines.append(turn.say("card-missing", count=missing))
    lines += await _out_of_reach(turn, case)
    scene = turn.scene
    rows = await opened.of_card(scene, turn.person, case)
    photos, files = _parted(kept)
    whole = Reply(
        text=Safe("\n".join(lines)),
        choices=rows,
        photos=photos,
        files=files,
        place=case.place if may_read else None,
        slot=await opened.shown(scene, turn.private, case, opened.CARD),
    )
    turn.answer(whole, case_id=case.id)


async def _out_of_reach(turn: Turn, case: Case) -> list[Safe]:
    """That the filer has not had everything yet, as they have to say something first, or that
    they are reached nowhere.
    """
    if case.filer_id is None:
        return []
    chats = await turn.unit.people.addresses(case.filer_id)
    if not chats:
        return [turn.say("card-unreachable")]
    count = await turn.unit.outbox.out_of_reach(case.id, chats)
    return [turn.say("card-out-of-reach", count=count)] if count else []


def _parted(kept: list[Kept]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Photos and other files that can be shown."""
    here = [row for row in kept if row.status not in NOT_HERE]
    photos = tuple(row.id for row in here if row.media.kind is MediaKind.PHOTO)
    return photos, tuple(row.id for row in here if row.id not in photos)


async def _files(turn: Turn, case: Case, taken_in: list[Case]) -> list[Kept]:
    return await files_of(turn.unit, case, taken_in, turn.person)


async def _taken_in(turn: Turn, case: Case) -> list[Case]:
    """What was merged into it, as far as they may read it there."""
    found, directory = await merged_in(turn.unit, case), turn.unit.directory
    return [one for one in found if read_there(directory, turn.person, case, one)]
