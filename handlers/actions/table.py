"""What can be done to a case by its people, as one table: which act, what it wants to know, and
what it changes.

A button, a command and a one-step form all end here. docs/adr/0011 says why there is one way.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from domain.acts import Act
from domain.case import Case
from domain.categories import BY_CODE
from domain.kinds import Supervision, Urgency
from domain.messages import Place
from domain.moves import MOVES
from domain.permissions import may
from domain.privacy import Privacy
from domain.states import State
from handlers.casework import merging, notices, parts, routing
from handlers.casework import perform as casework
from handlers.casework import polls as deliberation
from handlers.casework import undo as undoing
from handlers.dialog.turn import Refused, Turn

Media = Sequence[int]
E = TypeVar("E", bound=StrEnum)
Work = Callable[[Turn, Case, str, str, Media], Awaitable[Case]]


@dataclass(frozen=True, slots=True)
class Doing:
    """`wants` names what has to be chosen first (`handlers/actions/choices.py` offers it), '' for
    nothing.

    `words` says that a word is needed; with `bare` a picture or a voice message alone is enough.
    """

    act: Act
    wants: str = ""
    words: bool = False
    bare: bool = False


DOINGS: dict[str, Doing] = {
    "accept": Doing(Act.ACCEPT),
    "hand_on": Doing(Act.HAND_ON, wants="whom"),
    "return": Doing(Act.RETURN, words=True),
    "ask": Doing(Act.ASK, words=True),
    "tell": Doing(Act.TELL, words=True, bare=True),
    "note": Doing(Act.NOTE, words=True, bare=True),
    "hold": Doing(Act.HOLD, wants="day", words=True),
    "resume": Doing(Act.RESUME),
    "extend": Doing(Act.EXTEND, wants="more_days", words=True),
    "approve": Doing(Act.APPROVE),
    "decline": Doing(Act.DECLINE, words=True),
    "category": Doing(Act.RECLASSIFY, wants="category"),
    "urgency": Doing(Act.RECLASSIFY, wants="urgency"),
    "privacy": Doing(Act.RECLASSIFY, wants="privacy"),
    "raise": Doing(Act.RAISE, words=True),
    "supervise": Doing(Act.SUPERVISE, wants="supervision", words=True),
    "split": Doing(Act.SPLIT, wants="teams", words=True),
    "link": Doing(Act.LINK, wants="case"),
    "merge": Doing(Act.MERGE, wants="case"),
    "take_in": Doing(Act.MERGE, wants="case"),
    "unmerge": Doing(Act.UNMERGE),
    "resolve": Doing(Act.RESOLVE, words=True),
    "verify": Doing(Act.VERIFY),
    "redo": Doing(Act.REDO, words=True),
    "reject": Doing(Act.REJECT, words=True),
    "deliberate": Doing(Act.DELIBERATE, words=True),
    "decide": Doing(Act.DECIDE, words=True),
    "answer": Doing(Act.ANSWER, words=True, bare=True),
    "reopen": Doing(Act.REOPEN, words=True, bare=True),
    "add": Doing(Act.ADD, words=True, bare=True),
    "undo": Doing(Act.UNDO),
}

OF_WHOLES = ("split", "merge", "take_in", "deliberate")
"""What is done to a case as a whole, never to one of its parts."""

WORDS_ONLY = ("add", "answer", "ask", "note", "tell")
"""Words on a case that was merged go on in the one that was kept."""

RARE = (
    "tell",
    "note",
    "hold",
    "extend",
    "approve",
    "decline",
    "category",
    "urgency",
    "privacy",
    "split",
    "link",
    "merge",
    "take_in",
    "unmerge",
    "deliberate",
    "raise",
    "supervise",
    "reject",
    "undo",
)
"""What stands on the second page, in this order, where it is possible."""


async def possible(turn: Turn, case: Case, name: str) -> bool:
    """Whether this person could do that to the case as it is now."""
    act = DOINGS[name].act
    if name == "undo":
        return await undoing.possible(turn, case)
    if name in ("approve", "decline") and case.extension_to is None:
        return False
    if case.parent_id is not None and name in OF_WHOLES:
        return False
    return (case.state, act) in MOVES and may(
        turn.person, act, case, turn.unit.directory.reach(case)
    )


async def check(turn: Turn, case: Case, name: str) -> None:
    """Raises Refused where it may not or cannot be done, before anybody writes a word for it."""
    doing, actor = DOINGS[name], casework.actor_of(turn)
    if doing.act is Act.UNDO:
        await undoing.check(turn, case)
        return
    if doing.act is Act.RESOLVE and not _leads(turn, case) and case.verify:
        doing = replace(doing, act=Act.SUBMIT)
    await casework.allow(turn.unit, actor, case, doing.act)
    if (case.state, doing.act) not in MOVES:
        raise await casework.refusal(turn.unit, actor, case, doing.act)
    if name == "privacy" and case.state is State.DELIBERATING:
        raise Refused("refuse-poll-open")
    if (
        name == "approve"
        and await _asked(turn, case)
        and notices.heads(turn.unit, case, 0, turn.person)
    ):
        raise Refused("refuse-own-extension")
    if name == "resolve":
        await parts.all_done(turn.unit, case)
    if name in ("approve", "decline") and case.extension_to is None:
        raise Refused("refuse-no-extension", number=case.number)
    if case.parent_id is not None and name in OF_WHOLES:
        raise Refused("refuse-part", number=case.number)


async def do(
    turn: Turn,
    case: Case,
    name: str,
    value: str = "",
    words: str = "",
    media: Media = (),
    spot: Place | None = None,
) -> Case:
    """Does it; `spot` is a place that goes along. Raises Refused."""
    if name in WORDS_ONLY:
        case = await merging.kept_case(turn, case)
    await check(turn, case, name)
    work = SPECIAL.get(name)
    if work is not None:
        return await work(turn, case, value, words, media)
    changed = CHANGES[name](turn, case, value) if name in CHANGES else {}
    quietly = name == "privacy"  # nothing that the filer was told has changed
    was = case.privacy
    case = await _perform(
        turn,
        case,
        DOINGS[name].act,
        words,
        media,
        spot=spot,
        quietly=quietly,
        **changed,
    )
    if case.privacy is not was:
        await parts.as_private(
            turn.unit, turn.setup, case, turn.person.id, turn.event.channel
        )
    return case


async def _perform(
    turn: Turn, case: Case, act: Act, words: str = "", media: Media = (), **changed: Any
) -> Case:
    actor = casework.actor_of(turn)
    return await casework.perform(
        turn.unit, turn.setup, actor, case, act, words, media, **changed
    )


async def _asked(turn: Turn, case: Case) -> bool:
    """Whether it was this person who asked for more time, or who would have it."""
    asked = [
        line.actor_id
        for line in await turn.unit.history.of(case.id)
        if line.act is Act.EXTEND
    ]
    return turn.person.id in (case.assignee_id, *asked[-1:])


def _leads(turn: Turn, case: Case) -> bool:
    return may(turn.person, Act.VERIFY, case, turn.unit.directory.reach(case))


async def _resolve(
    turn: Turn, case: Case, value: str, words: str, media: Media
) -> Case:
    """Where a lead has to look first, the coordinator's word goes to them and not yet to the
    filer.
    """
    act = Act.SUBMIT if case.verify and not _leads(turn, case) else Act.RESOLVE
    case = await _perform(turn, case, act, words, media)
    return (
        await parts.after_resolving(turn.unit, turn.setup, case)
        if case.parent_id is not None
        else case
    )


async def _verify(turn: Turn, case: Case, value: str, words: str, media: Media) -> Case:
    shown = [row.id for row in await turn.unit.media.of_last(case.id, Act.SUBMIT)]
    case = await _perform(turn, case, Act.VERIFY, case.answer, shown)
    return (
        await parts.after_resolving(turn.unit, turn.setup, case)
        if case.parent_id is not None
        else case
    )


async def _hand_on(
    turn: Turn, case: Case, value: str, words: str, media: Media
) -> Case:
    """`value` is a person's number, `post:CODE` or `office:CODE`."""
    if ":" not in value:
        options = routing.candidates(turn.unit.directory, case.area, case.assignee_id)
        chosen = next(
            ((person, area) for person, area in options if str(person.id) == value),
            None,
        )
        if chosen is None:
            raise Refused("refuse-old-button")
        person, area = chosen
        # Somebody below the case's area takes it into theirs; a lead above sees it where it is.
        area = case.area if area in turn.unit.directory.path(case.area) else area
        return await _perform(
            turn,
            case,
            Act.HAND_ON,
            words,
            media,
            to=person,
            area=area,
            post="",
            office="",
        )
    team = routing.team_of(turn.unit.directory, turn.setup, case.area, value)
    if team is None:
        raise Refused("refuse-old-button")
    to = routing.carer(turn.unit, turn.setup, team, case.id)
    return await _perform(
        turn, case, Act.HAND_ON, words, media, to=to, post=team.post, office=team.office
    )


