"""The way to a host: TLS with a certificate that has to fit, a proxy's tunnel, several
addresses.
"""

from __future__ import annotations

import asyncio
import base64
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from socket import AF_INET, SOCK_STREAM
from typing import Any

import pytest

from bot.http.addresses import parted, proxy_for
from bot.http.client import Client
from bot.http.dialling import Dialler
from bot.http.errors import NotSent
from tests.telegram.wire import PATIENCE, Link, Wire, polite

JSON = b"application/json"
SECRET = "4711:AAF-kept_Secret"
BY_HAND = base64.b64encode(b"me:s@y").decode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of `localhost`, made now; its key stands beside it."""
    openssl = shutil.which("openssl")
    assert openssl, "this needs the openssl command"
    folder = tmp_path_factory.mktemp("tls")
    made = [openssl, "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
    made += ["-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=test"]
    made += ["-addext", "subjectAltName=DNS:localhost"]
    made += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(made, check=True, capture_output=True)
    return folder / "cert.pem"


@pytest.fixture
def server_tls(certificate: Path) -> ssl.SSLContext:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, certificate.with_name("key.pem"))
    return tls


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an authority of the system had signed it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def client() -> AsyncIterator[Client]:
    made = Client()
    try:
        async with asyncio.timeout(PATIENCE):
            yield made
    finally:
        await made.close()


def url(wire: Wire, host: str = "localhost") -> str:
    return f"https://{host}:{wire.port}/bot{SECRET}/getMe"


async def ask(asking: Client, where: str) -> tuple[int, bytes]:
    return await asking.post(where, JSON, b"{}", PATIENCE, PATIENCE)


# --- TLS ---


async def test_a_certificate_that_fits_is_taken_and_the_connection_kept(
    server_tls: ssl.SSLContext, trusted: None
) -> None:
    async with Wire(polite, server_tls) as wire, client() as asking:
        answers = [await ask(asking, url(wire)) for _ in range(3)]
    assert answers == [(200, b'{"link":1}')] * 3


async def test_large_bodies_go_both_ways_through_tls(
    server_tls: ssl.SSLContext, trusted: None
) -> None:
    large = bytes(range(256)) * 8 * 1024

    async def echoes(link: Link) -> None:
        _, body = await link.request()
        await link.answer(body)

    async with Wire(echoes, server_tls) as wire, client() as asking:
        answer = await asking.post(url(wire), JSON, b"", PATIENCE, PATIENCE, (large,))
    assert answer == (200, large)


async def test_a_certificate_for_another_name_is_refused_before_anything_is_said(
    server_tls: ssl.SSLContext, trusted: None
) -> None:
    async with Wire(polite, server_tls) as wire, client() as asking:
        with pytest.raises(NotSent) as caught:
            await ask(asking, url(wire, "127.0.0.1"))
        assert wire.links == [] and SECRET not in repr(caught.value)


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    server_tls: ssl.SSLContext,
) -> None:
    async with Wire(polite, server_tls) as wire, client() as asking:
        with pytest.raises(NotSent):
            await ask(asking, url(wire))
        assert wire.links == []


async def test_a_server_that_speaks_no_tls_hears_nothing(trusted: None) -> None:
    async def plain(link: Link) -> None:
        heard.append(await link.reader.read(65536))
        await link.say(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    heard: list[bytes] = []
    async with Wire(plain) as wire, client() as asking:
        with pytest.raises(NotSent):
            await ask(asking, url(wire))
    assert len(heard) == 1 and b"POST" not in heard[0]


# --- proxies ---


class Proxy:
    """Opens tunnels, and keeps what it was asked."""

    def __init__(self, refusal: bytes = b"") -> None:
        self.heads: list[bytes] = []
        self._refusal = refusal

    async def __call__(self, link: Link) -> None:
        head = await link.head()
        self.heads.append(head)
        if self._refusal:
            await link.say(self._refusal)
            await link.gone()
            return
        _, port = head.split()[1].decode().rsplit(":", 1)
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        await link.say(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await asyncio.gather(
                self._pass(link.reader, writer), self._pass(reader, link.writer)
            )
        finally:
            writer.transport.abort()

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()


async def test_through_a_proxy_tls_is_with_the_host_itself(
    server_tls: ssl.SSLContext, trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    async with Wire(polite, server_tls) as wire, Wire(proxy) as way:
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:s%40y@127.0.0.1:{way.port}")
        async with client() as asking:
            answers = [await ask(asking, url(wire)) for _ in range(2)]
    there = f"localhost:{wire.port}"
    assert answers == [(200, b'{"link":1}')] * 2
    assert [head.decode() for head in proxy.heads] == [
        f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n"
        f"Proxy-Authorization: Basic {BY_HAND}\r\n\r\n"
    ]


async def test_a_proxy_does_not_vouch_for_a_host(
    server_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Wire(polite, server_tls) as wire, Wire(Proxy()) as way:
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{way.port}")
        async with client() as asking:
            with pytest.raises(NotSent):
                await ask(asking, url(wire))
        assert wire.links == []


@pytest.mark.parametrize(
    "refusal",
    [
        b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 502 Bad Gateway\r\n\r\n<h1>no way to the host</h1>",
        b"HTTP/1.1 200 OK\r\n\r\nand something that is no TLS",
        b"HTTP\r\n\r\n",
        b"x" * 20_000,
    ],
)
async def test_what_a_proxy_does_not_let_through_never_left(
    refusal: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Wire(Proxy(refusal)) as way:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{way.port}")
        async with client() as asking:
            for _ in range(2):
                with pytest.raises(NotSent):
                    await ask(asking, f"https://localhost:1/bot{SECRET}/getMe")


async def test_a_proxy_that_hangs_up_lets_nothing_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def hangs_up(link: Link) -> None:
        await link.head()

    async with Wire(hangs_up) as way:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{way.port}")
        async with client() as asking:
            with pytest.raises(NotSent):
                await ask(asking, "https://localhost:1/")


async def test_no_proxy_and_plain_http_go_straight(
    server_tls: ssl.SSLContext, trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "example.org,localhost")
    async with (
        Wire(polite, server_tls) as secure,
        Wire(polite) as plain,
        client() as asking,
    ):
        assert (await ask(asking, url(secure)))[0] == 200
        assert (await ask(asking, plain.url))[0] == 200


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "https://proxy", "http://"])
def test_a_proxy_of_a_kind_that_we_do_not_speak_is_refused(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    origin, _ = parted("https://api.telegram.org/")
    with pytest.raises(ValueError, match="HTTPS_PROXY"):
        proxy_for(origin)


# --- addresses ---


async def test_another_address_of_a_name_is_tried_where_one_refuses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Wire(polite) as wire, client() as asking:

        async def both(_: Dialler) -> list[Any]:
            return [
                (AF_INET, SOCK_STREAM, 6, "", (host, port))
                for host, port in (("127.0.0.1", 1), ("127.0.0.1", wire.port))
            ]

        monkeypatch.setattr(Dialler, "_found", both)
        assert (await ask(asking, "http://two.example/"))[0] == 200


async def test_a_burst_of_calls_asks_once_for_the_addresses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = asyncio.get_running_loop()
    looked_up = []

    async def look_up(host: str, port: int, **_: Any) -> list[Any]:
        looked_up.append(host)
        return [(AF_INET, SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(type(loop), "getaddrinfo", staticmethod(look_up))
    async with Wire(polite) as wire, client() as asking:
        where = f"http://burst.example:{wire.port}/"
        answers = await asyncio.gather(*(ask(asking, where) for _ in range(8)))
    assert len({body for _, body in answers}) == 8
    assert looked_up.count("burst.example") == 1


async def test_a_name_that_nobody_knows_is_not_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def unknown(_: Dialler) -> list[Any]:
        raise OSError(f"nothing known about {SECRET}")

    monkeypatch.setattr(Dialler, "_found", unknown)
    async with client() as asking:
        with pytest.raises(NotSent) as caught:
            await ask(asking, "https://nowhere.example/")
    assert SECRET not in repr(caught.value) and caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("url", "secure", "host", "port", "target"),
    [
        (
            "https://api.telegram.org/bot1:A/x",
            True,
            "api.telegram.org",
            443,
            "/bot1:A/x",
        ),
        ("http://[::1]:8081/a?b=c", False, "::1", 8081, "/a?b=c"),
        ("http://host", False, "host", 80, "/"),
    ],
)
def test_an_address_is_parted(
    url: str, secure: bool, host: str, port: int, target: str
) -> None:
    origin, found = parted(url)
    assert (origin.secure, origin.host, origin.port) == (secure, host, port)
    assert found == target


@pytest.mark.parametrize(
    "url",
    [
        f"https://api.example.orgbot{SECRET}/getMe",
        f"ftp://host/bot{SECRET}/",
        f"api.telegram.org/bot{SECRET}/",
        f"https://[::1/bot{SECRET}/",
    ],
)
def test_an_address_that_is_none_is_refused_without_being_named(url: str) -> None:
    with pytest.raises(ValueError) as caught:
        parted(url)
    assert "AAF" not in repr(caught.value) and caught.value.__cause__ is None
