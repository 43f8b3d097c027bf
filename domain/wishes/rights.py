"""What may be done to a wish, by whom and in which of its states, and who knows that it exists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from domain.wishes.wish import WITH_SOMEBODY, WishState


class WishViewer(StrEnum):
    """In what capacity somebody looks at a wish. A CARER is whoever may work on its case."""

    STRANGER = "stranger"
    WISHER = "wisher"
    CLAIMER = "claimer"
    CARER = "carer"


class WishAct(StrEnum):
    SHOW = "show"
    SCREEN = "screen"
    AS_IT_IS = "as_is"
    DECLINE = "decline"
    AS_HELP = "as_help"
    AS_HAZARD = "as_hazard"
    PUBLISH = "publish"
    NOT_THIS = "not_this"
    KEEP = "keep"
    CLAIM = "claim"
    GIVE_BACK = "give_back"
    SAY = "say"
    PLACE = "place"
    HAND = "hand"
    RECEIVE = "receive"
    MISSING = "missing"
    WITNESS = "witness"
    THANK = "thank"


@dataclass(frozen=True, slots=True)
class May:
    """Whose act it is, and in which states of the wish."""

    who: frozenset[WishViewer]
    states: frozenset[WishState]


def _may(who: tuple[WishViewer, ...], *states: WishState) -> May:
    return May(frozenset(who), frozenset(states))


_ANYBODY = (WishViewer.STRANGER, WishViewer.CARER)
_WISHER = (WishViewer.WISHER,)
_CLAIMER = (WishViewer.CLAIMER,)
_CARER = (WishViewer.CARER,)

MAY: dict[WishAct, May] = {
    WishAct.SCREEN: _may(
        _CARER,
        WishState.FILED,
        WishState.ASKED,
    ),
    WishAct.AS_IT_IS: _may(_CARER, WishState.FILED),
    WishAct.DECLINE: _may(_CARER, WishState.FILED),
    WishAct.AS_HELP: _may(_CARER, WishState.FILED),
    WishAct.AS_HAZARD: _may(_CARER, WishState.FILED),
    WishAct.PUBLISH: _may(_WISHER, WishState.ASKED),
    WishAct.NOT_THIS: _may(_WISHER, WishState.ASKED),
    WishAct.KEEP: _may(_WISHER, WishState.OPEN),
    WishAct.CLAIM: _may(_ANYBODY, WishState.OPEN),
    WishAct.GIVE_BACK: _may(_CLAIMER, WishState.CLAIMED),
    WishAct.SAY: _may((*_WISHER, *_CLAIMER), *WITH_SOMEBODY),
    WishAct.PLACE: _may(_CARER, *WITH_SOMEBODY),
    WishAct.HAND: _may(_CLAIMER, WishState.CLAIMED),
    WishAct.RECEIVE: _may(_WISHER, *WITH_SOMEBODY),
    WishAct.MISSING: _may(_WISHER, WishState.HANDED),
    WishAct.WITNESS: _may(_CARER, WishState.HANDED),
    WishAct.THANK: _may(_WISHER, WishState.RECEIVED),
}
"""Whoever gains does not confirm: no act of the claimer's makes a wish received (facts, R0.2)."""

SEEN: dict[WishViewer, frozenset[WishState]] = {
    WishViewer.STRANGER: frozenset({WishState.OPEN}),
    WishViewer.CLAIMER: frozenset(WITH_SOMEBODY),
    WishViewer.WISHER: frozenset(WishState),
    WishViewer.CARER: frozenset(WishState),
}
"""In which states of a wish a viewer knows that it exists."""


def sees(viewers: frozenset[WishViewer], state: WishState) -> bool:
    """Whether this wish exists for somebody who looks at it in these capacities."""
    return any(state in SEEN[viewer] for viewer in viewers)


def theirs(act: WishAct, viewers: frozenset[WishViewer]) -> bool:
    return bool(MAY[act].who & viewers)


def possible(act: WishAct, state: WishState) -> bool:
    return state in MAY[act].states


OF_THESE_WORDS = frozenset({WishAct.PUBLISH, WishAct.NOT_THIS})
"""What is said to the words that stand beside the button, and to no later ones."""


def edition(words: str) -> str:
    """What tells these words from others, for a button."""
    return f"{crc32(words.encode()):08x}"
