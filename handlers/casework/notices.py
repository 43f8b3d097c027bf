"""Which event of a case tells whom, in which words: one table. What is not urgent waits for
quiet hours' end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.case import ASIDE, Act, Case, State, Urgency
from domain.messages import Choice, Place, Reply
from domain.people import Person, reads
from domain.privacy import Aspect
from domain.quiet import AWAKE, NIGHT, RIDER, quiet_until
from handlers.casework import phrases, routing
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, label, say
from storage.outbox.letters import NOTICE
from storage.unit import Unit

Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Who hears of an act, by which sentence, on which lane; `buttons` names the choices below it.

    `to` is filer (with everybody who joined), assignee, asker (who asked last), head (who leads the
    case now), or second (the head, from the second reopening on). `media` says that pictures go
    along.
    """

    to: str
    key: str
    buttons: str = ""
    media: bool = False
    lane: int = NOTICE


NOTICES: dict[Act, tuple[Notice, ...]] = {
    Act.ACCEPT: (Notice("filer", "notice-accepted"),),
    Act.HAND_ON: (
        Notice("filer", "notice-handed-on"),
        Notice("assignee", "notice-yours-now"),
    ),
    Act.RETURN: (Notice("assignee", "notice-returned"),),
    Act.ASK: (Notice("filer", "notice-question", media=True),),
    Act.TELL: (Notice("filer", "notice-told", media=True),),
    Act.ANSWER: (
        Notice("asker", "notice-answered", media=True),
        Notice("assignee", "notice-answered", media=True),
    ),
    Act.NOTE: (Notice("assignee", "notice-noted", media=True),),
    Act.ADD: (Notice("assignee", "notice-added", media=True),),
    Act.JOIN: (Notice("assignee", "notice-joined", media=True),),
    Act.HOLD: (Notice("filer", "notice-held"),),
    Act.RESUME: (
        Notice("assignee", "notice-resumed"),
        Notice("filer", "notice-goes-on"),
    ),
    Act.EXTEND: (Notice("head", "notice-extend", buttons="extension"),),
    Act.APPROVE: (
        Notice("assignee", "notice-approved"),
        Notice("filer", "notice-extended"),
    ),
    Act.DECLINE: (Notice("assignee", "notice-declined"),),
    Act.RECLASSIFY: (
        Notice("filer", "notice-reclassified"),
        Notice("assignee", "notice-reclassified"),
    ),
    Act.RAISE: (Notice("head", "notice-raised"),),
    Act.SUPERVISE: (Notice("assignee", "notice-supervised"),),
    Act.SUBMIT: (Notice("head", "notice-verify", buttons="verify", media=True),),
    Act.REDO: (Notice("assignee", "notice-redo"),),
    Act.DELIBERATE: (Notice("filer", "notice-deliberating"),),
    Act.DECIDE: (
        Notice("filer", "notice-decided"),
        Notice("assignee", "notice-decided"),
    ),
    Act.MERGE: (
        Notice("filer", "notice-merged"),
        Notice("assignee", "notice-merged-away"),
    ),
    Act.UNMERGE: (
        Notice("filer", "notice-unmerged"),
        Notice("assignee", "notice-yours-now"),
    ),
    Act.RESOLVE: (Notice("filer", "notice-resolved", buttons="feedback", media=True),),
    Act.VERIFY: (
        Notice("filer", "notice-resolved", buttons="feedback", media=True),
        Notice("assignee", "notice-verified"),
    ),
    Act.CONFIRM: (Notice("assignee", "notice-confirmed"),),
    Act.REOPEN: (
        Notice("assignee", "notice-reopened", media=True),
        Notice("second", "notice-reopened-head"),
    ),
    Act.CLOSE: (Notice("filer", "notice-closed"),),
    Act.REJECT: (Notice("filer", "notice-rejected"),),
    Act.WITHDRAW: (Notice("assignee", "notice-withdrawn"),),
    Act.REMIND: (
        Notice("assignee", "notice-dormant"),
        Notice("head", "notice-dormant-head"),
    ),
    Act.UNDO: (Notice("filer", "notice-undone"), Notice("assignee", "notice-undone")),
}

SHOWN = 10
ABOUT_A_PART = (Act.ASK, Act.TELL)
"""What the filer hears of a part of their case; of everything else the whole case tells them."""


