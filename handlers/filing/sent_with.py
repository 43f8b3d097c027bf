"""确实积水 交, "文昌阁, send it": the last words of a report, and then that it is to be sent."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice
from domain.reading.model import Intent
from handlers.dialog import conversation, ending, filling, into_draft
from handlers.dialog.alone import alone
from handlers.dialog.consent import sends_it
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import SIGN
from handlers.filing.draft import REST, meant, needs
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE, heard
from handlers.filing.said_instead import corrects
from handlers.filing.several import matters
from handlers.texts.asking import questioned

SHORTEST = 2
"""Letters: what is less says nothing (ours)."""


async def sent(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether it was that: the words are in it, and it is sent where nothing is missing."""
    whole, rest = turn.event, _before_the_last(turn.event.text)
    if not alone(turn) or draft.asking not in ("", "place", REST) or not rest:
        return False
    turn.event = replace(whole, text=rest)
    if not _of_it(turn, draft):
        another = heard(turn).intent is Intent.REPORT
        turn.event = turn.event if another else whole
        return False
    draft = replace(draft, asking="" if draft.asking == REST else draft.asking)
    await _kept(turn, filling.take(FILING, draft, FILING.heard(turn, draft), []))
    return True


async def answered(turn: Turn, draft: Draft, choice: Choice) -> None:
    """Presses what was answered in words: 对, "yes, send it". With the last the report is sent
    where nothing else is missing.
    """
    last = re.split(SIGN, turn.event.text.strip())[-1]
    if not sends_it(last):
        return await into_draft.on_press(turn, FILING, draft, choice)
    changed = await into_draft.pressed(turn, FILING, draft, choice)
    if changed is not None:
        await _kept(turn, changed)


async def _kept(turn: Turn, draft: Draft) -> None:
    kept = await conversation.keep(turn, FILING, draft)
    if kept is not None and (kept.asking or needs(kept)):
        conversation.show(turn, FILING, kept)
    elif kept is not None:
        await ending.finish(turn, FILING, kept)


def _before_the_last(
    text: str,
) -> str:
    """What stands before the words that send it; '' where these stand alone, or something that
    only hesitates does.
    """
    said = text.strip()
    *before, last = re.split(SIGN, said)
    rest = said[: len(said) - len(last)].strip(" ,，。.!！;；、\n")
    if not before or not sends_it(last) or sends_it(said) or questioned(rest):
        return ""
    return rest if sum(map(str.isalnum, rest)) >= SHORTEST else ""


def _of_it(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether these words may be of this report: no talk, no correction and no other matter."""
    reading, said = heard(turn), turn.event.text
    if reading.said or reading.danger or corrects(said):
        return False
    other = reading.intent is Intent.REPORT and reading.sure >= SURE
    if other and reading.category not in (meant(draft).code, *meant(draft).likely):
        return False
    return len(matters(turn, said)) == 1
