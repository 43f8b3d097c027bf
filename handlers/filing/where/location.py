"""Where a filing lies once its place is settled: its point, its words, its area, and its people."""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.messages import Place
from domain.places.phrases import points
from domain.privacy import Privacy
from handlers.casework import whereabouts
from handlers.casework.complaints import complained_of
from handlers.casework.spoken_of import carers
from handlers.dialog.fields import located, place_of, words
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, with_about
from handlers.filing.hearing import heard
from handlers.filing.where import grids
from handlers.filing.where.spots import Spot, spot_at
from handlers.texts.words import any_of, anywhere, plain

RIGHT_AFTER = timedelta(minutes=10)
"""So long another matter is likely where the first one is (ours)."""


def pinned(draft: Draft) -> bool:
    """Whether a pin in one of our areas was sent."""
    return place_of(draft) is not None and not draft.about.get("outside")


def nowhere(turn: Turn, draft: Draft) -> bool:
    """Whether nobody knows in which area it is, though it is somewhere."""
    somewhere = bool(located(draft).words) or meant(draft).wants_place
    return somewhere and area_for(turn, draft) == turn.unit.directory.root


def point_of(draft: Draft) -> Place | None:
    """The pin, else the point of the place that the words name."""
    pin, spot = place_of(draft), draft.about.get("spot", {})
    if pinned(draft) or (pin is not None and not spot):
        return pin
    if spot.get("lat") is None:
        return None
    return Place(spot["lat"], spot["lon"])


def words_of(draft: Draft) -> str:
    """What was said of the place, else its name, and the house number that was said beside the
    matter.
    """
    called = str(draft.about.get("called", ""))
    named = str(draft.about.get("spot", {}).get("name", called))
    told, house = located(draft).name or named, str(draft.about.get("house", ""))
    return told if house.lower() in told.lower() else f"{told} {house}".strip()


def of_another(turn: Turn, draft: Draft) -> dict[str, Spot]:
    """Where this is, as another filing that is told beside it has it; {} where that is unsaid."""
    said = pinned(draft) or "spot" in draft.about or draft.about.get("area")
    area = turn.unit.directory.areas.get(area_for(turn, draft)) if said else None
    if area is None:
        return {}
    return {"spot": spot_at(area, words_of(draft), point_of(draft))}


async def of_last(turn: Turn) -> dict[str, Spot]:
    """The place of what this person filed just before, where the words point there, or only go on,
    and name none: 那边垃圾也没人收, 还有长椅也坏了. What is private has to be told with its place.
    """
    event = turn.event
    if (
        not (_points_there(event.text) or _goes_on(turn))
        or event.place
        or heard(turn).privacy is not Privacy.OPEN
    ):
        return {}
    if heard(turn).places or whereabouts.find(turn.scene, event.text, turn.person).sure:
        return {}
    case = await filed_last(turn, RIGHT_AFTER)
    area = turn.unit.directory.areas.get(case.area) if case else None
    if case is None or area is None or case.privacy is not Privacy.OPEN:
        return {}
    return {"spot": spot_at(area, case.place_words, case.place)}


def _points_there(said: str) -> bool:
    told = plain(said)
    there_too = anywhere("words-there-too").search(told)
    return bool(there_too or anywhere("words-same-place").match(told))


def _goes_on(turn: Turn) -> bool:
    """Whether it begins as one thing more, and says nothing of where that is."""
    said = plain(turn.event.text)
    besides = any_of(turn.setup.vocabulary.classes["besides"])
    found = whereabouts.find(turn.scene, said, turn.person)
    return besides.match(said) is not None and not (found.likely or points(said))


def area_for(turn: Turn, draft: Draft) -> str:
    """The area of the pin, else of the QR code, of the words, of the last hour, else the root.

    Where the words name a wide area, the grid of the last hour within it is meant.
    """
    directory = turn.unit.directory
    pin = place_of(draft)
    pinned = directory.locate(pin) if pin else ""
    scanned = str(draft.about.get("area", ""))
    last = str(draft.about.get("last", ""))
    said = _said(draft)
    if said in directory.path(last):
        said = last
    for code in (pinned, scanned, said, last):
        if grids.area(turn, code):
            return code
    return directory.root


def desk_for(turn: Turn, draft: Draft) -> str:
    """Whose people get it: those of where it is; of what is nowhere, as a wish or papers, those
    of the grid in which its filer filed last, however long ago: they are nearer than the root's.
    """
    area, root = area_for(turn, draft), turn.unit.directory.root
    if area != root or nowhere(turn, draft) or "spots" in draft.about:
        return area
    return usual(turn) or root


def usual(turn: Turn) -> str:
    """The grid in which this person filed last; '' for none."""
    last, root = turn.person.last_area, turn.unit.directory.root
    return last if last != root and grids.area(turn, last) else ""


async def named_there(turn: Turn, draft: Draft) -> Draft:
    """The draft with the names of those who look after the place and of whom it speaks."""
    directory, area = turn.unit.directory, area_for(turn, draft)
    people = complained_of(directory, area, words(draft), turn.person.id)
    people += await carers(turn.scene, words(draft))
    named = list(dict.fromkeys(one.name for one in people))
    return with_about(draft, draft.about | {"named": named})


def _said(draft: Draft) -> str:
    """The area that the words name: of the place, or of all that may be meant."""
    spots = draft.about.get("spots", ())
    if "spot" in draft.about:
        spots = [draft.about["spot"]]
    areas = {str(spot["area"]) for spot in spots}
    return areas.pop() if len(areas) == 1 else ""
