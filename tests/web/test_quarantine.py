"""What the web chat could not handle is kept whole, and handled when it is replayed."""

import pytest
from sqlalchemy import text

from bot.channels.web.events import pack, unpack
from bot.commands import quarantine
from bot.commands.exits import NotThere
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place
from handlers import desk
from tests.house import jpeg
from tests.web.site import Site

CHAT = Address("web", "demo-rider")
FULL = Event(
    "demo-rider-1",
    CHAT,
    CHAT,
    EventKind.MESSAGE,
    text="井盖",
    place=Place(24.5, 118.1),
    message_id="7",
    reply_to="3",
    media=(Media(MediaKind.PHOTO, "ab" * 32, 99, "a.jpg", "image/jpeg", "ab" * 32),),
    album="x",
    name="#demo",
    language="en",
)


def test_a_packed_event_comes_out_as_it_went_in() -> None:
    press = Event(
        "demo-rider-2",
        CHAT,
        CHAT,
        EventKind.PRESS,
        data="c:1:accept",
        press_ref="2",
        message_id="9",
    )
    for event in (FULL, press):
        assert unpack(event.external_id, pack(event)) == event


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        "x",
        {"kind": "message"},
        pack(FULL) | {"kind": "x"},
        pack(FULL) | {"media": 1},
    ],
)
def test_what_was_never_packed_is_no_event(raw: object) -> None:
    assert unpack("x", raw) is None


@pytest.mark.parametrize("what", ["words", "place", "photo"])
@pytest.mark.asyncio(loop_scope="session")
async def test_a_quarantined_event_is_handled_when_it_is_replayed(
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    what: str,
) -> None:
    rider, admin = site.person("rider"), site.person("admin")

    async def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(desk, "answer", broken)
        if what == "words":
            await rider.says("钱包丢了，帮忙找找")
        elif what == "place":
            await rider.says(place={"lat": 24.5, "lon": 118.14})
        else:
            await rider.sends(jpeg(), caption="钱包丢了，帮忙找找")
    await rider.hears("已经留给同事看了")
    await admin.hears("第 1 号")
    await quarantine.show(site.house.database, None)
    assert "RuntimeError at test_quarantine.py:" in capsys.readouterr().out
    await quarantine.show(site.house.database, 1)
    assert '"chat": "demo-rider"' in capsys.readouterr().out
    await quarantine.replay(site.house, 1)
    assert "is handled" in capsys.readouterr().out
    await rider.hears({"words": "提交", "place": "怎么了", "photo": "1 张照片"}[what])
    async with site.house.database.reader() as reader:
        assert (
            await reader.scalar(
                text("SELECT count(*) FROM quarantine WHERE replayed_at IS NULL")
            )
            == 0
        )
    with pytest.raises(NotThere):
        await quarantine.replay(site.house, 1)
