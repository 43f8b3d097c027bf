"""What staff say in plain words where nothing is open: of the case in their hands, of their steps,
of lists and leave. A row for each kind, the first that is meant counts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from domain.reading.model import Reading
from domain.values.numbers_said import SERIAL, within
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers import (
    asks_of_card,
    in_hand,
    pressing_on,
    reaching,
    recategorised,
    reurged,
    says_no,
    serials,
    thanking,
    undo_named,
    undoing,
    which_card,
    work_shown,
)
from handlers.actions.carers.card_words import Said
from handlers.admin import plain_policy, plain_roles
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing import on_the_spot
from handlers.hearing.staff import (
    asked_how,
    asked_of_us,
    called_out,
    how_it_went,
    leaving,
    nothing_found,
    of_colleagues,
    of_the_office,
    said_commands,
    unclear,
)
from handlers.hearing.staff.by_name import by_whole_names
from handlers.lists import bare, oldest, paging, searched, urged, work_asked
from handlers.lists.in_words import first_told, same
from handlers.people import came_back, carers, is_here, loads, off, plainly
from handlers.people.duty import in_words
from handlers.people.duty import several as several_turns
from handlers.stats import own_work
from handlers.texts.words import anywhere, asks, plain

STANDS = (
    "words-is-late",
    "words-is-untaken",
    "words-due-soon",
    "words-due-today",
    "words-due-tomorrow",
    "words-due-week",
    "words-supervised",
    "words-yellow-card",
    "words-red-card",
)
Row = Callable[[Turn, Reading], Awaitable[bool]]


async def _pin(turn: Turn, reading: Reading) -> bool:
    return await on_the_spot.placed(turn)


async def _of_a_number(turn: Turn, reading: Reading) -> bool:
    """把0002并到0001, 0002啥情况: what names a case that they see is no part of another report."""
    text = turn.event.text
    numbers = () if reading.danger else (*within(text), *SERIAL.findall(text))
    for number in numbers:
        if not await seen_as(turn, number):
            return False
    if not numbers:
        return False
    return await serials.asked(turn) or await heard(turn, reading)


async def _merge(turn: Turn, reading: Reading) -> bool:
    """合并 alone, where no two stand there: it is asked of which one."""
    if not alone(turn):
        return False
    if not asks("words-merge-alone", turn.event.text, "words-polite"):
        return False
    return await which_card.done(turn, Said((), "merge"))


async def _urged(turn: Turn, reading: Reading) -> bool:
    return await urged.all_late(turn)


async def _listed(turn: Turn, reading: Reading) -> bool:
    """超时的, 明天要办的: how cases stand is no part of a report; that it is urgent is."""
    said = plain(turn.event.text)
    stands = any(anywhere(key).search(said) for key in STANDS)
    if not (stands and bare.names_standing(turn, said)):
        return False
    return await bare.asked(turn)


ROWS: tuple[Row, ...] = (
    _pin,
    paging.asked,
    oldest.asked,
    searched.asked,
    same.asked,
    _merge,
    undoing.asked,
    undo_named.asked,
    plain_policy.asked,
    how_it_went.asked,
    own_work.asked,
    plain_roles.asked,
    asked_how.asked,
    asked_of_us.reminds,
    thanking.asked,
    recategorised.asked,
    reurged.asked,
    reaching.asked,
    plainly.who_has,
    plainly.on_duty,
    plainly.starts_duty,
    plainly.off_duty,
    plainly.back,
    asks_of_card.asked,
    came_back.asked,
    is_here.asked,
    off.of_others,
    off.said,
    leaving.asked,
    of_colleagues.asked,
    several_turns.asked,
    in_words.asked,
    loads.asked,
    loads.too_much,
    _urged,
    pressing_on.asked,
    first_told.asked,
    unclear.of_no_list,
    of_the_office.asked,
    called_out.told,
    nothing_found.told,
    work_shown.told,
    in_hand.told,
    says_no.told,
    said_commands.asked,
    work_asked.asked,
    bare.of_colleague,
    asked_of_us.asked,
    of_the_office.for_colleague,
    of_the_office.unknown,
    work_shown.captioned,
)


BESIDE: tuple[Row, ...] = (
    _of_a_number,
    unclear.done_of_none,
    of_the_office.asked,
    of_the_office.for_colleague,
    asked_how.beside,
    plainly.who_has,
    plainly.on_duty,
    plainly.starts_duty,
    plainly.back,
    off.of_others,
    off.said,
    loads.asked,
    searched.asked,
    how_it_went.asked,
    work_asked.beside,
    own_work.asked,
    _listed,
    carers.lists,
    said_commands.bare,
)
"""What is asked for or said so plainly that it is no part of a report that is open."""


OF_COLLEAGUES = frozenset(
    {
        plainly.who_has,
        is_here.asked,
        came_back.asked,
        off.of_others,
        off.said,
        leaving.asked,
        of_colleagues.asked,
        of_the_office.asked,
        of_the_office.for_colleague,
        plain_roles.asked,
        several_turns.asked,
        in_words.asked,
        loads.asked,
        own_work.asked,
        work_asked.asked,
        work_asked.beside,
        bare.of_colleague,
    }
)
"""What names a colleague, and keeps no word of what was said."""


NO_WORDS: tuple[Row, ...] = (plainly.who_has, plainly.on_duty)
"""The same of what is written to somebody about a case."""


async def no_words(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of those, while words for a case are asked for."""
    return await _first(turn, reading, NO_WORDS)


async def beside(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of those, while something is being reported."""
    return await _first(turn, reading, BESIDE)


async def heard(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of these. Of riders it is none."""
    return await _first(turn, reading, ROWS)


async def _first(turn: Turn, reading: Reading, rows: Sequence[Row]) -> bool:
    if not turn.person.staff:
        return False
    written = turn.event
    spelled = replace(written, text=by_whole_names(turn))
    for row in rows:
        turn.event = spelled if row in OF_COLLEAGUES else written
        if await row(turn, reading):
            return True
    turn.event = written
    return False
