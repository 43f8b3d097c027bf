"""Telegram answers 409 to one of two who poll: who goes, and who only waits."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from telegram.error import Conflict

from bot.channels.telegram import polling
from bot.channels.telegram.api import Api
from bot.channels.telegram.polling import Polling, TokenTaken


class Done(BaseException):
    """The other one has let go."""


class Contested:
    """An API that another process uses for the first so many polls."""

    def __init__(self, times: int) -> None:
        self.times = times

    async def updates(self, *_: Any) -> list[Any]:
        if not self.times:
            raise Done
        self.times -= 1
        raise Conflict("terminated by other getUpdates request")


class Hours:
    """A clock that goes on by what is slept."""

    CancelledError = asyncio.CancelledError

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture(autouse=True)
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    made = Hours()
    monkeypatch.setattr(polling, "time", made)
    monkeypatch.setattr(polling, "asyncio", made)
    return made


def contested(times: int, patience: float) -> Polling:
    async def offer(_: Any) -> None:
        raise AssertionError("nothing came")

    made = Polling(cast(Api, Contested(times)), offer)
    made.patience = patience
    return made


async def test_who_takes_over_waits_for_the_other_to_let_go() -> None:
    with pytest.raises(Done):
        await contested(5, patience=6).run()


async def test_who_takes_over_goes_where_the_other_never_lets_go(
    hours: Hours,
) -> None:
    with pytest.raises(TokenTaken):
        await contested(50, patience=6).run()
    assert 6 <= hours.now - 100 < 10


async def test_who_begins_beside_another_goes_at_the_second_time() -> None:
    with pytest.raises(TokenTaken):
        await contested(2, patience=0).run()
