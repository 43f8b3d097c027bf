"""Forms that ask for one line: words for the list, a reason, a place, a word to the other side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.draft import Draft
from domain.wishes import WishAct
from handlers.casework.phrases import cut
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.fresh_try import judged
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import aside
from handlers.wishes.found import Found, for_act

Judge = Callable[[Turn, str], Refused | None]
Finish = Callable[[Turn, Found, str], Awaitable[None]]
LONGEST = 40
"""Letters of a wish in the middle of a question."""

SAID = Text(free=True, nods=True)


@dataclass(frozen=True, slots=True)
class OneLine:
    """`judge` says why words will not do; then they are asked for again. `of_case` is what staff
    write about a case.
    """

    name: str
    act: WishAct
    finish: Finish
    judge: Judge
    of_case: bool = False

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
            apart=None if self.of_case else aside.apart,
            alarms=not self.of_case,
        )

    def _view(self, turn: Turn, draft: Draft) -> View:
        key = f"ask-{self.name}"
        asked = turn.say(key, what=draft.about["what"])
        ends = turn.choice("button-cancel", f"f:{draft.id}:cancel")
        return View(asked, ((ends,),))

    async def _judged(self, turn: Turn, draft: Draft) -> Draft:
        said = words(draft)
        refused = self.judge(turn, said) if said else None
        return judged(turn, draft, refused)

    async def _pressed(
        self,
        turn: Turn,
        draft: Draft,
        verb: str,
        value: str,
    ) -> Draft:
        return await aside.given_back(turn, draft) if verb == aside.MEANT else draft

    async def _ended(self, turn: Turn, draft: Draft) -> None:
        found = await for_act(turn, draft.about["case"], self.act)
        await self.finish(turn, found, words(draft))


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def ask(turn: Turn, form: Form, found: Found) -> None:
    """Asks for the line, in place of the same question of before."""
    for draft in await open_drafts(turn):
        if draft.name == form.name:
            await conversation.close(turn, draft)
    turn.toast("" if turn.event.private else "toast-in-private")
    about = {
        "case": found.case.id,
        "what": cut(found.words, LONGEST),
    }
    await conversation.begin(
        turn,
        form,
        about,
    )
