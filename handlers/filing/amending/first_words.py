"""What was said before 不对，是噪音 put other words in its place: it is no part of the matter, and
stands in the history of the case.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.things import things
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.discreet import SECRET
from handlers.filing.draft import privacy_of, with_about

FIRST = "first"
"""In what a filing is about: the words that were put right, the oldest first."""


def remembered(draft: Draft, before: Draft) -> Draft:
    """The draft with the words `before` among those that were put right, as private as they are."""
    said = words(before)
    if not said:
        return draft
    about = draft.about | {FIRST: [*before.about.get(FIRST, []), said]}
    if privacy_of(before) is Privacy.CONFIDENTIAL:
        about[SECRET] = True
    return with_about(draft, about)


def named(draft: Draft, said: str) -> str:
    """The last of its words, or of those that were put right, that name the same thing: 路灯坏了
    for 路灯; '' where none do.
    """
    before = [words(draft), *reversed(draft.about.get(FIRST, []))]
    same = [one for one in before if said in one]
    return next(
        iter(same or filter(lambda one: things(said) <= things(one), before)), ""
    )


def told(turn: Turn, draft: Draft) -> str:
    """What of them the history says, '' where nothing was put right."""
    said = draft.about.get(FIRST, [])
    return turn.label("first-words", words="\n".join(said)) if said else ""


def keep(turn: Turn, draft: Draft, case: Case) -> None:
    """In the history of what was filed."""
    said = told(turn, draft)
    if said:
        actor = turn.scene.actor
        turn.unit.history.add(case, Act.ADD, actor.id, actor.channel, said)
