"""What a reading says in the end, made of what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.kinds import Urgency
from domain.reading.catalogue import Category
from domain.reading.engine import Engine
from domain.reading.model import Danger, Intent, Reading
from domain.reading.scores import Scores
from domain.reading.secrecy import privacy
from domain.reading.vocabulary import Topic

THREE = 3
FIRE_BRIGADE = "119"
FULL_MATTER = 6.0
"""What the words of a category weigh where nobody doubts that it is a matter."""

GRAVEST = (
    Urgency.URGENT,
    Urgency.UTILITY,
    Urgency.COMPLEX,
    Urgency.GENERAL,
)


def danger_of(
    topic: Topic | None,
    dangers: tuple[Topic, ...],
    faint: Callable[[], bool],
) -> Danger | None:
    """The numbers follow from what has to be done and not from the category: out of water or fire
    somebody has to be got before a doctor reaches them. Only of what is guessed it is asked whether
    it is `faint`.
    """
    if topic is None:
        return None
    first = (one for one in dangers if one.calls[0] == FIRE_BRIGADE)
    calls = next(first, topic).calls
    guessed = topic not in dangers
    return Danger(topic.name, calls, guessed, guessed and faint())


def filing(
    intent: Intent,
    danger: Danger | None,
    scores: Scores,
    care: set[str],
    places: tuple[str, ...],
    known: Engine,
) -> Reading:
    """A report, or an emergency where there is a `danger`."""
    category = known.vocabulary.catalogue[scores.best[0]]
    return Reading(
        intent=intent,
        danger=danger,
        kind=category.kind,
        category=category.code,
        likely=scores.best[:THREE],
        urgency=Urgency.URGENT if danger else _urgency(care, category),
        privacy=privacy(scores, care, known),
        places=places,
        sure=scores.sure,
        report=1.0 if danger else min(1.0, scores.matter / FULL_MATTER),
    )


def talking(
    intent: Intent,
    scores: Scores,
    care: set[str],
    places: tuple[str, ...],
    known: Engine,
) -> Reading:
    """What is no report has the category of the case that it speaks of, where that shows; where
    not, it is private as the likeliest.
    """
    category = known.vocabulary.catalogue[scores.best[0]] if scores.matter else None
    near = scores if category else replace(scores, near=scores.best[:1])
    if intent is Intent.PLACE_ONLY:  # a canteen is no matter of food
        near = replace(scores, near=())
    return Reading(
        intent=intent,
        danger=None,
        kind=category.kind if category else None,
        category=category.code if category else "",
        likely=scores.best[:THREE],
        urgency=Urgency.GENERAL,
        privacy=privacy(near, care, known),
        places=places,
        sure=scores.sure,
        report=0.0,
    )


def _urgency(care: set[str], category: Category) -> Urgency:
    """The gravest of what was found; a guess never lowers it."""
    found = {
        category.urgency,
        *(Urgency(name) for name in care if name in set(Urgency)),
    }
    return min(found, key=GRAVEST.index)
