"""Spoilt posts and addresses against the web chat's doors: no answer of 500, nothing raised, and
who is honest between them is answered.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

import orjson
from starlette.types import Message

from bot.channels.web.server import Server
from tests.faults.mutations import HUGE, ODD, SPOILERS, mutated
from tests.faults.samples import WORDS, says
from tests.house import jpeg
from tests.web.site import Person, Site

BOUNDARY = b"--gridbee"
JSON = "application/json"
FORM = "multipart/form-data; boundary=gridbee"
KINDS = (JSON, FORM, "", "text/plain", "application/json; charset=utf-16", "\xff")
HONEST_EACH = 50


@dataclass
class Posted:
    """`slowest` is in seconds of processor, of an honest post."""

    posts: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    answered: int = 0
    unheard: int = 0
    slowest: float = 0.0


@dataclass(frozen=True)
class Post:
    path: str
    body: bytes = b""
    kind: str = JSON
    query: str = ""
    method: str = "POST"


async def status_of(site: Site, person: Person, post: Post) -> int:
    """What the application answers, asked without a socket. Raises what it raises."""
    assert isinstance(site.house.server, Server)
    status = 0
    parts = [post.body]

    async def receive() -> Message:
        if parts:
            return {"type": "http.request", "body": parts.pop()}
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    application: Any = site.house.server.config.app
    await application(_scope(post, person.headers), receive, send)
    return status


def _scope(post: Post, more: Mapping[str, str]) -> dict[str, Any]:
    length = str(len(post.body)).encode()
    kind = post.kind.encode("latin-1", "replace")
    kept = [(name.encode(), value.encode()) for name, value in more.items()]
    raw_path = quote(post.path, errors="replace")
    headers = [(b"host", b"localhost"), (b"content-length", length)]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": post.method,
        "scheme": "http",
        "path": unquote(raw_path),
        "raw_path": raw_path.encode(),
        "root_path": "",
        "query_string": post.query.encode("utf-8", "replace"),
        "headers": [*headers, *kept, (b"content-type", kind)],
        "client": ("127.0.0.1", 4711),
        "server": ("localhost", 80),
    }


async def post_all(site: Site, many: int, seed: int) -> Posted:
    chance, done = random.Random(seed), Posted()
    rider = site.person("rider")
    base = rider.base.removeprefix(site.url)
    honest = [orjson.dumps(one) for one in says()]
    for number in range(many):
        await _one(rider, _spoilt(base, honest, chance), done)
        if number % HONEST_EACH == HONEST_EACH - 1:
            await _honest(rider, done)
    return done


async def _one(person: Person, post: Post, done: Posted) -> None:
    done.posts += 1
    try:
        status = await status_of(person.site, person, post)
    except Exception as error:
        done.wrong[f"{post.path[-12:]} {type(error).__name__}"] += 1
        return
    done.statuses[status] += 1
    if not 200 <= status < 500:
        done.wrong[f"{post.path[-12:]} {status}"] += 1


async def _honest(rider: Person, done: Posted) -> None:
    begun = time.process_time()
    status, _ = await rider.says(WORDS)
    done.slowest = max(done.slowest, time.process_time() - begun)
    done.answered += status == 200
    done.unheard += status != 200


# --- what is sent ---


def _spoilt(base: str, honest: Sequence[bytes], chance: random.Random) -> Post:
    if chance.random() < 0.5:
        fresh = chance.choice(honest).replace(b"0123456789abcdef", _id(chance))
        return Post(f"{base}/say", _bytes(mutated(fresh, chance), chance))
    return chance.choice((_entered, _uploaded, _looked))(base, chance)


def _entered(_: str, chance: random.Random) -> Post:
    body = mutated(b'{"start":"i_abcdefgh"}', chance)
    kind = chance.choice(KINDS) if chance.random() < 0.3 else JSON
    return Post("/api/enter", _bytes(body, chance), kind)


def _uploaded(base: str, chance: random.Random) -> Post:
    """A form with fields and a file, cut or stirred."""
    fields = {"id": _id(chance), "caption": WORDS.encode(), "reply_to": b"3"}
    parts = [_part(f'name="{name}"', value) for name, value in fields.items()]
    name = chance.choice(("p.jpg", "../../x", "\0", "井" * 300, "a\r\nb"))
    about = f'name="file"; filename="{name}"\r\nContent-Type: image/jpeg'
    parts.append(_part(about, jpeg((8, 8))))
    chance.shuffle(parts)
    body = b"".join(parts[: chance.randint(1, 4)]) + BOUNDARY + b"--\r\n"
    kind = chance.choice(KINDS) if chance.random() < 0.2 else FORM
    return Post(f"{base}/files", _bytes(body, chance), kind)


def _part(about: str, value: bytes) -> bytes:
    head = f"Content-Disposition: form-data; {about}".encode()
    return BOUNDARY + b"\r\n" + head + b"\r\n\r\n" + value + b"\r\n"


def _looked(base: str, chance: random.Random) -> Post:
    odd = chance.choice((*map(str, ODD), *SPOILERS, "9" * 300, "x" * HUGE))
    chat = chance.choice((base, f"/api/chat/{odd}"))
    where, query = chance.choice(
        (
            (f"{chat}/log", f"after={odd}"),
            (f"{chat}/file/{odd}", ""),
            (f"{chat}/map", ""),
            ("/api/offer", f"start={odd}"),
            (f"/static/{odd}", ""),
            (f"/{odd}", f"start={odd}"),
        )
    )
    return Post(where, query=query, method=chance.choice(("GET", "HEAD", "POST")))


def _id(chance: random.Random) -> bytes:
    return f"{chance.getrandbits(64):016x}".encode()


def _bytes(body: bytes, chance: random.Random) -> bytes:
    """Sometimes cut, or with a byte of it another."""
    lucky = chance.random()
    if lucky < 0.05:
        return body[: chance.randint(0, len(body))]
    if lucky < 0.1 and body:
        at = chance.randrange(len(body))
        return body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
    return body
