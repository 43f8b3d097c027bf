"""Forms that ask for one line: words for the list, a reason, a place, a word to the other side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from domain.draft import Draft
from domain.messages import Choice
from domain.wishes import WishAct
from handlers.casework.phrases import cut
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.fresh_try import judged
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.wishes.found import Found, for_act

Judge = Callable[[Turn, str], Refused | None]
Finish = Callable[[Turn, Found, str], Awaitable[None]]
LONGEST = 40
"""Letters of a wish in the middle of a question."""

SAID = Text(free=True, nods=True)


@dataclass(frozen=True, slots=True)
class OneLine:
    """`judge` says why words will not do; then they are asked for again. Each of `ready` is a
    button that says it in one press.
    """

    name: str
    act: WishAct
    finish: Finish
    judge: Judge
    ready: tuple[str, ...] = ()

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
            apart=_no_words,
        )

    def _view(self, turn: Turn, draft: Draft) -> View:
        key = f"ask-{self.name}"
        asked = turn.say(key, what=draft.about["what"])
        one_press = tuple(
            Choice(said, f"f:{draft.id}:ready:{place}")
            for place, said in enumerate(self.ready)
        )
        ends = turn.choice("button-cancel", f"f:{draft.id}:cancel")
        rows = (one_press, (ends,))
        return View(asked, tuple(row for row in rows if row))

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
        known = {str(place): said for place, said in enumerate(self.ready)}
        if verb != "ready" or value not in known:
            return draft
        said = SAID.made(known[value])
        return replace(draft, answers={"what": said})

    async def _ended(self, turn: Turn, draft: Draft) -> None:
        try:
            found = await for_act(turn, draft.about["case"], self.act)
        except Refused as refused:  # it is over: what comes next is something new
            return turn.reply(turn.say(refused.key, **refused.args_of_key))
        await self.finish(
            turn,
            found,
            words(draft),
        )


async def _no_words(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether a picture or a place came: it might tell who somebody is, so words alone count."""
    if not (turn.event.media or turn.event.place):
        return False
    turn.reply(turn.say("refuse-wish-words-only"))
    conversation.show(turn, form, draft)
    return True


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
