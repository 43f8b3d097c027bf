"""Invitations: a link that gives a role once, for a week, as long as its maker may give it."""

from __future__ import annotations

from domain.people import Grant, admin_of
from domain.start_codes import Begins
from handlers.casework import phrases
from handlers.casework.rearranging.hand_over import adopt
from handlers.dialog import completing
from handlers.dialog.turn import Turn
from handlers.filing import own_name
from handlers.people import which_area
from handlers.people.naming import (
    ask_role,
    meant_in,
    named,
    roles,
)
from handlers.people.scope import own_area
from handlers.texts.sentences import Safe
from storage.staff import Invitation
from storage.unit import Unit


async def invite(turn: Turn, words: str) -> None:
    """/invite ROLE AREA, in any order; it is asked where, if that was not said."""
    wanted = meant_in(turn, words)
    if wanted is None:
        where = own_area(turn, words) if words.strip() else ""
        return await ask_role(turn, "invite", where) if where else await _explain(turn)
    role, post, rest = wanted
    if not rest and await which_area.asked(turn, "invite", words):
        return
    given = Grant(
        role,
        own_area(turn, " ".join(rest)),
        post,
    )
    token = await turn.unit.staff.invite(role, given.area, turn.person.id, post)
    _audit(turn, "invite", given, post=post)
    code, channel = Begins.INVITATION + token, turn.event.channel
    joins = {name: to.format(code=code) for name, to in turn.setup.joins.items()}
    link = joins.get(channel) or turn.setup.link(channel, code)
    lines = [turn.say("invite-link", **_named(turn, given), link=link)]
    if turn.setup.said_elsewhere(channel):
        lines.append(turn.say("invite-words", words=f"/start {code}"))
    if joins:
        lines.append(turn.say("invite-scan"))
    drawn = [{"draw": "code", "words": address} for address in joins.values()]
    codes = [turn.unit.media.draw(one) for one in drawn]
    turn.reply(Safe("\n".join(lines)), photos=codes)


async def _explain(turn: Turn) -> None:
    names = [turn.setup.post(code, turn.language) for code in turn.setup.posts]
    posts = turn.say("invite-posts", posts=phrases.listed(turn.language, names))
    text = Safe(f"{turn.say('invite-how')}\n{posts}")
    await completing.ask(turn, text, "invite", roles(turn), a_row=3)


async def accept(turn: Turn, token: str) -> None:
    """Takes what the link offers, if it still offers anything and nobody was faster."""
    given = await offered(turn.unit, token)
    if given is None or not await turn.unit.staff.redeem(token, turn.person.id):
        return turn.reply(turn.say("invitation-gone"))
    await turn.unit.staff.grant(turn.person.id, given)
    _audit(turn, "joined", given, post=given.post)
    await adopt(turn.scene)
    welcome = turn.say("invitation-welcome", **_named(turn, given))
    lines = [welcome, turn.say(f"help-{given.role}")]
    if not own_name.made_up(turn):
        return turn.reply(Safe("\n".join(lines)))
    lines += [Safe(""), turn.say("name-ask-staff")]
    leave = await own_name.ask(turn)
    turn.reply(Safe("\n".join(lines)), [[leave]])


async def offered(unit: Unit, token: str) -> Grant | None:
    """What this token gives to whoever takes it now; None where it gives nothing (any more)."""
    found = await unit.staff.invitation(token)
    if found is None:
        return None
    # its maker may have lost the role in this very transaction
    await unit.directory_now()
    return found.grant if _worth(unit, found) else None


def _worth(unit: Unit, invitation: Invitation) -> bool:
    """Whether its maker may still give this; what the command line made always counts."""
    path = unit.directory.path(invitation.grant.area)
    if not path or invitation.made_by is None:
        return bool(path)
    maker = unit.directory.staff.get(invitation.made_by)
    return maker is not None and admin_of(maker, path)


def _audit(turn: Turn, act: str, given: Grant, **more: str) -> None:
    turn.unit.history.audit(
        turn.person.id,
        act,
        role=given.role.value,
        area=given.area,
        **more,
    )


def _named(turn: Turn, given: Grant) -> dict[str, str]:
    area = phrases.area(turn.unit, given.area, turn.language)
    return {
        "role": named(turn, given),
        "area": area,
    }
