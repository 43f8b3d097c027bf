"""What a filing's draft says so far: what it is about, what is missing, who may know of it.

What its words mean is read when they come (`handlers/filing/hearing.py`) and kept in the draft.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from domain.draft import Draft
from domain.kinds import Kind, Urgency
from domain.privacy import Privacy
from domain.reading.model import Reading
from domain.values.last_asked import of_last
from handlers.dialog.fields import A_MATTER, attachments, words
from handlers.texts.words import anywhere, plain

HAN, LATIN = 3, 1  # how much a letter says
BARE = 12
"""Words that say so little name a thing: 小孩, a dog."""

REST = "rest"
"""What is asked by the page of all that may be changed."""
SHOWN = ("photo", "video")
"""What says something without a word."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What the words mean, or what was chosen; `likely` are the codes to choose from, `sure` says
    that the first stands out. `bare` is a thing that is named and nothing said of it: 小孩.
    `unnamed`: the words ask that their filer's name stands nowhere. `perhaps`: somebody may be in
    danger, which is asked.
    """

    code: str
    kind: Kind
    urgency: Urgency = Urgency.GENERAL
    privacy: Privacy = Privacy.OPEN
    wants_place: bool = False
    likely: tuple[str, ...] = ()
    sure: bool = True
    danger: bool = False
    bare: bool = False
    unnamed: bool = False
    perhaps: bool = False

    @property
    def hurried(self) -> bool:
        """Whoever tells of this is not told that there is no hurry."""
        return self.danger or self.perhaps or self.urgency is Urgency.URGENT


@of_last
def meant(draft: Draft) -> Meant:
    """What was read last; before anything was, only what was chosen is known."""
    read = draft.about.get("read")
    if read is None:
        usual = Kind.HAZARD if seen(draft) else Kind.HELP
        kind = Kind(draft.about.get("kind", usual))
        return Meant(f"{kind}_other", kind, wants_place=kind is Kind.HAZARD)
    return _meant(
        read["code"],
        read["kind"],
        read["urgency"],
        read["privacy"],
        read["wants_place"],
        tuple(read["likely"]),
        read["sure"],
        read["danger"],
        read.get("bare", False),
        read.get("unnamed", False),
        read.get("perhaps", False),
    )


@lru_cache(maxsize=512)
def _meant(
    code: str,
    kind: str,
    urgency: str,
    privacy: str,
    *rest: Any,
) -> Meant:
    """Asked for several times in a turn: the same values are made once."""
    return Meant(code, Kind(kind), Urgency(urgency), Privacy(privacy), *rest)


def is_bare(
    found: Reading,
    said: str,
) -> bool:
    """Whether a thing is named and nothing said of it: 监控, not 监控坏了."""
    letters = sum(LATIN if one.isascii() else HAN for one in said if one.isalnum())
    if found.report >= A_MATTER or not 0 < letters <= BARE:
        return False
    return anywhere("words-befallen").search(plain(said)) is None


def seen(draft: Draft) -> bool:
    """Whether something is there to be looked at."""
    return any(attachments(draft, kind) for kind in SHOWN)


@of_last
def needs(draft: Draft) -> str:
    """Words that say something, or a picture or a voice message; and a place where the matter has
    one. In an emergency nobody waits for it.
    """
    matter = meant(draft)
    bare = matter.bare and not own_cases(draft)
    if (bare or not words(draft)) and not _shown(draft):
        return "what"
    if draft.answers.get("place") or has_place(draft):
        return ""
    return "place" if matter.wants_place and not matter.danger else ""


def _shown(draft: Draft) -> bool:
    return any(part.kind != "document" for part in attachments(draft))


def has_place(draft: Draft) -> bool:
    """Whether a QR code, a place in the words or a press has said where it is; a house number, or a
    name that nobody knows, does in the grid of the last hour.
    """
    about = draft.about
    at_home = ("house" in about or "called" in about) and about.get("last")
    return "area" in about or "spot" in about or "no_place" in about or bool(at_home)


def own_cases(draft: Draft) -> list[dict[str, Any]]:
    """The filer's open cases to which this may belong, the likeliest first; what is confidential
    goes to a confidential case only.
    """
    one = [draft.about["case"]] if "case" in draft.about else []
    kept = draft.about.get("cases") or one
    if privacy_of(draft) is not Privacy.CONFIDENTIAL:
        return kept
    return [case for case in kept if case.get("private")]


def privacy_of(draft: Draft) -> Privacy:
    """What the matter is at least, or the filer's wish. Who complains of somebody of the staff does
    so confidentially.
    """
    if draft.about.get("named") or draft.about.get("secret"):
        return Privacy.CONFIDENTIAL
    known = meant(draft).privacy
    if known is Privacy.CONFIDENTIAL:
        return known
    return Privacy.ANONYMOUS if unnamed(draft) else Privacy.OPEN


def unnamed(draft: Draft) -> bool:
    """Whether they want to stay unnamed: by a press, else by their words."""
    pressed = draft.about.get("anonymous")
    return meant(draft).unnamed if pressed is None else bool(pressed)


def with_about(draft: Draft, about: dict[str, Any]) -> Draft:
    """The draft for this; the same one where that changes nothing."""
    return draft if draft.about == about else replace(draft, about=about)


def without(draft: Draft, *names: str) -> dict[str, Any]:
    """What the form is for, but for these."""
    return {name: kept for name, kept in draft.about.items() if name not in names}
