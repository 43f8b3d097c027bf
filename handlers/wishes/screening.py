"""What a coordinator does with a wish that was filed: words for the list, no with a reason, or
where it belongs instead.
"""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.states import WAITING
from domain.wish_words import LONGEST, calls, unfit
from domain.wishes.moments import ANSWERS
from domain.wishes.rights import WishAct
from handlers.actions.changes import category
from handlers.casework.happened import NOTHING, Given
from handlers.casework.perform import perform
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.clockwork import (
    by_the_clock,
    case_waits,
    noted,
    plan,
    told_by_us,
)
from handlers.wishes.found import Found, terms
from handlers.wishes.publishing import question
from handlers.wishes.telling import Letter, to_wisher, wisher

LONGEST_REASON = 300


def judge(turn: Turn, words: str) -> Refused | None:
    """Why these words cannot stand on the list; None where they can."""
    most = terms(turn.setup).most_yuan
    why = unfit(words, most)
    if not why:
        return None
    return Refused(
        f"refuse-wish-{why}",
        most=most,
        letters=LONGEST,
    )


async def screen(turn: Turn, found: Found, value: str) -> None:
    await asking.ask(turn, WORDS, found)


async def as_it_is(turn: Turn, found: Found, value: str) -> None:
    """The wisher's own words, where they can stand on the list."""
    words = found.case.words
    refused = judge(turn, words)
    if refused is not None:
        raise refused
    turn.toast()
    await screened(turn, found, words)


async def screened(turn: Turn, found: Found, words: str) -> None:
    """The wisher sees the words and is asked; nobody else sees them before they say yes."""
    scene = turn.scene
    whose = await wisher(scene, found)
    if whose is None:
        raise Refused("refuse-wish-nobody")
    if calls(words, whose.name):
        turn.reply(turn.say("refuse-wish-name"))
        return await asking.ask(turn, WORDS, found)
    case = await _taken(turn, found.case)
    said = " ".join(words.split())
    wish = await turn.unit.wishes.screened(
        case.id,
        case.area,
        said,
        turn.person.id,
    )
    await plan(scene, case.id)
    await noted(scene, case, "wish-note-screened", words=said)
    until = turn.unit.now + ANSWERS[-1]
    await case_waits(scene, case, until, "wish-note-asked")
    asked = replace(found, case=case, wish=wish)
    await to_wisher(scene, asked, question(scene, asked))
    done = turn.say("done-wish-words", number=case.number, words=said)
    turn.reply(done)


async def _taken(turn: Turn, case: Case) -> Case:
    """Whoever screens what nobody has taken has it now. Its wisher hears of that by the
    question.
    """
    if case.state not in WAITING:
        return case
    taken = await perform(
        turn.scene,
        case,
        Act.ACCEPT,
        NOTHING,
        {"assignee_id": turn.person.id},
        told_by_us(case),
    )
    return taken.case


# --- not on the list ---


async def decline(turn: Turn, found: Found, value: str) -> None:
    await asking.ask(turn, REASON, found)


def short_enough(turn: Turn, words: str) -> Refused | None:
    if len(words) > LONGEST_REASON:
        return Refused("refuse-wish-long", letters=LONGEST_REASON)
    return None


async def declined(turn: Turn, found: Found, reason: str) -> None:
    """Who declined stands in the history; what ends the case is the clock, since a coordinator
    alone may turn nobody away otherwise.
    """
    scene, case = turn.scene, found.case
    await noted(scene, case, "wish-note-declined")
    await perform(
        by_the_clock(scene),
        case,
        Act.REJECT,
        Given(reason),
        hush=told_by_us(case),
    )
    letter = Letter(
        "notice-wish-declined",
        about={"reason": reason},
        anew=True,
        rings=True,
    )
    await to_wisher(scene, found, letter)
    done = turn.say("done-wish-reason", number=case.number)
    turn.reply(done)


async def as_help(turn: Turn, found: Found, value: str) -> None:
    await _becomes(turn, found, Kind.HELP)


async def as_hazard(turn: Turn, found: Found, value: str) -> None:
    await _becomes(turn, found, Kind.HAZARD)


async def _becomes(turn: Turn, found: Found, kind: Kind) -> None:
    """A case of the other kind, with its number and its people as before."""
    scene = turn.scene
    case = await _taken(turn, found.case)
    code = turn.setup.catalogue.other(kind).code
    fields = category(scene, case, code, NOTHING)
    await perform(scene, case, Act.RECLASSIFY, NOTHING, fields)
    turn.toast()
    kind_name = turn.label(f"kind-{kind.value}")
    done = turn.say("done-wish-moved", number=case.number, kind=kind_name)
    turn.reply(done, case_id=case.id)


WORDS = asking.line(
    "wish-words",
    WishAct.SCREEN,
    screened,
    judge,
    bare=True,
)
REASON = asking.line(
    "wish-reason",
    WishAct.DECLINE,
    declined,
    short_enough,
    of_case=True,
)
