"""Applying in three presses: home grid, usual grids, post. A place may be told instead of the
first; of it only the grid is kept.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.members import REMINDED
from handlers.dialog import conversation
from handlers.dialog.fields import A_MATTER, Spot, Text
from handlers.dialog.form import Form, Step
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.filing.hearing import heard
from handlers.filing.where import grids
from handlers.members import telling, wording
from handlers.members.choosing import heeded, pressed
from handlers.members.found import terms
from handlers.members.questions import needs, view

TIMER = "member"


async def begin(turn: Turn) -> None:
    """Opens the form, or goes on with the one that is open. Raises Refused for whoever has as many
    posts as they may.
    """
    for draft in await open_drafts(turn):
        if draft.name == APPLICATION.name:
            turn.toast()
            return await conversation.proceed(turn, APPLICATION, draft)
    most = terms(turn.setup).posts_each
    has = await turn.unit.members.of(turn.person.id)
    if len(has) >= most:
        raise Refused("refuse-member-many", most=most)
    found = await grids.codes(
        turn,
        "",
        [],
        turn.person.last_area,
    )
    about = {"grids": found, "usual": [], "has": [one.post for one in has]}
    turn.toast()
    await conversation.begin(turn, APPLICATION, about)


async def _reports(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether a matter came instead of a place: it is reported, and then this is asked again."""
    matter = bool(turn.event.media) or heard(turn).report >= A_MATTER
    if matter:
        await filing.begin(turn)
    return matter


# --- what it was for ---


async def _finish(turn: Turn, draft: Draft) -> None:
    about, unit = draft.about, turn.unit
    member = await unit.members.apply(
        turn.person.id,
        about["home"],
        about["post"],
        about["usual"],
        terms(turn.setup).posts_each,
    )
    turn.toast()
    if member is None:
        return turn.reply(turn.say("member-again"), edit=True)
    unit.timers.set(TIMER, member.id, unit.now + REMINDED)
    await telling.ask_deciders(turn.scene, member)
    done = turn.say(
        "done-member",
        post=wording.post(turn.scene, turn.language, member.post),
        grids=await wording.grids(turn.scene, member),
    )
    mine = turn.choice("button-member-mine", "member:mine")
    turn.reply(done, [[mine]], edit=True)


APPLICATION = Form(
    name="member",
    steps=(Step("place", Spot()), Step("what", Text(free=True))),
    needs=needs,
    view=view,
    finish=_finish,
    press=pressed,
    heed=heeded,
    apart=_reports,
    bare=True,
)
