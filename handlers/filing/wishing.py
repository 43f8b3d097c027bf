"""What is said while the place of a wish is asked: that any will do, or what else is wished for."""

from __future__ import annotations

from domain.draft import Draft
from domain.kinds import Kind
from handlers.filing.draft import meant, needs
from handlers.texts.words import only
from handlers.texts.words import words as spoken


def anywhere_will_do(
    draft: Draft,
    said: str,
) -> bool:
    """Whether no place has to be told; a hazard lies somewhere."""
    asked = (draft.asking or needs(draft)) == "place"
    return (
        asked
        and meant(draft).kind is not Kind.HAZARD
        and only("words-any-place", said, "words-no-idea", "words-polite")
    )


def goes_on(
    draft: Draft,
    said: str,
) -> bool:
    """Whether it goes on from a wish: 或者加个凳子, "or a bench"."""
    told = said.strip().lower()
    return meant(draft).kind is Kind.WISH and told.startswith(_more())


def _more() -> tuple[str, ...]:
    return tuple(spoken("words-more-of-it"))
