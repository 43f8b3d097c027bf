"""An answer is judged before it is taken: what is a matter goes to the words, what is a place to
the place, whatever was asked; another matter becomes a draft of its own.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.places.phrases import may_name
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.values.number import number_within
from handlers.casework import whereabouts
from handlers.dialog import conversation, ending, filling
from handlers.dialog.fields import (
    A_MATTER,
    MOST_PHOTOS,
    SHORT_PLACE,
    attachments,
    texts,
    words,
)
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import grids, several
from handlers.filing.correcting import REST, unsaid
from handlers.filing.draft import Meant, meant, needs
from handlers.filing.hearing import SURE, heard, read_text
from handlers.filing.taken_along import FROM, lines_of
from handlers.filing.wishing import goes_on

MATTERS = (Intent.REPORT, Intent.EMERGENCY)
BETWEEN = ("", "place", "photos", "grids", "more", "rest")
"""Where another matter may come: nothing is being written anew."""

KNOWN = 0.9  # of a place that is known
SAID_SO = 0.7


def hear(
    turn: Turn,
    draft: Draft,
) -> Heard:
    """What this message means to a filing: a matter, a place, or talk."""
    event, reading = turn.event, heard(turn)
    place = _place(turn, draft, reading)
    # what stands below a picture is said of it
    talk = reading.intent not in MATTERS and not (place or event.media)
    return Heard(
        event,
        max(reading.report, _tells(turn, reading)),
        place,
        talk,
    )


def _tells(
    turn: Turn,
    reading: Reading,
) -> float:
    """How far this tells at least what is the matter or what happened: a sentence that could be
    no name is no place, also where that is asked.
    """
    tells = reading.intent in MATTERS and not may_name(turn.event.text)
    return A_MATTER if tells else 0.0


def _place(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> float:
    """How surely the words name a place; 0 where that is not asked. What was asked for is a place
    unless it is clearly a matter or talk.
    """
    if reading.intent is Intent.PLACE_ONLY:
        return 1.0
    text = turn.event.text.strip()
    if goes_on(draft, text):
        return 0.0
    if draft.asking == grids.STEP and reading.report < A_MATTER:
        return SAID_SO if len(text) <= SHORT_PLACE else 0.0
    asked = (draft.asking or needs(draft)) == "place"
    if not asked or reading.danger:
        return 0.0
    if words(draft) and _plain_name(text, reading):
        return SAID_SO
    if reading.intent in MATTERS:
        return 0.0
    found = whereabouts.find(turn.scene, text, turn.person)
    return KNOWN if found.sure or found.likely else 0.0


def _plain_name(
    text: str,
    reading: Reading,
) -> bool:
    """Whether it may be the name of a place, though letters guess a chat or a matter in it."""
    guessed = reading.intent in (Intent.CHAT, *MATTERS) and not reading.said
    if reading.privacy is not Privacy.OPEN or number_within(text):
        return False
    return guessed and may_name(text)


def answers(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether words that look like talk answer what was asked."""
    return filling.best(form, draft, hear(turn, draft))[1].taken


def continues(draft: Draft, reading: Reading) -> bool:
    """Whether a danger goes on from this draft: nothing is written in it, or the same matter."""
    return not words(draft) or meant(draft).code == reading.category


async def apart(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Another matter, with its pictures, becomes a draft of its own. Returns whether it was one."""
    event, reading = turn.event, heard(turn)
    if draft.asking not in BETWEEN:
        return False
    texts = several.matters(turn, event.text)
    if len(texts) > 1 and not event.album:
        await _each_apart(turn, form, draft, texts)
        return True
    if not _another(draft, reading, bool(event.media)):
        return False
    if _place(turn, draft, reading):
        return False
    await _second(turn, form, draft)
    return True


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
    await several.apart(turn, form, draft, texts)


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


async def _second(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> None:
    """Two matters are two drafts; one press makes them one."""
    await _let_wait(turn, draft)
    presses = [turn.choice("button-together", f"f:{draft.id}:together")]
    if draft.asking == REST:
        presses.append(turn.choice("button-instead", f"f:{draft.id}:instead"))
    turn.reply(turn.say("two-matters"), [presses])
    await conversation.begin(
        turn,
        form,
        {"beside": draft.id},
        event=turn.event,
    )


async def _let_wait(turn: Turn, draft: Draft) -> None:
    """It is shown as it stands once the other is done, whatever page was open."""
    asking = "" if draft.asking == REST else draft.asking
    await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now, asking=asking))


async def together(turn: Turn, draft: Draft) -> Draft:
    """合成一件: what the other draft has joins this one."""
    for other in await _beside(turn, draft):
        draft = _joined(draft, other)
        await ending.drop(turn, other)
    return draft


async def in_its_place(turn: Turn, draft: Draft) -> Draft:
    """换成这件: what was said to 要改哪里？ is what it should have been. Raises Refused where that
    is a report of its own by now.
    """
    others = await _beside(turn, draft)
    if not others:
        raise Refused("refuse-old-button")
    draft = unsaid(turn, draft, words(others[-1]))
    for other in others:
        draft = _joined(draft, other)
        await ending.drop(turn, other)
    return draft


async def _beside(turn: Turn, draft: Draft) -> list[Draft]:
    drafts = await open_drafts(turn)
    return [one for one in drafts if one.about.get("beside") == draft.id]


def _joined(draft: Draft, other: Draft) -> Draft:
    """With the other's words and pictures, and its place where this one has none."""
    answers = {**other.answers, **draft.answers}
    answers["what"] = (*texts(draft), *texts(other))
    pictures = (*attachments(draft), *attachments(other))
    if pictures:
        answers["photos"] = pictures[:MOST_PHOTOS]
    lines = [*lines_of(draft), *lines_of(other)]
    about = draft.about | {FROM: lines} if lines else draft.about
    return replace(draft, answers=answers, about=about)
