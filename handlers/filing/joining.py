"""我也遇到: a filing that is like an open case can join it. The offer names no word and no person of
the other.
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
from domain.privacy import Aspect, Viewer, shows
from handlers.casework import duplicates as likeness
from handlers.casework import merging, phrases, routing
from handlers.casework import perform as casework
from handlers.dialog import conversation
from handlers.dialog.fields import media_ids, words
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

TENS = 10  # metres: how exactly a distance is told


async def look(turn: Turn, draft: Draft, category: Any, place: Place | None) -> Draft:
    """The draft with the like cases that may be shown; one's own is offered as the case to add
    to.
    """
    about = {
        name: value
        for name, value in draft.about.items()
        if name not in ("like", "alike")
    }
    if about.get("urgent") or about.get("alone"):
        return replace(draft, about=about)
    photos = [
        part["id"] for part in draft.answers.get("photos") or () if part["k"] == "photo"
    ]
    hashes = likeness.hashes_for(turn.unit, photos)
    area = routing.area_for(
        turn.unit.directory, place, about.get("area", ""), turn.person.last_area
    )
    said, where = (
        words(draft.answers.get("what")),
        (draft.answers.get("place") or {}).get("t", ""),
    )
    matter = Matter(
        category.kind, category.code, place, area, said, turn.unit.now, hashes, where
    )
    found = [case for case, _ in await likeness.find(turn.unit, turn.setup, matter)]
    about["alike"] = [case.number for case in found]
    for case in found:
        if case.filer_id == turn.person.id:
            about.setdefault("case", {"id": case.id, "number": case.number})
        elif shows(case.privacy, Viewer.OFFER, Aspect.EXISTS):
            about["like"] = _offered(turn, case, place)
            break
    return replace(draft, about=about)


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
        return []
    near = turn.label("like-metres", metres=like["metres"]) if like["metres"] else ""
    age = (
        turn.label("age-days", days=like["days"])
        if like["days"]
        else turn.label("age-today")
    )
    area = phrases.area(turn.unit, like["area"], turn.language)
    category = phrases.category(turn.language, like["category"])
    return [
        turn.say(
            "like-offer",
            category=category,
            area=area,
            near=near,
            age=age,
            count=like["count"],
        )
    ]


def buttons(turn: Turn, draft: Draft) -> list[Choice]:
    like = draft.about.get("like")
    return (
        [turn.choice("button-join", f"f:{draft.id}:join:{like['id']}")] if like else []
    )


async def from_draft(turn: Turn, draft: Draft) -> Draft | None:
    """The draft joins the case that was offered, with its words and pictures; None when that is
    done.
    """
    offered = await turn.unit.cases.get(draft.about["like"]["id"])
    case = await merging.kept_case(turn, offered) if offered else None
    shown = case is not None and shows(case.privacy, Viewer.OFFER, Aspect.EXISTS)
    if case is None or not shown or (case.state, Act.JOIN) not in MOVES:
        turn.reply(turn.say("join-too-late"))
        return replace(
            draft,
            about={k: v for k, v in draft.about.items() if k != "like"}
            | {"alone": True},
        )
    said, media = (
        words(draft.answers.get("what")),
        media_ids(draft.answers.get("photos")),
    )
    await conversation.close(turn, draft)
    await _join(turn, case, said, media)
    return None


async def _join(turn: Turn, case: Case, said: str, media: list[int]) -> None:
    unit, person = turn.unit, turn.person
    if case.filer_id == person.id or await casework.standing_of(unit, person, case):
        case = await casework.perform(
            unit, turn.setup, casework.actor_of(turn), case, Act.ADD, said, media
        )
        return turn.reply(
            turn.say("done-add", number=case.number), edit=True, case_id=case.id
        )
    await unit.followers.add(case.id, [person.id])
    actor = casework.actor_of(turn)
    case = await casework.perform(
        unit, turn.setup, actor, case, Act.JOIN, said, media, joined=case.joined + 1
    )
    due = phrases.when(turn.language, case.resolve_due, unit.now, turn.setup)
    name = await phrases.carer(unit, turn.language, case)
    text = turn.say(
        "done-join", number=case.number, count=case.joined, name=name, due=due
    )
    turn.reply(text, edit=True, case_id=case.id)
