"""Kept connections: which is taken, who waits, what is closed when, and what is never repeated."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.http import pool as pools
from bot.http.client import Client
from bot.http.connection import Answer, Connection
from bot.http.errors import Hangup, NoAnswer, NotSent, TooLate
from bot.http.pool import Pool
from tests.telegram.wire import PATIENCE, Link, Serve, Wire, polite

JSON = b"application/json"
EMPTY = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


@asynccontextmanager
async def talking(serve: Serve, connections: int = 256) -> AsyncIterator[Talk]:
    client = Client(connections)
    try:
        async with asyncio.timeout(PATIENCE), Wire(serve) as wire:
            yield Talk(wire, client)
            await client.close()
    finally:
        await client.close()


class Talk:
    """A client and the server that it talks to."""

    def __init__(self, wire: Wire, client: Client) -> None:
        self.wire = wire
        self.client = client

    async def post(
        self, body: bytes = b"{}", within: float = PATIENCE, connect: float = PATIENCE
    ) -> Answer:
        return await self.client.post(self.wire.url, JSON, body, connect, within)

    async def get(self) -> Answer:
        return await self.client.get(self.wire.url, PATIENCE, PATIENCE)

    def asks(self, body: bytes = b"{}") -> asyncio.Task[Answer]:
        return asyncio.create_task(self.post(body))


class Counter:
    """Answers each request when the test says so."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[tuple[Link, bytes]] = asyncio.Queue()
        self.gone: asyncio.Queue[int] = asyncio.Queue()

    async def __call__(self, link: Link) -> None:
        try:
            while True:
                _, body = await link.request()
                self.waiting.put_nowait((link, body))
        except asyncio.IncompleteReadError:
            self.gone.put_nowait(link.number)

    async def next(self) -> tuple[Link, bytes]:
        return await self.waiting.get()

    async def answer_next(self) -> bytes:
        """What was asked."""
        link, body = await self.next()
        await link.answer(body)
        return body


# --- which connection ---


async def test_one_call_after_the_other_goes_over_one_connection() -> None:
    async with talking(polite) as talk:
        answers = [await talk.post() for _ in range(5)]
        answers.append(await talk.get())
    assert answers == [(200, b'{"link":1}')] * 6


async def test_the_connection_that_was_used_last_is_taken_first() -> None:
    counter = Counter()
    async with talking(counter) as talk:
        first, second = talk.asks(), talk.asks()
        (one, _), (other, _) = await counter.next(), await counter.next()
        for link in (one, other):
            await link.answer()
            await asyncio.wait([first, second], return_when="FIRST_COMPLETED")
        await asyncio.gather(first, second)
        third = talk.asks()
        taken, _ = await counter.next()
        await taken.answer()
        await third
    assert taken is other


async def test_what_stood_idle_while_the_machine_slept_is_closed_and_what_is_busy_stays() -> (
    None
):
    counter = Counter()
    async with talking(counter) as talk:
        asked = [talk.asks(), talk.asks()]
        (idle, _), (busy, _) = await counter.next(), await counter.next()
        await idle.answer()
        await asyncio.wait(asked, return_when="FIRST_COMPLETED")
        talk.client.let_go()
        assert await counter.gone.get() == idle.number
        asked.append(talk.asks())
        fresh, _ = await counter.next()
        assert fresh not in (idle, busy)
        for link in (busy, fresh):
            await link.answer()
        await asyncio.gather(*asked)


async def test_callers_above_the_limit_wait_and_are_served_in_order() -> None:
    counter = Counter()
    async with talking(counter, connections=2) as talk:
        asked = [talk.asks(b"%d" % number) for number in range(6)]
        busy, link = await counter.next(), await counter.next()
        served = []
        for _ in range(4):
            await link[0].answer(link[1])
            link = await counter.next()
            served.append(link[1])
        assert served == [b"2", b"3", b"4", b"5"] and len(talk.wire.links) == 2
        for last, body in (busy, link):
            await last.answer(body)
        assert [await one for one in asked] == [(200, b"%d" % n) for n in range(6)]


async def test_a_new_caller_does_not_overtake_who_waits() -> None:
    counter = Counter()
    async with talking(counter, connections=1) as talk:
        first, second = talk.asks(b"1"), talk.asks(b"2")
        link, _ = await counter.next()

        async def comes_later() -> Answer:
            await first
            return await talk.post(b"3")

        third = asyncio.create_task(comes_later())
        await link.answer()
        assert [await counter.answer_next(), await counter.answer_next()] == [
            b"2",
            b"3",
        ]
        await asyncio.gather(second, third)


# --- who goes ---


async def test_a_cancelled_caller_takes_the_connection_along_and_frees_its_place() -> (
    None
):
    counter = Counter()
    async with talking(counter, connections=1) as talk:
        first, second = talk.asks(b"1"), talk.asks(b"2")
        await counter.next()
        first.cancel()
        link, body = await counter.next()
        assert (link.number, body, await counter.gone.get()) == (2, b"2", 1)
        await link.answer(b"for the second")
        assert await second == (200, b"for the second")


