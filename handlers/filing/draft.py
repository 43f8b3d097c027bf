"""What a filing's draft says so far: its category, what is missing, where it is, who may know of
it.
"""

from __future__ import annotations

from typing import Any

from domain.categories import BY_CODE, Category
from domain.draft import Draft
from domain.guessing import guess
from domain.kinds import Kind
from domain.messages import Place
from domain.privacy import Privacy
from handlers.dialog.fields import count, words


def category_of(draft: Draft) -> Category:
    """What was chosen, else what the words sound like."""
    if "category" in draft.about:
        return BY_CODE[draft.about["category"]]
    kind = Kind(draft.about["kind"]) if "kind" in draft.about else None
    return guess(
        words(draft.answers.get("what")),
        kind,
        photos=count(draft.answers.get("photos"), "photo") > 0,
    )


def needs(draft: Draft) -> str:
    """A hazard needs a place; help and wishes are content with words (or a picture, or a voice
    message).

    In an emergency the place is asked for too, but nobody has to answer.
    """
    answers = draft.answers
    shown = any(part["k"] != "document" for part in answers.get("photos") or ())
    if not words(answers.get("what")) and not shown:
        return "what"
    wanted = category_of(draft).kind is Kind.HAZARD or (
        draft.about.get("urgent") and "no_place" not in draft.about
    )
    if wanted and not answers.get("place") and "area" not in draft.about:
        return "place"
    return ""


def place_of(draft: Draft) -> Place | None:
    value = draft.answers.get("place") or {}
    return Place(value["lat"], value["lon"]) if "lat" in value else None


def own_cases(draft: Draft) -> list[dict[str, Any]]:
    """The filer's open cases to which this may belong, the likeliest first."""
    return draft.about.get("cases") or (
        [draft.about["case"]] if "case" in draft.about else []
    )


def privacy_of(draft: Draft) -> Privacy:
    """What the category is at least, or the filer's wish to stay unnamed."""
    known = category_of(draft).privacy
    return (
        Privacy.ANONYMOUS
        if known is Privacy.OPEN and draft.about.get("anonymous")
        else known
    )
