"""One answer for several cases: asked for once, then each is closed with it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.draft import Draft
from domain.told_of import names
from handlers.actions.carers import steps
from handlers.actions.doing import check, do, refusal_for
from handlers.casework.happened import Given
from handlers.dialog import conversation, ending
from handlers.dialog.fields import Photos, Text, media_ids, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists import buttons
from handlers.lists.kept import Listing, untick
from handlers.lists.outcome import IN_A_LIST, Outcome, each, refusals, text
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, plain

NAME = "together"
ACT = "resolve"
MOST_NAMED = 10
"""Numbers that the question names."""


async def open_prompt(
    turn: Turn,
    listing: Listing | None,
    cases: Sequence[Case],
) -> None:
    """Asks for the answer to those that can be closed now, and says why the others cannot."""
    possible, refused = [], []
    for case in cases:
        why = await refusal_for(turn.scene, case, ACT)
        if why is None:
            possible.append(case)
            continue
        reason = turn.label(why.key, **why.args_of_key)
        refused.append((case.number, reason))
    if refused:
        lines = refusals(turn, refused)
        turn.reply(Safe("\n".join(lines)))
    if not possible:
        return
    numbers = " ".join(case.number for case in possible[:MOST_NAMED])
    more = " …" if len(possible) > MOST_NAMED else ""
    about = {
        "cases": [case.id for case in possible],
        "numbers": numbers + more,
        "list": listing.id if listing else None,
    }
    for draft in await open_drafts(turn):
        if draft.name == NAME:
            await ending.close(turn, draft)
    await conversation.begin(turn, TOGETHER, about)


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


def _view(turn: Turn, draft: Draft) -> View:
    key = "ask-together-word" if draft.answers.get("photos") else "ask-together"
    asked = turn.say(
        key,
        count=len(draft.about["cases"]),
        numbers=draft.about["numbers"],
    )
    cancel = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    return View(asked, ((cancel,),))


async def _finish(turn: Turn, draft: Draft) -> None:
    """With the way back to the list, where it began there: its ticks are done with."""
    found = [await turn.unit.cases.get(one) for one in draft.about["cases"]]
    cases = [case for case in found if case is not None]
    meant = _meant(cases, words(draft))
    outcome = await closed(turn, meant, words(draft), media_ids(draft))
    await untick(turn)
    back = buttons.data(Listing(draft.about["list"] or 0), "back")
    rows = [[turn.choice("button-list-back", back)]] if draft.about["list"] else []
    rows += steps.below(turn, outcome.done)
    turn.reply(await text(turn, ACT, outcome), rows)
    left = [one for one in cases if one not in meant]
    if left:
        await open_prompt(turn, None, left)


def _meant(cases: Sequence[Case], said: str) -> Sequence[Case]:
    """Those of which the words tell, 换了灯泡 of the lamp alone; the others are asked for anew. All
    where they tell of none, or say that it is of all.
    """
    told = [one for one in cases if names(one, said)]
    every = anywhere("words-all-of").search(plain(said)) is not None
    return cases if every or not told else told


async def closed(
    turn: Turn,
    cases: Sequence[Case],
    said: str,
    media: Sequence[int] = (),
) -> Outcome:
    """Each case has the words, and the pictures as its own."""
    left = [tuple(media)]

    async def close(case: Case) -> Case:
        await check(turn.scene, case, ACT)
        shown = left.pop() if left else await turn.unit.media.copies(media)
        return await do(turn.scene, case, ACT, "", Given(said, shown), IN_A_LIST)

    return await each(turn, cases, close)


TOGETHER = Form(
    name=NAME,
    steps=(Step("what", Text(hollow="words-done")), Step("photos", Photos())),
    needs=_needs,
    view=_view,
    finish=_finish,
    mentions=True,
)
