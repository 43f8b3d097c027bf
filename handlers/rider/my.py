"""One's own cases: the list, one of them in plain words, and what its filer can do with it."""

from __future__ import annotations

from html import escape

from domain.case import Act, Case, State
from domain.messages import Choice
from handlers import casework, notices, phrases
from handlers.texts import Safe
from handlers.turn import Turn
from storage.history import Line

SHOWN = 10
TOLD = (
    Act.FILE, Act.ASSIGN, Act.ACCEPT, Act.HAND_ON, Act.RETURN, Act.ASK, Act.ANSWER, Act.ADD, Act.RESOLVE, Act.CONFIRM,
    Act.REOPEN, Act.CLOSE, Act.REJECT, Act.WITHDRAW, Act.ESCALATE,
)  # fmt: skip
PUBLIC_WORDS = (Act.ASK, Act.ANSWER, Act.ADD, Act.RESOLVE, Act.REOPEN, Act.REJECT)


async def my(turn: Turn, words: str) -> None:
    """/my: the newest cases as they stand now; one press opens one."""
    cases = await turn.unit.cases.filed_by(turn.person.id, SHOWN)
    if not cases:
        return turn.reply(turn.say("my-none"))
    lines = [turn.say("my-title")]
    for case in cases:
        lines.append(_line(turn, case))
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in cases]
    turn.reply(Safe("\n".join(lines)), [buttons[i : i + 2] for i in range(0, len(buttons), 2)])


def _line(turn: Turn, case: Case) -> Safe:
    return turn.say(
        "my-line", number=case.number, state=phrases.state(turn.language, case), what=phrases.cut(case.words, 24),
        category=phrases.category(turn.language, case.category),
    )  # fmt: skip


async def open_mine(turn: Turn, case: Case) -> None:
    """The case with its story, for its filer."""
    lines = [phrases.title(turn.language, case)]
    if case.words:
        lines.append(Safe(escape(phrases.cut(case.words, 300), quote=False)))
    name = await phrases.carer(turn.unit, turn.language, case)
    lines.append(turn.say("my-now", state=phrases.state(turn.language, case), name=name))
    due = phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup)
    if case.open:
        lines.append(turn.say("my-due", due=due))
    lines.append(Safe(""))
    lines += await story(turn, case, TOLD, PUBLIC_WORDS)
    turn.reply(Safe("\n".join(lines)), filer_buttons(turn, case), case_id=case.id)


async def story(turn: Turn, case: Case, told: tuple[Act, ...], quoted: tuple[Act, ...], most: int = 15) -> list[Safe]:
    """The history in plain words, a line an event; long ones show their newest part."""
    history = [line for line in await turn.unit.history.of(case.id) if line.act in told]
    names = await turn.unit.people.named({line.actor_id for line in history if line.actor_id})
    lines = [_told(turn, case, line, names, line.act in quoted) for line in history[-most:]]
    return [turn.say("story-earlier", count=len(history) - most), *lines] if len(history) > most else lines


def _told(turn: Turn, case: Case, line: Line, names: dict[int, str], quoted: bool) -> Safe:
    who = names.get(line.actor_id or 0, "")
    if line.actor_id == case.filer_id and line.actor_id is not None:
        who = turn.label("who-you") if line.actor_id == turn.person.id else turn.label("who-filer")
    what = turn.say(f"story-{line.act.value.replace('_', '-')}", name=who or turn.label("who-desk"))
    text = turn.say("story-line", at=phrases.when(turn.language, line.at, turn.unit.now, turn.setup), what=what)
    if quoted and line.words:
        text = Safe(f"{text}\n   “{escape(phrases.cut(line.words, 200), quote=False)}”")
    return text


def filer_buttons(turn: Turn, case: Case) -> list[list[Choice]]:
    if case.state is State.RESOLVED:
        return [list(row) for row in notices.feedback_buttons(turn.language, case)]
    if case.open:
        add, withdraw = (turn.choice(f"button-{what}", f"c:{case.id}:{what}") for what in ("add", "withdraw"))
        return [[add, withdraw]]
    if case.state is State.CLOSED:
        return [[turn.choice("button-not-solved", f"c:{case.id}:reopen")]]
    return []


async def withdraw(turn: Turn, case: Case, value: str) -> None:
    """Asks once, since a cold thumb slips."""
    casework.allow(turn.unit, casework.actor_of(turn), case, Act.WITHDRAW)
    turn.toast()
    if value != "yes":
        sure = turn.choice("button-withdraw-sure", f"c:{case.id}:withdraw:yes")
        keep = turn.choice("button-keep", f"c:{case.id}:open")
        return turn.reply(turn.say("withdraw-sure", number=case.number), [[sure, keep]], edit=True)
    await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, Act.WITHDRAW)
    turn.reply(turn.say("done-withdraw", number=case.number), edit=True, case_id=case.id)


async def confirm(turn: Turn, case: Case, value: str) -> None:
    """已解决: thanks, and five stars for those who like; nobody has to."""
    await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, Act.CONFIRM)
    turn.toast("toast-thanks")
    stars = [[Choice("⭐" * n, f"c:{case.id}:rate:{n}") for n in row] for row in ((5, 4), (3, 2, 1))]
    turn.reply(turn.say("done-confirm", number=case.number), stars, case_id=case.id)


async def rate(turn: Turn, case: Case, value: str) -> None:
    if value not in ("1", "2", "3", "4", "5"):
        return turn.toast("refuse-old-button")
    await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, Act.RATE, rating=int(value))
    turn.toast("toast-thanks")
    turn.reply(turn.say("done-rate", number=case.number, stars="⭐" * int(value)), edit=True, case_id=case.id)
