"""Forms that ask for one line: words for the list, a reason, a place, a word to the other side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.wishes.rights import WishAct
from handlers.casework.phrases import cut
from handlers.dialog import one_line
from handlers.dialog.form import Form
from handlers.dialog.one_line import About, OneLine
from handlers.dialog.turn import Refused, Turn
from handlers.wishes.found import Found, for_act

Judge = Callable[[Turn, str], Refused | None]
Finish = Callable[[Turn, Found, str], Awaitable[None]]
LONGEST = 40
"""Letters of a wish in the middle of a question."""


def line(
    name: str,
    act: WishAct,
    finish: Finish,
    judge: Judge,
    of_case: bool = False,
    bare: bool = False,
) -> Form:
    """`of_case` is what staff write about a case; what is `bare` is no word to anybody."""

    async def ended(turn: Turn, about: About, said: str) -> None:
        found = await for_act(turn, about["case"], act)
        await finish(turn, found, said)

    def judged(turn: Turn, about: About, said: str) -> Refused | None:
        return judge(turn, said)

    return OneLine(name, ended, judged, of_case=of_case, bare=bare).form


async def ask(turn: Turn, form: Form, found: Found) -> None:
    """Asks for the line, in place of the same question of before."""
    what = cut(found.words, LONGEST)
    await one_line.ask(turn, form, {"case": found.case.id, "what": what})
