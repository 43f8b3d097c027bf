"""What was written already is put right: over it a correction says what it should have been."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.places.phrases import may_name
from domain.places.renumbered import is_within
from domain.reading.model import Intent
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.coming import keep_media
from handlers.dialog.fields import A_MATTER, located, texts, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.amending import denying, first_words
from handlers.filing.amending.righted import in_its_words
from handlers.filing.amending.unsaid import corrected_by, unplaced
from handlers.filing.draft import REST, meant
from handlers.filing.hearing import SURE, read_text
from handlers.filing.said_instead import (
    Correction,
    corrects,
    denied_last,
    hesitated,
    listed,
    put_so,
)
from handlers.filing.where.spots import road_by_name
from handlers.texts.words import only


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
    told = told or _another_place(turn, draft, said)
    if told and told.kept:
        told = told._replace(said=first_words.named(draft, told.said))
        if not told.said:
            return False  # it was never told: what is to change is asked
        if told.said == words(draft):
            await conversation.proceed(turn, form, draft)
            return True
    found = _of_these((told or asked) if words(draft) else None, draft)
    slip = found if told else denied_last(said) or found
    right = in_its_words(turn, draft, slip) if slip else None
    if right is not None:
        await conversation.proceed(turn, form, right)
        return True
    heard = _heard(turn, draft, found) if found else None
    if heard is None or (told is None and not heard.place):
        return False  # nothing of it says that the first was wrong: another matter
    taken = _instead(turn, form, draft, heard)
    if taken is None:
        return False
    await conversation.proceed(turn, form, taken)
    return True


def _another_place(turn: Turn, draft: Draft, said: str) -> Correction | None:
    """A known place behind "hang on", where another one stood before."""
    rest = hesitated(said)
    if not rest or not (draft.answers.get("place") or draft.about.get("spot")):
        return None
    known = whereabouts.find(turn.scene, rest, turn.person).sure
    only_it = known and may_name(rest) and not things(rest)
    return Correction(rest, True) if only_it else None


def _instead(
    turn: Turn,
    form: Form,
    draft: Draft,
    heard: Heard,
) -> Draft | None:
    """With what it is instead of what was told; None where that says nothing to stand there."""
    changed = unplaced(draft) if heard.place else corrected_by(turn, draft, heard.text)
    came = keep_media(turn, form, changed, turn.event)
    taken = filling.take(form, changed, heard, came)
    if not words(taken):
        return None
    return _there_still(turn, draft, taken) if heard.place else taken


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
    """不对是5号门: what no place is known by, said where one was, tells more of that one, unless it
    is a road by its name. A door or a house leaves a pin where it is too.
    """
    said, spot = located(taken), before.about.get("spot")
    found = whereabouts.find(turn.scene, said.words, turn.person)
    if found.sure or found.likely or road_by_name(turn, said.words):
        return taken
    if spot:
        return replace(taken, about=taken.about | {"spot": spot | {"said": said.words}})
    pin = located(before).place
    if pin is None or not is_within(said.words):
        return taken
    return replace(taken, answers=taken.answers | {"place": replace(said, place=pin)})


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
