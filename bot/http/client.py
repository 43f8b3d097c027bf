"""GET and POST to any host over kept connections."""

from __future__ import annotations

from collections.abc import Sequence

from bot.http.addresses import Origin, parted, proxy_for
from bot.http.connection import Answer
from bot.http.dialling import Dialler
from bot.http.errors import Hangup
from bot.http.pool import Pool

Rest = Sequence[bytes]


class Client:
    """A pool for each host, of at most `connections`. Redirects are not followed: an answer is an
    answer.

    Its calls raise NotSent or NoAnswer; `connect` and `within` are seconds (see Pool).
    """

    def __init__(self, connections: int = 256) -> None:
        self._connections = connections
        self._pools: dict[Origin, Pool] = {}
        self._heads: dict[str, tuple[Pool, bytes]] = {}

    async def post(
        self,
        url: str,
        kind: bytes,
        body: bytes,
        connect: float,
        within: float,
        rest: Rest = (),
    ) -> Answer:
        """`kind` is the Content-Type. The large parts of a body go into `rest`."""
        pool, head = self._heads.get(url) or self._learnt(url)
        size = len(body) + sum(map(len, rest)) if rest else len(body)
        start = b"POST %bContent-Type: %b\r\nContent-Length: %d\r\n\r\n%b" % (
            head,
            kind,
            size,
            body,
        )
        return await pool.ask(
            start,
            rest,
            connect,
            within,
        )

    async def get(self, url: str, connect: float, within: float) -> Answer:
        """Asked once more where a kept connection turned out to be closed: it changes nothing
        there.
        """
        pool, head = self._prepared(url)
        start = b"GET %b\r\n" % head
        try:
            return await pool.ask(
                start,
                (),
                connect,
                within,
            )
        except Hangup:
            return await pool.ask(
                start,
                (),
                connect,
                within,
            )

    def prepare(self, url: str) -> None:
        """Raises ValueError for an address, or a proxy, to which nothing can be sent."""
        self._prepared(url)

    def let_go(self) -> None:
        """Closes what stands idle."""
        for pool in self._pools.values():
            pool.let_go()

    async def close(self) -> None:
        for pool in self._pools.values():
            await pool.close()

    def _learnt(self, url: str) -> tuple[Pool, bytes]:
        """Kept, as there are as many addresses to post to as there are methods."""
        found = self._heads[url] = self._prepared(url)
        return found

    def _prepared(self, url: str) -> tuple[Pool, bytes]:
        """The pool of a host, and the head of a request without its method and its body."""
        origin, target = parted(url)
        pool = self._pools.get(origin)
        if pool is None:
            dialler = Dialler(origin, proxy_for(origin))
            pool = self._pools[origin] = Pool(dialler, self._connections)
        permit = f"Authorization: {origin.permit}\r\n" if origin.permit else ""
        head = f"{target} HTTP/1.1\r\nHost: {origin.authority}\r\n{permit}"
        return pool, head.encode("ascii")
