"""What is said while the place of a wish is asked: that any will do, or what else is wished for."""

from __future__ import annotations

from domain.draft import Draft
from domain.kinds import Kind
from handlers.filing.draft import meant, needs
from handlers.texts.words import asks, only
from handlers.texts.words import words as spoken


def anywhere_will_do(
    draft: Draft,
    said: str,
) -> bool:
    """Whether no place has to be told; a hazard lies somewhere."""
    asked = (draft.asking or needs(draft)) == "place"
    if not asked or meant(draft).kind is Kind.HAZARD:
        return False
    polite = asks("words-any-place", said, "words-no-idea", "words-polite")
    return polite or only("words-no-idea", said)


def goes_on(
    draft: Draft,
    said: str,
) -> bool:
    """Whether it goes on from a wish: 或者加个凳子, "or a bench"."""
    told = said.strip().lower()
    return meant(draft).kind is Kind.WISH and told.startswith(_more())


def _more() -> tuple[str, ...]:
    return tuple(spoken("words-more-of-it"))
