"""A picture goes up once, however many it is for, and again when WeCom has it no longer."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.channels.tencent.calls import Unreached
from bot.channels.wecom.api import Kind
from bot.channels.wecom.letters import files
from bot.channels.wecom.uploads import LASTS, Uploads
from bot.http.multipart import Upload
from bot.media.files import Files
from domain.messages import Media, MediaKind, Reply

DAYS = 3 * 86400
"""Seconds for which WeCom keeps it (90253)."""


class Slow:
    """Takes a while, as an upload does; `fails` is how often nothing gets there."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.fails = 0

    async def upload(self, kind: Kind, file: Upload) -> str:
        for _ in range(3):
            await asyncio.sleep(0)
        if self.fails:
            self.fails -= 1
            raise Unreached
        self.sent.append(file.data)
        return f"{kind}-{len(self.sent)}"


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def here(slow: Slow, tmp_path: Path) -> tuple[Uploads, Media]:
    files = Files(tmp_path)
    sha = files.put(b"picture")
    return Uploads(slow, files), Media(MediaKind.PHOTO, "x", mime="image/jpeg", sha=sha)


async def test_for_several_at_once_it_goes_up_once(
    slow: Slow, here: tuple[Uploads, Media]
) -> None:
    made, media = here
    asked = (made.media_id(media, "image") for _ in range(5))
    assert set(await asyncio.gather(*asked)) == {"image-1"}
    assert await made.media_id(media, "file") == "file-2"
    assert slow.sent == [b"picture"] * 2


async def test_whoever_waits_tries_where_the_first_could_not(
    slow: Slow, here: tuple[Uploads, Media]
) -> None:
    made, media = here
    slow.fails = 1
    asked = (made.media_id(media, "image") for _ in range(3))
    found = await asyncio.gather(*asked, return_exceptions=True)
    assert isinstance(found[0], Unreached)
    assert found[1:] == ["image-1", "image-1"]


async def test_it_goes_up_again_before_wecom_lets_it_go(
    here: tuple[Uploads, Media], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, media = here
    now = [1000.0]
    clock = SimpleNamespace(monotonic=lambda: now[0])
    monkeypatch.setattr("bot.channels.wecom.uploads.time", clock)
    assert await made.media_id(media, "image") == "image-1"
    now[0] += LASTS - 1
    assert await made.media_id(media, "image") == "image-1"
    now[0] += 2
    assert LASTS + 1 < DAYS
    assert await made.media_id(media, "image") == "image-2"


async def test_of_two_who_find_it_gone_one_sends_it_up(
    slow: Slow, here: tuple[Uploads, Media]
) -> None:
    made, media = here
    old = await made.media_id(media, "image")
    for _ in range(2):
        made.gone(media, "image", old)
        assert await made.media_id(media, "image") == "image-2"
    assert len(slow.sent) == 2


@pytest.mark.parametrize(
    ("status", "told"), [("stored", True), ("wanted", True), ("failed", False)]
)
async def test_of_what_is_gone_the_chat_is_not_to_blame(
    here: tuple[Uploads, Media], status: str, told: bool
) -> None:
    """Five bytes go in no form, and twenty tries are enough for what does not come."""
    made, _ = here
    small = Media(MediaKind.PHOTO, "x", sha=made._files.put(b"small"))
    kept = SimpleNamespace(status=status, media=small)
    letter = SimpleNamespace(reply=Reply(text="井盖松了"), tries=20)
    going, reply = files(made, letter, [kept], "zh-CN")  # type: ignore[arg-type,list-item]
    assert not going
    assert ("这个聊天收不了" in reply.text) is told
