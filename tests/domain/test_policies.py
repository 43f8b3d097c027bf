"""Which limit holds for a case: the first row that fits, else its urgency's; and rows as plain
values and back.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import orjson
import pytest

from domain.kinds import Kind, Urgency
from domain.policies import DEFAULT_POLICY, Limit, Row, limit_for, plain_of, row_of

HOUR = timedelta(hours=1)


def limit(hours: float) -> Limit:
    return Limit(HOUR, hours * HOUR, working=True)


def found(
    rows: list[Row],
    urgency: Urgency = Urgency.GENERAL,
    category: str = "road",
    level: str = "grid",
) -> Limit:
    return limit_for(rows, DEFAULT_POLICY, Kind.HAZARD, category, urgency, level)


@pytest.mark.parametrize("urgency", Urgency)
def test_without_rows_the_urgency_decides(urgency: Urgency) -> None:
    assert found([], urgency) == DEFAULT_POLICY[urgency]


def test_the_defaults_are_those_of_the_standard_and_run_round_the_clock() -> None:
    hours = {
        name.value: (one.accept / HOUR, one.resolve / HOUR)
        for name, one in DEFAULT_POLICY.items()
    }
    assert hours == {
        "urgent": (1, 2),
        "utility": (2, 24),
        "general": (24, 168),
        "complex": (24, 360),
    }
    assert not any(one.working or one.first for one in DEFAULT_POLICY.values())


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        ({}, True),
        ({"kind": "hazard"}, True),
        ({"kind": "wish"}, False),
        ({"category": "road"}, True),
        ({"category": "rubbish"}, False),
        ({"urgency": "general"}, True),
        ({"urgency": "utility"}, False),
        ({"level": "grid"}, True),
        ({"level": "street"}, False),
        (
            {
                "kind": "hazard",
                "category": "road",
                "urgency": "general",
                "level": "grid",
            },
            True,
        ),
        (
            {
                "kind": "hazard",
                "category": "road",
                "urgency": "general",
                "level": "street",
            },
            False,
        ),
    ],
)
def test_a_row_fits_where_all_its_conditions_hold(
    row: dict[str, str], fits: bool
) -> None:
    assert found([Row(limit(4), **row)]) == (
        limit(4) if fits else DEFAULT_POLICY[Urgency.GENERAL]
    )


def test_the_first_row_that_fits_wins() -> None:
    rows = [Row(limit(1), kind="wish"), Row(limit(2), category="road"), Row(limit(3))]
    assert found(rows) == limit(2)
    assert found(rows, category="light") == limit(3)


def test_what_is_urgent_keeps_its_limit_unless_a_row_names_the_urgency() -> None:
    rows = [Row(limit(4), category="road"), Row(limit(5))]
    assert found(rows, Urgency.URGENT) == DEFAULT_POLICY[Urgency.URGENT]
    assert found([*rows, Row(limit(6), urgency="urgent")], Urgency.URGENT) == limit(6)
    assert found(rows, Urgency.UTILITY) == limit(4)


def test_a_row_comes_back_from_plain_values_as_it_was() -> None:
    spans = (None, HOUR / 4, 30 * HOUR)
    for first, working, (kind, level) in product(
        spans, (True, False), (("", ""), ("hazard", "street"))
    ):
        row = Row(
            Limit(HOUR / 2, 40 * HOUR, first, working),
            kind=kind,
            category="road",
            level=level,
        )
        assert row_of(orjson.loads(orjson.dumps(plain_of(row)))) == row