async def test_a_caller_who_is_cancelled_in_line_leaves_no_gap() -> None:
    counter = Counter()
    async with talking(counter, connections=1) as talk:
        asked = [talk.asks(b"%d" % number) for number in range(3)]
        link, _ = await counter.next()
        asked[1].cancel()
        await link.answer()
        assert await counter.answer_next() == b"2"
        assert (await asked[2])[0] == 200


async def test_who_is_cancelled_when_the_turn_has_come_passes_it_on() -> None:
    counter = Counter()
    async with talking(counter, connections=1) as talk:
        second: list[asyncio.Task[Answer]] = []

        async def asks_and_cancels_the_next() -> None:
            await talk.post(b"1")  # when this returns, the next has the connection
            second[0].cancel()

        first = asyncio.create_task(asks_and_cancels_the_next())
        link, _ = await counter.next()
        second.append(talk.asks(b"2"))
        third = talk.asks(b"3")
        await asyncio.sleep(0)
        await link.answer()
        await first
        assert await counter.answer_next() == b"3"
        assert (await third)[0] == 200 and len(talk.wire.links) == 1


async def test_a_caller_who_is_cancelled_while_dialling_frees_its_place() -> None:
    begun = asyncio.Event()

    async def never(_: Callable[[], Connection]) -> Connection:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    pool = Pool(never, 1)
    for _ in range(2):
        begun.clear()
        asked = asyncio.create_task(pool.ask(b"", (), PATIENCE, PATIENCE))
        await asyncio.wait_for(begun.wait(), PATIENCE)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
    await pool.close()


# --- what the server closes ---


async def test_what_the_server_closed_between_two_calls_is_not_used_again() -> None:
    async def once(link: Link) -> None:
        await link.request()
        await link.answer(b"%d" % link.number)
        link.writer.write_eof()
        await link.gone()
        went.set()

    went = asyncio.Event()
    async with talking(once) as talk:
        for number in (b"1", b"2", b"3"):
            assert await talk.post() == (200, number)
            await went.wait()
            went.clear()


async def _hangs_up_on_the_second(link: Link) -> None:
    await link.request()
    await link.answer(b"%d" % link.number)
    await link.head()


async def test_a_post_that_a_kept_connection_swallows_is_not_repeated() -> None:
    async with talking(_hangs_up_on_the_second) as talk:
        await talk.post()
        with pytest.raises(Hangup):
            await talk.post()
        assert len(talk.wire.links) == 1


async def test_a_get_that_a_kept_connection_swallows_is_asked_once_more() -> None:
    async with talking(_hangs_up_on_the_second) as talk:
        assert await talk.get() == (200, b"1")
        assert await talk.get() == (200, b"2")


async def test_a_new_connection_that_hangs_up_is_no_reason_to_repeat() -> None:
    async def hangs_up(link: Link) -> None:
        await link.head()

    async with talking(hangs_up) as talk:
        with pytest.raises(NoAnswer) as caught:
            await talk.get()
        assert not isinstance(caught.value, Hangup) and len(talk.wire.links) == 1


async def test_bytes_that_nobody_asked_for_end_a_kept_connection() -> None:
    async def talks_on(link: Link) -> None:
        await link.request()
        await link.answer(b"%d" % link.number)
        answered.set()
        await more.wait()
        await link.answer(b"of somebody else")
        await link.gone()
        went.set()

    answered, more, went = asyncio.Event(), asyncio.Event(), asyncio.Event()
    async with talking(talks_on) as talk:
        assert await talk.post() == (200, b"1")
        await answered.wait()
        more.set()
        await went.wait()
        assert await talk.post() == (200, b"2")


async def test_a_second_answer_in_one_breath_is_nobodys() -> None:
    async def twice(link: Link) -> None:
        await link.request()
        whole = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n%d"
        await link.say(whole % link.number + whole % 9)
        await link.gone()

    async with talking(twice) as talk:
        assert [await talk.post(), await talk.post()] == [(200, b"1"), (200, b"2")]


# --- time ---


async def test_what_stood_idle_too_long_is_not_used_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with talking(polite) as talk:
        await talk.post()
        monkeypatch.setattr(pools, "KEEP", -1.0)
        assert await talk.post() == (200, b'{"link":2}')


async def test_what_stands_idle_is_closed_without_another_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pools, "KEEP", 0.01)
    counter = Counter()
    async with talking(counter) as talk:
        asked = talk.asks()
        await counter.answer_next()
        await asked
        assert await counter.gone.get() == 1


async def test_a_call_whose_time_is_over_may_have_arrived_and_closes_its_connection() -> (
    None
):
    counter = Counter()
    async with talking(counter) as talk:
        with pytest.raises(TooLate):
            await talk.post(within=0.01)
        assert await counter.gone.get() == 1