async def tell(
    unit: Unit,
    setup: Setup,
    case: Case,
    act: Act,
    actor: Person | None,
    words: str,
    media: Sequence[int],
    before: Case,
    spot: Place | None = None,
    hush: str = "",
) -> None:
    """Tells everybody whom the table names, but nobody what they did themselves."""
    told = {actor.id} if actor else set()
    for notice in NOTICES.get(act, ()):
        if act is Act.RECLASSIFY and case.category == before.category:
            if case.resolve_due <= unit.now or case.state is State.HELD:
                continue  # nobody is promised what is over already
            notice = replace(notice, key="notice-new-due")
        if notice.to == hush or (
            notice.to == "filer"
            and case.parent_id is not None
            and act not in ABOUT_A_PART
        ):
            continue
        for person in await _receivers(unit, notice.to, case, actor):
            if person.id not in told:
                told.add(person.id)
                shown = tuple(media) if notice.media else ()
                await _tell_one(unit, setup, notice, case, person, words, shown, actor)
                if (
                    spot is not None
                    and notice.media
                    and _may_read(unit, case, person, notice)
                ):
                    await send_place(unit, setup, case, person, spot)


def _may_read(unit: Unit, case: Case, person: Person, notice: Notice) -> bool:
    return reads(
        person,
        case,
        unit.directory.reach(case),
        Aspect.WORDS,
        follows=notice.to == "filer",
    )


async def _receivers(
    unit: Unit, to: str, case: Case, actor: Person | None
) -> list[Person]:
    if to in ("head", "second"):
        # A second reopening goes up a level (rules.md).
        if to == "second" and case.reopened < 2:
            return []
        level = case.raised if to == "head" else 1
        return heads(unit, case, level, actor)
    if to == "asker":
        asked = [
            line.actor_id
            for line in await unit.history.of(case.id)
            if line.act is Act.ASK
        ]
        person = await unit.people.get(asked[-1]) if asked else None
        return [person] if person and person.staff else []
    ids = [case.assignee_id]
    if to == "filer":
        ids = [
            case.filer_id,
            *(await unit.followers.of(case.id) if case.joined else ()),
        ]
    return [person for one in ids if (person := await unit.people.get(one)) is not None]


def heads(unit: Unit, case: Case, level: int, without: Person | None) -> list[Person]:
    """Who leads the case from this level on: the first level with somebody else than `without`."""
    path = unit.directory.ladder(case)
    for step in range(min(level, max(len(path) - 1, 0)), len(path)):
        people = [
            one
            for one in routing.head(unit.directory, path, step)[1]
            if without is None or one.id != without.id
        ]
        if people:
            return people
    return []


async def _tell_one(
    unit: Unit,
    setup: Setup,
    notice: Notice,
    case: Case,
    person: Person,
    words: str,
    media: tuple[int, ...],
    by: Person | None = None,
) -> None:
    language = known(person.language or setup.language)
    other = await unit.cases.get(case.merged_into) if case.merged_into else None
    may_read = _may_read(unit, case, person, notice)
    mine = notice.to == "filer"
    key = (
        "notice-yours-aside"
        if notice.key == "notice-yours-now" and case.state in ASIDE
        else notice.key
    )
    text = say(
        language,
        key,
        title=phrases.title(language, case, mine),
        number=phrases.number(case, mine),
        words=(words or label(language, "words-none"))
        if may_read
        else label(language, "words-confidential"),
        due=phrases.when(language, case.resolve_due, unit.now, setup),
        until=phrases.when(
            language,
            case.extension_to or case.due_at or case.resolve_due,
            unit.now,
            setup,
        ),
        name=await phrases.carer(unit, language, case),
        what=phrases.what(language, case, 60, may_read),
        category=phrases.category(language, case.category),
        urgency=label(language, f"urgency-{case.urgency}"),
        by=by.name if by else label(language, "who-desk"),
        other=other.number if other else "",
        card=label(language, f"supervision-{case.supervision or 'none'}"),
        area=phrases.area(unit, case.area, language),
        state=phrases.state(language, case),
    )
    choices = BELOW[notice.buttons](language, case) if notice.buttons else ()
    shown = media if may_read else ()
    if shown and notice.key == "notice-resolved" and person.id == case.filer_id:
        shown = await _before_and_after(unit, language, case, shown)
    await send(
        unit, setup, person, text, case, choices=choices, media=shown, lane=notice.lane
    )


async def say_to(
    unit: Unit,
    setup: Setup,
    person_id: int | None,
    case: Case | None,
    key: str,
    **args: object,
) -> None:
    """One sentence about a case to one person in their language; nothing where there is nobody."""
    person = await unit.people.get(person_id)
    if person is not None:
        language = known(person.language or setup.language)
        about = {"title": phrases.title(language, case)} if case else {}
        await send(unit, setup, person, say(language, key, **about, **args), case)


