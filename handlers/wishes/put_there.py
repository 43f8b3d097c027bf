"""What a claimer says in words of the way to the wisher: that it is there, or where it goes."""

from __future__ import annotations

from domain.messages import Choice
from domain.values.text import letters
from domain.wishes.rights import WishAct
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, only
from handlers.wishes.found import Found, find
from handlers.wishes.handing import hand
from handlers.wishes.telling import button, short

LONGEST = 40
"""Letters: whoever writes more says more (ours)."""
BESIDE = ("words-nod", "words-polite")


async def asked(turn: Turn) -> bool:
    """Whether it was that, of a wish that they have claimed, and was answered."""
    if turn.setup.wishes is None:
        return False
    said = turn.event.text.strip().lower()
    there = _is_there(said)
    where = letters(said) <= LONGEST and anywhere("words-wish-put-where").search(said)
    theirs = await _theirs(turn) if there or where else []
    if len(theirs) > 1:
        rows = [[_this(one)] for one in theirs]
        turn.reply(
            turn.say("ask-wish-put-there"),
            rows,
        )
    elif theirs:
        does = hand if there else _where
        await does(turn, theirs[0], "")
    return bool(theirs)


def _is_there(said: str) -> bool:
    """A nod alone says nothing."""
    nod = only(BESIDE[0], said, *BESIDE)
    return not nod and only("words-wish-put-there", said, *BESIDE)


async def _theirs(turn: Turn) -> list[Found]:
    """What they have claimed and not yet brought."""
    claimed = await turn.unit.claims.of(turn.person.id)
    found = [
        await find(
            turn,
            one,
        )
        for one in claimed
    ]
    return [one for one in found if one.may(WishAct.HAND)]


def _this(found: Found) -> Choice:
    data = f"wish:{found.case.id}:{WishAct.HAND.value}"
    return Choice(
        short(found.words),
        data,
    )


async def _where(turn: Turn, found: Found, value: str) -> None:
    """The place; where none was named yet, whoever names it is reminded. Raises Refused."""
    if found.wish is None or not found.wish.place:
        return await hand(
            turn,
            found,
            "",
        )
    row = [
        button(
            turn.language,
            WishAct.HAND,
            found,
        )
    ]
    turn.reply(
        turn.say("wish-put-there", place=found.wish.place),
        [row],
    )
