"""地方错了，是春风小区: said after a report was filed, it puts that report where it belongs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Place
from handlers.actions import emergencies
from handlers.actions.belonging import elsewhere, moved_to
from handlers.actions.words import AS_BEFORE
from handlers.casework import moving, phrases, whereabouts
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.permission import case_for
from handlers.casework.sending import say_to
from handlers.casework.whereabouts import Spotted
from handlers.dialog import questions
from handlers.dialog.fields import A_MATTER, SHORT_PLACE
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing import called
from handlers.filing.correcting import Correction, corrects, is_figure, misplaces
from handlers.filing.hearing import heard, read_text
from handlers.filing.judging import MATTERS

KIND = "misplaced"
"""The question where it is instead."""

LATELY = timedelta(hours=2)
"""So long such words are for what was filed last (ours)."""


async def corrected(turn: Turn) -> bool:
    """Whether these words say that the place of the newest open report is another one."""
    said = turn.event.text.strip()
    where, found = misplaces(said), corrects(said)
    told = where is not None or found is not None
    case = await newest(turn) if told else None
    if case is not None and where is None and found is not None:
        where = _placed_instead(turn, found, case)
    if where is None or case is None:
        return False
    if where:
        await _move(turn, case, where, None)
    else:
        await _ask(turn, case)
    return True


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
        await _move(turn, case, words, None, said)
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
    if read_text(turn, said).report >= A_MATTER:
        return None
    if denied and denied in case.place_words:
        return case.place_words.replace(denied, said, 1)
    told = bool(denied) and denied in case.words
    if told:
        named = read_text(turn, case.words).places
        return said if any(denied in place for place in named) else None
    return said if not is_figure(said) and _spot(turn, said, None) else None


def _spot(
    turn: Turn,
    words: str,
    pin: Place | None,
) -> Spotted | None:
    """The place that is meant, also where it is not sure, if there is no other."""
    spot = whereabouts.spotted(turn.scene, pin, words, turn.person)
    likely = whereabouts.find(turn.scene, words, turn.person).likely
    return spot or (whereabouts.spot_of(likely[0]) if len(likely) == 1 else None)


async def newest(turn: Turn) -> Case | None:
    """What was filed last, if it is open and that was not long ago."""
    cases = await turn.unit.cases.open_of(turn.person.id, 1)
    found = [one for one in cases if turn.unit.now - one.filed_at <= LATELY]
    return found[0] if found else None


async def _ask(
    turn: Turn,
    case: Case,
) -> None:
    await questions.ask(turn, KIND, {"case": case.id})
    turn.reply(turn.say("misplaced-where", number=case.number), case_id=case.id)


async def _move(
    turn: Turn,
    before: Case,
    words: str,
    pin: Place | None,
    said: str = "",
) -> None:
    """Its people read what was said. Whoever has not taken it yet hands it to those of the place;
    what nobody knows is kept in words.
    """
    spot = _spot(turn, words, pin)
    changes: dict[str, Any] = {"place": pin, "place_words": words}
    if spot is not None:
        changes = {"place": spot.place, "area": spot.area or before.area}
        changes["place_words"] = spot.name or words
    case = await moving.to_another(turn.scene, before, changes)
    given = Given(said or turn.event.text.strip(), (), pin)
    case = (await perform(turn.scene, case, Act.ADD, given, changes)).case
    if case.area != before.area:
        turn.person = whereabouts.filed_here(turn.unit, turn.person, case)
        if await called.anybody(turn, case):
            await called.elsewhere(turn, case)
        else:
            await _tell(turn, before, case)
    await _say(turn, case, unknown=spot is None)


async def _tell(turn: Turn, before: Case, case: Case) -> None:
    """Whoever had it hears that it lies in another area: with somebody else now, or with them
    still, as they took it.
    """
    holder = turn.unit.directory.staff.get(before.assignee_id or 0)
    if holder is None or holder.id == turn.person.id:
        return
    language = turn.scene.language_of(holder)
    stays = case.assignee_id == holder.id
    await say_to(
        turn.scene,
        holder.id,
        case,
        "notice-lies-elsewhere" if stays else "notice-moved-away",
        area=phrases.area(turn.unit, case.area, language),
        name=await phrases.carer(turn.unit, language, case),
    )


async def _say(turn: Turn, case: Case, unknown: bool) -> None:
    area = phrases.area(turn.unit, case.area, turn.language)
    told = "" if case.place_words in area else case.place_words
    where = " · ".join(filter(None, (area, told)))
    name = await phrases.carer(turn.unit, turn.language, case)
    key = "misplaced-unknown" if unknown else "misplaced-moved"
    text = turn.say(key, number=case.number, place=where, name=name)
    if unknown:  # a pin may still tell it better
        await questions.ask(turn, KIND, {"case": case.id})
    turn.reply(text, case_id=case.id)


# --- the question ---


async def _fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    talk = heard(turn).intent in MATTERS or heard(turn).said
    known = _spot(turn, said, None) is not None
    name = len(said) <= SHORT_PLACE and not talk
    return FULL if known or name else Fit(0.0)


async def _answer(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    await _move(turn, await case_for(turn, about["case"]), said, None)


async def _pinned(
    turn: Turn,
    about: About,
    place: Place,
) -> None:
    case = await case_for(turn, about["case"])
    await _move(turn, case, "", place)


QUESTIONS = {KIND: Question(_fits, _answer, placed=_pinned)}
