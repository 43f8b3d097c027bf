"""A wish brought to a state, as people would."""

from __future__ import annotations

from domain.messages import EventKind
from domain.wishes.rights import OF_THESE_WORDS, edition
from domain.wishes.wish import Claim, Wish, WishState
from tests.house import Actor, TestHouse

WORDS = "想要一双防水手套"


async def filed(house: TestHouse, words: str = WORDS, by: Actor | None = None) -> int:
    number = await house.files_hazard(by, words)
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
    assert case is not None and number.startswith("XY")
    return case.id


async def asked(house: TestHouse) -> int:
    case_id = await filed(house)
    await presses(house.coordinator, case_id, "as_is")
    return case_id


async def opened(house: TestHouse) -> int:
    case_id = await asked(house)
    await presses(house.rider, case_id, "publish")
    return case_id


async def claimed(house: TestHouse, by: Actor | None = None) -> int:
    case_id = await opened(house)
    await presses(by or house.second_rider, case_id, "claim")
    return case_id


async def puts_there(house: TestHouse, case_id: int) -> None:
    await presses(house.coordinator, case_id, "place")
    await house.coordinator.says("驿站前台")
    await presses(house.second_rider, case_id, "hand")


async def handed(house: TestHouse) -> int:
    case_id = await claimed(house)
    await puts_there(house, case_id)
    return case_id


async def presses(who: Actor, case_id: int, act: str, beside: str = "") -> None:
    """Sends the press's data, as anybody could, shown or not; the button stood `beside` these
    words, else those of now.
    """
    ref = f"p{next(who.house.events)}"
    data = f"wish:{case_id}:{act}"
    if act in OF_THESE_WORDS:
        words = beside or (await at(who.house, case_id)).words
        data += f":{edition(words)}"
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")


async def at(house: TestHouse, case_id: int) -> Wish:
    async with house.database.unit() as unit:
        wish = await unit.wishes.get(case_id)
    assert wish is not None
    return wish


async def state(house: TestHouse, case_id: int) -> WishState:
    return (await at(house, case_id)).state


async def claim_of(house: TestHouse, case_id: int) -> Claim | None:
    async with house.database.unit() as unit:
        return await unit.claims.current(case_id)
