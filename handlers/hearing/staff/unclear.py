"""What staff say that nothing else has understood and that is plainly about the work: it opens no
report that would swallow their next lines. They pick the case that is meant, or file it by a press.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.people import Role
from domain.reading.model import Intent, Reading
from domain.told_of import names, told_of
from domain.values.numbers_said import within
from domain.values.ordinal import ordinal
from handlers.actions.asking.said import remember
from handlers.actions.carers import in_hand
from handlers.actions.carers.about_case import INSIDE, able, offer
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.after_notice import ASKING, TELLING
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.fitting import not_ours
from handlers.actions.on_case import as_said
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.actions.viewing.whose import numbered
from handlers.casework import whereabouts
from handlers.dialog import between
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.hearing.staff import for_us
from handlers.hearing.staff.by_name import by_whole_names
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain

LONGEST = 80
"""Letters: whoever says more tells what there is (ours)."""
A_HINT = 0.2
"""From here on words may be a matter where nothing speaks of work (ours)."""
SHORTEST_NAME = 2
MOST = 5
GUESSED = (
    Intent.CHAT,
    Intent.CONFIRM,
    Intent.THANKS,
    Intent.STATUS,
    Intent.COMPLAINT_UNANSWERED,
)
"""Talk which letters alone make of it: what is meant was not understood."""
NODS = ("words-polite", "words-nod", "words-wait", "words-praise")


async def heard(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of these, and it was asked which case is meant."""
    if not (turn.person.staff and alone(turn)):
        return False
    said = plain(turn.event.text)
    if len(said) > LONGEST:
        return False
    if only(NODS[0], said, *NODS[1:]):
        return False
    cases = await _known(turn)
    if not _unclear(turn, reading, said, cases):
        return False
    await ask(turn, _meant(turn, cases, said, reading))
    return True


async def of_no_list(turn: Turn, reading: Reading) -> bool:
    """Whether an act is for a place of a list, and none stands there: "take the first one"."""
    said = plain(turn.event.text)
    if not alone(turn) or not ordinal(act_of_staff(said)[1])[0]:
        return False
    await ask(turn, (await _known(turn))[:MOST])
    return True


async def done_of_none(turn: Turn, reading: Reading) -> bool:
    """办好了, behind pictures that begin a report: it is asked of which case."""
    name, words = act_of_staff(plain(turn.event.text))
    cases = await _known(turn) if name and ACTS[name].ends and not words else []
    if cases:
        await ask(turn, cases[:MOST])
    return bool(cases)


def _unclear(
    turn: Turn,
    reading: Reading,
    said: str,
    cases: Sequence[Case],
) -> bool:
    if ordinal(said)[0]:
        return True  # of a list that does not stand there
    if reading.intent in GUESSED:
        return not reading.said or of_work(turn, said)
    if reading.intent is Intent.HOW_TO:
        return not (reading.said or anywhere("words-how").search(said))
    if reading.intent in (Intent.REOPEN, Intent.HUMAN):
        return of_work(turn, said)
    if reading.intent is Intent.PLACE_ONLY:
        found = whereabouts.find(turn.scene, said, turn.person)
        return not (found.sure or found.likely) or of_work(turn, said)
    if reading.intent is not Intent.REPORT:
        return False
    return not _matter(turn, reading, said, cases)


def of_work(turn: Turn, said: str) -> bool:
    """Whether the words speak of colleagues, or of what becomes of a case."""
    return _colleague(turn, said) or bool(anywhere("words-work-sign").search(said))


def orders(turn: Turn) -> bool:
    """Whether it names a colleague, or cases of a list, or asks for some ("give 3 to Li"), says
    whose it is not, or what is wanted to be known of the work: "what did I close".
    """
    said = plain(turn.event.text)
    there = anywhere("words-of-the-place").search(said)
    wonders = there is None and anywhere("words-open-question").match(said) is not None
    counted = anywhere("words-counted").search(said) is not None
    named = counted or _colleague(turn, said) or bool(within(said))
    return named or wonders or not_ours(said)


def _matter(
    turn: Turn,
    reading: Reading,
    said: str,
    cases: Sequence[Case],
) -> bool:
    """Whether something new is told: what is broken is, whoever will see to it; a question is where
    no open case is about its thing.
    """
    if _colleague(turn, said) or reading.report < A_HINT:
        return False
    open_ones = any(names(one, said) for one in cases)
    work = anywhere("words-work-sign").search(said) is not None
    if anywhere("words-gone-bad").search(said):
        return not (work and open_ones)
    placed = whereabouts.spotted(turn.scene, None, said, turn.person)
    if placed and reading.report >= A_MATTER and not open_ones:
        return True
    if work or (open_ones and anywhere("words-goes-to").search(said)):
        return False
    asks = questioned(said, "words-open-question", "words-asks-work")
    return not asks or (reading.report >= A_MATTER and not open_ones)


def _colleague(turn: Turn, said: str) -> bool:
    """Whether one is named; by a part of the name nobody is who tells of something broken."""
    names = turn.unit.directory.staff_names
    if names.within(said) or anywhere("words-gone-bad").search(said):
        return bool(names.within(said))
    return bool(names.within(plain(by_whole_names(turn))))


async def _known(turn: Turn) -> list[Case]:
    """What they carry, and what is open in their areas."""
    carried = await in_charge(turn)
    known = {one.id: one for one in (*carried, *await near(turn))}
    return [*known.values()]


def _meant(
    turn: Turn, cases: Sequence[Case], said: str, reading: Reading
) -> Sequence[Case]:
    """What the words tell of, what colleagues carry whom they name, else what is theirs."""
    staff = turn.unit.directory.staff.values()
    named = {
        one.id
        for one in staff
        if len(one.name) >= SHORTEST_NAME and one.name.lower() in said
    }
    theirs = [one for one in cases if one.assignee_id in named]
    own = [one for one in cases if one.assignee_id == turn.person.id]
    found = told_of(cases, said, reading) or theirs or own or cases
    return found[:MOST]


async def ask(turn: Turn, cases: Sequence[Case]) -> None:
    """Of which of them it is, or that it was not understood."""
    said = turn.event.text.strip()
    if len(cases) == 1:
        asks = questioned(said, "words-open-question")
        acts = ASKING if asks else in_hand.acts_for(said, TELLING)
        acts = INSIDE if for_us.plainly(turn) else acts
        may = await able(turn, cases[0], acts)
        if may:
            return await offer(turn, cases[0], said, may)
    await remember(turn, said, in_hand.ACTS[0])
    rows = numbered(turn, cases, in_hand.OF_THIS)
    kept = await between.keep(turn, said)
    rows.append([turn.choice("button-as-said", f"{as_said.PREFIX}:{kept}")])
    other = "unclear-admin" if turn.person.has(Role.ADMIN) else "unclear"
    key = "unclear-which" if cases else other
    turn.reply(turn.say(key, words=said), rows)
