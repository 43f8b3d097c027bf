"""Whatever a coordinator is asked about a case: a danger that has nothing to do with it is no word
on it. A new prompt is tried by being a row of the table of acts.
"""

from __future__ import annotations

import pytest

from tests.handlers.actions.test_typed_numbers import (
    STAFF_ASKED,
    as_it_is,
    carer,
    opens,
)
from tests.house import Actor

__all__ = ["carer"]


@pytest.mark.parametrize("said", ["有人掉井里了", "somebody has fainted here"])
@pytest.mark.parametrize("name", STAFF_ASKED)
async def test_people_are_called_and_the_case_stays(
    carer: Actor, name: str, said: str
) -> None:
    case = await opens(carer, name)
    carer.hears()
    await carer.says(said)
    assert any("120" in text for text in carer.hears())
    after, forms = await as_it_is(carer)
    assert after == case
    assert name in forms
