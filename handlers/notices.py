"""Which event of a case tells whom, in which words: one table. What is not urgent waits for quiet hours' end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.case import Act, Case, Urgency
from domain.messages import Choice, Reply
from domain.people import Person
from domain.quiet import AWAKE, NIGHT, RIDER, quiet_until
from handlers import phrases, routing
from handlers.setup import Setup
from handlers.texts import Safe, known, label, say
from storage.outbox import NOTICE
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Notice:
    """Who hears of an act (filer, assignee, asker, head) and by which sentence; `buttons` names the choices below."""

    to: str
    key: str
    buttons: str = ""
    media: bool = False


NOTICES: dict[Act, tuple[Notice, ...]] = {
    Act.ACCEPT: (Notice("filer", "notice-accepted"),),
    Act.HAND_ON: (Notice("filer", "notice-handed-on"), Notice("assignee", "notice-yours-now")),
    Act.RETURN: (Notice("assignee", "notice-returned"),),
    Act.ASK: (Notice("filer", "notice-question", media=True),),
    Act.ANSWER: (Notice("asker", "notice-answered", media=True), Notice("assignee", "notice-answered", media=True)),
    Act.NOTE: (Notice("assignee", "notice-noted", media=True),),
    Act.ADD: (Notice("assignee", "notice-added", media=True),),
    Act.RESOLVE: (Notice("filer", "notice-resolved", buttons="feedback", media=True),),
    Act.CONFIRM: (Notice("assignee", "notice-confirmed"),),
    Act.REOPEN: (Notice("assignee", "notice-reopened", media=True), Notice("head", "notice-reopened-head")),
    Act.CLOSE: (Notice("filer", "notice-closed"),),
    Act.REJECT: (Notice("filer", "notice-rejected"),),
    Act.WITHDRAW: (Notice("assignee", "notice-withdrawn"),),
}


async def tell(
    unit: Unit, setup: Setup, case: Case, act: Act, actor: Person | None, words: str, media: Sequence[int], before: Case
) -> None:
    """Tells everybody whom the table names, but nobody what they did themselves."""
    told = {actor.id} if actor else set()
    for notice in NOTICES.get(act, ()):
        for person in await _receivers(unit, notice.to, case, before):
            if person.id not in told:
                told.add(person.id)
                await _tell_one(unit, setup, notice, case, person, words, tuple(media) if notice.media else ())


async def _receivers(unit: Unit, to: str, case: Case, before: Case) -> list[Person]:
    if to == "head":
        # A second reopening goes up a level (rules.md).
        people = routing.head(unit.directory, case.area, 1)[1] if case.reopened > 1 else []
    elif to == "asker":
        asked = [line.actor_id for line in await unit.history.of(case.id) if line.act is Act.ASK]
        person = await unit.people.get(asked[-1]) if asked else None
        people = [person] if person and person.staff else []
    else:
        person = await unit.people.get(case.filer_id if to == "filer" else case.assignee_id)
        people = [person] if person else []
    return people


async def _tell_one(
    unit: Unit, setup: Setup, notice: Notice, case: Case, person: Person, words: str, media: tuple[int, ...]
) -> None:
    language = known(person.language or setup.language)
    due = phrases.when(language, case.resolve_due, unit.now, setup)
    text = say(
        language, notice.key, title=phrases.title(language, case), words=words, due=due, number=case.number,
        name=await phrases.carer(unit, language, case), what=phrases.cut(case.words, 60),
    )  # fmt: skip
    choices = feedback_buttons(language, case) if notice.buttons == "feedback" else ()
    await send(unit, setup, person, text, case, choices=choices, media=media)


async def send(
    unit: Unit, setup: Setup, person: Person, text: Safe, case: Case | None = None, *, urgent: bool = False,
    choices: tuple[tuple[Choice, ...], ...] = (), media: tuple[int, ...] = (), lane: int = NOTICE,
) -> None:  # fmt: skip
    """One notice to one person wherever they can be reached; held back over their quiet hours unless urgent."""
    urgent = urgent or (case is not None and case.urgency is Urgency.URGENT)
    until = None if urgent else waits_until(unit, setup, person)
    case_id, about = (case.id, case.number) if case else (None, "")
    rows = {row.id: row.media.kind.value for row in await unit.media.get_many(media)} if media else {}
    photos = tuple(made for made, kind in rows.items() if kind == "photo")
    files = tuple(made for made, kind in rows.items() if kind != "photo")
    for address in await unit.people.addresses(person.id):
        for file in files:
            unit.outbox.add(address, Reply(files=(file,)), lane, at=until, case_id=case_id, about=about)
        if len(photos) > 1:
            unit.outbox.add(address, Reply(photos=photos[1:]), lane, at=until, case_id=case_id, about=about)
        reply = Reply(text=text, choices=choices, photos=photos[:1])
        held = until is not None and not photos
        unit.outbox.add(address, reply, lane, at=until, held=held, case_id=case_id, about=about)


def waits_until(unit: Unit, setup: Setup, person: Person) -> datetime | None:
    """Until when something that is not urgent waits for this person; None means now.

    Whoever wrote to us within the last ten minutes is awake and looking: nothing waits for them.
    """
    if person.seen_at is not None and unit.now - person.seen_at < AWAKE:
        return None
    windows = person.quiet if person.quiet is not None else NIGHT if person.staff else RIDER
    return quiet_until(unit.now, windows, setup.zone)


def feedback_buttons(language: str, case: Case) -> tuple[tuple[Choice, ...], ...]:
    solved = Choice(label(language, "button-solved"), f"c:{case.id}:confirm")
    return ((solved, Choice(label(language, "button-not-solved"), f"c:{case.id}:reopen")),)
