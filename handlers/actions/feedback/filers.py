"""What its filer says of a case that was answered: solved, so many stars, still fine later."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.messages import Choice
from domain.states import State
from domain.values.stars import show_stars
from handlers.actions.feedback import still_open
from handlers.casework.happened import NOTHING, TOLD_NOBODY, Given
from handlers.casework.notices.tails import with_tails
from handlers.casework.perform import perform
from handlers.dialog import questions
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe

FOLLOW_UP = timedelta(weeks=4)  # FixMyStreet
A_DAY = timedelta(days=1)
STARS = ((1, 2, 3), (4, 5))
"""In this order the number that is typed for a choice is that of its stars."""
RATED = "rated"
"""The mark of what was rated: a word more may be said of it."""
UNRATED = "unrated"
"""The same of what was closed, before any stars."""
STARRED = "starred"
"""The same of few stars, given before it was said whether it is solved: they count once it is."""
RATINGS = ("1", "2", "3", "4", "5")
NO_STARS = "-"
"""In place of stars: none are asked for."""


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
    value = value or await _given_before(turn, case)
    said = turn.say("done-confirmed", number=case.number)
    if value in RATINGS:
        said = Safe(f"{said}\n{await _rated(turn, case, value)}")
        rows = _ask_later(turn, case)
    elif value != NO_STARS and not await _another_waits(turn):
        said = turn.say("done-confirm", number=case.number)
        rows = [*_stars(case), *_ask_later(turn, case)]
        await questions.ask(turn, "stars", {"case": case.id})
        await mark(turn, UNRATED, {"case": case.id})
    # the question stands last, above its buttons
    text = Safe(f"{before}\n{said}") if before else said
    turn.reply(text, rows, case_id=case.id)


async def _given_before(turn: Turn, case: Case) -> str:
    kept = await marked(turn, STARRED, A_DAY)
    mine = kept is not None and kept.about["case"] == case.id
    return str(kept.about["stars"]) if kept and mine else ""


async def _another_waits(turn: Turn) -> bool:
    """Whether the next number is for that, and not for stars."""
    return turn.typed and bool(await still_open.waits(turn, turn.event.data))


def _stars(case: Case) -> list[list[Choice]]:
    return [
        [Choice("⭐" * count, f"c:{case.id}:rate:{count}") for count in row]
        for row in STARS
    ]


def ask_stars(turn: Turn, case: Case, key: str) -> None:
    rows = _stars(case)
    turn.reply(turn.say(key), rows, case_id=case.id)


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
    await mark(turn, RATED, {"case": case.id})
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
