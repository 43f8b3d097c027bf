"""What a filing has left when its words, or its place, were never said."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from handlers.casework import whereabouts
from handlers.dialog.fields import located
from handlers.dialog.turn import Turn
from handlers.filing.amending import first_words
from handlers.filing.draft import without


def corrected_by(
    turn: Turn,
    draft: Draft,
    instead: str,
) -> Draft:
    """Without its words, which are remembered: `instead` is what should have been said."""
    return first_words.remembered(unsaid(turn, draft, instead), draft)


def unsaid(
    turn: Turn,
    draft: Draft,
    instead: str,
) -> Draft:
    """Without its words and what was chosen for them. The place that they named stays, unless the
    words `instead` name one.
    """
    about = undecided(draft).about
    spot = about.get("spot")
    if spot and not whereabouts.find(turn.scene, instead, turn.person).sure:
        about["spot"] = spot | {"said": located(draft).words}
    return replace(_without_answer(draft, "what"), about=about, asking="")


def unplaced(draft: Draft) -> Draft:
    """Without a place."""
    about = without(draft, "spot", "spots", "area", "no_place")
    return replace(_without_answer(draft, "place"), about=about, asking="")


def _without_answer(
    draft: Draft,
    name: str,
) -> Draft:
    kept = {step: answer for step, answer in draft.answers.items() if step != name}
    return replace(draft, answers=kept)


def undecided(draft: Draft) -> Draft:
    """Without what was chosen for its words."""
    about = without(draft, "category")
    if "category" in draft.about:
        about.pop("kind", None)
    return replace(draft, about=about)
