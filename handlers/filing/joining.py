"""我也遇到: a filing that is like an open case can join it. The offer names no word and no person
of the other; it stands in the filer's own draft, and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.distance import distance
from domain.draft import Draft
from domain.likeness import Matter
from domain.messages import Choice, Place
from domain.moves import MOVES
from domain.privacy import Aspect, Privacy, Viewer, shows
from domain.standing import Standing
from handlers.casework import duplicates, phrases
from handlers.casework.happened import Given
from handlers.casework.merged_in import kept_case
from handlers.casework.perform import perform
from handlers.casework.permission import standing_of
from handlers.dialog import ending
from handlers.dialog.fields import media_ids, words
from handlers.dialog.turn import Turn
from handlers.filing import taken_along
from handlers.filing.draft import Meant, privacy_of, with_about, without
from handlers.filing.where import location
from handlers.texts.sentences import Safe

TENS = 10  # metres: how exactly a distance is told
WHETHER = "whether_reported"
"""In a draft whose filer asked whether somebody else has reported it."""


async def look(
    turn: Turn,
    draft: Draft,
    matter: Meant,
) -> Draft:
    """The draft with the like cases that may be shown; one's own is offered as the case to add
    to. What is confidential, as who complains of somebody of the staff is, joins nobody's case: it
    would be read there.
    """
    private = privacy_of(draft) is Privacy.CONFIDENTIAL
    about = without(draft, "like", "alike")
    if matter.danger or about.get("alone"):
        return with_about(draft, about)
    wanted = _matter(turn, draft, matter)
    found = [case for case, _ in await duplicates.find(turn.unit, wanted)]
    if not found and about.get(WHETHER):
        found = await duplicates.of_the_sort(turn.unit, wanted)
    about["alike"] = [case.number for case in found]
    for case in found:
        if case.filer_id == turn.person.id:
            about.setdefault("case", {"id": case.id, "number": case.number})
        elif not private and shows(case.privacy, Viewer.OFFER, Aspect.EXISTS):
            about["like"] = _offered(turn, case, wanted.place)
            break
    return with_about(draft, about)


def _matter(turn: Turn, draft: Draft, meant: Meant) -> Matter:
    """Where it is as it will be filed: a place in words counts as well as a pin."""
    return Matter(
        meant.kind,
        meant.code,
        location.point_of(draft),
        location.desk_for(turn, draft),
        words(draft),
        turn.unit.now,
        duplicates.hashes_for(turn.unit, media_ids(draft, "photo")),
        location.words_of(draft),
    )


def _offered(turn: Turn, case: Case, place: Place | None) -> dict[str, Any]:
    """Category, place, age and count: nothing else of somebody else's case leaves it
    (facts/rules.md).
    """
    metres = distance(place, case.place) if place and case.place else 0
    return {
        "id": case.id,
        "category": case.category,
        "area": case.area,
        "metres": round(metres / TENS) * TENS,
        "days": (turn.unit.now - case.filed_at).days,
        "count": case.joined + 1,
    }


def lines(turn: Turn, draft: Draft) -> list[Safe]:
    like = draft.about.get("like")
    if not like:
        known = draft.about.get("case") or not draft.about.get(WHETHER)
        return [] if known else [turn.say("reported-none")]
    metres, days = like["metres"], like["days"]
    text = turn.say(
        "like-offer",
        category=phrases.category(turn.setup, turn.language, like["category"]),
        area=phrases.area(turn.unit, like["area"], turn.language),
        near=turn.label("like-metres", metres=metres) if metres else "",
        age=turn.label("age-days", days=days) if days else turn.label("age-today"),
        count=like["count"],
    )
    return [text]


def buttons(turn: Turn, draft: Draft) -> list[Choice]:
    like = draft.about.get("like")
    if not like:
        return []
    return [turn.choice("button-join", f"f:{draft.id}:join:{like['id']}")]


async def from_draft(turn: Turn, draft: Draft) -> Draft | None:
    """The draft joins the case that was offered, with its words and pictures; None when that is
    done.
    """
    offered = await turn.unit.cases.get(draft.about["like"]["id"])
    case = await kept_case(turn.unit, offered) if offered else None
    if case is None or not _still_open(case):
        turn.reply(turn.say("join-too-late"))
        return replace(draft, about=without(draft, "like") | {"alone": True})
    await ending.close(turn, draft)
    await _join(turn, case, Given(words(draft), tuple(media_ids(draft))))
    await taken_along.settle(turn, draft, case)
    return None


def _still_open(case: Case) -> bool:
    shown = shows(case.privacy, Viewer.OFFER, Aspect.EXISTS)
    return shown and (case.state, Act.JOIN) in MOVES


async def _join(turn: Turn, case: Case, given: Given) -> None:
    unit, person, scene = turn.unit, turn.person, turn.scene
    waits = await standing_of(unit, person, case) is not Standing.NONE
    if case.filer_id == person.id or waits:
        await perform(scene, case, Act.ADD, given)
        text = turn.say("done-add", number=case.number)
        return turn.reply(text, edit=True, case_id=case.id)
    await unit.followers.add(case.id, [person.id])
    more = {"joined": case.joined + 1}
    case = (await perform(scene, case, Act.JOIN, given, more)).case
    text = turn.say(
        "done-join",
        number=case.number,
        count=case.joined,
        name=await phrases.carer(unit, turn.language, case),
        due=phrases.when(turn.language, case.resolve_due, unit.now, turn.setup),
    )
    turn.reply(text, edit=True, case_id=case.id)
