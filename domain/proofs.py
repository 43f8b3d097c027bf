"""The proof slip of a report (上报证明): who gets one, and the code that says it is genuine.

It says that something was reported in that minute and was accepted, and nothing else.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.case import Case
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.states import State
from domain.values.number import case_number
from domain.values.text import plain

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that reads like a figure, and no U."""

MISREAD = str.maketrans("OIL", "011")
SIGNS = 10
"""Letters of a signature, 50 bits: at 40 tries a minute half of them take 26 million years."""

LONGEST, LONGEST_LINK = 60, 300
PAGE = "/proof/"
"""Of the address that a slip's picture leads to, what stands before the code."""

LINK = re.compile(r"HTTPS?://\S*$")
PRINTED = re.compile(
    r"(?<![A-Z0-9])[A-Z]{2}\d\d-\d{4,7}(?:-\d\d?)?-[A-Z0-9]{5}-[A-Z0-9]{5}(?![A-Z0-9])"
)
WRITTEN = re.compile(
    r"(?P<number>.+?)[ -]*(?P<first>[A-Z0-9]{5})(?P<gap> ?-? ?)(?P<last>[A-Z0-9]{5})"
)


@dataclass(frozen=True, slots=True)
class Proofs:
    """`key` signs; only `kinds` get a slip. `page` is the web server's address, '' for none."""

    key: bytes
    kinds: frozenset[Kind]
    page: str = ""


# --- who gets one ---


def refusal(case: Case, kept: Case, kinds: Iterable[Kind]) -> str:
    """Why there is no slip of this report, '' where there is one.

    `kept` is the case into which it was merged in the end, else itself: one acceptance is for all
    that were merged.
    """
    if case.kind not in kinds:
        return "kind"
    states = {case.state, kept.state}
    if State.WITHDRAWN in states:
        return "withdrawn"
    if State.REJECTED in states:
        return "rejected"
    return "" if case.accepted_at or kept.accepted_at else "not-yet"


def grid_of(case: Case) -> str:
    """The area that stands on a slip, '' for a confidential case: it would say too much there."""
    return "" if case.privacy is Privacy.CONFIDENTIAL else case.area


# --- the code ---


def code(key: bytes, case: Case) -> str:
    """What stands on the slip: YH26-0001-K7QM3-XDP9T."""
    made = signature(key, case.number, case.filed_at, grid_of(case))
    return f"{case.number}-{made[:5]}-{made[5:]}"


def signature(key: bytes, number: str, filed_at: datetime, area: str) -> str:
    """Signs what stands on the slip: another number, minute or grid has another one."""
    minute = filed_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    said = "\n".join(("proof", number, minute, area)).encode()
    value = int.from_bytes(hmac.digest(key, said, "sha256"))
    return "".join(LETTERS[value >> 5 * place & 31] for place in range(SIGNS))


def read(said: str) -> tuple[str, str] | None:
    """(number, signature) of what was typed or scanned, None for what is no code."""
    found = _written(said)
    if found is None:
        return None
    given = (found["first"] + found["last"]).translate(MISREAD)
    number = case_number(found["number"])
    return (number, given) if number and set(given) <= set(LETTERS) else None


def is_code(said: str) -> bool:
    """Whether it is written as a code and nothing else can be meant, genuine or not: behind the
    number two groups of five with a dash, or letters and figures mixed.
    """
    found = _written(said)
    if found is None or case_number(found["number"]) is None:
        return False
    signed = found["first"] + found["last"]
    mixed = not (signed.isdecimal() or signed.isalpha())
    return mixed or "-" in found["gap"]


def _written(said: str) -> re.Match[str] | None:
    """A number, with its part if it has one, and the signature in two groups behind it."""
    return WRITTEN.fullmatch(plain(_bare(said)).upper())


def code_in(said: str) -> tuple[str, str]:
    """(code, what stands beside it) of a short text in which one stands as it is printed; ('', '')
    where there is none.
    """
    text = plain(said[:LONGEST_LINK]).upper()
    found = PRINTED.search(text)
    if found is None:
        return "", ""
    before, after = text[: found.start()], text[found.end() :]
    beside = f"{LINK.sub('', before)} {after}"
    return found[0], plain(beside)


def _bare(said: str) -> str:
    """Without the page's address that stands before a code."""
    return said[:LONGEST_LINK].rpartition(PAGE)[2][:LONGEST]


def signed_area(
    key: bytes,
    case: Case,
    given: str,
    areas: Iterable[str],
) -> str | None:
    """The area that was signed, '' for a slip without one; None where nobody signed this.

    A case may have gone to another grid since, so each is tried, and always all of them: how long
    it takes tells nothing.
    """
    found: str | None = None
    for area in ("", case.area, *areas):
        right = signature(key, case.number, case.filed_at, area)
        if hmac.compare_digest(given.encode(), right.encode()):
            found = area
    return found
