"""Forms that ask for one line about a listing: what goes with an order, or a part that no button
has.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from domain.draft import Draft
from domain.matching.rights import ListingAct
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import aside
from handlers.matching.found import Found, for_act
from handlers.matching.telling import short

Finish = Callable[[Turn, Found, str, str], Awaitable[None]]
"""Gets what was said, and the value that came with the press that asked."""

SAID = Text(free=True, nods=True)
SKIP = "without"
LEFT_OUT = "-"
"""What stands for an answer that was left out."""


@dataclass(frozen=True, slots=True)
class OneLine:
    """`optional` has a button that leaves the line out. `aside` sends what plainly is a hazard to
    us alone; staff who write about a list only mention it.
    """

    name: str
    act: ListingAct
    finish: Finish
    optional: bool = False
    aside: bool = False

    @property
    def form(self) -> Form:
        return Form(
            name=self.name,
            steps=(Step("what", SAID),),
            needs=_needs,
            view=self._view,
            finish=self._ended,
            press=self._pressed,
            apart=aside.apart if self.aside else None,
            alarms=self.aside,
        )

    def _view(self, turn: Turn, draft: Draft) -> View:
        part = draft.about["value"].partition(":")[0]
        key = f"ask-{self.name}" if self.optional else f"ask-{self.name}-{part}"
        asked = turn.say(key, words=draft.about["words"])
        rows = [(turn.choice("button-cancel", f"f:{draft.id}:cancel"),)]
        if self.optional:
            skip = turn.choice("button-listing-skip", f"f:{draft.id}:{SKIP}")
            rows.insert(0, (skip,))
        return View(asked, tuple(rows))

    async def _pressed(
        self,
        turn: Turn,
        draft: Draft,
        verb: str,
        value: str,
    ) -> Draft:
        said = ""
        if verb == aside.MEANT:
            said = await aside.meant(turn, draft)
        elif verb == SKIP and self.optional:
            said = LEFT_OUT
        return replace(draft, answers={"what": SAID.made(said)}) if said else draft

    async def _ended(self, turn: Turn, draft: Draft) -> None:
        said = words(draft)
        found = await self._found(turn, draft)
        if found is not None:
            said = "" if said == LEFT_OUT else said
            await self.finish(turn, found, said, draft.about["value"])

    async def _found(self, turn: Turn, draft: Draft) -> Found | None:
        """None where it is over: what comes next is something new."""
        try:
            return await for_act(turn, draft.about["listing"], self.act)
        except Refused as refused:
            turn.reply(turn.say(refused.key, **refused.args_of_key))
            return None


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def ask(turn: Turn, form: Form, found: Found, value: str) -> None:
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
