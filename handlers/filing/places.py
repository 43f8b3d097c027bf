"""Where a filing is by its words: what is taken, what is asked, and the area that follows.

A pin and a QR code say it better: where there is one, words decide nothing. In `draft.about`,
`spot` is the place that counts and `spots` those to choose from.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice, Place
from handlers.casework import whereabouts
from handlers.casework.complaints import complained_of
from handlers.dialog.fields import located, place_of, words
from handlers.dialog.turn import Turn, whole
from handlers.filing import grids
from handlers.filing.draft import meant, with_about, without
from handlers.filing.spots import Spot, look, named, spot_in, spot_of
from handlers.texts.sentences import Safe

VERBS = ("spot", "grids", "grid")
Rows = list[list[Choice]]


def settle(turn: Turn, draft: Draft) -> Draft:
    """The draft with what its words say of the place.

    `about["spot"]` is {name, area, lat, lon}; degrees are None where only an area is named.
    `about["last"]` is the area of the last hour, '' for none. What was pressed stays until
    the place is told anew.
    """
    draft = _with_outside(turn, _with_last(turn, draft))
    if _pinned(draft):
        return with_about(draft, without(draft, "spot", "spots"))
    if _chosen(draft):
        return draft
    about = without(draft, "spot", "spots")
    found = look(turn, draft)
    if found.sure is not None:
        about["spot"] = spot_of(found.sure)
    elif found.likely:
        about["spots"] = [spot_of(one) for one in found.likely]
    draft = with_about(draft, about)
    told = "spot" in about and draft.asking == grids.STEP
    return replace(draft, asking="") if told else draft


def _with_last(turn: Turn, draft: Draft) -> Draft:
    """Asked once for each draft."""
    if "last" in draft.about:
        return draft
    last = whereabouts.recent_area(turn.unit, turn.person)
    return replace(draft, about=draft.about | {"last": last})


def _with_outside(turn: Turn, draft: Draft) -> Draft:
    """Whether the pin lies in none of our areas: then words say more."""
    pin = place_of(draft)
    about = without(draft, "outside")
    if pin is not None and not turn.unit.directory.locate(pin):
        about["outside"] = True
    return with_about(draft, about)


def pinned(draft: Draft) -> bool:
    """Whether a pin in one of our areas was sent."""
    return place_of(draft) is not None and not draft.about.get("outside")


def _pinned(draft: Draft) -> bool:
    return pinned(draft) or bool(draft.about.get("area"))


def _chosen(draft: Draft) -> bool:
    """Whether the place was pressed, and no other one told since."""
    spot = draft.about.get("spot", {})
    return "said" in spot and spot["said"] == located(draft).words


# --- what is shown ---


def lines(turn: Turn, draft: Draft) -> list[Safe]:
    """「📍 体育场网格3号门 · 文昌街道」, or the question which place is meant."""
    if _pinned(draft):
        return []
    if "spot" in draft.about:
        place = named(turn, draft.about["spot"])
        return [turn.say("summary-place", place=place)]
    wrong = [turn.say("pin-outside")] if draft.about.get("outside") else []
    if "spots" in draft.about:
        return [*wrong, turn.say("spot-which")]
    unknown = located(draft).words and nowhere(turn, draft)
    return [*wrong, turn.say("spot-unknown")] if unknown else wrong


def nowhere(turn: Turn, draft: Draft) -> bool:
    """Whether nobody knows in which area it is, though it is somewhere."""
    somewhere = bool(located(draft).words) or meant(draft).wants_place
    return somewhere and area_for(turn, draft) == turn.unit.directory.root


def buttons(turn: Turn, draft: Draft) -> Rows:
    """A row for each place that may be meant, and one press for another place; none beside a
    pin.
    """
    if _pinned(draft):
        return []
    rows = []
    for number, spot in enumerate(draft.about.get("spots", ())):
        data = f"f:{draft.id}:spot:{number}"
        rows.append([Choice(named(turn, spot), data)])
    return [*rows, [other_place(turn, draft)]]


def other_place(turn: Turn, draft: Draft) -> Choice:
    """One press for a place that is not offered: a grid."""
    known = "spot" in draft.about
    key = "button-spot-other" if known else "button-grids"
    return turn.choice(key, f"f:{draft.id}:grids")


# --- what is pressed ---


async def press(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft | None:
    """The draft after `spot`, `grids` or `grid`; None for a verb of somebody else's.

    What is not (any more) to be chosen changes nothing.
    """
    if verb == "spot":
        return _spot_pressed(draft, value)
    if verb == "grid":
        return _grid_pressed(turn, draft, value)
    if verb == "grids":
        return await grids.offer(turn, draft, value)
    return None


def _spot_pressed(draft: Draft, value: str) -> Draft:
    number = whole(value)
    spots = draft.about.get("spots", ())
    if number is None or number >= len(spots):
        return draft
    return _taken(draft, spots[number])


def _grid_pressed(turn: Turn, draft: Draft, value: str) -> Draft:
    if not value:  # the way back
        return replace(draft, asking="")
    area = grids.area(turn, value)
    if area is None:
        return draft
    return _taken(draft, spot_in(area))


def _taken(draft: Draft, spot: Spot) -> Draft:
    said = located(draft).words
    about = without(draft, "spots", "grids") | {"spot": spot | {"said": said}}
    return replace(draft, about=about, asking="")


def point_of(draft: Draft) -> Place | None:
    """The pin, else the point of the place that the words name."""
    pin, spot = place_of(draft), draft.about.get("spot", {})
    if pinned(draft) or (pin is not None and not spot):
        return pin
    if spot.get("lat") is None:
        return None
    return Place(spot["lat"], spot["lon"])


def words_of(draft: Draft) -> str:
    """What was said of the place, else its name."""
    return located(draft).words or str(draft.about.get("spot", {}).get("name", ""))


# --- what follows ---


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


def named_there(turn: Turn, draft: Draft) -> Draft:
    """The draft with the names of those who look after the place and of whom it speaks."""
    directory, area = turn.unit.directory, area_for(turn, draft)
    people = complained_of(directory, area, words(draft), turn.person.id)
    named = [one.name for one in people]
    return with_about(draft, draft.about | {"named": named})


def _said(draft: Draft) -> str:
    """The area that the words name: of the place, or of all that may be meant."""
    spots = draft.about.get("spots", ())
    if "spot" in draft.about:
        spots = [draft.about["spot"]]
    areas = {str(spot["area"]) for spot in spots}
    return areas.pop() if len(areas) == 1 else ""