def _category(turn: Turn, case: Case, value: str) -> dict[str, Any]:
    """What is urgent stays so; else the new category's own urgency counts."""
    if value not in BY_CODE:
        raise Refused("refuse-old-button")
    found = BY_CODE[value]
    urgency = case.urgency if case.urgency is Urgency.URGENT else found.urgency
    privacy = found.privacy if found.privacy is not Privacy.OPEN else case.privacy
    return {
        "category": value,
        "kind": found.kind,
        "urgency": urgency,
        "privacy": privacy,
    }


def _privacy(turn: Turn, case: Case, value: str) -> dict[str, Any]:
    """Never less private than the category is."""
    wanted = _known(Privacy, value)
    least = BY_CODE[case.category].privacy if case.category in BY_CODE else Privacy.OPEN
    if least is not Privacy.OPEN and wanted is not least:
        raise Refused("refuse-privacy-least")
    return {"privacy": wanted}


def _known(kind: type[E], value: str) -> E:
    """The member of an enumeration that a press names. Raises Refused: anybody can send any
    data.
    """
    try:
        return kind(value)
    except ValueError:
        raise Refused("refuse-old-button") from None


def _moment(turn: Turn, value: str) -> datetime:
    """A moment ahead of us. Raises Refused."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise Refused("refuse-old-button") from None
    if at.tzinfo is None or at <= turn.unit.now:
        raise Refused("refuse-old-button")
    return at


def _levels(turn: Turn, case: Case, value: str) -> dict[str, Any]:
    top = max(len(turn.unit.directory.ladder(case)) - 1, 0)
    if case.raised >= top:
        raise Refused("refuse-top", number=case.number)
    return {"raised": case.raised + 1}


CHANGES: dict[str, Callable[[Turn, Case, str], dict[str, Any]]] = {
    "hold": lambda turn, case, value: {"due_at": _moment(turn, value)},
    "extend": lambda turn, case, value: {"extension_to": _moment(turn, value)},
    "decline": lambda turn, case, value: {"extension_to": None},
    "category": _category,
    "urgency": lambda turn, case, value: {"urgency": _known(Urgency, value)},
    "privacy": _privacy,
    "raise": _levels,
    "supervise": lambda turn, case, value: {"supervision": _known(Supervision, value)},
}


async def _reject(turn: Turn, case: Case, value: str, words: str, media: Media) -> Case:
    had = case.assignee_id
    case = await _perform(turn, case, Act.REJECT, words, media)
    await parts.go_with(turn.unit, turn.setup, case)
    if case.parent_id is not None:
        await parts.rejected(
            turn.unit, turn.setup, case, words, {had} - {turn.person.id}
        )
    return case


SPECIAL: dict[str, Work] = {
    "resolve": _resolve,
    "verify": _verify,
    "reject": _reject,
    "hand_on": _hand_on,
    "split": parts.split,
    "link": merging.link,
    "merge": merging.merge,
    "take_in": merging.take_in,
    "unmerge": merging.unmerge,
    "deliberate": deliberation.open_,
    "decide": deliberation.decide,
    "undo": undoing.undo,
}
