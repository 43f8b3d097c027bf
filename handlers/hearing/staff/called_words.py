"""What words of whoever was called mean by themselves: a question, another matter, or no danger."""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.values.text import letters
from handlers.actions.carers.in_hand import under_way
from handlers.actions.emergencies import help_comes
from handlers.actions.emergencies.belonging import Belongs, belongs, confides
from handlers.actions.emergencies.emergency_place import spotted
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.lists import bare
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain

LONGEST = 80
"""Letters: whoever says more tells of more than that (ours)."""

TALK = ("words-nod", "words-my-work", "words-open-work")
"""What says nothing of a case, or asks for a list."""


def says_something(turn: Turn, reading: Reading) -> bool:
    """Whether staff say more than a nod, and ask for nothing that I show."""
    said = turn.event.text.strip()
    if not turn.person.staff or letters(said) > LONGEST or bare.asks_more(turn, said):
        return False
    if only("words-polite", said, *TALK) or only("words-cry", said):
        return False
    asked_there = asks(said) and any(
        anywhere(key).search(said.lower())
        for key in ("words-of-the-place", "words-how-it-is", "words-asks-crew")
    )
    false = reading.intent is Intent.CANCEL and anywhere("words-false-alarm")
    return asked_there or not reading.said or bool(false and false.search(plain(said)))


def asks(said: str) -> bool:
    """Whether it is a question, with or without a sign of one; "the ambulance is there" is none."""
    rest = help_comes.told().sub(" ", plain(said))
    return questioned(said) or questioned(rest, "words-whether", "words-asks-crew")


def another(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it plainly is another danger, or another matter: at another place, of one more
    person.
    """
    said = plain(turn.event.text)
    if only("words-cry", said) or anywhere("words-one-more-person").search(said):
        return True
    catalogue = turn.setup.catalogue
    found = belongs(case, reading, spotted(turn), catalogue, late=False)
    return found is Belongs.APART


def own_matter(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it has a place of its own, is confidential, or tells of another thing."""
    if reading.places or spotted(turn) is not None or confides(case, reading):
        return True
    said, another = turn.event.text, reading.category != case.category
    told = reading.intent is Intent.REPORT and another and things(said)
    return bool(told) and not asks(said) and not under_way(said)


def no_danger(turn: Turn) -> bool:
    """Whether words that sound like one only ask, tell who was called, or what to beware of."""
    said = plain(turn.event.text)
    if asks(said) or _begins("words-tell-them", said):
        return True
    rest = help_comes.beside(said)
    warned = _begins("words-beware", rest)
    if rest == said and not warned:
        return False
    return warned or read_text(turn, rest).danger is None


def tells_calls(turn: Turn) -> bool:
    """Whether they tell who was called or comes, ask nothing, and nothing else sounds like one."""
    said = plain(turn.event.text)
    rest = help_comes.beside(said)
    if asks(said) or rest == said:
        return False
    return read_text(turn, rest).danger is None


def _begins(key: str, said: str) -> bool:
    return anywhere(key).match(said) is not None
