"""What `/award NUMBER` still asks: how many, by a press, and why."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice
from domain.points.rates import Rates
from domain.values.text import plain
from domain.values.text import whole as number
from handlers.dialog import conversation, ending
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn, whole
from handlers.points.awarding import LONGEST, Whom, gives, named, whom_of
from handlers.points.card import rates_of
from handlers.texts.words import words as spoken

SAID = Text(free=True)
NUMBER = re.compile(r"\+?(\d{1,3})(?!\d)")
SIGNS = " ,;:。.，；："

OFFERED = (2, 5, 10, 20)
"""Points that are one press away (ours), as far as an office allows them."""


async def ask(
    turn: Turn,
    whom: Whom,
    number: str,
    amount: int | None,
) -> None:
    """In place of the same question of before."""
    for draft in await open_drafts(turn):
        if draft.name == FORM.name:
            await ending.close(turn, draft)
    rates = rates_of(turn)
    about = {
        "number": number,
        "whom": named(turn, whom),
        "amount": amount or min(rates.solved, rates.by_hand),
    }
    await conversation.begin(turn, FORM, about)


def _view(turn: Turn, draft: Draft) -> View:
    rates, amount = turn.setup.points or Rates(), draft.about["amount"]
    asked = turn.say(
        "ask-award",
        whom=draft.about["whom"],
        amount=amount,
    )
    others = tuple(
        Choice(f"+{points}", f"f:{draft.id}:points:{points}")
        for points in OFFERED
        if points <= rates.by_hand and points != amount
    )
    ends = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    return View(asked, tuple(row for row in (others, (ends,)) if row))


async def _press(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft:
    """Another number."""
    points, most = whole(value), rates_of(turn).by_hand
    if verb != "points" or points is None or not 1 <= points <= most:
        return draft
    return replace(draft, about=draft.about | {"amount": points})


async def _heed(turn: Turn, draft: Draft) -> Draft:
    """A number that is typed counts as if it were pressed; the rest of the line is why."""
    most = rates_of(turn).by_hand
    amount, why = _read(plain(words(draft)))
    if amount is None and len(words(draft)) <= LONGEST:
        return draft
    if amount is not None and 1 <= amount <= most:
        answers = {"what": SAID.made(why)} if why else {}
        return replace(draft, about=draft.about | {"amount": amount}, answers=answers)
    key = "award-long" if amount is None else "award-most"
    turn.reply(turn.say(key, letters=LONGEST, most=most))
    return replace(draft, answers={})


def _read(said: str) -> tuple[int | None, str]:
    """How many, None where no number stands first, and why. 30 minutes are no points."""
    typed = NUMBER.match(said)
    if typed is None:
        return _spelled(said), ""
    rest = said[typed.end() :]
    bare = rest.lstrip().lower()
    if any(map(bare.startswith, spoken("words-no-points"))):
        return None, said
    units = sorted(spoken("words-points-unit"), key=len, reverse=True)
    unit = next(filter(bare.startswith, units), "")
    if rest and not unit and rest[0] not in SIGNS:
        return None, said
    return int(typed[1]), rest.lstrip()[len(unit) :].strip(SIGNS)


def _spelled(said: str) -> int | None:
    """Ten, where nothing else is said."""
    return number(said.strip(SIGNS))


async def _finish(turn: Turn, draft: Draft) -> None:
    """Whom and whether are looked at once more: much may have happened since."""
    whom = await whom_of(turn, draft.about["number"])
    await gives(
        turn,
        whom,
        draft.about["amount"],
        words(draft),
    )


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


FORM = Form(
    name="award",
    steps=(Step("what", SAID),),
    needs=_needs,
    view=_view,
    finish=_finish,
    press=_press,
    heed=_heed,
    mentions=True,
)
