"""A line of the audit log as a sentence: who changed what, when, from what to what.

Lines of before 0.3 say less; each sentence has a form that does without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from handlers.admin.audit_sentences import (
    bound,
    case_changed,
    duty,
    leave,
    policy,
    template,
)
from handlers.admin.audit_told import Told
from handlers.casework.auditing import CHANGED
from handlers.texts.sentences import Safe

BY_HAND = (
    "award",
    "award-confirmed",
    "award-refused",
    "award-ended",
    "award-own",
    "award-spent",
)
Sentence = Callable[[Told], str]


# --- what was changed ---


def _about(act: str) -> Sentence:
    """Somebody's role somewhere, or none of them."""

    def said(told: Told) -> str:
        return told.label(
            f"audit-{act}",
            person=told.person,
            role=told.role,
            area=told.area,
        )

    return said


def _counted(act: str, *fields: str) -> Sentence:
    def said(told: Told) -> str:
        counts = {field: told.get(field) or 0 for field in fields}
        return told.label(
            f"audit-{act}",
            person=told.person,
            area=told.area,
            **counts,
        )

    return said


def _by_hand(act: str) -> Sentence:
    """Points by hand: of a case, else of an area; for whom is not said."""

    def said(told: Told) -> str:
        amount, number = told.get("amount") or 0, str(told.get("number") or "")
        where = number or told.area
        return told.label(f"audit-{act}", amount=amount, where=where)

    return said


def _forgotten(told: Told) -> str:
    return told.label("audit-forgotten")


SENTENCES: dict[str, Sentence] = {
    "announce": _counted("announce", "count"),
    "recruit": _counted("recruit", "count"),
    "news": _counted("news", "count"),
    "errand": _counted("errand", "count"),
    "policy": policy,
    "template": template,
    "template-dropped": template,
    "duty": duty,
    "bind": bound,
    "unbind": _counted("unbind"),
    "forgotten": _forgotten,
    "invite": _about("invite"),
    "joined": _about("joined"),
    "away": leave,
    "handed-over": _counted("handed-over", "moved"),
    "grant": _about("grant"),
    "revoke": _about("revoke"),
    "signout": _counted("signout"),
    "load": _counted("load", "areas", "places"),
    "station": _counted("station", "station", "what"),
    "load-listings": _counted("load-listings", "listings"),
    "load-stations": _counted("load-stations", "stations"),
    "load-gifts": _counted("load-gifts", "gifts"),
    "load-merchants": _counted("load-merchants", "merchants"),
    "listing-match": _counted("listing-match", "need", "resource"),
    "listing-stop": _counted("listing-stop", "need"),
    "listing-witness": _counted("listing-witness", "need"),
    "listing-hours": _counted("listing-hours", "need", "minutes"),
    "errand-hours": _counted("errand-hours", "minutes", "count"),
    "gift-handed": _counted("gift-handed", "gift", "order"),
    "gift-stock": _counted("gift-stock", "gift", "more"),
    "shop-invite": _counted("shop-invite", "merchant"),
    "shop-tied": _counted("shop-tied", "merchant"),
    "shop-untie": _counted("shop-untie", "merchant"),
    "offer-ended": _counted("offer-ended", "merchant", "offer"),
    "roster": _counted("roster", "added", "replaced"),
    **{act: _by_hand(act) for act in BY_HAND},
    "member-accepted": _counted("member-accepted"),
    "member-declined": _counted("member-declined"),
    "member-ended": _counted("member-ended"),
    "case": case_changed,
}
"""By act. What only looks, asks or prints stands in the log, but not here."""

CHANGES = frozenset(SENTENCES)


def line(told: Told) -> Safe:
    """'今天 10:00 · 陈主任：…'."""
    who = told.names.get(told.row.actor_id or 0, "")
    return told.turn.say(
        "audit-line",
        at=told.when(told.row.at),
        who=who or told.turn.label("who-desk"),
        what=SENTENCES[told.row.act](told),
    )


def people_in(rows: Iterable[Any]) -> set[int]:
    """Whoever is named in these lines."""
    found: set[int | None] = set()
    for row in rows:
        found |= {row.actor_id, row.detail.get("person")}
        found |= set((row.detail.get(CHANGED) or {}).get("assignee_id", ()))
    return {one for one in found if one}
