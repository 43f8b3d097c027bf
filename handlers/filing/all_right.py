"""While a report is open it is told that nothing is wrong any more: 算了 灯好了, "it works"."""

from __future__ import annotations

import re
from functools import cache

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.things import names_one, things
from domain.values.number import number_within
from handlers.casework import phrases
from handlers.dialog.consent import only_cancels
from handlers.dialog.fields import A_MATTER, words
from handlers.dialog.fixed import bare, tells_fixed
from handlers.dialog.found_again import LOST, had_back, of_any
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant
from handlers.filing.hearing import read_text
from handlers.filing.several import clear
from handlers.texts.words import AFTER, anywhere, one_of, plain

LONGEST_WORDS = 20
SIGNS = " ,，.。!！~～;；:："
SHORTEST_MATTER = 10
"""Letters: fewer beside the good news only name the thing (ours)."""


def is_over(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether nothing is wanted any more: a bare "never mind", or one that says why."""
    said = turn.event.text
    if not (reading.category and reading.names) and only_cancels(said):
        return True
    return tells_fixed(said) and _of_it(turn, draft)


def told(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether it tells, without a "never mind", that what is written down is all right again."""
    event = turn.event
    if event.media or event.place or reading.intent is Intent.CANCEL:
        return False
    if words(draft) and _found().match(plain(event.text)):
        return True
    if not tells_fixed(event.text) or not words(draft):
        return False
    if names_one(
        words(draft)
    ):  # "the manhole", "is gone": that is what is wrong with it
        return False
    matter = reading.report >= A_MATTER
    if matter and len(bare(event.text).strip()) >= SHORTEST_MATTER:
        return False
    return _of_it(turn, draft)


def found_again(turn: Turn, draft: Draft) -> bool:
    """Whether what was lost or found, as is written down, is there or with whose it is."""
    event = turn.event
    if event.media or event.place or not words(draft) or not had_back(event.text):
        return False
    return meant(draft).code in LOST and of_any(event.text)


@cache
def _found() -> re.Pattern[str]:
    """No, it's ok, found a swap station: they need nobody any more."""
    no, fine, one = map(one_of, ("words-no", "words-fine-so", "words-found-one"))
    return re.compile(rf"(?:{no}{AFTER}*)?(?:{fine}{AFTER}*)+{one}")


def _of_it(turn: Turn, draft: Draft) -> bool:
    """Whether beside that nothing is named, or the matter of the report."""
    if number_within(turn.event.text) is not None:
        return False
    return read_text(turn, bare(turn.event.text)).category in ("", meant(draft).code)


def says_why(turn: Turn, draft: Draft) -> bool:
    """Whether "never mind" has beside it only why: 算了 他开门了, "they gave it back forget it";
    not 算了，还是路灯吧.
    """
    rest = _why(plain(turn.event.text).strip(SIGNS))
    if anywhere("words-found-one").match(rest):
        return True  # what they looked for: 不用了 找到换电柜了
    if not anywhere("words-why-not").match(rest) or things(rest):
        return False
    other = clear(turn, rest)
    return other is None or other.category == meant(draft).code


def _why(said: str) -> str:
    """What stands behind "never mind", or before it."""
    no, nods = one_of("words-cancel"), anywhere("words-nod").pattern
    sorry = anywhere("words-sorry").match(said)
    said = said[sorry.end() :].strip(SIGNS) if sorry else said
    twice = rf"(?:{no}{AFTER}*)+"  # 算了不报了
    parts = re.fullmatch(rf"{twice}(.+)|(?:(?:{nods}) )?(.+?){no}", said)
    return (parts[1] or parts[2]).strip(SIGNS) if parts else ""


def ask(turn: Turn, draft: Draft, key: str = "fixed-unsent") -> None:
    """Nothing is dropped before a press says so."""
    gone = turn.choice("button-not-any-more", f"f:{draft.id}:cancel")
    send = turn.choice("button-send-still", f"f:{draft.id}:submit")
    what = phrases.cut(words(draft), LONGEST_WORDS)
    turn.reply(turn.say(key, what=what), [[gone, send]])
