"""Who sees what of a case: one table, by how private the case is and in what capacity somebody
looks.

Confidential cases are for the one in charge, their lead and the mediators; of an anonymous one
nobody learns who filed it (facts/rules.md). Cards, lists, exports, the offer of a like case and the
log all ask here.
"""

from __future__ import annotations

from enum import StrEnum


class Privacy(StrEnum):
    """Who may know what of a case: SHOWN is the table."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class Viewer(StrEnum):
    """In what capacity somebody, or something, looks at a case."""

    FILER = "filer"
    ASSIGNEE = "assignee"
    MEDIATOR = "mediator"
    LEAD = "lead"
    ADMIN = "admin"
    COLLEAGUE = "colleague"
    BROUGHT = "brought"
    FOLLOWER = "follower"
    GROUP = "group"
    OFFER = "offer"
    EXPORT = "export"
    FIGURES = "figures"
    LOG = "log"


class Aspect(StrEnum):
    """EXISTS: number, category, area, state and dates. OUTCOME: what everybody who waits is told,
    such as the answer. WORDS: all that was said and shown, and where exactly. FILER: who filed it.
    """

    EXISTS = "exists"
    OUTCOME = "outcome"
    WORDS = "words"
    FILER = "filer"


NOTHING: frozenset[Aspect] = frozenset()
EXISTS = frozenset({Aspect.EXISTS})
HEARS = frozenset({Aspect.EXISTS, Aspect.OUTCOME})
READS = HEARS | {Aspect.WORDS}
ALL = frozenset(Aspect)

SHOWN: dict[Privacy, dict[Viewer, frozenset[Aspect]]] = {
    Privacy.OPEN: {
        **dict.fromkeys(Viewer, READS),
        Viewer.FILER: ALL,
        Viewer.FOLLOWER: HEARS,
        Viewer.OFFER: EXISTS,
        Viewer.FIGURES: EXISTS,
        Viewer.LOG: EXISTS,
        Viewer.EXPORT: ALL,
    },
    Privacy.ANONYMOUS: {
        **dict.fromkeys(Viewer, READS),
        Viewer.FILER: ALL,
        Viewer.FOLLOWER: HEARS,
        Viewer.OFFER: EXISTS,
        Viewer.FIGURES: EXISTS,
        Viewer.LOG: EXISTS,
    },
    Privacy.CONFIDENTIAL: {
        **dict.fromkeys(Viewer, NOTHING),
        Viewer.FILER: ALL,
        Viewer.BROUGHT: READS,
        Viewer.FOLLOWER: EXISTS,
        Viewer.ASSIGNEE: READS,
        Viewer.MEDIATOR: READS,
        Viewer.LEAD: READS,
        Viewer.ADMIN: EXISTS,
        Viewer.EXPORT: EXISTS,
        Viewer.FIGURES: EXISTS,
        Viewer.LOG: EXISTS,
    },
}


def shows(privacy: Privacy, viewer: Viewer, aspect: Aspect) -> bool:
    return aspect in SHOWN[privacy][viewer]
