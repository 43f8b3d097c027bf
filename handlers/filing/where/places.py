"""Where a filing is by its words: what is taken, what is asked, and the area that follows.

A pin and a QR code say it better: where there is one, words decide nothing. In `draft.about`,
`spot` is the place that counts and `spots` those to choose from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice
from domain.places.house import house_in
from domain.places.told import told
from handlers.casework import phrases, whereabouts
from handlers.dialog.fields import SHORT_PLACE, located, place_of, words
from handlers.dialog.turn import Turn, whole
from handlers.filing.draft import with_about, without
from handlers.filing.hearing import read_text
from handlers.filing.where import grids
from handlers.filing.where.location import nowhere, pinned
from handlers.filing.where.spots import Spot, look, named, spot_in, spot_of
from handlers.texts.sentences import Safe

VERBS = ("spot", "grids", "grid")
Rows = list[list[Choice]]


def settle(turn: Turn, draft: Draft) -> Draft:
    """The draft with what its words say of the place.

    `about["spot"]` is {name, area, lat, lon}; degrees are None where only an area is named.
    `about["last"]` is the area of the last hour, '' for none, `about["called"]` what
    the words of the matter call the place. What was pressed stays until
    the place is told anew.
    """
    draft = _with_house(turn, _with_outside(turn, _with_last(turn, draft)))
    if _pinned(draft):
        asking = "" if draft.asking == grids.STEP else draft.asking
        draft = with_about(draft, without(draft, "spot", "spots"))
        return replace(draft, asking=asking)
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


def _with_house(turn: Turn, draft: Draft) -> Draft:
    """With the house number among the words of the matter: it says where within a grid it is, and
    with the grid of the last hour that is enough; and with what they call the place.
    """
    about = without(draft, "house", "called")
    said = words(draft)
    named = read_text(turn, said).places
    found = {"house": house_in(said, named), "called": called_in(said, named)}
    return with_about(draft, about | {key: one for key, one in found.items() if one})


def called_in(said: str, named: Sequence[str]) -> str:
    """What they call the place that is `named`, with what stands beside; 小区门口 is anywhere."""
    called = told(said) if named else ""
    if called and any(one in called or called in one for one in named):
        return called
    return named[0] if len(named) == 1 else ""


def _with_outside(turn: Turn, draft: Draft) -> Draft:
    """Whether the pin lies in none of our areas: then words say more."""
    pin = place_of(draft)
    about = without(draft, "outside")
    if pin is not None and not turn.unit.directory.locate(pin):
        about["outside"] = True
    return with_about(draft, about)


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
        beside = _told_beside(turn, draft)
        return [
            turn.say("summary-place", place=f"{place} · {beside}" if beside else place)
        ]
    wrong = [turn.say("pin-outside")] if draft.about.get("outside") else []
    if "spots" in draft.about:
        return [*wrong, turn.say("spot-which", count=len(draft.about["spots"]))]
    unknown = located(draft).words and nowhere(turn, draft)
    return [*wrong, turn.say("spot-unknown")] if unknown else wrong


def _told_beside(
    turn: Turn,
    draft: Draft,
) -> str:
    """What was said of where it is there, and names no place by itself: 5号门."""
    said = located(draft).words
    if not said or said in str(draft.about["spot"]["name"]):
        return ""
    found = whereabouts.find(turn.scene, said, turn.person)
    return "" if found.sure or found.likely else phrases.cut(said, SHORT_PLACE)


def buttons(turn: Turn, draft: Draft) -> Rows:
    """A row for each place that may be meant, and one press for another place; none beside a
    pin.
    """
    if _pinned(draft):
        return []
    return [*([one] for one in _offered(turn, draft)), [other_place(turn, draft)]]


def the_one(turn: Turn, draft: Draft) -> Choice | None:
    """The place that may be meant, where it is the only one."""
    offered = _offered(turn, draft)
    return offered[0] if len(offered) == 1 else None


def _offered(turn: Turn, draft: Draft) -> list[Choice]:
    return [
        Choice(named(turn, spot), f"f:{draft.id}:spot:{number}")
        for number, spot in enumerate(draft.about.get("spots", ()))
    ]


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


# --- what follows ---
