"""我明天请假, 打开0002, "who reported it", where words for somebody else are asked for: what is
plainly said to us they do not read before a press. Another one does what was said.
"""

from __future__ import annotations

import re
from dataclasses import replace

from domain.draft import Draft
from domain.messages import Event, EventKind
from domain.values.number import case_number
from domain.values.numbers_said import SERIAL, within
from domain.values.text import letters
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers import recategorised, reurged
from handlers.actions.carers.about_case import FOR_THE_FILER
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.table import ACTS
from handlers.dialog import doubted, ending
from handlers.dialog.alone import alone
from handlers.dialog.consent import consents
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.offered import form_since
from handlers.dialog.turn import Turn
from handlers.hearing.staff import said_commands
from handlers.lists.bare import names_a_list
from handlers.people.duty import in_words
from handlers.people.settings import asked_for
from handlers.texts.words import anywhere, asks, plain

PRESS = re.compile(rf"f:(\d+):{doubted.TO_US}")
LONGEST_LABEL = 20
LONGEST, LONGEST_ORDER = 40, 20
"""Letters: whoever says more tells something (ours)."""
SAID = (
    "words-to-us",
    "words-off-duty",
    "words-off-work",
    "words-on-duty",
    "words-at-work",
    "words-starts-duty",
    "words-page-on",
    "words-page-before",
    "words-page-again",
    "words-undo",
    "words-slip",
    "words-sent-wrong",
    "words-how-many-done",
    "words-asks-who",
    "words-asks-bot",
    "words-how-to",
)
"""What nobody tells a rider, if it is all that is said."""
BESIDE = (
    "words-to-us-fill",
    "words-polite",
    "words-off-filler",
    "words-these-days",
    "words-today",
    "words-this",
)
DONE = ("accept", "resolve")
"""What their filer may as well hear: 接单了，马上来."""


async def meant(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether it is an order to us, asks something of us, or names another case."""
    said = turn.event.text.strip()
    if (
        form.summary
        or turn.event.reply_to
        or not alone(turn)
        or letters(said) > LONGEST
    ):
        return False
    if _nods(draft, said):
        return True
    if anywhere("words-wait").match(plain(said)):
        return False
    if asked_for(said) or _orders(form, said) or await _of_another(turn, draft, said):
        return True
    if names_a_list(turn, said) or _is_a_number(said):
        return True
    if form.name in FOR_THE_FILER and asks("words-not-ours", said, *BESIDE):
        return True
    return _reclassifies(turn, said) or in_words.hours_of_one(turn) or plainly(turn)


def _reclassifies(turn: Turn, said: str) -> bool:
    """Whether it says how a case is to be classed."""
    bare = recategorised.numbered_apart(said)[1]
    named = recategorised.code_of(turn, bare) is not None
    return named or bool(reurged.told(turn, bare))


def plainly(turn: Turn) -> bool:
    """Whether nobody tells a rider so."""
    said = turn.event.text.strip()
    begins = anywhere("words-to-us-begins").match(plain(said)) is not None
    if begins and len(said) <= LONGEST_ORDER:
        return True
    if said_commands.named(turn):
        return True
    bare = _without_names(turn, said) if letters(said) <= LONGEST else ""
    return any(asks(key, bare, *BESIDE) for key in SAID)


def _is_a_number(said: str) -> bool:
    """Whether it names a case and tells nothing: 0001 of the one that is written about."""
    return SERIAL.fullmatch(said) is not None or case_number(said) == said


def _orders(form: Form, said: str) -> bool:
    """Whether it names another act than the one that is written about."""
    name, more = act_of_staff(said)
    to_filer = form.name in FOR_THE_FILER
    if not name or name == form.name:
        return False
    if not more:  # a button's word, of who may not press it
        return to_filer and name in DONE
    heard = (*DONE, *FOR_THE_FILER) if to_filer else DONE
    return name not in heard and not (to_filer and ACTS[name].hollow)


async def _of_another(turn: Turn, draft: Draft, said: str) -> bool:
    about = (draft.about.get("case"), *draft.about.get("cases", ()))
    for number in (*within(said), *SERIAL.findall(said)):
        seen = await seen_as(turn, number)
        if seen and not any(one.id in about for one in seen):
            return True
    return False


def _without_names(turn: Turn, said: str) -> str:
    """张强替我 is 替我, whoever it is."""
    said = plain(said)
    for name in turn.unit.directory.staff_names.within(said):
        said = said.replace(name.lower(), " ")
    return said


def _nods(draft: Draft, said: str) -> bool:
    """Whether it is a yes to that question, which has two answers."""
    return doubted.WORDS in draft.about and consents(said)


async def ask(turn: Turn, draft: Draft) -> None:
    said = draft.about.get(doubted.WORDS, "")
    said = said if _nods(draft, turn.event.text) else ""
    await doubted.ask(turn, draft, said, ours=True)


async def pressed(turn: Turn) -> bool:
    """Whether that was pressed, or typed: the turn goes on with the words, and what was asked for
    is asked no longer.
    """
    found = await _pressed(turn)
    if found is None:
        return False
    await ending.drop(turn, found)
    turn.toast()
    said, number = str(found.about[doubted.WORDS]), found.about.get("number")
    if number and _of_this(turn, said):
        said = f"{number} {said}"
    event = replace(turn.event, kind=EventKind.MESSAGE, text=said, data="")
    turn.event = replace(event, press_ref="", message_id="")
    return True


def _of_this(turn: Turn, said: str) -> bool:
    """Whether it is to be done with the case that was written about."""
    turn.event = replace(turn.event, text=said)
    if asks("words-not-ours", said, *BESIDE):
        return False  # it is offered to be handed back
    done = bool(act_of_staff(said)[0]) or _reclassifies(turn, said)
    return done and not (within(said) or SERIAL.search(said))


async def _pressed(turn: Turn) -> Draft | None:
    event = turn.event
    if event.kind is not EventKind.PRESS:
        event = await _typed(turn)
    hit = PRESS.fullmatch(event.data)
    for draft in await open_drafts(turn) if hit else ():
        if hit and draft.id == int(hit[1]) and draft.about.get(doubted.OURS):
            return draft
    return None


async def _typed(turn: Turn) -> Event:
    """The press whose number or label was typed, while it stands there last."""
    event = turn.event
    if not turn.person.staff or not 0 < len(event.text) <= LONGEST_LABEL:
        return event
    drafts = await open_drafts(turn)
    if not (drafts and drafts[-1].about.get(doubted.OURS)):
        return event
    last = await turn.unit.offers.last(turn.private)
    asked = last is None or any(PRESS.fullmatch(one.data) for one in last.choices)
    if last is not None and not (asked or await form_since(turn, last)):
        return event
    choice = doubted.typed(turn, drafts[-1])
    return replace(event, data=choice.data) if choice else event
