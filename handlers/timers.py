"""What happens by itself: one function per kind of timer. Each looks at one due subject, acts, and
sets its next time.

The clock may have been stopped for a day: a case then raises the alarms it missed at one go, told
once to each level; what became pointless (a case solved meanwhile, a draft sent) finds nothing to
do.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from domain import changes, deadlines
from domain.case import Act, Case, State, Urgency
from domain.draft import Draft
from domain.messages import Choice, Event, Reply
from domain.people import Person, reads
from domain.privacy import Aspect
from domain.quiet import next_local
from handlers.admin import policy
from handlers.casework import deadlines as terms
from handlers.casework import notices, phrases, routing
from handlers.casework import perform as casework
from handlers.casework.perform import Actor
from handlers.contents import FORMS
from handlers.dialog import conversation
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.filing.filing import FILING
from handlers.reminders import follow_ups as rounds
from handlers.stats import rates
from handlers.texts.sentences import Safe, known, say
from storage.outbox.letters import NOTICE, Letter
from storage.unit import Unit

DIGEST_AT = 8 * 60 + 30  # minutes after local midnight
DIGEST_SHOWN = 10
STALE_DIGEST = timedelta(hours=12)
OneDue = Callable[[Unit, Setup, int, datetime], Awaitable[None]]
CLOCK = Actor(None, "clock")
ALARM = "alarm:"  # what an alarm that waits for the morning is known by
Look = Callable[[Unit, Setup], Awaitable[None]]


# --- cases ---


async def case_due(unit: Unit, setup: Setup, case_id: int, at: datetime) -> None:
    """Yellow at 70 %, red at 100 % and a level up, again each further period; the end of the
    feedback window.
    """
    case = await unit.cases.get(case_id)
    if case is None or case.ended:
        unit.timers.set("case", case_id, None)
    elif case.state is State.RESOLVED:
        await casework.perform(unit, setup, CLOCK, case, Act.CLOSE)
    elif case.state is State.HELD:
        await casework.perform(unit, setup, CLOCK, case, Act.RESUME)
    else:
        await _alarm(unit, setup, case)


async def _alarm(unit: Unit, setup: Setup, case: Case) -> None:
    calendar = terms.of(unit, setup, case)[1]
    opens = terms.service_hours(unit, setup, case.area).opens(unit.now)
    if case.urgency is not Urgency.URGENT and opens > unit.now:
        # no alert outside service hours unless it is urgent
        return unit.timers.set("case", case.id, opens)
    reached = deadlines.alarms_reached(case, unit.now, calendar)
    if reached > case.alarms:
        if case.alarms == 0:
            await _remind(unit, setup, case)
        if reached > 1:
            case = await _raise(unit, setup, case, reached)
        case = replace(case, alarms=reached)
        unit.cases.change(case)
    unit.timers.set("case", case.id, deadlines.next_time(case, calendar))


async def _remind(unit: Unit, setup: Setup, case: Case) -> None:
    """The one in charge hears that time is running out, or has run out."""
    if case.state is State.VERIFYING:
        for head in notices.heads(unit, case, case.raised, None):
            await _tell(unit, setup, head, case, "alarm-verify")
        return
    person = await unit.people.get(case.assignee_id)
    if person is not None:
        await _tell(
            unit,
            setup,
            person,
            case,
            "alarm-yellow" if unit.now < (case.due_at or unit.now) else "alarm-red",
        )


async def _raise(unit: Unit, setup: Setup, case: Case, reached: int) -> Case:
    """Up one level for each alarm from red on, to the top; the head of every newly reached level
    hears once.
    """
    path = unit.directory.ladder(case)
    levels, before = max(len(path) - 1, 1), case
    told: set[int] = set()
    first = max(case.alarms, 1)
    for step in range(first, min(reached, first + levels)):
        level = min(step, levels)
        for person in routing.head(unit.directory, path, level)[1]:
            if person.id not in told:
                told.add(person.id)
                key = (
                    "alarm-verify" if case.state is State.VERIFYING else "alarm-raised"
                )
                await _tell(unit, setup, person, case, key)
    raised = min(reached - 1, levels)
    case = replace(case, raised=max(case.raised, raised))
    changed = changes.difference(before, replace(case, alarms=reached))
    unit.history.add(
        case, Act.ESCALATE, None, "clock", **changed, told=[[], sorted(told)]
    )
    return case


async def _tell(unit: Unit, setup: Setup, person: Person, case: Case, key: str) -> None:
    language = known(person.language or setup.language)
    due = phrases.when(language, case.due_at or unit.now, unit.now, setup)
    name = await phrases.carer(unit, language, case)
    state = phrases.state(language, case)
    what = phrases.what(
        language,
        case,
        80,
        reads(person, case, unit.directory.reach(case), Aspect.WORDS),
    )
    text = say(
        language,
        key,
        title=phrases.title(language, case),
        due=due,
        name=name,
        state=state,
        area=phrases.area(unit, case.area, language),
        what=what,
    )
    choices = ((Choice(case.number, f"c:{case.id}:open"),),)
    await notices.send(
        unit,
        setup,
        person,
        text,
        case,
        choices=choices,
        replaces=f"{ALARM}{key}:{case.id}",
    )


# --- drafts ---


async def _turn(unit: Unit, setup: Setup, draft: Draft) -> Turn | None:
    await unit.people.load([draft.chat])
    person = unit.people.at(draft.chat)
    event = Event(f"clock-{draft.id}", draft.chat, draft.chat)
    return Turn(event, unit, setup, person) if person else None


async def draft_due(unit: Unit, setup: Setup, form_id: int, at: datetime) -> None:
    """A draft left alone is nudged once after half an hour and dropped after a day, as its owner
    was told.
    """
    draft = await unit.forms.get(form_id)
    turn = await _turn(unit, setup, draft) if draft else None
    if draft is None or turn is None:
        return unit.timers.set("draft", form_id, None)
    empty = not draft.answers
    if draft.nudged or empty or draft.name != FILING.name:
        return await _drop_or_wait(turn, draft, empty)
    quiet = notices.waits_until(unit, setup, turn.person)
    if quiet is not None:
        return unit.timers.set("draft", form_id, quiet)
    turn.reply(turn.say("draft-nudge"))
    await unit.forms.put(replace(draft, nudged=True))
    conversation.show(turn, FILING, draft)
    unit.timers.set("draft", draft.id, draft.touched_at + conversation.DROP_AFTER)


async def _drop_or_wait(turn: Turn, draft: Draft, empty: bool) -> None:
    ends = draft.touched_at + conversation.DROP_AFTER
    if turn.unit.now < ends:
        return turn.unit.timers.set("draft", draft.id, ends)
    await conversation.close(turn, draft)
    if not empty:
        turn.reply(turn.say("draft-dropped"))


async def finish_due(unit: Unit, setup: Setup, form_id: int, at: datetime) -> None:
    """A form whose album is complete by now does what it was for."""
    draft = await unit.forms.get(form_id)
    turn = await _turn(unit, setup, draft) if draft else None
    unit.timers.set("finish", form_id, None)
    if draft is None or turn is None:
        return
    try:
        await conversation.finish(turn, FORMS[draft.name], draft)
    except Refused as refused:
        turn.reply(turn.say(refused.key, **refused.args_of_key))


# --- digests ---


async def roster(unit: Unit, setup: Setup) -> None:
    """Whoever joined the staff since the last look gets a digest from tomorrow on, a head one
    each Monday too.
    """
    known_ids = await unit.timers.subjects("digest")
    for person in unit.directory.staff.values():
        if person.id not in known_ids:
            unit.timers.set("digest", person.id, _next_digest(unit, setup, person))
    weekly = await unit.timers.subjects("weekly")
    for person in unit.directory.staff.values():
        if rounds.leads(person) and person.id not in weekly:
            unit.timers.set("weekly", person.id, rounds.next_weekly(unit, setup))


def _next_digest(unit: Unit, setup: Setup, person: Person) -> datetime:
    at = DIGEST_AT if person.digest is None or person.digest < 0 else person.digest
    return next_local(unit.now, at, setup.zone)


async def digest_due(unit: Unit, setup: Setup, person_id: int, at: datetime) -> None:
    """Half past eight: what somebody carries. One that is half a day old is not worth waking
    anybody for.
    """
    person = unit.directory.staff.get(person_id)
    unit.timers.set(
        "digest", person_id, _next_digest(unit, setup, person) if person else None
    )
    if person is not None and person.digest != -1 and unit.now - at < STALE_DIGEST:
        await _digest(unit, setup, person)


async def _digest(unit: Unit, setup: Setup, person: Person) -> None:
    language = known(person.language or setup.language)
    cases = await unit.cases.carried_by(person.id, DIGEST_SHOWN + 1)
    if not cases:
        return
    late = sum(1 for case in cases if case.due_at and case.due_at <= unit.now)
    more = "+" if len(cases) > DIGEST_SHOWN else ""
    lines = [
        say(
            language,
            "digest-title",
            count=f"{min(len(cases), DIGEST_SHOWN)}{more}",
            late=late,
        )
    ]
    for case in cases[:DIGEST_SHOWN]:
        due = phrases.deadline(language, case, unit.now, setup)
        lines.append(
            say(
                language,
                "digest-line",
                mark=phrases.MARKS[case.urgency],
                number=case.number,
                due=due,
                what=phrases.cut(case.words, 20)
                or phrases.category(language, case.category),
            )
        )
    buttons = [
        Choice(case.number, f"c:{case.id}:open") for case in cases[:DIGEST_SHOWN]
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    # at an hour of their own choice, whatever their quiet hours
    asked_for = person.digest is not None
    await notices.send(
        unit, setup, person, Safe("\n".join(lines)), choices=rows, urgent=asked_for
    )


# --- quiet hours ---


async def held(unit: Unit, setup: Setup) -> None:
    """What quiet hours held back goes out as one message per chat; a single one goes as it was."""
    letters = await unit.outbox.held()
    by_chat: dict[object, list[Letter]] = {}
    for letter in letters:
        if letter.replaces.startswith(ALARM) and not await _still_true(
            unit, setup, letter
        ):
            await unit.outbox.drop([letter.id])
            continue
        by_chat.setdefault(letter.to, []).append(letter)
    for waiting in by_chat.values():
        await _as_one(unit, setup, waiting)


async def _still_true(unit: Unit, setup: Setup, letter: Letter) -> bool:
    """Whether an alarm that waited still holds: none for what is solved, on hold or merged; time
    may have run out.
    """
    case = await unit.cases.get(letter.case_id) if letter.case_id is not None else None
    if case is None or not case.open or case.state is State.HELD:
        return False
    over = case.due_at is not None and case.due_at <= unit.now
    if over and letter.replaces.startswith(f"{ALARM}alarm-yellow"):
        await _remind(unit, setup, case)
        return False
    return True


async def _as_one(unit: Unit, setup: Setup, waiting: list[Letter]) -> None:
    await unit.outbox.drop([letter.id for letter in waiting])
    first = waiting[0]
    if len(waiting) == 1:
        unit.outbox.add(
            first.to, first.reply, first.lane, case_id=first.case_id, about=first.about
        )
        return
    await unit.people.load([first.to])
    person = unit.people.at(first.to)
    language = known((person.language if person else "") or setup.language)
    parts = [
        say(language, "digest-held", count=len(waiting)),
        *(Safe(letter.reply.text) for letter in waiting),
    ]
    rows = tuple(
        tuple(
            Choice(f"{letter.about} {choice.label}".strip(), choice.data)
            for choice in row
        )
        for letter in waiting
        for row in letter.reply.choices
    )
    for chunk, choices in _fitting(parts, rows):
        unit.outbox.add(first.to, Reply(text=chunk, choices=choices), NOTICE)


def _fitting(
    parts: list[Safe], rows: tuple[tuple[Choice, ...], ...], most: int = 3500
) -> list[tuple[str, tuple[tuple[Choice, ...], ...]]]:
    """The parts in as few messages of at most `most` characters as it takes; the buttons below
    the last.
    """
    chunks = [""]
    for part in parts:
        if chunks[-1] and len(chunks[-1]) + len(part) > most:
            chunks.append("")
        chunks[-1] = f"{chunks[-1]}\n\n{part}" if chunks[-1] else str(part)
    return [
        (chunk, rows[:30] if i == len(chunks) - 1 else ())
        for i, chunk in enumerate(chunks)
    ]


DUE: dict[str, OneDue] = {
    "case": case_due,
    "draft": draft_due,
    "finish": finish_due,
    "digest": digest_due,
    "follow_up": rounds.follow_up_due,
    "weekly": rounds.weekly_due,
    "recount": policy.recount_due,
}
"""By kind of timer: what to do when one is due."""

LOOKS: dict[str, Look] = {
    "held": held,
    "roster": roster,
    "dormant": rounds.dormant,
    "daily": rates.nightly,
}
"""What is looked at without a timer of its own."""
