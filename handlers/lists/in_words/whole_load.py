"""All that somebody carries, to somebody else: 把李敏的都转给张强, "move all of Li's to Wu". It is
done once a press or a yes says so.
"""

from __future__ import annotations

import re
from functools import cache

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.states import State
from domain.values.number import numbers
from handlers.actions.asking.commands import this_year
from handlers.dialog import questions
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn
from handlers.lists import buttons, passing
from handlers.lists.kept import Listing, keep
from handlers.lists.show import possible
from handlers.lists.typed import shown
from handlers.texts.words import any_of, anywhere, one_of, only, words

LONGEST = 60
"""Letters: whoever says more tells of more (ours)."""
MOST = 500
MOST_NAMED = 10
"""Numbers that the question names."""
PARTED = "words-load", "words-load-filler", "words-give"


async def asked(turn: Turn) -> bool:
    """Whether that was said, and was asked. Raises Refused."""
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return False
    text = event.text.strip().replace("’", "'").rstrip("。.！!～~")
    for line in _lines(text):
        hit = _line().fullmatch(_all_of_it(text, line))
        what = hit["what"].lower() if hit else ""
        found = _holder(turn, _of_whom(turn, text, line, what)) if hit else None
        if found is not None:
            break
    if hit is None or found is None or await written(turn):
        return False
    if anywhere("words-open-question").match(hit["whom"].lower()):
        return False  # to whom is what they ask
    holder, named = found
    cases = await possible(turn, await _cases(turn, holder, named), "hand_on")
    if not cases and line != text:
        return False  # the reason for it may say something
    if not cases:
        raise Refused("refuse-no-load", name=holder.name)
    await ask(turn, holder if named else None, cases, hit["whom"])
    return True


def _of_whom(turn: Turn, text: str, line: str, what: str) -> str:
    """李敏不干了，她的都给张强: theirs is of whom the reason for it names."""
    why = text.removesuffix(line).lower()
    names = [one.name.lower() for one in turn.unit.directory.staff.values()]
    told = [one for one in names if one and one in why]
    if len(told) != 1 or any(one in what for one in names if one):
        return what
    theirs, found = anywhere("words-of-that-one").subn(f"{told[0]} 's ", what, count=1)
    own = anywhere("words-me").search(what) is not None
    return theirs if found or own else f"{told[0]} 's {what}"


def _all_of_it(text: str, line: str) -> str:
    """我下班了，交给张强: all of it, where it is the end of the day that is the reason."""
    why = text.removesuffix(line).lower()
    leaves = anywhere("words-off-duty").search(why) is not None
    bare = leaves and _to_somebody().match(line)
    return f"{min(words('words-all-of'))} {line}" if bare else line


def _lines(text: str) -> tuple[str, ...]:
    """The words; else what is behind the reason for it: 我要下班了，手上的都给张强."""
    why, comma, order = text.replace(",", "，").partition("，")
    if not comma or anywhere("words-keep-some").search(why.lower()):
        return (text,)
    return text, order.strip()


async def written(turn: Turn) -> bool:
    """Whether words for a case are asked for."""
    drafts = await open_drafts(turn)
    return bool(drafts) and "case" in drafts[-1].about


def _holder(turn: Turn, what: str) -> tuple[Person, bool] | None:
    """Whoever carries them, and whether they were named: else it is who speaks. None for what is
    no such line.
    """
    staff = {one.name.lower(): one for one in turn.unit.directory.staff.values()}
    names = any_of(frozenset(staff) - {""})
    hits = [*names.finditer(what)]
    rest = names.sub(" ", what)
    marked = anywhere("words-load").search(rest) is not None
    if len(hits) > 1 or not marked or not only(PARTED[0], rest, *PARTED[1:]):
        return None
    return (staff[hits[0][0]], True) if hits else (turn.person, False)


async def _cases(turn: Turn, holder: Person, named: bool) -> list[Case]:
    """Theirs; where nobody is named those of the list that stands there."""
    listing = None if named else await shown(turn)
    if listing is None or not listing.shown:
        carried = await turn.unit.cases.carried_by(holder.id, MOST)
        kept = {one for named in turn.named for one in numbers(named, this_year(turn))}
        return [
            one for one in carried if one.number not in kept
        ]  # 我接0001，剩下给张强
    ids = listing.ticked or listing.shown
    found = [await turn.unit.cases.get(one) for one in ids]
    cases = [one for one in found if one is not None]
    rest = anywhere("words-the-rest").search(turn.event.text.lower())
    left = [one for one in cases if not _taken(one, holder)] if rest else []
    return await possible(turn, left, "hand_on") or cases


def _taken(case: Case, holder: Person) -> bool:
    """Whether they are at work on it: the rest is what they left."""
    return case.assignee_id == holder.id and case.state is State.IN_PROGRESS


async def ask(
    turn: Turn,
    holder: Person | None,
    cases: list[Case],
    whom: str,
) -> None:
    """Whether all of these shall go to whom was named. Raises Refused."""
    ticked = tuple(one.id for one in cases)
    listing = Listing(turn.unit.next_id("forms"), ticked=ticked)
    await keep(turn, listing)
    value = await passing.typed(turn, cases, whom)
    if await passing.doubted(turn, listing, cases, value):
        return
    label = passing.receivers_of(turn, cases)[value]
    about = {
        "list": listing.id,
        "value": value,
        "still": value,
        "instead": "",
    }
    await questions.ask(turn, passing.WHOM, about)
    yes = Choice(label, buttons.data(listing, "to", value))
    shown_so = " ".join(one.number for one in cases[:MOST_NAMED])
    shown_so += " …" if len(cases) > MOST_NAMED else ""
    count = len(cases)
    key, name = ("ask-load", holder.name) if holder else ("ask-load-these", "")
    text = turn.say(key, name=name, count=count, numbers=shown_so, whom=label)
    turn.reply(text, abreast([yes]))


@cache
def _to_somebody() -> re.Pattern[str]:
    return re.compile(one_of("words-hand-on", "words-give-to"), re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    to = one_of("words-hand-on", "words-give-to")
    return re.compile(rf"(?P<what>.+?)\s*{to}\s*(?P<whom>\S.*)", re.IGNORECASE)
