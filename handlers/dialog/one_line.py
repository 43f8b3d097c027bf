"""A form that asks for one line about something, with ready answers that are one press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from domain.draft import Draft
from domain.messages import Choice
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn

Finish = Callable[[Turn, int, str], Awaitable[None]]
SAID = Text(free=True, nods=True)


@dataclass(frozen=True, slots=True)
class OneLine:
    """`finish` gets the id of what it is about and the line; where it refuses, the question ends
    with that. `ready` are the keys of answers to press; the question is the text `ask-NAME`.
    """

    name: str
    finish: Finish
    most: int
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
        )

    def _view(
        self,
        turn: Turn,
        draft: Draft,
    ) -> View:
        asked = turn.say(f"ask-{self.name}", what=draft.about["what"])
        rows: list[tuple[Choice, ...]] = [
            (turn.choice(key, f"f:{draft.id}:ready:{key}"),) for key in self.ready
        ]
        rows.append((turn.choice("button-cancel", f"f:{draft.id}:cancel"),))
        return View(asked, tuple(rows))

    async def _judged(
        self,
        turn: Turn,
        draft: Draft,
    ) -> Draft:
        if len(words(draft)) <= self.most:
            return draft
        turn.reply(turn.say("refuse-line-long", letters=self.most))
        return replace(draft, answers={})

    async def _pressed(
        self,
        turn: Turn,
        draft: Draft,
        verb: str,
        value: str,
    ) -> Draft:
        if verb != "ready" or value not in self.ready:
            return draft
        said = SAID.made(turn.label(value))
        return replace(draft, answers={"what": said})

    async def _ended(
        self,
        turn: Turn,
        draft: Draft,
    ) -> None:
        try:
            await self.finish(turn, draft.about["id"], words(draft))
        except Refused as refused:  # it is over: what comes next is something new
            turn.reply(turn.say(refused.key, **refused.args_of_key))


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def ask(
    turn: Turn,
    form: Form,
    of: int,
    what: str,
) -> None:
    """Asks for the line about what has this id and is called `what`, in place of the same question
    of before.
    """
    for draft in await open_drafts(turn):
        if draft.name == form.name:
            await conversation.close(turn, draft)
    turn.toast()
    about = {"id": of, "what": what}
    await conversation.begin(turn, form, about)
