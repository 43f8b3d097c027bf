"""What was written already is put right: over it a correction says what it should have been."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from domain.answers import Answer
from domain.draft import Draft
from domain.places.phrases import may_name
from domain.places.renumbered import is_within, put_right, renumbered
from domain.reading.model import Intent
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.coming import keep_media
from handlers.dialog.fields import A_MATTER, located, texts, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import denying, first_words
from handlers.filing.draft import meant, without
from handlers.filing.hearing import SURE, read_text
from handlers.filing.said_instead import (
    Correction,
    corrects,
    denied_last,
    is_figure,
    listed,
    put_so,
)
from handlers.texts.words import only

ARTICLE = re.compile(r"^(?:the|an?) (?=[a-z])", re.IGNORECASE)
"""What it is stands behind the article of what it is not."""

REST = "rest"
"""The page that asks what to change."""


async def corrected(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether the message corrects the matter of this draft, or its place; then it is done. So does
    a place that is said to 要改哪里？.
    """
    if await denying.asked(turn, form, draft):
        return True
    said = turn.event.text
    at_rest = draft.asking == REST and said
    asked = Correction(put_so(said), False) if at_rest else None
    told = corrects(said) or listed(said, words(draft)) or denying.instead(draft, said)
    if told and told.kept:
        told = told._replace(said=first_words.named(draft, told.said))
        if not told.said:
            return False  # it was never told: what is to change is asked
        if told.said == words(draft):
            await conversation.proceed(turn, form, draft)
            return True
    found = _of_these((told or asked) if words(draft) else None, draft)
    slip = found if told else denied_last(said) or found
    right = _put_right(turn, draft, slip) if slip else None
    if right is not None:
        await conversation.proceed(turn, form, right)
        return True
    heard = _heard(turn, draft, found) if found else None
    if told is None and heard is not None and not heard.place:
        return False  # nothing of it says that the first was wrong: another matter
    if heard is None:
        return False
    changed = unplaced(draft) if heard.place else corrected_by(turn, draft, heard.text)
    came = keep_media(turn, form, changed, turn.event)
    taken = filling.take(form, changed, heard, came)
    if not words(taken):
        return False  # it says nothing that could stand in their place
    if heard.place:
        taken = _there_still(turn, draft, taken)
    await conversation.proceed(turn, form, taken)
    return True


def _of_these(
    found: Correction | None,
    draft: Draft,
) -> Correction | None:
    """What they say that it is not, and was told in so many words, was plainly wrong."""
    if found is None or not found.denied:
        return found
    denied = any(found.denied.lower() in part.text.lower() for part in texts(draft))
    return found._replace(plain=found.plain or denied)


def _there_still(
    turn: Turn,
    before: Draft,
    taken: Draft,
) -> Draft:
    """不对是5号门: what no place is known by, said where one was, tells more of that one. A door
    or a house leaves a pin where it is too.
    """
    said, spot = located(taken), before.about.get("spot")
    found = whereabouts.find(turn.scene, said.words, turn.person)
    if found.sure or found.likely:
        return taken
    if spot:
        return replace(taken, about=taken.about | {"spot": spot | {"said": said.words}})
    pin = located(before).place
    if pin is None or not is_within(said.words):
        return taken
    return replace(taken, answers=taken.answers | {"place": replace(said, place=pin)})


def _put_right(
    turn: Turn,
    draft: Draft,
    found: Correction,
) -> Draft | None:
    """With what was denied put right in its own words: a number, or what no known place is."""
    said, denied = found.said, found.denied
    known = whereabouts.find(turn.scene, said, turn.person).sure and not is_figure(said)
    said = ARTICLE.sub("", said)
    if known or (things(denied) and not _only_named(said, denied)):
        return None
    if things(denied):
        right = _with(draft, lambda text: put_right(text, denied, said))
        return right and first_words.remembered(_undecided(right), draft)
    if denied:
        return _with(draft, lambda text: put_right(text, denied, said))
    return _with(draft, lambda text: renumbered(text, said))


def _only_named(said: str, denied: str) -> bool:
    """Whether it is the name of a thing as what it is not is: 监控 for 路灯, and not 井盖没了."""
    if said.isascii():
        return len(said.split()) <= len(denied.split())
    return len(said) <= len(denied) + 1


def _undecided(draft: Draft) -> Draft:
    """Without what was chosen for its words."""
    about = without(draft, "category")
    if "category" in draft.about:
        about.pop("kind", None)
    return replace(draft, about=about)


def _with(draft: Draft, righted: Callable[[str], str]) -> Draft | None:
    """The draft with its words and those of its place put right; None where neither says that. What
    was chosen for the place stays.
    """
    where, told = located(draft), texts(draft)
    place, what = righted(where.words), [righted(part.text) for part in told]
    if not (place or any(what)):
        return None
    said = [
        replace(part, text=now or part.text)
        for part, now in zip(told, what, strict=True)
    ]
    answers: dict[str, Answer] = {**draft.answers, "what": tuple(said)}
    about = draft.about
    if place:
        answers["place"] = replace(where, words=place)
        spot = about.get("spot", {})
        if spot.get("said") == where.words:
            about = about | {"spot": spot | {"said": place}}
    asking = "" if draft.asking == REST else draft.asking
    return replace(draft, answers=answers, about=about, asking=asking)


def _heard(
    turn: Turn,
    draft: Draft,
    found: Correction,
) -> Heard | None:
    """What it is instead: a place, or a matter. Without a word for wrong only what is clearly
    another one counts.
    """
    event = replace(turn.event, text=found.said)
    reading = read_text(turn, found.said)
    where = whereabouts.find(turn.scene, found.said, turn.person)
    matter = reading.intent is Intent.REPORT and reading.report >= A_MATTER
    place = reading.intent is Intent.PLACE_ONLY or is_within(found.said)
    named = may_name(found.said) and not things(found.said)
    if place or (where.sure and (named or not matter)):
        return Heard(event, place=1.0)
    another = reading.sure >= SURE and reading.category != meant(draft).code
    talk = reading.said or only("words-polite", found.said, "words-nod")
    guessed = reading.intent is Intent.CHAT and not talk and reading.category
    counts = matter or guessed if found.plain else matter and another
    return Heard(event, report=A_MATTER) if counts else None


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
    about = _undecided(draft).about
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
