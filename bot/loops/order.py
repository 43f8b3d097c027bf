"""In which order stands what goes as one message."""

from __future__ import annotations

from collections.abc import Sequence

from domain.lengths import measured
from domain.messages import Can, Reply
from domain.one_message import BETWEEN
from domain.open_offers import answers
from domain.quota import weight
from storage.outbox.letters import ANSWER, Letter

Said = tuple[Letter, Reply]
"""A letter, and what the chat shows of it."""


def by_weight(whole: Sequence[Letter], can: Can) -> list[Letter]:
    """What was pressed is answered first; where each message counts, the most important notice
    goes before the others. Answers stay as they were said.
    """

    def place(one: Letter) -> tuple[bool, int]:
        notice = can.quota and one.lane != ANSWER
        return not one.reply.press_ref, 1 + weight(one.reply) if notice else 0

    return sorted(whole, key=place)


def as_told(said: Sequence[Said]) -> list[Reply]:
    """What is told of one case stands together, in the order in which it happened."""
    first: dict[object, int] = {}
    for place, (letter, _) in enumerate(said):
        first.setdefault(_matter_of(letter), place)
    ordered = sorted(said, key=lambda one: (first[_matter_of(one[0])], one[0].id))
    return [reply for _, reply in ordered]


def as_chosen(said: Sequence[Said]) -> list[Reply]:
    """The numbers begin with those of the form that stands open, whatever is said beside it; of
    notices those that ask have the first ones, as 1 is typed for a yes.
    """

    def place(one: Said) -> tuple[bool, bool]:
        letter, reply = one
        notice = letter.lane != ANSWER
        asks = any(answers(choice) for row in reply.choices for choice in row)
        return notice or letter.form_id is None, notice and not asks

    return [reply for _, reply in sorted(said, key=place)]


def _matter_of(letter: Letter) -> object:
    """The case that a notice is about; an answer is a matter of its own."""
    case = letter.case_id if letter.lane != ANSWER else None
    return ("letter", letter.id) if case is None else case


def too_long(said: Sequence[Said], can: Can) -> bool:
    """Whether not all of it is shown in full."""
    whole = BETWEEN.join(reply.text for _, reply in said)
    return len(said) > 1 and 0 < can.text < measured(whole, can.measure)
