"""What a call costs by HTTP client: `python -m bench.clients`.

The fake server of the bench is on one core, a client with many callers on the other. Each client is
a process of its own, they take turns within a round, and the figures are medians over the rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import aiohttp
import orjson
import pyreqwest.client
import uvloop

from bench.run import cores, start
from bot.http.client import Client

Call = Callable[[], Awaitable[bytes]]
Ends = Callable[[], Awaitable[None]]

LATENCIES = (0, 50)  # ms
WARM_UP, MEASURED = 0.5, 2.5  # seconds
LONGEST = 40.0  # seconds for a call
PATH = "/bot1:BENCH/sendMessage"
JSON = "application/json"
BODY = orjson.dumps(
    {
        "chat_id": 5,
        "text": "您好，我是网格蜂。" * 5,
        "reply_markup": {"inline_keyboard": [[{"text": "提交", "callback_data": "1"}]]},
    }
)


def pool(base: str) -> tuple[Call, Ends]:
    """Ours: kept connections over httptools."""
    client = Client()
    url = base + PATH

    async def call() -> bytes:
        status, body = await client.post(url, JSON.encode(), BODY, 10.0, LONGEST)
        assert status == 200
        return body

    return call, client.close


def over_aiohttp(base: str) -> tuple[Call, Ends]:
    """As Gridbee used it up to 0.2.0: no cookies, no headers by itself, one timeout."""
    url = base + PATH
    headers = {"Content-Type": JSON}
    timeout = aiohttp.ClientTimeout(total=LONGEST, sock_connect=10.0)
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=256, keepalive_timeout=60),
        cookie_jar=aiohttp.DummyCookieJar(),
        skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        timeout=timeout,
    )

    async def call() -> bytes:
        async with session.post(url, data=BODY, headers=headers) as response:
            assert response.status == 200
            return await response.read()

    return call, session.close


def over_pyreqwest(base: str) -> tuple[Call, Ends]:
    """reqwest in a thread of its own."""
    client = (
        pyreqwest.client.ClientBuilder()
        .timeout(timedelta(seconds=LONGEST))
        .connect_timeout(timedelta(seconds=10))
        .max_connections(256)
        .gzip(False)
        .brotli(False)
        .zstd(False)
        .deflate(False)
        .no_proxy()
        .build()
    )
    url = base + PATH

    async def call() -> bytes:
        request = client.post(url).header("Content-Type", JSON).body_bytes(BODY)
        response = await request.build().send()
        assert response.status == 200
        return bytes(await response.bytes())

    return call, client.close


CLIENTS = {"pool": pool, "aiohttp": over_aiohttp, "pyreqwest": over_pyreqwest}


async def load(name: str, base: str, callers: int) -> dict[str, Any]:
    """Calls a second, and microseconds of processor a call: all threads, and what the system did
    for them.
    """
    call, end = CLIENTS[name](base)
    answered = 0
    over = asyncio.Event()

    async def caller() -> None:
        nonlocal answered
        while not over.is_set():
            await call()
            answered += 1

    tasks = [asyncio.create_task(caller()) for _ in range(callers)]
    await asyncio.sleep(WARM_UP)
    before, used, since = answered, time.process_time(), time.perf_counter()
    await asyncio.sleep(MEASURED)
    calls = answered - before
    cost = time.process_time() - used
    rate = calls / (time.perf_counter() - since)
    over.set()
    await asyncio.gather(*tasks)
    await end()
    return {"rate": rate, "cost": 1e6 * cost / calls}


@contextmanager
def server(latency: int) -> Iterator[str]:
    """The fake Bot API on its core; where it listens."""
    command = [sys.executable, "-m", "bench.riders", "--latency-ms", str(latency)]
    process = start(command, cores()[0], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{orjson.loads(process.stdout.readline())['port']}"
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def measure(name: str, latency: int, callers: int) -> dict[str, Any]:
    with server(latency) as base:
        given = ["--only", name, "--base", base, "--callers", str(callers)]
        command = [sys.executable, "-m", "bench.clients", *given]
        process = start(command, cores()[1], stdout=subprocess.PIPE)
        told, _ = process.communicate()
    return dict(orjson.loads(told))


def table(latency: int, callers: int, rounds: int) -> str:
    """Markdown: a client a row."""
    seen: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for _ in range(rounds):
        for name in CLIENTS:
            seen[name].append(measure(name, latency, callers))
    lines = [
        f"\n### {callers} callers, {latency} ms",
        "| client | µs CPU a call | lowest to highest | calls/s | against the pool |",
        "|---|---|---|---|---|",
    ]
    ours = statistics.median(one["cost"] for one in seen["pool"])
    for name, found in seen.items():
        costs = sorted(one["cost"] for one in found)
        cost = statistics.median(costs)
        rate = statistics.median(one["rate"] for one in found)
        spread = f"{costs[0]:.0f}–{costs[-1]:.0f}"
        lines.append(
            f"| {name} | {cost:.0f} | {spread} | {rate:,.0f} | {cost / ours:.2f} x |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--callers", type=int, default=200)
    parser.add_argument("--only", help="one client, against --base, as JSON")
    parser.add_argument("--base")
    given = parser.parse_args()
    if given.only:
        found = uvloop.run(load(given.only, given.base, given.callers))
        print(orjson.dumps(found).decode())
        return
    print(f"load {os.getloadavg()[0]:.1f}")
    for latency in LATENCIES:
        print(table(latency, given.callers, given.rounds), flush=True)


if __name__ == "__main__":
    main()
