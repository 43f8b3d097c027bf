"""How many calls a second the fake server itself can answer: `python -m bench.ceiling`.

64 connections that do nothing but repeat one ready-made sendMessage as soon as its answer arrives,
from the other core.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from typing import cast

import orjson
import uvloop

from bench.peers.floor import MENU
from bench.run import cores, cpu_seconds, start

LINKS, SECONDS = 64, 3.0
BODY = orjson.dumps(
    {"chat_id": 5, "text": "您好，我是网格蜂。" * 5, "reply_markup": MENU}
)
REQUEST = b"POST /bot1:BENCH/sendMessage HTTP/1.1\r\nHost: x\r\n"
REQUEST += b"Content-Type: application/json\r\nContent-Length: "
REQUEST += b"%d\r\n\r\n%b" % (len(BODY), BODY)


class Blaster(asyncio.Protocol):
    """Repeats the request and counts the answers. An answer comes in one piece here: it is small
    and on loopback.
    """

    answered = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(REQUEST)

    def data_received(self, data: bytes) -> None:
        """Go on."""
        Blaster.answered += 1
        self.transport.write(REQUEST)


async def blast(port: int) -> float:
    """Calls per second over the measured time."""
    loop = asyncio.get_running_loop()
    links = [
        await loop.create_connection(Blaster, "127.0.0.1", port) for _ in range(LINKS)
    ]
    await asyncio.sleep(0.5)
    before, since = Blaster.answered, time.perf_counter()
    await asyncio.sleep(SECONDS)
    rate = (Blaster.answered - before) / (time.perf_counter() - since)
    for transport, _ in links:
        transport.abort()
    return rate


def main() -> None:
    """Start the server on its core, blast from the other, print the figures."""
    server_core, own_core = cores()
    server = start(
        [sys.executable, "-m", "bench.riders"], server_core, stdout=subprocess.PIPE
    )
    try:
        assert server.stdout is not None
        port = json.loads(server.stdout.readline())["port"]
        if own_core is not None:
            os.sched_setaffinity(0, {own_core})
        before, since = cpu_seconds(server.pid), time.perf_counter()
        rate = uvloop.run(blast(port))
        share = (cpu_seconds(server.pid) - before) / (time.perf_counter() - since)
        print(
            f"the server answers {rate:,.0f} calls/s without riders, at {share:.0%} of its core"
        )
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
