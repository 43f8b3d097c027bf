"""Talk between who ordered something and who takes it on: each word goes by us, nobody is named."""

from __future__ import annotations

from domain.matching.rights import ListingAct
from domain.matching.viewers import ListingViewer
from handlers.dialog import between
from handlers.dialog.turn import Refused, Turn
from handlers.matching import asking, thanking
from handlers.matching.found import find, for_act
from handlers.matching.looking import Found
from handlers.matching.telling import side, tell
from handlers.matching.wording import short


async def say(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Asks for the word, unless what was said before is meant."""
    if value in ("", between.ANSWER):
        return await asking.ask(turn, WORD, found, value)
    words = await between.taken(turn, value)
    turn.toast()
    await said(turn, found, words, "")


def judge(
    turn: Turn,
    words: str,
    value: str,
) -> Refused | None:
    return between.unfit(turn, words, "listing")


async def answer(turn: Turn, listing_id: int, words: str) -> Refused | None:
    """What is said to a word of the other side goes back. Returns why it is too late for that.
    Raises Refused for words that may not go. Once it is done, what is said thanks.
    """
    try:
        if await thanking.over(turn, await find(turn, listing_id)):
            return None
        found = await for_act(turn, listing_id, ListingAct.SAY)
    except Refused as late:
        return late
    between.judged(turn, judge(turn, words, ""))
    await _over(turn, found, words)
    carries = ListingViewer.KEEPER in found.viewers
    key = "went-to-orderer" if carries else "went-to-carrier"
    done = turn.say(key, what=short(found.listing.words))
    await between.went(turn, f"li:{listing_id}", words, done)
    return None


async def said(
    turn: Turn,
    found: Found,
    words: str,
    value: str,
) -> None:
    await _over(turn, found, words)
    done = turn.say("done-listing-word")
    await between.went(turn, f"li:{found.listing.id}", words, done)


async def _over(turn: Turn, found: Found, words: str) -> None:
    """To the other side, who may answer. Nothing of it is kept, as nothing of an order is."""
    await between.counts(turn)
    carries = ListingViewer.KEEPER in found.viewers
    other = (
        await side(turn.scene, found.need)
        if carries
        else await turn.unit.people.get(found.listing.keeper_id)
    )
    await tell(
        turn.scene,
        other,
        "notice-listing-said-back" if carries else "notice-listing-said",
        found.listing,
        (ListingAct.SAY,),
        rings=True,
        about={"said": words},
        word=True,
    )


WORD = asking.line("listing-word", ListingAct.SAY, said, judge)
