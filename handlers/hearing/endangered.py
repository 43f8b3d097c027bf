"""Danger: whatever is open, it goes first, and nothing else is asked."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.draft import Draft
from domain.present import present
from domain.privacy import Privacy
from domain.reading.engine import CRY
from domain.reading.model import Intent, Reading
from handlers.actions.corrections import befell, faint_beside
from handlers.actions.emergencies import (
    emergencies,
    of_its_kind,
    which_over,
    who_comes,
)
from handlers.actions.emergencies.calming import is_over
from handlers.actions.on_case import confiding
from handlers.actions.on_case.confiding import BESIDE
from handlers.dialog.alone import alone
from handlers.dialog.consent import sends_it
from handlers.dialog.fits import waits
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.confided import parted
from handlers.filing.draft import meant, needs
from handlers.filing.emergency import alarm
from handlers.filing.hearing import heard
from handlers.filing.judging import MATTERS
from handlers.filing.read_over import read_with
from handlers.hearing import emergency_since, help_is_there, meanwhile
from handlers.hearing.just_before import (
    HURT,
    JUST_BEFORE,
    going_on,
    with_before,
)
from handlers.hearing.no_alarm import names_category, only_mentions, tells_end
from handlers.hearing.own import caused, threatened
from handlers.texts.asking import questioned

WHERE = ("address", "building", "access", "fire")
"""Categories that a floor alone is guessed to be."""


async def danger(
    turn: Turn,
    reading: Reading,
    drafts: list[Draft],
) -> bool:
    """Whether somebody may be in danger: then nothing else is asked. Staff who write an answer
    about a fire, or name a category to see its cases, know the numbers.
    """
    mentions = bool(drafts) and await only_mentions(turn, reading, drafts[-1])
    known = mentions or names_category(turn) or await tells_end(turn, reading)
    if turn.person.staff and known:
        return False
    filings = [draft for draft in drafts if draft.name == filing.FILING.name]
    if await emergency_since.came_round(turn):
        return True
    if reading.danger is None:
        detail = bool(filings) and await _detail(turn, reading, filings[-1])
        return detail or await _danger_together(turn, reading, filings)
    if await threatened.in_danger(turn, reading) or await caused.told(turn, filings):
        return True
    if await befell.only_sounds_so(turn, reading, filings):
        return True
    if await faint_beside.told(turn, reading, filings):
        return True
    if filings and threatened.only_hurries(turn, filings[-1]):
        return True
    told = parted(turn, reading)
    if told is None:
        return await _alarmed(turn, reading, filings)
    whole, (rest, private) = turn.event, told
    turn.event = replace(whole, text=rest, message_id="")
    await _alarmed(turn, heard(turn), filings)
    case = await emergencies.running(turn)
    if case is not None:
        # an edit brings all the words, so it is for the confidential ones
        turn.event = replace(whole, text=private, media=(), place=None)
        await confiding.begin(turn, case)
    return True


async def _alarmed(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> bool:
    """To the emergency that runs, or one of its own."""
    case = await emergencies.running(turn)
    if case is not None and _over(turn, case, reading):
        return await which_over.calms(turn, case, reading)
    if case is not None and who_comes.only_asked(turn):
        await who_comes.answer(turn, case)
        return True
    if case is not None and await emergencies.hear(turn, case, reading):
        return True
    if case is None and await help_is_there.told(turn, reading, filings):
        return True
    if case is None and await help_is_there.of_report(turn, filings):
        return True
    said = turn.event.text
    if not filings and present(reading.danger, "only danger comes here").topic == CRY:
        await with_before(turn)
    await alarm(turn, reading, going_on(turn, reading, filings))
    await meanwhile.beside(turn, said)
    return True


def _over(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it only sounds like a danger, and tells that this one has passed."""
    if is_over(turn):
        return True
    return alone(turn) and of_its_kind.ended(case, reading, turn.event.text)


async def _detail(
    turn: Turn,
    reading: Reading,
    draft: Draft,
) -> bool:
    """Whether this belongs to the emergency though a report was begun since: 楼里还有人, or the
    place of which nobody there knows yet.
    """
    case = await emergencies.running(turn)
    unplaced = case is not None and case.place is None and turn.event.place
    if case is not None and unplaced and draft.about.get(BESIDE) == case.id:
        return await emergencies.hear(turn, case, reading)
    if case and emergency_since.places(turn, case, reading, draft):
        return await emergencies.hear(turn, case, reading)
    if case is None or not alone(turn):
        return False
    if await emergency_since.beside(turn, case, draft):
        return True
    if reading.privacy is not Privacy.OPEN:
        return False
    if not (_tells_more(reading, case, draft) or _tells_where(reading, case, draft)):
        return False
    return await emergencies.hear(turn, case, reading)


def _tells_more(
    reading: Reading,
    case: Case,
    draft: Draft,
) -> bool:
    """Whether it is a matter of the emergency, and of another kind than the report."""
    of_it = reading.category in (case.category, *HURT)
    another = meant(draft).code != reading.category
    return reading.intent in MATTERS and of_it and another


def _tells_where(
    reading: Reading,
    case: Case,
    draft: Draft,
) -> bool:
    """Whether it tells a floor or a door, and the report beside the emergency asks for none."""
    asks = draft.asking or needs(draft)
    beside = draft.about.get(BESIDE) == case.id and not asks
    guessed = not {*reading.likely[:1]}.isdisjoint(WHERE)
    where = reading.intent is Intent.PLACE_ONLY or guessed
    return beside and where and reading.intent not in MATTERS and not reading.said


async def _danger_together(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> bool:
    """Whether words that say nothing by themselves say it with what was written just before."""
    named = reading.intent in MATTERS or reading.said or reading.places
    said = turn.event.text
    if not filings or named or questioned(said) or waits(said) or sends_it(said):
        return False
    both = read_with(turn, filings[-1])
    if both.danger is None or turn.unit.now - filings[-1].touched_at > JUST_BEFORE:
        return False
    await alarm(turn, both, filings[-1])
    return True
