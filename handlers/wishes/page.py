"""A wish opened: what this person may know of it, and what they may do to it now."""

from __future__ import annotations

from domain.messages import Choice
from domain.wishes import MAY, WishAct, WishState, WishViewer
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from handlers.wishes.found import Found
from handlers.wishes.screening import judge
from handlers.wishes.telling import button, take_back

LONGEST = 300
TO_TAKE_BACK = (WishState.ASKED, WishState.OPEN, WishState.CLAIMED, WishState.HANDED)


async def show(turn: Turn, found: Found, value: str) -> None:
    turn.toast("" if turn.event.private else "toast-in-private")
    own = WishViewer.STRANGER not in found.viewers
    case_id = found.case.id if own else None
    turn.reply(
        _text(turn, found),
        _rows(turn, found),
        case_id=case_id,
    )


def _text(turn: Turn, found: Found) -> Safe:
    words = phrases.cut(found.words, LONGEST)
    area = phrases.area(
        turn.unit,
        found.case.area,
        turn.language,
    )
    lines = [
        turn.say(
            "wish-page",
            words=words,
            area=area,
        )
    ]
    if found.state is WishState.FILED and WishViewer.WISHER in found.viewers:
        lines.append(turn.say("wish-page-waiting", number=found.case.number))
        return Safe("\n".join(lines))
    if found.state is WishState.FILED:
        lines.append(turn.say("wish-page-filed", number=found.case.number))
        refused = judge(turn, found.case.words)
        if refused is not None:
            lines.append(turn.say(refused.key, **refused.args_of_key))
        return Safe("\n".join(lines))
    if WishViewer.STRANGER not in found.viewers:
        state = turn.label(f"wish-state-{found.state.value.replace('_', '-')}")
        lines.append(turn.say("wish-page-state", state=state))
    lines += _more(turn, found)
    return Safe("\n".join(lines))


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


def _rows(turn: Turn, found: Found) -> list[list[Choice]]:
    """What may be done now, two in a row."""
    fits = judge(turn, found.case.words) is None
    acts = [
        act for act in MAY if found.may(act) and (fits or act is not WishAct.AS_IT_IS)
    ]
    buttons = [
        button(
            turn.language,
            act,
            found.case.id,
        )
        for act in acts
    ]
    mine = WishViewer.WISHER in found.viewers
    if mine and found.state in TO_TAKE_BACK:
        buttons.append(take_back(turn.language, found.case.id))
    return [
        buttons[i : i + 2]
        for i in range(
            0,
            len(buttons),
            2,
        )
    ]
