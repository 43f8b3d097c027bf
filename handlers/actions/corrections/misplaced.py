"""地方错了，是春风小区: said after a report was filed, it puts that report where it belongs."""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.messages import Place
from domain.places.phrases import may_name, tells_where, unhedged
from domain.places.renumbered import put_right, renumbered
from domain.reading.model import Intent
from domain.values.text import letters
from handlers.actions.corrections.new_place import KIND, move, spot_meant
from handlers.actions.emergencies import emergencies
from handlers.actions.emergencies.belonging import elsewhere, moved_to
from handlers.actions.on_case.words import AS_BEFORE
from handlers.casework import whereabouts
from handlers.casework.happened import Given
from handlers.casework.permission import case_for
from handlers.dialog import questions
from handlers.dialog.fields import A_MATTER, SHORT_PLACE
from handlers.dialog.filed_last import filed_last
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard, read_text
from handlers.filing.judging import MATTERS
from handlers.filing.said_instead import (
    Correction,
    apologised,
    corrects,
    is_figure,
    misplaces,
    put_so,
    slipped,
    wants_place,
)
from handlers.filing.where.spots import road_by_name
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere

LATELY = timedelta(hours=2)
"""So long such words are for what was filed last (ours)."""


async def corrected(turn: Turn) -> bool:
    """Whether these words say that the place of the newest open report is another one."""
    said = turn.event.text.strip()
    where, found = misplaces(said), corrects(said)
    if where is None and wants_place(said):
        where = ""
    if not (found or where) and (slip := slipped(said) or _only_a_place(turn, said)):
        found = Correction(slip, False)
    told = where is not None or found is not None
    case = await newest(turn) if told else None
    if case is not None and where is None and found is not None:
        where = _placed_instead(turn, found, case)
    if where is None or case is None:
        return False
    if where and questioned(said) and spot_meant(turn, where, None) is None:
        return False  # 位置写错了没有 names none
    if where:
        await move(turn, case, where, None)
    else:
        await _ask(turn, case)
    return True


async def told_where(turn: Turn, case: Case, said: str) -> bool:
    """Whether these words, after it was asked what is wrong with it, name its place."""
    found = corrects(said) or Correction(put_so(said), True)
    where = misplaces(said) or _placed_instead(turn, found, case)
    if where:
        await move(turn, case, where, None)
    return bool(where)


def _only_a_place(turn: Turn, said: str) -> str:
    """The place for which somebody is sorry, and says nothing else; '' for none."""
    rest = apologised(said)
    only = rest and read_text(turn, rest).intent is Intent.PLACE_ONLY
    return rest if only else ""


async def edited(
    turn: Turn,
    words: str,
) -> bool:
    """Whether the words of a case of one's own now name another place: it is there, then."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    number = sent.case_id if sent and sent.shape not in AS_BEFORE else None
    case = await turn.unit.cases.get(number) if number is not None else None
    if case is None or case.filer_id != turn.person.id or not case.open:
        return False
    spot = whereabouts.spotted(turn.scene, None, words, turn.person)
    if spot is None or not case.place_words or not elsewhere(case, spot):
        return False
    said = turn.label("edited-word", words=words.strip())
    running = await emergencies.running(turn)
    if running is None or running.id != case.id:
        await move(turn, case, words, None, said)
        return True
    await emergencies.added(turn, case, Given(said), moved_to(case, spot))
    return True


def _placed_instead(
    turn: Turn,
    found: Correction,
    case: Case,
) -> str | None:
    """The place that it is instead: a known one, or what takes that of the place which is denied.
    Where what is denied was said of something else, it is no place: 不是五号桩，是三号.
    """
    said, denied = found.said, found.denied
    if not denied and tells_where(unhedged(said)):
        return said
    if read_text(turn, said).report >= A_MATTER:
        return None
    where = case.place_words
    if denied:
        right = put_right(where, denied, said)
    else:
        right = renumbered(where, said, found.plain and is_figure(said))
    if right:
        return right
    told = bool(denied) and denied in case.words
    if told:
        named = read_text(turn, case.words).places
        return said if any(denied in place for place in named) else None
    known = not is_figure(said) and spot_meant(turn, said, None)
    return said if known or road_by_name(turn, said) else None


async def newest(turn: Turn) -> Case | None:
    """What was filed last, if it is open and that was not long ago."""
    return await filed_last(turn, LATELY)


async def _ask(
    turn: Turn,
    case: Case,
) -> None:
    await questions.ask(turn, KIND, {"case": case.id})
    turn.reply(turn.say("misplaced-where", number=case.number), case_id=case.id)


# --- the question ---


async def _fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    talk = heard(turn).intent in MATTERS or heard(turn).said
    talk = talk or anywhere("words-add-photo").search(said.lower()) is not None
    known = spot_meant(turn, said, None) is not None
    name = letters(said) <= SHORT_PLACE and may_name(said) and not talk
    return FULL if known or name else Fit(0.0)


async def _answer(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    await move(turn, await case_for(turn, about["case"]), said, None)


async def _pinned(
    turn: Turn,
    about: About,
    place: Place,
) -> None:
    case = await case_for(turn, about["case"])
    await move(turn, case, turn.event.called, place)


QUESTIONS = {KIND: Question(_fits, _answer, placed=_pinned)}
