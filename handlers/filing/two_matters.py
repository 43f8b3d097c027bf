"""Another matter than the one that is written becomes a draft of its own; one press makes them one,
or puts it in the other's place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.draft import Draft
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.fields import A_MATTER, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import each_apart, several
from handlers.filing.draft import REST, Meant, meant, privacy_of
from handlers.filing.hearing import SURE, heard, read_text
from handlers.filing.judging import place_told
from handlers.filing.where import and_more
from handlers.filing.where.location import RIGHT_AFTER, of_another
from handlers.texts.words import anywhere, asks, plain

BETWEEN = ("", "place", "photos", "grids", "more", "rest")
"""Where another matter may come: nothing is being written anew."""


BY_WHOM = ("words-done-by-fill", "words-caused-fill", "words-polite")
CARES = ("words-cares-not-fill", "words-polite")
PAYS = ("words-deposit-fill", "words-polite")
PAID_IN = ("charging", "vehicle", "property", "lost", "phone", "gear", "housing")
"""Categories of what somebody may have paid a deposit for."""

BEFALLS = ("accident", "rescue", "health")
"""Categories of what may befall somebody there."""
NOTHING: Mapping[str, Any] = {}
SILENCE = timedelta(hours=1)
"""Whoever comes back after so long and says what is where begins anew (ours)."""


async def apart(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Another matter, with its pictures, becomes a draft of its own. Returns whether it was one."""
    event, reading = turn.event, heard(turn)
    if draft.asking not in BETWEEN:
        return False
    both = and_more.parted(turn, draft)
    if both is not None:
        await _placed_and_second(turn, form, draft, both)
        return True
    texts = several.matters(turn, event.text)
    if len(texts) > 1 and not event.album:
        await _each_apart(turn, form, draft, texts)
        return True
    said, private = plain(event.text), privacy_of(draft) is Privacy.CONFIDENTIAL
    fears = anywhere("words-fears").match(said)
    of_them = anywhere("words-said-of-them").match(said) and not reading.places
    if (fears or of_them) and private and reading.danger is None:
        return False  # of whom it tells
    if _befell(turn, draft, reading, said) or _of_it(draft, said):
        return False
    told = _another(draft, reading, bool(event.media))
    if not (told or comes_back(turn, draft, reading)):
        return False
    if place_told(turn, draft, reading):
        return False
    await second(turn, form, draft)
    return True


def _of_it(draft: Draft, said: str) -> bool:
    """Whether it is only who did it, who does not care or what becomes of the money in it, or what
    the other side of an accident wants: 物业也不管, 押金还退不, 他要我赔.
    """
    if asks("words-done-by", said, *BY_WHOM) or asks("words-cares-not", said, *CARES):
        return True
    if meant(draft).code in PAID_IN and asks("words-deposit", said, *PAYS):
        return True
    wants = asks("words-wants-pay", said, "words-wants-pay-fill", "words-polite")
    return wants and meant(draft).code == "accident"


def _befell(turn: Turn, draft: Draft, reading: Reading, said: str) -> bool:
    """Whether it is what came of a hazard that was told just before: 摔了好几个人了, 扎了我的胎."""
    late = turn.unit.now - draft.touched_at >= RIGHT_AFTER
    hazard = meant(draft).kind is Kind.HAZARD and bool(words(draft))
    punctured = reading.category == "vehicle" and anywhere("words-punctured").search(
        said
    )
    came_of_it = (reading.category in BEFALLS or punctured) and not reading.places
    return hazard and bool(came_of_it) and not late


async def _placed_and_second(
    turn: Turn, form: Form, draft: Draft, both: and_more.AndMore
) -> None:
    """The place goes into this draft, the other matter is there too."""
    said = replace(turn.event, text=both.where, media=())
    placed = filling.take(form, draft, Heard(said, place=1.0), [])
    kept = await conversation.keep(turn, form, placed)
    turn.event = replace(turn.event, text=both.more, message_id="")
    await second(turn, form, kept or draft)


async def _each_apart(
    turn: Turn,
    form: Form,
    draft: Draft,
    texts: tuple[str, ...],
) -> None:
    """Several matters at once: the first may be that of the draft."""
    first = read_text(turn, texts[0])
    if _another(draft, first, shown=False):
        await _let_wait(turn, draft)
        draft = await conversation.begin(turn, form, show=False)
    await each_apart.apart(turn, form, draft, texts)


def _another(
    draft: Draft,
    reading: Reading,
    shown: bool,
) -> bool:
    """Whether this is clearly another matter than the one that is written down already. What is
    `shown` by a picture of its own is no place: either of its two likeliest matters will do. Where
    it is asked what to change, it may be what it should have been: any other will do.
    """
    if reading.intent is not Intent.REPORT or not words(draft):
        return False
    if reading.report < A_MATTER:
        return False
    matter: Meant = meant(draft)
    if draft.asking == REST and reading.sure >= SURE:
        return reading.category != matter.code
    if not matter.sure:
        return False
    if reading.sure < SURE and not shown:
        return False
    likely = reading.likely[:1] if reading.sure >= SURE else reading.likely[:2]
    return not {matter.code, *matter.likely[:2]}.intersection(likely)


def comes_back(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether another thing and its place are told long after the last word: 桂花里有个大坑."""
    silent = turn.unit.now - draft.touched_at >= SILENCE
    if not silent or reading.intent is not Intent.REPORT or not words(draft):
        return False
    if reading.category == meant(draft).code or reading.sure < SURE:
        return False
    return _names_a_place(turn, reading)


def _names_a_place(turn: Turn, reading: Reading) -> bool:
    spot = whereabouts.spotted(turn.scene, None, turn.event.text, turn.person)
    return bool(reading.places or spot)


async def second(
    turn: Turn,
    form: Form,
    draft: Draft,
    known: Mapping[str, Any] = NOTHING,
) -> None:
    """Two matters are two drafts; one press makes them one. `known` is what is said of it."""
    await _let_wait(turn, draft)
    presses = [turn.choice("button-together", f"f:{draft.id}:together")]
    if draft.asking == REST:
        presses.append(turn.choice("button-instead", f"f:{draft.id}:instead"))
    turn.reply(turn.say("two-matters"), [presses])
    about = {"beside": draft.id, **known} | _there(turn, draft)
    await conversation.begin(turn, form, about, event=turn.event)


def _there(turn: Turn, draft: Draft) -> dict[str, Any]:
    """Where the first is, for what is told right after it and names no other place. What is
    private goes to others by its place, so it has to be said with it.
    """
    event, reading = turn.event, heard(turn)
    late = turn.unit.now - draft.touched_at >= RIGHT_AFTER
    private = Privacy.CONFIDENTIAL in (reading.privacy, meant(draft).privacy)
    if late or private or event.place or reading.places:
        return {}
    found = whereabouts.find(turn.scene, event.text, turn.person)
    return {} if found.sure or found.likely else of_another(turn, draft)


async def _let_wait(turn: Turn, draft: Draft) -> None:
    """It is shown as it stands once the other is done, whatever page was open."""
    asking = "" if draft.asking == REST else draft.asking
    await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now, asking=asking))
