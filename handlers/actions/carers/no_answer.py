"""What staff write where words for a case were asked for, and which are none of them: a button's
word, or of how it was solved that it is not. Nobody reads them before a press.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.case import Case
from domain.draft import Draft
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.said import Shown
from handlers.actions.carers.about_case import able, offer
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.fitting import not_ours, wants_time
from handlers.actions.carers.in_hand import acts_for
from handlers.actions.carers.says_no import says_no
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.dialog import ending
from handlers.dialog.alone import alone
from handlers.dialog.coming import keep_media
from handlers.dialog.fields import media_ids
from handlers.dialog.fits import waits
from handlers.dialog.fixed import carried_out, did, was_done
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, one_of, plain

STILL_OPEN = ("words-under-way", "words-still-to-do", "words-another-day")


async def taken(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether it was one of these, and was done or is asked about; what was asked for is then asked
    no longer.
    """
    row = ACTS.get(form.name)
    if row is None or row.roles is None:
        return False
    case = await turn.unit.cases.get(draft.about["case"])
    if case is None:
        return False
    act = await _another_act(turn, form, case)
    if act:
        await ending.close(turn, draft)
        await begin(turn, case, act, "")
        return True
    if waits(turn.event.text) or not row.ends:
        return False
    left = undone(turn.event.text) or to_colleague(turn)
    if left:
        await _asked(turn, form, draft, case)
    return left


async def _another_act(turn: Turn, form: Form, case: Case) -> str:
    """What is to be done to the case in place of this, '' for nothing. Raises Refused where it
    cannot be done, unless it says something by itself: "not ours".
    """
    said = turn.event.text
    if questioned(said) or not alone(turn):
        return ""
    name, more = act_of_staff(said)
    if not name or more or name == form.name:
        return ""
    refused = await refusal_for(turn.scene, case, name)
    if refused is None:
        return name
    if ACTS[name].hollow:
        return ""
    raise refused


async def _asked(turn: Turn, form: Form, draft: Draft, case: Case) -> None:
    came = keep_media(turn, form, draft, turn.event)
    media = [*media_ids(draft), *(one.media for one in came)]
    await ending.close(turn, draft)
    await ask(turn, case, form.name, turn.event.text.strip(), media)


async def ask(
    turn: Turn,
    case: Case,
    name: str,
    said: str,
    media: Sequence[int] = (),
) -> None:
    """What shall become of the words; that they are for this act after all stands last."""
    acts = await able(turn, case, (*acts_for(said), name))
    await offer(turn, case, said, acts, Shown(media), key="carer-undone")


def undone(said: str) -> bool:
    """Whether they tell what is in the way or still to come, and nothing that was done."""
    if carried_out(said) or did(said) or was_done(said):
        return False
    told = not_ours(said) or wants_time(said) or says_no(said)
    return told or any(anywhere(key).search(plain(said)) for key in STILL_OPEN)


def to_colleague(turn: Turn) -> bool:
    """Whether a colleague is called by name and asked to do something: 张强你去看下."""
    staff = turn.unit.directory.staff.values()
    others = [one.name.lower() for one in staff if one.id != turn.person.id]
    said = plain(turn.event.text).removeprefix("@")
    called = next((one for one in others if one and said.startswith(one)), "")
    then = rf"[\s,，:：]*{one_of('words-asking-you')}|\s*[,，:：]"
    return bool(called) and re.match(then, said[len(called) :]) is not None
