"""A line of the audit log as a sentence: who changed what, when, from what to what.

Lines of before 0.3 say less; each sentence has a form that does without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from domain.policies import Row, row_of
from handlers.admin.audit_cases import fields_in, part
from handlers.admin.audit_told import Told
from handlers.admin.limits import length, name, way
from handlers.casework import phrases
from handlers.casework.auditing import CHANGED
from handlers.texts.sentences import Safe

LONGEST_QUOTE = 60
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


def _policy(told: Told) -> str:
    made = row_of(told.row.detail)
    what, now = name(told.turn, made), _limit(told, made)
    before = told.get("was")
    if before is None:
        return told.label("audit-policy-first", what=what, now=now)
    return told.label(
        "audit-policy",
        what=what,
        was=_limit(told, row_of(before)),
        now=now,
    )


def _limit(told: Told, row: Row) -> str:
    return told.label(
        "audit-limit",
        accept=length(told.turn, row.limit.accept),
        answer=length(told.turn, row.limit.resolve),
        clock=way(told.turn, row),
    )


def _template(told: Told) -> str:
    said = phrases.cut(told.get("words") or "", LONGEST_QUOTE)
    words = said or f"#{told.get('id')}"
    return told.label(f"audit-{told.row.act}", words=words)


def _bind(told: Told) -> str:
    before = told.get("was") or ""
    if not before:
        return told.label("audit-bind", area=told.area)
    turn = told.turn
    was = phrases.area(turn.unit, before, turn.language)
    return told.label("audit-bind-moved", area=told.area, was=was)


def _duty(told: Told) -> str:
    begin, end = told.moment("start"), told.moment("end")
    if not begin:
        return told.label("audit-duty", person=told.person, area=told.area)
    return told.label(
        "audit-duty-hours",
        person=told.person,
        area=told.area,
        start=begin,
        end=end,
    )


def _away(told: Told) -> str:
    until, person = told.moment("until"), told.person
    if told.get("back"):
        return told.label("audit-back", person=person)
    if not until:
        return told.label("audit-away", person=person)
    start = told.moment("start")
    if start:
        return told.label("audit-away-days", person=person, start=start, until=until)
    return told.label("audit-away-until", person=person, until=until)


def _case(told: Told) -> str:
    """'YH26-0001 作了更正（分类从 垃圾 改成 道路井盖）'."""
    turn, number = told.turn, str(told.get("number"))
    what = told.label(f"audit-did-{str(told.get('did')).replace('_', '-')}")
    parts = [
        part(turn, field, pair, told.names)
        for field, pair in fields_in(told.row.detail)
    ]
    if not parts:
        return told.label("audit-case", number=number, what=what)
    return told.label(
        "audit-case-changed",
        number=number,
        what=what,
        changes=told.label("audit-and").join(parts),
    )


def _forgotten(told: Told) -> str:
    return told.label("audit-forgotten")


SENTENCES: dict[str, Sentence] = {
    "announce": _counted("announce", "count"),
    "recruit": _counted("recruit", "count"),
    "news": _counted("news", "count"),
    "errand": _counted("errand", "count"),
    "policy": _policy,
    "template": _template,
    "template-dropped": _template,
    "duty": _duty,
    "bind": _bind,
    "unbind": _counted("unbind"),
    "forgotten": _forgotten,
    "invite": _about("invite"),
    "joined": _about("joined"),
    "away": _away,
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
    "case": _case,
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
