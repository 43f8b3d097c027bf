"""What is pressed or told while somebody applies: a home grid, usual grids, a post."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.draft import Draft
from handlers.casework import whereabouts
from handlers.dialog.fields import located, words
from handlers.dialog.turn import Turn
from handlers.filing.where import grids
from handlers.members.found import terms
from handlers.members.questions import needs
from handlers.texts.words import only

ENOUGH = ("words-member-enough", "words-no", "words-any-place")
"""No more grids, or any."""
NEAR = 5
"""So many grids around the home grid are offered as usual ones."""


async def pressed(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft:
    """What is not (any more) to be chosen changes nothing."""
    about = draft.about
    if verb == "grids":
        found = await grids.codes(turn, value, [])
        return _with(draft, grids=found) if found else draft
    if verb == "grid":
        return _at_home(turn, draft, value)
    if verb == "usual" and value in about.get("near", ()):
        return _with(draft, usual=_toggled(turn, about["usual"], value))
    if verb == "sure" and about.get("home"):
        return _with(draft, sure=True)
    known = terms(turn.setup).post(value)
    if verb == "post" and about.get("sure") and known is not None:
        return _with(draft, post=value)
    return draft


def _with(draft: Draft, **values: Any) -> Draft:
    return replace(draft, about=draft.about | values)


def _toggled(
    turn: Turn,
    chosen: list[str],
    code: str,
) -> list[str]:
    """As many as there may be: one more takes the place of the first."""
    if code in chosen:
        return [one for one in chosen if one != code]
    most = terms(turn.setup).grids
    return [*chosen, code][-most:]


def _at_home(
    turn: Turn,
    draft: Draft,
    code: str,
) -> Draft:
    area = grids.area(turn, code)
    if area is None or code not in turn.unit.directory.leaves:
        return draft
    near = grids.near(turn.unit.directory, code)
    return _with(
        draft,
        home=code,
        near=[one for one in near if one != code][:NEAR],
    )


async def heeded(turn: Turn, draft: Draft) -> Draft:
    """A place that was told is a grid from here on, and is not kept."""
    told = located(draft)
    said = told.words or words(draft)
    if not (told.place or said):
        return draft
    draft = replace(draft, answers={})
    if any(only(key, said, "words-file", "words-nod") for key in ENOUGH):
        return _with(draft, sure=True) if needs(draft) == "sure" else draft
    if told.place is not None:
        await turn.unit.web.forget_place(turn.private, told.message)
    code = turn.unit.directory.locate(told.place) if told.place else ""
    if not code:
        code = _named(turn, said)
    if needs(draft) == "place":
        return await _home_told(turn, draft, code)
    if needs(draft) == "sure" and code in turn.unit.directory.leaves:
        near = list(dict.fromkeys([code, *draft.about["near"]]))
        chosen = [one for one in draft.about["usual"] if one != code]
        return _with(draft, near=near, usual=_toggled(turn, chosen, code))
    if needs(draft) == "sure":
        turn.reply(turn.say("member-no-such-place"))
    return draft


async def _home_told(
    turn: Turn,
    draft: Draft,
    code: str,
) -> Draft:
    """A street is answered with its grids."""
    at_home = _at_home(turn, draft, code)
    if at_home is not draft:
        return at_home
    found = await grids.codes(turn, code, []) if code else []
    if found:
        return _with(draft, grids=found)
    turn.reply(turn.say("member-no-such-place"))
    return draft


def _named(turn: Turn, said: str) -> str:
    """The area of the likeliest place that the words name, '' for none."""
    found = whereabouts.find(turn.scene, said, turn.person)
    likely = [found.sure] if found.sure else list(found.likely)
    return likely[0].entry.area if likely else ""
