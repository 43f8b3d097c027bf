"""Says that an act is done, with a way to take it back."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.permissions import may
from handlers.actions.after import awaits_picture
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.casework import permission, phrases
from handlers.casework.happened import Given
from handlers.casework.notices.receivers import out_of_reach
from handlers.casework.perform import perform
from handlers.dialog.scene import CLOCK
from handlers.dialog.turn import Refused, Turn
from handlers.filing import on_its_way
from handlers.texts.sentences import Safe, label

SHOWN_AFTER = (Act.RESOLVE, Act.TELL, Act.ASK, Act.NOTE)
"""What a picture may follow."""
NO_STEP = (Act.UNDO, Act.NOTE)
"""What takes nothing back: below it a button would be for the step before."""


async def done(
    turn: Turn, case: Case, name: str, said: str = "", media: tuple[int, ...] = ()
) -> None:
    row = ACTS[name]
    if row.act in SHOWN_AFTER and case.filer_id != turn.person.id:
        await awaits_picture(turn, case)
    if row.then is not None:
        await row.then(turn, case, said)
    text = turn.say(
        await sentence(turn, case, name),
        number=phrases.number(case, case.filer_id == turn.person.id),
        name=await phrases.carer(turn.unit, turn.language, case),
        due=phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup),
        count=case.parts,
        category=phrases.category(turn.setup, turn.language, case.category),
        urgency=turn.label(f"urgency-{case.urgency.value}"),
        privacy=turn.label(f"privacy-{case.privacy.value}"),
    )
    below = await row.below(turn, case) if row.below else []
    undo = await refusal_for(turn.scene, case, "undo") is None
    if undo and row.act not in NO_STEP:
        below.append([undo_button(turn, case)])
    slot = ""
    if await turn.unit.media.on_the_way(media):
        slot = await on_its_way.kept(turn, case, media, text, below)
        inside = row.act is Act.NOTE
        told = turn.say("done-photo-kept" if inside else "done-photo-on-its-way")
        text = Safe(f"{text}\n{told}")
    turn.reply(
        text,
        below,
        edit=row.edits,
        case_id=case.id,
        slot=slot,
    )


async def sentence(turn: Turn, case: Case, name: str) -> str:
    """The key of what whoever did it is told."""
    row = ACTS[name]
    act = row.act_for(turn.scene, case)
    if (row.words or row.tells) and await out_of_reach(turn.scene, act, case):
        return "done-out-of-reach"
    return row.wording(case) if row.wording else f"done-{name.replace('_', '-')}"


def undo_button(turn: Turn, case: Case) -> Choice:
    """Bound to its step: it takes back that one and no later one."""
    return turn.choice("button-undo", f"c:{case.id}:undo:{turn.unit.history.last}")


async def keep_away(turn: Turn, case: Case, given: Given) -> None:
    """The same of a case that was theirs when they began to write, and is none of theirs by now:
    it is handed in for them, and they see no more of it. Raises Refused for who is no staff.
    """
    if not turn.person.staff:
        raise Refused("refuse-no-case")
    who, words = turn.person.name, given.words
    told = replace(
        given,
        words=label(turn.setup.language, "kept-away", name=who, words=words),
        told=lambda language: label(language, "kept-away", name=who, words=words),
    )
    await perform(replace(turn.scene, actor=CLOCK), case, Act.NOTE, told)
    turn.reply(turn.say("done-kept-away", number=case.number))


async def keep_words(
    turn: Turn,
    case: Case,
    refused: Refused,
    given: Given,
) -> None:
    """The case has moved on while somebody was writing: what they wrote stays with it all the
    same.
    """
    mine = case.filer_id == turn.person.id
    inside = may(turn.person, Act.NOTE, case, turn.unit.directory.reach(case))
    act = Act.NOTE if inside and not mine else Act.ADD
    if await permission.refusal_for(turn.scene, case, act) is not None:
        return await keep_away(turn, case, given)
    await perform(turn.scene, case, act, given)
    why = turn.label(refused.key, **refused.args_of_key)
    text = turn.say("done-kept", why=why, number=case.number)
    turn.reply(text, case_id=case.id)
