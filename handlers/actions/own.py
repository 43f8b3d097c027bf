"""One's own cases: the list, one of them in plain words, and what its filer can do with it."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.messages import Choice
from domain.privacy import Aspect
from domain.standing import FILER_ACTS, Standing
from domain.states import State
from domain.viewers import reads
from handlers.casework import notices, parts, phrases
from handlers.casework import perform as casework
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from storage.history import Line

SHOWN = 10
FOLLOW_UP = timedelta(weeks=4)  # FixMyStreet
TOLD = (
    Act.FILE,
    Act.ASSIGN,
    Act.ACCEPT,
    Act.HAND_ON,
    Act.RETURN,
    Act.ASK,
    Act.ANSWER,
    Act.ADD,
    Act.RESOLVE,
    Act.CONFIRM,
    Act.REOPEN,
    Act.CLOSE,
    Act.REJECT,
    Act.WITHDRAW,
    Act.ESCALATE,
    Act.TELL,
    Act.HOLD,
    Act.RESUME,
    Act.APPROVE,
    Act.RECLASSIFY,
    Act.SPLIT,
    Act.MERGE,
    Act.UNMERGE,
    Act.VERIFY,
    Act.DELIBERATE,
    Act.DECIDE,
    Act.JOIN,
    Act.UNDO,
)
STAFF_WORDS = (
    Act.ASK,
    Act.TELL,
    Act.HOLD,
    Act.RESOLVE,
    Act.VERIFY,
    Act.REJECT,
    Act.DECIDE,
)
PUBLIC_WORDS = (*STAFF_WORDS, Act.ANSWER, Act.ADD, Act.REOPEN)
OUTCOME_WORDS = tuple(act for act in STAFF_WORDS if act is not Act.ASK)
"""What who said "me too" may read: a question is between the coordinator and the filer."""


async def my(turn: Turn, words: str) -> None:
    """/my: the newest cases as they stand now; one press opens one."""
    cases = await turn.unit.cases.filed_by(turn.person.id, SHOWN)
    for case_id in (await turn.unit.followers.followed_by(turn.person.id))[:SHOWN]:
        followed = await turn.unit.cases.get(case_id)
        own = {one for case in cases for one in (case.id, case.merged_into)}
        if followed is not None and followed.id not in own:
            cases.append(followed)
    if not cases:
        return turn.reply(turn.say("my-none"))
    lines = [turn.say("my-title")]
    for case in cases:
        lines.append(_line(turn, case))
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in cases]
    turn.reply(
        Safe("\n".join(lines)), [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    )


def _line(turn: Turn, case: Case) -> Safe:
    said = (
        phrases.cut(case.words, 24)
        if case.filer_id == turn.person.id
        else turn.label("who-joined")
    )
    return turn.say(
        "my-line",
        number=case.number,
        state=phrases.state(turn.language, case),
        what=said,
        category=phrases.category(turn.language, case.category),
    )


async def open_mine(turn: Turn, case: Case) -> None:
    """The case with its story, for its filer; who joined it sees what happens, not what others
    said.
    """
    mine = case.filer_id == turn.person.id
    lines = [phrases.title(turn.language, case, mine=True)]
    if case.words and mine:
        lines.append(Safe(escape(phrases.cut(case.words, 300), quote=False)))
    name = await phrases.carer(turn.unit, turn.language, case)
    lines.append(
        turn.say("my-now", state=phrases.state(turn.language, case), name=name)
    )
    due = phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup)
    if case.state is State.HELD and case.due_at is not None:
        wakes = phrases.when(turn.language, case.due_at, turn.unit.now, turn.setup)
        lines.append(turn.say("my-held", until=wakes))
    elif case.open:
        lines.append(turn.say("my-due", due=due))
    lines.append(Safe(""))
    standing = await casework.standing_of(turn.unit, turn.person, case)
    lines += await story(turn, case, TOLD, _readable(turn, case, standing))
    if (
        case.merged_into is not None
        and (kept := await turn.unit.cases.get(case.merged_into)) is not None
    ):
        lines.append(turn.say("my-merged", number=kept.number))
    buttons = filer_buttons(turn, case, standing)
    turn.reply(Safe("\n".join(lines)), buttons, case_id=case.id)


def _readable(turn: Turn, case: Case, standing: Standing) -> tuple[Act, ...]:
    """The acts whose words this person may read."""
    if case.filer_id == turn.person.id:
        return PUBLIC_WORDS
    path = turn.unit.directory.reach(case)
    if reads(turn.person, case, path, Aspect.WORDS, standing):
        return STAFF_WORDS
    heard = reads(turn.person, case, path, Aspect.OUTCOME, standing)
    return OUTCOME_WORDS if heard else ()


async def story(
    turn: Turn,
    case: Case,
    told: tuple[Act, ...],
    quoted: tuple[Act, ...],
    most: int = 15,
) -> list[Safe]:
    """The history in plain words, a line an event; long ones show their newest part."""
    history = [line for line in await turn.unit.history.of(case.id) if line.act in told]
    names = await turn.unit.people.named(
        {line.actor_id for line in history if line.actor_id}
    )
    lines = [
        _told(turn, case, line, names, line.act in quoted) for line in history[-most:]
    ]
    return (
        [turn.say("story-earlier", count=len(history) - most), *lines]
        if len(history) > most
        else lines
    )


def _told(
    turn: Turn, case: Case, line: Line, names: dict[int, str], quoted: bool
) -> Safe:
    who = names.get(line.actor_id or 0, "")
    if (
        (line.act is Act.FILE and case.parent_id is None)
        or line.act in FILER_ACTS
        or line.act is Act.JOIN
    ):
        # Whoever reports is never named, not even after they withdrew or left; staff who filed it
        # work as themselves.
        first = line.act is Act.FILE or line.actor_id == case.filer_id
        who = turn.label(
            "who-you"
            if line.actor_id == turn.person.id
            else "who-filer"
            if first
            else "who-follower"
        )
    what = turn.say(
        f"story-{line.act.value.replace('_', '-')}", name=who or turn.label("who-desk")
    )
    text = turn.say(
        "story-line",
        at=phrases.when(turn.language, line.at, turn.unit.now, turn.setup),
        what=what,
    )
    if quoted and line.words:
        text = Safe(f"{text}\n   “{escape(phrases.cut(line.words, 200), quote=False)}”")
    return text


def filer_buttons(
    turn: Turn, case: Case, standing: Standing = Standing.NONE
) -> list[list[Choice]]:
    """What who waits for the case can do with it; who said "me too" decides nothing."""
    if standing is Standing.FOLLOWER and case.filer_id != turn.person.id:
        return _below(turn, case, "add", "leave") if case.open else []
    if case.state is State.RESOLVED:
        return [list(row) for row in notices.feedback_buttons(turn.language, case)]
    if case.open:
        last = "withdraw" if case.filer_id == turn.person.id else "leave"
        return _below(turn, case, "add", last)
    if case.state is State.CLOSED:
        return [[turn.choice("button-not-solved", f"c:{case.id}:reopen")]]
    return []


def _below(turn: Turn, case: Case, *names: str) -> list[list[Choice]]:
    row = [turn.choice(f"button-{name}", f"c:{case.id}:{name}") for name in names]
    return [row]


async def withdraw(turn: Turn, case: Case, value: str) -> None:
    """Asks once, since a cold thumb slips. Where others wait too, the case goes on for them."""
    actor = casework.actor_of(turn)
    await casework.allow(turn.unit, actor, case, Act.WITHDRAW)
    turn.toast()
    others = bool(case.joined and case.open and await turn.unit.followers.of(case.id))
    if value != "yes":
        sure = turn.choice("button-withdraw-sure", f"c:{case.id}:withdraw:yes")
        keep = turn.choice("button-keep", f"c:{case.id}:open")
        key = "withdraw-sure-others" if others else "withdraw-sure"
        return turn.reply(turn.say(key, number=case.number), [[sure, keep]], edit=True)
    if others:
        note = turn.label("withdrawn-note")
        await casework.perform(
            turn.unit,
            turn.setup,
            actor,
            case,
            Act.ADD,
            note,
            filer_id=None,
            quietly=True,
        )
        return turn.reply(
            turn.say("done-withdraw-others", number=case.number), edit=True
        )
    case = await casework.perform(turn.unit, turn.setup, actor, case, Act.WITHDRAW)
    await parts.go_with(turn.unit, turn.setup, case)
    turn.reply(
        turn.say("done-withdraw", number=case.number), edit=True, case_id=case.id
    )


async def leave(turn: Turn, case: Case, value: str) -> None:
    """Who joined need not wait any more; the case goes on."""
    if not await casework.standing_of(turn.unit, turn.person, case):
        raise Refused("refuse-old-button")
    note, actor = turn.label("left-note"), casework.actor_of(turn)
    await casework.perform(
        turn.unit,
        turn.setup,
        actor,
        case,
        Act.ADD,
        note,
        joined=case.joined - 1,
        quietly=True,
    )
    await turn.unit.followers.drop(case.id, person_id=turn.person.id)
    turn.toast()
    turn.reply(turn.say("done-withdraw-others", number=case.number), edit=True)


async def confirm(turn: Turn, case: Case, value: str) -> None:
    """已解决: thanks, and five stars for those who like; nobody has to."""
    again = case.state is State.CLOSED  # somebody else who waited has said it first
    await casework.perform(
        turn.unit, turn.setup, casework.actor_of(turn), case, Act.CONFIRM, quietly=again
    )
    turn.toast("toast-thanks")
    stars = [
        [Choice("⭐" * n, f"c:{case.id}:rate:{n}") for n in row]
        for row in ((5, 4), (3, 2, 1))
    ]
    if case.kind is Kind.HAZARD and case.filer_id == turn.person.id:
        stars.append([turn.choice("button-ask-later", f"c:{case.id}:again")])
    turn.reply(turn.say("done-confirm", number=case.number), stars, case_id=case.id)


async def rate(turn: Turn, case: Case, value: str) -> None:
    if value not in ("1", "2", "3", "4", "5"):
        return turn.toast("refuse-old-button")
    await casework.perform(
        turn.unit,
        turn.setup,
        casework.actor_of(turn),
        case,
        Act.RATE,
        rating=int(value),
    )
    turn.toast("toast-thanks")
    turn.reply(
        turn.say("done-rate", number=case.number, stars="⭐" * int(value)),
        edit=True,
        case_id=case.id,
    )


async def ask_again_later(turn: Turn, case: Case, value: str) -> None:
    """In four weeks one question, for those who said yes to it (FixMyStreet's)."""
    if case.filer_id != turn.person.id or case.state is not State.CLOSED:
        raise Refused("refuse-old-button")
    turn.unit.timers.set("follow_up", case.id, turn.unit.now + FOLLOW_UP)
    turn.toast("toast-ask-later")


async def still_fine(turn: Turn, case: Case, value: str) -> None:
    """The answer to that question; "not any more" is the button that reopens."""
    if case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    actor = casework.actor_of(turn)
    await casework.perform(
        turn.unit,
        turn.setup,
        actor,
        case,
        Act.ADD,
        turn.label("still-fine-note"),
        quietly=True,
    )
    turn.toast("toast-thanks")
    turn.reply(
        turn.say("done-still-fine", number=case.number), edit=True, case_id=case.id
    )
