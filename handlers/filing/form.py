"""Filing a hazard, a call for help or a wish: one form, whose kind and category are guessed
from the words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Kind
from domain.privacy import Privacy
from handlers.casework import duplicates
from handlers.dialog import conversation, filling
from handlers.dialog.fields import Photos, Spot, Text
from handlers.dialog.form import Form, Step
from handlers.dialog.turn import Turn
from handlers.filing import (
    discreet,
    each_apart,
    joining,
    perhaps,
    several,
    unclear_before,
)
from handlers.filing.draft import meant, needs, own_cases, with_about, without
from handlers.filing.emergency import alarm
from handlers.filing.hearing import (
    SURE,
    heard,
)
from handlers.filing.judging import hear
from handlers.filing.made_one import in_its_place, together
from handlers.filing.read_over import read_draft, read_whole
from handlers.filing.submitting import attach, submit
from handlers.filing.thing_told import put_to_the_words
from handlers.filing.two_matters import apart
from handlers.filing.view import view
from handlers.filing.where import location, places

OFFERED = 3  # of the filer's own open cases
ONE = {"together": together, "instead": in_its_place}
"""What makes one report of two."""

PAGES = ("more", "rest")
"""Pages of the summary: all categories, and all that can be changed."""


async def heed(
    turn: Turn,
    draft: Draft,
) -> Draft | None:
    """What was said is read over all that is in the draft; what is complete is compared with the
    open cases. Where no single message said that somebody is in danger, but all of them together
    do, it is out as it stands.
    """
    draft = with_about(draft, await discreet.held(turn) | draft.about)
    draft = read_draft(turn, put_to_the_words(turn, draft))
    draft = places.settle(turn, draft)
    if meant(draft).danger:
        await alarm(turn, read_whole(turn, draft), draft, whole=True)
        return None
    draft = await perhaps.settle(turn, draft)
    draft = await location.named_there(turn, draft)
    matter = meant(draft)
    if draft.asking or needs(draft):
        return draft
    return await joining.look(turn, draft, matter)


# --- its own buttons ---


async def press(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft | None:
    if verb == "join" and "like" in draft.about:
        return await joining.from_draft(turn, draft)
    if verb == "attach" and own_cases(draft):
        await attach(turn, draft, value)
        return None
    if verb in ONE:
        # below the summary of the one that is gone, whose buttons count no more
        await conversation.proceed(turn, FILING, await ONE[verb](turn, draft))
        return None
    if verb in places.VERBS:
        return await places.press(turn, draft, verb, value) or draft
    if verb in PAGES:
        return replace(draft, asking=verb)
    if verb == perhaps.CALL:
        await perhaps.call(turn, draft)
        return None
    about = _chosen(turn, draft, verb, value)
    return draft if about is None else replace(draft, about=about, asking="")


def _chosen(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> dict[str, Any] | None:
    """What the form is about after a choice; None where it was none."""
    if verb == "cat" and value in turn.setup.catalogue:
        kind = turn.setup.catalogue[value].kind.value
        return draft.about | {"category": value, "kind": kind}
    if verb == "kind" and value in list(Kind):
        return without(draft, "category") | {"kind": value}
    if verb == "no_place":
        return draft.about | {"no_place": True}
    if verb == "anonymous":
        return draft.about | {"anonymous": value == "anonymous"}
    if verb == discreet.SECRET:
        return draft.about | {discreet.SECRET: False}
    return None


# --- its beginnings ---


async def begin(
    turn: Turn,
    about: dict[str, Any] | None = None,
) -> None:
    """Starts from whatever was sent. Words that name no matter may belong to the filer's last open
    case.
    """
    about, event = dict(about or {}), turn.event
    # a photo with words is a filing; either alone may belong to one
    alone = not (event.media and event.text)
    if alone and event.place is None:
        about |= await _own_open(turn, event.text)
    about |= await location.of_last(turn)
    if not (event.text or event.album) and (before := await unclear_before.taken(turn)):
        event = replace(event, text=before)
    texts = several.matters(turn, event.text)
    if len(texts) == 1 or event.album:
        await conversation.begin(turn, FILING, about, event=event)
        return
    draft = await conversation.begin(turn, FILING, about, show=False)
    await each_apart.apart(turn, FILING, draft, texts)


async def _own_open(
    turn: Turn,
    text: str,
) -> dict[str, Any]:
    """The filer's open cases, the likeliest first, else the newest; of clear words only one."""
    cases = await turn.unit.cases.open_of(turn.person.id, OFFERED)
    if not cases:
        return {}
    cases.sort(key=lambda case: -duplicates.words_ratio(text, case.words))
    most = 1 if heard(turn).sure >= SURE else OFFERED
    return {"cases": [offered(one) for one in cases[:most]]}


def offered(case: Case) -> dict[str, Any]:
    """As a draft keeps it."""
    private = case.privacy is Privacy.CONFIDENTIAL
    return {"id": case.id, "number": case.number, "private": private}


async def edited_into_danger(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether an edit made a danger of this report: then it is out as it stands now."""
    if draft.name != FILING.name or heard(turn).danger is None:
        return False
    changed = filling.edit(FILING, draft, turn.event)
    if changed is None:
        return False
    await alarm(turn, heard(turn), changed, whole=True)
    return True


FILING = Form(
    name="filing",
    steps=(Step("what", Text()), Step("photos", Photos()), Step("place", Spot())),
    needs=needs,
    view=view,
    finish=submit,
    summary=True,
    press=press,
    heed=heed,
    hear=hear,
    apart=apart,
    pages=PAGES,
)
