"""What staff say while a case is in their hands: of an emergency that they were called to it goes
at once to whoever waits there and to the others who were called; of any other case it is offered.
Only a danger that is plainly another one is an emergency of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.reading.model import Reading
from domain.values.number import case_number
from handlers.actions.asking import commands
from handlers.actions.asking.beginning import begin
from handlers.actions.carers import in_hand
from handlers.actions.carers.about_case import able, offer
from handlers.actions.carers.after_notice import ASKING, TELLING
from handlers.actions.carers.at_hand import (
    alone_in_hand,
    emergencies_near,
    emergency,
    taken_lately,
)
from handlers.actions.carers.fitting import not_ours
from handlers.actions.carers.in_hand import under_way
from handlers.actions.emergencies.emergencies import running
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.hearing.staff.called_words import (
    LONGEST,
    another,
    asks,
    no_danger,
    own_matter,
    says_something,
    tells_calls,
)
from handlers.hearing.staff.unclear import orders
from handlers.texts.words import anywhere, plain

OPENLY = ("tell", "note")
"""What becomes at once of words about an emergency, the first that may be done."""


async def endangered(turn: Turn, reading: Reading) -> bool:
    """Whether words that sound like a danger are of the case in their hands, and name no other."""
    if reading.danger is None or not (turn.person.staff and alone(turn)):
        return False
    if case_number(turn.event.text) or await running(turn):
        return False
    case = await emergency(turn)
    if case is not None:
        if another(turn, case, reading):
            return False
        return await _passed_on(turn, case, doubt=not no_danger(turn))
    if not no_danger(turn):
        return False
    if await _near(turn):
        return True
    case = await taken_lately(turn)
    if case is not None:
        return await _offered(turn, case)
    cases = await in_hand.in_hand(turn, reading) if tells_calls(turn) else ()
    if cases:
        await in_hand.ask(turn, cases)
    return bool(cases)


async def _near(turn: Turn) -> bool:
    """Whether they tell that help comes to an emergency near them, to which they were not called:
    a press keeps it there.
    """
    cases = await emergencies_near(turn) if tells_calls(turn) else ()
    able_there = [one for one in cases if await able(turn, one, in_hand.ACTS)]
    if able_there:
        await in_hand.ask(turn, able_there)
    return bool(able_there)


def only_tells_filer(turn: Turn) -> bool:
    """Whether something shall be told the filer (跟骑手说一声) that is no danger by itself."""
    said = plain(turn.event.text)
    led = anywhere("words-tell-filer").match(said)
    return led is not None and read_text(turn, said[led.end() :]).danger is None


async def at_filers(turn: Turn) -> None:
    """A danger that is told of a filer (他说要跳楼) is at the place of the case in hand."""
    if not anywhere("words-of-filer").match(turn.event.text.strip().lower()):
        return
    case = await taken_lately(turn)
    turn.said_of = case.id if case else None


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it is how far they are with an emergency, or what others do there."""
    said = turn.event.text
    if not alone(turn) or not (under_way(said) or no_danger(turn)) or asks(said):
        return False
    if not_ours(said):
        return False
    case = await emergency(turn)
    if case is None:
        return await _near(turn)
    return await alone_in_hand(turn, case) and await _passed_on(turn, case)


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it is a question of the case in their hands. Who else goes to an emergency is asked
    of the others; how it stands there I show to whoever has not taken it.
    """
    said = turn.event.text.strip().lower()
    if not (turn.person.staff and asks(said) and says_something(turn, reading)):
        return False
    case = await emergency(turn)
    if case is None or another(turn, case, reading):
        return await told_of_it(turn, reading)
    if anywhere("words-asks-crew").match(said):
        return await _passed_on(turn, case, ("note",))
    if anywhere("words-how-it-is").search(said) and case.assignee_id != turn.person.id:
        await commands.case(turn, case.number)
        return True
    return await _offered(turn, case)


async def left(turn: Turn, reading: Reading) -> bool:
    """Whether it is of the emergency that they were called to: whatever else is no talk. An order,
    or what they want to know of their work, is for nobody who waits there.
    """
    if not says_something(turn, reading) or orders(turn):
        return False
    case = await emergency(turn)
    if case is None or another(turn, case, reading):
        return False
    if anywhere("words-speaks-of-rider").match(plain(turn.event.text)):
        return await _offered(turn, case)  # 骑手太烦了 is for no rider
    return await alone_in_hand(turn, case) and await _passed_on(turn, case)


async def told_of_it(turn: Turn, reading: Reading) -> bool:
    """Whether what would be a report is of the case in their hands, and names nothing else."""
    if not turn.person.staff or len(turn.event.text) > LONGEST:
        return False
    case = await taken_lately(turn)
    if case is None or own_matter(turn, case, reading):
        return False
    return await _offered(turn, case)


async def _passed_on(
    turn: Turn, case: Case, names: Sequence[str] = OPENLY, doubt: bool = False
) -> bool:
    """To whoever waits there and those who were called; in `doubt` a press makes it another one."""
    said, acts = turn.event.text.strip(), await able(turn, case, names)
    if not acts:
        return False
    await begin(turn, case, acts[0], "", words=said)
    if doubt:
        data = f"n:{turn.unit.history.last}"
        row = [turn.choice("button-another-emergency", data)]
        turn.reply(turn.say("emergency-of-this"), [row], case_id=case.id)
    return True


async def _offered(turn: Turn, case: Case) -> bool:
    said = turn.event.text.strip()
    acts = await able(turn, case, ASKING if asks(said) else TELLING)
    if acts:
        await offer(turn, case, said, acts)
    return bool(acts)
