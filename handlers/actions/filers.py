"""What its filer, and who waits with them, says of a case: withdraw, leave, solved, stars."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.messages import Choice
from domain.standing import Standing
from domain.states import State
from domain.values.stars import show_stars
from handlers.actions import still_open
from handlers.casework.happened import NOTHING, TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.casework.permission import refusal_for, standing_of
from handlers.casework.tails import with_tails
from handlers.dialog import questions
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe

FOLLOW_UP = timedelta(weeks=4)  # FixMyStreet
STARS = ((1, 2, 3), (4, 5))
"""In this order the number that is typed for a choice is that of its stars."""
RATINGS = ("1", "2", "3", "4", "5")
NO_STARS = "-"
"""In place of stars: none are asked for."""


async def withdraw(
    turn: Turn,
    case: Case,
    value: str,
    words: str = "",
) -> None:
    """Asks once, since a cold thumb slips. Where others wait too, the case goes on for them. The
    `words` say why, such as that it is all right again.
    """
    refused = await refusal_for(turn.scene, case, Act.WITHDRAW)
    if refused is not None:
        raise refused
    turn.toast()
    followers = turn.unit.followers
    others = bool(case.joined and case.open and await followers.of(case.id))
    if value != "yes":
        return await _ask(turn, case, others)
    if others:
        note = Given("\n".join(filter(None, (words, turn.label("withdrawn-note")))))
        gone = {"filer_id": None}
        await perform(turn.scene, case, Act.ADD, note, gone, TOLD_NOBODY)
        text = turn.say("done-withdraw-others", number=case.number)
        return turn.reply(text, edit=True)
    await perform(turn.scene, case, Act.WITHDRAW, Given(words))
    key = "done-over" if words else "done-withdraw"
    text = turn.say(key, number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


async def _ask(
    turn: Turn,
    case: Case,
    others: bool,
) -> None:
    """By two buttons; a typed yes or no is as good."""
    about = {"yes": f"{case.id}:withdraw:yes", "no": f"{case.id}:open"}
    await questions.ask(turn, "withdraw", about)
    sure = turn.choice("button-withdraw-sure", f"c:{case.id}:withdraw:yes")
    keep = turn.choice("button-keep", f"c:{case.id}:open")
    key = "withdraw-sure-others" if others else "withdraw-sure"
    turn.reply(turn.say(key, number=case.number), [[sure, keep]], edit=True)


async def leave(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """Who joined need not wait any more; the case goes on."""
    followers = turn.unit.followers
    if await standing_of(turn.unit, turn.person, case) is Standing.NONE:
        raise Refused("refuse-old-button")
    note = Given(turn.label("left-note"))
    fewer = {"joined": case.joined - 1}
    await perform(turn.scene, case, Act.ADD, note, fewer, TOLD_NOBODY)
    await followers.drop(case.id, person_id=turn.person.id)
    turn.toast()
    turn.reply(turn.say("done-withdraw-others", number=case.number), edit=True)


async def confirm(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """已解决: thanks, and five stars for those who like; nobody has to. `value` are stars that were
    said with it, or that none are asked for.
    """
    # somebody else who waited may have said it first
    hush = TOLD_NOBODY if case.state is State.CLOSED else frozenset[str]()
    done = await perform(turn.scene, case, Act.CONFIRM, hush=hush)
    turn.toast("toast-thanks")
    before = await with_tails(turn.scene, done, turn.person, Safe(""))
    rows: list[list[Choice]] = []
    said = turn.say("done-confirmed", number=case.number)
    if value in RATINGS:
        said = Safe(f"{said}\n{await _rated(turn, case, value)}")
        rows = _ask_later(turn, case)
    elif value != NO_STARS and not await _another_waits(turn):
        said = turn.say("done-confirm", number=case.number)
        rows = [*_stars(case), *_ask_later(turn, case)]
        await questions.ask(turn, "stars", {"case": case.id})
    # the question stands last, above its buttons
    text = Safe(f"{before}\n{said}") if before else said
    turn.reply(text, rows, case_id=case.id)


async def _another_waits(turn: Turn) -> bool:
    """Whether the next number is for that, and not for stars."""
    return turn.typed and bool(await still_open.waits(turn, turn.event.data))


def _stars(case: Case) -> list[list[Choice]]:
    return [
        [Choice("⭐" * count, f"c:{case.id}:rate:{count}") for count in row]
        for row in STARS
    ]


def _ask_later(
    turn: Turn,
    case: Case,
) -> list[list[Choice]]:
    if case.kind is not Kind.HAZARD or case.filer_id != turn.person.id:
        return []
    return [[turn.choice("button-ask-later", f"c:{case.id}:again")]]


async def rate(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    if value not in RATINGS:
        return turn.toast("refuse-old-button")
    text = await _rated(turn, case, value)
    turn.toast("toast-thanks")
    rows = _ask_later(turn, case)
    turn.reply(text, rows, edit=True, case_id=case.id)


async def _rated(
    turn: Turn,
    case: Case,
    value: str,
) -> Safe:
    await perform(turn.scene, case, Act.RATE, NOTHING, {"rating": int(value)})
    return turn.say("done-rate", number=case.number, stars=show_stars(int(value)))


async def ask_again_later(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """In four weeks one question, for those who said yes to it (FixMyStreet's)."""
    if case.filer_id != turn.person.id or case.state is not State.CLOSED:
        raise Refused("refuse-old-button")
    turn.unit.timers.set("follow_up", case.id, turn.unit.now + FOLLOW_UP)
    turn.toast("toast-ask-later")


async def still_fine(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """The answer to that question; "not any more" is the button that reopens."""
    if case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    note = Given(turn.label("still-fine-note"))
    await perform(turn.scene, case, Act.ADD, note, hush=TOLD_NOBODY)
    turn.toast("toast-thanks")
    text = turn.say("done-still-fine", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)
