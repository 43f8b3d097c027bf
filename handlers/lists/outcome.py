"""One act to several cases: each as if it stood alone; what is refused stops none of the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from domain.case import Case
from handlers.actions.doing import do
from handlers.actions.done import sentence
from handlers.actions.table import ACTS
from handlers.casework import phrases
from handlers.casework.cards.card_edits import NO_CARD
from handlers.casework.happened import Happened
from handlers.casework.notices import filers_told
from handlers.casework.permission import case_for
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe

Work = Callable[[Case], Awaitable[Case]]
IN_A_LIST = frozenset({NO_CARD})
"""To hush: whoever does several at once has them in a list, and needs no card of each."""
DONE = {
    "done-accept": "done-together-accept",
    "done-hand-on": "done-together-hand-on",
    "done-resolve": "done-together",
    "done-resolve-part": "done-together-part",
    "done-submit": "done-together-submit",
    "done-out-of-reach": "done-together-out-of-reach",
}
"""What is said of one, and what of several."""
NAMING = frozenset({"done-together-hand-on"})
"""These say who has them now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The cases as they are now, and of the others the number and why not."""

    done: list[Case] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


async def each(
    turn: Turn,
    cases: Sequence[Case],
    work: Work,
) -> Outcome:
    """Does it to each of them that this person may see, as it is by then."""
    outcome = Outcome()
    for case in cases:
        try:
            now = await case_for(turn, case.id)
            outcome.done.append(await work(now))
        except Refused as refused:
            why = turn.label(refused.key, **refused.args_of_key)
            outcome.refused.append((case.number, why))
    return outcome


async def each_by(turn: Turn, cases: Sequence[Case], name: str) -> Outcome:
    """Does this act to each, as its own button would; who waits for several hears of all at
    once.
    """
    act, done = ACTS[name].act, list[Happened]()
    told = {filers_told.FILER} if act in filers_told.SEVERAL else ()

    async def one(case: Case) -> Case:
        now = await do(turn.scene, case, name, hush=IN_A_LIST.union(told))
        done.append(Happened(act, case, now, turn.unit.history.last))
        return now

    outcome = await each(turn, cases, one)
    if told:
        await filers_told.tell(turn.scene, done)
    return outcome


async def text(turn: Turn, name: str, outcome: Outcome) -> Safe:
    """A line for all that went alike, then a line for each that was refused."""
    alike: dict[tuple[str, str], list[str]] = {}
    for case in outcome.done:
        key = await _how(turn, name, case)
        alike.setdefault(key, []).append(case.number)
    lines = [
        turn.say(
            key,
            name=to,
            count=len(numbers),
            numbers=" ".join(numbers),
        )
        for (key, to), numbers in alike.items()
    ]
    lines += refusals(turn, outcome.refused)
    return Safe("\n".join(lines))


def refusals(
    turn: Turn,
    refused: Sequence[tuple[str, str]],
) -> list[Safe]:
    """By number, where the reason does not name it itself."""
    return [
        turn.say(
            "done-together-not",
            why=why if number in why else f"{number} {why}",
        )
        for number, why in refused
    ]


async def _how(
    turn: Turn,
    name: str,
    case: Case,
) -> tuple[str, str]:
    """The sentence's key, and to whom it went."""
    key = DONE[await sentence(turn, case, name)]
    named = key in NAMING
    return key, await phrases.carer(turn.unit, turn.language, case) if named else ""
