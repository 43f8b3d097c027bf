"""Buttons on a case: what each press does. Acts that need a word open a one-step form in
private.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Act, Case
from domain.messages import Choice, Reply
from domain.people import may, reads
from domain.privacy import Aspect
from handlers.actions import choices as choosing
from handlers.actions import own as my
from handlers.actions import table as doing
from handlers.actions.prompts import done, open_word_form
from handlers.actions.table import DOINGS, RARE
from handlers.casework import card as cards
from handlers.casework import duplicates as likeness
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.casework import polls as deliberation
from handlers.casework import undo as undoing
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe
from storage.memory.media import Kept
from storage.outbox.letters import ANSWER
from storage.sent_messages import SentMessage

Press = Callable[[Turn, Case, str], Awaitable[None]]
INSIDE = tuple(Act)


async def on_case(turn: Turn, data: str) -> None:
    """`c:<case id>:<act>[:<value>]`; an act with a `?` is still being chosen for."""
    number, _, rest = data.partition(":")
    name, _, value = rest.partition(":")
    case_id = whole(number)
    if case_id is None:
        raise Refused("refuse-old-button")
    case = await (undoing.mine if name == "undo" else casework.case_for)(turn, case_id)
    if name in PRESSES:
        return await PRESSES[name](turn, case, value)
    name, choosing_on = name.removesuffix("?"), name.endswith("?")
    if name not in DOINGS:
        raise Refused("refuse-old-button")
    await begin(turn, case, name, value, choosing_on)


async def begin(
    turn: Turn,
    case: Case,
    name: str,
    value: str,
    choosing_on: bool = False,
    words: str = "",
) -> None:
    """Does it, or asks for what is still missing: first a choice, then a word."""
    row = DOINGS[name]
    if row.wants and (choosing_on or not value):
        return await _offer(turn, case, name, value, choosing_on)
    if row.words and not words:
        return await open_word_form(turn, name, case, value)
    case = await doing.do(turn, case, name, value, words)
    if words and turn.event.message_id:  # an edit of the command is followed
        shape = DOINGS[name].act.value
        turn.unit.sent_messages.add(
            SentMessage(
                turn.event.chat, turn.event.message_id, case.id, None, shape=shape
            )
        )
    if name == "accept" and turn.event.press_ref:
        due = phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup)
        return turn.toast("toast-accepted", number=case.number, due=due)
    turn.toast()
    await done(turn, case, name, words)


async def _offer(turn: Turn, case: Case, name: str, value: str, again: bool) -> None:
    await doing.check(turn, case, name)
    rows = await choosing.OFFERS[DOINGS[name].wants](turn, case, name, value)
    if not rows:
        raise Refused(
            "refuse-nobody"
            if DOINGS[name].wants in ("whom", "teams")
            else f"refuse-none-{name.replace('_', '-')}"
        )
    turn.toast("" if turn.event.private else "toast-in-private")
    text = turn.say(f"choose-{name.replace('_', '-')}", number=case.number)
    turn.reply(text, rows, edit=again, case_id=case.id)


async def hand_to(turn: Turn, case: Case, value: str) -> None:
    """A person, a post or a unit was pressed."""
    case = await doing.do(turn, case, "hand_on", value)
    turn.toast()
    name = await phrases.carer(turn.unit, turn.language, case)
    undo = [[turn.choice("button-undo", f"c:{case.id}:undo:{turn.unit.history.last}")]]
    turn.reply(
        turn.say("done-hand-on", number=case.number, name=name),
        undo,
        edit=True,
        case_id=case.id,
    )


async def more(turn: Turn, case: Case, value: str) -> None:
    """The second page: everything else that this person can do to the case now."""
    names = [name for name in RARE if await doing.possible(turn, case, name)]
    if not names:
        raise Refused("refuse-nothing-more", number=case.number)
    buttons = [
        turn.choice(f"button-{name.replace('_', '-')}", f"c:{case.id}:{name}")
        for name in names
    ]
    turn.toast("" if turn.event.private else "toast-in-private")
    rows = [buttons[i : i + 3] for i in range(0, len(buttons), 3)]
    turn.reply(
        turn.say("more-title", number=case.number, what=_seen(turn, case)),
        rows,
        case_id=case.id,
    )


async def open_case(turn: Turn, case: Case, value: str) -> None:
    """The whole case: its filer sees its story, the people who look after it the card and all
    that was said.
    """
    turn.toast()
    staff = turn.person.grants and turn.person.id != case.filer_id
    if case.parent_id is not None and not staff and turn.person.id == case.filer_id:
        # their number is the whole's
        case = await turn.unit.cases.get(case.parent_id) or case
    if staff or may(turn.person, Act.NOTE, case, turn.unit.directory.reach(case)):
        return await show_card(turn, case)
    await my.open_mine(turn, case)


async def show_card(turn: Turn, case: Case) -> None:
    """Pictures, place, then the card with all that was said and the buttons last."""
    unit, path = turn.unit, turn.unit.directory.reach(case)
    may_read = reads(turn.person, case, path, Aspect.WORDS)
    kept = await _kept(turn, case) if may_read else []
    photos = tuple(
        row.id
        for row in kept
        if row.media.kind == "photo" and row.status not in ("refused", "failed")
    )
    story = await my.story(turn, case, INSIDE, INSIDE if may_read else (), most=40)
    text = await cards.text(unit, turn.setup, case, turn.language, may_read)
    missing = sum(1 for row in kept if row.status in ("failed", "refused"))
    parts = [
        text,
        Safe(""),
        *story,
        *([turn.say("card-missing", count=missing)] if missing else []),
    ]
    if photos:
        turn.reply(Safe(""), photos=photos, case_id=case.id)
    if case.place is not None and may_read:
        unit.outbox.add(turn.private, Reply(place=case.place), ANSWER, case_id=case.id)
    for row in kept:
        if row.media.kind != "photo" and row.status not in ("refused", "failed"):
            turn.unit.outbox.add(
                turn.private, Reply(files=(row.id,)), ANSWER, case_id=case.id
            )
    mine = turn.person.id == case.filer_id
    rows = [
        *cards.buttons(turn.language, case),
        *(my.filer_buttons(turn, case) if mine else ()),
    ]
    if case.open and may(turn.person, Act.REJECT, case, path):
        rows.append((turn.choice("button-reject", f"c:{case.id}:reject"),))
    if case.merged_into is not None and await doing.possible(turn, case, "unmerge"):
        rows.append((turn.choice("button-unmerge", f"c:{case.id}:unmerge"),))
    for part in await unit.cases.parts_of(case.id) if case.parts else ():
        rows.append(
            (
                Choice(
                    f"{part.number} · {phrases.state(turn.language, part)}",
                    f"c:{part.id}:open",
                ),
            )
        )
    turn.reply(Safe("\n".join(parts)), rows, case_id=case.id)


async def _kept(turn: Turn, case: Case) -> list[Kept]:
    """The case's own pictures and those of what was merged into it."""
    kept = list(await turn.unit.media.of_case(case.id))
    for gone in await turn.unit.cases.merged_into(case.id) if case.joined else ():
        kept += await turn.unit.media.of_case(gone.id)
    return kept


