"""Talk while a filing is open: answered, and then its question is shown again."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.values.number import number_within
from handlers.actions.asking import named_within
from handlers.actions.emergencies.belonging import confides
from handlers.actions.own.talk import lately
from handlers.actions.viewing import named_case
from handlers.casework.awaited import open_of
from handlers.contents import INTENTS
from handlers.dialog import conversation, given_up
from handlers.dialog.alone import alone
from handlers.dialog.consent import only_cancels
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing import all_right
from handlers.filing.details import HOW_FAR
from handlers.filing.draft import meant, needs
from handlers.filing.form import FILING, PAGES
from handlers.filing.taken_down import take_down
from handlers.texts.words import anywhere


def talks(turn: Turn, reading: Reading) -> bool:
    """Whether these words ask or tell something that is no matter and no place."""
    talk = reading.intent in INTENTS and reading.intent is not Intent.PLACE_ONLY
    return talk and alone(turn)


async def summary_again(turn: Turn, draft: Draft) -> None:
    """Back from a change to what would be sent."""
    draft = replace(draft, asking="")
    await conversation.proceed(turn, FILING, draft)


def unsent(turn: Turn, draft: Draft) -> None:
    first = "unsent-missing" if needs(draft) else "unsent"
    conversation.show(turn, FILING, draft, first=turn.say(first))


async def answer_talk(turn: Turn, draft: Draft, reading: Reading) -> None:
    """Answers it, and shows the filing again where it stays open."""
    if number_within(turn.event.text) is not None:
        return await of_a_case(turn, draft, reading)
    if reading.intent is Intent.CANCEL or only_cancels(turn.event.text):
        return await _cancelled(turn, draft, reading)
    if reading.intent is Intent.CONFIRM:
        return unsent(turn, draft)
    if reading.intent is Intent.CHAT and not reading.said:
        place = needs(draft) == "place"
        first = turn.say("not-a-place" if place else "not-an-answer")
        return conversation.show(turn, FILING, draft, first=first)
    if reading.intent in HOW_FAR:
        await how_far(turn, reading)
        return unsent(turn, draft)
    if reading.intent is Intent.REOPEN and not await _has_any(turn):
        if draft.asking == "rest":  # 还是报一下吧, of this one
            return await summary_again(turn, draft)
        return await _as_it_is(turn, draft, reading)
    guessed = reading.intent is Intent.HOW_TO and not reading.said  # 凭啥
    if guessed or reading.intent is Intent.CHAT:  # no menu comes into the middle of it
        return unsent(turn, draft)
    await INTENTS[reading.intent](turn, reading)
    if reading.intent is not Intent.HUMAN:  # what is said now goes to somebody
        conversation.show(turn, FILING, draft)


async def _as_it_is(turn: Turn, draft: Draft, reading: Reading) -> None:
    """没盖好, 还是黑的: of who has no other case it is how this one is; 还是报吧 and 不是一件事 are
    talk.
    """
    said = turn.event.text.strip().lower()
    after_all = anywhere("words-after-all").search(said)
    tells = reading.said or anywhere("words-state-not").match(said)
    if after_all or not tells or not words(draft):
        return unsent(turn, draft)
    await take_down(turn, draft)


async def how_far(turn: Turn, reading: Reading) -> None:
    """How far one's own open cases are, where there are some."""
    if await open_of(turn.unit, turn.person.id, 1):
        await INTENTS[reading.intent](turn, reading)


async def _has_any(turn: Turn) -> bool:
    """Whether a case of theirs may be meant that is open, or was answered not long ago."""
    if await open_of(turn.unit, turn.person.id, 1):
        return True
    return (
        await lately(turn, (State.RESOLVED, State.CLOSED, State.REJECTED)) is not None
    )


async def names_another(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether a report beside this one names an own open case by its number."""
    number = number_within(turn.event.text)
    if number is None or not alone(turn) or talks(turn, reading) or not words(draft):
        return False
    case = await turn.unit.cases.by_number(number)
    if case is None or not case.open or case.filer_id != turn.person.id:
        return False
    return not confides(case, reading)


async def of_a_case(turn: Turn, draft: Draft, reading: Reading) -> None:
    case = await named_within.named(turn, reading)
    if case is not None:
        await named_case.one(turn, case)
    conversation.show(turn, FILING, draft)


async def _cancelled(turn: Turn, draft: Draft, reading: Reading) -> None:
    """Drops the draft for a bare "never mind" only; while it is being changed that stays as it
    was.
    """
    if all_right.is_over(turn, draft, reading):
        return await answer_no(turn, draft)
    if all_right.says_why(turn, draft):
        return all_right.ask(turn, draft, "cancel-unsent")
    case = await named_within.named(turn, reading)
    if case is None or meant(draft).code == reading.category:
        return await change(turn, draft)
    await named_case.one(turn, case)
    conversation.show(turn, FILING, draft)


async def answer_no(turn: Turn, draft: Draft) -> None:
    """Nothing is wanted any more of what was asked."""
    if draft.asking not in ("", *PAGES) and not needs(draft):
        return await summary_again(turn, draft)
    await given_up.cancel(turn, replace(draft, asking=""))


async def change(turn: Turn, draft: Draft) -> None:
    """Asks what to change."""
    draft = replace(draft, asking="rest")
    await conversation.proceed(turn, FILING, draft)
