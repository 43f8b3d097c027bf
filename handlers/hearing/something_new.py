"""What is said in private where nothing is open, and is no danger: talk, or something new."""

from __future__ import annotations

from domain.offers import is_number
from domain.reading.model import Intent, Reading
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
    befell,
    come_there,
    miscalled,
    misplaced,
    misshown,
    more_photos,
    one_more,
    one_word_more,
    owed_photo,
    same_elsewhere,
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
    as_last_time,
    back_again,
    rated_so,
    said_again,
    shown_done,
    undecided,
    verdicts,
    worse,
)
from handlers.actions.viewing import named_case
from handlers.admin import plain_roles
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.hearing import (
    about_us,
    explained,
    help_is_there,
    no_form,
    passable,
    reported_already,
)
from handlers.hearing.as_talk import answered
from handlers.hearing.elsewhere import elsewhere
from handlers.hearing.filing_talk import talks
from handlers.hearing.hearers import Hearer, first_of, of_words, unread
from handlers.hearing.own import (
    asked_how,
    clumsy,
    meant_case,
    no_longer,
    not_them,
    nudged,
    other_one,
    pieced,
    praised,
    said_there,
    their_number,
    threatened,
    who_has_it,
)
from handlers.hearing.staff import called_out, crew, for_us, stand_in, unclear
from handlers.matching import for_the_other, noted_below
from handlers.people.carers import of_carers
from handlers.stations import broken_there
from handlers.texts.words import only
from handlers.wishes import right_after


async def something_new(turn: Turn, reading: Reading) -> None:
    """Whoever takes it first; what nobody takes is a report."""
    if not await first_of(HEARERS, turn, reading):
        await filing.begin(turn)


async def _numbered(turn: Turn, reading: Reading) -> bool:
    """The number of a case, and no picture: it is shown."""
    named = not turn.event.media and bool(case_number(turn.event.text))
    if named:
        await commands.case(turn, turn.event.text)
    return named


async def _explained_photo(turn: Turn) -> bool:
    return explained.of_a_photo(turn)


async def _concerns(turn: Turn, reading: Reading) -> bool:
    """A matter of a case that it names."""
    return not talks(turn, reading) and await concerns(turn, reading)


async def _shown(turn: Turn, reading: Reading) -> bool:
    """What came with a picture or a place is a report, and no talk."""
    shown = not alone(turn)
    if shown:
        await filing.begin(turn)
    return shown


async def _of_no_list(turn: Turn, reading: Reading) -> bool:
    """A number that chooses of no list any more, or "hurry": how their cases stand."""
    said = turn.event.text
    taken = bool(only("words-hurry", said)) or is_number(said)
    if taken:
        await INTENTS[Intent.STATUS](turn, reading)
    return taken


async def _named(turn: Turn, reading: Reading) -> bool:
    """Whether the talk names a case, by its number or as what is not needed any more."""
    case = await named_within.named(turn, reading) if talks(turn, reading) else None
    if case is not None:
        await named_case.one(turn, case)
    return case is not None


async def _no_serial(turn: Turn, reading: Reading) -> bool:
    """Raises Refused where staff say a number that no case in their hands has."""
    if turn.person.staff:
        serials.refuse(turn, turn.event.text)
    return False


async def _of_a_carer(turn: Turn, reading: Reading) -> bool:
    """Whether it is for the filer of a case in their hands: what is said to us is not."""
    if turn.person.staff and for_us.plainly(turn):
        return False
    if await after_notice.offered(turn, reading):
        return True
    return await carers_word.heard(turn, reading)


async def _only_helped(turn: Turn, reading: Reading) -> bool:
    return await help_is_there.told(turn, reading, [])


ASKS_US: tuple[Hearer, ...] = (
    about_us.of_us,
    reported_already.of_nothing,
    passable.asked,
    unread(plain_roles.of_rider),
    asked_how.of_nothing,
    their_number.asked,
    who_has_it.asked,
    clumsy.told,
    unread(stand_in.asked),
)
"""It is asked of us, or how something is done here."""

PUTS_RIGHT: tuple[Hearer, ...] = (
    unread(misshown.corrected),
    unread(_explained_photo),
    unread(misplaced.corrected),
    unread(more_photos.announced),
    unread(miscalled.corrected),
)
"""It is of what was filed just before: a photo, its place, what it is about."""

GOES_ON: tuple[Hearer, ...] = (
    unread(adds),
    threatened.told,
    worse.told,
    nudged.heard,
    rated_so.told,
    same_elsewhere.told,
    befell.told,
    come_there.told,
    one_more.told,
    which_side.told,
    follows,
    unread(more_photos.shown),
    unread(owed_photo.shown),
    late_answer.answers,
    shown_done.kept,
)
"""It goes on from what was said or asked before."""

OPENED: tuple[Hearer, ...] = (
    broken_there.reported,
    of_words(noted_below.taken),
    for_the_other.offered,
)
"""It is of the station, or of the service, that was opened last."""

TURNED_AWAY: tuple[Hearer, ...] = (
    disputed,
    asks_whom,
    turned_away.told,
    unread(objected_to),
)
"""It is of a case that was turned away, or objects to what became of one."""

OF_THEIRS: tuple[Hearer, ...] = (
    after_notice.asked_of_danger,
    unread(addressed.told),
    called_out.asked,
    _named,
    of_carers,
    called_out.left,
)
"""It is of a case, or asks for a list: of what staff have in their hands first."""

HEARERS: tuple[Hearer, ...] = (
    no_longer.told,
    _numbered,
    of_words(unread(serials.asked)),
    unread(meant_case.shown),
    unread(elsewhere),
    *ASKS_US,
    undecided.unknown,
    verdicts.judged,
    told_fixed.offered,
    crew.heard,
    other_one.meant,
    *PUTS_RIGHT,
    said_there.told,
    _concerns,
    not_them.said,
    praised.told,
    pieced.together,
    as_last_time.told,
    *GOES_ON,
    *OPENED,
    back_again.told,
    said_again.told,
    _shown,
    *TURNED_AWAY,
    _of_no_list,
    no_form.said,
    explained.of_nothing,
    *OF_THEIRS,
    _no_serial,
    right_after.offered,
    _of_a_carer,
    one_word_more.told,
    unclear.heard,
    answered,
    _only_helped,
)
"""In the order in which they are asked; behind `_shown` are those of words alone."""
