"""Pictures come in one by one: what cannot be fetched, what is a fault of ours and what is the
file's own are three things, and none stands before another.
"""

from __future__ import annotations

import asyncio
import errno
import io
import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image

from bot.channels.channel import FetchError
from bot.loops.fetching import Fetching
from bot.workshop.outcomes import WorkFailed
from domain.messages import Address, Event, Media, MediaKind
from storage.memory.media import Kept
from tests.house import TestHouse, jpeg


def maker() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    return exif


async def wanted(house: TestHouse, *files: Media) -> list[int]:
    """Each of somebody else."""
    made = []
    async with house.database.unit() as unit:
        for number, one in enumerate(files):
            who = Address("test", f"rider-{number}")
            made.append(unit.media.add(Event("", who, who), one, None))
    return made


async def now(house: TestHouse, ids: list[int]) -> list[Kept]:
    async with house.database.unit() as unit:
        return await unit.media.get_many(ids)


async def states(house: TestHouse, ids: list[int]) -> list[str]:
    return [kept.status for kept in await now(house, ids)]


def photos(house: TestHouse, many: int) -> list[Media]:
    return [house.media(jpeg(colour=(at, 9, 9))) for at in range(many)]


def breaks(error: Exception) -> Callable[..., Any]:
    async def broken(*_: object, **__: object) -> None:
        raise error

    return broken


# --- one bad item ---


