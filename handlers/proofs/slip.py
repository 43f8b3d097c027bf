"""/proof: the slip of one's own report as a picture with its code."""

from __future__ import annotations

from domain import proofs
from domain.case import Case
from domain.messages import Choice
from domain.proofs import Proofs
from handlers.actions.asking.commands import find
from handlers.casework import phrases
from handlers.casework.permission import case_for
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn, whole
from handlers.proofs.checking import kept_of, minute
from handlers.texts.sentences import Safe

PRESS = "proof"
MOST_OFFERED = 8
WHY = {
    "kind": "proof-kind",
    "not-yet": "proof-not-yet",
    "rejected": "proof-rejected",
    "withdrawn": "proof-withdrawn",
}
"""By the rule's word what is said, and what to do next."""


async def proof(turn: Turn, words: str) -> None:
    """/proof [NUMBER]. Without a number, one's newest reports that have a slip are offered."""
    on, number = switched_on(turn.setup), words.strip()
    if not number:
        return await _offer(turn, on)
    await _send(turn, on, await find(turn, number))


async def pressed(turn: Turn, rest: str) -> None:
    """`proof:<case id>`, below one's own case; `proof:` offers all that there are."""
    on, number = switched_on(turn.setup), whole(rest)
    if not rest:
        turn.toast()
        return await _offer(turn, on)
    if number is None:
        raise Refused("refuse-old-button")
    case = await case_for(turn, number)
    turn.toast()
    await _send(turn, on, case)


def switched_on(setup: Setup) -> Proofs:
    """Raises Refused where the office gives out no slips."""
    if setup.proofs is None:
        raise Refused("proof-off")
    return setup.proofs


async def _offer(turn: Turn, on: Proofs) -> None:
    """A press for each."""
    own = await turn.unit.cases.filed_by(turn.person.id, MOST_OFFERED)
    rows = [
        [Choice(case.number, f"{PRESS}:{case.id}")]
        for case in own
        if not proofs.refusal(case, await kept_of(turn.unit, case), on.kinds)
    ]
    turn.reply(turn.say("proof-which" if rows else "proof-none"), rows)


async def _send(turn: Turn, on: Proofs, case: Case) -> None:
    """Only its filer gets it: for everybody else, staff too, there is none."""
    if case.filer_id != turn.person.id:
        raise Refused("proof-not-yours", number=case.number)
    if case.parent_id is not None:
        # their number is the whole's
        case = await turn.unit.cases.get(case.parent_id) or case
    kept = await kept_of(turn.unit, case)
    why = proofs.refusal(case, kept, on.kinds)
    if why:
        raise Refused(WHY[why], number=case.number)
    made = turn.unit.media.draw(_order(turn, on, case))
    lines = [
        turn.say(
            "proof-done",
            number=case.number,
            code=proofs.code(on.key, case),
        )
    ]
    if not proofs.grid_of(case):
        lines.append(turn.say("proof-quiet"))
    turn.reply(Safe("\n".join(lines)), photos=(made,), case_id=case.id)


def _order(turn: Turn, on: Proofs, case: Case) -> dict[str, object]:
    """What is drawn: number, minute, grid and code, and nothing of what was said or by whom."""
    area, code = proofs.grid_of(case), proofs.code(on.key, case)
    rows = [[turn.label("proof-minute"), minute(turn.setup, case.filed_at)]]
    if area:
        named = phrases.area(turn.unit, area, turn.language)
        rows.append([turn.label("proof-grid"), named])
    rows.append([turn.label("proof-code"), code])
    scan = "proof-scan" if on.page else "proof-type"
    return {
        "draw": "proof",
        "title": turn.label("proof-title"),
        "number": case.number,
        "rows": rows,
        "qr": f"{on.page}/proof/{code}" if on.page else code,
        "notes": [turn.label("proof-says"), turn.label(scan)],
    }
