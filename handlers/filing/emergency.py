"""Somebody may be in danger: numbers to call first, the case is filed as it stands, and the people
who look after the place are told. Nothing waits for 提交.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Urgency
from domain.messages import Choice, Key, Matter, MediaKind
from domain.present import present
from domain.privacy import STRICTNESS, Privacy
from domain.reading.model import Reading
from handlers.casework import phrases, whereabouts
from handlers.casework.cards.card_sending import send_new
from handlers.casework.carers.routing import area_for
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.dialog import ending
from handlers.dialog.fields import place_of
from handlers.dialog.going_on import EMERGENCY
from handlers.dialog.marks import mark_at_all_doors
from handlers.dialog.turn import Turn
from handlers.filing import called, discreet, in_public, taken_along
from handlers.filing.amending import first_words
from handlers.filing.draft import privacy_of
from handlers.filing.where.gathering import gather
from handlers.filing.where.known import Known
from handlers.filing.where.spots import Spot, named
from handlers.texts.sentences import Safe
from storage.sent_messages import SentMessage


async def alarm(
    turn: Turn,
    reading: Reading,
    draft: Draft | None,
    *,
    whole: bool = False,
) -> Case:
    """The first message of danger: numbers, then the case with whatever is known. With `whole` the
    `draft` has this message already.
    """
    danger = present(reading.danger, "only danger comes here")
    turn.reply(turn.say("emergency"), calls=danger.calls)
    known = await gather(turn, draft, whole)
    if draft is not None:
        await ending.drop(turn, draft)
    filing = _filing(turn, reading, known)
    if await discreet.held(
        turn
    ):  # asked of something else: of a fire everybody has to hear
        filing = replace(filing, privacy=_strictest(filing.privacy, Privacy.ANONYMOUS))
    if draft is not None:
        filing = replace(filing, privacy=_strictest(filing.privacy, privacy_of(draft)))
    case = await file_case(turn.scene, filing)
    if case.privacy is Privacy.CONFIDENTIAL:
        await discreet.told(turn)
    if draft is not None:
        await taken_along.settle(turn, draft, case, case)
        first_words.keep(turn, draft, case)
    for message in known.messages:
        sent = SentMessage(turn.private, message, case.id, None)
        turn.unit.sent_messages.add(sent)
    pin = turn.event.place or (place_of(draft) if draft else None)
    if pin is not None and turn.unit.directory.locate(pin):
        whereabouts.learn_from(turn.scene, case)
    if known.area:
        turn.person = whereabouts.filed_here(turn.unit, turn.person, case)
    about = {"case": case.id, "spots": list(known.likely)}
    await mark_at_all_doors(turn, EMERGENCY, about)
    await _send(turn, case, known)
    _receipt(turn, case, known, await called.call(turn, case))
    return case


def _filing(turn: Turn, reading: Reading, known: Known) -> Filing:
    catalogue = turn.setup.catalogue
    category = catalogue[in_public.category_of(turn.setup, reading, known.words)]
    return Filing(
        kind=category.kind,
        category=category.code,
        urgency=Urgency.URGENT,
        words=known.words,
        place=known.place,
        place_words=known.place_words,
        media=tuple(media for media, _ in known.media),
        area=_area(turn, known),
        privacy=_strictest(
            in_public.privacy_of(turn.setup.vocabulary, reading, known.words),
            category.privacy,
        ),
    )


def _strictest(*found: Privacy) -> Privacy:
    return max(found, key=STRICTNESS.index)


def _area(turn: Turn, known: Known) -> str:
    """Where it surely is; else the grid of the last hour, or the one where they work; else
    the desk.
    """
    last = whereabouts.recent_area(turn.unit, turn.person)
    last = last or whereabouts.worked_in(turn.unit, turn.person)
    return area_for(turn.unit.directory, None, known.area, last)


async def _send(turn: Turn, case: Case, known: Known) -> None:
    """Its card at once to everybody who looks after the place."""
    photos = [one for one, kind in known.media if kind == MediaKind.PHOTO.value]
    files = [one for one, kind in known.media if kind != MediaKind.PHOTO.value]
    await send_new(turn.scene, case, tuple(photos), tuple(files))


def _told(known: Known) -> str:
    """Which text says what they know of where it is."""
    if known.area:
        return "receipt-emergency"
    named = known.place_words and not known.likely
    return "receipt-emergency-called" if named else "receipt-emergency-place"


def _receipt(turn: Turn, case: Case, known: Known, told: str) -> None:
    """Who knows of it by now; the place where that is not known; one press if it was nothing."""
    lines = [
        turn.say(
            _told(known),
            number=case.number,
            area=phrases.area(turn.unit, case.area, turn.language),
            place=known.place_words,
            names=told,
        )
    ]
    if known.place is not None and not turn.unit.directory.locate(known.place):
        lines.append(turn.say("pin-outside"))
    if known.likely:
        lines.append(turn.say("emergency-which", count=len(known.likely)))
    rows = [] if known.area else place_rows(turn, case, known.likely)
    calm = turn.choice("button-all-clear", f"c:{case.id}:all_clear")
    # whatever is typed now is about the danger: no bare number takes it back
    turn.reply(
        Safe("\n".join(lines)),
        [*rows, [calm]],
        case_id=case.id,
        matter=Matter.QUESTION,
    )
    if not known.area:
        ask_place(turn, case)


def ask_place(turn: Turn, case: Case) -> None:
    key = Key(turn.label("button-locate"), location=True)
    turn.reply(turn.say("ask-place-now"), keyboard=[[key]], case_id=case.id)


def place_rows(
    turn: Turn,
    case: Case,
    spots: Iterable[Spot],
) -> list[list[Choice]]:
    """While nobody knows where it is: the places that may be meant, and any grid."""
    rows = [[one] for one in spot_choices(turn, case, spots)]
    return [*rows, [turn.choice("button-grids", f"c:{case.id}:grids")]]


def spot_choices(turn: Turn, case: Case, spots: Iterable[Spot]) -> list[Choice]:
    """The places that may be meant, to be pressed or typed."""
    return [
        Choice(named(turn, spot), f"c:{case.id}:spot:{number}")
        for number, spot in enumerate(spots)
    ]
