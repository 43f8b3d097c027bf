"""What a filing's draft says so far: its category, what is missing, who may know of it."""

from __future__ import annotations

from typing import Any

from domain.draft import Draft
from domain.guessing import guess
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.catalogue import Category
from domain.reading.vocabulary import default_vocabulary
from handlers.dialog.fields import attachments, words


def category_of(draft: Draft) -> Category:
    """What was chosen, else what the words sound like."""
    if "category" in draft.about:
        return default_vocabulary().catalogue[draft.about["category"]]
    kind = Kind(draft.about["kind"]) if "kind" in draft.about else None
    return guess(words(draft), kind, photos=bool(attachments(draft, "photo")))


def needs(draft: Draft) -> str:
    """A hazard needs a place; help and wishes are content with words (or a picture, or a voice
    message).

    In an emergency the place is asked for too, but nobody has to answer.
    """
    shown = any(part.kind != "document" for part in attachments(draft))
    if not words(draft) and not shown:
        return "what"
    placed = draft.answers.get("place") or "area" in draft.about
    return "place" if not placed and _wants_place(draft) else ""


def _wants_place(draft: Draft) -> bool:
    if category_of(draft).kind is Kind.HAZARD:
        return True
    return bool(draft.about.get("urgent")) and "no_place" not in draft.about


def own_cases(draft: Draft) -> list[dict[str, Any]]:
    """The filer's open cases to which this may belong, the likeliest first."""
    one = [draft.about["case"]] if "case" in draft.about else []
    return draft.about.get("cases") or one


def privacy_of(draft: Draft) -> Privacy:
    """What the category is at least, or the filer's wish to stay unnamed."""
    known = category_of(draft).privacy
    unnamed = known is Privacy.OPEN and draft.about.get("anonymous")
    return Privacy.ANONYMOUS if unnamed else known


def without(draft: Draft, *names: str) -> dict[str, Any]:
    """What the form is for, but for these."""
    return {name: kept for name, kept in draft.about.items() if name not in names}
