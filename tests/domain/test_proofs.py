"""The proof slip: who gets one, and that nothing on it can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain import proofs
from domain.case import Case
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.states import State
from tests.domain.a_case import A_CASE

NOW = datetime(2026, 11, 23, 2, 0, 30, tzinfo=UTC)
KEY, ANOTHER = b"k" * 32, b"K" * 32
AREAS = ("G01", "G02", "S1")
CASE = replace(
    A_CASE,
    words="地砖坏了",
    filed_at=NOW,
    phase_at=NOW,
    accept_due=NOW,
    resolve_due=NOW,
    accepted_at=NOW,
)
BOTH = (Kind.HAZARD, Kind.HELP)
CODE = proofs.code(KEY, CASE)


def area_of(code: str, case: Case = CASE, key: bytes = KEY) -> str | None:
    given = proofs.read(code)
    assert given is not None and given[0] == case.number
    return proofs.signed_area(key, case, given[1], AREAS)


@pytest.mark.parametrize(
    ("case", "kept", "why"),
    [
        (CASE, CASE, ""),
        (replace(CASE, state=State.CLOSED), CASE, ""),
        (replace(CASE, state=State.REOPENED), CASE, ""),
        (replace(CASE, accepted_at=None, state=State.ASSIGNED), None, "not-yet"),
        (replace(CASE, accepted_at=None, state=State.MERGED), CASE, ""),
        (replace(CASE, state=State.WITHDRAWN), None, "withdrawn"),
        (replace(CASE, state=State.REJECTED), None, "rejected"),
        (CASE, replace(CASE, state=State.REJECTED), "rejected"),
        (replace(CASE, kind=Kind.WISH), None, "kind"),
    ],
)
def test_only_what_was_accepted_and_still_counts_has_a_slip(
    case: Case, kept: Case | None, why: str
) -> None:
    assert proofs.refusal(case, kept or case, BOTH) == why


def test_the_code_is_read_however_it_was_typed() -> None:
    number, sign = "YH26-0001", CODE[-11:].replace("-", "")
    assert CODE.startswith(f"{number}-")
    told = {CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("-", "")}
    told |= {f" {CODE} ", CODE.replace("-", "－"), CODE.replace("-", "—")}
    assert {proofs.read(one) for one in told} == {(number, sign)}
    assert proofs.read(f"{number}-OIL00-00000") == (number, "0110000000")
    part = f"{number}-2{CODE[-12:]}"
    assert proofs.read(part) == (f"{number}-2", sign)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "?",
        "YH26-0001",
        "K7QM3-XDP9T",
        "YH26-0001-K7QM3-XDP9",
        "YH26-0001-K7QM3-XDP9U",
        "YH26-0001-K7QM3-地砖坏了了",
        "YH26-0001-2",
        "YH26-0001-2-K7QM3",
        "YH26-00-01-K7QM3-XDP9T",
        "YH26-0001-11-K7QM3-XDP9T",
        "YH26-0001-K7-QM3XD-P9T",
        "-" * 60,
        "ﷺ" * 60,
        "x" * 5000,
        "\0" * 30,
    ],
)
def test_what_is_no_code_is_none(said: str) -> None:
    assert proofs.read(said) is None


def test_whoever_changes_a_letter_of_the_code_has_another_code() -> None:
    assert area_of(CODE) == "G01"
    head, sign = CODE[:-11], CODE[-11:]
    for place, letter in enumerate(sign):
        for other in proofs.LETTERS if letter != "-" else "":
            changed = sign[:place] + other + sign[place + 1 :]
            found = area_of(head + changed)
            assert found == ("G01" if other == letter else None)
    assert area_of(CODE, key=ANOTHER) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(CASE, number="YH26-0002"),
        replace(CASE, filed_at=NOW + timedelta(minutes=1)),
        replace(CASE, filed_at=NOW - timedelta(days=365)),
    ],
)
def test_the_code_of_one_report_is_no_code_of_another(other: Case) -> None:
    moved = CODE.replace(CASE.number, other.number)
    assert area_of(moved, other) is None


def test_a_slip_shows_its_grid_though_the_case_has_gone_on() -> None:
    later = replace(CASE, area="G02", state=State.CLOSED, filer_id=None)
    assert area_of(CODE, later) == "G01"
    assert area_of(proofs.code(KEY, later), later) == "G02"
    gone = replace(CASE, area="G09")
    assert area_of(proofs.code(KEY, gone), gone) == "G09"


def test_a_confidential_case_has_a_slip_without_a_grid() -> None:
    quiet = replace(CASE, privacy=Privacy.CONFIDENTIAL)
    assert proofs.grid_of(quiet) == ""
    assert area_of(proofs.code(KEY, quiet), quiet) == ""
    assert area_of(proofs.code(KEY, quiet)) == ""
    assert proofs.grid_of(replace(CASE, privacy=Privacy.ANONYMOUS)) == "G01"


def test_a_code_alone_is_told_from_a_number_with_words_behind_it() -> None:
    written = "YH26-0001-K7QM3-XDP9T"
    for said in (
        written,
        written.lower(),
        "ＹＨ26-0001—k7qm3 xdp9t",
        "yh26-0001k7qm3xdp9t",
        f"https://bee.example/proof/{written}",
    ):
        assert proofs.is_code(said), said
        assert proofs.read(said) == ("YH26-0001", "K7QM3XDP9T")
    for said in (
        "YH26-0001",
        "YH26-0001 hello there",
        "YH26-0001 streetlamp",
        "YH26-0001 1380000111",
        f"路灯坏了 {written}",
    ):
        assert not proofs.is_code(said), said


def test_what_stands_beside_a_code_is_told() -> None:
    written = "YH26-0001-K7QM3-XDP9T"
    link = f"https://bee.example/proof/{written}"
    assert proofs.code_in(f"核对码：{written}") == (written, "核对码:")
    assert proofs.code_in(link) == (written, "")
    assert proofs.code_in(f"is {link} real?") == (written, "IS REAL?")
    assert proofs.code_in(f"X{written}") == ("", "")
