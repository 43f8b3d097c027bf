"""不是路灯，是井盖没了: said right after a report was filed, it says what that report is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.privacy import STRICTNESS
from domain.reading.model import Intent, Reading
from handlers.actions.words import word_on_case
from handlers.casework.complaints import complained_of
from handlers.casework.happened import NOTHING
from handlers.casework.perform import perform
from handlers.dialog.fields import A_MATTER
from handlers.dialog.scene import CLOCK
from handlers.dialog.turn import Turn
from handlers.filing.correcting import Correction, corrects
from handlers.filing.hearing import HASTE, SURE, read_text

LATELY = timedelta(minutes=10)
"""So long such words are for what was filed last (ours)."""


async def corrected(
    turn: Turn,
) -> bool:
    """Whether these words say what the report of just before is about instead: its people read
    them, and its category and urgency follow. A press makes a matter of their own of them.
    """
    found = corrects(turn.event.text.strip())
    newest = await turn.unit.cases.open_of(turn.person.id, 1) if found else []
    if not found or not newest or not _lately(turn, newest[0]):
        return False
    told = read_text(turn, found.said)
    if not _tells(found, told):
        return False
    if await word_on_case(turn, newest[0].id, matter=True):
        await _follow(turn, newest[0].id, found.said, told)
    return True


async def edited(
    turn: Turn,
    words: str,
) -> None:
    """What was filed just before follows the words that were changed in it."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    case = await turn.unit.cases.get(sent.case_id) if sent and sent.case_id else None
    if case is None or case.filer_id != turn.person.id or not _lately(turn, case):
        return
    found = corrects(words)
    said = found.said if found else words.strip()
    told = read_text(turn, said)
    if told.intent is Intent.REPORT and told.report >= A_MATTER:
        await _follow(turn, case.id, said, told)


def _lately(
    turn: Turn,
    case: Case,
) -> bool:
    return case.open and turn.unit.now - case.filed_at <= LATELY


def _tells(
    found: Correction,
    told: Reading,
) -> bool:
    """Whether a matter is named; behind a word for wrong a guess will do."""
    if told.intent is not Intent.REPORT:
        return False
    return found.plain or told.report >= A_MATTER


async def _follow(
    turn: Turn,
    case_id: int,
    said: str,
    told: Reading,
) -> None:
    """What is clear of the new words counts, and they stand before the first ones; urgency and
    privacy are never lowered by a guess.
    """
    case = await turn.unit.cases.get(case_id)
    if case is None or told.category not in turn.setup.catalogue:
        return
    directory, me = turn.unit.directory, turn.person.id
    if complained_of(directory, case.area, said, me):
        return  # it stands in no open case's words
    category, changes = turn.setup.catalogue[told.category], dict[str, Any]()
    if category.kind is case.kind and told.sure >= SURE:
        changes["category"] = category.code
    hastes = (case.urgency, told.urgency, category.urgency)
    changes["urgency"] = max(hastes, key=HASTE.index)
    changes["words"] = turn.label("corrected-words", now=said, before=case.words)
    changes["privacy"] = max(case.privacy, told.privacy, key=STRICTNESS.index)
    if replace(case, **changes) != case:
        clock = replace(turn.scene, actor=CLOCK)
        await perform(
            clock,
            case,
            Act.RECLASSIFY,
            NOTHING,
            changes,
        )
