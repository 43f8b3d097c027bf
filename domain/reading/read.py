"""The one function that says what a rider's message means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache

from domain.kinds import Kind
from domain.reading.asked_how import with_what_is_told
from domain.reading.courtesy import matter_of
from domain.reading.danger import calm, endangered, gravest
from domain.reading.engine import Engine, engine
from domain.reading.figures import without_figures
from domain.reading.linear import opinion
from domain.reading.model import NOTHING, Context, Intent, Reading
from domain.reading.outcome import danger_of, filing, talking
from domain.reading.perhaps import perhaps
from domain.reading.places import STRIPPED, at_an_edge, spans
from domain.reading.scan import Scan, Span
from domain.reading.scores import (
    decide,
    no_rescue,
    surer,
    weigh,
    weigh_beside,
)
from domain.reading.secrecy import CONFIDENTIAL, care_of, rather_secret
from domain.reading.suspected import faint, of_a_sentence, suspected
from domain.reading.talk import NAMED, intent_of, talk
from domain.reading.vocabulary import Vocabulary, default_vocabulary
from domain.reading.words import latin, spoken

LONGEST = 600  # letters; what is told after that changes nothing
WORDS_ALONE = Context()
UNSURE = 0.5
"""Below it what is told is weighed once more without where it is (`Scores.sure`; ours)."""

MATTER_BESIDE, LATIN_BESIDE = 4.0, 2.0
"""From here on words name a matter without their place (ours). Most names of places here are no
Latin words, so they weigh much beside these: "lamp is broken in 幸福路口" is no traffic."""

LEADS_THERE = re.compile(r"\b(?:at|in|on|by|near|around)(?: the)?\s*$")
"""What stands before the name of a place, and says nothing without it."""


def read(
    text: str,
    context: Context = WORDS_ALONE,
    vocabulary: Vocabulary | None = None,
) -> Reading:
    """What was said, in the package's own vocabulary or an office's."""
    known = vocabulary or default_vocabulary()
    return _whole(text[:LONGEST], context, known)


@lru_cache(maxsize=2048)
def _whole(text: str, context: Context, vocabulary: Vocabulary) -> Reading:
    return with_what_is_told(
        text, vocabulary, lambda said: _read(said, context, vocabulary)
    )


@lru_cache(maxsize=2048)
def _read(text: str, context: Context, vocabulary: Vocabulary) -> Reading:
    known = engine(vocabulary)
    said_so = spoken(text)
    scan = known.lexicon.scan(known.spelling.mended(said_so))
    clues = known.clues & scan.present
    letters = _letters(scan, scan.core, known, clues)
    care, asked = care_of(scan, known, letters)
    where = spans(said_so, vocabulary)
    places = tuple(text[begin:end] for begin, end in where)
    weights = weigh(scan, known)
    alone = cache(lambda part: _alone(scan, part, known, clues))
    dangers = endangered(scan, known, letters, weights, alone)
    matter = max(weights.values(), default=0.0)
    said = matter_of(scan)
    told = talk(scan, known, said)
    talked = letters if said == scan.core else _letters(scan, said, known, clues)
    intent = intent_of(told, scan, talked, matter, places, care)
    fallback = _fallback(care, context)
    heard = letters if dangers else without_figures(scan, known, letters)
    calmed = calm(scan, dangers, heard, known)
    scores = decide(weights, heard, known, dangers, context.kind, fallback, calmed)
    unsure = scores.sure < UNSURE or _beside_latin(scan, where)
    if unsure and not dangers and (left := _without(scan, where, known, clues)):
        other = decide(*left, known, (), context.kind, fallback, calmed)
        scores = surer(scores, other, only_there=weights.keys() - left[0].keys())
    topic = gravest(dangers, scores)
    if topic is None:
        placed = context.where or intent is Intent.PLACE_ONLY
        loudest = of_a_sentence(scan, heard, alone)
        topic = suspected(scan, known, loudest, weights, scores, intent, where, placed)
    if topic is not None:
        intent = Intent.EMERGENCY
    elif (calmer := no_rescue(scores, weights, letters)) is not None:
        scores = decide(weights, calmer, known, (), context.kind, fallback, known.dire)
    private = any(each.private for each in (*dangers, topic) if each)
    if private or (topic is None and rather_secret(scan, letters)):
        care.add(CONFIDENTIAL)
    if intent in (Intent.EMERGENCY, Intent.REPORT):
        danger = danger_of(topic, dangers, lambda: faint(scan, known, heard))
        reading = filing(intent, danger, scores, care, places, known)
    else:
        reading = talking(intent, scores, care, places, known)
        reading = replace(reading, said=intent in told, names=matter >= NAMED)
    doubted = perhaps(scan, known, heard, scores, intent, told)
    return replace(reading, asked=asked or NOTHING, perhaps=doubted)


def _letters(
    scan: Scan, part: Span, known: Engine, clues: Set[str]
) -> dict[str, float]:
    """What the letters of that part say, each word as it was meant."""
    text = scan.spelled(known.misheard, part)
    return opinion(text, known.vocabulary.weights, clues)


def _without(
    scan: Scan, where: Iterable[Span], known: Engine, clues: Set[str]
) -> tuple[dict[str, float], dict[str, float]] | None:
    """What is told without the names of places at an edge, as weights and what letters say, where
    that names a matter: a lamp at a crossing is no traffic.
    """
    left = scan.spelled(known.misheard, (0, len(scan.text)))
    moved = len(left) != len(scan.text)
    text = scan.text if moved else left
    edge = [
        one
        for one in where
        if at_an_edge(text, scan.core, one) or LEADS_THERE.search(text[: one[0]])
    ]
    if not edge:
        return None
    foreign = latin(_cut(text, edge))
    found, bare = weigh_beside(scan, known, edge, foreign)
    least = LATIN_BESIDE if foreign else MATTER_BESIDE
    if moved or not bare or max(found.values(), default=0.0) < least:
        return None
    left = _cut(left, bare)
    return found, opinion(left.strip(STRIPPED), known.vocabulary.weights, clues)


def _beside_latin(scan: Scan, where: Sequence[Span]) -> bool:
    """Whether Latin words tell of what is at a place whose name is in other letters."""
    foreign = bool(where) and not scan.text.isascii()
    return foreign and latin(_cut(scan.text, where))


def _cut(text: str, where: Sequence[Span]) -> str:
    """What is left without these places."""
    for begin, end in reversed(where):
        text = f"{LEADS_THERE.sub('', text[:begin])} {text[end:]}"
    return text


def _alone(scan: Scan, part: Span, known: Engine, clues: Set[str]) -> dict[str, float]:
    """What the letters of that part would say if nothing else were said."""
    begin, end = part
    there = {
        name
        for name in clues
        if any(begin <= hit[0] and hit[1] <= end for hit in scan.hits(name))
    }
    return _letters(scan, part, known, there)


def _fallback(care: set[str], context: Context) -> Kind:
    """Where nothing is known a picture shows a hazard, and words ask for help or wish."""
    if context.photos:
        return Kind.HAZARD
    return Kind.WISH if "wishing" in care else Kind.HELP
