"""/bind: which group belongs to which grid, and that one does no more."""

from __future__ import annotations

from domain.messages import Address, Reply
from domain.people import admin_of
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import own_area
from handlers.texts.words import words


async def bind(turn: Turn, said: str) -> None:
    """/bind CODE, written in a group: from now on the grid's cases appear there. /bind off CODE,
    anywhere, or /bind off in the group itself: no more.
    """
    given = said.split()
    codes = [one for one in given if one.lower() not in words("words-off")]
    if len(codes) < len(given):
        return await _unbind(turn, " ".join(codes))
    if turn.event.private or not codes:
        return _say(turn, "bind-how")
    area = own_area(turn, " ".join(codes))
    _check_free(turn)
    was = turn.unit.directory.groups.get(turn.event.chat, "")
    await turn.unit.groups.bind(turn.event.chat, area, turn.person.id)
    chat = str(turn.event.chat)
    turn.unit.history.audit(
        turn.person.id,
        "bind",
        area=area,
        chat=chat,
        was=was if was != area else "",
    )
    _say(
        turn,
        "done-bind",
        area=phrases.area(turn.unit, area, turn.language),
    )


async def _unbind(turn: Turn, code: str) -> None:
    """Also a group that is gone, or whose channel is. Raises Refused."""
    if not code and turn.event.private:
        return _say(turn, "bind-how")
    if code:
        area = own_area(turn, code)
        chats = await turn.unit.groups.of(area)
    else:
        _check_free(turn)
        area, chats = _here(turn)
    if not chats:
        raise Refused("refuse-not-bound")
    for chat in chats:
        await turn.unit.groups.unbind(chat)
        await turn.unit.outbox.drop_address(chat)
        turn.unit.history.audit(
            turn.person.id,
            "unbind",
            area=area,
            chat=str(chat),
        )
    _say(
        turn,
        "done-unbind",
        area=phrases.area(turn.unit, area, turn.language),
    )


def _here(turn: Turn) -> tuple[str, list[Address]]:
    """The grid of the group in which this is said."""
    here = turn.event.chat
    area = turn.unit.directory.groups.get(here, "")
    return area, [here] if area else []


def _check_free(turn: Turn) -> None:
    """A group of somebody else's grid is not taken away from it. Raises Refused."""
    directory = turn.unit.directory
    bound = directory.groups.get(turn.event.chat, "")
    if bound in directory.areas and not admin_of(turn.person, directory.path(bound)):
        raise Refused("refuse-bound")


def _say(turn: Turn, key: str, **args: object) -> None:
    if turn.event.private:
        return turn.reply(turn.say(key, **args))
    turn.unit.outbox.add(
        turn.event.chat,
        Reply(text=turn.say(key, **args)),
    )
