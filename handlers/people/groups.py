"""/bind: which group belongs to which grid."""

from __future__ import annotations

from domain.messages import Reply
from domain.people import admin_of
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import own_area


async def bind(turn: Turn, words: str) -> None:
    """/bind CODE, written in a group: from now on the grid's cases appear there."""
    if turn.event.private:
        return turn.reply(turn.say("bind-how"))
    if not words.strip():
        return _say(turn, "bind-how")
    area = own_area(turn, words.strip())
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


def _check_free(turn: Turn) -> None:
    """A group of somebody else's grid is not taken away from it. Raises Refused."""
    directory = turn.unit.directory
    bound = directory.groups.get(turn.event.chat, "")
    if bound in directory.areas and not admin_of(turn.person, directory.path(bound)):
        raise Refused("refuse-bound")


def _say(turn: Turn, key: str, **args: object) -> None:
    turn.unit.outbox.add(
        turn.event.chat,
        Reply(text=turn.say(key, **args)),
    )
