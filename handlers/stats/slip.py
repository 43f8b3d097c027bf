"""/slip: one case as a page to print (网格事项派发单), as it stands when it is drawn."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from domain.case import Case
from domain.messages import MediaKind, Reply
from domain.people import Person
from domain.places.links import map_link
from domain.privacy import Aspect
from domain.values.number import apart
from domain.viewers import reads
from handlers.actions.asking.commands import find, this_year
from handlers.casework import phrases
from handlers.casework.complaints import complaints_in
from handlers.casework.permission import visible
from handlers.dialog.turn import Refused, Turn
from handlers.stats.paper import kind_name
from handlers.stats.slip_fields import Page, fields
from handlers.stats.slip_history import history
from handlers.texts.sentences import label
from storage.unit import Unit

MOST_PHOTOS = 4
LONGEST_WORDS = 1200
"""Letters of the filer's words."""

SIGNED = (
    "slip-sign-carer",
    "slip-sign-lead",
    "slip-sign-date",
)


async def slip(turn: Turn, words: str) -> None:
    """/slip NUMBER."""
    number, _ = apart(words, this_year(turn))
    if not number:
        raise Refused("refuse-which", command="slip")
    case = await find(turn, number)
    turn.unit.history.audit(turn.person.id, "slip", number=case.number)
    name = turn.label("slip-file", number=case.number)
    made = turn.unit.media.draw(_order(turn, case), MediaKind.DOCUMENT, name)
    text = turn.say("slip-done", number=case.number)
    turn.unit.outbox.add(
        turn.private,
        Reply(text=text, files=(made,)),
        case_id=case.id,
    )


def _order(turn: Turn, case: Case) -> dict[str, Any]:
    """What is kept until the page is drawn: which case, and for whom."""
    post, office, team = case.post, case.office, ""
    if post or office:
        team = phrases.team(
            turn.unit,
            turn.setup,
            post,
            office,
            turn.language,
        )
    return {
        "draw": "slip",
        "case": case.id,
        "person": turn.person.id,
        "language": turn.language,
        "zone": turn.setup.zone.key,
        "team": team,
        "map_link": turn.setup.map_link,
        "category": phrases.category(turn.setup, turn.language, case.category),
    }


def may_read(
    unit: Unit,
    person: Person,
    case: Case,
) -> bool:
    """Whether words, place, photos and what was said stand on this person's slip."""
    return reads(
        person,
        case,
        unit.directory.reach(case),
        Aspect.WORDS,
    )


async def page(unit: Unit, spec: dict[str, Any]) -> dict[str, Any] | None:
    """What `bot.drawing.slip` draws; `photos` are hashes.

    None for who may not see the case (any more).
    """
    case = await unit.cases.get(spec["case"])
    person = await unit.people.get(spec["person"])
    if case is None or person is None or not await visible(unit, person, case):
        return None
    language = str(spec["language"])
    zone = ZoneInfo(spec["zone"])
    page = Page(
        unit,
        case,
        language,
        zone,
        may_read(unit, person, case),
        person,
    )
    shas = await _photos(page)
    now = unit.now.astimezone(zone)
    foot = {
        "at": f"{now:%Y-%m-%d %H:%M}",
        "name": person.name,
    }
    return {
        "made_at": now.isoformat(timespec="seconds"),
        "number": case.number,
        "code": case.number,
        "map": _map(page, str(spec.get("map_link", ""))),
        "map_label": page.label("slip-map"),
        "title": page.label("slip-title"),
        "subject": _subject(page, spec),
        "fields": await fields(page, spec["team"]),
        "words_label": page.label("slip-words"),
        "words": _words(page),
        "photos": shas[:MOST_PHOTOS],
        "photos_label": _photos_label(page, len(shas)),
        "history_label": page.label("slip-history"),
        "history": await history(page),
        "remarks_label": page.label("slip-remarks"),
        "sign": [page.label(key) for key in SIGNED],
        "foot": page.label("slip-foot", **foot),
    }


def _subject(page: Page, spec: dict[str, Any]) -> str:
    case, language = page.case, page.language
    kind = kind_name(language, case.kind)
    category = spec.get("category", case.category)  # orders of before 0.3 name none
    return " · ".join(
        (
            kind,
            category,
            label(language, f"urgency-{case.urgency}"),
        )
    )


def _map(page: Page, template: str) -> str:
    """What opens a map at the pin; '' where there is none, or it may not be read."""
    case = page.case
    if not (page.read and case.place and template):
        return ""
    return map_link(case.place, template, case.number)


def _words(page: Page) -> str:
    if not page.read:
        return page.label("words-confidential")
    return phrases.cut(page.case.words, LONGEST_WORDS)


async def _photos(page: Page) -> list[str]:
    """The hashes of the photos that are here, the first first."""
    if not page.read:
        return []
    hidden = await complaints_in(page.unit, page.case.id, page.case)
    return [
        row.media.sha
        for row in await page.unit.media.of_case(page.case.id)
        if row.media.kind is MediaKind.PHOTO and row.status == "stored"
        if row.history_id not in hidden
    ]


def _photos_label(page: Page, count: int) -> str:
    return page.label(
        "slip-photos",
        count=count,
        printed=min(count, MOST_PHOTOS),
    )
