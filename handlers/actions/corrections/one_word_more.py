"""是两根, 有人差点摔, "2nd floor btw": what is no matter of its own and comes within minutes after
a report was filed, or asked after, is a word more of it; behind 对了, "btw", 是 for longer. A press
makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.kinds import Kind
from domain.offers import is_number
from domain.places.phrases import points
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.values.text import letters, told_much
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.actions.viewing.case_lines import WORDS
from handlers.casework import whereabouts
from handlers.casework.spoken_of import hidden_from_carer
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import marked
from handlers.dialog.turn import Turn
from handlers.filing.details import tells_in_talk
from handlers.filing.hearing import SURE
from handlers.filing.said_instead import put_so
from handlers.texts.asking import questioned
from handlers.texts.words import any_of, anywhere, begins, only, plain

JUST = timedelta(minutes=10)
BY_THE_WAY = timedelta(days=1)
"""So long it is of what was filed last (both ours)."""

SHORTEST, LONGEST = 2, 40
"""Letters: whoever says more tells of another one (ours)."""

A_FEW, A_FEW_LATIN = 4, 12
"""Letters beside how bad it is: more of them name a thing (ours)."""

TALK = (
    "words-polite",
    "words-nod",
    "words-consent",
    "words-puzzled",
    "words-hurry",
    "words-decline",
    "words-praise",
    "words-undecided",
)
VAGUE = ("hazard_other", "help_other")
"""What is wrong there is not said."""
GUESSED = (Intent.CHAT, Intent.CONFIRM, Intent.PLACE_ONLY)


async def told(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was, and went there."""
    said = plain(turn.event.text)
    if turn.person.staff or not alone(turn) or not _may_be(said, reading):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 2)
    asked = len(own) == 1 and await marked(turn, WORDS, JUST) is not None
    if not own or not _of_it(turn, own[0], reading, said, asked):
        return False
    if turn.unit.now - own[-1].filed_at <= JUST and len(own) > 1:
        return False  # it may be of either
    return await word_on_case(turn, own[0].id, matter=True)


def _may_be(
    said: str,
    reading: Reading,
) -> bool:
    """Whether it may be more of something, and no talk, no question and no matter."""
    talk = reading.said and not _tells_a_story(said, reading)
    if reading.danger or talk or reading.places or questioned(said):
        return False
    if letters(said) > LONGEST or told_much(said) < SHORTEST or is_number(said):
        return False
    beside = anywhere("words-same-place").match(said)
    if beside or only(TALK[0], said, *TALK[1:]):
        return False
    return reading.intent is Intent.REPORT or reading.intent in GUESSED


def _tells_a_story(said: str, reading: Reading) -> bool:
    """我明天还路过，可以拍照."""
    return reading.intent is Intent.CHAT and tells_in_talk(said, reading)


def _of_it(
    turn: Turn,
    case: Case,
    reading: Reading,
    said: str,
    asked: bool,
) -> bool:
    """Whether that was filed, or `asked` after, lately, and no other thing or place is named."""
    says_so = begins("words-by-the-way", said) or put_so(said) != said
    lately = BY_THE_WAY if says_so else JUST
    late = turn.unit.now - case.filed_at > lately and not asked
    apart = confides(case, reading) or hidden_from_carer(turn.scene, case, said)
    if late or case.state is State.RESOLVED or apart:
        return False
    guess = says_so and reading.intent in GUESSED
    if anywhere("words-written-there").search(said):
        return not (anywhere("words-befallen").search(said) or _placed(turn, said))
    if reading.intent is Intent.REPORT and reading.report >= A_MATTER:
        return _tells_of(turn, case, reading, said)
    another = reading.category not in ("", case.category)
    if reading.sure >= SURE and another and not guess:
        return False
    return not _placed(turn, said) and things(said) <= things(case.words)


def _tells_of(turn: Turn, case: Case, reading: Reading, said: str) -> bool:
    """很危险有人摔过, "it only goes dark after seven": it says no more than how bad it is, or when.
    铁丝网露出来很危险 names a thing.
    """
    besides = any_of(turn.setup.vocabulary.classes["besides"])
    if _placed(turn, said) or points(said) or besides.match(said):
        return False
    if anywhere("words-so-when").search(said):
        return reading.category == case.category
    rest, count = anywhere("words-how-bad").subn("", said)
    few = told_much(rest) <= (A_FEW_LATIN if said.isascii() else A_FEW)
    vague = reading.category in VAGUE or reading.kind is Kind.WISH
    return count > 0 and few and vague and not things(said)


def _placed(turn: Turn, said: str) -> bool:
    found = whereabouts.find(turn.scene, said, turn.person)
    return bool(found.sure or found.likely)