async def handed_over(
    unit: Unit, setup: Setup, giver: Person, to: Person | None, cases: Sequence[Case]
) -> None:
    """One message for all that somebody gets from a colleague who is away or has left."""
    if to is None:
        return
    language = known(to.language or setup.language)
    if len(cases) == 1:
        return await _tell_one(
            unit, setup, NOTICES[Act.HAND_ON][1], cases[0], to, "", ()
        )
    numbers = " ".join(case.number for case in cases[:SHOWN]) + (
        " …" if len(cases) > SHOWN else ""
    )
    text = say(
        language,
        "notice-handed-over",
        name=giver.name,
        count=len(cases),
        numbers=numbers,
    )
    await send(
        unit,
        setup,
        to,
        text,
        urgent=any(case.urgency is Urgency.URGENT for case in cases),
    )


async def send_place(
    unit: Unit, setup: Setup, case: Case, person: Person, spot: Place
) -> None:
    """A place as a pin that opens on a map, after the words that it came with; it waits as they
    do.
    """
    until = None if case.urgency is Urgency.URGENT else waits_until(unit, setup, person)
    for address in await unit.people.addresses(person.id):
        unit.outbox.add(
            address,
            Reply(place=spot),
            NOTICE,
            at=until,
            case_id=case.id,
            about=case.number,
        )


async def _before_and_after(
    unit: Unit, language: str, case: Case, media: tuple[int, ...]
) -> tuple[int, ...]:
    """The filer's first photo and the first of the answer side by side, in place of the latter."""
    before = [
        row.id
        for row in await unit.media.of_last(case.id, Act.FILE)
        if row.media.kind == "photo"
    ]
    after = [
        row.id for row in await unit.media.get_many(media) if row.media.kind == "photo"
    ]
    if not before or not after:
        return media
    labels = [label(language, "photo-before"), label(language, "photo-after")]
    pair = unit.media.draw(
        {"draw": "pair", "before": before[0], "after": after[0], "labels": labels}
    )
    return (pair, *(one for one in media if one != after[0]))


async def send(
    unit: Unit,
    setup: Setup,
    person: Person,
    text: Safe,
    case: Case | None = None,
    *,
    urgent: bool = False,
    choices: Rows = (),
    media: tuple[int, ...] = (),
    lane: int = NOTICE,
    replaces: str = "",
) -> None:
    """One notice to one person wherever they can be reached; held back over their quiet hours
    unless urgent.
    """
    urgent = urgent or (case is not None and case.urgency is Urgency.URGENT)
    until = None if urgent else waits_until(unit, setup, person)
    case_id, about = (case.id, case.number) if case else (None, "")
    rows = (
        {row.id: row.media.kind.value for row in await unit.media.get_many(media)}
        if media
        else {}
    )
    photos = tuple(one for one in media if rows.get(one) == "photo")
    files = tuple(one for one in media if rows.get(one, "photo") != "photo")
    for address in await unit.people.addresses(person.id):
        for file in files:
            unit.outbox.add(
                address,
                Reply(files=(file,)),
                lane,
                at=until,
                case_id=case_id,
                about=about,
            )
        if len(photos) > 1:
            unit.outbox.add(
                address,
                Reply(photos=photos[1:]),
                lane,
                at=until,
                case_id=case_id,
                about=about,
            )
        reply = Reply(text=text, choices=choices, photos=photos[:1])
        held = until is not None and not photos
        unit.outbox.add(
            address,
            reply,
            lane,
            at=until,
            held=held,
            case_id=case_id,
            about=about,
            replaces=replaces if held else "",
        )


def waits_until(unit: Unit, setup: Setup, person: Person) -> datetime | None:
    """Until when something that is not urgent waits for this person; None means now.

    Whoever wrote to us within the last ten minutes is awake and looking: nothing waits for them.
    """
    if person.seen_at is not None and unit.now - person.seen_at < AWAKE:
        return None
    windows = (
        person.quiet if person.quiet is not None else NIGHT if person.staff else RIDER
    )
    return quiet_until(unit.now, windows, setup.zone)


def feedback_buttons(language: str, case: Case) -> Rows:
    solved = Choice(label(language, "button-solved"), f"c:{case.id}:confirm")
    return (
        (solved, Choice(label(language, "button-not-solved"), f"c:{case.id}:reopen")),
    )


def _rows(*names: str) -> Callable[[str, Case], Rows]:
    def rows(language: str, case: Case) -> Rows:
        return (
            tuple(
                Choice(label(language, f"button-{name}"), f"c:{case.id}:{name}")
                for name in names
            ),
        )

    return rows


BELOW: dict[str, Callable[[str, Case], Rows]] = {
    "feedback": feedback_buttons,
    "extension": _rows("approve", "decline"),
    "verify": _rows("verify", "redo"),
}
"""The buttons below a notice, by the table's names for them."""
