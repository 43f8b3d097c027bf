"""What somebody wants: a report, or talk that is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from domain.reading.engine import TOLD, Engine
from domain.reading.linear import SECRET, TALK
from domain.reading.model import Intent
from domain.reading.scan import Scan, Span, whole
from domain.reading.secrecy import ASKED

MOST_TALK = 8.0  # more words of one kind say no more
MOST_MATTER = 4.5
NAMED = 3.0  # from here on a matter is named
CLEAR = 4.0  # from here on also where all of it looks like a place
SAID = 4.0  # from here on a kind of talk is said in so many words
UNSAID = 4.0  # then talk that no word speaks of is less likely by that
A_HINT = 0.1
CLOSE, NEAR = 1.5, 3.0
"""What is nobody else's business is a report where it is so nearly one, though words say that it is
talk, and where they do not (ours: of what training had not seen 7 reports came back, and a chat
went)."""
RATHER = -1.0
"""From here on letters say that it may be nobody else's business (log odds)."""
A_WORD, SPARE = 2.0, 2  # a word of a matter; letters beside a place that say nothing
COURTESY = 2.0  # what a greeting or a thanks around a matter says
OPINION = 3.0
USUAL = 1.2  # what letters say of nearly every message
# what would throw something away or offend takes a word that says so
ONLY_SAID = frozenset({Intent.AD_SPAM, Intent.ABUSE, Intent.CANCEL})
# what is answered by a kind word: nothing of it is kept
KIND = frozenset({Intent.CHAT, Intent.CONFIRM, Intent.THANKS})
IDLE = KIND | {Intent.PLACE_ONLY}
ORDER = (
    Intent.AD_SPAM,
    Intent.ABUSE,
    Intent.REOPEN,
    Intent.COMPLAINT_UNANSWERED,
    Intent.STATUS,
    Intent.HUMAN,
    Intent.HOW_TO,
    Intent.CANCEL,
    Intent.CONFIRM,
    Intent.THANKS,
    Intent.CHAT,
    Intent.PLACE_ONLY,
)
LABELS = tuple((intent, TALK + intent) for intent in ORDER)


def talk(scan: Scan, engine: Engine, part: Span) -> dict[Intent, float]:
    """How strongly each kind of talk is said, less outside that part, and up to twice as strongly
    where it is most or all of what is said; it is empty where somebody only says hello.
    """
    if part[0] == part[1] != scan.core[0]:
        return {Intent.CHAT: SAID}
    found: dict[Intent, dict[Span, float]] = defaultdict(dict)
    length = scan.core[1] - scan.core[0] or 1
    for (intent, weight), spans in engine.intents.matches(scan):
        key = whole(spans)
        if key[0] < part[0] or part[1] < key[1] <= scan.core[1]:
            weight = min(weight, COURTESY)
        if weight >= SAID:
            weight *= max(1.0, min(2.0, 2 * (key[1] - key[0]) / length))
        found[intent][key] = max(weight, found[intent].get(key, 0.0))
    return {intent: sum(hits.values()) for intent, hits in found.items()}


def intent_of(
    said: dict[Intent, float],
    scan: Scan,
    letters: dict[str, float],
    matter: float,
    places: tuple[str, ...],
    care: Set[str],
) -> Intent:
    """The likeliest of words and letters together; a matter clearly named speaks for a report.
    Where words have told what is nobody else's business it is no idle talk.
    """
    if scan.core[0] == scan.core[1]:
        return Intent.CONFIRM if Intent.CONFIRM in said else Intent.CHAT
    cursed = said.get(Intent.ABUSE, 0.0) >= MOST_TALK
    told = TOLD in care
    if matter < CLEAR and not (cursed or told) and _only_place(scan, places, matter):
        return Intent.PLACE_ONLY
    clear = matter >= NAMED or max(said.values(), default=0.0) >= SAID
    scores = {
        intent: min(MOST_TALK, said.get(intent, 0.0))
        + OPINION * letters.get(label, 0.0)
        - (UNSAID if clear and intent not in said else 0.0)
        for intent, label in LABELS
        if said.get(intent, 0.0) >= _least(intent, matter)
        if not (told and intent in IDLE and said.get(intent, 0.0) < MOST_TALK)
    }
    thought = letters.get(TALK + Intent.REPORT, 0.0) - USUAL
    if matter < A_WORD and said.get(Intent.AD_SPAM, 0.0) >= MOST_TALK:
        thought = min(thought, 0.0)  # 澳门赌场上线啦: letters know no such word
    scores[Intent.REPORT] = min(MOST_MATTER, matter) + OPINION * thought
    best = max(scores, key=scores.__getitem__)
    behind = scores[best] - scores[Intent.REPORT]
    if best not in KIND or ASKED in care or behind >= NEAR:
        return best
    secret = letters.get(SECRET, 0.0)
    if best in said:
        return Intent.REPORT if secret > 0 and behind < CLOSE else best
    return Intent.REPORT if secret > RATHER else best


def _least(intent: Intent, matter: float) -> float:
    """How strongly words have to say so; 0 where letters alone may."""
    if intent in ONLY_SAID:
        return A_WORD
    guessed = intent is not Intent.PLACE_ONLY or matter < NAMED
    return 0.0 if guessed else A_HINT


def _only_place(scan: Scan, places: tuple[str, ...], matter: float) -> bool:
    """Whether nothing is said but where somebody or something is, or hardly a letter more that
    names no matter.
    """
    said = scan.core[1] - scan.core[0] - sum(map(len, places))
    if not places or said <= 0:
        return bool(places)
    text, named = scan.text, " ".join(places).lower()
    beside = {at for hit in scan.hits("around") for at in range(*hit)}
    around = sum(text[at] not in named for at in beside)
    signs = sum(not text[at].isalnum() for at in range(*scan.core) if at not in beside)
    spare = 0 if matter >= A_WORD else SPARE
    return said - around - signs <= spare
