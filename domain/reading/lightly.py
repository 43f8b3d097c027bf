"""Whether letters hear talk where they hear a danger too, or a matter that endangers nobody. Where
it is, is no talk.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from domain.reading.engine import Engine
from domain.reading.linear import DANGER, TALK
from domain.reading.model import Intent
from domain.reading.scan import Scan, Span
from domain.reading.sentences import apart, sentences

PLACE, REPORT = TALK + Intent.PLACE_ONLY, TALK + Intent.REPORT
NO_TALK = (Intent.EMERGENCY, Intent.REPORT, Intent.PLACE_ONLY)
TALKS = tuple(TALK + intent for intent in Intent if intent not in NO_TALK)
BY_FAR = 1.5
"""So far above a report (log odds; ours: of what training had not seen ten alarms of eleven beyond
it were false)."""

NEVER = -99.0  # what no word names

EITHER = 0.0
"""Below it letters rather hear no danger (log odds)."""

SURELY = 1.0
"""So far above any danger it is surely a matter in which nobody is in danger (ours: of what
training had not seen, of 29 alarms with both one was right, and of 33 that letters alone raised
one)."""


HURT = (
    "<bleeds>",
    "<pale>",
    "<eyes>",
    "<fits>",
    "<speech>",
    "<heart>",
    "<poison>",
    "<births>",
    "<weapons>",
    "<en_body>",
    "<soft_body>",
    "<soft_en>",
    "<weather_bites>",
)
"""Words of a body that is hurt, and of what hurts it."""

STRICKEN = (
    "<body>",
    "<silent>",
    "<drops>",
    "<agony>",
    "<waters>",
    "<swims>",
    "<fires>",
    "<smokes>",
    "<currents>",
)
"""Words that are of a body in distress where somebody stands beside them."""

PEOPLE = ("<child>", "<elder>", "<somebody>", "<en_somebody>")
FAR_OFF = -4.0
"""Below it letters hear no danger at all in a sentence."""

BESIDE = 8  # letters between them
INJURES, THEM = ("<injures>",), ("<them>",)


def talked(letters: Mapping[str, float]) -> bool:
    """Whether it is talk, by far."""
    talk = [letters.get(label, 0.0) for label in TALKS]
    return max(talk) > letters.get(REPORT, 0.0) + BY_FAR


def hurt(scan: Scan) -> bool:
    """Whether a body that is hurt is spoken of, or what hurts it."""
    return any(map(scan.hits, HURT))


def asks_or_talks(scan: Scan, letters: Mapping[str, float]) -> bool:
    """Whether a word asks, or it is talk by far."""
    return bool(scan.hits("<asking>")) or talked(letters)


def at_stake(scan: Scan, part: Span | None = None) -> bool:
    """Whether a body is spoken of (in that part), or somebody beside water, fire or what befell
    them: whatever is asked for along with it weighs nothing then.
    """
    begin, end = part or (0, len(scan.text))

    def found(names: Iterable[str]) -> list[Span]:
        hits = (hit for name in names for hit in scan.hits(name))
        return [hit for hit in hits if begin <= hit[0] and hit[1] <= end]

    if found(HURT) or (found(INJURES) and found(THEM)):
        return True
    people = found(PEOPLE)
    return any(
        max(one[0], other[0]) - min(one[1], other[1]) <= BESIDE
        and not apart(scan, one, other)
        for other in (found(STRICKEN) if people else ())
        for one in people
    )


def harmless(
    scan: Scan,
    letters: Mapping[str, float],
    weights: Mapping[str, float],
    known: Engine,
) -> float:
    """How far letters are for a matter in which nobody is in danger, and not for the likeliest one
    in which somebody is; a word has to name it, since a place sounds like one that is sought.
    """
    asked = asked_for(letters, known, weights)
    return NEVER if asked > EITHER and at_stake(scan) else asked


def asked_for(
    letters: Mapping[str, float],
    known: Engine,
    named: Container[str] | None = None,
) -> float:
    """How far letters are for what riders ask for (of those `named`), and not for a danger."""
    codes = [one for one in known.harmless if named is None or one in named]
    if not codes:
        return NEVER
    return max(letters.get(one, 0.0) for one in codes) - max(
        letters.get(one, 0.0) for one in known.grim
    )


def aside(
    scan: Scan, known: Engine, of_part: Callable[[Span], Mapping[str, float]]
) -> Span:
    """What is left without the sentences at either end that only ask for what riders need: 车胎没气
    before "somebody fell" makes that no smaller matter.
    """
    parts = list(sentences(scan))

    def asks(part: Span) -> bool:
        letters = of_part(part)
        return (
            letters.get(DANGER, 0.0) < FAR_OFF
            and not at_stake(scan, part)
            and asked_for(letters, known) > SURELY
        )

    while len(parts) > 1 and asks(parts[0]):
        parts.pop(0)
    while len(parts) > 1 and asks(parts[-1]):
        parts.pop()
    return (parts[0][0], parts[-1][1]) if parts else scan.core
