"""Whoever says that it is done is asked whether it is: one press, or a yes; the words go along."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.values.ordinal import without_place
from handlers.actions.asking.said import SAID, pictures, remember, stamp
from handlers.actions.of_carer import by_carer
from handlers.actions.viewing.whose import numbered
from handlers.casework import phrases
from handlers.dialog import questions
from handlers.dialog.fixed import closes, tells_fixed
from handlers.dialog.turn import Turn

LONGEST_SEEN = 20
UNWANTED = "unwanted"
"""Of words by which nothing is all right, and only nobody has to come any more: 不用管了."""
ONE = {
    "resolve": "fixed-resolve",
    "withdraw": "fixed-withdraw",
    UNWANTED: "fixed-unwanted",
}
WHICH = {
    "resolve": "fixed-which-resolve",
    "withdraw": "fixed-which-withdraw",
    UNWANTED: "fixed-which-unwanted",
}
BUTTON = {
    "resolve": "button-fixed-resolve",
    "withdraw": "button-fixed-withdraw",
    UNWANTED: "button-fixed-unwanted",
}


async def ask(turn: Turn, cases: tuple[Case, ...], name: str) -> None:
    """Of one whether it is done, which may be answered by a yes right after it; of several which
    one. The words go with it.
    """
    cases = tuple(by_carer(turn, cases))
    said = without_place(turn.event.text)
    await remember(turn, said, name, await pictures(turn))
    key = UNWANTED if closes(said) and not tells_fixed(said) else name
    if len(cases) > 1:
        text = turn.say(WHICH[key], words=said)
        return turn.reply(text, numbered(turn, cases, SAID))
    case = cases[0]
    what = phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
    text = turn.say(ONE[key], number=case.number, what=what, words=said)
    yes, no = f"{case.id}:{SAID}:{name}:{stamp(said)}", f"{case.id}:open"
    await questions.ask_once(turn, "fixed", yes, no)
    row = [
        turn.choice(BUTTON[key], f"c:{yes}"),
        Choice(case.number, f"c:{no}"),
    ]
    turn.reply(text, [row], case_id=case.id)
