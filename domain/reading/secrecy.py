"""Who may know of what was said: secrecy is heard from words, letters and categories; whose name
alone is to stand nowhere has asked for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from domain.privacy import Privacy
from domain.reading.engine import TOLD, Engine
from domain.reading.linear import SECRET, URGENT, opinion
from domain.reading.model import Asked
from domain.reading.scan import Scan, Span, whole
from domain.reading.scores import Scores

HASTE = -0.5
"""From here on letters say that it is urgent (log odds; ours: of what training had not seen two of
five urgent sentences lie above, and one of a hundred others)."""

SECRECY = 0.0
"""The same for what is nobody else's business."""

OF_ONESELF = -1.0
"""The same where somebody speaks of themselves and nobody is in danger (ours: of what training had
not seen an eighth of the secrets that were missed, and one of two hundred others)."""

CONFIDENTIAL, ANONYMOUS, ACCUSED = "confidential", "anonymous", "accused"
ASKED = "secret"  # a key of what is heard


def care_of(
    scan: Scan, known: Engine, letters: Mapping[str, float]
) -> tuple[set[str], Asked | None]:
    """What words and letters say of how it is to be handled, and what is asked of privacy. Whoever
    informs against somebody is in danger where that is known, so it is secret; of any other matter
    the words for "anonymous" say nothing but that, and count among no letters.
    """
    found: set[str] = set()
    spans: dict[str, list[Span]] = {ASKED: [], ANONYMOUS: []}
    for name, there in known.care.matches(scan):
        found.add(name)
        if name in spans:
            spans[name].append(whole(there))
    if letters.get(URGENT, -1.0) > HASTE:
        found.add("urgent")
    unnamed = spans[ANONYMOUS]
    if unnamed:
        clues = known.clues & scan.present
        letters = opinion(_without(scan, unnamed), known.vocabulary.weights, clues)
    informs = unnamed and ACCUSED in found
    secret = letters.get(SECRET, -1.0) > SECRECY
    if informs or secret or not found.isdisjoint((ASKED, TOLD)):
        found.add(CONFIDENTIAL)
    if not any(spans.values()):
        return found, None
    beside = _without(scan, [*spans[ASKED], *unnamed])
    return found, Asked(ASKED in found, bool(unnamed), beside)


def rather_secret(scan: Scan, letters: Mapping[str, float]) -> bool:
    """Whether it is rather nobody else's business, and they speak of themselves."""
    return letters.get(SECRET, OF_ONESELF) > OF_ONESELF and bool(scan.hits("<me>"))


def _without(scan: Scan, spans: Iterable[Span]) -> str:
    """The text without those words."""
    text = scan.text
    for begin, end in spans:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text[slice(*scan.core)]


def privacy(scores: Scores, care: Set[str], known: Engine) -> Privacy:
    """Confidential where it may be: a guess between two categories lowers nothing."""
    near = (known.vocabulary.catalogue[code].privacy for code in scores.near)
    if CONFIDENTIAL in care or Privacy.CONFIDENTIAL in near:
        return Privacy.CONFIDENTIAL
    return Privacy.ANONYMOUS if ANONYMOUS in care else Privacy.OPEN
