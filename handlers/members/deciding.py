"""Accepting, declining and ending with a word: one of those who lead decides, and whose it is
hears why.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from domain.members import Member, MemberAct, MemberState
from handlers.dialog import one_line
from handlers.dialog.form import Form
from handlers.dialog.one_line import About, OneLine
from handlers.dialog.turn import Refused, Turn
from handlers.members import seats, telling, wording
from handlers.members.applying import TIMER
from handlers.members.found import for_act, terms

LONGEST = 120
"""Letters of the word."""

Finish = Callable[[Turn, int, str], Awaitable[None]]
SILENT = "member_silent"
WAITING = (MemberState.APPLIED,)
JOINED = (MemberState.MEMBER, MemberState.RESTING)


async def ask(
    turn: Turn,
    member_id: int,
    act: MemberAct,
) -> None:
    """Asks for the word. Raises Refused."""
    member = await for_act(turn, member_id, act)
    person = await turn.unit.people.get(member.person_id)
    post = wording.post(turn.scene, turn.language, member.post)
    name = person.name if person else ""
    form = FORMS[act]
    await one_line.ask(
        turn,
        form,
        {"id": member_id, "what": f"{name} · {post}"},
    )


async def accepted(
    turn: Turn,
    member_id: int,
    words: str,
) -> None:
    """From now on they are a member."""
    member = await for_act(turn, member_id, MemberAct.ACCEPT)
    await _decided(
        turn,
        member,
        WAITING,
        MemberState.MEMBER,
        "accepted",
    )
    await _at_home(turn, member)
    days = timedelta(days=terms(turn.setup).silent_days)
    turn.unit.timers.set(SILENT, member.person_id, turn.unit.now + days)
    await telling.tell(
        turn.scene,
        member,
        "notice-member-accepted",
        "mine",
        words=words,
    )
    await _done(turn, member, "done-member-accept")


async def _at_home(turn: Turn, member: Member) -> None:
    """Of whoever never filed anything their home grid is where they usually are: what they say
    without a place goes to its people.
    """
    person = await turn.unit.people.get(member.person_id)
    if person is not None and not person.last_area:
        turn.unit.people.change(replace(person, last_area=member.area))


async def declined(
    turn: Turn,
    member_id: int,
    words: str,
) -> None:
    member = await for_act(turn, member_id, MemberAct.DECLINE)
    await _decided(
        turn,
        member,
        WAITING,
        MemberState.DECLINED,
        "declined",
    )
    await telling.tell(
        turn.scene,
        member,
        "notice-member-declined",
        words=words,
    )
    await _done(turn, member, "done-member-decline")


async def ended(
    turn: Turn,
    member_id: int,
    words: str,
) -> None:
    """Whoever leads there takes a post away."""
    member = await for_act(turn, member_id, MemberAct.END)
    await _decided(
        turn,
        member,
        JOINED,
        MemberState.LEFT,
        "ended",
    )
    await seats.give_up(turn.scene, member.person_id)
    await telling.tell(
        turn.scene,
        member,
        "notice-member-ended",
        words=words,
    )
    await _done(turn, member, "done-member-end")


async def _decided(
    turn: Turn,
    member: Member,
    from_: tuple[MemberState, ...],
    to: MemberState,
    how: str,
) -> None:
    """Raises Refused where somebody else was quicker."""
    unit, me = turn.unit, turn.person.id
    if not await unit.members.move(
        member.id,
        from_,
        to,
        decided_by=me,
    ):
        raise Refused("refuse-member-gone")
    unit.timers.set(TIMER, member.id, None)
    unit.history.audit(
        me,
        f"member-{how}",
        person=member.person_id,
        area=member.area,
    )


async def _done(
    turn: Turn,
    member: Member,
    key: str,
) -> None:
    person = await turn.unit.people.get(member.person_id)
    turn.toast()
    turn.reply(turn.say(key, name=person.name if person else ""))


def _line(name: str, finish: Finish, *ready: str) -> Form:
    async def ended(turn: Turn, about: About, words: str) -> None:
        await finish(turn, about["id"], words)

    return OneLine(name, ended, _short_enough, ready).form


def _short_enough(turn: Turn, about: About, words: str) -> Refused | None:
    if len(words) <= LONGEST:
        return None
    return Refused("refuse-line-long", letters=LONGEST)


FORMS = {
    MemberAct.ACCEPT: _line(
        "member-accept",
        accepted,
        "member-word-welcome",
    ),
    MemberAct.DECLINE: _line(
        "member-decline",
        declined,
        "member-word-enough",
        "member-word-later",
    ),
    MemberAct.END: _line("member-end", ended),
}
