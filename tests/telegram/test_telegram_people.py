"""People and groups that cannot be reached, come back or move; who sees which command menu."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from bot.channels.channel import SendError
from bot.channels.telegram import channel
from bot.channels.telegram.channel import Telegram
from domain.messages import Address
from domain.people import Grant, Role
from storage.tables.casework import history
from storage.tables.messages import outbox
from storage.tables.people import accounts
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import (
    ADMIN,
    COORDINATOR,
    GROUP,
    RIDER,
    Town,
    eventually,
    prepare,
)

OLD_GROUP = -77


async def unreachable(town: Town, chat: int) -> bool:
    rows = await town.rows(select(accounts).where(accounts.c.chat == str(chat)))
    return rows[0].unreachable_at is not None


async def group_lost(town: Town) -> bool:
    return not town.house.database.directory.groups


# --- a person ---


async def test_whoever_blocks_us_hears_nothing_until_they_are_back(town: Town) -> None:
    card = await town.files()
    town.rider.blocks()
    await eventually(lambda: unreachable(town, RIDER))
    before = len(town.calls(chat=RIDER))
    town.group.presses(town.coordinator, "接单", card)
    await town.telegram.until(lambda: town.coordinator.alerts())
    await town.rest()
    assert len(town.calls(chat=RIDER)) == before, "not even tried"
    town.rider.unblocks()

    async def back() -> bool:
        return not await unreachable(town, RIDER)

    await eventually(back)
    town.coordinator.presses("办好了")
    await town.sees(town.coordinator, "怎么解决")
    town.coordinator.says("换好了")
    await town.sees(town.rider, "办好了")


async def test_a_403_alone_tells_that_somebody_is_gone_and_writing_again_brings_them_back(
    town: Town,
) -> None:
    card = await town.files()
    town.rider.chat.blocked = True  # no update tells us
    town.group.presses(town.coordinator, "接单", card)
    await eventually(lambda: unreachable(town, RIDER))
    await town.writes(RIDER, "A")
    town.rider.chat.blocked = False
    town.rider.says("/help")
    await town.sees(town.rider, "/my")
    assert not await unreachable(town, RIDER)
    town.coordinator.presses("办好了")
    await town.sees(town.coordinator, "怎么解决")
    town.coordinator.says("换好了")
    await town.sees(town.rider, "办好了")


async def test_all_letters_that_wait_for_somebody_who_is_gone_are_dropped(
    town: Town,
) -> None:
    town.telegram.fail("sendMessage", kind="429", chat_id=RIDER, retry_after=1)
    town.rider.deactivates()
    await town.writes(RIDER, "A", "B", "C")
    await eventually(lambda: unreachable_person(town))
    await town.rest()
    rows = await town.rows(select(outbox.c.state).where(outbox.c.chat == str(RIDER)))
    assert {row.state for row in rows} <= {"gave_up", "dropped"}
    assert len(town.calls("sendMessage", RIDER)) == 2, (
        "the 429 and the one that told us"
    )


async def unreachable_person(town: Town) -> bool:
    rows = await town.rows(select(outbox.c.state).where(outbox.c.chat == str(RIDER)))
    return bool(rows) and "waiting" not in {row.state for row in rows}


async def test_a_draft_of_somebody_who_is_gone_nudges_nobody(town: Town) -> None:
    await town.drafts()
    town.rider.blocks()
    await eventually(lambda: unreachable(town, RIDER))
    before = len(town.calls(chat=RIDER))
    for hours in (0.6, 25):
        town.clock.ahead += timedelta(hours=hours)
        await town.house.ticks.tick("drafts")
        await town.rest()
    assert len(town.calls(chat=RIDER)) == before


async def test_a_person_who_never_started_us_is_no_reason_to_stop(town: Town) -> None:
    town.telegram.user(7777, "neu", started=False)
    await town.write_all([(7777, "A"), (424242, "no such chat"), (RIDER, "B")])
    await town.sees(town.rider, "B")
    await town.rest()
    assert {call.status for call in town.calls("sendMessage")} == {200, 400, 403}


# --- a group ---


@pytest.mark.parametrize("status", ["kicked", "left"])
async def test_a_group_that_put_us_out_is_left_alone_and_has_its_grid_when_we_are_back(
    town: Town, status: str
) -> None:
    await town.files()
    town.group._stands(town.admin, status)
    await eventually(lambda: group_lost(town))
    before = len(town.calls(chat=GROUP))
    town.rider.says("头盔丢了，帮忙找找")
    await town.sees(town.rider, "看一眼")
    town.rider.presses("提交")
    await town.sees(town.rider, "QZ26-0001")
    await town.sees(town.coordinator, "QZ26-0001")
    await town.rest()
    assert len(town.calls(chat=GROUP)) == before
    town.group.adds_bot(town.admin)

    async def bound() -> Any:
        return town.house.database.directory.groups

    await eventually(bound)
    await town.files("路灯不亮了")


async def test_admins_hear_that_a_group_put_us_out(town: Town) -> None:
    town.group.kicks_bot(town.admin)
    await town.sees(town.admin, "移出")


async def test_a_group_that_is_lost_by_a_403_is_found_out(town: Town) -> None:
    town.group.chat.bot_status = "kicked"
    await town.writes(GROUP, "A")
    await eventually(lambda: group_lost(town))


@pytest.fixture
async def village(telegram: FakeTelegram, tmp_path: Path) -> Any:
    """G01 has a basic group, which may yet become a supergroup."""
    (tmp_path / "data").mkdir()
    await prepare(tmp_path / "data" / "gridbee.db", OLD_GROUP)
    async with Town(telegram, tmp_path / "data") as running:
        members = [running.coordinator, running.second_coordinator, running.admin]
        # what `town.group` finds
        telegram.groups[GROUP] = telegram.group(OLD_GROUP, "网格群", members=members)
        yield running


async def moved(town: Town, new: int) -> bool:
    return list(town.house.database.directory.groups) == [Address("telegram", str(new))]


async def test_a_group_that_becomes_a_supergroup_keeps_its_grid(village: Town) -> None:
    town = village
    await town.files()
    new = town.group.migrates(town.admin)
    await eventually(lambda: moved(town, new))
    card = await town.files("路灯不亮了")
    assert card.chat_id == new
    town.group.presses(town.coordinator, "接单", card)
    await town.sees(town.rider, "接单了")
    await town.telegram.until(lambda: "处理中" in card.words)


async def test_the_error_answer_alone_tells_that_a_group_moved_and_no_letter_is_lost(
    village: Town,
) -> None:
    town = village
    town.telegram.fail("sendMessage", kind="429", chat_id=OLD_GROUP, retry_after=1)
    await town.writes(OLD_GROUP, "A", "B", "C")
    town.telegram.updates.allowed = frozenset({"callback_query"})
    new = town.group.migrates(town.admin)
    await eventually(lambda: moved(town, new))
    await town.telegram.until(
        lambda: [m.words for m in town.group.sees()] == ["A", "B", "C"]
    )
    await town.writes(new, "D")
    await town.telegram.until(
        lambda: [m.words for m in town.group.sees()] == ["A", "B", "C", "D"]
    )


async def test_a_card_from_before_the_move_appears_anew_and_touches_no_other_message(
    village: Town,
) -> None:
    town = village
    old = await town.files()
    new = town.group.migrates(town.admin)
    await eventually(lambda: moved(town, new))
    while (town.group.last().id if town.group.sees() else 0) < old.id:  # type: ignore[union-attr]
        seen = len(town.group.sees())
        town.group.says(town.admin, "/bind G01")
        await town.telegram.until(
            lambda seen=seen: len(town.group.sees()) > seen  # type: ignore[misc]
        )
    same_number = town.group.chat.messages[old.id]
    town.group.says(town.coordinator, "说的不是那件事", reply_to=same_number)
    town.coordinator.presses("接单")
    await town.telegram.until(
        lambda: [m for m in town.group.sees() if "处理中" in m.words]
    )
    await town.rest()
    notes = await town.rows(select(history).where(history.c.act == "note"))
    assert notes == [] and "处理中" not in same_number.words and same_number.edits == []


# --- whether a group still takes messages ---


async def listens(town: Town, chat: str = str(GROUP)) -> bool:
    """What the channel says of it; the group sees nothing of that."""
    before = len(town.group.sees())
    telegram = town.house.channels["telegram"]
    assert isinstance(telegram, Telegram)
    await town.telegram.until(lambda: telegram.username)
    found = await telegram.listens(chat)
    assert len(town.group.sees()) == before
    return found


@pytest.mark.parametrize("status", ["member", "administrator"])
async def test_a_group_that_we_are_in_takes_messages(town: Town, status: str) -> None:
    town.group.chat.bot_status = status
    assert await listens(town)
    assert await listens(town, f"{GROUP}#5"), "a topic goes by its group"


@pytest.mark.parametrize("status", ["kicked", "left", "restricted"])
async def test_a_group_that_we_are_out_of_or_muted_in_takes_none(
    town: Town, status: str
) -> None:
    town.group.chat.bot_status = status
    assert not await listens(town)


async def test_a_group_in_which_only_its_admins_write_takes_ours_if_we_are_one(
    town: Town,
) -> None:
    town.group.chat.forbidden.add("text")
    assert not await listens(town)
    town.group.chat.bot_status = "administrator"
    assert await listens(town)


async def test_a_group_that_is_no_more_takes_none(town: Town) -> None:
    assert not await listens(town, "-1009999999999")


async def test_of_a_group_with_a_new_id_nobody_is_told_that_it_is_gone(
    village: Town,
) -> None:
    village.group.migrates(village.admin)
    assert await listens(village, str(OLD_GROUP))


async def test_when_telegram_does_not_answer_nobody_knows(town: Town) -> None:
    town.telegram.fail("getChat", kind="429", retry_after=1)
    with pytest.raises(SendError):
        await listens(town)


# --- menus ---


def menu(town: Town, scope: dict[str, Any], language: str = "") -> list[str]:
    key = orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()
    return [
        command["command"]
        for command in town.telegram.state.commands.get((key, language), [])
    ]


@pytest.fixture
async def menus(
    telegram: FakeTelegram, data: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    monkeypatch.setattr(channel, "MENUS_EVERY", 0.05)
    async with Town(telegram, data) as running:
        yield running


DEFAULT = {"type": "default"}


def chat(number: int) -> dict[str, Any]:
    return {"type": "chat", "chat_id": number}


async def test_each_role_and_language_has_its_command_menu(menus: Town) -> None:
    town = menus
    await town.telegram.until(lambda: menu(town, chat(ADMIN)))
    rider, coordinator, admin = (
        menu(town, DEFAULT),
        menu(town, chat(COORDINATOR)),
        menu(town, chat(ADMIN)),
    )
    assert rider == menu(town, DEFAULT, "zh") == menu(town, DEFAULT, "en")
    assert {"my", "help"} <= set(rider) < set(coordinator) < set(admin)
    assert (
        "announce" not in coordinator and "announce" in admin and "queue" not in rider
    )
    texts = {
        language: town.telegram.state.commands['{"type":"default"}', language]
        for language in ("zh", "en")
    }
    assert texts["zh"] != texts["en"]


async def test_a_menu_follows_the_role(menus: Town) -> None:
    town = menus
    await town.telegram.until(lambda: menu(town, chat(COORDINATOR)))
    async with town.house.database.unit() as unit:
        await unit.staff.grant(1, Grant(Role.ADMIN, "G01"))
    await town.telegram.until(lambda: "announce" in menu(town, chat(COORDINATOR)))
    async with town.house.database.unit() as unit:
        await unit.staff.revoke(1, Grant(Role.ADMIN, "G01"))
        await unit.staff.revoke(1, Grant(Role.COORDINATOR, "G01"))
    await town.telegram.until(lambda: "queue" not in menu(town, chat(COORDINATOR)))


async def test_a_menu_speaks_the_language_that_was_chosen(menus: Town) -> None:
    town = menus
    town.coordinator.says("/lang en")

    def english() -> bool:
        commands = town.telegram.state.commands.get(
            ('{"chat_id":2001,"type":"chat"}', ""), []
        )
        return any(command["description"].isascii() for command in commands)

    await town.telegram.until(english)


async def test_a_menu_that_cannot_be_set_keeps_no_other_from_being_set(
    telegram: FakeTelegram, data: Path
) -> None:
    telegram.fail("setMyCommands", kind="403", skip=3)
    async with Town(telegram, data) as town:
        await telegram.until(lambda: menu(town, chat(ADMIN)))
        assert menu(town, chat(COORDINATOR)) == []
