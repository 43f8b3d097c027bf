"""What is said in private where nothing is open, and is no danger: talk, or something new."""

from __future__ import annotations

from domain.offers import is_number
from domain.reading.model import Intent, Reading
from domain.things import names_one
from domain.told_of import names
from domain.values.number import case_number
from handlers.actions.asking import commands, named_within
from handlers.actions.asking.numbered import concerns
from handlers.actions.carers import (
    addressed,
    after_notice,
    carers_word,
    serials,
    told_fixed,
)
from handlers.actions.corrections import (
    miscalled,
    misplaced,
    misshown,
    more_photos,
    one_more,
    one_word_more,
    turned_away,
    which_side,
)
from handlers.actions.corrections.objections import (
    asks_whom,
    disputed,
    objected_to,
)
from handlers.actions.on_case import late_answer
from handlers.actions.on_case.adding import adds
from handlers.actions.on_case.same_answer import follows
from handlers.actions.own import (
    back_again,
    rated_so,
    said_again,
    shown_done,
    undecided,
    verdicts,
    worse,
)
from handlers.actions.viewing import named_case
from handlers.contents import INTENTS
from handlers.dialog import into_draft
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.several import ENDS
from handlers.hearing import (
    about_us,
    asks_of_it,
    confided_first,
    explained,
    help_is_there,
    no_form,
    reported_already,
    small_talk,
    told_in_talk,
)
from handlers.hearing.elsewhere import elsewhere
from handlers.hearing.filing_talk import talks
from handlers.hearing.own import asked_how, meant_case, not_them, nudged, other_one
from handlers.hearing.staff import called_out, crew, for_us, stand_in, unclear
from handlers.matching import for_the_other, noted_below
from handlers.people.carers import of_carers
from handlers.stations import broken_there
from handlers.texts.words import only
from handlers.wishes import right_after

LOOKED_AT = 10


async def something_new(
    turn: Turn,
    reading: Reading,
) -> None:
    event = turn.event
    if not event.media and case_number(event.text):
        return await commands.case(turn, event.text)
    if (alone(turn) and await serials.asked(turn)) or await meant_case.shown(turn):
        return
    if await elsewhere(turn) or await _asks_us(turn, reading):
        return
    if await verdicts.judged(turn, reading):
        return
    if await told_fixed.offered(turn, reading) or await crew.heard(turn, reading):
        return
    if await other_one.meant(turn, reading) or await _puts_right(turn):
        return
    if not talks(turn, reading) and await concerns(turn, reading):
        return
    if await not_them.said(turn, reading) or await _goes_on(turn, reading):
        return
    if await back_again.told(turn, reading) or await said_again.told(turn, reading):
        return
    if not alone(turn):
        return await filing.begin(turn)
    if await _of_turned_away(turn, reading):
        return
    if await objected_to(turn):
        return
    if only("words-hurry", event.text) or is_number(event.text):  # of no list any more
        return await INTENTS[Intent.STATUS](turn, reading)
    if await no_form.said(turn, reading) or await explained.of_nothing(turn, reading):
        return
    if await _of_theirs(turn, reading):
        return
    if turn.person.staff:
        serials.refuse(turn, event.text)
    if await right_after.offered(turn, reading):
        return
    if await _of_a_carer(turn, reading) or await one_word_more.told(turn, reading):
        return
    if await unclear.heard(turn, reading) or await _answered(turn, reading):
        return
    if not await help_is_there.told(turn, reading, []):
        await filing.begin(turn)


async def _asks_us(turn: Turn, reading: Reading) -> bool:
    """Whether it is asked of us, or how something is done here."""
    if await about_us.of_us(turn, reading):
        return True
    if await reported_already.of_nothing(turn, reading):
        return True
    return await asked_how.of_nothing(turn, reading) or await stand_in.asked(turn)


async def _of_turned_away(turn: Turn, reading: Reading) -> bool:
    if await disputed(turn, reading) or await asks_whom(turn, reading):
        return True
    return await turned_away.told(turn, reading)


async def _of_a_carer(turn: Turn, reading: Reading) -> bool:
    """Whether it is for the filer of a case in their hands: what is said to us is not."""
    if turn.person.staff and for_us.plainly(turn):
        return False
    if await after_notice.offered(turn, reading):
        return True
    return await carers_word.heard(turn, reading)


async def _of_theirs(turn: Turn, reading: Reading) -> bool:
    """Whether it is of a case, or asks for a list: of what staff have in their hands first."""
    if await after_notice.asked_of_danger(turn, reading):
        return True
    if await addressed.told(turn):
        return True
    if await called_out.asked(turn, reading) or await _of_a_case(turn, reading):
        return True
    return await of_carers(turn, reading) or await called_out.left(turn, reading)


async def _answered(turn: Turn, reading: Reading) -> bool:
    """Whether it was talk, and is no matter all the same; a thing that is named alone is one."""
    if await _only_thing(turn, reading):
        return False
    if await undecided.heard(turn, reading):
        return True
    if not await _is_talk(turn, reading):
        return await called_out.told_of_it(turn, reading)
    if await asks_of_it.heard(turn, reading) or small_talk.answered(turn, reading):
        return True
    await INTENTS[reading.intent](turn, reading)
    await told_in_talk.offered(turn, reading)
    return True


async def _only_thing(turn: Turn, reading: Reading) -> bool:
    """Whether a rider names a thing of which they have no report, and says nothing of it yet: what
    is the matter with it may come next.
    """
    said = turn.event.text.strip(ENDS)
    if turn.person.staff or reading.said or not names_one(said):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    return not any(names(case, said) for case in own)


async def _is_talk(turn: Turn, reading: Reading) -> bool:
    news = reading.intent is Intent.CHAT and await _is_news(turn, reading)
    if news or reading.intent not in INTENTS or confided_first.confides(turn, reading):
        return False
    return not await told_in_talk.is_matter(turn, reading)


async def _goes_on(turn: Turn, reading: Reading) -> bool:
    """Whether it goes on from what was said, asked or opened before."""
    if await adds(turn) or await worse.told(turn, reading):
        return True
    if await nudged.heard(turn, reading):
        return True
    if await rated_so.told(turn, reading):
        return True
    if await one_more.told(turn, reading) or await which_side.told(turn, reading):
        return True
    if await follows(turn, reading) or await more_photos.shown(turn):
        return True
    if await late_answer.answers(turn, reading):
        return True
    if await shown_done.kept(turn, reading):
        return True
    return await _opened(turn, reading)


async def _opened(turn: Turn, reading: Reading) -> bool:
    """Whether it is of the station, or of the service, that was opened last."""
    if await broken_there.reported(turn, reading):
        return True
    if alone(turn) and await noted_below.taken(turn, reading):
        return True
    return await for_the_other.offered(turn, reading)


async def _puts_right(turn: Turn) -> bool:
    """Whether it is of what was filed just before: a photo, its place, what it is about."""
    if await misshown.corrected(turn) or explained.of_a_photo(turn):
        return True
    if await misplaced.corrected(turn):
        return True
    return await more_photos.announced(turn) or await miscalled.corrected(turn)


async def _of_a_case(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether the talk names a case, by its number or as what is not needed any more."""
    if not talks(turn, reading):
        return False
    case = await named_within.named(turn, reading)
    if case is not None:
        await named_case.one(turn, case)
    return case is not None


async def _is_news(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether this may tell of an own open case: what names a matter, or is only guessed to be a
    chat, is none then.
    """
    signs = into_draft.no_words(turn.event)
    if signs or (reading.said and not reading.category):
        return False
    return bool(await turn.unit.cases.open_of(turn.person.id, 1))
