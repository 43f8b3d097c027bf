"""What a lead wants to know: reads what stands after /stats, in any order and either language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from domain.kinds import Kind
from domain.values import past_spans
from handlers.dialog.turn import Refused, Turn
from handlers.filing.amending.categorised import category
from handlers.people.scope import HEADS, no_such_area
from handlers.stats.periods import (
    USUAL,
    Period,
    period,
    usual,
)
from handlers.stats.vocabulary import (
    area,
    bare,
    counting,
    group,
    spoken,
    subject,
)
from storage.figures.scope import Scope

BETWEEN = re.compile(r"[\s,，、:：]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """`tops` are the areas it is about; `by` what the lines below are, '' where nobody said.

    `codes` are the area, office, kind and category as a button says them again; it is
    `plain` where nobody named a period or what the lines should be.
    """

    tops: tuple[str, ...]
    scope: Scope
    period: Period
    by: str = ""
    chart: bool = False
    codes: tuple[str, ...] = ()
    plain: bool = True

    def again(
        self,
        by: str = "",
        period: str = "",
        chart: bool = False,
    ) -> str:
        """The press data that asks this, with another period or other lines."""
        code = period or self.period.code
        kept = "" if code == USUAL and not period else code
        parts = (
            *self.codes,
            kept,
            by or self.by,
            "chart" if chart else "",
        )
        return "s:" + " ".join(filter(None, parts))


def read(turn: Turn, words: str) -> Asked:
    """Raises Refused for areas that are not theirs and for words that nobody can make out."""
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    asked = _all(turn, today)
    for token in _tokens(past_spans.coded(words, today)):
        for piece in _pieces(turn, token):
            if piece not in spoken("filler"):
                asked = _heard(turn, asked, piece, today)
    return asked


def of_areas(turn: Turn, words: str) -> bool:
    """Whether nothing but days, and areas of theirs, are named: 幸福街道本周情况."""
    try:
        asked = read(turn, words)
    except Refused:
        return False
    areas = turn.unit.directory.areas
    return not asked.plain and any(one in areas for one in asked.codes)


def _all(turn: Turn, today: date) -> Asked:
    """What somebody asks who says nothing: all that they lead, without what a post gives them."""
    grants = turn.person.grants
    led = [one.area for one in grants if one.role in HEADS and not one.post]
    if not led:
        raise Refused("refuse-no-command")
    own = frozenset(turn.unit.directory.below(led))
    return Asked(
        tuple(dict.fromkeys(led)),
        Scope(own, own),
        usual(today),
    )


def _tokens(words: str) -> list[str]:
    """Words as they stand, but '7 天' and 'last month' as one; fillers are left out."""
    found: list[str] = []
    for token in BETWEEN.split(words.strip().lower()):
        if found and _joins(found[-1], token):
            found[-1] += token
        else:
            found.append(token)
    return [token for token in found if token and token not in spoken("filler")]


def _joins(last: str, token: str) -> bool:
    counts = bare(last).isdecimal() and token in counting()
    return counts or last in spoken("joining")


def _pieces(turn: Turn, token: str) -> list[str]:
    """The token, or the two and more words that were written without a space between them."""
    if _known(turn, token):
        return [token]
    if token[:1] in spoken("filler"):
        return _pieces(turn, token[1:])
    for place in range(len(token) - 1, 1, -1):
        if not token.isascii() and _known(turn, token[:place]):
            return [
                token[:place],
                *_pieces(turn, token[place:]),
            ]
    raise Refused("refuse-stats", word=token[:20])


def _known(turn: Turn, token: str) -> bool:
    if token in spoken("chart"):
        return True
    today = turn.unit.now.date()
    return bool(
        token in spoken("filler")
        or group(token)
        or period(token, today)
        or subject(turn, token)
        or area(turn, token)
        or category(turn, token)
    )


def _heard(turn: Turn, asked: Asked, token: str, today: date) -> Asked:
    """What is asked, with one more word."""
    if token in spoken("chart"):
        return replace(asked, chart=True)
    if by := group(token):
        return replace(asked, by=by, plain=False)
    if named := period(token, today):
        if named.first > today:
            raise Refused("refuse-stats-ahead", day=f"{named.first:%Y-%m-%d}")
        return replace(asked, period=named, plain=False)
    if what := subject(turn, token):
        return _narrowed(asked, what)
    if where := area(turn, token):
        return _placed(turn, asked, where)
    return _narrowed(asked, category(turn, token))


def _narrowed(asked: Asked, what: str) -> Asked:
    """To a kind or a category."""
    if what in list(Kind):
        scope = replace(asked.scope, kind=what)
    else:
        scope = replace(asked.scope, category=what)
    return replace(asked, scope=scope, codes=(*asked.codes, what))


def _placed(turn: Turn, asked: Asked, code: str) -> Asked:
    """Narrowed to an area, or to what an office has of the areas that it was about."""
    directory = turn.unit.directory
    codes = (*asked.codes, code)
    if directory.areas[code].is_office:
        return replace(
            asked,
            scope=replace(asked.scope, office=code),
            codes=codes,
        )
    below = frozenset(directory.below([code]))
    path = directory.path(code)
    if not any(top in path for top in asked.tops):
        return _beside(turn, asked, code, below)
    scope = replace(asked.scope, areas=below, offices=frozenset())
    return replace(asked, tops=(code,), scope=scope, codes=codes)


def _beside(
    turn: Turn,
    asked: Asked,
    code: str,
    below: frozenset[str],
) -> Asked:
    """With a second area beside the one that was named: G01和G02上周."""
    led, path = _all(turn, asked.period.last).tops, turn.unit.directory.path(code)
    if asked.tops == led or not any(top in path for top in led):
        raise no_such_area(turn, code)
    scope = replace(asked.scope, areas=asked.scope.areas | below)
    codes, tops = (*asked.codes, code), (*asked.tops, code)
    return replace(asked, tops=tops, scope=scope, codes=codes)
