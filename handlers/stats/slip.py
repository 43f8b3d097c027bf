"""/slip: one case as a page to print (楼宇事项派发单). What stands on it is decided when it is drawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind, Reply
from domain.people import Person
from domain.privacy import Aspect
from domain.standing import FILER_ACTS
from domain.viewers import reads
from handlers.actions.commands import find
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.stats.register import STATES, kind_name
from handlers.texts.sentences import label
from storage.history import Line
from storage.unit import Unit

PHOTOS = 4
LINES = 16  # of the history, the newest; as many are drawn as have room
QUOTED = 60  # letters of what was said at one of them
SPOKEN = 1200  # letters of the filer's words
LEFT_OUT = (Act.REMIND,)


async def slip(turn: Turn, words: str) -> None:
    """/slip NUMBER."""
    number = words.strip().partition(" ")[0]
    if not number:
        raise Refused("refuse-which", command="slip")
    case = await find(turn, number)
    team = case.post or case.office
    spec = {
        "draw": "slip",
        "case": case.id,
        "person": turn.person.id,
        "language": turn.language,
        "zone": turn.setup.zone.key,
        "team": phrases.team(
            turn.unit, turn.setup, case.post, case.office, turn.language
        )
        if team
        else "",
    }
    turn.unit.history.audit(turn.person.id, "slip", number=case.number)
    made = turn.unit.media.draw(
        spec, MediaKind.DOCUMENT, turn.label("slip-file", number=case.number)
    )
    text = turn.say("slip-done", number=case.number)
    turn.unit.outbox.add(turn.private, Reply(text=text, files=(made,)), case_id=case.id)


def may_read(unit: Unit, person: Person, case: Case) -> bool:
    """Whether words, place, photos and what was said stand on this person's slip; every part of
    it asks here.
    """
    return reads(person, case, unit.directory.reach(case), Aspect.WORDS)


async def page(unit: Unit, spec: dict[str, Any]) -> dict[str, Any] | None:
    """What `bot.drawing.slip` draws; `photos` are hashes. None for who may not see the case (any
    more).
    """
    case, person = (
        await unit.cases.get(spec["case"]),
        await unit.people.get(spec["person"]),
    )
    if case is None or person is None or not await casework.visible(unit, person, case):
        return None
    language, zone, read = (
        str(spec["language"]),
        ZoneInfo(spec["zone"]),
        may_read(unit, person, case),
    )
    subject = (
        kind_name(language, case.kind),
        phrases.category(language, case.category),
        label(language, f"urgency-{case.urgency}"),
    )
    now = unit.now.astimezone(zone)
    shas = await _photos(unit, case) if read else []
    printed = min(len(shas), PHOTOS)
    return {
        "made_at": now.isoformat(timespec="seconds"),
        "number": case.number,
        "code": case.number,
        "title": label(language, "slip-title"),
        "subject": " · ".join(subject),
        "fields": await _fields(unit, case, language, zone, read, spec["team"]),
        "words_label": label(language, "slip-words"),
        "words": phrases.cut(case.words, SPOKEN)
        if read
        else label(language, "words-confidential"),
        "photos": shas[:PHOTOS],
        "photos_label": label(
            language, "slip-photos", count=len(shas), printed=printed
        ),
        "history_label": label(language, "slip-history"),
        "history": await _history(unit, case, language, zone, read),
        "remarks_label": label(language, "slip-remarks"),
        "sign": [
            label(language, key)
            for key in ("slip-sign-carer", "slip-sign-lead", "slip-sign-date")
        ],
        "foot": label(
            language, "slip-foot", at=f"{now:%Y-%m-%d %H:%M}", name=person.name
        ),
    }


async def _photos(unit: Unit, case: Case) -> list[str]:
    """The hashes of the photos that are here, the first first."""
    rows = await unit.media.of_case(case.id)
    return [
        row.media.sha
        for row in rows
        if row.media.kind is MediaKind.PHOTO and row.status == "stored"
    ]


async def _fields(
    unit: Unit, case: Case, language: str, zone: ZoneInfo, read: bool, team: str
) -> list[list[str]]:
    """Label and value; what is empty has no line."""

    def at(due: datetime, done: datetime | None = None) -> str:
        said = f"{due.astimezone(zone):%Y-%m-%d %H:%M}"
        return (
            label(
                language,
                "slip-done-at",
                due=said,
                at=f"{done.astimezone(zone):%m-%d %H:%M}",
            )
            if done
            else said
        )

    found = [
        ("slip-state", label(language, STATES[case.state])),
        ("slip-carer", await phrases.carer(unit, language, case)),
        ("slip-area", phrases.area(unit, case.area, language)),
        ("slip-team", team),
        ("slip-accept-due", at(case.accept_due, case.accepted_at)),
        ("slip-resolve-due", at(case.resolve_due, case.resolved_at)),
        ("slip-filed", at(case.filed_at)),
        (
            "slip-supervised",
            label(language, f"supervision-{case.supervision.value}")
            if case.supervision
            else "",
        ),
        (
            "slip-joined",
            label(language, "slip-people", count=case.joined) if case.joined else "",
        ),
        ("slip-place", _place(case) if read else ""),
        ("slip-answer", phrases.cut(case.answer, 200) if read else ""),
    ]
    return [[label(language, key), value] for key, value in found if value]


def _place(case: Case) -> str:
    """What the filer called it, and the pin in degrees (WGS-84), to the metre."""
    pin = f"{case.place.lat:.5f}, {case.place.lon:.5f}" if case.place else ""
    return (
        f"{case.place_words} ({pin})"
        if pin and case.place_words
        else case.place_words or pin
    )


# --- what has happened ---


async def _history(
    unit: Unit, case: Case, language: str, zone: ZoneInfo, read: bool
) -> list[list[str]]:
    """When, and what, in short; without what was said for who may not read it."""
    lines = [
        line for line in await unit.history.of(case.id) if line.act not in LEFT_OUT
    ][-LINES:]
    names = await unit.people.named({line.actor_id for line in lines if line.actor_id})
    return [
        [
            f"{line.at.astimezone(zone):%m-%d %H:%M}",
            _told(case, line, names, language, read),
        ]
        for line in lines
    ]


def _told(
    case: Case, line: Line, names: dict[int, str], language: str, read: bool
) -> str:
    """'李敏接单'. Filers and those who joined have no name; staff have theirs, also at what they
    filed themselves.
    """
    who = names.get(line.actor_id or 0, "") or label(language, "who-desk")
    if line.act is Act.FILE or (
        line.act in FILER_ACTS and line.actor_id == case.filer_id
    ):
        who = label(language, "who-filer")
    elif line.act in FILER_ACTS or line.act is Act.JOIN:
        who = label(language, "who-follower")
    what = label(language, f"story-{line.act.value.replace('_', '-')}", name=who)
    said = phrases.cut(line.words, QUOTED) if read and line.act is not Act.FILE else ""
    return f"{what}: “{said}”" if said else what
