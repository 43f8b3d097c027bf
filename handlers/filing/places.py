"""Where a filing is by its words: what is taken, what is asked, and the area that follows.

A pin and a QR code say it better: where there is one, words decide nothing. In `draft.about`,
`spot` is the place that counts and `spots` those to choose from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.draft import Draft
from domain.messages import Choice, Place
from domain.places.entries import Found
from handlers.casework import whereabouts
from handlers.dialog.fields import located, place_of, words
from handlers.dialog.turn import Turn, whole
from handlers.filing import grids
from handlers.filing.draft import without
from handlers.texts.sentences import Safe

VERBS = ("spot", "grids", "grid")
Spot = dict[str, Any]
Rows = list[list[Choice]]


async def settle(turn: Turn, draft: Draft) -> Draft:
    """The draft with what its words say of the place.

    `about["spot"]` is {name, area, lat, lon}; degrees are None where only an area is named.
    `about["last"]` is the area of the last hour, '' for none. What was pressed stays until
    the place is told anew.
    """
    draft = await _with_last(turn, draft)
    if _pinned(draft):
        return replace(draft, about=without(draft, "spot", "spots"))
    if _chosen(draft):
        return draft
    about = without(draft, "spot", "spots")
    found = _look(turn, draft)
    if found.sure is not None:
        about["spot"] = _spot(found.sure)
    elif found.likely:
        about["spots"] = [_spot(one) for one in found.likely]
    told = "spot" in about and draft.asking == grids.STEP
    return replace(draft, about=about, asking="" if told else draft.asking)


async def _with_last(turn: Turn, draft: Draft) -> Draft:
    """Asked once for each draft."""
    if "last" in draft.about:
        return draft
    last = await whereabouts.recent_area(turn.unit, turn.person)
    return replace(draft, about=draft.about | {"last": last})


def _pinned(draft: Draft) -> bool:
    return place_of(draft) is not None or bool(draft.about.get("area"))


def _chosen(draft: Draft) -> bool:
    """Whether the place was pressed, and no other one told since."""
    spot = draft.about.get("spot", {})
    return "said" in spot and spot["said"] == located(draft).words


def _look(turn: Turn, draft: Draft) -> whereabouts.Whereabouts:
    """What the words of the place name; where these name nothing, all words."""
    found = whereabouts.Whereabouts()
    for text in (located(draft).words, words(draft)):
        if text and not (found.sure or found.likely):
            found = whereabouts.find(turn.scene, text, turn.person)
    return found


def _spot(found: Found) -> Spot:
    point = None if whereabouts.is_area(found) else found.entry.place
    return {
        "name": whereabouts.name_of(found),
        "area": found.entry.area,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
    }


# --- what is shown ---


def lines(turn: Turn, draft: Draft) -> list[Safe]:
    """「📍 体育场网格3号门 · 文昌街道」, or the question which place is meant."""
    if _pinned(draft):
        return []
    if "spot" in draft.about:
        place = named(turn, draft.about["spot"])
        return [turn.say("summary-place", place=place)]
    return [turn.say("spot-which")] if "spots" in draft.about else []


def named(turn: Turn, spot: Spot) -> str:
    """The name of the place, and of the area around it that the name does not say already."""
    areas = turn.unit.directory.areas
    area = areas.get(spot["area"])
    if area is not None and spot["name"].startswith(area.name):
        area = areas.get(area.parent)
    return f"{spot['name']} · {area.name}" if area else str(spot["name"])


def buttons(turn: Turn, draft: Draft) -> Rows:
    """A row for each place that may be meant, and one press for another place; none beside a
    pin.
    """
    if _pinned(draft):
        return []
    key = "button-spot-other" if "spot" in draft.about else "button-grids"
    other = turn.choice(key, f"f:{draft.id}:grids")
    return [
        *(
            [Choice(named(turn, spot), f"f:{draft.id}:spot:{number}")]
            for number, spot in enumerate(draft.about.get("spots", ()))
        ),
        [other],
    ]


# --- what is pressed ---


async def press(turn: Turn, draft: Draft, verb: str, value: str) -> Draft | None:
    """The draft after `spot`, `grids` or `grid`; None for a verb of somebody else's.

    What is not (any more) to be chosen changes nothing.
    """
    if verb == "spot":
        number, spots = whole(value), draft.about.get("spots", ())
        known = number is not None and number < len(spots)
        return _taken(draft, spots[number]) if known else draft
    if verb == "grid" and not value:  # the way back
        return replace(draft, asking="")
    if verb == "grid":
        area = grids.area(turn, value)
        return _taken(draft, _of_area(area.code, area.name)) if area else draft
    return await grids.offer(turn, draft, value) if verb == "grids" else None


def _of_area(code: str, name: str) -> Spot:
    return {"name": name, "area": code, "lat": None, "lon": None}


def _taken(draft: Draft, spot: Spot) -> Draft:
    said = located(draft).words
    about = without(draft, "spots", "grids") | {"spot": spot | {"said": said}}
    return replace(draft, about=about, asking="")


def point_of(draft: Draft) -> Place | None:
    """The pin, else the point of the place that the words name."""
    pin, spot = place_of(draft), draft.about.get("spot", {})
    if pin is not None or spot.get("lat") is None:
        return pin
    return Place(spot["lat"], spot["lon"])


def words_of(draft: Draft) -> str:
    """What was said of the place, else its name."""
    return located(draft).words or str(draft.about.get("spot", {}).get("name", ""))


# --- what follows ---


def area_for(turn: Turn, draft: Draft) -> str:
    """The area of the pin, else of the QR code, of the words, of the last hour, else the root.

    Where the words name a wide area, the grid of the last hour within it is meant.
    """
    directory, about = turn.unit.directory, draft.about
    pin = place_of(draft)
    located_in = directory.locate(pin) if pin else ""
    said, last = _said(draft), about.get("last", "")
    if said in directory.path(last):
        said = last
    for code in (located_in, about.get("area", ""), said, last):
        if grids.area(turn, code):
            return str(code)
    return directory.root


def _said(draft: Draft) -> str:
    """The area that the words name: of the place, or of all that may be meant."""
    spot, spots = draft.about.get("spot"), draft.about.get("spots", ())
    areas = {one["area"] for one in ([spot] if spot else spots)}
    return str(areas.pop()) if len(areas) == 1 else ""
