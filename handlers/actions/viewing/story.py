"""A case's history in plain words, a line an event."""

from __future__ import annotations

from functools import partial
from html import escape

from domain.acts import Act
from domain.case import Case
from domain.standing import FILER_ACTS
from handlers.actions.viewing.recast import recast
from handlers.casework import phrases
from handlers.casework.carers import shops
from handlers.casework.complaints import unread
from handlers.casework.rearranging.moved import moved, words_of
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from storage.history import Line

LONGEST_QUOTE = 200


async def story(
    turn: Turn,
    case: Case,
    told: tuple[Act, ...],
    quoted: tuple[Act, ...],
    most: int = 15,
) -> list[Safe]:
    """The acts that are `told`, with the words of those that are `quoted`; long ones show their
    newest part.
    """
    whole = await turn.unit.history.of(case.id)
    gone = moved(whole)
    lines = [line for line in whole if line.act in told]
    actors = {line.actor_id for line in lines if line.actor_id}
    names = await turn.unit.people.named(actors)
    quoting = [one.act in quoted and one.id not in gone for one in lines[-most:]]
    said = [
        words_of(turn.language, one, whole, partial(shops.told_at, turn, case))
        for one in lines[-most:]
    ]
    shown = [
        _line(turn, case, one, names, words if quote else "")
        for one, quote, words in zip(lines[-most:], quoting, said, strict=True)
    ]
    if len(lines) > most:
        return [turn.say("story-earlier", count=len(lines) - most), *shown]
    return shown


def _line(
    turn: Turn, case: Case, line: Line, names: dict[int, str], words: str
) -> Safe:
    who = _who(turn, case, line, names) or turn.label("who-desk")
    what = recast(turn, line) or turn.say(
        f"story-{line.act.value.replace('_', '-')}", name=who
    )
    at = shops.told_at(turn, case, line.at)
    text = turn.say("story-line", at=at, what=what)
    given = (line.act, line.words, line.actor_id)
    if not words or unread(turn.unit.directory, case, *given, turn.person):
        return text
    said = escape(phrases.cut(words, LONGEST_QUOTE), quote=False)
    return Safe(f"{text}\n   “{said}”")


def _who(turn: Turn, case: Case, line: Line, names: dict[int, str]) -> str:
    """Whoever reports is never named, not even after they withdrew or left; staff who filed it
    work as themselves.
    """
    filed = line.act is Act.FILE
    reports = line.act in FILER_ACTS or line.act is Act.JOIN
    if not reports and not (filed and case.parent_id is None):
        return names.get(line.actor_id or 0, "")
    if line.actor_id == turn.person.id:
        return turn.label("who-you")
    first = filed or line.actor_id == case.filer_id
    return turn.label("who-filer" if first else "who-follower")
