"""/member: one's own posts and how they stand; for whoever has none, the way to apply."""

from __future__ import annotations

from domain.members import LIVE, Member, MemberAct, MemberState
from domain.messages import Choice
from handlers.dialog import given_up
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.members import applying, errands, seats, wording
from handlers.members.found import for_act, terms
from handlers.texts.sentences import Safe
from handlers.texts.words import FILL, asks


async def asked(turn: Turn) -> bool:
    """Whether words ask for it, or for an end of it, and say nothing else; then it was answered."""
    said = turn.event.text
    if asks("words-member", said, FILL):
        await member(turn, "")
        return True
    return asks("words-member-quit", said, FILL) and await _quits(turn)


async def _quits(turn: Turn) -> bool:
    """An application that is being written ends; of posts it is asked which."""
    drafts = await open_drafts(turn)
    if drafts and drafts[-1].name == applying.APPLICATION.name:
        await given_up.cancel(turn, drafts[-1])
        return True
    if drafts or not await turn.unit.members.of(turn.person.id):
        return False
    await member(turn, "")
    return True


async def member(turn: Turn, said: str) -> None:
    """/member. Raises Refused where there are no members here."""
    terms(turn.setup)
    has = await turn.unit.members.of(turn.person.id)
    if not has:
        return await applying.begin(turn)
    lines = [turn.say("member-page")]
    rows: list[list[Choice]] = []
    for one in has:
        lines.append(await _line(turn, one))
        post = wording.post(turn.scene, turn.language, one.post)
        leave = turn.choice(
            "button-member-leave",
            f"member:leave:{one.id}",
            post=post,
        )
        rows.append([leave])
    called = await errands.shown(turn)
    lines += called[0]
    rows = [*called[1], *rows]
    if any(one.state is MemberState.RESTING for one in has):
        rows.append([turn.choice("button-member-return", "member:return")])
    if len(has) < terms(turn.setup).posts_each:
        rows.append([turn.choice("button-member-another", "member:apply")])
    turn.toast()
    turn.reply(Safe("\n".join(lines)), rows)


async def _line(turn: Turn, one: Member) -> Safe:
    return turn.say(
        "member-line",
        post=wording.post(turn.scene, turn.language, one.post),
        grids=await wording.grids(turn.scene, one),
        state=turn.label(f"member-state-{one.state.value}"),
    )


async def leave(turn: Turn, member_id: int) -> None:
    """One post less, at any time and without a word. Raises Refused."""
    member = await for_act(turn, member_id, MemberAct.LEAVE)
    if not await turn.unit.members.move(member.id, LIVE, MemberState.LEFT):
        raise Refused("refuse-member-gone")
    turn.unit.timers.set(applying.TIMER, member.id, None)
    await seats.give_up(turn.scene, turn.person.id)
    turn.toast()
    post = wording.post(turn.scene, turn.language, member.post)
    turn.reply(turn.say("done-member-leave", post=post), edit=True)
