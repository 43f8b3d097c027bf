"""一般的改成两天答复, "urgent ones must be taken within 30 minutes": what /policy changes, said in
plain words. It shows first what that would do; who is no admin hears who is.
"""

from __future__ import annotations

from datetime import timedelta

from domain.people import Role
from domain.reading.model import Reading
from domain.values.numbers_said import SERIAL
from domain.values.span import PIECE, show_span, span
from domain.values.text import spoken
from handlers.actions.carers.reurged import CALLED
from handlers.admin import policy
from handlers.admin.plain_roles import admins_of
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.amending.categorised import category
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere

LONGEST = 40
"""Letters: whoever says more tells a story (ours)."""
ACCEPT, ANSWER = "words-limit-accept", "words-limit-answer"
SETS, WITHIN = "words-sets-limit", "words-limit-within"
FILL = (SETS, WITHIN, ACCEPT, ANSWER, "words-limit-fill")
MOST = 2


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was one, of an urgency or a category."""
    if not line_of_staff(turn, LONGEST) or reading.danger or await open_drafts(turn):
        return False
    said, admin = spoken(turn.event.text), turn.person.has(Role.ADMIN)
    sets = anywhere(SETS).search(said) is not None
    may = sets or (admin and anywhere(WITHIN).search(said) is not None)
    if not may or questioned(said):
        return False
    if SERIAL.search(said):
        return False  # 0002分类 is no two minutes
    named = [span(hit[0]) for hit in PIECE.finditer(said)]
    lengths = [one for one in named if one]
    about = _about(turn, PIECE.sub(" ", said)) if 0 < len(lengths) <= MOST else ""
    if not about:
        return False
    if not admin:
        turn.reply(turn.say("how-for-admin", admins=admins_of(turn, turn.person)))
        return True
    accept, answer, working = _times(turn, about, lengths, said)
    clock = "working" if working else "around"
    times = f"{show_span(accept)} {show_span(answer)}"
    await policy.policy(turn, f"{about} {times} {clock}")
    return True


def _about(
    turn: Turn,
    said: str,
) -> str:
    """The urgency or the category that is named, and nothing beside what changes a deadline."""
    found = [one for one, key in CALLED.items() if anywhere(key).search(said)]
    for key in (*FILL, *CALLED.values()):
        said = anywhere(key).sub(" ", said)
    left = "".join(letter for letter in said if letter.isalnum())
    if len(found) == 1:
        return "" if left else found[0].value
    return category(turn, left) if left and not found else ""


def _times(
    turn: Turn, about: str, lengths: list[timedelta], said: str
) -> tuple[timedelta, timedelta, bool]:
    """Until when it is taken and answered then, and whether working time counts: what is not
    named stays, but nothing is answered before it is taken.
    """
    now = policy.row_of(turn, about).limit
    if len(lengths) == MOST:
        return lengths[0], lengths[1], now.working
    takes = anywhere(ACCEPT).search(said) and not anywhere(ANSWER).search(said)
    if takes:
        return lengths[0], max(now.resolve, lengths[0]), now.working
    return min(now.accept, lengths[0]), lengths[0], now.working