async def test_a_call_whose_time_is_over_in_line_never_left() -> None:
    counter = Counter()
    async with talking(counter, connections=1) as talk:
        first = talk.asks(b"1")
        await counter.next()
        with pytest.raises(NotSent):
            await talk.post(b"2", within=0.01, connect=0.01)
        assert counter.waiting.empty()
        first.cancel()


async def test_a_connection_that_takes_too_long_to_open_never_left() -> None:
    async def never(_: Callable[[], Connection]) -> Connection:
        await asyncio.Event().wait()
        raise AssertionError

    pool = Pool(never, 1)
    for _ in range(2):  # the place of the first is free again
        with pytest.raises(NotSent):
            await pool.ask(b"", (), 0.01, PATIENCE)
    await pool.close()


# --- the end ---


class Line(asyncio.Transport):
    """A transport whose end is told when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = False

    def write(self, data: object) -> None:
        """Goes nowhere."""

    def get_write_buffer_size(self) -> int:
        return 0

    def is_closing(self) -> bool:
        return self.closing

    def abort(self) -> None:
        self.closing = True


class Lines:
    """Opens connections over such transports."""

    def __init__(self) -> None:
        self.made: list[Connection] = []
        self.pool = Pool(self._dial, 2)

    async def _dial(self, new: Callable[[], Connection]) -> Connection:
        self.made.append(new())
        self.made[-1].connection_made(Line())
        return self.made[-1]

    async def ask(self) -> Connection:
        """Asks and answers; the connection over which it went is idle now."""
        task = asyncio.create_task(self.pool.ask(b"", (), PATIENCE, PATIENCE))
        await asyncio.sleep(0)
        used = self.made[-1]
        used.data_received(EMPTY)
        assert await asyncio.wait_for(task, PATIENCE) == (200, b"")
        return used


async def test_a_connection_that_is_just_being_closed_is_not_taken() -> None:
    lines = Lines()
    first = await lines.ask()
    first.close()
    assert await lines.ask() is not first
    for connection in lines.made:
        connection.connection_lost(None)
    await lines.pool.close()


async def test_what_stood_idle_beside_a_call_without_an_answer_is_not_tried_after_it() -> (
    None
):
    lines = Lines()
    both = [asyncio.create_task(lines.pool.ask(b"", (), 1, PATIENCE)) for _ in "12"]
    await asyncio.sleep(0)
    for connection in lines.made:
        connection.data_received(EMPTY)
    await asyncio.gather(*both)
    with pytest.raises(TooLate):
        await lines.pool.ask(b"", (), PATIENCE, 0.02)
    assert [one.usable for one in lines.made] == [False, False]
    for connection in lines.made:
        connection.connection_lost(None)
    await lines.pool.close()


async def test_what_was_heard_beside_a_call_without_an_answer_stays() -> None:
    lines = Lines()
    silent = asyncio.create_task(lines.pool.ask(b"", (), PATIENCE, PATIENCE))
    await asyncio.sleep(0.005)  # the loop's clock may count whole milliseconds
    (unanswered,) = lines.made
    lively = await lines.ask()
    assert unanswered._caller is not None
    unanswered.expire(unanswered._caller)
    with pytest.raises(TooLate):
        await silent
    assert await lines.ask() is lively
    for connection in lines.made:
        connection.connection_lost(None)
    await lines.pool.close()


async def test_all_is_closed_only_when_the_last_connection_is_gone() -> None:
    lines = Lines()
    connection = await lines.ask()
    closing = asyncio.create_task(lines.pool.close())
    await asyncio.sleep(0)
    assert not closing.done() and not connection.usable
    connection.connection_lost(None)
    await asyncio.wait_for(closing, PATIENCE)


async def test_closing_ends_who_waits_for_an_answer_and_who_waits_in_line() -> None:
    counter = Counter()
    async with talking(counter, connections=2) as talk:
        used, busy = talk.asks(), talk.asks()
        (one, _), _ = await counter.next(), await counter.next()
        await one.answer()
        await asyncio.wait([used, busy], return_when="FIRST_COMPLETED")
        third, waiting = talk.asks(), talk.asks()
        await counter.next()
        await talk.client.close()
        told = await asyncio.gather(used, busy, third, waiting, return_exceptions=True)
        kinds = sorted(type(one).__name__ for one in told)
        assert kinds == ["Hangup", "NoAnswer", "NotSent", "tuple"]
        assert {await counter.gone.get(), await counter.gone.get()} == {1, 2}
        with pytest.raises(NotSent):
            await talk.post()


async def test_what_is_being_opened_while_all_is_closed_is_closed_too() -> None:
    counter = Counter()
    async with talking(counter) as talk:
        asked = talk.asks()
        await asyncio.sleep(0)
        await talk.client.close()
        with pytest.raises(NotSent):
            await asked
        assert counter.waiting.empty()
