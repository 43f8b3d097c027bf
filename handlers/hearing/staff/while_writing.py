"""What staff ask for while they write about a case: a list, how to, or what is no word of it."""

from __future__ import annotations

from domain.draft import Draft
from domain.offers import is_number
from domain.reading.model import Intent, Reading
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.card_words import said_in
from handlers.actions.carers.says_no import says_no
from handlers.actions.table import ACTS
from handlers.contents import INTENTS
from handlers.dialog import conversation
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.hearing.staff import crew, said_commands
from handlers.lists import bare, work_asked
from handlers.people.carers import of_carers
from handlers.texts.words import only


async def asks_staff(
    turn: Turn,
    form: Form,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether staff asked for a list, or what to write, in place of writing it; a bare number is no
    word about a case.
    """
    said = turn.event.text
    if turn.event.reply_to:
        return False
    if only("words-open-work", said, "words-my-work"):
        await of_carers(turn, reading)
    elif await _listed(turn, form, reading) or (
        form.summary and await _commanded(turn, reading)
    ):
        pass
    elif only("words-how-to", said):
        await INTENTS[Intent.HOW_TO](turn, reading)
    elif _no_word(form, said):
        turn.reply(turn.say("not-an-answer"))
    elif not await crew.no_words(turn, reading):
        return False
    conversation.show(turn, form, draft)
    return True


async def _commanded(turn: Turn, reading: Reading) -> bool:
    """出上月台账: whether what is no word for everybody was asked of us, and was done."""
    sends = only("words-say-announce", turn.event.text, "words-polite")
    return not sends and await said_commands.bare(turn, reading)


async def _listed(turn: Turn, form: Form, reading: Reading) -> bool:
    """Whether it asked which cases are late, or are so and so, and was told."""
    if await work_asked.while_writing(turn, reading, asks=_asks(form)):
        return True
    return bare.names_filters(turn, turn.event.text) and await bare.asked(turn)


def _asks(form: Form) -> bool:
    """Whether what is written may be a question."""
    return form.name in ACTS and ACTS[form.name].asks


def _no_word(form: Form, said: str) -> bool:
    """Whether it tells nobody anything: a bare number, "what?", a button's word as a question."""
    if only("words-puzzled", said) or (is_number(said) and form.heed is None):
        return True
    row = ACTS.get(form.name)
    if row is not None and not row.hollow and act_of_staff(said) == (form.name, ""):
        return True
    tells = row is not None and row.bare  # 还没办好 is what its filer may hear
    return said_in(said).asked or (says_no(said) and not tells)
