"""One of one's own cases in plain words: its story, how it stands, and what can be said of it."""

from __future__ import annotations

from html import escape

from domain.acts import Act
from domain.case import Case
from domain.messages import Reply
from domain.privacy import Aspect
from domain.promises import broken
from domain.standing import Standing
from domain.states import State
from domain.viewers import reads
from handlers.actions.viewing import own_pictures
from handlers.actions.viewing.story import story
from handlers.casework import phrases
from handlers.casework.cards import opened
from handlers.casework.deadlines import expectation
from handlers.casework.permission import standing_of
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

LONGEST_WORDS = 300
LONGEST_SPOT = 120

TOLD = (
    Act.FILE,
    Act.UNSEAL,
    Act.ASSIGN,
    Act.ACCEPT,
    Act.HAND_ON,
    Act.RETURN,
    Act.ASK,
    Act.ANSWER,
    Act.ADD,
    Act.RESOLVE,
    Act.CONFIRM,
    Act.REOPEN,
    Act.CLOSE,
    Act.REJECT,
    Act.WITHDRAW,
    Act.ESCALATE,
    Act.TELL,
    Act.HOLD,
    Act.RESUME,
    Act.APPROVE,
    Act.RECLASSIFY,
    Act.SPLIT,
    Act.MERGE,
    Act.UNMERGE,
    Act.VERIFY,
    Act.DELIBERATE,
    Act.DECIDE,
    Act.JOIN,
    Act.UNDO,
)

STAFF_WORDS = (
    Act.ASK,
    Act.TELL,
    Act.HOLD,
    Act.RESOLVE,
    Act.VERIFY,
    Act.REJECT,
    Act.DECIDE,
)

PUBLIC_WORDS = (*STAFF_WORDS, Act.ANSWER, Act.ADD, Act.REOPEN)

OUTCOME_WORDS = tuple(act for act in STAFF_WORDS if act is not Act.ASK)
"""What who said "me too" may read: a question is between the coordinator and the filer."""


async def open_own(turn: Turn, case: Case) -> None:
    """The case with its story, for its filer; who joined it sees what happens, not what others
    said.
    """
    mine = case.filer_id == turn.person.id
    lines = [phrases.title(turn.setup, turn.language, case, mine=True)]
    if case.words and mine:
        short = phrases.cut(case.words, LONGEST_WORDS)
        lines.append(Safe(escape(short, quote=False)))
    lines += _where(turn, case) if mine else []
    lines += [*await _standing(turn, case), Safe("")]
    standing = await standing_of(turn.unit, turn.person, case)
    readable = _readable(turn, case, standing)
    lines += await story(turn, case, TOLD, readable)
    if case.merged_into is not None:
        kept = await turn.unit.cases.get(case.merged_into)
        lines += [turn.say("my-merged", number=kept.number)] if kept else []
    rows = await opened.of_story(turn.scene, turn.person, case)
    from_staff = [act for act in readable if act in STAFF_WORDS]
    shown = await own_pictures.shown(turn.unit, case, from_staff, turn.person.id)
    photos, files, own = shown
    whole = Reply(
        text=Safe("\n".join(lines)),
        choices=rows,
        photos=photos,
        files=files,
        own=own,
        slot=await opened.shown(turn.scene, turn.private, case, opened.STORY),
    )
    turn.answer(whole, case_id=case.id)


def _where(turn: Turn, case: Case) -> list[Safe]:
    """What they said of the place; a tap opens the map there."""
    if case.place is None and not case.place_words:
        return []
    spot = phrases.cut(phrases.spot(turn.unit, turn.language, case), LONGEST_SPOT)
    where = phrases.on_the_map(turn.setup, case, spot)
    return [turn.say("summary-place", place=where)]


def _readable(turn: Turn, case: Case, standing: Standing) -> tuple[Act, ...]:
    """The acts whose words this person may read."""
    if case.filer_id == turn.person.id:
        return PUBLIC_WORDS
    path = turn.unit.directory.reach(case)
    if reads(turn.person, case, path, Aspect.WORDS, standing):
        return STAFF_WORDS
    heard = reads(turn.person, case, path, Aspect.OUTCOME, standing)
    return OUTCOME_WORDS if heard else ()


async def _standing(turn: Turn, case: Case) -> list[Safe]:
    """Its state, who has it, and until when."""
    language, now, setup = turn.language, turn.unit.now, turn.setup
    name = await phrases.carer(turn.unit, language, case)
    state = phrases.state(language, case, case.filer_id == turn.person.id)
    lines = [turn.say("my-now", state=state, name=name)]
    if case.state is State.HELD and case.due_at is not None:
        wakes = phrases.when(language, case.due_at, now, setup)
        lines.append(turn.say("my-held", until=wakes))
    elif case.open:
        due = phrases.when(language, case.resolve_due, now, setup)
        if broken(case, now):
            until = phrases.when(language, expectation(turn.scene, case), now, setup)
            lines.append(turn.say("my-late", due=due, until=until))
        else:
            lines.append(turn.say("my-due", due=due))
    return lines
