"""A number that is typed while a coordinator is asked for words: it takes no step back and says
nothing to anybody; of templates it chooses the one that stands there. A new prompt is tried by
being a row of the table of acts.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.case import Case
from domain.draft import Draft
from handlers.actions.after import DONE
from handlers.actions.asking.prompts import PROMPTS
from handlers.dialog.marks import PREFIX
from tests.house import Actor, TestHouse

STAFF_ASKED = sorted(name for name, form in PROMPTS.items() if not form.patient)
TEMPLATES = ("已修好，谢谢提醒", "已派人去看")


@pytest.fixture
async def carer(tmp_path: Path) -> AsyncIterator[Actor]:
    """Whoever has just taken a case, and could take that back."""
    async with TestHouse(tmp_path) as house:
        await house.files_hazard()
        who = Actor(house, "coordinator2", "张强")
        await who.says("/accept YH26-0001")
        assert "↩️ 撤销这一步" in who.last.labels
        yield who


async def opens(who: Actor, name: str, templates: tuple[str, ...] = ()) -> Case:
    """The prompt, at the moment of the step before."""
    async with who.house.database.unit() as unit:
        case = await unit.cases.by_number("YH26-0001")
        assert case is not None
        about = {"case": case.id, "number": case.number, "value": ""}
        about |= {"templates": [*templates]} if templates else {}
        made, now = unit.next_id("forms"), unit.now
        draft = Draft(made, who.address, who.person.id, name, {}, now, now, about)
        await unit.forms.put(draft)
    return case


async def as_it_is(who: Actor) -> tuple[Case | None, list[str]]:
    async with who.house.database.unit() as unit:
        forms = [one.name for one in await unit.forms.of(who.address)]
        return await unit.cases.by_number("YH26-0001"), forms


@pytest.mark.parametrize("said", ["1", "２", "①"])
@pytest.mark.parametrize("name", STAFF_ASKED)
async def test_it_is_no_answer_and_takes_nothing_back(
    carer: Actor, name: str, said: str
) -> None:
    case = await opens(carer, name)
    carer.house.rider.hears()
    await carer.says(said)
    assert await as_it_is(carer) == (case, [name])
    assert carer.house.rider.hears() == []


async def test_of_templates_it_is_the_one_that_stands_there(carer: Actor) -> None:
    await opens(carer, "resolve", TEMPLATES)
    await carer.says("2")
    assert TEMPLATES[1] in carer.last.text
    await carer.says("1")
    assert any(TEMPLATES[1] in text for text in carer.house.rider.hears())
    after, forms = await as_it_is(carer)
    assert after is not None and forms == [PREFIX + DONE]
    assert after.answer == TEMPLATES[1]
