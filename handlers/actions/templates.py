"""/templates: answers that are written again and again, offered below 办好了 where they fit."""

from __future__ import annotations

from domain.people import Role
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.amending.categorised import category as category_named
from handlers.texts.sentences import Safe
from storage.templates import Template

ADD = ("add", "加", "添加")
DROP = ("drop", "删", "删除")
LONGEST = 500


async def templates(turn: Turn, words: str) -> None:
    """/templates; /templates add [CATEGORY] WORDS; /templates drop NUMBER."""
    verb, _, rest = words.strip().partition(" ")
    if verb.lower() in ADD and rest.strip():
        return await _add(turn, rest.strip())
    number = whole(rest.strip())
    if verb.lower() in DROP and number is not None:
        return await _drop(turn, number)
    path = [
        code
        for grant in turn.person.grants
        for code in turn.unit.directory.path(grant.area)
    ]
    found = await turn.unit.templates.in_areas(
        [*path, *turn.unit.directory.below(path[:1])]
    )
    lines = [turn.say("templates-title" if found else "templates-none")]
    for one in found[:40]:
        category = (
            phrases.category(turn.setup, turn.language, one.category)
            if one.category
            else turn.label("policy-all")
        )
        lines.append(
            turn.say(
                "templates-line",
                id=str(one.id),
                category=category,
                words=phrases.cut(one.words, 80),
            )
        )
    turn.reply(Safe("\n".join([*lines, turn.say("templates-how")])))


def _area(turn: Turn) -> str:
    """Heads write for their area, coordinators for their grid."""
    led = [
        grant.area for grant in turn.person.grants if grant.role is not Role.COORDINATOR
    ]
    return (led or [grant.area for grant in turn.person.grants])[0]


async def _add(turn: Turn, rest: str) -> None:
    word, _, said = rest.partition(" ")
    category = category_named(turn, word) if said.strip() else ""
    text = said.strip() if category else rest
    if len(text) > LONGEST:
        raise Refused("refuse-too-long", count=len(text), most=LONGEST)
    made = await turn.unit.templates.add(_area(turn), category, text, turn.person.id)
    _written(turn, "template", made)
    turn.reply(turn.say("done-template", words=phrases.cut(text, 80)))


async def _drop(turn: Turn, number: int) -> None:
    areas = list(turn.unit.directory.below(grant.area for grant in turn.person.grants))
    own = await turn.unit.templates.in_areas(areas)
    gone = next((one for one in own if one.id == number), None)
    if gone is None or not await turn.unit.templates.drop(number, areas):
        raise Refused("refuse-template", number=str(number))
    _written(turn, "template-dropped", gone)
    turn.reply(turn.say("done-template-dropped"))


def _written(turn: Turn, act: str, about: Template) -> None:
    turn.unit.history.audit(
        turn.person.id,
        act,
        id=about.id,
        area=about.area,
        category=about.category,
        words=about.words,
    )