async def test_what_the_other_side_answers_oddly_stands_before_no_other(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four answers of `getFile` without `file_path` were asked for 72 times, and all later photos
    waited.
    """
    bad = await wanted(house, *photos(house, 4))
    refs = {kept.media.ref for kept in await now(house, bad)}
    fetch, asked = house.channel.fetch, []

    async def odd(media: Media) -> bytes:
        asked.append(media.ref)
        if media.ref in refs:
            raise KeyError("file_path")
        return await fetch(media)

    monkeypatch.setattr(house.channel, "fetch", odd)
    good = await wanted(house, *photos(house, 6))
    await house.fetches()
    assert await states(house, good) == ["stored"] * 6
    assert await states(house, bad) == ["wanted"] * 4
    for _ in range(60):
        house.clock.now += timedelta(seconds=1)
        await house.fetches()
    assert len(asked) == 6 + 4 * 6  # again after 1, 2, 4, 8 and 16 seconds
    assert {kept.faults for kept in await now(house, bad)} == {0}
    for _ in range(14):
        house.clock.now += timedelta(minutes=10)
        await house.fetches()
    house.clock.now += timedelta(days=3)
    await house.fetches()
    assert await states(house, bad) == ["failed"] * 4


async def test_a_folder_that_cannot_be_written_keeps_only_its_own_files(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, closed = house.files.put, set(range(4))

    def some(data: bytes) -> str:
        if Image.open(io.BytesIO(data)).getpixel((0, 0))[0] in closed:  # type: ignore[index]
            raise OSError(errno.EACCES, "Permission denied")
        return put(data)

    monkeypatch.setattr(house.files, "put", some)
    ids = await wanted(house, *photos(house, 10))
    await house.fetches()
    held = await states(house, ids)
    assert held.count("wanted") <= 4 < held.count("stored") == 10 - held.count("wanted")
    closed.clear()
    await house.passes(seconds=20)
    await house.fetches()
    assert await states(house, ids) == ["stored"] * 10


async def test_what_hangs_keeps_its_own_slot_and_nothing_else(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch, never = house.channel.fetch, asyncio.Event()
    hanging, *good = await wanted(house, *photos(house, 9))
    [first] = await now(house, [hanging])

    async def hangs(media: Media) -> bytes:
        if media.ref == first.media.ref:
            await never.wait()
        return await fetch(media)

    monkeypatch.setattr(house.channel, "fetch", hangs)
    running = asyncio.create_task(house.fetching.run())
    async with asyncio.timeout(20):
        while await states(house, good) != ["stored"] * 8:
            house.clock.now += timedelta(seconds=1)
            await asyncio.sleep(0.02)
    assert (await now(house, [hanging]))[0].tries == 1
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


# --- whose fault ---

OURS = [
    OSError(errno.EMFILE, os.strerror(errno.EMFILE)),
    OSError(errno.ENFILE, os.strerror(errno.ENFILE)),
    OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
    OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
    MemoryError(),
    TimeoutError(),
    WorkFailed("child was ended by SIGKILL"),
    WorkFailed("child took too long"),
    RuntimeError("anything else"),
]


@pytest.mark.parametrize("where", ["picture", "fetch", "put"])
async def test_a_fault_of_ours_never_refuses_a_good_photo(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """1,100 half-open connections had made good photos 不是照片, for good."""
    ids = await wanted(house, *photos(house, len(OURS)))
    faults = iter(OURS)

    def fails(*_: object, **__: object) -> Any:
        raise next(faults)

    async def fails_later(*_: object, **__: object) -> Any:
        raise next(faults)

    with monkeypatch.context() as patch:
        if where == "picture":
            patch.setattr(house.workshop, "picture", fails_later)
        elif where == "fetch":
            patch.setattr(house.channel, "fetch", fails_later)
        else:
            patch.setattr(house.files, "put", fails)
        await house.fetches()
    assert await states(house, ids) == ["wanted"] * len(OURS)
    assert house.channel.said == {}
    await house.passes(seconds=2)
    await house.fetches()
    assert await states(house, ids) == ["stored"] * len(OURS)
    assert {kept.faults for kept in await now(house, ids)} == {0}


async def test_what_fails_three_times_by_our_fault_waits_and_the_admins_hear_it_once(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = await wanted(house, *photos(house, 2))
    with monkeypatch.context() as patch:
        broken = breaks(WorkFailed("child was ended by SIGKILL"))
        patch.setattr(house.workshop, "picture", broken)
        for seconds in (1, 2):
            await house.fetches()
            await house.passes(seconds=seconds)
        assert house.admin.hears() == []
        await house.fetches()
        [told] = house.admin.hears()
        assert "试了三次" in told
        for seconds in (20, 40, 80):
            await house.passes(seconds=seconds - 1)
            assert await house.fetching.round() == 0
            await house.passes(seconds=1)
            await house.fetches()
        await house.admin.says("/health")
        assert "有 2 个文件机器没处理成" in house.admin.last.text
        assert len(house.admin.hears()) == 1
    await house.passes(hours=6)
    await house.fetches()
    assert await states(house, ids) == ["stored"] * 2
    await house.admin.says("/health")
    assert "没处理成" not in house.admin.last.text
    assert set(house.channel.said) == {"admin"}


async def test_what_kills_the_house_at_every_start_is_tried_ever_more_rarely(
    house: TestHouse,
) -> None:
    """The try stands in the row before the work: the process need not live to count it."""
    [made] = await wanted(house, *photos(house, 1))
    for try_ in (1, 2, 3):
        await begun_and_killed(house)
        [kept] = await now(house, [made])
        assert (kept.status, kept.tries, kept.faults) == ("wanted", try_, try_)
        await house.restarts()
        house.clock.now += timedelta(seconds=5)
    assert await house.fetching.round() == 0
    running = asyncio.create_task(house.fetching.run())
    while not house.channel.said.get("admin"):
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert "试了三次" in house.admin.last.text
    # whoever killed the house has gone, or has it die ever more rarely
    for seconds in (20, 40):
        await house.passes(seconds=seconds - 6)
        assert await house.fetching.round() == 0
        await house.passes(seconds=6)
        if seconds == 20:
            await begun_and_killed(house)
            await house.restarts()
    await house.fetches()
    assert await states(house, [made]) == ["stored"]


async def begun_and_killed(house: TestHouse) -> None:
    """As far as a process comes that dies in the middle of a picture."""
    waiting = asyncio.Event()

    async def dies(*_: object, **__: object) -> None:
        waiting.set()
        await asyncio.Event().wait()

    house.workshop.picture = dies  # type: ignore[method-assign,assignment]
    fetching: Fetching = house.fetching
    running = asyncio.create_task(fetching.run())
    await waiting.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_picture_that_will_never_come_is_given_up_and_its_sender_hears_it(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.files_hazard()
    monkeypatch.setattr(house.channel, "fetch", breaks(FetchError("busy")))
    for _ in range(20):
        await house.fetches()
        house.clock.now += timedelta(minutes=10)
    await house.passes(days=3)
    await house.fetches()
    assert "取不到了" in house.rider.last.text


# --- what it is ---


async def test_a_picture_that_is_called_a_document_is_cleaned(house: TestHouse) -> None:
    house.channel.files["doc"] = jpeg(exif=maker())
    claimed = Media(MediaKind.DOCUMENT, "doc", 9, "contract.pdf", "application/pdf")
    ids = await wanted(house, claimed)
    await house.fetches()
    [kept] = await now(house, ids)
    assert (kept.status, kept.media.mime) == ("stored", "image/jpeg")
    assert b"SecretPhone" not in house.files.get(kept.media.sha)
    async with house.database.unit() as unit:
        assert len(unit.media.hashes(ids)) == 1


@pytest.mark.parametrize(
    ("data", "mime", "kept_as"),
    [
        (b"%PDF-1.7 ...", "image/svg+xml", None),
        (b"%PDF-1.7 ...", "text/html", "application/pdf"),
        (b"<html>", "text/html", "application/octet-stream"),
        (b"OggS....", "video/mp4", "audio/ogg"),
    ],
)
async def test_a_file_is_called_what_it_is(
    house: TestHouse, data: bytes, mime: str, kept_as: str | None
) -> None:
    house.channel.files["doc"] = data
    ids = await wanted(house, Media(MediaKind.DOCUMENT, "doc", mime=mime))
    await house.fetches()
    [kept] = await now(house, ids)
    if kept_as is None:
        assert kept.status == "refused"
    else:
        assert (kept.status, kept.media.mime) == ("stored", kept_as)


async def test_who_sends_what_is_too_large_hears_why(house: TestHouse) -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    await house.rider.sends_photo("路口地砖坏了", data=out.getvalue())
    await house.fetches()
    assert "图太大" in house.rider.last.text and "当照片发" in house.rider.last.text
    await house.files_hazard()
    await house.rider.sends_photo(data=out.getvalue(), reply_to=house.rider.last)
    await house.fetches()
    assert "图太大" in house.rider.last.text


async def test_an_album_of_somebody_stands_before_nobody_else(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One picture of a person at a time."""
    asked: list[str] = []

    async def notes(_job: str, _data: bytes, whose: str, **_: object) -> Any:
        asked.append(whose)
        return {"mime": "image/jpeg", "dhash": 0}, jpeg()

    monkeypatch.setattr(house.workshop, "picture", notes)
    for _ in range(9):
        await house.rider.sends_photo(album="a")
    await house.second_rider.sends_photo()
    assert await house.fetching.round() == 2
    assert sorted(asked) == ["test:rider", "test:rider2"]
    await house.fetches()
    assert asked.count("test:rider") == 9
