"""What staff say while a case is in their hands: of an emergency that they were called to it goes
at once to whoever waits there and to the others who were called; of any other case it is offered.
Only a danger that is plainly another one is an emergency of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import things
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
from handlers.actions.emergencies import help_comes
from handlers.actions.emergencies.belonging import Belongs, belongs, confides
from handlers.actions.emergencies.emergencies import running
from handlers.actions.emergencies.emergency_place import spotted
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.hearing.staff.unclear import orders
from handlers.lists import bare
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain

LONGEST = 80
"""Letters: whoever says more tells of more than that (ours)."""
TALK = ("words-nod", "words-my-work", "words-open-work")
"""What says nothing of a case, or asks for a list."""
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
        if _another(turn, case, reading):
            return False
        return await _passed_on(turn, case, doubt=not _no_danger(turn))
    if not _no_danger(turn):
        return False
    if await _near(turn):
        return True
    case = await taken_lately(turn)
    if case is not None:
        return await _offered(turn, case)
    cases = await in_hand.in_hand(turn, reading) if _tells_calls(turn) else ()
    if cases:
        await in_hand.ask(turn, cases)
    return bool(cases)


async def _near(turn: Turn) -> bool:
    """Whether they tell that help comes to an emergency near them, to which they were not called:
    a press keeps it there.
    """
    cases = await emergencies_near(turn) if _tells_calls(turn) else ()
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
    if not alone(turn) or not (under_way(said) or _no_danger(turn)) or asks(said):
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
    if not (turn.person.staff and asks(said) and _says_something(turn, reading)):
        return False
    case = await emergency(turn)
    if case is None or _another(turn, case, reading):
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
    if not _says_something(turn, reading) or orders(turn):
        return False
    case = await emergency(turn)
    if case is None or _another(turn, case, reading):
        return False
    return await alone_in_hand(turn, case) and await _passed_on(turn, case)


def _says_something(turn: Turn, reading: Reading) -> bool:
    """Whether staff say more than a nod, and ask for nothing that I show."""
    said = turn.event.text.strip()
    if not turn.person.staff or len(said) > LONGEST or bare.asks_more(turn, said):
        return False
    if only("words-polite", said, *TALK) or only("words-cry", said):
        return False
    asked_there = asks(said) and any(
        anywhere(key).search(said.lower())
        for key in ("words-of-the-place", "words-how-it-is", "words-asks-crew")
    )
    return asked_there or not reading.said


async def told_of_it(turn: Turn, reading: Reading) -> bool:
    """Whether what would be a report is of the case in their hands, and names nothing else."""
    if not turn.person.staff or len(turn.event.text) > LONGEST:
        return False
    case = await taken_lately(turn)
    if case is None or _own_matter(turn, case, reading):
        return False
    return await _offered(turn, case)


def asks(said: str) -> bool:
    """Whether it is a question, with or without a sign of one; "the ambulance is there" is none."""
    rest = help_comes.told().sub(" ", plain(said))
    return questioned(said) or questioned(rest, "words-whether", "words-asks-crew")


def _another(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it plainly is another danger, or another matter: at another place, of one more
    person.
    """
    said = plain(turn.event.text)
    if only("words-cry", said) or anywhere("words-one-more-person").search(said):
        return True
    catalogue = turn.setup.catalogue
    found = belongs(case, reading, spotted(turn), catalogue, late=False)
    return found is Belongs.APART


def _own_matter(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it has a place of its own, is confidential, or tells of another thing."""
    if reading.places or spotted(turn) is not None or confides(case, reading):
        return True
    said, another = turn.event.text, reading.category != case.category
    told = reading.intent is Intent.REPORT and another and things(said)
    return bool(told) and not asks(said) and not under_way(said)


def _no_danger(turn: Turn) -> bool:
    """Whether words that sound like one only ask, tell who was called, or what to beware of."""
    said = plain(turn.event.text)
    if asks(said) or _begins("words-tell-them", said):
        return True
    rest = help_comes.beside(said)
    warned = _begins("words-beware", rest)
    if rest == said and not warned:
        return False
    return warned or read_text(turn, rest).danger is None


def _tells_calls(turn: Turn) -> bool:
    """Whether they tell who was called or comes, ask nothing, and nothing else sounds like one."""
    said = plain(turn.event.text)
    rest = help_comes.beside(said)
    if asks(said) or rest == said:
        return False
    return read_text(turn, rest).danger is None


def _begins(key: str, said: str) -> bool:
    return anywhere(key).match(said) is not None


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