def _seen(turn: Turn, case: Case) -> str:
    return phrases.seen(turn.unit, turn.person, case, turn.language, 40)


async def show_like(turn: Turn, case: Case, value: str) -> None:
    """The cases that may be the same, each to look at or to merge."""
    found = await likeness.like(turn.unit, turn.setup, case)
    if not found:
        raise Refused("refuse-none-merge")
    turn.toast("" if turn.event.private else "toast-in-private")
    lines, rows = [turn.say("like-title", number=case.number)], []
    for one in found:
        age = phrases.when(turn.language, one.filed_at, turn.unit.now, turn.setup)
        lines.append(
            turn.say("like-line", number=one.number, what=_seen(turn, one), at=age)
        )
        rows.append(
            [
                Choice(one.number, f"c:{one.id}:open"),
                turn.choice(
                    "button-into", f"c:{case.id}:merge:{one.id}", number=one.number
                ),
                turn.choice(
                    "button-take-in-one",
                    f"c:{case.id}:take_in:{one.id}",
                    number=one.number,
                ),
            ]
        )
    turn.reply(Safe("\n".join(lines)), rows, case_id=case.id)


def pass_on_button(turn: Turn, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """Below a note: one press sends the same words to the filer too."""
    if (
        not turn.event.private
        or case.filer_id is None
        or not may(turn.person, Act.TELL, case, turn.unit.directory.reach(case))
    ):
        return ()
    return (
        (
            turn.choice(
                "button-pass-on", f"c:{case.id}:pass_on:{turn.unit.history.last}"
            ),
        ),
    )


async def pass_on(turn: Turn, case: Case, value: str) -> None:
    line = (
        await turn.unit.history.line(int(value)) if whole(value) is not None else None
    )
    if (
        line is None
        or line.actor_id != turn.person.id
        or line.act is not Act.NOTE
        or line.case_id != case.id
    ):
        raise Refused("refuse-old-button")
    media = [row.id for row in await turn.unit.media.of_line(line.id)]
    await doing.do(turn, case, "tell", "", line.words, media)
    turn.toast()
    turn.reply(turn.say("done-pass-on", number=case.number), edit=True, case_id=case.id)


PRESSES: dict[str, Press] = {
    "to": hand_to,
    "open": open_case,
    "more": more,
    "like": show_like,
    "vote": deliberation.vote,
    "pass_on": pass_on,
    "leave": my.leave,
    "withdraw": my.withdraw,
    "confirm": my.confirm,
    "rate": my.rate,
    "again": my.ask_again_later,
    "still": my.still_fine,
}
