"""One act to several cases: as each alone would be, and no message more than is needed."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.states import State
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse


async def filed(house: TestHouse, area: str = "G01", count: int = 3) -> list[str]:
    numbers = []
    for number in range(count):
        rider = Actor(house, f"{area}-{number}", "小王")
        numbers.append(await house.files_hazard(rider, f"地砖坏了{number}", area))
    return numbers


async def ticks_all(who: Actor, command: str = "/queue") -> None:
    await who.says(command)
    await who.presses("选几件")
    await who.presses("全选")


async def cases(house: TestHouse, numbers: list[str]) -> list[Case]:
    async with house.database.unit() as unit:
        found = [await unit.cases.by_number(number) for number in numbers]
    return [case for case in found if case is not None]


async def test_only_acts_that_one_of_the_ticked_allows_are_shown(
    house: TestHouse,
) -> None:
    await filed(house)
    await ticks_all(house.second_coordinator)
    for name in ("接单", "转派", "办好了"):
        assert name in house.second_coordinator.last.labels
    await ticks_all(house.lead)
    await house.lead.presses("接单")
    await ticks_all(house.second_coordinator)
    assert "转派" not in house.second_coordinator.last.labels
    assert "办好了" not in house.second_coordinator.last.labels


async def test_each_has_the_history_that_it_would_have_alone(house: TestHouse) -> None:
    numbers = await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("接单")
    await ticks_all(house.lead)
    await house.lead.presses("办好了")
    await house.lead.says("都修好了")
    for case in await cases(house, numbers):
        assert (case.state, case.answer) == (State.RESOLVED, "都修好了")
        async with house.database.unit() as unit:
            lines = await unit.history.of(case.id)
        acts = [line.act.value for line in lines]
        assert acts[-2:] == ["accept", "resolve"]
        assert {line.actor_id for line in lines[-2:]} == {house.people["lead"].id}


async def test_nothing_is_closed_before_there_is_an_answer_or_after_cancelling(
    house: TestHouse,
) -> None:
    numbers = await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("办好了")
    await house.lead.sends_photo("")
    await house.lead.says("？")
    await house.lead.presses("取消")
    await house.lead.says("都修好了")
    assert {case.state for case in await cases(house, numbers)} == {State.ASSIGNED}


async def test_each_case_has_the_pictures_of_the_answer_as_its_own(
    house: TestHouse,
) -> None:
    numbers = await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("办好了")
    await house.lead.sends_photo("都修好了")
    await house.fetches()
    found = await cases(house, numbers)
    assert {case.state for case in found} == {State.RESOLVED}
    async with house.database.unit() as unit:
        answers = [await unit.media.of_last(case.id, Act.RESOLVE) for case in found]
    assert [len(media) for media in answers] == [1, 1, 1]
    assert len({media[0].id for media in answers}) == 3
    assert len({media[0].media.sha for media in answers}) == 1
    assert answers[0][0].status == "stored"


async def test_to_whom_they_go_may_be_typed(house: TestHouse) -> None:
    numbers = await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("转派")
    await house.lead.says("谁谁")
    assert house.lead.last.text == label("zh-CN", "refuse-whom", word="谁谁")
    await house.lead.says("李敏")
    people = {case.assignee_id for case in await cases(house, numbers)}
    assert people == {house.people["coordinator"].id}


async def test_a_name_that_not_all_can_go_to_is_refused(house: TestHouse) -> None:
    await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("转派")
    await house.lead.says("赵网格长的朋友")
    assert "没找到" in house.lead.last.text


async def test_who_gets_several_has_one_message_and_no_cards(house: TestHouse) -> None:
    sun = Actor(house, "sun", "孙丽")
    await house.joins(sun, "coordinator", "G03")
    await filed(house, count=5)
    await ticks_all(house.street_lead)
    await house.street_lead.presses("转派")
    await house.street_lead.presses("孙丽")
    (only,) = sun.sees
    assert "转给你 5 件" in only.text
    assert len(only.labels) == 6


async def test_who_gets_a_single_one_has_its_card(house: TestHouse) -> None:
    sun = Actor(house, "sun", "孙丽")
    await house.joins(sun, "coordinator", "G03")
    await filed(house, count=2)
    await house.street_lead.says("/queue")
    await house.street_lead.presses("选几件")
    await house.street_lead.presses("⬜")
    await house.street_lead.presses("转派")
    await house.street_lead.presses("孙丽")
    texts = [shown.text for shown in sun.sees if shown.text]
    assert sum("转到你手上了" in text for text in texts) == 1
    assert any(shown.reply.slot.startswith("card:") for shown in sun.sees)


async def test_what_somebody_has_already_is_not_handed_to_them_again(
    house: TestHouse,
) -> None:
    numbers = await filed(house)
    held = [
        case.number
        for case in await cases(house, numbers)
        if case.assignee_id == house.people["coordinator"].id
    ]
    await ticks_all(house.lead)
    await house.lead.presses("转派")
    await house.lead.presses("李敏")
    assert house.lead.last.text.count("本来就在李敏手上") == len(held)
    now = await cases(house, numbers)
    assert {case.assignee_id for case in now} == {house.people["coordinator"].id}


async def test_a_second_question_takes_the_place_of_the_first(house: TestHouse) -> None:
    numbers = await filed(house)
    await ticks_all(house.lead)
    await house.lead.presses("办好了")
    await house.lead.says("/queue")
    await house.lead.presses("选几件")
    await house.lead.presses("⬜")
    await house.lead.presses("办好了")
    await house.lead.says("都修好了")
    states = [case.state for case in await cases(house, numbers)]
    assert states == [State.RESOLVED, State.ASSIGNED, State.ASSIGNED]
    await house.lead.says("谢谢")
    assert states == [case.state for case in await cases(house, numbers)]


async def test_of_two_colleagues_of_one_name_it_is_asked_which(
    house: TestHouse,
) -> None:
    """A number beside the name tells them apart, for one case and for several."""
    namesake = Actor(house, "namesake", house.second_coordinator.name)
    await house.joins(namesake, "coordinator", "G01")
    numbers = await filed(house, count=2)
    lead, name = house.lead, namesake.name
    await lead.says(f"{numbers[0]} 转给 {name}")
    person = namesake.person
    assert f"叫“{name}”的不止一位" in lead.last.text
    assert f"#{person.id} {name} · 幸福路口网格" in lead.last.labels
    await ticks_all(lead)
    await lead.says(f"全部给{name}")
    assert "不止一位" in lead.last.text
    await lead.says(f"{numbers[0]} 转给 #{person.id}")
    found = await cases(house, numbers)
    assert found[0].assignee_id == person.id
