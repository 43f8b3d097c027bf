"""The case card: one living message per chat, made anew when the case moves."""

from __future__ import annotations

from html import escape

from domain.case import WAITING, Case, Privacy, State, Urgency
from domain.messages import Address, Choice, Reply
from domain.people import reads
from domain.privacy import Aspect, Viewer, shows
from domain.quiet import NIGHT, quiet_until
from handlers.casework import phrases, routing
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, label, say
from storage.outbox.letters import ANSWER, NOTICE
from storage.unit import Unit

# leaves room for the rest within Telegram's 1,024 characters of a caption
WORDS_ON_CARD = 300


def slot(case: Case) -> str:
    return f"card:{case.id}"


def buttons(language: str, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """What can be pressed on a card: 接单 first while it waits, 办结 first once taken."""

    def one(act: str) -> Choice:
        key = "button-more-acts" if act == "more" else f"button-{act.replace('_', '-')}"
        return Choice(label(language, key), f"c:{case.id}:{act}")

    last = (one("like"), one("more")) if case.alike else (one("more"),)
    if case.state is State.IN_PROGRESS:
        return (one("resolve"), one("ask")), (one("hand_on"), one("return")), last
    if case.state in WAITING:
        return (
            (one("accept"),),
            (one("hand_on"), one("return")),
            (one("ask"), one("resolve")),
            last,
        )
    if case.state is State.HELD:
        return (one("resume"), one("resolve")), (one("ask"), one("more"))
    if case.state is State.VERIFYING:
        return (one("verify"), one("redo")), (one("more"),)
    if case.state is State.DELIBERATING:
        return (one("decide"),), (one("ask"), one("more"))
    return ()


async def text(
    unit: Unit, setup: Setup, case: Case, language: str, may_read: bool = True
) -> Safe:
    """What the card says, at most about 900 characters; without the words for who may not read
    them.
    """
    lines = [phrases.title(language, case)]
    if not may_read:
        lines.append(say(language, "card-confidential"))
    elif case.words:
        lines.append(Safe(escape(phrases.cut(case.words, WORDS_ON_CARD), quote=False)))
    area = phrases.area(unit, case.area, language)
    where = (
        phrases.cut(f"{area} · {phrases.spot(unit, language, case)}", 120)
        if may_read
        else area
    )
    lines.append(say(language, "card-where", where=where))
    carer = await phrases.carer(unit, language, case)
    lines.append(
        say(language, "card-who", state=phrases.state(language, case), name=carer)
    )
    due = phrases.deadline(language, case, unit.now, setup)
    if due:
        lines.append(say(language, "card-due", due=due))
    lines += await _marks(unit, setup, case, language)
    if case.answer and not case.open and may_read:
        lines.append(say(language, "card-answer", answer=phrases.cut(case.answer, 200)))
    if case.reopened:
        lines.append(say(language, "card-reopened", times=case.reopened))
    return Safe("\n".join(lines))


async def _marks(unit: Unit, setup: Setup, case: Case, language: str) -> list[Safe]:
    """What is out of the ordinary about it, a line each: most cards have none."""
    lines = []
    if case.privacy is not Privacy.OPEN:
        lines.append(say(language, f"card-{case.privacy.value}-mark"))
    if case.post or case.office:
        lines.append(
            say(
                language,
                "card-team",
                team=phrases.team(unit, setup, case.post, case.office, language),
            )
        )
    if case.supervision:
        lines.append(
            say(
                language,
                "card-supervised",
                card=label(language, f"supervision-{case.supervision.value}"),
            )
        )
    if case.extension_to is not None and case.open:
        lines.append(
            say(
                language,
                "card-extension",
                at=phrases.when(language, case.extension_to, unit.now, setup),
            )
        )
    if case.parts:
        done = sum(1 for part in await unit.cases.parts_of(case.id) if not part.open)
        lines.append(say(language, "card-parts", done=done, count=case.parts))
    if case.joined:
        lines.append(say(language, "card-joined", count=case.joined))
    if case.linked:
        linked = [
            one for i in case.linked if (one := await unit.cases.get(i)) is not None
        ]
        numbers = [
            one.number
            for one in linked
            if case.privacy is one.privacy or shown_to_all(one)
        ]
        lines += (
            [say(language, "card-linked", numbers=" ".join(numbers))] if numbers else []
        )
    if case.alike and case.open:
        lines.append(say(language, "card-like", numbers=" ".join(case.alike)))
    if case.merged_into:
        other = await unit.cases.get(case.merged_into)
        lines.append(say(language, "card-merged", number=other.number if other else ""))
    return lines


async def language_at(unit: Unit, setup: Setup, chat: Address) -> str:
    """A group speaks the service's language, a person their own."""
    for person_id, addresses in unit.directory.addresses.items():
        if chat in addresses:
            return known(unit.directory.staff[person_id].language or setup.language)
    return setup.language


async def send_new(
    unit: Unit,
    setup: Setup,
    case: Case,
    photos: tuple[int, ...],
    files: tuple[int, ...] = (),
) -> None:
    """The first appearance: other pictures and the pin first, the card with its buttons last."""
    for chat in readers(unit, case):
        await send_to(unit, setup, case, chat, photos, files)


def readers(unit: Unit, case: Case) -> list[Address]:
    return routing.watchers(
        unit.directory, case, unit.directory.staff.get(case.assignee_id or 0)
    )


async def send_to(
    unit: Unit,
    setup: Setup,
    case: Case,
    chat: Address,
    photos: tuple[int, ...],
    files: tuple[int, ...] = (),
) -> None:
    language = await language_at(unit, setup, chat)
    urgent = case.urgency is Urgency.URGENT
    lane = ANSWER if urgent else NOTICE
    silent = not urgent and quiet_until(unit.now, NIGHT, setup.zone) is not None
    if len(photos) > 1:
        unit.outbox.add(
            chat,
            Reply(photos=photos[1:], silent=True),
            lane,
            case_id=case.id,
            about=case.number,
        )
    for file in files:
        unit.outbox.add(
            chat,
            Reply(files=(file,), silent=True),
            lane,
            case_id=case.id,
            about=case.number,
        )
    if case.place is not None:
        unit.outbox.add(
            chat,
            Reply(place=case.place, silent=True),
            lane,
            case_id=case.id,
            about=case.number,
        )
    card = Reply(
        text=await text(unit, setup, case, language),
        choices=buttons(language, case),
        photos=photos[:1],
        slot=slot(case),
        silent=silent,
    )
    unit.outbox.add(chat, card, lane, case_id=case.id, about=case.number)


def shown_to_all(case: Case) -> bool:
    return shows(case.privacy, Viewer.GROUP, Aspect.WORDS)


def _reads(unit: Unit, case: Case, chat: Address) -> bool:
    """Whether whoever stands behind this chat may read the case; a group may not read a
    confidential one.
    """
    people = (
        unit.directory.staff[i]
        for i, addresses in unit.directory.addresses.items()
        if chat in addresses
    )
    return any(
        reads(person, case, unit.directory.reach(case), Aspect.WORDS)
        for person in people
    )


async def refresh(unit: Unit, setup: Setup, case: Case, before: Case) -> None:
    """Edits the card wherever it stands, and sends it to those who should see it from now on."""
    standing = {post.chat for post in await unit.sent_messages.cards(case.id)}
    moved = any(
        getattr(case, name) != getattr(before, name)
        for name in ("area", "assignee_id", "office", "post", "privacy")
    )
    here = readers(unit, case)
    hidden = not shown_to_all(case)
    wanted = here if case.open else []
    if case.filed_at < unit.now:
        # A card on its way to a chat may not be written down yet; what follows it there becomes an
        # edit.
        standing.update(readers(unit, before))
    for chat in standing:
        language = await language_at(unit, setup, chat)
        reply = Reply(
            text=await text(
                unit, setup, case, language, not hidden or _reads(unit, case, chat)
            ),
            choices=buttons(language, case) if chat in here else (),
            slot=slot(case),
            silent=True,
        )
        unit.outbox.add(
            chat, reply, NOTICE, case_id=case.id, about=case.number, replaces=slot(case)
        )
    new = [chat for chat in wanted if chat not in standing] if moved else []
    if new:
        kept = await unit.media.of_case(case.id)
        photos = tuple(
            row.id
            for row in kept
            if row.media.kind == "photo" and row.status != "refused"
        )
        for chat in new:
            await send_to(unit, setup, case, chat, photos)
