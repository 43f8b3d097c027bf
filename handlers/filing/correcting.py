"""不对，是井盖坏了: over what is written already it says what it should have been."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from domain.draft import Draft
from domain.offers import is_number
from domain.reading.model import Intent
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.coming import keep_media
from handlers.dialog.fields import A_MATTER, located, texts, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, without
from handlers.filing.hearing import SURE, read_text
from handlers.texts.words import AFTER, anywhere, one_of, only

REST = "rest"
"""The page that asks what to change."""

LONGEST_DENIED = 20
"""Letters of what it is not, in 不是路灯，是井盖."""


class Correction(NamedTuple):
    """What it is instead; `plain` where a word says that the first was wrong; `denied` is what it
    is not, '' where that is not said.
    """

    said: str
    plain: bool
    denied: str = ""


def corrects(text: str) -> Correction | None:
    """What the words put in place of what was said, None where they correct nothing."""
    said = text.strip().replace("’", "'")
    for plain, pattern in _patterns():
        found = pattern.fullmatch(said)
        if found:
            denied = found.groupdict().get("denied") or ""
            return Correction(found["rest"].strip(), plain, denied.strip())
    return None


def is_figure(said: str) -> bool:
    """Whether it is a number alone: it may be that of a grid, of a building, of a charger."""
    return is_number(anywhere("words-number-sign").sub("", said))


def misplaces(text: str) -> str | None:
    """The place that stands behind 地方错了, '' where none does; None for other words."""
    said = text.strip().replace("’", "'")
    if only("words-wrong-place", said, "words-sorry"):
        return ""
    found = _misplacing().fullmatch(said)
    return found["rest"].strip() if found else None


def instead(text: str) -> str | None:
    """What stands behind a word that says that the first was wrong, '' where nothing does; None
    where none says so.
    """
    found = corrects(text)
    if found:
        return found.said
    told = _told_first().fullmatch(text.strip().replace("’", "'"))
    return told["rest"].strip() if told else misplaces(text)


@cache
def _told_first() -> re.Pattern[str]:
    """What it is, and behind it what it is not: 在柳岸，不是万福."""
    denied = rf"{one_of('words-not')}[^,，。.;；]{{1,{LONGEST_DENIED}}}"
    return re.compile(rf"(?P<rest>.+?){AFTER}+{denied}{AFTER}*", re.I | re.S)


@cache
def _misplacing() -> re.Pattern[str]:
    sorry = f"(?>{one_of('words-sorry')}{AFTER}*)*+"
    wrong, is_ = one_of("words-wrong-place"), one_of("words-is", "words-at")
    text = rf"{sorry}{wrong}{AFTER}*(?:{is_}\s*)*(?P<rest>.+)"
    return re.compile(text, re.IGNORECASE | re.DOTALL)


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    sorry = f"(?>{one_of('words-sorry')}{AFTER}*)*+"
    wrong = one_of("words-wrong", "words-wrong-place")
    instead = one_of("words-instead")
    is_ = f"{one_of('words-is')}\\s*"
    at, not_the = one_of("words-at"), one_of("words-not-the")
    it_is_not = rf"(?P<denied>[^,，。.;；]{{1,{LONGEST_DENIED}}}"
    denied = rf"{one_of('words-not')}{it_is_not}?)"
    rest = "(?P<rest>.+)"
    both = rf"(?:{denied}(?:{AFTER}+|(?={is_})))?(?:{is_})?"
    behind = rf"(?:{AFTER}+|(?<=[^\x00-\x7f])){one_of('words-not')}{it_is_not}?)"
    made = (
        (True, rf"{sorry}{wrong}(?:{AFTER}+|(?={is_}|{at})){both}{rest}"),
        (False, rf"{sorry}{denied}{AFTER}*{is_}{rest}"),
        (False, rf"{sorry}{instead}\s*{rest}"),
        (False, rf"{sorry}{not_the}{it_is_not}){AFTER}+{rest}"),
        (False, rf"{sorry}{is_}(?P<rest>.+?){behind}{AFTER}*"),
    )
    flags = re.IGNORECASE | re.DOTALL
    return tuple((plain, re.compile(text, flags)) for plain, text in made)


async def corrected(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether the message corrects the matter of this draft, or its place; then it is done. So does
    a place that is said to 要改哪里？.
    """
    said = turn.event.text
    asked = Correction(said, False) if said and draft.asking == REST else None
    told = corrects(said)
    found = (told or asked) if words(draft) else None
    right = _put_right(turn, draft, found) if found else None
    if right is not None:
        await conversation.proceed(turn, form, right)
        return True
    heard = _heard(turn, draft, found) if found else None
    if told is None and heard is not None and not heard.place:
        return False  # nothing of it says that the first was wrong: another matter
    if heard is None:
        return False
    changed = unplaced(draft) if heard.place else unsaid(turn, draft, heard.text)
    came = keep_media(turn, form, changed, turn.event)
    taken = filling.take(form, changed, heard, came)
    await conversation.proceed(turn, form, taken)
    return True


def _put_right(
    turn: Turn,
    draft: Draft,
    found: Correction,
) -> Draft | None:
    """With what was denied put right in its own words: a number, or what no known place is."""
    said, denied = found.said, found.denied
    known = whereabouts.find(turn.scene, said, turn.person).sure and not is_figure(said)
    if not denied or known or things(denied) or denied not in words(draft):
        return None
    told = tuple(
        replace(part, text=part.text.replace(denied, said, 1)) for part in texts(draft)
    )
    return replace(draft, answers={**draft.answers, "what": told})


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
    if reading.intent is Intent.PLACE_ONLY or (where.sure and not matter):
        return Heard(event, place=1.0)
    another = reading.sure >= SURE and reading.category != meant(draft).code
    talk = reading.said or only("words-polite", found.said, "words-nod")
    guessed = reading.intent is Intent.CHAT and not talk and reading.category
    counts = matter or guessed if found.plain else matter and another
    return Heard(event, report=A_MATTER) if counts else None


def unsaid(
    turn: Turn,
    draft: Draft,
    instead: str,
) -> Draft:
    """Without its words and what was chosen for them. The place that they named stays, unless the
    words `instead` name one.
    """
    about = without(draft, "category")
    if "category" in draft.about:
        about.pop("kind", None)
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
