"""A wish opened: what this person may know of it, and what they may do to it now."""

from __future__ import annotations

from domain.messages import Choice
from domain.wishes.rights import MAY, WishAct, WishViewer
from domain.wishes.wish import RUNNING, WishState
from handlers.casework import phrases
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from handlers.wishes.found import Found
from handlers.wishes.screening import judge
from handlers.wishes.telling import button, take_back

LONGEST = 300


async def show(turn: Turn, found: Found, value: str) -> None:
    turn.toast("" if turn.event.private else "toast-in-private")
    known = found.viewers & {WishViewer.WISHER, WishViewer.CARER}
    case_id = found.case.id if known else None
    text, rows = _text(turn, found), _rows(turn, found)
    turn.reply(text, rows, case_id=case_id)


def _text(turn: Turn, found: Found) -> Safe:
    words = phrases.cut(found.words, LONGEST)
    area = phrases.area(turn.unit, found.case.area, turn.language)
    first = turn.say("wish-page", words=words, area=area)
    if found.state is WishState.FILED:
        rest = _filed(turn, found)
    else:
        rest = _listed(turn, found)
    return Safe("\n".join((first, *rest)))


def _filed(turn: Turn, found: Found) -> list[Safe]:
    """What comes next; for whoever screens it also why its words cannot stay as they are."""
    number = found.case.number
    if WishViewer.WISHER in found.viewers:
        return [turn.say("wish-page-waiting", number=number)]
    lines = [turn.say("wish-page-filed", number=number)]
    refused = judge(turn, found.case.words)
    if refused is not None:
        why = turn.say(refused.key, **refused.args_of_key)
        lines.append(why)
    return lines


def _listed(turn: Turn, found: Found) -> list[Safe]:
    if WishViewer.STRANGER in found.viewers:
        return _more(turn, found)
    name = found.state.value.replace("_", "-")
    state = turn.label(f"wish-state-{name}")
    line = turn.say("wish-page-state", state=state)
    return [line, *_more(turn, found)]


def _more(turn: Turn, found: Found) -> list[Safe]:
    """Until when, and where it is handed over; a stranger only hears of the days of a claim."""
    if WishViewer.STRANGER in found.viewers or found.may(WishAct.CLAIM):
        days = turn.setup.wishes.claim_days if turn.setup.wishes else 0
        return [turn.say("wish-page-open", days=days)]
    lines = []
    if found.claim is not None:
        day = phrases.day(
            turn.language,
            found.claim.until,
            turn.setup,
        )
        lines.append(turn.say("wish-page-until", day=day))
    if found.wish is not None and found.wish.place:
        lines.append(turn.say("wish-page-place", place=found.wish.place))
    return lines


def _in_vain(turn: Turn, found: Found) -> set[WishAct]:
    """What would only be refused."""
    vain = set()
    if judge(turn, found.case.words) is not None:
        vain.add(WishAct.AS_IT_IS)
    if found.wish is not None and found.wish.thanks:
        vain.add(WishAct.THANK)
    return vain


def _rows(turn: Turn, found: Found) -> list[list[Choice]]:
    """What may be done now, two in a row."""
    vain = _in_vain(turn, found)
    buttons = [
        button(turn.language, act, found)
        for act in MAY
        if found.may(act) and act not in vain
    ]
    mine = WishViewer.WISHER in found.viewers
    if mine and found.state in RUNNING:
        buttons.append(take_back(turn.language, found.case.id))
    return abreast(buttons)
