"""Whether words only say who is where and how they are reached: 他叫刘伟，在桂花路, "he is at the
gate". Letters have learnt them of people in danger, and by themselves they tell of none.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.reading.scan import Scan, Span

PLAIN = (
    "<plain_place>",
    "<plain_person>",
    "<mask>",
)
AT_THE_EDGE = (
    "<on_the_edge>",
    "<in_water>",
    "<by_water>",
    "<en_water>",
)
"""Where somebody is who may be in danger by being there."""
LONGEST_NAME = 2  # letters behind the first one of a name


def at_the_edge(scan: Scan) -> bool:
    """Whether a place is named where whoever is there may be in danger by that."""
    return any(scan.hits(name) for name in AT_THE_EDGE)


def of_others(scan: Scan) -> bool:
    """Whether somebody is spoken of who is not the speaker: a child at a pond."""
    return bool(scan.hits("<others>"))


def only_inside(scan: Scan) -> bool:
    """Whether nothing is said but where something is, or is not, by itself: 里面, 不在里面. Letters
    have learnt it of who is shut in; 人在里面 says who.
    """
    return scan.core in scan.hits("only_inside")


def only_who_and_where(
    scan: Scan,
    places: Iterable[Span],
) -> bool:
    """`places` are what names one, as parts of the text."""
    if at_the_edge(scan):
        return False
    told = [hit for name in PLAIN for hit in scan.hits(name)]
    named = [_name(scan, hit) for hit in scan.hits("<is_called>")]
    left = list(scan.text)
    for begin, end in (*told, *named, *places):
        left[begin:end] = " " * (end - begin)
    return bool(told or named) and not any(one.isalpha() for one in left)


def _name(
    scan: Scan,
    called: Span,
) -> Span:
    """「叫刘」 with the rest of the name, where it is short."""
    begin, end = called
    rest = scan.text[end : end + LONGEST_NAME + 1]
    name = rest.partition(" ")[0]
    return (begin, end + len(name)) if len(name) <= LONGEST_NAME else called
