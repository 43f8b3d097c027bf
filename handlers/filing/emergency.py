"""Somebody may be in danger: numbers to call first, the case is filed as it stands, and the people
who look after the place are told. Nothing waits for 提交.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Urgency
from domain.messages import Choice, Key, MediaKind, Place
from domain.people import Person
from domain.privacy import STRICTNESS
from domain.reading.model import Reading
from handlers.casework import phrases, whereabouts
from handlers.casework.card_edits import send_new
from handlers.casework.file import Filing, file_case
from handlers.casework.reach import heads
from handlers.casework.routing import area_for
from handlers.casework.sending import send
from handlers.dialog import conversation
from handlers.dialog.fields import attachments, located, messages, place_of, words
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.sentences import say
from storage.sent_messages import SentMessage

MARK = "emergency"
"""The name of the row that says which emergency a chat is in; it is no form to be filled."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was said and sent so far, in this message and in the draft that it goes on from."""

    words: str
    media: tuple[tuple[int, str], ...] = ()
    place: Place | None = None
    place_words: str = ""
    scanned: str = ""
    messages: tuple[str, ...] = ()


async def alarm(turn: Turn, reading: Reading, draft: Draft | None) -> Case:
    """The first message of danger: numbers, then the case with whatever is known."""
    assert reading.danger is not None, "only danger comes here"
    turn.reply(turn.say("emergency"), calls=reading.danger.calls)
    known = _placed(turn, _known(turn, reading, draft))
    if draft is not None:
        await conversation.drop(turn, draft)
    case = await file_case(turn.scene, _filing(turn, reading, known))
    for message in known.messages:
        sent = SentMessage(turn.private, message, case.id, None)
        turn.unit.sent_messages.add(sent)
    if known.place or known.scanned:
        turn.person = whereabouts.filed_here(turn.unit, turn.person, case)
    await mark(turn, MARK, {"case": case.id})
    told = await _tell(turn, case, known)
    await _receipt(turn, case, told)
    return case


def _known(turn: Turn, reading: Reading, draft: Draft | None) -> Known:
    event, unit = turn.event, turn.unit
    fits = [one for one in event.media if one.size <= turn.setup.most_bytes]
    came = [(unit.media.add(event, one, None), one.kind.value) for one in fits]
    said = [event.text.strip()]
    numbers = [event.message_id] if event.message_id else []
    named = reading.places[0] if reading.places else ""
    if draft is None:
        return Known(said[0], tuple(came), event.place, named, "", tuple(numbers))
    before = [(part.media, part.kind) for part in attachments(draft)]
    return Known(
        "\n".join(filter(None, (words(draft), *said))),
        (*before, *came),
        event.place or place_of(draft),
        located(draft).words or named,
        draft.about.get("area", ""),
        (*messages(draft), *numbers),
    )


def _placed(turn: Turn, known: Known) -> Known:
    """With the place that the words name, where none was sent."""
    if known.place is not None or known.scanned:
        return known
    found = whereabouts.find(turn.scene, known.words, turn.person).sure
    if found is None:
        return known
    point = None if whereabouts.is_area(found) else found.entry.place
    name, area = whereabouts.name_of(found), found.entry.area
    return replace(known, place=point, place_words=name, scanned=area)


def _filing(turn: Turn, reading: Reading, known: Known) -> Filing:
    catalogue = turn.setup.catalogue
    category = catalogue[reading.category]
    return Filing(
        kind=category.kind,
        category=category.code,
        urgency=Urgency.URGENT,
        words=known.words,
        place=known.place,
        place_words=known.place_words,
        media=tuple(media for media, _ in known.media),
        scanned=known.scanned,
        area=_area(turn, known),
        privacy=max(reading.privacy, category.privacy, key=STRICTNESS.index),
    )


def _area(turn: Turn, known: Known) -> str:
    """Pin, code, words; else the grid of a case of the last hour; else the desk."""
    last = whereabouts.recent_area(turn.unit, turn.person)
    return area_for(turn.unit.directory, known.place, known.scanned, last)


async def _tell(turn: Turn, case: Case, known: Known) -> list[str]:
    """Its card at once to everybody who looks after the place, and a word to who leads them.
    Returns the names of who was told.
    """
    photos = [one for one, kind in known.media if kind == MediaKind.PHOTO.value]
    files = [one for one, kind in known.media if kind != MediaKind.PHOTO.value]
    await send_new(turn.scene, case, tuple(photos), tuple(files))
    carer = await turn.unit.people.get(case.assignee_id)
    names = [carer.name] if carer else []
    for person in await tell_heads(turn, case):
        names.append(person.name)
    return names


async def tell_heads(turn: Turn, case: Case) -> list[Person]:
    """Who leads the place hears of it, whatever the hour. Returns who that is."""
    found = heads(turn.unit, case, 0, turn.person)
    told = [person for person in found if person.id != case.assignee_id]
    for person in told:
        language = turn.scene.language_of(person)
        about = {
            "title": phrases.title(turn.setup, language, case),
            "area": phrases.area(turn.unit, case.area, language),
            "what": phrases.seen(turn.unit, person, case, language, 80),
        }
        text = say(language, "notice-emergency", **about)
        opens = ((Choice(case.number, f"c:{case.id}:open"),),)
        await send(turn.scene, person, text, case, urgent=True, choices=opens)
    return told


async def _receipt(turn: Turn, case: Case, told: list[str]) -> None:
    """Who knows of it by now; the place where that is not known; one press if it was nothing."""
    placed = case.place is not None or case.place_words
    text = turn.say(
        "receipt-emergency" if placed else "receipt-emergency-place",
        number=case.number,
        area=phrases.area(turn.unit, case.area, turn.language),
        names=turn.label("names-and").join(told) or turn.label("carer-desk"),
    )
    calm = turn.choice("button-all-clear", f"c:{case.id}:all_clear")
    turn.reply(text, [[calm]], case_id=case.id)
    if not placed:
        key = Key(turn.label("button-locate"), location=True)
        turn.reply(turn.say("ask-place-now"), keyboard=[[key]], case_id=case.id)
