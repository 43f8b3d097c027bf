"""How far one's own open cases are: asked, complained of, hurried, taken back."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Intent, Reading
from handlers.actions.feedback.leaving import withdraw
from handlers.actions.of_carer import by_carer
from handlers.actions.on_case import relays
from handlers.actions.viewing.case_lines import (
    WORDS,
    hurries,
    keeps,
    line,
    opens,
    withdraws,
)
from handlers.casework.awaited import open_of
from handlers.casework.letters.sending import say_to
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe

MOST_LISTED = 5
A_DAY = timedelta(days=1)
TELLS = 6  # letters: from here on it may be more than a question


async def status(
    turn: Turn,
    reading: Reading,
) -> None:
    """The open cases that are waited for, as they stand and when they are due; of one's own each
    with a press to hurry.
    """
    cases = await open_of(turn.unit, turn.person.id, MOST_LISTED)
    sorry = reading.intent is Intent.COMPLAINT_UNANSWERED
    if not cases:
        if sorry:
            return await relays.offer(turn)
        return turn.reply(turn.say("status-none"))
    lines = [turn.say("status-sorry" if sorry else "status-title")]
    lines += [await line(turn, case) for case in cases]
    said = turn.event.text.strip()
    told = len(said) >= TELLS or reading.intent is Intent.REOPEN
    if told:  # more than a question: it may be news of one of them
        await mark(turn, WORDS, {"text": said})
    rows = []
    for case in cases:
        mine = case.filer_id == turn.person.id
        rows.append([opens(case), hurries(turn, case)] if mine else [opens(case)])
        rows += [[keeps(turn, case)]] if told else []
    another = reading.category not in ("", *(case.category for case in cases))
    if told and another:
        rows.append([turn.choice("button-as-new", f"c:{cases[0].id}:as_new")])
    turn.reply(Safe("\n".join(lines)), rows)


async def to_withdraw(
    turn: Turn,
    cases: list[Case],
) -> None:
    """The own open cases, each with a press to take it back; of a single one it is asked, also of
    the only one that whom they name has.
    """
    cases = by_carer(turn, cases)
    if len(cases) == 1:
        return await withdraw(turn, cases[0], "")
    lines = [turn.say("cancel-which")]
    lines += [await line(turn, case) for case in cases]
    rows = [[opens(case), withdraws(turn, case)] for case in cases]
    turn.reply(Safe("\n".join(lines)), rows)


async def hurry(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """催一催: whoever looks after it hears it, once a day, and its history says so. It is no news:
    whoever asks after what lies still is not put off by it.
    """
    if case.filer_id != turn.person.id or not case.open:
        raise Refused("refuse-old-button")
    name = f"hurry:{case.id}"
    if await marked(turn, name, A_DAY):
        return turn.toast("toast-hurried-already")
    await mark(turn, name)
    words, scene = turn.label("hurry-kept"), turn.scene
    turn.unit.history.add(case, Act.ADD, scene.actor.id, scene.actor.channel, words)
    await say_to(scene, case.assignee_id, case, "notice-hurry")
    turn.toast("toast-hurried")
