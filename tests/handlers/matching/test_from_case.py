"""A call for help becomes a need by one press, its filer unnamed, and a draft's parts are typed."""

from __future__ import annotations

from domain.matching.listing import ListingKind, ListingState
from domain.messages import EventKind
from tests.handlers.matching.needing import at, newest, offers, presses
from tests.house import Actor, TestHouse

HELP = "想请两个人帮我把书搬上楼，搬不动"


async def helped(house: TestHouse, words: str = HELP) -> int:
    number = await house.files_hazard(words=words)
    assert number.startswith("QZ")
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
    assert case is not None
    return case.id


async def lists(who: Actor, case_id: int) -> None:
    ref = f"p{next(who.house.events)}"
    data = f"li:case:{case_id}"
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")


async def test_a_call_for_help_is_listed_met_and_done_by_its_filer(
    house: TestHouse,
) -> None:
    case_id = await helped(house)
    resource = await offers(house.second_coordinator, "五名志愿者")
    await house.coordinator.says("/case QZ26-0001")
    await house.coordinator.presses("更多")
    await house.coordinator.presses("放进需求清单")
    await house.coordinator.presses("放上清单")
    need = await newest(house, ListingKind.NEED)
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None and (await at(house, need)).whose_id == case.filer_id
    await lists(house.coordinator, case_id)
    assert "在清单上" in house.coordinator.last.text
    await presses(house.coordinator, need, "match", str(resource))
    assert "有着落了" in house.rider.last.text
    project = await newest(house, ListingKind.PROJECT)
    for who in (house.coordinator, house.second_coordinator, house.lead):
        await presses(who, project, "show")
        shown = "\n".join(one.text for one in who.sees)
        assert "小王" not in shown
    await presses(house.coordinator, project, "finish")
    assert (await at(house, project)).state is ListingState.OPEN
    await house.rider.presses("办好了")
    assert (await at(house, project)).state is ListingState.DONE
    assert "已经确认" in house.coordinator.last.text
    assert "📄 打开这件事" in house.coordinator.last.labels


async def test_it_ends_with_its_case(house: TestHouse) -> None:
    case_id = await helped(house)
    await lists(house.coordinator, case_id)
    await house.coordinator.presses("放上清单")
    need = await newest(house, ListingKind.NEED)
    await house.second_coordinator.says("/resolve QZ26-0001 已经帮他搬好了")
    await house.lead.says("/resolve QZ26-0001 已经帮他搬好了")
    assert (await at(house, need)).state is ListingState.WITHDRAWN
    assert "需求也从清单上撤下了" in "\n".join(house.coordinator.hears())


async def test_who_may_not_or_what_is_confidential_lists_nothing(
    house: TestHouse,
) -> None:
    case_id = await helped(house)
    for who in (house.far_coordinator, house.rider, house.stranger):
        await lists(who, case_id)
    await house.coordinator.says("/privacy QZ26-0001 保密")
    await house.lead.says("/privacy QZ26-0001 保密")
    await lists(house.coordinator, case_id)
    await house.files_hazard(words="路边井盖没了")
    await lists(house.coordinator, case_id + 1)
    async with house.database.unit() as unit:
        assert await unit.listings.get(1) is None


async def test_each_part_of_a_draft_may_be_typed(house: TestHouse) -> None:
    who = house.coordinator
    await who.says("/resources 打给13800138000")
    assert "别写电话" in who.last.text
    await who.says("/resources 周末义剪")
    for part, wrong, said in (
        ("area", "火星", "G02 幸福路口网格"),
        ("many", "很多", "25人"),
        ("until", "昨天", "12月1日"),
        ("words", "电话13800138000", "周末义剪，洗剪吹"),
        ("whose", "微信wx12345678", "万福理发店"),
    ):
        await presses(
            who, 1, "edit", part if part in ("words", "whose") else f"{part}:?"
        )
        await who.says(wrong)
        assert "？" in who.last.text or "。" in who.last.text
        await who.says(said)
        assert who.last.text.startswith("🎁 <b>资源"), (part, who.last.text)
    assert who.last.text == (
        "🎁 <b>资源：周末义剪，洗剪吹</b>\n"
        "生活照料 · 幸福街道 · 桂花里网格、幸福街道 · 幸福路口网格\n"
        "周末 · 有 25 份 · 到 12月1日 为止\n"
        "都对就放上清单，哪里不对点哪里。\n谁提供：万福理发店"
    )
    for value in (
        "field:nothing",
        "area:G20",
        "many:7",
        "times:?",
        "nothing",
        "field:?",
    ):
        await presses(who, 1, "edit", value)
        assert "按钮" in who.toast, value
    await house.far_coordinator.says("/needs")
    await presses(house.far_coordinator, 1, "edit", "many:5")
    assert (await at(house, 1)).capacity == 25
