"""Forms that ask for one line about a listing: what goes with an order, or a part of a draft that
no button has.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from domain.draft import Draft
from domain.matching.rights import ListingAct
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.fresh_try import judged
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import aside
from handlers.matching.found import Found, for_act
from handlers.matching.telling import short

Judge = Callable[[Turn, str, str], Refused | None]
Finish = Callable[[Turn, Found, str, str], Awaitable[None]]
"""Both get what was said, and the value that came with the press that asked."""

SAID = Text(free=True, nods=True)
SKIP = "without"
LEFT_OUT = "-"
"""What stands for an answer that was left out."""


@dataclass(frozen=True, slots=True)
class OneLine:
    """`judge` says why an answer will not do; then it is asked for again. An `optional` line has a
    button that leaves it out, and what plainly is a hazard in it goes to us alone; staff who write
    about a list only mention it.
    """

    name: str
    act: ListingAct
    finish: Finish
    judge: Judge
    optional: bool = False

    @property
    def form(self) -> Form:
        return Form(
            name=self.name,
            steps=(Step("what", SAID),),
            needs=_needs,
            view=self._view,
            finish=self._ended,
            press=self._pressed,
            heed=self._judged,
            apart=aside.apart if self.optional else None,
            alarms=self.optional,
        )

    def _view(self, turn: Turn, draft: Draft) -> View:
        part = "" if self.optional else f"-{draft.about['value']}"
        asked = turn.say(f"ask-{self.name}{part}", words=draft.about["words"])
        rows = [(turn.choice("button-cancel", f"f:{draft.id}:cancel"),)]
        if self.optional:
            skip = turn.choice("button-listing-skip", f"f:{draft.id}:{SKIP}")
            rows.insert(0, (skip,))
        return View(asked, tuple(rows))

    async def _judged(self, turn: Turn, draft: Draft) -> Draft:
        said = words(draft)
        refused = (
            self.judge(
                turn,
                said,
                draft.about["value"],
            )
            if said
            else None
        )
        return judged(turn, draft, refused)

    async def _pressed(
        self,
        turn: Turn,
        draft: Draft,
        verb: str,
        value: str,
    ) -> Draft:
        if verb == aside.MEANT:
            return await aside.given_back(turn, draft)
        if verb == SKIP and self.optional:
            return replace(
                draft,
                answers={"what": SAID.made(LEFT_OUT)},
            )
        return draft

    async def _ended(self, turn: Turn, draft: Draft) -> None:
        found = await for_act(
            turn,
            draft.about["listing"],
            self.act,
        )
        said = words(draft)
        left_out = self.optional and said == LEFT_OUT
        await self.finish(
            turn,
            found,
            "" if left_out else said,
            draft.about["value"],
        )


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def ask(
    turn: Turn,
    form: Form,
    found: Found,
    value: str,
) -> None:
    """Asks for the line, in place of the same question of before."""
    for draft in await open_drafts(turn):
        if draft.name == form.name:
            await conversation.close(turn, draft)
    turn.toast("" if turn.event.private else "toast-in-private")
    about = {
        "listing": found.listing.id,
        "words": short(found.listing.words),
        "value": value,
    }
    await conversation.begin(turn, form, about)
