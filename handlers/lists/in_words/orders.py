"""Several orders in one line: 0002转给张强 0004我来, 1给张强 2给李敏, "give 1 to Li and 2 to Wu".
Each is done as if it stood alone; of what is none of them it is said that it was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from domain.values.numbers_said import counted, leading
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.table import ACTS
from handlers.dialog.turn import Refused, Turn
from handlers.lists.in_words import carded, several
from handlers.lists.in_words.who_goes import colleagues
from handlers.texts.words import AFTER, SIGN, any_of, anywhere, one_of, plain, words

LONGEST = 160
"""Letters: whoever writes more tells a story (ours)."""
FIGURES = re.compile("[0-9\uff10-\uff19]+")
VERBS = (
    "words-goes-to",
    "words-hand-on",
    "words-take-it",
    "words-extend",
    "words-more-days",
    "words-put-off",
    "words-leaves",
)
"""What may be done to a case that only its thing names."""
TWO = 2
MOST = 12
"""Numbers in one line: more are a list of them."""
NO_WORDS = re.compile(r"[\W\d]*")
LONGEST_SHOWN = 60


@dataclass(slots=True)
class Orders:
    """Lines with what each of them says; `undone` is what stands behind them and is no order."""

    lines: list[tuple[str, Said]] = field(default_factory=list)
    undone: str = ""


async def said(turn: Turn) -> Orders | None:
    """The orders of a line with more than one, or with one and a case for which nothing is said
    that can be done. Raises Refused as each alone would.
    """
    event = turn.event
    may = event.private and turn.person.staff and len(event.text) <= LONGEST
    if not (may and _names_several(turn, event.text)) or event.text.startswith("/"):
        return None
    found = await _of_cards(turn) or await _parted(turn, event.text.strip())
    turn.event = event
    more = len(found.lines) > 1 or (found.lines and found.undone)
    return _joined(found) if more else None


async def _of_cards(turn: Turn) -> Orders | None:
    """给0001和0002挂黄牌: each its own, which asks for its own words."""
    found = await carded.said(turn)
    if found.one or len(found.numbers) < TWO:
        return None
    each = [
        (f"{found.words} {one}", replace(found, numbers=(one,)))
        for one in found.numbers
    ]
    return Orders(each)


def _names_several(turn: Turn, text: str) -> bool:
    """Whether two cases may be named, by figures or each by its thing beside what shall become of
    it, or who goes there.
    """
    figures = len(FIGURES.findall(text))
    verbs = len(_verbs().findall(plain(text)))
    if 2 <= figures <= MOST or 2 <= verbs <= MOST:
        return True
    return bool(SIGN.search(text)) and 2 <= verbs + len(colleagues(turn, text)) <= MOST


async def done(turn: Turn, orders: Orders) -> bool:
    """Does each; one that is refused keeps the others from nothing."""
    whole = turn.event
    for line, order in orders.lines:
        turn.event = replace(whole, text=line)
        try:
            await several.done(turn, order)
        except Refused as refused:
            turn.reply(turn.say(refused.key, **refused.args_of_key))
    if orders.undone:
        turn.reply(turn.say("orders-undone", words=orders.undone[:LONGEST_SHOWN]))
    turn.event = whole
    return True


async def _parted(turn: Turn, text: str) -> Orders:
    """The first cut behind which another order stands, and so on; else the first behind which
    another case is named.
    """
    cuts = list(_cuts(turn, text))
    for head, tail in cuts:
        order = await _order(turn, head)
        line = await _another(turn, order, tail) if order.act else ""
        if line:
            rest = await _parted(turn, line)
            rest.lines.insert(0, (head, order))
            return rest
    order = await _order(turn, text, last=True)
    for head, tail in cuts if len(order.numbers) < 2 else ():
        beside = leading(tail)
        names = beside.numbers and not NO_WORDS.fullmatch(beside.rest)
        if names or counted(tail):
            first = await _order(turn, head)
            if first.act and not ACTS[first.act].words:
                return Orders([(head, first)], tail)
    return Orders([(text, order)] if order.act else [])


def _cuts(turn: Turn, text: str) -> Iterator[tuple[str, str]]:
    """Before what says which case is meant, or after a word between two orders."""
    for cut in _between().finditer(text):
        head, tail = text[: cut.start()], text[cut.end() :]
        if _may_be_one(turn, head) and _may_be_one(turn, tail):
            yield head, tail


def _may_be_one(turn: Turn, part: str) -> bool:
    if FIGURES.search(part) or _verbs().search(plain(part)):
        return True
    return bool(colleagues(turn, part))


async def _another(turn: Turn, first: Said, tail: str) -> str:
    """The tail as an order of its own; the verb of the first counts for it too."""
    lines = [tail]
    if first.act == "hand_on":
        lines.append(f"{min(words('words-give'))} {tail}")
    for line in lines:
        found = await _parted(turn, line)
        if found.lines:
            return line
    return ""


async def _order(turn: Turn, line: str, last: bool = False) -> Said:
    """What a line says for itself, of the cases that it names; only in the last one words may say
    anything.
    """
    if NO_WORDS.fullmatch(line):
        return NOTHING
    turn.event = replace(turn.event, text=line)
    found = await several.said(turn)
    row = ACTS.get(found.act)
    able = row is not None and (row.together or row.wants or last)
    return found if able and found.numbers else NOTHING


def _joined(orders: Orders) -> Orders:
    """Cases for which the same is said are told of together."""
    found: dict[tuple[str, str], tuple[str, Said]] = {}
    for line, order in orders.lines:
        which = order.one and len(order.numbers) > 1
        key = order.act, f"{order.words} {line}" if which else order.words
        before = found.get(key)
        if before is not None and ACTS[order.act].together:
            both = dict.fromkeys((*before[1].numbers, *order.numbers))
            order = replace(order, numbers=tuple(both), one=False)
            line = before[0]
        elif before is not None:
            key = order.act, line
        found[key] = line, order
    return Orders(list(found.values()), orders.undone)


@cache
def _verbs() -> re.Pattern[str]:
    return any_of(frozenset().union(*map(words, VERBS)))


@cache
def _between() -> re.Pattern[str]:
    then = anywhere("words-order-between").pattern
    glued = r"(?<=[^\W\d_a-zA-Z])(?=\d)"
    led = rf"{AFTER}+(?={one_of('words-take')}{AFTER}*\d)"
    return re.compile(rf"(?:{AFTER}|{then})+|{led}|{glued}", re.IGNORECASE)
