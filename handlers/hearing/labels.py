"""A label of the page of all that may be changed, typed while a question or the summary stands."""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from domain.offers import settle
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.summary import rest
from handlers.filing.wishing import anywhere_will_do
from handlers.texts.words import asks, only

WHO_MAY_KNOW = {
    "words-anonymous": "anonymous:anonymous",
    "words-named": "anonymous:named",
    "words-not-secret": "secret:no",
}
JOINING = ("words-joins-fill", "words-polite", "words-nod")
"""What may stand beside "the same one" where a like case is offered."""
CHANGES = ("change", "kind", "anonymous", "secret", "more")
"""Buttons of 改一改 that may be typed while the summary or a question stands."""


def typed_label(
    turn: Turn,
    draft: Draft,
) -> Choice | None:
    """A label of 改一改 that was typed; not while words are asked for."""
    said = turn.event.text
    if not alone(turn) or (draft.asking or needs(draft)) == "what":
        return None
    if anywhere_will_do(draft, said):
        return Choice("", f"f:{draft.id}:no_place")
    for key, pressed in WHO_MAY_KNOW.items():
        if only(key, said):
            return Choice("", f"f:{draft.id}:{pressed}")
    like = draft.about.get("like")
    if like and asks("words-joins", said, *JOINING):
        return Choice("", f"f:{draft.id}:join:{like['id']}")
    choice = settle(said, rest(turn, draft).offered, by_number=False)
    known = choice is not None and choice.data.split(":")[2] in CHANGES
    return choice if known else None
