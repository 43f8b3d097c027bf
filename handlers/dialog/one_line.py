"""A form that asks for one line about something, with ready answers that are one press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from domain.draft import Draft
from domain.messages import Choice
from handlers.dialog import conversation, ending
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.fresh_try import judged
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn

About = dict[str, Any]
Judge = Callable[[Turn, About, str], Refused | None]
Finish = Callable[[Turn, About, str], Awaitable[None]]
SAID = Text(free=True, nods=True)
NAMED = Text()


@dataclass(frozen=True, slots=True)
class OneLine:
    """`judge` says why a line will not do; then it is asked for again. Where `finish` refuses, the
    question ends with that. `ready` are the keys of answers to press; `of_case` is what staff write
    about a case, in which a danger is only mentioned; what is `bare` asks for a place, a time or
    the like, and thanks are none. The question is the text
    `ask-NAME`, or `ask-NAME-PART` where `about` has a `part`, with its `what`.
    """

    name: str
    finish: Finish
    judge: Judge
    ready: tuple[str, ...] = ()
    of_case: bool = False
    bare: bool = False

    @property
    def form(self) -> Form:
        return Form(
            name=self.name,
            steps=(Step("what", NAMED if self.bare else SAID),),
            needs=_needs,
            view=self._view,
            finish=self._ended,
            press=self._pressed,
            heed=self._judged,
            mentions=self.of_case,
            bare=self.bare,
        )

    def _view(self, turn: Turn, draft: Draft) -> View:
        part = draft.about.get("part")
        key = f"ask-{self.name}-{part}" if part else f"ask-{self.name}"
        asked = turn.say(key, what=draft.about["what"])
        rows: list[tuple[Choice, ...]] = [
            (turn.choice(key, f"f:{draft.id}:ready:{key}"),) for key in self.ready
        ]
        rows.append((turn.choice("button-cancel", f"f:{draft.id}:cancel"),))
        return View(asked, tuple(rows))

    async def _judged(self, turn: Turn, draft: Draft) -> Draft:
        said = words(draft)
        refused = self.judge(turn, draft.about, said) if said else None
        return judged(turn, draft, refused)

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

    async def _ended(self, turn: Turn, draft: Draft) -> None:
        await self.finish(turn, draft.about, words(draft))


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def ask(turn: Turn, form: Form, about: About) -> None:
    """Asks for the line, in place of the same question of before."""
    for draft in await open_drafts(turn):
        if draft.name == form.name:
            await ending.close(turn, draft)
    turn.toast("" if turn.event.private else "toast-in-private")
    await conversation.begin(turn, form, about)
