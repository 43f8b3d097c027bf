"""Exact parts of a message that name a place that can be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.reading.vocabulary import Vocabulary
from domain.values.text import ENGLISH

LONGEST = 7  # letters of a name before its ending
HAN = "\u4e00-\u9fff"
DIGITS = "0-9一二三四五六七八九十百零〇两"
A_HOUSE = "(?:号楼(?![道梯顶板])|号院|栋|幢|单元)"
NUMBER = rf"(?:[a-z]?[{DIGITS}]{{1,5}}{A_HOUSE}|[a-z](?:座|栋|区|馆|口))"
FREE_NUMBER = re.compile(rf"(?<![{DIGITS}a-z]){NUMBER}")
GRID = re.compile(
    rf"微?(?:网格|(?<=微)格)\s*(?:第|no\.?|[#＃])?\s*[{DIGITS}]{{1,4}}号?|[{DIGITS}]{{1,4}}号?微?网格"
    r"|(?:micro[- ]?)?grid\s*(?:no\.?|nr\.?|number|num|#|-)?\s*(?:\d+|"
    rf"(?:{'|'.join(ENGLISH)})\b)"
)
IN_TAIL = rf"{NUMBER}|[{DIGITS}]{{1,5}}(?:号门|号|室|期|弄|楼|层)|\d{{2,5}}"
LATIN = re.compile("[a-z]")
STRIPPED = " \t,，.。"
SIGNS = f"{STRIPPED}\n;；!！?？、"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """The vocabulary's words of places, made into patterns and sets."""

    ends: re.Pattern[str]
    before: re.Pattern[str]
    tail: re.Pattern[str]
    latin: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    short: frozenset[str]
    common: frozenset[str]
    known: frozenset[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=8)
def tables(vocabulary: Vocabulary) -> Tables:
    """Made once per vocabulary."""
    places = vocabulary.places
    known = frozenset(places["known"])
    word = rf"(?!(?:{_any(places['latin_before'])})\b)[a-z][a-z']+"
    latin = (
        rf"\b{word}(?: {word}){{0,2}} (?:{_any(places['latin'])})\b"
        rf"(?<!grid(?= [0-9]))"  # a number is all the name that such a grid has
        rf"(?: (?:north|south|east|west|gate|side|exit|no\.?|[a-z]?\d+)\b)*"
        r"|\b(?:building|bldg|block|tower|unit|exit)\s?(?:no\.? ?)?(?:[a-z]?\d+[a-z]?|[a-h])\b"
        rf"|\b(?:{_any(name for name in known if name.isascii())})\b(?: [a-z]\d+)?"
    )
    sides = (*places["ends"], *places["after"], *places["side"])
    there = (
        rf"[^ ,，。]{{0,{LONGEST + 2}}}(?:{_any(sides)})"
        rf"|(?:{GRID.pattern})"
    )
    return Tables(
        ends=_ends(places),
        before=re.compile(
            rf".*(?:{_any(places['before'])}|[^{HAN}a-z0-9])",
            re.DOTALL,
        ),
        tail=re.compile(rf"(?:\s?(?:{IN_TAIL}|{_any(places['after'])}))+"),
        latin=re.compile(latin),
        leading=re.compile(rf"(?:{there})[ ,，:：]{{1,3}}"),
        trailing=re.compile(
            rf"(?:[ ,，]{{1,3}}(?:{there})| (?:{_any(places['near'])})(?: [a-z0-9]+){{1,4}})"
            r"[.!。！]{0,3}$"
        ),
        short=frozenset(places["short"]),
        common=frozenset(places["common"]),
        known=known,
    )


def _ends(places: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """What the name of a place ends with; most letters of a message begin none of these."""
    numbered = rf"(?:{_any(places['numbered'])})(?=[0-9东南西北]|小区)"
    no_place = f"(?!{_any((*places['people'], *places['things']))})"
    firsts = "".join({word[0] for word in (*places["ends"], *places["numbered"])})
    ends = f"{no_place}(?:{_any(places['ends'])})|{numbered}"
    goes_on = "".join(f"(?<!{re.escape(one)})" for one in places["closed"])
    return re.compile(f"(?=[{re.escape(firsts)}]){goes_on}(?:{ends})")


def spans(text: str, vocabulary: Vocabulary) -> list[Span]:
    """Where names of places stand in a text that is `plain`; in order, apart from each other."""
    made = tables(vocabulary)
    grids = GRID.finditer(text) if "格" in text or "grid" in text else ()
    found = [match.span() for match in grids]
    if not text.isascii():
        found += _named(text, made)
        for match in FREE_NUMBER.finditer(text):
            found.append(
                (
                    _begin(text, match.start(), made.before),
                    match.end(),
                )
            )
    if LATIN.search(text):
        found += [match.span() for match in made.latin.finditer(text)]
    return _joined(text, found, made.tail) if found else []


def without_where(text: str, core: Span, told: Span, vocabulary: Vocabulary) -> Span:
    """What is `told`, with all of the text that does not only say where it is, before or behind:
    学校旁边 电线冒火花, "wires making spark near the school".
    """
    made = tables(vocabulary)
    before = made.leading.match(text, core[0], told[0])
    behind = made.trailing.search(text, told[1], core[1])
    begin = before.end() if before else core[0]
    return begin, behind.start() if behind else core[1]


def at_an_edge(text: str, core: Span, place: Span) -> bool:
    """Whether its clause begins or ends with this place: it only says where."""
    before, behind = text[core[0] : place[0]], text[place[1] : core[1]]
    return not before or not behind or before[-1] in SIGNS or behind[0] in SIGNS


def _named(text: str, made: Tables) -> list[Span]:
    found = []
    for match in made.ends.finditer(text):
        begin = _begin(text, match.start(), made.before)
        own = match.start() - begin
        known = match.group() in made.known
        least = 2 if match.group() in made.short else 1
        if known or (own >= least and text[begin : match.end()] not in made.common):
            found.append((begin, match.end()))
    return found


def _begin(text: str, end: int, before: re.Pattern[str]) -> int:
    """Back over the letters of the name, to where it cannot have begun earlier."""
    low = max(0, end - LONGEST)
    match = before.match(text, low, end)
    return match.end() if match else low


def _joined(text: str, found: list[Span], tail: re.Pattern[str]) -> list[Span]:
    """Parts that touch are one place; what belongs behind a name is added to it."""
    made: list[Span] = []
    for begin, end in sorted(found):
        match = tail.match(text, end)
        end = match.end() if match else end
        if made and begin <= made[-1][1] + (text[made[-1][1] : begin].isspace()):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((begin, end))
    return [_stripped(text, span) for span in made]


def _stripped(text: str, span: Span) -> Span:
    part = text[span[0] : span[1]]
    begin = span[0] + len(part) - len(part.lstrip(STRIPPED))
    return begin, begin + len(part.strip(STRIPPED))
